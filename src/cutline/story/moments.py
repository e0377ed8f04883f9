"""Days and times as front matter writes them."""

import re
from datetime import date, datetime

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTHS = 12


def is_moment(written: str) -> bool:
    """Whether machines can read it: ``2026-01-31``, perhaps with a time (ISO 8601)."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return _DAY.match(written) is not None


def meant(written: str, language: str) -> str:
    """The day that a person can only have meant, as ISO 8601 has it; empty where it could be two.

    A month in words leaves no doubt, nor do figures of which only one can be a month.
    """
    from cutline.almanac.days import days  # noqa: PLC0415 - of a day that cannot be read

    found = tuple(days(written, language))
    if len(found) != 1 or len(found[0].span.cut(written)) < len(written.strip()):
        return ""
    year, month, day = found[0].year, found[0].month, found[0].day
    if year is None or day is None:
        return ""
    if not found[0].language and day <= _MONTHS and month != day:
        if month <= _MONTHS:
            return ""
        month, day = day, month
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
