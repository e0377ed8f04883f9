"""Lists of people that do not hold as many names as the caption says."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cutline.check.headcounts import Headcount, counted_in_front, headcounts
from cutline.check.lineups import Lineup, counted, lineups
from cutline.check.sentences import sentences
from cutline.model import Span
from cutline.model.regex import regex

_NEAR = 400
_PAIR = 2
"""Names that right behind a noun are surely those it counts: one may begin a clause."""
_SOME = regex(
    r"(?:including|among|such|led|like|with|who|from|darunter|dont|entre|incluyendo|incluindo)\b"
)
_ORDERED = regex(
    r"(?:pictured |seen )?(?:from (?:the )?(?:left|right)(?: to (?:left|right))?|left to right"
    r"|von links(?: nach rechts)?|de gauche à droite|de izquierda a derecha)\b[,:]?\s+",
    re.IGNORECASE,
)
_APPOSED = (", ", ": ", " – ", " — ")


class Fault(NamedTuple):
    """What contradicts itself in a caption, and where."""

    span: Span
    message: str


def lineup_faults(text: str, language: str) -> Iterator[Fault]:
    """A list in order with one name; a number of people that the list does not bear out.

    Args:
        text: A caption.
        language: Primary tag of the story's language.
    """
    lists = tuple(lineups(text))
    for lineup in lists:
        if lineup.alone:
            said = lineup.header.cut(text)
            yield Fault(lineup.header, f"“{said}” stands before a list, and there is one name")
    counts = tuple(headcounts(text, language))
    if not counts and len(lists) == 1:
        opening = counted_in_front(text, lists[0].span.start, language)
        counts = (opening,) if opening is not None else ()
    if len(counts) != 1:
        return
    names = _listed(text, counts[0], lists)
    if names is not None and names != counts[0].count:
        said = counts[0].phrase.cut(text)
        yield Fault(_both(counts[0], lists), f"“{said}”, and {names} are named")


def _both(headcount: Headcount, lists: tuple[Lineup, ...]) -> Span:
    """The number and the words that open the list: either may be wrong."""
    ends = (headcount.span, *(lineup.header for lineup in lists))
    return Span(min(end.start for end in ends), max(end.end for end in ends))


def _listed(text: str, headcount: Headcount, lists: tuple[Lineup, ...]) -> int | None:
    """How many names the list has that the number speaks of; None if that is not sure."""
    if len(lists) == 1 and lists[0].count is not None and _beside(text, headcount, lists[0]):
        return lists[0].count
    if lists:
        return None
    return _apposed(text, headcount)


def _beside(text: str, headcount: Headcount, lineup: Lineup) -> bool:
    """True if number and list stand in one sentence or in two that follow each other."""
    if abs(headcount.span.start - lineup.header.start) > _NEAR:
        return False
    parts = sentences(text)
    number = next((n for n, p in enumerate(parts) if p.start <= headcount.span.start < p.end), -1)
    listed = next((n for n, p in enumerate(parts) if p.start <= lineup.header.start < p.end), -1)
    if headcount.span.start > lineup.span.end:
        between = text[lineup.span.end : headcount.span.start].strip().lower()
        return number == listed and between in (",", ", the", ", all", ", die", ", les", ", los")
    return 0 <= listed - number <= 1


def _apposed(text: str, headcount: Headcount) -> int | None:
    """``The three winners, A, B and C, …``: names right after the noun."""
    after = text[headcount.phrase.end : headcount.phrase.end + _NEAR]
    lead = next((lead for lead in _APPOSED if after.startswith(lead)), None)
    bare = lead is None and after[:1] == " " and after[1:2].isupper()
    if bare:  # the three winners Ana Silva and Bo Li wave
        lead = " "
    if lead is None:
        return None
    listed = after[len(lead) :]
    if (ordered := _ORDERED.match(listed)) is not None:
        bare, listed = True, listed[ordered.end() :]
    if _SOME.match(listed):
        return None
    ends = sentences(listed)
    if not ends:
        return None
    names, filled = counted(ends[0].cut(listed))
    rest = listed[ends[0].start + filled :].lstrip()
    if names is None or (bare and names < _PAIR):
        return None
    return names if not rest or rest[0] in ",.;(–—" or (bare and rest[0].islower()) else None
