"""One publisher at a time: an exclusive lock on a file (``flock``), freed by any death."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from cutline.model import BusyError
from cutline.store import write


@contextmanager
def exclusive(path: Path, what: str, *, patient: bool = False) -> Iterator[None]:
    """Hold the lock at ``path`` for the block; its folder is made if missing.

    The file stays: a lock file that is removed can be held twice. It carries the process
    id; since when it is held is the file's own time, so no clock is asked.

    Args:
        path: The lock file.
        what: What is locked, for the message to whoever comes second.
        patient: Wait until it is free: for what is held for a moment only.

    Raises:
        BusyError: somebody else holds it.
        StoreError: the lock file cannot be made.
    """
    write.make_folder(path.parent, mode=write.PRIVATE_FOLDER)
    descriptor = write.open_lock(path)
    try:
        with write.telling("lock", path):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
            except BlockingIOError as error:
                raise BusyError(*_holder(descriptor, what)) from error
        write.note(descriptor, path, b"%d\n" % os.getpid())
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int, what: str) -> tuple[str, str]:
    """The sentence, and the next step, for whoever comes second."""
    since = datetime.fromtimestamp(os.fstat(descriptor).st_mtime, UTC)
    pid = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
    process = f"process {pid}" if pid.isdigit() else "another process"
    who = f"{process}, since {since:%Y-%m-%d %H:%M:%S} UTC"
    return f"{what} is being published by somebody else ({who})", "wait until that has ended"
