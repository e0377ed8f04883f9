"""The photographs of a folder, and their bytes, without following anything out of it."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cutline.model import ReadError
from cutline.store.index import Signature
from cutline.store.names import display_name, natural_key, quoted, why_not

MOST_BYTES = 200 << 20
"""No photograph is larger than 200 MB."""

PICTURES = frozenset(
    """jpg jpeg jpe jfif tif tiff png webp avif heic heif hif gif bmp jxl jp2 j2k psd
    dng cr2 cr3 crw nef arw raf rw2 orf pef srw""".split()
)
"""Extensions of pictures, readable or not: one that cannot be read must be named, not lost."""

_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC

_INSIDE = "move the photograph into the desk or beside the story"
_ITSELF = "put the photograph itself into the folder"
_RENAME = "give the file another name"


@dataclass(frozen=True, slots=True)
class Found:
    """A photograph of a folder, as the folder lists it.

    Attributes:
        name: Its name in the folder; safe to show.
        signature: Its size and times, for the stat index.
    """

    name: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class Refused:
    """What looks like a photograph and is not taken.

    Attributes:
        name: Its name, made safe to show.
        reason: What is wrong, one sentence for a person.
        hint: What to do about it.
    """

    name: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder.

    Attributes:
        found: The photographs in natural order.
        refused: What looks like a photograph and is none, in natural order.
    """

    found: tuple[Found, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a photograph as received.

    Attributes:
        data: All of them.
        sha256: Their hex digest: the photograph's identity.
        signature: Size and times of the file while they were read.
    """

    data: bytes
    sha256: str
    signature: Signature


def listing(folder: Path) -> Listing:
    """List the photographs of a folder: regular files with a picture's extension.

    Hidden files, sidecars, stories and folders are passed over; links and names that
    could mislead are refused with a sentence.

    Raises:
        ReadError: the folder cannot be read.
    """
    found: list[Found] = []
    refused: list[Refused] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not is_picture(entry.name):
                    continue
                status = entry.stat(follow_symlinks=False)
                refusal = _refusal(entry.name, status)
                if refusal:
                    name = display_name(entry.name)
                    refused.append(Refused(name, f"“{name}” {refusal[0]}", refusal[1]))
                else:
                    found.append(Found(entry.name, Signature.of(status)))
    except OSError as error:
        raise ReadError(f"cannot list the folder {quoted(folder)}: {error.strerror}") from error
    found.sort(key=lambda photograph: natural_key(photograph.name))
    refused.sort(key=lambda other: natural_key(other.name))
    return Listing(tuple(found), tuple(refused))


def inside(base: str, target: str) -> str:
    """The path that ``target`` names, seen from ``base``, both inside one root.

    Args:
        base: A folder relative to the root, ``""`` for the root itself.
        target: A relative path as a story gives it, with ``/`` and perhaps ``..``.

    Returns:
        The path relative to the root, without ``.`` and ``..``.

    Raises:
        ReadError: it climbs out of the root, is absolute, or holds what no path may.
    """
    shown = display_name(target)
    parts: list[str] = []
    if target.startswith("/") or "\0" in target or "\\" in target:
        raise ReadError(
            f"“{shown}” is not a path from the story to a photograph",
            "write it relative to the story, with / between folders; no name of a file may "
            "hold a backslash",
        )
    for part in PurePosixPath(base, target).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            raise ReadError(f"“{shown}” lies outside", _INSIDE)
    if not parts:
        raise ReadError(f"“{shown}” is a folder, not a photograph", "name a photograph in it")
    return "/".join(parts)


def read(root: Path, path: str, *, most: int = MOST_BYTES) -> Original:
    """Read a photograph once, whole.

    Args:
        root: A folder that is trusted.
        path: Relative to it, as ``inside`` or ``listing`` gives it; no part of it may be
            a symbolic link.
        most: Largest size taken, in bytes.

    Raises:
        ReadError: it is missing, a link, not a regular file, too large, or unreadable.
    """
    shown = display_name(path)
    try:
        with _opened(root, path) as descriptor:
            status = os.fstat(descriptor)
            refusal = _refusal(PurePosixPath(path).name, status, most)
            if refusal:
                raise ReadError(f"“{shown}” {refusal[0]}", refusal[1])
            with os.fdopen(os.dup(descriptor), "rb") as file:
                data = file.read(most + 1)
    except FileNotFoundError as error:
        raise ReadError(f"“{shown}” is not there", "check the name, or add the file") from error
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENOTDIR):
            raise ReadError(f"“{shown}” is a link, or lies behind one", _ITSELF) from error
        hint = (
            "let it be read" if isinstance(error, PermissionError) else "see what is with its disk"
        )
        raise ReadError(f"“{shown}” cannot be read: {error.strerror}", hint) from error
    except ValueError as error:  # a surrogate or a NUL: no disk can hold the name
        raise ReadError(f"“{shown}” is not a name that a file can have", _RENAME) from error
    if len(data) != status.st_size:
        raise ReadError(f"“{shown}” changed while it was read", "try again when it is all there")
    return Original(data, hashlib.sha256(data).hexdigest(), Signature.of(status))


def look(root: Path, path: str) -> Signature | None:
    """Size and times of a photograph without opening it; None if it is not a regular file.

    Args:
        root: A folder that is trusted.
        path: Relative to it.
    """
    try:
        status = root.joinpath(path).lstat()
    except (OSError, ValueError):
        return None
    return Signature.of(status) if stat.S_ISREG(status.st_mode) else None


def is_picture(name: str) -> bool:
    """Whether a name has a picture's ending, as ``listing`` looks for them."""
    stem, _, extension = name.rpartition(".")
    return extension.casefold() in PICTURES and bool(stem) and not stem.startswith(".")


def _refusal(name: str, status: os.stat_result, most: int = MOST_BYTES) -> tuple[str, str] | None:
    """Why a file is no photograph of ours, as the end of a sentence, and what to do."""
    if stat.S_ISLNK(status.st_mode):
        return "is a link", _ITSELF
    if not stat.S_ISREG(status.st_mode):
        return "is not a file", _ITSELF
    if status.st_size > most:
        return f"has {status.st_size >> 20} MB; {most >> 20} MB is the most", "export it smaller"
    reason = why_not(name)
    return (reason, _RENAME) if reason else None


@contextmanager
def _opened(root: Path, path: str) -> Iterator[int]:
    """Open a file part by part, so that no link on the way can lead elsewhere."""
    *folders, name = path.split("/")
    here = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for folder in folders:
            deeper = os.open(folder, _FOLDER, dir_fd=here)
            os.close(here)
            here = deeper
        descriptor = os.open(name, _FILE, dir_fd=here)
    finally:
        os.close(here)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
