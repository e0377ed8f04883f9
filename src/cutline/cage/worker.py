"""The other side of the pipe: a process that prepares, locks itself in, and answers calls.

Started by ``cutline.cage.process``; nothing else calls it. Standard input brings frames,
standard output takes them; whatever a library prints goes to standard error.
"""

import codecs
import importlib
import os
import traceback
from typing import TYPE_CHECKING, NoReturn, TypeVar, cast

from cutline.cage.confine import allow_cpu, lock_in
from cutline.cage.frames import Opening, Order, Reply, frame, reading
from cutline.model import CutlineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutline.cage.calls import Task

_CODECS = (
    "ascii latin-1 cp1250 cp1251 cp1252 iso8859-2 iso8859-5 iso8859-15 mac-roman utf-8-sig "
    "utf-16 utf-16-le utf-16-be utf-32 shift-jis euc-jp euc-kr gb18030 big5"
).split()
"""Python opens the file of an encoding at its first use: for those met in photographs, now."""

_MOST = 1 << 40  # what the parent sends is trusted; RLIMIT_AS bounds it
Body = TypeVar("Body")


def main() -> NoReturn:
    """Answer until the pipe is closed."""
    pipe = _Pipe()
    opening, _ = pipe.receive(Opening)
    tasks: dict[str, Task] = {}
    try:
        for name in opening.setup:
            cast("Callable[[], None]", _find(name))()
        tasks.update((name, cast("Task", _find(name))) for name in opening.tasks)
        for codec in _CODECS:
            codecs.lookup(codec)
        lock_in(opening.memory_bytes)
    except Exception as error:
        pipe.send(_failure(error))
        os._exit(1)
    pipe.send(Reply())
    while True:
        order, blobs = pipe.receive(Order)
        allow_cpu(order.cpu_seconds)
        try:
            value, answer = tasks[order.task](order.arguments, blobs)
            buffers = frame(Reply(value=value), answer)
        except Exception as error:
            buffers = frame(_failure(error))
        del blobs
        pipe.write(buffers)


class _Pipe:
    """Frames over what were standard input and output; those names are given away."""

    def __init__(self) -> None:
        self._source, self._sink = os.dup(0), os.dup(1)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.close(null)
        os.dup2(2, 1)

    def receive(self, body: type[Body]) -> tuple[Body, tuple[bytes, ...]]:
        """Wait for a frame; the process ends when the pipe does."""
        steps = reading(body, _MOST)
        wanted = next(steps)
        while True:
            try:
                wanted = steps.send(self._fetch(wanted))
            except StopIteration as end:
                return cast("tuple[Body, tuple[bytes, ...]]", end.value)

    def send(self, body: Reply) -> None:
        """Send a frame without blobs."""
        self.write(frame(body))

    def write(self, buffers: list[memoryview]) -> None:
        """Send the buffers of a frame."""
        for buffer in buffers:
            rest = buffer
            while rest:
                rest = rest[os.write(self._sink, rest) :]

    def _fetch(self, size: int) -> bytes:
        data = bytearray(size)
        view = memoryview(data)
        while view:
            count = os.readv(self._source, [view])
            if count == 0:
                os._exit(0)
            view = view[count:]
        return bytes(data)


def _find(name: str) -> object:
    module, _, function = name.partition(":")
    found: object = getattr(importlib.import_module(module), function)
    return found


def _failure(error: Exception) -> Reply:
    if isinstance(error, CutlineError):
        return Reply(kind=type(error).__name__, reason=error.message, hint=error.hint)
    if isinstance(error, MemoryError):
        return Reply(kind="memory")
    last = traceback.format_exception_only(error)[-1].strip()
    detail = "".join(traceback.format_exception(error))[-4000:]
    return Reply(kind="bug", reason=f"made cutline fail: {last[:200]}", detail=detail)
