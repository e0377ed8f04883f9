"""One worker process, seen from outside: started, called against a clock, killed."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from cutline.cage.frames import GarbageError, Opening, Order, Reading, Reply, frame, reading
from cutline.cage.limits import Limits
from cutline.model import CutlineError

Body = TypeVar("Body")

_START = "import sys; sys.path[:] = sys.argv[1:]; from cutline.cage.worker import main; main()"
_START_SECONDS = 60.0
"""A worker imports its libraries, perhaps from a cold disk; this is no call of a task."""

_KEPT = 4096  # of standard error
_GULP = 1 << 20
_OUT_OF_MEMORY = (b"allocate", b"bad_alloc", b"out of memory", b"MemoryError")


class Died(Exception):  # noqa: N818 - what happened, not a fault of ours
    """The worker is gone, or was ended, without an answer.

    Attributes:
        kind: ``time``, ``memory`` or ``crash``.
        reason: What its call did, as the end of a sentence.
        detail: Its last words on standard error.
    """

    def __init__(self, kind: str, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.detail = detail


class Worker:
    """A confined process. One call at a time; a death raises ``Died`` and is final.

    Args:
        opening: What it prepares.
        limits: What it may use.

    Raises:
        Died: it ended while it was starting.
        CutlineError: it says that it cannot start.
    """

    def __init__(self, opening: Opening, limits: Limits) -> None:
        self._limits = limits
        self._said = bytearray()
        self.calls = 0
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-X", "utf8", "-c", _START, *_search_path()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=_environment(),
            start_new_session=True,  # Ctrl-C reaches us; we end the workers
        )
        for pipe in self._pipes():
            os.set_blocking(pipe, False)
        reply, _ = self._exchange(frame(opening), _START_SECONDS)
        if reply.kind:
            self.close()
            why = reply.reason or "not enough memory"
            raise CutlineError(f"a worker cannot start: {why}", "run `cutline doctor`")

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it is still there."""
        return self._process.poll() is None

    def call(
        self, order: Order, blobs: Sequence[bytes], wall_seconds: float
    ) -> tuple[Reply, tuple[bytes, ...]]:
        """Send a call and wait for its answer.

        Raises:
            Died: there is none; the process has been ended.
        """
        self.calls += 1
        reply, answer = self._exchange(frame(order, blobs), wall_seconds, order.cpu_seconds)
        if reply.kind == "memory":
            raise self._end("memory", self._too_much())
        return reply, answer

    def kill(self) -> None:
        """End it now. Harmless if it has ended; may be called from another thread."""
        with suppress(ProcessLookupError):
            self._process.kill()

    def close(self) -> None:
        """End it, wait for it, close its pipes."""
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()

    def _exchange(
        self, outgoing: list[memoryview], seconds: float, cpu_seconds: int = 0
    ) -> tuple[Reply, tuple[bytes, ...]]:
        """Write and read at once until an answer is whole, an end, or time is up."""
        sink, source, errors = self._pipes()
        deadline = time.monotonic() + seconds
        incoming = _Incoming(source, reading(Reply, self._limits.reply_bytes))
        with selectors.DefaultSelector() as selector:
            selector.register(sink, selectors.EVENT_WRITE)
            selector.register(source, selectors.EVENT_READ)
            selector.register(errors, selectors.EVENT_READ)
            while True:
                left = deadline - time.monotonic()
                if left <= 0:
                    raise self._end("time", f"took longer than {seconds:g} s")
                for key, _ in selector.select(left):
                    if key.fd == sink:
                        if not _push(sink, outgoing):
                            selector.unregister(sink)
                    elif key.fd == errors:
                        if not self._listen(errors):
                            selector.unregister(errors)
                    else:
                        try:
                            if incoming.pull():
                                return incoming.result()
                        except EOFError:
                            raise self._ended(cpu_seconds) from None
                        except GarbageError as error:
                            raise self._end("crash", "got a garbled answer", str(error)) from None

    def _listen(self, errors: int) -> bool:
        """Keep the last of what it says on standard error; False at its end."""
        with suppress(BlockingIOError):
            said = os.read(errors, _GULP)
            self._said += said
            del self._said[:-_KEPT]
            return bool(said)
        return True

    def _ended(self, cpu_seconds: int) -> Died:
        """Say why a process that closed its pipe did so."""
        try:
            code = self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return self._end("crash", "got a garbled answer")
        while self._process.stderr and self._listen(self._process.stderr.fileno()):
            if not _readable(self._process.stderr.fileno()):
                break
        if code == -signal.SIGXCPU:
            return self._end("time", f"needed more than {cpu_seconds} s of processor time")
        if any(word in self._said for word in _OUT_OF_MEMORY):
            return self._end("memory", self._too_much())
        if code == -signal.SIGKILL:
            return self._end("crash", "lost its worker, which was killed from outside")
        return self._end("crash", "crashed the decoder", f"exit status {code}")

    def _end(self, kind: str, reason: str, detail: str = "") -> Died:
        self.close()
        said = self._said.decode("utf-8", "replace").strip()
        return Died(kind, reason, "\n".join(filter(None, (detail, said))))

    def _too_much(self) -> str:
        return f"needed more than {self._limits.memory_bytes / 1e9:.2g} GB of memory"

    def _pipes(self) -> tuple[int, int, int]:
        process = self._process
        if process.stdin is None or process.stdout is None or process.stderr is None:
            raise ValueError("a worker has three pipes")
        return process.stdin.fileno(), process.stdout.fileno(), process.stderr.fileno()


class _Incoming:
    """A frame as it arrives."""

    def __init__(self, source: int, steps: Reading[Reply]) -> None:
        self._source = source
        self._steps = steps
        self._result: tuple[Reply, tuple[bytes, ...]] | None = None
        self._data = bytearray(next(steps))
        self._view = memoryview(self._data)

    def pull(self) -> bool:
        """Take what is there; True when the frame is whole.

        Raises:
            EOFError: the other side has closed the pipe.
            GarbageError: it is no frame.
        """
        try:
            count = os.readv(self._source, [self._view])
        except BlockingIOError:
            return False
        if count == 0:
            raise EOFError
        self._view = self._view[count:]
        if not self._view:
            try:
                self._data = bytearray(self._steps.send(bytes(self._data)))
                self._view = memoryview(self._data)
            except StopIteration as end:
                self._result = cast("tuple[Reply, tuple[bytes, ...]]", end.value)
        return self._result is not None

    def result(self) -> tuple[Reply, tuple[bytes, ...]]:
        """The frame, once ``pull`` has said that it is whole."""
        if self._result is None:
            raise ValueError("the frame is not whole")
        return self._result


def _push(sink: int, outgoing: list[memoryview]) -> bool:
    """Write what the pipe takes; False when there is nothing left, or nobody to read it."""
    try:
        count = os.writev(sink, outgoing[:8]) if outgoing else 0
    except BlockingIOError:
        return True
    except BrokenPipeError:  # the end of its answers will say why
        outgoing.clear()
    else:
        while outgoing and count >= len(outgoing[0]):
            count -= len(outgoing.pop(0))
        if outgoing:
            outgoing[0] = outgoing[0][count:]
    return bool(outgoing)


def _readable(descriptor: int) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        return bool(selector.select(0))


def _search_path() -> list[str]:
    """Where this process finds its modules, so that the worker runs the same code."""
    return [entry for entry in sys.path if Path(entry).is_absolute()]


def _environment() -> dict[str, str]:
    """Nothing of ours, as there may be secrets in it, but where libraries are found."""
    kept = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    fixed = {"LANG": "C.UTF-8", "TZ": "UTC", "MALLOC_ARENA_MAX": "2"}
    return fixed | {name: os.environ[name] for name in kept if name in os.environ}
