"""Photographs of a folder: listed in order, read once, never through a link."""

import os
from pathlib import Path

import pytest

from cutline.model import ReadError
from cutline.store import folder, inside, listing, look, read


def names(found: Path) -> list[str]:
    return [photograph.name for photograph in listing(found).found]


def test_photographs_come_in_natural_order_and_alone(tmp_path: Path) -> None:
    for name in ("IMG_10.jpg", "img_2.JPG", "IMG_1.tif", "heic.heic"):
        (tmp_path / name).touch()
    for other in (".hidden.jpg", "IMG_1.xmp", "story.md", "cutline.toml", "Thumbs.db", "jpg"):
        (tmp_path / other).touch()
    assert names(tmp_path) == ["heic.heic", "IMG_1.tif", "img_2.JPG", "IMG_10.jpg"]
    assert listing(tmp_path).refused == ()


def test_what_is_no_file_or_misleads_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "real.jpg").touch()
    (tmp_path / "link.jpg").symlink_to("real.jpg")
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "two\nlines.jpg").touch()
    (tmp_path / "gpj.\u202egpj.jpg").touch()
    (tmp_path / os.fsdecode(b"latin-\xe9.jpg")).touch()
    found = listing(tmp_path)
    assert names(tmp_path) == ["real.jpg"]
    assert len(found.refused) == 6
    assert all("\n" not in refused.reason for refused in found.refused)
    reasons = {refused.name: refused.reason for refused in found.refused}
    assert reasons["link.jpg"].startswith("“link.jpg” is a link")
    assert reasons["pipe.jpg"] == "“pipe.jpg” is not a file"


def test_a_folder_that_is_none_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot list the folder"):
        listing(tmp_path / "missing")


def test_bytes_come_with_their_hash(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.jpg").write_bytes(b"abc")
    original = read(tmp_path, "deep/a.jpg")
    assert original.data == b"abc"
    assert original.sha256.startswith("ba7816bf")
    assert original.signature == listing(tmp_path / "deep").found[0].signature


def test_no_link_on_the_way_is_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.jpg").touch()
    root = tmp_path / "root"
    root.mkdir()
    (root / "folder").symlink_to(tmp_path / "secret")
    (root / "a.jpg").symlink_to(tmp_path / "secret" / "a.jpg")
    for path in ("folder/a.jpg", "a.jpg"):
        with pytest.raises(ReadError, match="is a link, or lies behind one"):
            read(root, path)


def test_size_and_absence_are_told(tmp_path: Path) -> None:
    (tmp_path / "big.jpg").touch()
    os.truncate(tmp_path / "big.jpg", folder.MOST_BYTES + 1)
    with pytest.raises(ReadError, match="200 MB is the most"):
        read(tmp_path, "big.jpg")
    with pytest.raises(ReadError, match="is not there"):
        read(tmp_path, "gone.jpg")


@pytest.mark.parametrize("name", ["\ud800.jpg", "a\0.jpg"])
def test_a_name_that_no_file_can_have_is_a_read_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError) as told:
        read(tmp_path, name)
    assert "\N{REPLACEMENT CHARACTER}" in str(told.value)
    assert look(tmp_path, name) is None


def test_a_storys_paths_are_followed_inside_the_root_only() -> None:
    assert inside("stories/fire", "../../photographs/a.jpg") == "photographs/a.jpg"
    assert inside("", "./a.jpg") == "a.jpg"
    for wrong in ("../a.jpg", "x/../../a.jpg", "/etc/passwd", "a\0.jpg", "..\\a.jpg", "."):
        with pytest.raises(ReadError):
            inside("", wrong)
