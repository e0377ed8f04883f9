"""Dates as containers write them: compared, never completed."""

import re
from datetime import datetime, timedelta

_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:\d\d)?)?)?)?"
)


_BLANK = re.compile(r"(\d) (Z|[+-]\d\d:\d\d)$")


def spelled(text: str) -> str:
    """A date without the blank that some writers put before its offset; all else as read."""
    return _BLANK.sub(r"\1\2", text)


def agree(one: str, other: str) -> bool:
    """Whether two ISO 8601 texts can mean the same moment, each at its own precision.

    Where both carry an offset, instants count; where one has none, local times count.
    """
    ours, theirs = _parts(one), _parts(other)
    if ours is None or theirs is None:
        return one.strip() == other.strip()
    depth = min(len(ours[0]), len(theirs[0]))
    if depth >= 5 and ours[1] and theirs[1]:
        first, second = _instant(*ours), _instant(*theirs)
        if first and second:
            return abs(first - second) < timedelta(seconds=1 if depth > 5 else 60)
    return ours[0][:depth] == theirs[0][:depth]


def _parts(text: str) -> tuple[tuple[int, ...], str] | None:
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    numbers = tuple(int(part) for part in match.groups()[:6] if part)
    return numbers, match[7] or ""


def _instant(numbers: tuple[int, ...], offset: str) -> datetime | None:
    """The instant in UTC; None for a date that no calendar has."""
    second = min(59, (*numbers, 0)[5])
    try:
        year, month, day, hour, minute = numbers[:5]
        local = datetime(year, month, day, hour, minute, second)  # offset is taken off below
        if offset == "Z":
            return local
        sign = -1 if offset[0] == "-" else 1
        return local - sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6]))
    except (ValueError, OverflowError):
        return None
