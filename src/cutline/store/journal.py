"""What is only ever added to: numbered files of which each is written once."""

from collections.abc import Iterator
from pathlib import Path

from cutline.store import write
from cutline.store.lock import exclusive
from cutline.store.names import check_path
from cutline.store.places import Places, refuse_unless_folder

_SUFFIX = ".json"


def record(places: Places, story: str, edition: bytes) -> Path:
    """Keep the record of an edition as ``editions/<story>/NNNN.json``, never over another.

    Args:
        places: Where the editions lie.
        story: Slug of the story.
        edition: The record, as JSON.

    Returns:
        The file.

    Raises:
        StoreError: it could not be written, or a link is in the way.
    """
    folder = _records_of(places, story)
    return _append(folder, edition, places.editions, "the records of editions")


def records(places: Places, story: str) -> Iterator[bytes]:
    """The records of a story's editions, the latest first.

    Raises:
        StoreError: one cannot be read, or a link is in the way.
    """
    yield from _entries(_records_of(places, story))


def recorded(places: Places) -> tuple[str, ...]:
    """The slugs of all stories that have records, sorted.

    Raises:
        StoreError: the folder cannot be read.
    """
    refuse_unless_folder(places.editions)
    if not places.editions.is_dir():
        return ()
    with write.telling("read", places.editions):
        found = (path for path in places.editions.iterdir() if not path.name.startswith("."))
        return tuple(sorted(path.name for path in found if path.is_dir()))


def enter(places: Places, fact: bytes) -> Path:
    """Enter a fact into the ledger as ``ledger/NNNN.json``, never over another.

    Args:
        places: Where the ledger lies.
        fact: The fact, as JSON.

    Returns:
        The file.

    Raises:
        StoreError: it could not be written, or a link is in the way.
    """
    refuse_unless_folder(places.ledger)
    return _append(places.ledger, fact, places.ledger, "the ledger")


def entered(places: Places) -> Iterator[tuple[Path, bytes]]:
    """The facts of the ledger with their files, the latest first.

    Raises:
        StoreError: one cannot be read, or a link is in the way.
    """
    refuse_unless_folder(places.ledger)
    for path in _numbered(places.ledger):
        with write.telling("read", path):
            yield path, write.read(path)


def _append(folder: Path, data: bytes, locked: Path, what: str) -> Path:
    for each in dict.fromkeys((locked, folder)):
        write.make_folder(each, mode=write.PRIVATE_FOLDER)
    with exclusive(locked / ".lock", what, patient=True):
        last = next((int(path.stem) for path in _numbered(folder)), 0)
        for left in (last, last + 1):  # what a crashed run was about to write
            write.sweep(folder / _name(left))
        path = folder / _name(last + 1)
        write.create(path, data, mode=write.PRIVATE_FILE)
        return path


def _entries(folder: Path) -> Iterator[bytes]:
    for path in _numbered(folder):
        with write.telling("read", path):
            yield write.read(path)


def _numbered(folder: Path) -> list[Path]:
    """The numbered files of a folder, the latest first."""
    found = (path for path in folder.glob(f"*{_SUFFIX}") if path.stem.isdecimal())
    return sorted(found, key=lambda path: int(path.stem), reverse=True)


def _records_of(places: Places, story: str) -> Path:
    folder = places.editions / check_path(story)
    for each in (places.editions, folder):
        refuse_unless_folder(each)
    return folder


def _name(number: int) -> str:
    return f"{number:04}{_SUFFIX}"
