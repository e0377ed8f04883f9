"""Whatever step a real publish dies at, readers see the old site or the new one, whole."""

import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from cutline import store
from cutline.desk import Desk, Result
from cutline.model import StoreError
from cutline.store import write
from cutline.store.faults import Faults
from faults.dying import killed
from unit.desk.desks import SOURCE, desk, ferry, folder, program, settle


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A desk whose story is out, its lead with the caption “Crossing 0”."""
    made = desk(tmp_path / "desk", "keep_releases = 2\n")
    change(made, 0)
    settle()
    publish(made)
    return made


def change(newsroom: Path, number: int, *, pixels: bool = False) -> None:
    """Give the lead another caption; with ``pixels`` another card, too."""
    focal = f'{{focal="0.5,{0.1 + number % 80 / 100:.2f}"}}' if pixels else ""
    ferry(newsroom, f"Crossing {number}.", focal)


def publish(newsroom: Path) -> Result:
    terms = Desk.terms((), (), (), draft=True, skip_unreadable=False)
    return Desk().publish(newsroom / "stories" / "ferry", None, terms)


def shown(newsroom: Path) -> int:
    """The number of the crossing that readers see: one, on the page and in every picture."""
    assert store.verify(store.of_desk(newsroom)) == ()
    site = newsroom / "site"
    pictures = list((site / "ferry" / "photographs").glob("1.*"))
    texts = [(site / "ferry" / "index.html").read_bytes(), *(p.read_bytes() for p in pictures)]
    assert len(texts) == 4
    numbers = [set(re.findall(rb"Crossing ([0-9]+)\.", text)) for text in texts]
    (number,) = set.union(*numbers)
    assert all(found == {number} for found in numbers)
    return int(number)


def litter(newsroom: Path) -> list[str]:
    """What no finished run may leave: temporary files, unfinished releases.

    In the cache they may stay, as all of it may be deleted.
    """
    names = (path.relative_to(newsroom) for path in newsroom.rglob(".*"))
    return [
        str(name)
        for name in names
        if (name.name.startswith(".cutline-") and name.parts[:2] != (".cutline", "cache"))
        or name.name.endswith(".partial")
    ]


def refused(newsroom: Path, fault: str, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, str]:
    """Publish with a fault; whether its step was reached, and what was said."""
    faults, said = Faults(fault), ""
    with monkeypatch.context() as patch:
        patch.setattr(write, "FAULTS", faults)
        try:
            publish(newsroom)
        except StoreError as error:
            said = str(error)
    return faults.taken >= int(fault.partition(":")[2]), said


def whole_again(newsroom: Path, old: int, new: int) -> int:
    """After a fault: what readers see, and then that the next publish mends everything."""
    seen = shown(newsroom)
    assert seen in {old, new}
    cleared = publish(newsroom).changed
    assert shown(newsroom) == new
    assert not cleared or litter(newsroom) == []
    return seen


def test_a_kill_at_any_step_of_a_new_caption(newsroom):
    seen, step = set(), 0
    while True:
        step += 1
        change(newsroom, step)
        if not killed(partial(publish, newsroom), step):
            break
        seen.add(whole_again(newsroom, step - 1, step) == step)
    assert seen == {False, True}
    assert step > 30
    assert shown(newsroom) == step
    assert len(list((newsroom / "releases").iterdir())) == 2
    assert litter(newsroom) == []


@pytest.mark.parametrize(("kind", "step"), [("ENOSPC", -1), ("EIO", 0)])
def test_an_error_at_any_step_of_a_new_caption(newsroom, monkeypatch, kind, step):
    """One sentence that says what the disk said; and the next publish is as if nothing was.

    The full disk meets the odd steps and the broken one the even steps.
    """
    told, old = [], 0
    while True:
        step += 2
        change(newsroom, step)
        reached, said = refused(newsroom, f"{kind}:{step}", monkeypatch)
        if not reached:
            break
        told += [said] if said else []
        whole_again(newsroom, old, step)
        old = step
    assert step > 30
    assert len(told) > step / 2 / 2
    assert all("disk" in sentence and "\n" not in sentence for sentence in told)


@pytest.mark.parametrize("kind", ["kill", "ENOSPC"])
def test_a_fault_while_a_picture_is_made(newsroom, monkeypatch, kind):
    """The steps that a new rendition adds, in the cache and in the release: every fifth."""
    for step in range(1 if kind == "kill" else 2, 50, 5):
        change(newsroom, step, pixels=True)
        before = shown(newsroom)
        if kind == "kill":
            killed(partial(publish, newsroom), step)
        else:
            refused(newsroom, f"{kind}:{step}", monkeypatch)
        whole_again(newsroom, before, step)


@pytest.mark.parametrize("fault", ["kill:2", "ENOSPC:12", "EIO:60", "kill:78"])
def test_a_first_publish_that_dies_shows_nothing_or_everything(tmp_path, fault):
    """The program itself, with the fault in its environment, from nothing to a site."""
    photographs, site = folder(tmp_path / "photographs"), tmp_path / "site"
    run = program("publish", photographs, "--draft", cwd=tmp_path, CUTLINE_FAULT=fault)

    if fault.startswith("kill"):
        assert run.exit_code == -signal.SIGKILL
    else:
        assert run.exit_code == 2
        assert len(run.stderr.strip().splitlines()) == 1
        assert "disk" in run.stderr
        assert run.stdout == ""
    assert not os.path.lexists(site)
    again = program("publish", photographs, "--draft", cwd=tmp_path)
    assert again.exit_code == 0
    assert store.verify(store.of_folder(site)) == ()


def test_who_publishes_second_is_told_who_is_first(newsroom):
    places = store.of_desk(newsroom)
    change(newsroom, 1)
    with store.exclusive(places.lock, "the site"):
        run = program("publish", newsroom / "stories" / "ferry", "--draft")
    assert (run.exit_code, run.stdout) == (2, "")
    assert len(run.stderr.strip().splitlines()) == 1
    assert f"being published by somebody else (process {os.getpid()}, since " in run.stderr
    assert shown(newsroom) == 0


def test_two_programs_at_once_leave_one_whole_site(newsroom):
    """Two people press the button in the same moment: nobody's work is mixed or lost."""
    change(newsroom, 1, pixels=True)
    words = [sys.executable, "-m", "cutline", "publish", newsroom / "stories" / "ferry", "--draft"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    both = [
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        for _ in range(2)
    ]
    said = [process.communicate()[1].decode() for process in both]
    codes = {process.returncode for process in both}
    assert codes in ({0}, {0, 2}), said
    assert all(
        "somebody else" in text for text, each in zip(said, both, strict=True) if each.returncode
    )
    assert shown(newsroom) == 1
    assert litter(newsroom) == []
