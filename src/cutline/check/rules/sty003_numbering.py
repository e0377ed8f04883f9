"""Numbered captions count through to the end.

``3/24`` after ``1/24`` means that a picture was taken out or put elsewhere. Asked only where
most captions are numbered in one way, at their beginning.

Asks::

    ![Firefighters sit on a kerb](one.jpg)
    1/3 Crews rest after the fire. [Ana Silva/AP]

    ![A boy carries a cage with two birds](two.jpg)
    3/3 Two canaries are saved. [Ana Silva/AP]

    ![A hose lies in a puddle](three.jpg)
    4/3 Water stands in the street. [Ana Silva/AP]

Passes::

    ![Firefighters sit on a kerb](one.jpg)
    1/3 Crews rest after the fire. [Ana Silva/AP]

    ![A boy carries a cage with two birds](two.jpg)
    2/3 Two canaries are saved. [Ana Silva/AP]

    ![A hose lies in a puddle](three.jpg)
    3/3 Water stands in the street. [Ana Silva/AP]

Fix: none. It is for the desk to say whether the number or the order is wrong.
Source: the trade.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cutline.check.analysis import Analysis, Frame
from cutline.check.rule import Rule
from cutline.model import Finding, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("STY003", "numbering", Severity.WARNING, since="0.1")

_OF = regex(
    r"[\s(\[#]{0,3}(?P<n>\d{1,3})\s?(?:/|of|von|de|di|van|av|из)\s?(?P<of>\d{1,3})"
    r"(?=[)\].:\s–—|-]|$)"
)
_ALONE = regex(r"[\s(\[#]{0,3}(?P<n>\d{1,3})(?:[.)\]:]\s*(?=[^\W\d])|\s[–—|-]\s)")
_FEWEST = 3
_MOST_OF_THEM = 0.6


class _Number(NamedTuple):
    frame: Frame
    value: int
    of: int | None
    span: Span


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare each number with the one before it, and ``of 24`` with what there is."""
    numbered = _numbered(analysis)
    for before, after in pairwise(numbered):
        step = after.frame.shot.number - before.frame.shot.number
        if after.value != before.value + step:
            message = f"the numbering goes from {before.value} to {after.value}"
            yield _finding(after, message)
    shown = len(analysis.frames)
    said = {number.of for number in numbered}
    if len(said) == 1 and said != {None} and shown not in said:
        message = f"the numbering speaks of {numbered[0].of} pictures, and the story has {shown}"
        yield _finding(numbered[0], message)


def _numbered(analysis: Analysis) -> list[_Number]:
    """The captions' numbers if that is how this story's captions begin; else none."""
    for pattern in (_OF, _ALONE):
        found = []
        for frame in analysis.frames:
            match = pattern.match(frame.caption.text)
            if match:
                of = int(match["of"]) if "of" in pattern.groupindex else None
                span = Span(match.start("n"), match.end("of" if of is not None else "n"))
                found.append(_Number(frame, int(match["n"]), of, span))
        enough = max(_FEWEST, _MOST_OF_THEM * len(analysis.frames))
        rising = sum(b.value > a.value for a, b in pairwise(found))
        if len(found) >= enough and rising >= (len(found) - 1) / 2:
            return found
    return []


def _finding(number: _Number, message: str) -> Finding:
    place = Place(number.frame.shot.number, "caption", number.span)
    hint = "look whether a picture is missing or stands elsewhere"
    text = number.span.cut(number.frame.caption.text)
    return RULE.at(place, message, hint=hint, text=text)
