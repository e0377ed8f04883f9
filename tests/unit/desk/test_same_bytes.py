"""The same story gives the same bytes: on another desk, another day, in another process."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cutline import store
from cutline.desk import Desk
from cutline.desk import desk as verbs
from unit.desk.desks import SOURCE, cutline, desk, photograph, placing, settle, story

SETTINGS = 'publication = "The Harbour Post"\nurl = "https://p.example.org/"\n'
CORRECTED = 'corrections: ["2023-09-14: The ferry has run since 1931."]'
TERMS = Desk.terms((), (), (), draft=False, skip_unreadable=False)


def newsroom(path: Path) -> Path:
    """A desk with an address and two dated stories that share a photograph."""
    made = desk(path, SETTINGS)
    photograph(made / "photographs" / "3.jpg", 3)
    quay = placing("../../photographs/3.jpg", "A cook at the rail", "The cook rests.")
    shared = placing("../../photographs/1.jpg", caption="The ferry leaves the quay.")
    story(made / "stories" / "quay" / "story.md", quay, shared, headline="The quay")
    for name, more in (("ferry", CORRECTED), ("quay", "section: World")):
        file = made / "stories" / name / "story.md"
        told = f"language: en\npublished: 2023-09-13\n{more}"
        file.write_text(file.read_text().replace("language: en", told))
    return made


def everything(made: Path) -> dict[str, bytes]:
    """Every file of the site, the manifest, and the site as a zip file."""
    site = made / "site"
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*")}
    held = {name: path.read_bytes() for name, path in files.items() if path.is_file()}
    held["manifest"] = (site.resolve().parent / "manifest.json").read_bytes()
    before = Path.cwd()
    os.chdir(made)
    try:
        assert cutline("send", "out.zip").exit_code == 0
    finally:
        os.chdir(before)
    return {**held, "zip": (made / "out.zip").read_bytes()}


def test_another_desk_day_and_process_give_the_same_bytes(tmp_path, monkeypatch):
    """Folder, clock, hash seed, umask, zone and language of the machine leave no trace."""
    here = newsroom(tmp_path / "here")
    for name in ("ferry", "quay"):
        Desk().publish(here / "stories" / name, None, TERMS)
    later = newsroom(tmp_path / "another place" / "désk")
    for path in later.rglob("*.jpg"):
        os.utime(path, (10**9, 10**9))
    monkeypatch.setattr(verbs, "_now", lambda: datetime(2031, 1, 1, tzinfo=UTC))
    for name in ("ferry", "quay"):
        Desk().publish(later / "stories" / name, None, TERMS)
    third = newsroom(tmp_path / "third")
    more = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONUTF8": "0"}
    for name in ("ferry", "quay"):
        subprocess.run(
            [sys.executable, "-m", "cutline", "publish", f"stories/{name}"],
            cwd=third,
            env={**os.environ, "PYTHONPATH": str(SOURCE), **more},
            umask=0o077,
            check=True,
            capture_output=True,
        )

    first = everything(here)
    assert len(first) > 40
    for other in (everything(later), everything(third)):
        assert sorted(other) == sorted(first)
        assert [name for name in first if other[name] != first[name]] == []


@pytest.fixture
def published(tmp_path: Path) -> Path:
    made = newsroom(tmp_path / "desk")
    settle()
    for name in ("ferry", "quay"):
        Desk().publish(made / "stories" / name, None, TERMS)
    return made


def nodes(made: Path) -> dict[str, int]:
    site = made / "site"
    return {
        path.relative_to(site).as_posix(): path.stat().st_ino
        for path in site.rglob("*")
        if path.is_file()
    }


def test_a_new_caption_touches_what_says_it_and_nothing_else(published):
    """All else is the very same file on disk; no pixel is made again."""
    before = nodes(published)
    file = published / "stories" / "quay" / "story.md"
    file.write_text(file.read_text().replace("The cook rests.", "The cook sits."))
    result = Desk().publish(file, None, TERMS)
    after = nodes(published)
    fresh = {path for path, node in after.items() if before.get(path) != node}

    assert result.rendered == 0
    assert result.written == len(fresh)
    assert {path.partition("/")[0] for path in fresh if "/" in path} == {"quay"}
    assert {path for path in fresh if "/photographs/" in path} == {
        path for path in after if path.startswith("quay/photographs/3.")
    }
    assert not any(path.startswith("ferry/") for path in fresh)
    sitemap = {path for path in fresh if "/" not in path}
    said = {path: (published / "site" / path).read_bytes() for path in sitemap}
    assert all(b"3." in data or b"The cook sits" in data for data in said.values())


def test_kept_releases_are_as_many_as_asked_and_share_their_files(tmp_path):
    made = newsroom(tmp_path / "desk")
    (made / "cutline.toml").write_text(f"{SETTINGS}keep_releases = 3\n")
    file = made / "stories" / "ferry" / "story.md"
    words = file.read_text()
    for number in range(6):
        file.write_text(words.replace("The ferries pass at noon.", f"Crossing {number}."))
        Desk().publish(file, None, TERMS)

    kept = sorted(path.name for path in (made / "releases").iterdir())
    assert kept == ["0004", "0005", "0006"]
    shared = list((made / "site").glob("ferry/photographs/2.*"))
    assert shared
    assert {path.stat().st_nlink for path in shared} == {3}
    assert store.verify(store.of_desk(made)) == ()
