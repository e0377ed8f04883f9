"""Files of which every revision stays: written only over the one that was seen."""

import hashlib
from pathlib import Path

from cutline.model import ConflictError
from cutline.store import write
from cutline.store.lock import exclusive
from cutline.store.names import quoted
from cutline.store.places import refuse_unless_folder

NONE = ""
"""The revision of a file that is not there."""


def revision(data: bytes | None) -> str:
    """What tells one revision of a file from another: the SHA-256 of its bytes."""
    return NONE if data is None else hashlib.sha256(data).hexdigest()


def revise(path: Path, data: bytes, *, seen: str, older: Path) -> str:
    """Write a file over the revision that was seen, and keep that one.

    The one that is there is kept first, then the new one takes its place: a crash loses
    neither, and leaves at most a copy too many, which the next revision uses.

    Args:
        path: The file.
        data: All of its new bytes.
        seen: The revision that they were made from; ``NONE`` for no file.
        older: Folder of its older revisions, ``0001.xmp`` and so on, each written once. Its
            parent holds the lock, so everything revised there waits its turn.

    Returns:
        The new revision.

    Raises:
        ConflictError: another revision is there; nothing was written.
        StoreError: it could not be written; the old one stands.
    """
    for folder in (older.parent, older):
        refuse_unless_folder(folder)
        write.make_folder(folder, mode=write.PRIVATE_FOLDER)
    with exclusive(older.parent / ".lock", quoted(path), patient=True):
        standing = _standing(path)
        if revision(standing) != seen:
            raise ConflictError(
                f"{quoted(path)} was changed meanwhile", "look at it again, then change it"
            )
        write.sweep(path)
        if standing is not None and standing != data:
            _keep(older, standing, path.suffix)
        if standing != data:
            write.replace(path, data)
    return revision(data)


def _standing(path: Path) -> bytes | None:
    with write.telling("read", path):
        try:
            return write.read(path)
        except FileNotFoundError:
            return None


def _keep(older: Path, data: bytes, suffix: str) -> None:
    """Keep a revision, unless it is the last that was kept: a crash came in between."""
    kept = {int(each.stem): each for each in older.iterdir() if each.stem.isdecimal()}
    last = max(kept, default=0)
    target = older / f"{last + 1:04}{suffix}"
    for left in (kept.get(last, target), target):
        write.sweep(left)
    if last and _standing(kept[last]) == data:
        return
    write.create(target, data, mode=write.PRIVATE_FILE)
