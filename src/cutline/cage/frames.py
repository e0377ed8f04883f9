"""Messages between the cage and its workers: a msgpack header and raw blobs. Pure.

A frame is the mark, the header's length (four bytes, big-endian), the header, and the
blobs one after another. The header carries the body and the lengths of the blobs. Never
pickle: an answer comes from a process that a hostile file may have taken over.
"""

import struct
from collections.abc import Generator, Sequence
from typing import TypeAlias, TypeVar

import msgspec

_HEAD = struct.Struct(">4sI")
_MARK = b"CUT\x01"
_MOST_HEADER = 16 << 20
_MOST_BLOBS = 10_000

Body = TypeVar("Body")
Reading: TypeAlias = Generator[int, bytes, tuple[Body, tuple[bytes, ...]]]
"""Asks for so many bytes, is sent exactly those, returns body and blobs."""


class GarbageError(ValueError):
    """What came is not a frame, or a larger one than is taken."""


class Opening(msgspec.Struct, frozen=True):
    """First frame to a worker: what to prepare before it is confined.

    Attributes:
        setup: ``module:function`` of functions without arguments, called in order.
        tasks: ``module:function`` of all that may be called.
        memory_bytes: Limit of its address space.
    """

    setup: tuple[str, ...]
    tasks: tuple[str, ...]
    memory_bytes: int


class Order(msgspec.Struct, frozen=True):
    """A call: which task, with what, for how long."""

    task: str
    arguments: dict[str, object]
    cpu_seconds: int


class Reply(msgspec.Struct, frozen=True):
    """An answer.

    Attributes:
        kind: Empty for a value; else as in ``Failed``.
        value: The task's value.
        reason, hint, detail: As in ``Failed``.
    """

    kind: str = ""
    value: object = None
    reason: str = ""
    hint: str = ""
    detail: str = ""


class _Header(msgspec.Struct, frozen=True):
    body: msgspec.Raw
    blobs: list[int]


def frame(body: msgspec.Struct, blobs: Sequence[bytes] = ()) -> list[memoryview]:
    """The buffers of one frame, blobs uncopied.

    Raises:
        TypeError: the body holds what JSON cannot.
    """
    coded = msgspec.Raw(msgspec.msgpack.encode(body))
    header = msgspec.msgpack.encode(_Header(coded, [len(blob) for blob in blobs]))
    first = _HEAD.pack(_MARK, len(header)) + header
    return [memoryview(buffer) for buffer in (first, *blobs) if buffer]


def reading(body: type[Body], most: int) -> Reading[Body]:
    """Read one frame, whoever fetches its bytes.

    Args:
        body: Class of the body.
        most: Largest sum of the blobs, in bytes.

    Raises:
        GarbageError: it is no such frame.
    """
    mark, length = _HEAD.unpack((yield _HEAD.size))
    if mark != _MARK or length > _MOST_HEADER:
        raise GarbageError("not a frame")
    try:
        header = msgspec.msgpack.decode((yield length), type=_Header)
        decoded = msgspec.msgpack.decode(header.body, type=body)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise GarbageError(str(error)) from error
    sizes = header.blobs
    if len(sizes) > _MOST_BLOBS or min(sizes, default=0) < 0 or sum(sizes) > most:
        raise GarbageError("more than is taken")
    blobs: list[bytes] = []
    for size in sizes:
        blobs.append((yield size) if size else b"")
    return decoded, tuple(blobs)
