"""Every date in a text, with or without a weekday, a year or a day of the month; pure.

A month's name is looked up in all languages of the almanac and its surroundings are read, so
that a text is read once, in linear time, whatever language it is in. A date is given as it is
written, even where there is no such day: whether it can be is for others to ask.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from cutline.almanac.languages import LANGUAGES
from cutline.model import Span
from cutline.model.regex import regex

_WORDS = regex(r"[^\W\d_]{3,}")
_SHORT = 3
_WINDOW = 24
_CAPITALISED = frozenset(("en", "de"))
"""Languages that write months with a capital: “march 20 miles” is no date."""
_SP = r"[ \u00a0\u202f]"
_YEAR = rf"(?:,?{_SP}(?:(?:de|del|of){_SP})?(?P<year>[12]\d\d\d)(?![\d%]|[.,]\d))?"
_AFTER_DAY = regex(rf"\.?{_YEAR}")
_MONTH_DAY = regex(
    rf"\.?{_SP}(?P<day>\d\d?)(?:st|nd|rd|th)?(?:{_SP}?[-–—]{_SP}?\d\d?)?"
    rf"(?!\d|[:.,]\d|%|{_SP}?(?:am|pm|a\.m|p\.m)\b){_YEAR}"
)
_DAY_BEFORE = regex(
    rf"(?<![\d.,:/$£€-])(?P<day>\d\d?)(?:st|nd|rd|th|\.|º|°|er|ª|:a|:e)?"
    rf"(?:{_SP}?[-–—/]{_SP}?\d\d?\.?)?(?:{_SP}(?:of|de|di|do)|-)?{_SP}?$"
)
_FIGURES = regex(
    r"(?<![\d./-])(?:(?P<d1>\d\d?)(?P<mark>[./])(?P<m1>\d\d?)(?P=mark)(?P<y1>[12]\d\d\d)"
    r"|(?P<y2>[12]\d\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)"
    r"|(?P<y3>[12]\d\d\d)[年년] ?(?P<m3>\d\d?)[月월] ?(?P<d3>\d\d?)[日일])(?!\d|[./-]\d)"
)


class Day(NamedTuple):
    """A date as written.

    Attributes:
        span: All of it, weekday aside.
        language: Of the month's name; ``""`` where it is in figures.
        year: None where it is left out.
        month: As written, so that figures may say 13.
        day: None where only month and year are named; as written, so that it may be 31 in June.
        day_at, year_at: Where day and year stand.
    """

    span: Span
    language: str
    year: int | None
    month: int
    day: int | None
    day_at: Span | None
    year_at: Span | None

    def on(self, year: int) -> date | None:
        """The date in ``year`` (the first of a month without a day); None if there is none."""
        try:
            return date(year, self.month, 1 if self.day is None else self.day)
        except ValueError:
            return None

    def near(self, anchor: date) -> date | None:
        """The date with its own year, else the one nearest to ``anchor``."""
        if self.year is not None:
            return self.on(self.year)
        years = (self.on(anchor.year + step) for step in (-1, 0, 1))
        return min((d for d in years if d), key=lambda d: abs(d - anchor), default=None)


def days(text: str, language: str = "en") -> Iterator[Day]:
    """Every date in ``text``, in order of where it begins.

    Args:
        text: Any words.
        language: The story's language as a BCP 47 tag: it settles what short forms mean.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    home = language.partition("-")[0].lower()
    found = [*_in_words(text, lowered, home), *_in_figures(text, home)]
    yield from sorted(found, key=lambda day: day.span)


def _in_words(text: str, lowered: str, home: str) -> Iterator[Day]:
    forms = _month_forms()
    done = 0
    for match in _WORDS.finditer(lowered):
        for code, month in forms.get(match.group(), {}).items():
            at = Span(match.start(), match.end())
            if at.start < done or not _may_be_month(text, at, code, home):
                continue
            day = _read(lowered, at, code, month)
            if day is not None and _trusted(day, at, home):
                done = day.span.end
                yield day
                break


def _may_be_month(text: str, at: Span, code: str, home: str) -> bool:
    if code in _CAPITALISED:
        return text[at.start].isupper()
    return code == home or not text[at.start].isupper() or text[at.start : at.end].isupper()


def _trusted(day: Day, at: Span, home: str) -> bool:
    """Short forms are common words elsewhere (``6 out of 10``): they need more around them."""
    if day.language in _CAPITALISED or at.end - at.start > _SHORT:
        return True
    return day.day is not None and (day.language == home or day.year is not None)


def _read(text: str, at: Span, code: str, month: int) -> Day | None:
    """The date around a month's name, the fullest reading first."""
    shift = max(0, at.start - _WINDOW)
    before = _DAY_BEFORE.search(text[shift : at.start])
    after = _MONTH_DAY.match(text, at.end, at.end + _WINDOW) if code == "en" else None
    if after is not None and (before is None or after["year"] is not None):
        return _day(Span(at.start, after.end()), after, code, month, Span(*after.span("day")))
    tail = _AFTER_DAY.match(text, at.end, at.end + _WINDOW)
    if tail is None or (before is None and tail["year"] is None):
        return None
    end = tail.end() if tail["year"] else at.end
    if before is None:
        return _day(Span(at.start, end), tail, code, month, None)
    day_at = Span(before.start("day") + shift, before.end("day") + shift)
    return _day(Span(day_at.start, end), tail, code, month, day_at)


def _day(
    span: Span, match: re.Match[str], code: str, month: int, day_at: Span | None
) -> Day | None:
    year_at = Span(*match.span("year")) if match["year"] else None
    day = int(day_at.cut(match.string)) if day_at else None
    if day is not None and (day == 0 or (day > 31 and year_at is None)):
        return None
    year = int(match["year"]) if match["year"] else None
    return Day(span, code, year, month, day, day_at, year_at)


def _in_figures(text: str, home: str) -> Iterator[Day]:
    for match in _FIGURES.finditer(text):
        form = next(n for n in "123" if match[f"y{n}"])
        day, month = int(match[f"d{form}"]), int(match[f"m{form}"])
        day_at = Span(*match.span(f"d{form}"))
        if match["mark"] and home == "en":
            if match["mark"] == "/" and day <= 12 and month <= 12:
                continue  # 08/02/2024 has two readings in English
            if day <= 12 < month:
                day, month, day_at = month, day, Span(*match.span(f"m{form}"))
        year_at = Span(*match.span(f"y{form}"))
        yield Day(Span(*match.span()), "", int(match[f"y{form}"]), month, day, day_at, year_at)


@cache
def _month_forms() -> dict[str, dict[str, int]]:
    """Every written form of a month: its number by language."""
    found: dict[str, dict[str, int]] = {}
    for code, language in LANGUAGES.items():
        for number, group in enumerate(language.months.split(), 1):
            for form in group.split("|"):
                found.setdefault(form, {})[code] = number
    return found
