"""A site as a zip file."""

import os
import zipfile

import pytest

from cutline import store
from cutline.model import StoreError
from cutline.targets import hosted, pack, whole
from unit.targets.sites import files, site


def test_a_zip_holds_the_site_and_nothing_else(tmp_path):
    places = site(tmp_path, files())
    assert pack(whole(places), tmp_path / "site.zip", {"_headers": hosted().encode()}) == 7

    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {**files(), "_headers": hosted().encode()}


def test_the_same_site_gives_the_same_bytes(tmp_path):
    """Whenever and wherever it was published."""
    made = []
    for name in ("a", "b"):
        places = site(tmp_path / name, files())
        os.utime(places.out / "index.html", (1, 1))
        pack(whole(places), tmp_path / f"{name}.zip", {})
        made.append((tmp_path / f"{name}.zip").read_bytes())

    assert made[0] == made[1]


def test_our_own_zip_is_replaced_and_no_other(tmp_path):
    places = site(tmp_path, files())
    target = tmp_path / "site.zip"
    pack(whole(places), target, {})
    pack(whole(site(tmp_path, files(first=b"new"))), target, {})
    with zipfile.ZipFile(target) as archive:
        assert archive.read("index.html") == b"new"

    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("novel.txt", "a year of work")
    theirs = target.read_bytes()
    with pytest.raises(StoreError, match="did not make"):
        pack(whole(places), target, {})
    assert target.read_bytes() == theirs


def test_a_damaged_site_goes_nowhere(tmp_path):
    """What is not as it was published is not sent on, whatever the target."""
    places = site(tmp_path, files())
    page = places.out / "ferry" / "index.html"
    page.chmod(0o644)
    page.write_bytes(b"x" * page.stat().st_size)

    with pytest.raises(StoreError, match="not whole"):
        whole(places)


def test_a_file_that_changes_on_the_way_stops_the_zip(tmp_path):
    places = site(tmp_path, files())
    shipment = whole(places)
    page = places.out / "index.html"
    page.chmod(0o644)
    page.write_bytes(b"other")

    with pytest.raises(StoreError, match="changed"):
        pack(shipment, tmp_path / "site.zip", {})
    assert not (tmp_path / "site.zip").exists()


def test_what_is_no_site_goes_nowhere(tmp_path):
    with pytest.raises(StoreError, match="not a site"):
        whole(store.of_folder(tmp_path / "nothing"))


def test_first_the_pictures_last_the_first_page(tmp_path):
    """No page names what is not there yet."""
    waves = whole(site(tmp_path, files())).waves()
    paths = [[entry.path.rpartition("/")[2] for entry in wave] for wave in waves]

    assert paths == [
        ["cook.ba9876543210-480.avif", "ferry.0123456789ab-480.jpg"],
        ["rss.xml"],
        ["embed.html", "index.html"],
        ["index.html"],
    ]
