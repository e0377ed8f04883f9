"""Captions of one story end alike: with a full stop, or without.

Either is right; one that differs from the rest is a slip. The house's own style counts
(``full_stop`` in ``cutline.toml``), else three quarters of the captions of the story, or all
but one. Questions, exclamations, quotations, ellipses and abbreviations (``Pa.``) fit both. A
few words without a verb (a place, a name) may stay open in a story of full sentences; a
caption of several sentences may be closed in a story of open ones.

Asks::

    ![Firefighters sit on a kerb](one.jpg)
    Crews rest on the quay after the fire in the old port. [Ana Silva/AP]

    ![A boy carries a cage with two birds](two.jpg)
    A boy saves two canaries from his grandmother’s house [Ana Silva/AP]

    ![A woman sweeps ash from a doorstep](three.jpg)
    Neighbours sweep ash from their doorsteps at dawn. [Ana Silva/AP]

Passes::

    ![Firefighters sit on a kerb](one.jpg)
    Crews rest on the quay after the fire in the old port. [Ana Silva/AP]

    ![A boy carries a cage with two birds](two.jpg)
    Who will look after the canaries? [Ana Silva/AP]

    ![A woman sweeps ash from a doorstep](three.jpg)
    The old port at dawn [Ana Silva/AP]

Fix: safe. The full stop is set or taken away.
Source: the trade; the story's own majority.
"""

from collections import Counter
from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.endings import End, Ending, endings, mark_used
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity, Span

RULE = Rule("CAP002", "full-stop", Severity.WARNING, since="0.1")

_LEAST = 3
_MAJORITY = 0.75


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for captions that end otherwise than the house's or the story's own."""
    ends = analysis.of(endings)
    style: str = analysis.proof.house.style.full_stop
    reason = f"the house’s captions {style} end in a full stop" if style else ""
    if not style:
        style, reason = _inferred(ends)
    if not style:
        return
    closed_labels = any(end.label and end.kind is Ending.CLOSED for end in ends)
    for frame, end in zip(analysis.frames, ends, strict=True):
        if end.credited:
            continue
        if style == "always" and end.kind is Ending.OPEN and (closed_labels or not end.label):
            yield _finding(
                frame, end, f"the caption ends without a full stop: {reason}", mark_used(analysis)
            )
        elif style == "never" and end.kind is Ending.CLOSED and end.single:
            yield _finding(frame, end, f"the caption ends in a full stop: {reason}", "")


def _inferred(ends: tuple[End, ...]) -> tuple[str, str]:
    """The story's own style and the sentence that says so; empty where there is none."""
    kinds = Counter(end.kind for end in ends if end.kind is not Ending.EMPTY)
    count = sum(kinds.values())
    if count < _LEAST:
        return "", ""
    closed = kinds[Ending.CLOSED] and kinds[Ending.CLOSED] + kinds[Ending.EITHER]
    if _most(closed, count):
        return "always", f"your captions mostly end in a full stop ({closed} of {count})"
    if kinds[Ending.OPEN] >= _LEAST and kinds[Ending.OPEN] / count >= _MAJORITY:
        said = f"your captions mostly end without one ({kinds[Ending.OPEN]} of {count})"
        return "never", said
    return "", ""


def _most(part: int, count: int) -> bool:
    return part / count >= _MAJORITY or part == count - 1


def _finding(frame: Frame, end: End, message: str, mark: str) -> Finding:
    words = frame.caption
    photo, field = words.place.photo, words.place.field
    stands = Span(end.at, end.at + int(not mark))
    fix = Fix(True, (Edit(Place(photo, field, stands), mark),)) if words.mendable else None
    hint = "close it with a full stop" if mark else "leave the full stop out"
    return RULE.at(
        Place(photo, field, end.last),
        message + words.origin,
        hint=hint,
        text=end.last.cut(words.text),
        fix=fix,
    )
