"""What a release holds: every file with its hash, and what the caller wants to remember."""

import hashlib
import os
import stat
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

import msgspec

from cutline.store import write
from cutline.store.names import quoted

MANIFEST = "manifest.json"
WWW = "www"
_MOST = 64 << 20
"""A manifest of 100,000 files has 15 MB; beyond this it is none of ours."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One file of a release.

    Attributes:
        path: Relative to ``www``.
        sha256: Hex digest of its bytes.
        bytes: Its size.
        key: Digest of what it was made from, so that it need not be made again; or empty.
    """

    path: str
    sha256: str
    bytes: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release, file by file.

    Attributes:
        files: Its files, sorted by path.
        facts: JSON values of the caller (fingerprint of the input, counts …).
    """

    files: tuple[Entry, ...]
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all files, sorted."""
        return tuple(entry.path for entry in self.files)

    def below(self, prefix: str) -> Iterator[Entry]:
        """The files whose path begins with ``prefix``, without looking at the others."""
        begin = bisect_left(self.files, prefix, key=lambda entry: entry.path)
        rest = (self.files[at] for at in range(begin, len(self.files)))
        return takewhile(lambda entry: entry.path.startswith(prefix), rest)

    def to_json(self) -> bytes:
        """The same manifest gives the same bytes: sorted and indented."""
        plain = {"facts": dict(self.facts), "files": self.files}
        return msgspec.json.format(msgspec.json.encode(plain, order="sorted"), indent=1) + b"\n"


class _File(msgspec.Struct):
    files: tuple[Entry, ...]
    facts: dict[str, object]


def load(release: Path) -> Manifest | None:
    """The manifest in a release's folder; None if it is missing or damaged."""
    try:
        read = msgspec.json.decode(write.read(release / MANIFEST, most=_MOST), type=_File)
    except (OSError, msgspec.DecodeError):
        return None
    return Manifest(read.files, read.facts)


def complaints(www: Path, files: Collection[Entry], rehash: Collection[str]) -> Iterator[str]:
    """What differs between a folder and the files it should hold: a sentence each.

    Args:
        www: The folder.
        files: What it should hold: exactly these, with these sizes.
        rehash: Paths whose bytes are read again and hashed.
    """
    there = dict(_walk(www)) if www.is_dir() else {}
    for entry in files:
        size = there.pop(entry.path, None)
        if size is None:
            yield f"{quoted(entry.path)} is missing"
        elif size != entry.bytes:
            yield f"{quoted(entry.path)} has {size} bytes instead of {entry.bytes}"
        elif entry.path in rehash and sha256_of(www / entry.path) != entry.sha256:
            yield f"{quoted(entry.path)} is not what was written"
    for path in sorted(there):
        yield f"{quoted(path)} does not belong there"


def untouched(release: Path, manifest: Manifest) -> bool:
    """Whether a release, as stat shows it, is what its manifest says; no file is opened.

    Just these files, regular, of their sizes, and none younger than the manifest, which is
    written last. Only a change that keeps the size and sets the time back does not show.
    """
    sizes = {entry.path: entry.bytes for entry in manifest.files}
    try:
        made_ns = (release / MANIFEST).lstat().st_mtime_ns
        for path, status in _scan(str(release / WWW), ""):
            whole = stat.S_ISREG(status.st_mode) and status.st_mtime_ns <= made_ns
            if not whole or sizes.pop(path, None) != status.st_size:
                return False
    except OSError:
        return False
    return not sizes


def sha256_of(path: Path) -> str | None:
    """Hex digest of a regular file's bytes; None if it cannot be read or is none."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _walk(www: Path) -> Iterator[tuple[str, int]]:
    """Every name below ``www`` that is not a folder, with its size."""
    for folder, folders, names, here in os.fwalk(www, follow_symlinks=False):
        linked = (name for name in folders if (Path(folder) / name).is_symlink())
        for name in (*names, *linked):
            path = (Path(folder) / name).relative_to(www).as_posix()
            yield path, os.stat(name, dir_fd=here, follow_symlinks=False).st_size


def _scan(folder: str, prefix: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every name below a folder that is not a folder, with its stat; links are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _scan(entry.path, f"{path}/")
            else:
                yield path, entry.stat(follow_symlinks=False)
