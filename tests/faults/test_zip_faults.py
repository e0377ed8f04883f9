"""Whatever step of writing a zip file dies at, the old one or the new one stands, whole."""

import zipfile

import pytest

from cutline.model import StoreError
from cutline.store import write
from cutline.store.faults import Faults
from cutline.targets import pack, whole
from unit.targets.sites import files, site


@pytest.mark.parametrize("kind", ["ENOSPC", "EIO"])
def test_an_error_at_any_step_leaves_a_whole_zip(tmp_path, monkeypatch, kind):
    target = tmp_path / "site.zip"
    pack(whole(site(tmp_path, files())), target, {})
    old = target.read_bytes()
    shipment = whole(site(tmp_path, files(first=b"new")))
    told = []
    for step in range(1, 50):
        with monkeypatch.context() as patch:
            patch.setattr(write, "FAULTS", Faults(f"{kind}:{step}"))
            try:
                pack(shipment, target, {})
                break
            except StoreError as error:
                told.append(str(error))
        with zipfile.ZipFile(target) as archive:
            assert archive.testzip() is None
            assert archive.read("index.html") in {files()["index.html"], b"new"}
        assert [path.name for path in tmp_path.glob(".cutline-*")] == []
        if step == 1:
            assert target.read_bytes() == old

    assert len(told) >= 3
    assert all("cannot write" in sentence for sentence in told)
