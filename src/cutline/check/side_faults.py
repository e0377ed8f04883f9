"""Positions in a caption that exclude each other."""

import re
from collections.abc import Iterator

from cutline.check.lineup_faults import Fault
from cutline.check.sentences import sentences
from cutline.check.sides import Side, sides
from cutline.model import Span
from cutline.model.regex import regex

_PANELS = regex(
    r"\b(?:top|bottom|above|below|inset|row|rows|upper|lower|before|after|oben|unten|reihe|en haut"
    r"|en bas|arriba|abajo|first|second|clockwise)\b|;",
    re.IGNORECASE,
)
_POLITICS = regex(
    r"\b(?:sen|rep|gov|senators?|representatives?|governors?|congress\w*|republicans?|democrats?)\b"
    r"|\((?:[DI][-,)]|[RLC][-,])",
    re.IGNORECASE,
)
_MANY = regex(
    r"\b(?:teammates|team-mates|colleagues|officials|players|members|family|others|group|team|crew"
    r"|delegation|crowd|leaders|ministers|supporters|fans|soldiers|officers|students|friends"
    r"|children|people|workers|relatives|journalists|staff|men|women|guests|row|three|four|five"
    r"|six|seven|eight|members|participants|attend\w*|poses?|line up|stands?|looks? on|march\w*"
    r"|join\w*|gather\w*|kollegen|spieler|gruppe|familie|joueurs|famille|jugadores|familia)\b",
    re.IGNORECASE,
)
_TOGETHER = regex(r"\b(?:with|and|hugs|greets|mit|und|avec|et|con|y|com|e|med|och|og)\b")
_NAME = regex(r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*(?:\s+[^\W\d_a-zß-öø-ÿ][\w’'.-]*)*\W*$")
_TITLES = frozenset(
    "president vice minister premier chancellor king queen prince princess sir dame lord lady mr"
    " mrs ms miss dr prof professor sen senator rep representative gov governor mayor judge justice"
    " captain coach general colonel pope cardinal bishop archbishop father sister secretary herr"
    " frau monsieur madame señor señora don doña speaker ambassador chief".split()
)
_BACK = 60
_FAR = 200


def side_faults(text: str, language: str) -> Iterator[Fault]:
    """Two people in one place; somebody third of two.

    Args:
        text: A caption.
        language: Primary tag of the story's language: it says what single letters mean.
    """
    found = sides(text, language)
    if len(found) < 2:
        return
    if not (any(side.capital for side in found) and _POLITICS.search(text)):
        yield from _two_in_one_place(text, found)
    yield from _third_of_two(text, found)


def _two_in_one_place(text: str, found: tuple[Side, ...]) -> Iterator[Fault]:
    parts = sentences(text)
    panels = len(parts) > 1 and _PANELS.search(text)
    seen: dict[tuple[int, object], Side] = {}
    for side in found:
        number = next((n for n, p in enumerate(parts) if p.start <= side.span.start < p.end), 0)
        clause = text.count(";", 0, side.span.start)
        scene = (number if panels else 0) * 1000 + clause
        other = seen.setdefault((scene, side.key), side)
        if other is not side and not _same(_named(text, other), _named(text, side)):
            said = side.span.cut(text)
            yield Fault(Span(other.span.start, side.span.end), f"“{said}” is said of two people")
            return


def _same(one: list[str], other: list[str]) -> bool:
    """True if two names may be one person's; ``Ana Silva`` and ``Rui Silva`` are two."""
    if one[-1:] != other[-1:]:
        return False
    given = {name[-2] for name in (one, other) if len(name) > 1}
    return len(given) < 2 or not _TITLES.isdisjoint(word.lower() for word in given)


def _named(text: str, side: Side) -> list[str]:
    """The words of the name that the position follows; none if no name stands there."""
    near = text[max(0, side.span.start - _BACK) : side.span.start].rstrip(" ,([（")
    match = _NAME.search(near)
    return [word.strip(".,’'") for word in match[0].split()] if match else []


def _third_of_two(text: str, found: tuple[Side, ...]) -> Iterator[Fault]:
    """``third left`` of two people who are together, each with a place, and nobody else there."""
    if len(found) != 2 or _MANY.search(text):
        return
    first, second = found
    if {first.rank > 2, second.rank > 2} != {
        True,
        False,
    } or second.span.start - first.span.end > 200:
        return
    third, other = (first, second) if first.rank > 2 else (second, first)
    joined = _TOGETHER.search(text, first.span.end, second.span.start)
    if joined and other.rank == 1 and not other.kind and not third.kind:
        said = third.span.cut(text)
        yield Fault(third.span, f"“{said}”, and two people are named")
