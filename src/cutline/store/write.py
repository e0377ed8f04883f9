"""The one module that writes.

A file appears whole or not at all: temporary file in the same folder, write, fsync, rename
(or link, where a file is written once), fsync the folder, only then done. Every primitive
is one counted step (``cutline.store.faults``). An ``OSError`` leaves here as a
``StoreError`` that says what to do.

Below the whole-file functions stand the steps they are made of. ``Batch`` alone uses those
from outside; they raise a plain ``OSError``, which ``telling`` turns into a sentence.
"""

import ctypes
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cutline.model import StoreError
from cutline.store.faults import FAULTS
from cutline.store.names import quoted

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
OURS = ".cutline"
"""How the name of a folder ends that holds what is not for everybody; the site lies beside it."""

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
PASSAGE = 0o711
"""Others may pass through to what they know the name of, and see no names."""

_NO_LINK = frozenset({errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP})
_REASONS = {
    errno.ENOSPC: ("the disk is full", "make room and try again"),
    errno.EDQUOT: ("your disk quota is used up", "make room and try again"),
    errno.EROFS: ("the disk is read-only", "choose another place"),
    errno.EACCES: ("the folder may not be written to", "change its permissions or choose another"),
    errno.EPERM: ("the system does not allow it", "change the permissions or choose another place"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one"),
    errno.EIO: ("the disk reported an error", "look after the disk, then try again"),
    errno.ENOTDIR: ("a part of the path is not a folder", "move that file away or choose another"),
    errno.ENOTEMPTY: ("the folder is not empty", "empty it or choose another place"),
    errno.ELOOP: ("it is a symbolic link", "remove it or choose another place"),
}


class TakenError(StoreError):
    """A file that is written once exists already."""


@contextmanager
def telling(doing: str, path: Path) -> Iterator[None]:
    """Turn an ``OSError`` of the block into a sentence: cannot `doing` `path`: why."""
    try:
        yield
    except OSError as error:
        why, hint = _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))
        message = f"cannot {doing} {quoted(path)}: {why}"
        kind = TakenError if isinstance(error, FileExistsError) else StoreError
        raise kind(message, hint) from error


def replace(path: Path, data: bytes, *, mode: int = 0o644, durable: bool = True) -> None:
    """Put ``data`` at ``path``, over what is there; readers see the old or the new file.

    Args:
        path: The file; its folder exists.
        data: All of its bytes.
        mode: Permissions before the umask, of a new file; one that is there keeps its own.
        durable: False for what may be lost in a power cut (a cache): no fsync.

    Raises:
        StoreError: it could not be written; the old file is untouched.
    """
    with telling("write", path), _temporary(path) as temp:
        fill(temp, data, mode, durable=durable)
        with suppress(FileNotFoundError):
            temp.chmod(stat.S_IMODE(path.stat().st_mode))
        _rename(temp, path)
        if durable:
            sync(path.parent)


def create(path: Path, data: bytes, *, mode: int = 0o444) -> None:
    """Put ``data`` at ``path``, where nothing may be: for what is written once.

    Raises:
        TakenError: there is a file already; it is untouched.
        StoreError: it could not be written.
    """
    with telling("write", path), _temporary(path) as temp:
        fill(temp, data, mode, durable=True)
        FAULTS.step()
        os.link(temp, path, follow_symlinks=False)
        _unlink(temp)
        sync(path.parent)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file for the block to fill; when that ends well, it takes the place of ``path``.

    For what is too large to be held in memory. Readers see the old or the new file.

    Raises:
        StoreError: it could not be written; the old file is untouched.
    """
    with telling("write", path), _temporary(path) as temp:
        FAULTS.step()
        with os.fdopen(os.open(temp, _NEW, 0o644), "wb") as file:
            yield file
            file.flush()
            FAULTS.step()
            os.fsync(file.fileno())
        _rename(temp, path)
        sync(path.parent)


def make_folder(path: Path, *, mode: int = 0o777) -> None:
    """Make a folder and those above it, durably; one that exists is fine as it is.

    Args:
        path: The folder.
        mode: Its permissions before the umask. Those above it are made as anybody's, but
            a folder of ours and what is in it for its owner alone.

    Raises:
        StoreError: it could not be made, or something else has the name.
    """
    missing: list[Path] = []
    here = path
    while not here.is_dir() and here != here.parent:
        missing.append(here)
        here = here.parent
    with telling("make the folder", path):
        ours = False
        for folder in reversed(missing):
            ours = ours or folder.name.endswith(OURS)
            above = PRIVATE_FOLDER if ours else 0o777
            mkdir(folder, mode if folder == path else above)
            sync(folder.parent)


def let_through(folder: Path) -> None:
    """Let others pass through a folder, to what they know the name of; durably.

    Raises:
        StoreError: the permissions could not be changed.
    """
    with telling("change the permissions of", folder):
        mode = stat.S_IMODE(folder.lstat().st_mode)
        if mode | PASSAGE != mode:
            FAULTS.step()
            folder.chmod(mode | PASSAGE)
            sync(folder)


def link_into(source: Path, target: Path) -> None:
    """Give the file ``source`` a second name; across devices, a durable copy.

    Raises:
        StoreError: ``target`` exists, or neither link nor copy could be made.
    """
    with telling("write", target):
        if not hard_link(source, target):
            fill(target, read(source), 0o444, durable=True)
        sync(target.parent)


def switch(link: Path, target: str) -> None:
    """Point the symbolic link at ``target``; readers see the old or the new one.

    An empty real folder in its place is removed first; anything else is left alone.

    Raises:
        StoreError: the link could not be moved, or something that is not ours is there.
    """
    with telling("switch", link), _temporary(link) as temp:
        if not link.is_symlink() and link.exists() and not link.is_dir():
            raise FileExistsError(errno.EEXIST, "a file that cutline did not make is there")
        FAULTS.step()
        temp.symlink_to(target)
        if link.is_dir() and not link.is_symlink():
            _rmdir(link)
        _rename(temp, link)
        sync(link.parent)


def move(source: Path, target: Path) -> None:
    """Rename a folder of ours within its folder, durably; ``target`` must not exist.

    Raises:
        StoreError: it could not be renamed.
    """
    with telling("move", source):
        if target.exists():
            raise FileExistsError(errno.EEXIST, f"{quoted(target.name)} exists")
        _rename(source, target)
        sync(target.parent)


def remove_tree(path: Path) -> None:
    """Remove a folder that cutline made, and all in it; links in it are not followed.

    Raises:
        StoreError: it is not a real folder, or a part could not be removed.
    """
    with telling("remove", path):
        if path.is_symlink():
            raise NotADirectoryError(errno.ENOTDIR, "it is a symbolic link")
        for _, folders, files, here in os.fwalk(path, topdown=False, follow_symlinks=False):
            for name in files:
                _unlink(name, here)
            for name in folders:
                if stat.S_ISLNK(os.lstat(name, dir_fd=here).st_mode):
                    _unlink(name, here)
                else:
                    _rmdir(name, here)
        _rmdir(path)


def remove(path: Path) -> None:
    """Remove one file of ours, durably; one that is gone already is fine.

    Raises:
        StoreError: it could not be removed.
    """
    with telling("remove", path):
        with suppress(FileNotFoundError):
            _unlink(path)
        sync(path.parent)


def sweep(path: Path) -> None:
    """Remove temporary files that a crashed writer of ``path`` left beside it.

    Only for a name that one process writes at a time: its lock must be held.

    Raises:
        StoreError: one could not be removed.
    """
    with telling("clean up beside", path):
        for left in path.parent.glob(f"{_stem(path)}*"):
            _unlink(left)


def open_lock(path: Path) -> int:
    """A descriptor of the lock file, made if it is missing; never truncated.

    Raises:
        StoreError: it could not be opened.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    with telling("open the lock", path):
        FAULTS.step()
        return os.open(path, flags, PRIVATE_FILE)


def note(descriptor: int, path: Path, text: bytes) -> None:
    """Say in a lock file who holds it. Not durable: a lock does not outlive its holder.

    Raises:
        StoreError: it could not be written.
    """
    with telling("write the lock", path):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        _pour(descriptor, text)


def _stem(path: Path) -> str:
    """How names of temporary files for ``path`` begin; short however long its name is."""
    mark = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:12]
    return f".cutline-{mark}-"


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """A fresh name beside ``path``; what is left under it after a fault is removed."""
    temp = path.with_name(f"{_stem(path)}{os.urandom(8).hex()}")
    try:
        yield temp
    except BaseException:
        # The fault itself is what the caller hears; a file left over goes at the next sweep.
        with suppress(OSError):
            temp.unlink(missing_ok=True)
        raise


def fill(path: Path, data: bytes, mode: int, *, durable: bool) -> None:
    """Write a new file under its own name: for temporary names and unseen folders only."""
    FAULTS.step()
    descriptor = os.open(path, _NEW, mode)
    try:
        _pour(descriptor, data)
        if durable:
            FAULTS.step()
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(path: Path, *, most: int = -1) -> bytes:
    """The first ``most`` bytes, or all, of a file of ours; a link or a pipe is refused."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        return file.read(most)


def hard_link(source: Path, target: Path) -> bool:
    """Give a file a second name; False where the two places cannot share one."""
    FAULTS.step()
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno in _NO_LINK:
            return False
        raise
    return True


def mkdir(path: Path, mode: int = 0o777) -> None:
    """Make one folder; its name is durable when its parent has been synced."""
    FAULTS.step()
    path.mkdir(mode)


def sync(path: Path) -> None:
    """Make a file's bytes, or the names in a folder, durable."""
    FAULTS.step()
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_disk(descriptor: int) -> None:
    """Make everything on the file system of an open folder durable (Linux)."""
    FAULTS.step()
    if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _pour(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    if FAULTS.next_fails:  # a fault in the middle of a write leaves half of it
        os.write(descriptor, view[: len(view) // 2])
    FAULTS.step()
    while view:
        view = view[os.write(descriptor, view) :]


def _rename(source: Path, target: Path) -> None:
    FAULTS.step()
    source.rename(target)


def _unlink(name: Path | str, folder: int | None = None) -> None:
    FAULTS.step()
    os.unlink(name, dir_fd=folder)


def _rmdir(name: Path | str, folder: int | None = None) -> None:
    FAULTS.step()
    os.rmdir(name, dir_fd=folder)
