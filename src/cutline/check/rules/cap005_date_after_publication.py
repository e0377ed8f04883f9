"""A caption tells of what has happened by the day of publication.

A later date is a slip in the caption (2102 for 2012) or in the story's own date. Coming days
are known by their words: what is planned, due or will be, what lasts until a day, elections
and exhibitions still to come. Where the year is left out, only the fortnight after publication
is asked about. Dates are read in the languages of the wires.

Asks::

    ---
    published: 2024-05-27
    ---

    ![People queue outside a school](queue.jpg)
    Voters wait in Pretoria, Wednesday, May 29, 2024. [Ana Silva/AP]

Passes::

    ---
    published: 2024-05-27
    ---

    ![A woman pastes a poster on a wall](poster.jpg)
    A poster calls to the vote in Pretoria that is due on May 29, 2024. [Ana Silva/AP]

Fix: none. Either of the two dates may be wrong.
Source: the calendar.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from cutline.check.analysis import Analysis, Frame
from cutline.check.printing import print_day
from cutline.check.rule import Rule
from cutline.check.told import Told, told_days
from cutline.model import Finding, Place, Severity
from cutline.model.regex import regex

RULE = Rule(
    "CAP005",
    "date-after-publication",
    Severity.ERROR,
    since="0.1",
    covers=frozenset(("CAP004", "CAP009")),
)

_SOON = timedelta(days=14)
_MONTH = timedelta(days=31)
"""How far ahead a day without a year may lie where the file was made as shortly before."""
_LIFETIME = 80
_PLANNED = regex(
    r"\b(?:will|shall|until|till|expires?|by|to be|next|wird|werden|soll|bis|sera|jusqu|será|hasta"
    r"|até|sarà|fino|zal|tot|ska|till|skal|til|do)\b",
    re.IGNORECASE,
)
_FAR = 20
"""Years: nobody announces a month so far ahead."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare every date of a caption that is not announced with the day of publication."""
    published = analysis.published
    if published is None:
        return
    for frame, told in zip(analysis.frames, analysis.of(told_days), strict=True):
        for one in told:
            if not _is_after(one, published, frame.created):
                continue
            coming = one.coming and not _beyond_plans(one, published)
            if not coming and not _looks_ahead(one, told, published):
                yield _finding(frame, one, published)


def _beyond_plans(told: Told, published: date) -> bool:
    """True for a whole date that lies a lifetime ahead, with no word that says so: ``2204``."""
    year, whole = told.day.year, told.day.day is not None
    far = whole and year is not None and year >= published.year + _LIFETIME
    return far and _PLANNED.search(told.sentence.cut(told.text)) is None


def _looks_ahead(one: Told, told: Sequence[Told], published: date) -> bool:
    """True for a date of a later sentence where the first has said when the picture was taken."""
    year = one.day.year
    if one.first or year is None or year >= published.year + _FAR:
        return False
    return any(
        other.first
        and other.day.year is not None
        and (on := other.day.on(other.day.year)) is not None
        and on <= published
        for other in told
    )


def _is_after(told: Told, published: date, created: date | None) -> bool:
    day = told.day
    if day.day is None:
        return day.year is not None and day.year >= published.year + _FAR and told.ends
    if day.year is not None:
        on = day.on(day.year)
        far = day.year >= published.year + _FAR
        return on is not None and on > published and (told.ends or not far)
    on = day.near(published)
    fresh = created is not None and timedelta(0) <= published - created <= _MONTH
    if on is None or not published < on <= published + (_MONTH if fresh else _SOON):
        return False
    if told.weekday not in (None, on.weekday()):
        return False
    return created is None or created == on or (created.month, created.day) != (on.month, on.day)


def _finding(frame: Frame, told: Told, published: date) -> Finding:
    words = frame.caption
    said = told.span.cut(words.text)
    message = (
        f"“{said}”{words.origin} comes after the day of publication, {print_day(published)},"
        " and is not announced as still to come"
    )
    hint = "correct the date, or the day of publication"
    if frame.created is not None and frame.created <= published:
        made = print_day(frame.created)
        hint = f"the file was made on {made}: go by that if the caption tells of it"
    place = Place(words.place.photo, words.place.field, told.span)
    return RULE.at(place, message, hint=hint, text=said)
