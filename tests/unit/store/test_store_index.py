"""The index saves reading; it is believed only where a change would have shown."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from cutline.store import Index, Signature, fingerprint

SECOND = 1_000_000_000
NOW = 1_700_000_000 * SECOND + 123_456_789
RESTED = Signature(1000, NOW - SECOND, NOW - SECOND, 42)


def index(tmp_path: Path, at: int = NOW) -> Index:
    return Index(tmp_path / "deep" / "index", lambda: at)


def test_a_file_at_rest_is_not_hashed_again(tmp_path: Path) -> None:
    first = index(tmp_path)
    first.remember("a.jpg", RESTED, "abc", first.moment())
    assert first.save()
    again = index(tmp_path)
    assert again.lookup("a.jpg", RESTED) == "abc"
    assert again.lookup("b.jpg", RESTED) is None
    assert not again.save()


@pytest.mark.parametrize("field", ["bytes", "mtime_ns", "ctime_ns", "inode"])
def test_any_change_that_shows_counts(tmp_path: Path, field: str) -> None:
    entries = index(tmp_path)
    entries.remember("a.jpg", RESTED, "abc", NOW)
    changed = replace(RESTED, **{field: getattr(RESTED, field) - 1})
    assert entries.lookup("a.jpg", changed) is None


@pytest.mark.parametrize(
    ("changed_ns", "believed"),
    [
        (NOW - SECOND, True),
        (NOW - SECOND // 100, False),  # within a tick of the kernel's clock
        (NOW, False),
        (NOW + SECOND, False),  # a clock that was set back
        (NOW // SECOND * SECOND - SECOND, False),  # whole seconds: perhaps a FAT disk
        (NOW // SECOND * SECOND - 3 * SECOND, True),
    ],
)
def test_a_file_that_could_have_changed_unseen_is_not_believed(
    tmp_path: Path, changed_ns: int, believed: bool
) -> None:
    for signature in (replace(RESTED, mtime_ns=changed_ns), replace(RESTED, ctime_ns=changed_ns)):
        entries = index(tmp_path)
        entries.remember("a.jpg", signature, "abc", NOW)
        assert (entries.lookup("a.jpg", signature) == "abc") is believed
        assert (fingerprint([("a.jpg", signature)], b"", NOW) is not None) is believed


@pytest.mark.parametrize("name", ["a\udce9.jpg", "\ud800", "é/名.jpg", ""])
def test_a_name_that_is_not_unicode_is_a_name(tmp_path: Path, name: str) -> None:
    entries = index(tmp_path)
    entries.remember(name, RESTED, "abc", NOW)
    assert entries.save()
    assert index(tmp_path).lookup(name, RESTED) == "abc"
    assert index(tmp_path).lookup("é.jpg", RESTED) is None
    assert fingerprint([(name, RESTED)], b"") != fingerprint([("a.jpg", RESTED)], b"")


def test_a_pipe_in_the_place_of_the_index_does_not_hold_anybody_up(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    os.mkfifo(tmp_path / "deep" / "index")
    assert index(tmp_path).lookup("a.jpg", RESTED) is None


def test_a_damaged_index_is_an_empty_one(tmp_path: Path) -> None:
    entries = index(tmp_path)
    entries.remember("a.jpg", RESTED, "abc", NOW)
    entries.save()
    path = tmp_path / "deep" / "index"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert index(tmp_path).lookup("a.jpg", RESTED) is None
        path.write_bytes(whole[:at])
        assert index(tmp_path).lookup("a.jpg", RESTED) is None


def test_a_fingerprint_tells_every_difference() -> None:
    other = replace(RESTED, inode=43)
    inputs = [
        ([("a", RESTED)], b""),
        ([("a", other)], b""),
        ([("b", RESTED)], b""),
        ([("a", RESTED)], b"x"),
        ([("a", RESTED), ("b", other)], b""),
        ([("b", other), ("a", RESTED)], b""),
        ([], b""),
    ]
    digests = [fingerprint(files, given) for files, given in inputs]
    assert len(set(digests)) == len(inputs)
    assert digests == [fingerprint(files, given) for files, given in inputs]
