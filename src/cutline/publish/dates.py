"""Dates as machines want them, from dates as a person wrote them.

Feeds want an instant. Where only a day or a local time was written, the offset is given as
unknown, never invented: RFC 3339, clause 4.3 writes ``-00:00``, RFC 5322, clause 3.3 ``-0000``.
"""

from datetime import UTC, date, datetime
from email.utils import format_datetime

_UNKNOWN = "-00:00"


def written_at(text: str) -> datetime | None:
    """The day or time as written (ISO 8601), a day as its first instant; None for anything else."""
    words = text.strip()
    try:
        if len(words) <= 10:
            return datetime.combine(date.fromisoformat(words), datetime.min.time())
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def order(text: str) -> datetime:
    """What dates as written are put in order by; what cannot be read is older than all others.

    Only for comparing: where no offset was written, that of UTC stands in.
    """
    when = written_at(text) or datetime.min
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def rfc3339(text: str) -> str:
    """The instant for Atom, JSON Feed and NewsML-G2; empty where nothing can be read."""
    when = written_at(text)
    if when is None:
        return ""
    return when.isoformat(timespec="seconds") + (_UNKNOWN if when.tzinfo is None else "")


def rfc822(text: str) -> str:
    """The instant for RSS, with a year of four digits; empty where nothing can be read."""
    when = written_at(text)
    return "" if when is None else format_datetime(when)


def local(text: str) -> str:
    """The date as exactly as it was written and in its own time (XML Schema); or empty.

    XML Schema reads ``-00:00`` as UTC: so a time without an offset gets none.
    """
    when = written_at(text)
    if when is None:
        return ""
    return when.date().isoformat() if len(text.strip()) <= 10 else when.isoformat("T", "seconds")


def truncated(text: str) -> str:
    """The date with no more precision than was written; empty where nothing can be read."""
    when = written_at(text)
    if when is None:
        return ""
    return when.date().isoformat() if len(text.strip()) <= 10 else rfc3339(text)
