"""What somebody asked for, put where they said: a file or a folder that is theirs from then on.

Only what cutline made before is ever replaced; it is known by a mark in it.
"""

from collections.abc import Mapping
from pathlib import Path

from cutline.model import StoreError
from cutline.store import write
from cutline.store.batch import Batch
from cutline.store.names import quoted

_MODE = 0o644
_CHOOSE = "choose another place with --to"


def hand_file(path: Path, data: bytes, mark: bytes) -> None:
    """Put a file at ``path``, over one of ours.

    Args:
        path: The file; folders above it are made.
        data: All of its bytes, the mark among them.
        mark: What tells one of ours from another.

    Raises:
        StoreError: something else is there, or it could not be written.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise StoreError(f"{quoted(path)} is no file", _CHOOSE)
    if path.exists() and mark not in _read(path):
        raise StoreError(f"{quoted(path)} is a file that cutline did not make", _CHOOSE)
    write.make_folder(path.parent)
    write.replace(path, data, mode=_MODE)


def hand_folder(path: Path, files: Mapping[str, bytes], mark: bytes, listing: str) -> None:
    """Put a folder at ``path``, over one of ours, which goes as a whole.

    Whatever it dies at, one of the two stands whole under that name. Only between the two
    renames neither does, the old one lying beside it: the next call puts it back first.

    Args:
        path: The folder; those above it are made.
        files: Its files by name, the one that lists them among them.
        mark: What the first line of that file holds.
        listing: The name of that file. Each further line begins with a file's name and a tab.

    Raises:
        StoreError: something else is there, or it could not be written.
    """
    new, old, gone = (
        path.with_name(f".{path.name}.{word}{write.OURS}") for word in ("new", "old", "gone")
    )
    if old.exists() and not path.exists():
        write.move(old, path)
    _refuse_foreign(path, mark, listing)
    write.make_folder(path.parent)
    for left in (new, old, gone):  # of a run that was cut short: it can be made again
        if left.exists():
            write.remove_tree(left)
    with Batch(new) as batch:
        for name, data in files.items():
            batch.put(name, data, mode=_MODE)
        batch.settle()
    _exchange(path, new, old)
    if old.exists():
        write.move(old, gone)  # so that what has the old one's name is never a part of it
        write.remove_tree(gone)


def _exchange(path: Path, new: Path, old: Path) -> None:
    """Put ``new`` in the place of ``path``, which lies at ``old`` from then on."""
    try:
        if path.exists():
            write.move(path, old)
        write.move(new, path)
    except StoreError:
        if old.exists() and not path.exists():
            write.move(old, path)
        raise


def _refuse_foreign(path: Path, mark: bytes, listing: str) -> None:
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise StoreError(f"{quoted(path)} is no folder", _CHOOSE)
    there = {each.name for each in path.iterdir()} if path.exists() else set()
    if not there:
        return
    first, *lines = _read(path / listing).split(b"\n") if listing in there else (b"",)
    if mark not in first:
        raise StoreError(f"{quoted(path)} is a folder that cutline did not make", _CHOOSE)
    listed = {line.partition(b"\t")[0].decode("utf-8", "replace") for line in lines}
    foreign = sorted(there - listed - {listing})
    if foreign:
        raise StoreError(
            f"{quoted(path)} holds {quoted(foreign[0])}, which cutline did not put there",
            "move it away, or choose another place with --to",
        )


def _read(path: Path) -> bytes:
    with write.telling("read", path):
        return write.read(path)
