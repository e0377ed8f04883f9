"""No photograph is shown twice.

Readers stop at the second and look for what they missed. The same file is found by its bytes;
a copy under another name, of another size or saved again, by what it shows.

Asks::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    ![Smoke over the roofs](fire.jpg)
    Smoke was seen for miles. [Ana Silva/AP]

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    ![Smoke over the roofs](smoke.jpg)
    Smoke was seen for miles. [Ana Silva/AP]

Fix: none. Somebody must choose.
Source: the fingerprint is a difference hash (N. Krawetz, 2013) of 16 x 16 places.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cutline.check.analysis import Analysis
from cutline.check.looks import ALIKE, alike
from cutline.check.rule import Rule
from cutline.model import Finding, Photograph, Place, Severity

RULE = Rule("PIC001", "duplicate-picture", Severity.WARNING, since="0.1")

_NEAREST = 400
"""Fingerprints that one is compared with: those with about as much detail."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare photographs by their bytes, then by what they show."""
    held = [
        (frame.shot.number, frame.shot.photograph)
        for frame in analysis.frames
        if isinstance(frame.shot.photograph, Photograph) and frame.shot.photograph.sha256
    ]
    first: dict[str, tuple[int, Photograph]] = {}
    for number, photograph in held:
        earlier = first.setdefault(photograph.sha256, (number, photograph))
        if earlier[0] != number:
            yield _finding(analysis, number, "the same photograph is placed twice")
    for number, other in _alike(list(first.values())):
        name = analysis.frames[other].shot.photograph
        shown = name.name if isinstance(name, Photograph) else ""
        yield _finding(analysis, number, f"the photograph shows the same as “{shown}”")


def _finding(analysis: Analysis, number: int, message: str) -> Finding:
    target = analysis.frames[number].shot.placement.target
    hint = "keep the better of the two, or say in the captions what changed between them"
    return RULE.at(Place(number, "target"), message, hint=hint, text=target)


def _alike(held: Sequence[tuple[int, Photograph]]) -> Iterator[tuple[int, int]]:
    """Pairs ``(later, earlier)`` that show the same, each later one once."""
    prints = sorted(
        (photograph.likeness.bit_count(), number, photograph.likeness)
        for number, photograph in held
        if photograph.likeness is not None
    )
    found: dict[int, list[int]] = defaultdict(list)
    for at, (count, number, likeness) in enumerate(prints):
        for other_count, other, other_likeness in prints[at + 1 : at + 1 + _NEAREST]:
            if other_count - count > ALIKE * (count + other_count):
                break
            if alike(likeness, other_likeness):
                found[max(number, other)].append(min(number, other))
    for number in sorted(found):
        yield number, min(found[number])
