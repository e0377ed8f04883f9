"""The photographs of a story: found, hashed, read in the cage, remembered by their hash."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cutline import metadata, store
from cutline.cage import Cage, Call, Done, Outcome
from cutline.model import CutlineError, Photograph, ReadError, Unreadable

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

_NEVER_DECODED = {"heic": ("is a HEIC", "export it as JPEG, as cutline cannot decode HEVC")}


def silent(what: str, done: int, total: int) -> None:
    """A ``Progress`` that tells nobody."""


@dataclass(frozen=True, slots=True)
class Held:
    """A photograph and where its file lies, relative to the library's root."""

    photograph: Photograph
    path: str


class Library:
    """Reads photographs under one root.

    Args:
        root: The folder that all of them lie in.
        cache: Where readings are remembered; None to remember nothing.
        index: Hashes of files at rest; None to hash every file.
        progress: Told how far it is.
    """

    def __init__(
        self,
        root: Path,
        cache: store.Cache | None,
        index: store.Index | None,
        progress: Progress = silent,
    ) -> None:
        self._root = root
        self._cache = cache
        self._index = index
        self._progress = progress
        self._hashes: dict[str, str] = {}

    def read(self, paths: Sequence[str]) -> dict[str, Held | Unreadable]:
        """Read each photograph once.

        Args:
            paths: Relative to the root.

        Returns:
            For each path the photograph, or why it cannot be used.
        """
        held: dict[str, Held | Unreadable] = {}
        waiting: list[str] = []
        for path in dict.fromkeys(paths):
            known = self._remembered(path)
            if known is None:
                waiting.append(path)
            else:
                held[path] = known
        for path, outcome in self._ask(waiting):
            held[path] = self._taken(path, outcome)
        if self._index is not None:
            self._index.save()
        return held

    def original(self, held: Held) -> bytes:
        """The bytes of a photograph that was read before.

        Raises:
            ReadError: the file is gone or has changed since.
        """
        original = store.read(self._root, held.path)
        if original.sha256 != held.photograph.sha256:
            name = store.display_name(held.path)
            raise ReadError(f"“{name}” changed while it was published", "publish again")
        return original.data

    def _remembered(self, path: str) -> Held | None:
        """A photograph whose bytes were read before; hashed again unless its file is at rest."""
        signature = store.look(self._root, path)
        if signature is None or self._index is None or self._cache is None:
            return None
        try:
            sha256 = self._index.lookup(self._name(path), signature) or self._hashed(path)
        except ReadError:
            return None  # the reading itself will say what is wrong
        entry = self._cache.get(_key(sha256))
        if entry is None:
            return None
        try:
            return _held(path, sha256, msgspec.msgpack.decode(entry))
        except (CutlineError, msgspec.DecodeError):
            return None

    def _hashed(self, path: str) -> str:
        return self._original(path).sha256

    def _original(self, path: str) -> store.Original:
        """The bytes of a file, and its hash noted for the next time."""
        moment = self._index.moment() if self._index else 0
        original = store.read(self._root, path)
        self._hashes[path] = original.sha256
        if self._index is not None:
            name = self._name(path)
            self._index.remember(name, original.signature, original.sha256, moment)
        return original

    def _ask(self, paths: list[str]) -> Iterator[tuple[str, Outcome]]:
        if not paths:
            return
        calls = (Call(metadata.READ_TASK, blobs=self._fetcher(path)) for path in paths)
        workers = 1 if len(paths) < 8 else None
        with Cage([metadata.READ_TASK], workers=workers) as cage:
            for done, (at, outcome) in enumerate(cage.map(calls), 1):
                self._progress("reading photographs", done, len(paths))
                yield paths[at], outcome

    def _fetcher(self, path: str) -> Callable[[], Sequence[bytes]]:
        return lambda: [self._original(path).data]

    def _taken(self, path: str, outcome: Outcome) -> Held | Unreadable:
        name = store.display_name(path)
        if not isinstance(outcome, Done):
            missing = not os.path.lexists(self._root / path)
            reason = outcome.reason if outcome.told else f"“{name}” {outcome.reason}"
            return Unreadable(name, reason, missing=missing, hint=outcome.hint)
        try:
            held = _held(path, self._hashes[path], outcome.value)
        except CutlineError as error:
            return Unreadable(name, f"“{name}” {error.message}", hint=error.hint)
        if held.photograph.format in _NEVER_DECODED:
            reason, hint = _NEVER_DECODED[held.photograph.format]
            return Unreadable(name, f"“{name}” {reason}", hint=hint)
        if self._cache is not None:
            packed = msgspec.msgpack.encode(outcome.value)
            self._cache.put(_key(held.photograph.sha256), packed)
        return held

    def _name(self, path: str) -> str:
        """A file as the index knows it; names may be of any bytes."""
        told = str(self._root / path)
        return told.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _key(sha256: str) -> str:
    return f"reading.{metadata.READER_VERSION}.{sha256}"


def _held(path: str, sha256: str, value: object) -> Held:
    reading = metadata.reading_from(value)
    name = path.rpartition("/")[2]
    return Held(metadata.photograph(reading, sha256, store.display_name(name)), path)
