"""A cache of hashes by size and times, so that unchanged photographs are not read again.

It is never the truth: a missing or damaged index is an empty one, and an entry counts only
if its file was clearly at rest when it was hashed. A file that changes twice within one tick
of its clock keeps its times (git calls such entries racily clean, and compares times with
those of its index); here each entry carries the moment of hashing, which is stricter.
"""

import hashlib
import os
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import msgspec

from cutline.store import write

_SECOND = 1_000_000_000
_TICK = _SECOND // 10
"""Kernels stamp files with a clock that moves every 1 to 10 ms."""

_COARSE_TICK = 2 * _SECOND
"""FAT keeps times to 2 s, some others to 1 s; such times have no fraction."""

_PACKED = struct.Struct("<QqqQ")
_MOST = 256 << 20


@dataclass(frozen=True, slots=True)
class Signature:
    """What stat says of a file; it changes whenever the file does, except within a tick.

    Attributes:
        bytes: Size.
        mtime_ns, ctime_ns: Times of the last change of content, of anything.
        inode: Number of the file on its disk.
    """

    bytes: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Self:
        """The signature in a stat result."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)

    def at_rest(self, moment_ns: int) -> bool:
        """Whether a change after this moment would show in the times."""
        return all(
            moment + (_TICK if moment % _SECOND else _COARSE_TICK) <= moment_ns
            for moment in (self.mtime_ns, self.ctime_ns)
        )


class _Entry(msgspec.Struct, array_like=True, frozen=True):
    signature: tuple[int, int, int, int]
    hashed_ns: int
    sha256: str


class Index:
    """Hashes of files as they were last seen.

    Args:
        path: The index's file; missing or damaged means empty.
        now: The clock, in nanoseconds since 1970.
    """

    def __init__(self, path: Path, now: Callable[[], int]) -> None:
        self._path = path
        self._now = now
        self._entries = _load(path)
        self._changed = False

    def moment(self) -> int:
        """The time now: take it before a file is read, give it to ``remember``."""
        return self._now()

    def lookup(self, name: str, signature: Signature) -> str | None:
        """The hash of a file, if it cannot have changed since it was hashed."""
        entry = self._entries.get(_coded(name))
        if entry is None or Signature(*entry.signature) != signature:
            return None
        return entry.sha256 if signature.at_rest(entry.hashed_ns) else None

    def remember(self, name: str, signature: Signature, sha256: str, read_ns: int) -> None:
        """Note the hash of a file.

        Args:
            name: What the caller calls the file.
            signature: As it was while the file was read.
            sha256: Hex digest of its bytes.
            read_ns: A ``moment`` before it was read.
        """
        parts = (signature.bytes, signature.mtime_ns, signature.ctime_ns, signature.inode)
        self._entries[_coded(name)] = _Entry(parts, read_ns, sha256)
        self._changed = True

    def save(self) -> bool:
        """Write the index if anything was remembered; says whether it wrote.

        Raises:
            StoreError: it could not be written; the old index stands.
        """
        if not self._changed:
            return False
        body = msgspec.msgpack.encode(self._entries)
        stored = hashlib.sha256(body).digest() + body
        write.make_folder(self._path.parent, mode=write.PRIVATE_FOLDER)
        write.replace(self._path, stored, mode=write.PRIVATE_FILE, durable=False)
        self._changed = False
        return True


def fingerprint(
    files: Iterable[tuple[str, Signature]], given: bytes, seen_ns: int | None = None
) -> str | None:
    """One digest over files as stat shows them and whatever else decides the result.

    Two equal fingerprints mean that nothing has changed, without reading a file.

    Args:
        files: Names and signatures, in an order that means something.
        given: Further input: settings, versions, other texts.
        seen_ns: When the files were read, if the digest is to be kept: a file that was
            not at rest then could change without showing. None to compare with one kept.

    Returns:
        Hex digest; None where it must not be kept because a file was not at rest.
    """
    digest = hashlib.sha256(struct.pack("<Q", len(given)) + given)
    for name, signature in files:
        if seen_ns is not None and not signature.at_rest(seen_ns):
            return None
        coded = _coded(name)
        digest.update(struct.pack("<Q", len(coded)) + coded)
        digest.update(
            _PACKED.pack(signature.bytes, signature.mtime_ns, signature.ctime_ns, signature.inode)
        )
    return digest.hexdigest()


def _coded(name: str) -> bytes:
    """A name as bytes, also one that is not Unicode."""
    return name.encode("utf-8", "surrogatepass")


def _load(path: Path) -> dict[bytes, _Entry]:
    try:
        stored = write.read(path, most=_MOST)
        body = stored[hashlib.sha256().digest_size :]
        if hashlib.sha256(body).digest() != stored[: len(stored) - len(body)]:
            return {}
        return msgspec.msgpack.decode(body, type=dict[bytes, _Entry])
    except (OSError, msgspec.DecodeError):
        return {}
