"""A weekday fits the date beside it.

One of the two is wrong, and either mistake puts the event on another day. Where the year is
left out, the year of the file's Date Created counts, else the nearest to publication. Named
days (Good Friday), ranges (``May 24-26``) and old-style Russian dates are understood.

Asks::

    ---
    published: 2024-05-27
    ---

    ![People queue outside a school](queue.jpg)
    Voters wait in Pretoria on Monday, May 20, 2023. [Ana Silva/AP]

Passes::

    ---
    published: 2024-05-27
    ---

    ![People queue outside a school](queue.jpg)
    Voters wait in Pretoria on Monday, May 20. [Ana Silva/AP]

Fix: offered. There are two readings: another weekday or another day.
Source: the Gregorian calendar.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from cutline.almanac.languages import LANGUAGES
from cutline.almanac.weekdays import Dated, agrees, dated, weekday_name, years_meant
from cutline.check.analysis import Analysis, Frame, Words
from cutline.check.printing import print_day
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("CAP003", "weekday-date", Severity.ERROR, since="0.1", covers=frozenset(("CAP009",)))


def check(analysis: Analysis) -> Iterator[Finding]:
    """Do the calendar's arithmetic on every weekday that stands before a date."""
    for frame in analysis.frames:
        for words in (frame.alt, frame.caption):
            for found in dated(words.text):
                years = years_meant(found, words.text, analysis.published, frame.created)
                if not agrees(found, years) and not _in_a_later_year(found, analysis.published):
                    yield _finding(frame, words, found, years[0])


def _in_a_later_year(found: Dated, published: date | None) -> bool:
    """True where the year is wrong first of all: that is asked by CAP005."""
    return published is not None and found.year is not None and found.year > published.year + 1


def _finding(frame: Frame, words: Words, found: Dated, year: int) -> Finding:
    day = found.on(year)
    if day is None:  # `agrees` lets dates pass that do not exist: they are another rule's
        raise AssertionError(f"no such day: {found}")
    nearest = _nearest(day, found.weekday)
    said = found.span.cut(words.text)
    where = words.origin or ("" if words.place.field == "caption" else " in the alt text")
    message = (
        f"“{said}”{where}: {print_day(day)} was a {weekday_name(day.weekday(), 'en').capitalize()};"
        f" the nearest {weekday_name(found.weekday, 'en').capitalize()} was {print_day(nearest)}"
    )
    hint = _hint(frame.created, day, nearest)
    place = Place(words.place.photo, words.place.field, found.span)
    fix = _fix(frame, words, found, day, nearest) if words.mendable else None
    return RULE.at(place, message, hint=hint, text=said, fix=fix)


def _hint(created: date | None, day: date, nearest: date) -> str:
    if created in (day, nearest):
        return f"the file was made on {print_day(created)}: go by that if the caption tells of it"
    return "find out which of the two is right"


def _fix(frame: Frame, words: Words, found: Dated, day: date, nearest: date) -> Fix | None:
    """The reading that the file bears out; without it, the weekday is the likelier slip."""
    photo, field = words.place.photo, words.place.field
    if frame.created == nearest and nearest.month == day.month:
        text, at = str(nearest.day), found.day_at
    elif LANGUAGES[found.language].declines:
        return None
    else:
        at = found.weekday_at
        text = _in_case_of(at.cut(words.text), weekday_name(day.weekday(), found.language))
    return Fix(False, (Edit(Place(photo, field, at), text),))


def _in_case_of(old: str, new: str) -> str:
    if old.isupper():
        return new.upper()
    return new.capitalize() if old[:1].isupper() else new


def _nearest(day: date, weekday: int) -> date:
    """The day with this weekday that is nearest to ``day``."""
    forward = (weekday - day.weekday()) % 7
    return day + timedelta(days=forward if forward <= 3 else forward - 7)
