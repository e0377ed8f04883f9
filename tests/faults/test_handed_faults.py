"""Whatever step a handed folder dies at, the old one or the new one is there, whole."""

import shutil
from pathlib import Path

import pytest

from cutline.store import hand_folder
from faults.dying import failed, killed

MARK, LISTING = b"made here", "list.txt"


def made(word: str) -> dict[str, bytes]:
    """Files of a folder, all of which say which one it is."""
    lines = f"# made here\n{word}.jpg\twords\nboth.jpg\twords\n"
    return {LISTING: lines.encode(), f"{word}.jpg": word.encode(), "both.jpg": word.encode()}


class Handed:
    """A folder that was handed over, and is to be handed over again."""

    def __init__(self, root: Path) -> None:
        self.path = root / "set"

    def hand(self, word: str) -> None:
        hand_folder(self.path, made(word), MARK, LISTING)

    def kill(self, word: str, step: int) -> bool:
        """Hand one over in a process that kills itself at a step; whether it did."""
        return killed(lambda: self.hand(word), step)

    def fail(self, word: str, fault: str, monkeypatch: pytest.MonkeyPatch) -> str:
        """Hand one over with a fault; what was said, empty if its step was not reached."""
        return failed(lambda: self.hand(word), fault, monkeypatch)

    @property
    def standing(self) -> dict[str, bytes] | None:
        """The folder's files by name; None where there is none."""
        if not self.path.exists():
            return None
        return {each.name: each.read_bytes() for each in self.path.iterdir()}

    @property
    def beside(self) -> list[str]:
        return sorted(each.name for each in self.path.parent.iterdir() if each != self.path)


@pytest.fixture
def handed(tmp_path: Path) -> Handed:
    return Handed(tmp_path)


def test_a_kill_at_any_step_leaves_a_whole_folder(handed):
    """Between the two renames the old one lies beside its place, until the next run."""
    handed.hand("old")
    step, seen = 1, []
    while handed.kill("new", step):
        if handed.standing is None:
            seen.append("between")
            # The next run finds no room, and still leaves what there was before.
            assert handed.kill("next", 6)
            assert handed.standing == made("old")
        assert handed.standing in (made("old"), made("new"))
        seen.append("new" if handed.standing == made("new") else "old")
        handed.hand("old")
        assert handed.standing == made("old")
        assert handed.beside == []
        step += 1
    assert step > 15
    assert list(dict.fromkeys(seen)) == ["old", "between", "new"]
    assert handed.standing == made("new")


@pytest.mark.parametrize("kind", ["ENOSPC", "EIO"])
def test_an_error_at_any_step_leaves_a_whole_folder(handed, monkeypatch, kind):
    """One sentence, and the old folder or the new one in its place, never none."""
    handed.hand("old")
    step, seen = 1, set()
    while said := handed.fail("new", f"{kind}:{step}", monkeypatch):
        assert "cannot" in said
        assert handed.standing in (made("old"), made("new"))
        seen.add(handed.standing == made("new"))
        handed.hand("old")
        assert handed.standing == made("old")
        assert handed.beside == []
        step += 1
    assert step > 15
    assert seen == {False, True}
    assert handed.standing == made("new")


def test_the_first_folder_of_a_name_is_there_whole_or_not_at_all(handed):
    step = 1
    while handed.kill("new", step):
        assert handed.standing in (None, made("new"))
        step += 1
    assert step > 10
    assert handed.standing == made("new")


def test_half_of_an_old_folder_is_never_put_back(handed, monkeypatch):
    """What a kill left of the one that goes has another name, and goes with the next run."""
    handed.hand("old")
    step, halves = 1, 0
    while handed.kill("new", step):
        if handed.standing == made("new"):
            halves += 1
            shutil.rmtree(handed.path)
            assert handed.fail("next", "ENOSPC:8", monkeypatch)
            assert handed.standing in (None, made("old"))
        handed.hand("old")
        step += 1
    assert halves > 3
