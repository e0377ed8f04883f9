"""The sidecar beside a photograph, and what becomes of the photograph's words by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from cutline import metadata, store
from cutline.desk.answers import Answer
from cutline.metadata import Reading, Sidecar
from cutline.model import Layers

_SAME = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "tiff": "tif", "heif": "heic", "hif": "heic"}
"""Extensions of one format, as one."""

UNREADABLE, FOREIGN, SECOND = "sidecar-unreadable", "sidecar-for-another", "sidecar-second"
UNUSED = frozenset(
    ("sidecar-broken", "sidecar-doctype", "sidecar-too-large", UNREADABLE, FOREIGN, SECOND)
)
"""Kinds of problems that leave a sidecar's words out."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A photograph's reading with its sidecar's words.

    Attributes:
        reading: Effective values; problems of both.
        path: The sidecar; empty where there is none.
        revision: The revision of it that was read; ``store.NONE`` for none.
        layers: Who said what; None where the sidecar has no layers of ours.
    """

    reading: Reading
    path: str = ""
    revision: str = store.NONE
    layers: Layers | None = None


def with_sidecar(
    reading: Reading, sha256: str, path: str, names: Sequence[str], answers: Mapping[str, Answer]
) -> Beside:
    """Put the words of a sidecar over those of its photograph.

    Args:
        reading: What the photograph says.
        sha256: Its hash.
        path: Its name, or path.
        names: The sidecars beside it, the one that counts first.
        answers: What was read, by path; of the sidecars, only the first is asked.
    """
    if not names:
        return Beside(reading)
    answer = answers[names[0]]
    if not isinstance(answer.said, Sidecar):
        return Beside(_also(reading, (UNREADABLE, *_others(names))), names[0], answer.sha256)
    sidecar = answer.said
    if sidecar.extension and _kind(sidecar.extension) != _kind(PurePosixPath(path).suffix[1:]):
        problem = f"{FOREIGN}:{sidecar.extension}"
        return Beside(_also(reading, (problem, *_others(names))), names[0], answer.sha256)
    made, layers = metadata.with_sidecar(reading, sidecar, sha256)
    return Beside(
        _also(made, _others(names)),
        names[0],
        answer.sha256,
        layers if sidecar.layers is not None else None,
    )


def _others(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{SECOND}:{store.display_name(PurePosixPath(name).name)}" for name in names[1:])


def _also(reading: Reading, problems: tuple[str, ...]) -> Reading:
    return replace(reading, problems=(*reading.problems, *problems)) if problems else reading


def _kind(extension: str) -> str:
    return _SAME.get(extension.lower(), extension.lower())
