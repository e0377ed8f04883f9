"""Reading what a person names: whole, up to a size, and never from a pipe or a device.

A pipe that nobody writes to would be waited for without end, and a device never ends.
"""

import os
import stat
import sys
from pathlib import Path

from cutline.model import ReadError

MOST_JSON = 512 << 20
"""Bytes of stories in JSON: an archive."""

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC


def read_file(path: Path, most: int, hint: str = "this is not one story") -> bytes:
    """The bytes of a file.

    Args:
        path: The file; links are followed.
        most: Bytes that it may have.
        hint: What to do where it has more.

    Raises:
        ReadError: it cannot be read, is no file, or is too long; the sentence says which.
    """
    try:
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ReadError(
                    f"“{path}” is no file", "name a file, or read a pipe by - (standard input)"
                )
            raw = file.read(most + 1)
    except (OSError, ValueError) as error:  # a name with NUL in it is a ValueError
        why = getattr(error, "strerror", None) or error
        raise ReadError(f"“{path}” cannot be read: {why}") from error
    return _short(raw, f"“{path}”", most, hint)


def read_standard_input(most: int, hint: str = "this is not one story") -> bytes:
    """All that comes in, up to ``most`` bytes.

    Raises:
        ReadError: standard input is closed, or gives more.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise ReadError("standard input is closed", "name a file, or write to it: … | cutline …")
    return _short(sys.stdin.buffer.read(most + 1), "standard input", most, hint)


def _short(raw: bytes, named: str, most: int, hint: str) -> bytes:
    if len(raw) > most:
        raise ReadError(f"{named} has more than {most >> 20} MB", hint)
    return raw
