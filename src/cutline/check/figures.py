"""The same words with other figures: two versions of one sentence, of which one is old."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cutline.check.small_words import idle_words
from cutline.model import Span
from cutline.model.regex import regex

_TOKEN = regex(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_FEWEST = 6
_SAYING = 3
"""Words, and words that say something, that must be the same around the figures."""
_LONGEST = 400


class Disagreement(NamedTuple):
    """Where the second text has other figures.

    Attributes:
        span: From the first to the last figure that differs, in the second text.
        one: What the first text has there.
        other: What the second has.
    """

    span: Span
    one: str
    other: str


def disagreement(one: str, other: str, language: str) -> Disagreement | None:
    """Figures that differ where one text repeats the other word for word; else None.

    Strict on purpose: tolls rise and people grow older between two pictures, so only a
    sentence that is the same but for its figures is taken for one that was not brought up to
    date. Figures written otherwise (``1,000`` and ``1000``) are the same.
    """
    here, there = _masked(one), _masked(other)
    if not (_FEWEST <= len(here) <= _LONGEST and _FEWEST <= len(there) <= _LONGEST):
        return None
    for shift in _shifts(here, there):
        a, b = list(_TOKEN.finditer(one)), list(_TOKEN.finditer(other))
        short = min(len(a), len(b))
        pairs = list(zip(a[max(0, -shift) :], b[max(0, shift) :], strict=False))[:short]
        idle = idle_words(language)
        saying = {m.group().lower() for m, _ in pairs if m.group().isalpha()} - idle
        differ = [(x, y) for x, y in pairs if _value(x.group()) != _value(y.group())]
        if differ and differ[-1][0] is a[-1] and _begun(*differ[-1]):
            differ.pop()
        if differ and len(saying) >= _SAYING:
            first, last = differ[0], differ[-1]
            return Disagreement(
                Span(first[1].start(), last[1].end()),
                one[first[0].start() : last[0].end()],
                other[first[1].start() : last[1].end()],
            )
    return None


def _begun(last: re.Match[str], other: re.Match[str]) -> bool:
    """True where the first text was cut off within its last figure."""
    return other.group().startswith(last.group())


def _masked(text: str) -> list[str]:
    """Its words, with figures all alike."""
    return ["#" if word[0].isdigit() else word.casefold() for word in _TOKEN.findall(text)]


def _shifts(a: list[str], b: list[str]) -> Iterator[int]:
    """Where the shorter list lies whole in the longer: how far ``b`` must be pushed on."""
    if "#" not in a or "#" not in b:
        return
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    for at in range(len(long) - len(short) + 1):
        if long[at] == short[0] and long[at : at + len(short)] == short:
            yield at if len(a) <= len(b) else -at
            return


def _value(word: str) -> str:
    return re.sub(r"[.,](?=\d{3}\b)", "", word).casefold()
