"""The photographs of a story: found, hashed, read in the cage, remembered by their hash."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cutline import metadata, store
from cutline.cage import Failed
from cutline.desk.answers import Answer, Answers, Progress, Question
from cutline.desk.beside import with_sidecar
from cutline.metadata import Reading
from cutline.model import Layers, Photograph, ReadError, Unreadable

__all__ = ["Held", "Library", "Progress", "silent"]

_NEVER_DECODED = {"heic": ("is a HEIC", "export it as JPEG, as cutline cannot decode HEVC")}


def silent(what: str, done: int, total: int) -> None:
    """A ``Progress`` that tells nobody."""


@dataclass(frozen=True, slots=True)
class Held:
    """A photograph and where its file lies, relative to the library's root.

    Attributes:
        photograph: Its metadata are the effective values.
        path: Its file.
        sidecar: The sidecar beside it; empty for none.
        revision: The revision of the sidecar that was read; ``store.NONE`` for none.
        layers: Who said what; None where no sidecar of ours says.
    """

    photograph: Photograph
    path: str
    sidecar: str = ""
    revision: str = store.NONE
    layers: Layers | None = None


def corrected(photograph: Photograph) -> Photograph:
    """A photograph without its supplier's habits, as ``intake`` knows them."""
    from cutline.intake import correct  # noqa: PLC0415 - not needed where there are no files

    return correct(photograph).photograph


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
        self._answers = Answers(root, cache, index, progress)

    def read(self, paths: Sequence[str]) -> dict[str, Held | Unreadable]:
        """Read each photograph once, with the sidecar beside it.

        Args:
            paths: Relative to the root.

        Returns:
            For each path the photograph, or why it cannot be used.

        Raises:
            ReadError: a folder cannot be listed.
        """
        beside = store.sidecars(self._root, paths)
        photographs = [Question(metadata.READ_TASK, path) for path in paths]
        sidecars = [Question(metadata.READ_SIDECAR_TASK, names[0]) for names in beside.values()]
        answers = self._answers.ask((*photographs, *sidecars))
        by_path = {question.path: answer for question, answer in answers.items()}
        return {path: self._held(path, beside.get(path, ()), by_path) for path in paths}

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

    def _held(
        self, path: str, names: Sequence[str], answers: Mapping[str, Answer]
    ) -> Held | Unreadable:
        answer, shown = answers[path], store.display_name(path)
        said = answer.said
        if isinstance(said, Failed):
            reason = said.reason if said.told else f"“{shown}” {said.reason}"
            missing = self._answers.is_missing(path)
            return Unreadable(shown, reason, missing=missing, hint=said.hint)
        if not isinstance(said, Reading):
            raise TypeError("a photograph is not read as a sidecar")
        if said.format in _NEVER_DECODED:
            reason, hint = _NEVER_DECODED[said.format]
            return Unreadable(shown, f"“{shown}” {reason}", hint=hint)
        found = with_sidecar(said, answer.sha256, path, names, answers)
        name = store.display_name(path.rpartition("/")[2])
        photograph = metadata.photograph(found.reading, answer.sha256, name)
        if found.layers is None:  # layers hold the corrections that somebody has seen
            photograph = corrected(photograph)
        return Held(photograph, path, found.path, found.revision, found.layers)
