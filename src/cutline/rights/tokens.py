"""A text as folded words, each with what stands before it."""

import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from cutline.model.regex import regex
from cutline.rights.lexicon import lexicon

LONGEST = 8_000
"""Characters of a property that are read; terms are far shorter."""
_WORD = regex(r"[^\W_]+")
_STRONG = regex(r"[;!?|\n\r•*()\[\]{}]|//|[.:](?=\s|$)|\s[-–—/]+\s|[-–—]{2,}|[—]")
_ABBREVIATED = frozenset(
    "st dr mr mrs ms sen rep gov gen col jan feb mar apr jun jul aug sept sep oct nov dec".split()
)


class Gap(IntEnum):
    """How far a word stands from the one before it."""

    NONE = 0
    LIGHT = 1
    """A comma, a slash, a quotation mark."""
    FULL = 2
    """The end of a sentence, a dash between spaces, a bracket, a new line."""


class Token(NamedTuple):
    """One word.

    Attributes:
        word: In small letters, without accents; a slip of the pen in a known word is mended.
        start, end: Where it stands.
        gap: What stands before it.
        colon: True if that is a colon, which may stand within a phrase.
        capital: True if it is written in capitals, or is a number.
    """

    word: str
    start: int
    end: int
    gap: Gap
    colon: bool
    capital: bool


def tokens(text: str, *, mend: bool = True) -> list[Token]:
    """The words of a text, as far as it is read; as they are spelt without ``mend``."""
    found: list[Token] = []
    end = 0
    for match in _WORD.finditer(text, 0, LONGEST):
        written = match.group()
        between = text[end : match.start()]
        gap, colon = _gap(between, found[-1].word if found else "")
        word = _mended(_fold(written)) if mend else _fold(written)
        capital = written == written.upper()
        found.append(Token(word, match.start(), match.end(), gap, colon, capital))
        end = match.end()
    return found


def _gap(between: str, before: str) -> tuple[Gap, bool]:
    if not between.strip(" -\u00a0'’"):
        plain = " - " not in between and not between.startswith(("- ", " -", "--"))
        return (Gap.NONE, False) if plain else (Gap.FULL, False)
    if between.strip(" \u00a0\"“”„«»'’") in (":", ":-"):
        return Gap.LIGHT, True
    bare = between.strip(" \u00a0\"“”„«»'’")
    if bare == "." and (len(before) == 1 or before in _ABBREVIATED or between == "."):
        return Gap.NONE, False
    return (Gap.FULL if _STRONG.search(between) else Gap.LIGHT), False


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))


@lru_cache(maxsize=2048)
def _mended(word: str) -> str:
    """A known long word where one letter of it is wrong, missing, doubled or swapped."""
    known = lexicon()
    if len(word) < 6 or len(word) > 20 or word in known.known:
        return word
    near = (other for other in known.spelt.get(word[0], ()) if abs(len(other) - len(word)) <= 1)
    return next((other for other in near if _one_slip(word, other)), word)


def _one_slip(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or b[1:] == a
