"""A date in a caption is one that the calendar has.

31 June, 29 February of a common year, a thirteenth month, a day and a year without a month, a
year with a figure too many or centuries off. Whoever files the story later will not find the
day. A date that only has the wrong weekday is CAP003's.

Asks::

    ![People queue outside a school](queue.jpg)
    Voters wait in Pretoria on 31 June 2019. [Ana Silva/AP]

Passes::

    ![People queue outside a school](queue.jpg)
    Voters wait in Pretoria on 30 June 2019. [Ana Silva/AP]

Fix: offered where the day of the file's Date Created, or the order of the figures, tells what
was meant.
Source: the Gregorian calendar.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from cutline.almanac.days import Day
from cutline.check.analysis import Analysis, Frame
from cutline.check.printing import print_day, print_month
from cutline.check.rule import Rule
from cutline.check.told import Told, told_days
from cutline.model import Edit, Finding, Fix, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("CAP004", "impossible-date", Severity.ERROR, since="0.1", covers=frozenset(("CAP009",)))

_CENTURY = 70
_LEAP_YEAR = 2024
_NO_MONTH = regex(r"(?:, |\bon )(?P<date>\d\d?, (?:19|20)\d\d)(?=[.)]?\s*$|, in\b| in\b)")
_LONG_YEAR = regex(r"(?<!\d)(?:19|20)\d{3}(?=\s*$|[,.;:)](?!\d)|,? in\b)")
_WINDOW = 12
_HINT = "find out which day was meant"


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for dates that no calendar has."""
    today = analysis.published or analysis.proof.now.date()
    for frame, told in zip(analysis.frames, analysis.of(told_days), strict=True):
        for one in told:
            yield from _in_calendar(frame, one, today)
        yield from _without_month(frame)


def _in_calendar(frame: Frame, told: Told, today: date) -> Iterator[Finding]:
    day = told.day
    said = day.span.cut(frame.caption.text)
    if not 1 <= day.month <= 12:
        yield _at(frame, day.span, f"“{said}”: there is no month {day.month}", _turned(frame, day))
    elif day.day is not None and day.on(day.year or _LEAP_YEAR) is None:
        last = monthrange(day.year or _LEAP_YEAR, day.month)[1]
        year = f" {day.year}" if day.month == 2 and day.year else ""
        cause = f"“{said}”: {print_month(day.month)}{year} has {last} days"
        yield _at(frame, day.span, cause, _of_file(frame, day))
    elif told.ends and _centuries_off(frame, day, today) and not told.coming:
        cause = f"“{said}” lies centuries off: the figures of the year are mixed up"
        yield _at(frame, day.year_at or day.span, cause, _year_meant(frame, day, today))
    else:
        yield from _long_year(frame, day)


def _centuries_off(frame: Frame, day: Day, today: date) -> bool:
    """True for 2102, and for 1204 where the file was made on that day of another year."""
    if day.year is None:
        return False
    if day.year >= today.year + _CENTURY:
        return True
    made = frame.created
    same = made is not None and (made.month, made.day) == (day.month, day.day)
    return made is not None and same and made.year - day.year >= _CENTURY


def _long_year(frame: Frame, day: Day) -> Iterator[Finding]:
    """``Aug. 29, 20224``: a figure too many."""
    if day.year is not None or day.day is None:
        return
    text = frame.caption.text
    found = _LONG_YEAR.search(text, day.span.end, day.span.end + _WINDOW)
    if found is None or text[day.span.end : found.start()] not in (", ", " "):
        return
    cause = f"“{found[0]}” is no year: it has a figure too many"
    yield _at(frame, Span(*found.span()), cause, None)


def _without_month(frame: Frame) -> Iterator[Finding]:
    """``, 12, 2019``: a day and a year without a month."""
    for found in _NO_MONTH.finditer(frame.caption.text):
        at = Span(*found.span("date"))
        made, fix = frame.created, None
        number, year = (int(part) for part in found["date"].split(", "))
        if made is not None and (made.day, made.year) == (number, year):
            fix = _edit(frame, Span(at.start, at.start), print_month(made.month) + " ")
        if 1 <= number <= 31:
            yield _at(frame, at, f"“{found['date']}” says no month", fix)


def _at(frame: Frame, span: Span, message: str, fix: Fix | None) -> Finding:
    words = frame.caption
    made = frame.created
    hint = f"the file was made on {print_day(made)}" if made else _HINT
    place = Place(words.place.photo, words.place.field, span)
    text = span.cut(words.text)
    return RULE.at(place, message + words.origin, hint=hint, text=text, fix=fix)


def _turned(frame: Frame, day: Day) -> Fix | None:
    """``04.13.2025`` in the order of the words around it."""
    text = day.span.cut(frame.caption.text)
    parts = re.fullmatch(r"(\d\d?)([./])(\d\d?)([./])(\d{4})", text)
    if parts is None or not 1 <= int(parts[1]) <= 12:
        return None
    return _edit(frame, day.span, f"{parts[3]}{parts[2]}{parts[1]}{parts[4]}{parts[5]}")


def _of_file(frame: Frame, day: Day) -> Fix | None:
    """The file's day, where only the day is wrong."""
    made = frame.created
    if made is None or day.day_at is None or made.month != day.month:
        return None
    if day.year not in (None, made.year):
        return None
    return _edit(frame, day.day_at, str(made.day))


def _year_meant(frame: Frame, day: Day, today: date) -> Fix | None:
    """The file's year, else the one year of the past that has the same figures."""
    if day.year_at is None:
        return None
    made = frame.created
    if made is not None and (made.month, made.day) == (day.month, day.day):
        return _edit(frame, day.year_at, str(made.year))
    figures = str(day.year)
    turned = {
        int(figures[:at] + figures[at + 1] + figures[at] + figures[at + 2 :]) for at in range(3)
    }
    likely = [year for year in turned if today.year - _CENTURY < year <= today.year]
    return _edit(frame, day.year_at, str(likely[0])) if len(likely) == 1 else None


def _edit(frame: Frame, span: Span, text: str) -> Fix | None:
    words = frame.caption
    if not words.mendable:
        return None
    return Fix(False, (Edit(Place(words.place.photo, words.place.field, span), text),))
