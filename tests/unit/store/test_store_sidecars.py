"""Which sidecars lie beside photographs, and files of which every revision stays."""

import pytest

from cutline import store
from cutline.model import ConflictError, ReadError, StoreError


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), ()),
        (("photo.xmp",), ("photo.xmp",)),
        (("photo.XMP",), ("photo.XMP",)),
        (("photo.jpg.xmp",), ("photo.jpg.xmp",)),
        (("photo.jpg.Xmp", "photo.XMP", "photo.xmp"), ("photo.jpg.Xmp", "photo.xmp", "photo.XMP")),
        (("photo2.xmp", "photo.xmp.bak", "Photo.xmp", ".xmp"), ()),
    ],
)
def test_a_sidecar_has_the_name_of_its_photograph(tmp_path, names, expected):
    """The whole name counts before the stem; case matters in the name and not in the suffix."""
    (tmp_path / "a").mkdir()
    for name in names:
        (tmp_path / "a" / name).touch()
    found = store.sidecars(tmp_path, ["a/photo.jpg"])

    assert found.get("a/photo.jpg", ()) == tuple(f"a/{name}" for name in expected)


def test_photographs_of_one_stem_share_a_sidecar(tmp_path):
    (tmp_path / "photo.xmp").touch()

    assert store.sidecars(tmp_path, ["photo.jpg", "photo.tif", "other.jpg"]) == {
        "photo.jpg": ("photo.xmp",),
        "photo.tif": ("photo.xmp",),
    }


def test_a_folder_that_is_not_there_has_no_sidecars(tmp_path):
    """Whoever reads the photograph says that it is missing."""
    assert store.sidecars(tmp_path, ["gone/photo.jpg"]) == {}


def test_a_folder_that_cannot_be_listed_is_said(tmp_path):
    with pytest.raises(ReadError, match="cannot list the folder"):
        store.sidecars(tmp_path, ["a" * 300 + "/photo.jpg"])


def test_a_sidecar_is_no_photograph(tmp_path):
    for name in ("photo.jpg", "photo.xmp", "photo.jpg.xmp"):
        (tmp_path / name).touch()

    assert [found.name for found in store.listing(tmp_path).found] == ["photo.jpg"]
    assert store.listing(tmp_path).refused == ()


def test_every_revision_stays(tmp_path):
    """The first is written, each further one over the one that was seen."""
    path, older = tmp_path / "photo.xmp", tmp_path / "ledger" / "abc"
    seen = store.NONE
    for data in (b"one", b"two", b"two", b"three"):
        seen = store.revise(path, data, seen=seen, older=older)
        assert seen == store.revision(data)

    assert path.read_bytes() == b"three"
    assert {kept.name: kept.read_bytes() for kept in sorted(older.iterdir())} == {
        "0001.xmp": b"one",
        "0002.xmp": b"two",
    }


@pytest.mark.parametrize("there", [None, b"theirs"])
def test_a_revision_that_was_not_seen_is_never_written_over(tmp_path, there):
    """Nor is one written that was made from a file which is gone."""
    path = tmp_path / "photo.xmp"
    if there is not None:
        path.write_bytes(there)
    with pytest.raises(ConflictError, match="changed meanwhile"):
        store.revise(path, b"ours", seen=store.revision(b"old"), older=tmp_path / "l" / "a")

    assert (path.read_bytes() if path.exists() else None) == there


def test_a_link_is_not_written_through(tmp_path):
    target = tmp_path / "elsewhere"
    target.write_bytes(b"theirs")
    (tmp_path / "photo.xmp").symlink_to(target)
    with pytest.raises(StoreError, match="symbolic link"):
        store.revise(tmp_path / "photo.xmp", b"ours", seen=store.NONE, older=tmp_path / "l" / "a")

    assert target.read_bytes() == b"theirs"
