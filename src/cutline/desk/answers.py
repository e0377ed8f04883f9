"""What caged tasks say of files, remembered by the files' bytes."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cutline import metadata, store
from cutline.cage import Cage, Call, Done, Failed, Outcome
from cutline.metadata import Reading, Sidecar
from cutline.model import CutlineError, ReadError

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

Said = Reading | Sidecar


@dataclass(frozen=True, slots=True)
class Task:
    """A task: the key of its answers, what understands them, and the largest file it takes."""

    key: str
    understand: Callable[[object], Said]
    most: int


TASKS = {
    metadata.READ_TASK: Task("reading", metadata.reading_from, store.MOST_BYTES),
    metadata.READ_SIDECAR_TASK: Task("sidecar", metadata.sidecar_from, store.MOST_SIDECAR),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A file, and the task that reads it."""

    task: str
    path: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a task said of a file.

    Attributes:
        sha256: Hex digest of the file's bytes; empty where it could not be read.
        said: The reading; or why there is none, as a sentence of its own or the end of one.
    """

    sha256: str
    said: Said | Failed


def understood(task: str, outcome: Outcome) -> Said | Failed:
    """What came out of the cage, with every shape checked."""
    if isinstance(outcome, Failed):
        return outcome
    try:
        return TASKS[task].understand(outcome.value)
    except CutlineError as error:
        return Failed(error.message, "refused", error.hint)


class Answers:
    """Reads files under one root in the cage.

    Args:
        root: The folder that all of them lie in.
        cache: Where answers are remembered; None to remember nothing.
        index: Hashes of files at rest; None to hash every file.
        progress: Told how far it is.
    """

    def __init__(
        self, root: Path, cache: store.Cache | None, index: store.Index | None, progress: Progress
    ) -> None:
        self._root = root
        self._cache = cache
        self._index = index
        self._progress = progress
        self._hashes: dict[str, str] = {}

    def ask(self, questions: Sequence[Question]) -> dict[Question, Answer]:
        """Answer each question once, without the cage where the same bytes were asked before."""
        answers: dict[Question, Answer] = {}
        waiting: list[Question] = []
        for question in dict.fromkeys(questions):
            known = self._remembered(question)
            if known is None:
                waiting.append(question)
            else:
                answers[question] = known
        for question, outcome in self._caged(waiting):
            answers[question] = self._understood(question, outcome)
        if self._index is not None:
            self._index.save()
        return answers

    def is_missing(self, path: str) -> bool:
        """Whether there is no such file at all."""
        return not os.path.lexists(self._root / path)

    def _remembered(self, question: Question) -> Answer | None:
        """What was said of the same bytes; they are hashed again unless the file is at rest."""
        path = question.path
        signature = store.look(self._root, path)
        if signature is None or self._index is None or self._cache is None:
            return None
        try:
            sha256 = self._index.lookup(self._name(path), signature) or self._read(question).sha256
        except ReadError:
            return None  # the reading itself will say what is wrong
        entry = self._cache.get(_key(question.task, sha256))
        if entry is None:
            return None
        try:
            said = TASKS[question.task].understand(msgspec.msgpack.decode(entry))
        except (CutlineError, msgspec.DecodeError):
            return None
        return Answer(sha256, said)

    def _understood(self, question: Question, outcome: Outcome) -> Answer:
        """The answer of a worker, remembered if it makes sense."""
        answer = Answer(self._hashes.get(question.path, ""), understood(question.task, outcome))
        if isinstance(outcome, Done) and self._cache and not isinstance(answer.said, Failed):
            packed = msgspec.msgpack.encode(outcome.value)
            self._cache.put(_key(question.task, answer.sha256), packed)
        return answer

    def _read(self, question: Question) -> store.Original:
        """The bytes of a file, and its hash noted for the next time."""
        moment = self._index.moment() if self._index else 0
        original = store.read(self._root, question.path, most=TASKS[question.task].most)
        self._hashes[question.path] = original.sha256
        if self._index is not None:
            name = self._name(question.path)
            self._index.remember(name, original.signature, original.sha256, moment)
        return original

    def _caged(self, waiting: Sequence[Question]) -> Iterator[tuple[Question, Outcome]]:
        if not waiting:
            return
        calls = (Call(each.task, blobs=self._fetcher(each)) for each in waiting)
        workers = 1 if len(waiting) < 8 else None
        with Cage(tuple({each.task for each in waiting}), workers=workers) as cage:
            for done, (at, outcome) in enumerate(cage.map(calls), 1):
                self._progress("reading photographs", done, len(waiting))
                yield waiting[at], outcome

    def _fetcher(self, question: Question) -> Callable[[], Sequence[bytes]]:
        return lambda: [self._read(question).data]

    def _name(self, path: str) -> str:
        """A file as the index knows it; names may be of any bytes."""
        told = str(self._root / path)
        return told.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _key(task: str, sha256: str) -> str:
    return f"{TASKS[task].key}.{metadata.READER_VERSION}.{sha256}"
