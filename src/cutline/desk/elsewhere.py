"""Photographs that are still where an import found them: nothing but a sidecar is here."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cutline import metadata, store
from cutline.desk.answers import Answers, Progress, Question
from cutline.desk.material import Material
from cutline.desk.proofing import elsewhere
from cutline.metadata import Sidecar
from cutline.model import Field, Metadata, Photograph, Size, Unreadable


def known(
    material: Material, read: Sequence[Photograph | Unreadable], progress: Progress
) -> tuple[Photograph | Unreadable | None, ...]:
    """What is known of each placed photograph.

    Args:
        material: The story.
        read: Its photographs as they were read, one for each placement.
        progress: Told how far it is.

    Returns:
        As read; but for one that an import left elsewhere what its sidecar says, and None
        where it has none.
    """
    away = {
        at: material.target(placement)
        for at, (placement, each) in enumerate(zip(material.story.placements, read, strict=True))
        if elsewhere(placement, each)
    }
    said = _sidecars(material, tuple(away.values()), progress) if away else {}
    return tuple(said.get(away[at]) if at in away else each for at, each in enumerate(read))


def _sidecars(
    material: Material, paths: Sequence[str], progress: Progress
) -> Mapping[str, Photograph]:
    """The photographs that have a sidecar, by path."""
    beside = {path: names[0] for path, names in store.sidecars(material.root, paths).items()}
    questions = [Question(metadata.READ_SIDECAR_TASK, name) for name in beside.values()]
    answers = Answers(material.root, None, None, progress).ask(questions)
    read = {question.path: answer.said for question, answer in answers.items()}
    return {
        path: _photograph(path, sidecar)
        for path, name in beside.items()
        if isinstance(sidecar := read.get(name), Sidecar)
    }


def _photograph(path: str, sidecar: Sidecar) -> Photograph:
    fields = {name: Field(value, "sidecar") for name, value in sidecar.values.items()}
    whole = Metadata(MappingProxyType(fields))
    return Photograph("", store.display_name(path), "", Size(1, 1), metadata=whole)
