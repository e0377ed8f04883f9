"""What the photographs of a story show, as fingerprints: made in the cage, for the copy desk."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cutline import imaging
from cutline.cage import Cage, Call, Done
from cutline.desk.library import Held, Library, Progress, silent
from cutline.model import Photograph, Size, Unreadable

_SHAPES = 20
"""Steps that a ratio of 1 is told apart in; a copy keeps its original's shape."""


def likened(
    placed: Sequence[Held | Unreadable], library: Library, progress: Progress = silent
) -> tuple[Photograph | Unreadable, ...]:
    """The photographs with their fingerprints, each file decoded once.

    One that has a shape of its own is no copy of another: it is not decoded. Nor is one of
    which the story has the same bytes twice more than once.

    Args:
        placed: The photographs of a story in page order.
        library: Where their bytes are.
        progress: Told how far it is.
    """
    held = {each.photograph.sha256: each for each in placed if isinstance(each, Held)}
    shapes = Counter(shape for each in held.values() for shape in _shapes(each.photograph.size))
    asked = [
        each
        for each in held.values()
        if any(shapes[shape] > 1 for shape in _shapes(each.photograph.size))
    ]
    found = _made(asked, library, progress) if len(asked) > 1 else {}
    return tuple(_with(each, found) for each in placed)


def _shapes(size: Size) -> tuple[int, int]:
    """The shape's step and the next: two shapes that are close share one of them."""
    step = int(size.ratio * _SHAPES)
    return step, step + 1


def _made(asked: Sequence[Held], library: Library, progress: Progress) -> dict[str, int]:
    found: dict[str, int] = {}
    calls = (
        Call(imaging.LIKENESS_TASK, blobs=lambda each=each: [library.original(each)])  # type: ignore[misc]
        for each in asked
    )
    workers = 1 if len(asked) < 4 else None
    with Cage([imaging.LIKENESS_TASK], setup=[imaging.SETUP], workers=workers) as cage:
        for done, (at, outcome) in enumerate(cage.map(calls), 1):
            progress("looking for copies", done, len(asked))
            likeness = imaging.read_likeness(outcome.value) if isinstance(outcome, Done) else None
            if likeness is not None:
                found[asked[at].photograph.sha256] = likeness
    return found


def _with(each: Held | Unreadable, found: dict[str, int]) -> Photograph | Unreadable:
    if isinstance(each, Unreadable):
        return each
    return replace(each.photograph, likeness=found.get(each.photograph.sha256))
