"""What can be made again, by key. May be deleted at any time, by anybody, while in use."""

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cutline.model import StoreError
from cutline.store import write
from cutline.store.names import quoted

_MAGIC = b"cutline cache 1\n"
_HEAD = len(_MAGIC) + hashlib.sha256().digest_size
_KEY = re.compile(r"[a-z0-9][a-z0-9._-]{2,150}")


@dataclass(frozen=True, slots=True)
class CacheSize:
    """What a cache takes up.

    Attributes:
        entries: Number of files.
        bytes: Their sizes together.
    """

    entries: int
    bytes: int


class Cache:
    """A folder of entries, each with a checksum over its key and content.

    A damaged, half-written or misplaced entry counts as absent and is replaced by the next
    ``put``; therefore nothing here is fsynced. Nothing is evicted: deleting the folder is.
    What comes of a photograph has its hash in its key, so that ``forget`` finds it.
    Pixels that were never published may lie here: all of it is its owner's alone.

    Args:
        folder: Where entries lie; made at the first ``put``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, or None if it is not there whole.

        Raises:
            StoreError: the key is malformed, or the disk reported an error.
        """
        path = self._path(key)
        try:
            entry = write.read(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            if path.is_symlink() or (path.exists() and not path.is_file()):
                return None
            raise StoreError(
                f"cannot read the cache {quoted(path)}: {error.strerror}", "delete the cache"
            ) from error
        content = memoryview(entry)[_HEAD:]
        whole = entry[:_HEAD] == _head(key, content)
        return bytes(content) if whole else None

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key``, over what is there.

        Raises:
            StoreError: the key is malformed, or it could not be written here.
        """
        path = self._path(key)
        if path.parent.is_symlink():
            raise StoreError(f"{quoted(path.parent)} is a link", "delete the cache")
        entry = _head(key, content) + content
        try:
            write.replace(path, entry, mode=write.PRIVATE_FILE, durable=False)
        except StoreError:
            if path.parent.is_dir():
                raise
            for folder in (self._folder, path.parent):
                write.make_folder(folder, mode=write.PRIVATE_FOLDER)
            write.replace(path, entry, mode=write.PRIVATE_FILE, durable=False)

    def forget(self, word: str) -> int:
        """Remove every entry whose key holds this word, whole or not; says how many went.

        Raises:
            StoreError: one could not be removed.
        """
        found = [path for path in self._folder.glob("*/*") if word in path.name]
        for path in found:
            write.remove(path)
        return len(found)

    def size(self) -> CacheSize:
        """How much is kept, whole or not."""
        entries = total = 0
        for path in self._folder.glob("*/*"):
            with suppress(FileNotFoundError):  # somebody is deleting it
                total += path.lstat().st_size
                entries += 1
        return CacheSize(entries, total)

    def _path(self, key: str) -> Path:
        if _KEY.fullmatch(key) is None:
            raise StoreError(f"{quoted(key)} is not the key of a cache entry")
        return self._folder / key[:2] / key


def _head(key: str, content: bytes | memoryview) -> bytes:
    digest = hashlib.sha256(key.encode() + b"\0")
    digest.update(content)
    return _MAGIC + digest.digest()
