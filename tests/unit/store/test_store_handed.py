"""What is put where somebody said: over what cutline made, and over nothing else."""

from pathlib import Path

import pytest

from cutline.model import StoreError
from cutline.store import hand_file, hand_folder

MARK, LISTING = b"made here", "list.txt"


def given(*names: str) -> dict[str, bytes]:
    lines = "".join(f"{name}\twords\n" for name in names)
    return {LISTING: b"# made here\n" + lines.encode(), **dict.fromkeys(names, b"picture")}


def test_a_file_of_ours_is_replaced(tmp_path):
    """The next one takes its place; folders above it are made."""
    path = tmp_path / "out" / "story.epub"
    hand_file(path, b"one, made here", MARK)
    hand_file(path, b"two, made here", MARK)

    assert path.read_bytes() == b"two, made here"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("there", ["file", "folder", "link"])
def test_what_is_not_ours_stays(tmp_path, there):
    """A file without our mark, a folder, a link: refused, untouched."""
    path = tmp_path / "story.epub"
    if there == "file":
        path.write_bytes(b"a novel")
    elif there == "folder":
        path.mkdir()
    else:
        (tmp_path / "novel").write_bytes(b"a novel, made here")
        path.symlink_to("novel")
    with pytest.raises(StoreError, match="--to"):
        hand_file(path, b"made here", MARK)

    assert there != "file" or path.read_bytes() == b"a novel"
    assert there != "link" or path.is_symlink()


def test_a_folder_of_ours_goes_as_a_whole(tmp_path):
    """What is no longer in the set is no longer in the folder."""
    path = tmp_path / "set"
    hand_folder(path, given("1.jpg", "2.jpg"), MARK, LISTING)
    hand_folder(path, given("2.jpg"), MARK, LISTING)

    assert sorted(each.name for each in path.iterdir()) == ["2.jpg", LISTING]
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_folder_is_taken(tmp_path):
    path = tmp_path / "set"
    path.mkdir()
    hand_folder(path, given("1.jpg"), MARK, LISTING)

    assert (path / "1.jpg").read_bytes() == b"picture"


@pytest.mark.parametrize("foreign", ["without a list", "one more file"])
def test_a_folder_with_other_things_stays(tmp_path, foreign):
    """Somebody's own file is never thrown away with the set."""
    path = tmp_path / "set"
    if foreign == "one more file":
        hand_folder(path, given("1.jpg"), MARK, LISTING)
    else:
        path.mkdir()
    (path / "mine.psd").write_bytes(b"mine")
    before = sorted(each.name for each in path.iterdir())
    with pytest.raises(StoreError):
        hand_folder(path, given("2.jpg"), MARK, LISTING)

    assert sorted(each.name for each in path.iterdir()) == before


def test_what_a_killed_run_left_is_cleared(tmp_path):
    """The hidden folders of a run that was cut short go with the next."""
    path: Path = tmp_path / "set"
    (tmp_path / ".set.new.cutline").mkdir()
    (tmp_path / ".set.old.cutline").mkdir()
    hand_folder(path, given("1.jpg"), MARK, LISTING)

    assert list(tmp_path.iterdir()) == [path]
