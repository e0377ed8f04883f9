"""What the photographs of a story show, as fingerprints: made in the cage, for the copy desk."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cutline import imaging, store
from cutline.cage import Cage, Call, Done
from cutline.desk.library import Held, Library, Progress, silent
from cutline.model import Photograph, Size, Unreadable

_SHAPES = 20
"""Steps that a ratio of 1 is told apart in; a copy keeps its original's shape."""


def likened(
    placed: Sequence[Held | Unreadable],
    library: Library,
    progress: Progress = silent,
    *,
    every: bool = False,
) -> tuple[Photograph | Unreadable, ...]:
    """The photographs with their fingerprints, each file decoded once.

    One that has a shape of its own is no copy of another: it is not decoded. Nor is one of
    which the story has the same bytes twice more than once.

    Args:
        placed: The photographs of a story in page order.
        library: Where their bytes are.
        progress: Told how far it is.
        every: Whether each is asked for, as one could be a copy of what is not in the story.
    """
    held = {each.photograph.sha256: each for each in placed if isinstance(each, Held)}
    shapes = Counter(shape for each in held.values() for shape in _shapes(each.photograph.size))
    asked = [
        each
        for each in held.values()
        if every or any(shapes[shape] > 1 for shape in _shapes(each.photograph.size))
    ]
    found = fingerprints(asked, library, None, progress) if every or len(asked) > 1 else {}
    return tuple(_with(each, found) for each in placed)


def fingerprints(
    asked: Sequence[Held], library: Library, cache: store.Cache | None, progress: Progress = silent
) -> dict[str, int]:
    """What photographs show, by hash; without those that cannot be decoded.

    Args:
        asked: The photographs, each once.
        library: Where their bytes are.
        cache: Where fingerprints are remembered; None to remember nothing.
        progress: Told how far it is.
    """
    known = {each.photograph.sha256: _remembered(each, cache) for each in asked}
    found = {sha256: likeness for sha256, likeness in known.items() if likeness is not None}
    new = [each for each in asked if each.photograph.sha256 not in found]
    made = _made(new, library, progress) if new else {}
    if cache is not None:
        for sha256, likeness in made.items():
            cache.put(_key(sha256), f"{likeness:x}".encode())
    return found | made


def _remembered(each: Held, cache: store.Cache | None) -> int | None:
    answer = cache.get(_key(each.photograph.sha256)) if cache is not None else None
    return None if answer is None else imaging.read_likeness(answer.decode("ascii", "replace"))


def _key(sha256: str) -> str:
    engine = hashlib.sha256(imaging.ENGINE.encode()).hexdigest()[:12]
    return f"{sha256}-likeness-{engine}"


def same_shape(one: Size, other: Size) -> bool:
    """Whether the one could be a copy of the other: of another size, not of another shape."""
    return not set(_shapes(one)).isdisjoint(_shapes(other))


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


def _with(each: Held | Unreadable, found: Mapping[str, int]) -> Photograph | Unreadable:
    if isinstance(each, Unreadable):
        return each
    return replace(each.photograph, likeness=found.get(each.photograph.sha256))
