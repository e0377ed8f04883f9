"""What lies in a folder of releases, and which of it is ours; the rest is never touched."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from cutline.model import StoreError
from cutline.store import write
from cutline.store.manifest import MANIFEST, WWW, load
from cutline.store.names import quoted

_NUMBER = re.compile(r"[0-9]{4,9}")
_PARTIAL = re.compile(r"\.[0-9]{4,9}\.(?:partial|old)")


@dataclass(frozen=True, slots=True)
class Kept:
    """The releases on disk.

    Attributes:
        numbers: Of the complete releases, oldest first.
        unfinished: Folders that a crashed run was building or removing.
    """

    numbers: tuple[str, ...] = ()
    unfinished: tuple[Path, ...] = ()


def kept(releases: Path) -> Kept:
    """Look over a folder of releases, which need not be there.

    A release is a folder with a manifest and a ``www``. Other things may lie beside them, as
    a desk's ``releases`` may be older than its site, but none under a name that a release
    could take. What somebody who holds the lock removes meanwhile is not missed.

    Raises:
        StoreError: there is such a thing, or the folder cannot be read.
    """
    if not releases.is_dir():
        return Kept()
    with write.telling("read", releases):
        paths = sorted(releases.iterdir())
        complete = [path for path in paths if _NUMBER.fullmatch(path.name)]
        unfinished = tuple(path for path in paths if _PARTIAL.fullmatch(path.name))
        strange = [path for path in complete if not _is_release(path)]
        strange += [path for path in unfinished if not _was_to_be_one(path)]
        foreign = [path.name for path in strange if os.path.lexists(path)]
    if foreign:
        raise StoreError(
            f"{quoted(releases)} holds something that cutline did not make: {quoted(foreign[0])}",
            "move it away, or choose another place with --to",
        )
    return Kept(tuple(sorted((path.name for path in complete), key=int)), unfinished)


def _is_release(folder: Path) -> bool:
    """Whether a folder is a release, of which the manifest or the ``www`` may be damaged."""
    manifest, www = folder / MANIFEST, folder / WWW
    links = any(path.is_symlink() for path in (folder, manifest, www))
    whole = www.is_dir() or load(folder) is not None
    return not links and manifest.is_file() and whole


def _was_to_be_one(folder: Path) -> bool:
    """Whether a folder holds nothing but parts of a release."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    try:
        return {path.name for path in folder.iterdir()} <= {MANIFEST, WWW}
    except FileNotFoundError:
        return True
