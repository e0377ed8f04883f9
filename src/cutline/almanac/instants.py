"""A day and a time in words, as embargoes name them: ``9 SEPTEMBER 2024 2200HRS BST``.

English, German, French, Spanish and the other languages of ``languages``. The zone is kept as
it was read; where the words name none, or one that means several, the time stays local.
"""

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import NamedTuple

from cutline.almanac import zones
from cutline.almanac.clocks import Clock, clock_in
from cutline.almanac.languages import LANGUAGES
from cutline.model import Span
from cutline.model.regex import regex

_REACH = 160
"""Characters after the first in which a day and its time stand together."""
_NUMBERS = regex(
    r"(?<![\d./-])(?:"
    r"(?P<y1>[12]\d\d\d)-(?P<m1>\d\d?)-(?P<d1>\d\d?)(?=$|[^\d-])"
    r"|(?P<a>\d\d?)(?P<mark>[./-])(?P<b>\d\d?)(?P=mark)(?P<y2>[12]\d\d\d|\d\d)(?![\d/])"
    r"|(?P<y3>20\d\d)(?P<m3>[01]\d)(?P<d3>[0-3]\d)(?!\d)"
    r")"
)
_AMERICAN = frozenset("et pt ct mt est edt cst cdt mst mdt pst pdt eastern pacific".split())
_TOMORROW = frozenset("tomorrow morgen demain mañana manana amanhã domani".split())
_TODAY = frozenset("today heute aujourd'hui hoy hoje oggi tonight".split())


class Instant(NamedTuple):
    """A day that words name, and a time if they do.

    Attributes:
        span: From the first word of it to the last.
        day: The day.
        clock: The time of day; None if the words name none.
        zone: The zone as written; empty if none.
        offset: What the zone is ahead of UTC on that day; None if unknown.
        other: The same figures read month first, where they can be read both ways.
    """

    span: Span
    day: date
    clock: time | None = None
    zone: str = ""
    offset: timedelta | None = None
    other: date | None = None

    @property
    def value(self) -> datetime | date:
        """An instant with its zone, a local time without, or a day."""
        if self.clock is None:
            return self.day
        zone = None if self.offset is None else timezone(self.offset)
        return datetime.combine(self.day, self.clock, zone)


class _Day(NamedTuple):
    start: int
    end: int
    day: date
    other: date | None = None


def instant(text: str, start: int = 0, around: date | None = None) -> Instant | None:
    """The first day that ``text`` names from ``start``, with the time that stands beside it.

    Args:
        text: Any text.
        start: Where to begin; words within a line's length of it are read.
        around: A day near it, such as that of the photograph: it tells the year where the words
            leave it out, and the day where they only name a weekday or a time.

    Returns:
        What the words say; None if they name no day and ``around`` cannot tell it.
    """
    words = text[start : start + _REACH].lower()
    if len(words) != min(_REACH, max(0, len(text) - start)):
        return None  # a letter that changes its length in lower case: places would be wrong
    found = _numbers(words) or _named(words, around) or _weekday(words, around)
    clock = clock_in(words, (found.start, found.end) if found else None)
    if found is None:
        found = _today(words, clock, around)
    if found is None:
        return None
    return _joined(found, clock, start)


def _joined(found: _Day, clock: Clock | None, start: int) -> Instant:
    if clock is None:
        span = Span(start + found.start, start + found.end)
        return Instant(span, found.day, other=found.other)
    day, other = found.day, found.other
    if other is not None and clock.name in _AMERICAN:
        day, other = other, None
    if clock.next_day:
        day += timedelta(days=1)
    shift = clock.offset
    if shift is None:
        shift = zones.offset(clock.name, day, clock.at)
    span = Span(start + min(found.start, clock.start), start + max(found.end, clock.end))
    return Instant(span, day, clock.at, clock.zone, shift, other)


def _numbers(words: str) -> _Day | None:
    for match in _NUMBERS.finditer(words):
        if match["y1"] or match["y3"]:
            group = "1" if match["y1"] else "3"
            day = _date(match["y" + group], match["m" + group], match["d" + group])
            other = None
        else:
            year = match["y2"] if len(match["y2"]) == 4 else f"20{match['y2']}"
            day = _date(year, match["b"], match["a"])
            other = _date(year, match["a"], match["b"])
            if day is None:
                day, other = other, None
            elif other == day or match["mark"] == ".":
                other = None
        if day is not None:
            return _Day(match.start(), match.end(), day, other)
    return None


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Every form of a month in every language; none means two months."""
    found: dict[str, int] = {}
    for language in LANGUAGES.values():
        for number, group in enumerate(language.months.split(), 1):
            for form in group.split("|"):
                found.setdefault(form, number)
    return found


@cache
def _weekdays() -> dict[str, int]:
    """Full names of weekdays, Monday 0; their short forms are also common words."""
    found: dict[str, int] = {}
    for language in LANGUAGES.values():
        for number, group in enumerate(language.weekdays.split()):
            for form in group.split("|"):
                if len(form) > 4:
                    found.setdefault(form, number)
    return found


@cache
def _named_pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    year, end = r"(?:,?\s{1,3}(?:(?:de|del|of)\s)?|-)", r"(?!\d)"
    return re.compile(
        r"(?<![^\W_])(?:"
        r"(?P<d1>\d\d?)(?:st|nd|rd|th|er|\.|º|ª)?[\s-]{1,3}(?:(?:of|de|di)\s)?"
        rf"(?P<m1>{month})(?![^\W_])\.?(?:{year}(?P<y1>[12]\d\d\d){end})?"
        rf"|(?P<m2>{month})(?![^\W_])\.?\s{{1,3}}(?P<d2>\d\d?)(?:st|nd|rd|th)?"
        rf"(?![\d:.h]\d|\d)(?:{year}(?P<y2>[12]\d\d\d){end})?)"
    )


def _named(words: str, around: date | None) -> _Day | None:
    for match in _named_pattern().finditer(words):
        which = "1" if match["m1"] else "2"
        month, number = _months()[match["m" + which]], int(match["d" + which])
        if match["y" + which]:
            day = _date(match["y" + which], month, number)
        else:
            day = None if around is None else _nearest(month, number, around)
        if day is not None:
            return _Day(match.start(), match.end(), day)
    return None


def _nearest(month: int, number: int, around: date) -> date | None:
    years = (around.year + step for step in (-1, 0, 1))
    days = [day for year in years if (day := _date(year, month, number)) is not None]
    return min(days, key=lambda day: abs(day - around), default=None)


_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _weekday(words: str, around: date | None) -> _Day | None:
    """``10 p.m. ET Sunday``: the first such day, ``around`` included."""
    if around is None:
        return None
    for match in _WORD.finditer(words):
        word = match.group().replace("’", "'")
        if word in _TOMORROW:
            return _Day(match.start(), match.end(), around + timedelta(days=1))
        if word in _TODAY:
            return _Day(match.start(), match.end(), around)
        if word in _weekdays():
            ahead = (_weekdays()[word] - around.weekday()) % 7
            return _Day(match.start(), match.end(), around + timedelta(days=ahead))
    return None


def _today(words: str, clock: Clock | None, around: date | None) -> _Day | None:
    """A time alone, at the very beginning: that of the same day."""
    if clock is None or around is None or words[: clock.start].strip(" :-–"):
        return None
    return _Day(clock.start, clock.end, around)
