"""How this story sets its quotation marks and apostrophes: the desk's style, else its majority."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Literal

from cutline.check.analysis import Analysis
from cutline.check.quotes import MARKS, Mark, quoted
from cutline.check.tongues import primary

Letters = Literal["straight", "curly"]

_LOW_HIGH = frozenset("de cs sk sl lt bg et is hr lb ka".split())
_LOW_CLOSED_HIGH = frozenset("pl ro hu".split())
_SAME = frozenset("sv fi".split())


@cache
def _pair(language: str, *, low: bool) -> tuple[str, str, str, str]:
    """Opening and closing double, opening and closing single mark of a language."""
    tag = primary(language)
    if tag in _LOW_HIGH or (low and tag not in _LOW_CLOSED_HIGH):
        return "„", "“", "‚", "‘"
    if tag in _LOW_CLOSED_HIGH:
        return "„", "”", "‚", "’"
    if tag in _SAME:
        return "”", "”", "’", "’"
    return "“", "”", "‘", "’"


def curled(mark: Mark, language: str, *, low: bool = False) -> str:
    """The curly mark that stands for ``mark`` in a language.

    Args:
        mark: A mark whose side is known.
        language: BCP 47 tag of the text.
        low: True where the text opens its quotations low („).
    """
    double_open, double_close, single_open, single_close = _pair(language, low=low)
    if mark.single:
        return single_open if mark.side == "open" else single_close
    return double_open if mark.side == "open" else double_close


def counted_marks(text: str) -> Counter[str]:
    """How many marks of each kind a text has, apostrophes included.

    Keys: ``straight``, ``curly``, ``guillemets``.
    """
    counts: Counter[str] = Counter()
    if MARKS.isdisjoint(text):
        return counts
    counts.update(mark.kind for mark in quoted(text).marks() if mark.sign not in "'‘’")
    counts["straight"] += sum(_between_letters(text, at) for at in _each(text, "'"))
    counts["curly"] += sum(_between_letters(text, at) for at in _each(text, "’"))
    return +counts


def _each(text: str, sign: str) -> list[int]:
    return [at for at, c in enumerate(text) if c == sign]


def _between_letters(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()


def _kinds(analysis: Analysis) -> Mapping[str, int]:
    return Counter(
        chain.from_iterable(
            counted_marks(words.text).elements()
            for words in analysis.texts
            if words.place.field != "credit"
        )
    )


def quote_style(analysis: Analysis) -> Letters | None:
    """Straight or curly, by the desk's style or the story's clear majority; else None."""
    asked = analysis.proof.house.style.quotes
    if asked in ("curly", "low-high"):
        return "curly"
    if asked == "straight":
        return "straight"
    counts = analysis.of(_kinds)
    straight, curly = counts.get("straight", 0), counts.get("curly", 0)
    if straight == curly:
        return None
    return "straight" if straight > curly else "curly"


def odd_marks(text: str, style: Letters) -> tuple[tuple[int, str], ...]:
    """Marks of a text that are all of the other kind: offset and the sign that belongs there.

    Nothing for a text that has both kinds (that is TXT005's) or none. Guillemets are neither.
    """
    counts = counted_marks(text)
    other = "straight" if style == "curly" else "curly"
    if not counts[other] or counts[style]:
        return ()
    turned = [
        (at, "’" if style == "curly" else "'")
        for at in _each(text, "'" if style == "curly" else "’")
        if _between_letters(text, at)
    ]
    for mark in quoted(text).marks():
        if mark.kind == other and not _between_letters(text, mark.at):
            plain = "'" if mark.single else '"'
            turned.append((mark.at, plain if style == "straight" else curled(mark, "en")))
    return tuple(sorted(turned))
