"""The cage: calls in, outcomes out, whatever happens to the processes between."""

import os
import queue
import threading
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

from cutline.cage.calls import Call, Done, Failed, Outcome
from cutline.cage.frames import Opening, Order
from cutline.cage.limits import Limits
from cutline.cage.process import Died, Worker
from cutline.model import CutlineError

_TRIES = 2


class Cage:
    """Runs tasks in confined worker processes. A context manager.

    Args:
        tasks: ``module:function`` of all that may be called; imported before confinement.
        setup: ``module:function`` of functions without arguments that each worker calls
            first: late imports and settings of libraries. They must start no threads.
        workers: How many processes; None for one on each core.
        limits: What each may use.
    """

    def __init__(
        self,
        tasks: Sequence[str],
        *,
        setup: Sequence[str] = (),
        workers: int | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.workers = workers or len(os.sched_getaffinity(0))
        self._opening = Opening(tuple(setup), tuple(tasks), self.limits.memory_bytes)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers. Calls under way fail."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            for worker in self._busy:
                worker.kill()
        for worker in idle:
            worker.close()

    def run(self, call: Call) -> Outcome:
        """Make one call and wait for its outcome."""
        return next(outcome for _, outcome in self.map([call]))

    def map(self, calls: Iterable[Call]) -> Iterator[tuple[int, Outcome]]:
        """Make many calls; outcomes come as they are ready, with the call's position.

        Calls are taken from the iterable as workers become free, and at most twice as
        many as there are workers are between it and the caller: memory stays bounded
        however many photographs there are.

        Raises:
            CutlineError: workers cannot be started on this machine.
        """
        run = _Run(self, iter(calls))
        try:
            yield from run.outcomes()
        finally:
            run.stop()

    def answer(self, call: Call, stop: threading.Event) -> Outcome:
        """Make one call in the calling thread, twice if its worker dies.

        Args:
            call: The call.
            stop: Set when nobody waits for the outcome any more.

        Raises:
            ValueError: the cage was not opened for this task.
        """
        if call.task not in self._opening.tasks:
            raise ValueError(f"the cage was not opened for {call.task}")
        try:
            blobs = call.blobs() if callable(call.blobs) else call.blobs
        except CutlineError as error:
            return Failed(error.message, type(error).__name__, error.hint)
        cpu = call.cpu_seconds or self.limits.cpu_seconds
        wall = call.wall_seconds or self.limits.wall_seconds
        order = Order(call.task, dict(call.arguments), cpu)
        for attempt in range(_TRIES):
            try:
                worker = self._take()
                try:
                    reply, answer = worker.call(order, blobs, wall)
                finally:
                    self._give_back(worker)
            except Died as death:
                if attempt + 1 == _TRIES or stop.is_set():
                    return Failed(death.reason, death.kind, detail=death.detail)
                continue
            if reply.kind:
                return Failed(reply.reason, reply.kind, reply.hint, reply.detail)
            return Done(reply.value, answer)
        raise AssertionError("every try returns or is followed by another")

    def interrupt(self) -> None:
        """End the workers that have a call; each of these fails."""
        with self._lock:
            for worker in self._busy:
                worker.kill()

    def _take(self) -> Worker:
        """An idle worker that lives, or a new one."""
        while True:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
            if worker is None:
                worker = Worker(self._opening, self.limits)
            elif not worker.alive:
                worker.close()
                continue
            with self._lock:
                self._busy.add(worker)
                if self._closed:
                    worker.kill()
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            kept = worker.alive and worker.calls < self.limits.calls and not self._closed
            if kept:
                self._idle.append(worker)
        if not kept:
            worker.close()


class _Run:
    """One ``map``: a thread for each worker, which waits on its pipes."""

    def __init__(self, cage: Cage, calls: Iterator[Call]) -> None:
        self._cage = cage
        self._calls = enumerate(calls)
        self._taking = threading.Lock()
        self._room = threading.Semaphore(2 * cage.workers)
        self._ready: queue.SimpleQueue[tuple[int, Outcome] | BaseException | None] = (
            queue.SimpleQueue()
        )
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, name=f"cage-{number}", daemon=True)
            for number in range(cage.workers)
        ]

    def outcomes(self) -> Iterator[tuple[int, Outcome]]:
        """Outcomes as they come; a fault of a thread is raised here."""
        for thread in self._threads:
            thread.start()
        working = len(self._threads)
        while working:
            item = self._ready.get()
            if item is None:
                working -= 1
            elif isinstance(item, BaseException):
                raise item
            else:
                yield item
                self._room.release()

    def stop(self) -> None:
        """Let no thread outlive the ``map``; what is under way is ended."""
        self._stop.set()
        self._room.release(len(self._threads))
        while any(thread.is_alive() for thread in self._threads):
            self._cage.interrupt()
            for thread in self._threads:
                if thread.ident is not None:
                    thread.join(0.05)

    def _work(self) -> None:
        try:
            while True:
                self._room.acquire()
                with self._taking:
                    numbered = None if self._stop.is_set() else next(self._calls, None)
                if numbered is None:
                    break
                number, call = numbered
                self._ready.put((number, self._cage.answer(call, self._stop)))
        except BaseException as error:  # raised in the thread that asked
            self._ready.put(error)
        self._ready.put(None)
