"""Times of day in words: ``00:01``, ``2200HRS``, ``10 p.m.``, ``18h00``, ``20.15 Uhr``, noon."""

import re
from datetime import time, timedelta
from functools import cache
from typing import NamedTuple

from cutline.almanac import zones
from cutline.model.regex import regex

_SPACE = r"[ \u00a0\u202f]{0,3}"
_ZONE = regex(
    rf"{_SPACE}[(,]?{_SPACE}(?:(?P<sign>(?:utc|gmt)?(?P<hours>[+-]\d\d?)(?::?(?P<minutes>\d\d))?)(?![\d-])"
    r"|(?P<name>[^\W\d_]\.?(?:[^\W\d_]\.?){0,4})(?![^\W_]))"
)
_PLACED = regex(
    rf"{_SPACE}[(,]?{_SPACE}(?:(?:heure|hora|ora)\s(?:de\s|d['’])?(?P<before>[^\W\d_]{{2,12}})"
    r"|(?:new\s|los\s)?(?P<after>[^\W\d_]{2,12})(?:\s|er\s)(?:time|zeit)(?![^\W_]))"
)
_NAMED = {
    "midnight": (0, True),
    "mitternacht": (0, True),
    "minuit": (0, True),
    "medianoche": (0, True),
    "meia-noite": (0, True),
    "mezzanotte": (0, True),
    "noon": (12, False),
    "midday": (12, False),
    "mittag": (12, False),
    "midi": (12, False),
    "mediodía": (12, False),
    "mediodia": (12, False),
    "meio-dia": (12, False),
    "mezzogiorno": (12, False),
}


class Clock(NamedTuple):
    """A time of day as written.

    Attributes:
        start, end: Where it stands, zone included.
        at: The time.
        zone: The zone as written, in lower case; empty if there is none.
        name: The zone's name as ``zones`` knows it; empty if it does not.
        offset: What the words themselves give as offset (``UTC+2``, ``+01:00``).
        next_day: True for midnight, when the day that is named ends.
    """

    start: int
    end: int
    at: time
    zone: str = ""
    name: str = ""
    offset: timedelta | None = None
    next_day: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    named = "|".join(_NAMED)
    colon = r"[:.](?P<m{}>[0-5]\d)"
    seconds = r"(?::[0-5]\d(?:\.\d{1,6})?)?"
    hour = r"[01]?\d|2[0-4]"
    place = r"(?!\s(?:de\b|d['’]|peninsular|española))"
    return re.compile(
        r"(?<![\d.:/-])(?:"
        rf"(?P<h1>\d\d?)(?:{colon.format(1)})?{_SPACE}(?P<half>[ap]\.?m\b\.?)"
        rf"|(?P<h2>{hour})(?:{colon.format(2)}{seconds})?{_SPACE}"
        rf"(?:uhr|hrs?|hours|horas?{place}|heures?{place})\b\.?"
        rf"|(?P<h3>{hour}){_SPACE}h{_SPACE}(?P<m3>[0-5]\d)?(?![^\W_])"
        rf"|(?P<h4>[01]\d|2[0-4])(?P<m4>[0-5]\d){_SPACE}(?:hrs?\b\.?|hours\b|h\b|uhr\b)"
        rf"|(?<!\d)t?(?P<h5>{hour})(?::|\.(?=\d\d\s(?:hora|heure|ora)\b))(?P<m5>[0-5]\d){seconds}(?![\d:])"
        r"|(?P<h6>[01]\d|2[0-4])\.?(?P<m6>[0-5]\d)(?![\d/.-]\d|\d)"
        rf"|(?<![^\W_])(?P<word>{named})(?![^\W_])"
        r")"
    )


def clock_in(words: str, day: tuple[int, int] | None) -> Clock | None:
    """The time that ``words`` name.

    Args:
        words: In lower case, not long.
        day: Where the day stands, whose figures are no time.
    """
    if day and not (words[: day[0]] + words[day[1] :]).strip():
        return None  # a day and no more, as most stories say when they were published
    for match in _pattern().finditer(words):
        if day and match.start() < day[1] and day[0] < match.end() and not _iso(words, match, day):
            continue
        clock = _clock(words, match)
        if clock is not None:
            return clock
    return None


def _iso(words: str, match: re.Match[str], day: tuple[int, int]) -> bool:
    """``2024-05-01T10:00``: the time begins where the day ends."""
    return match.start() == day[1] and words[match.start()] == "t"


def _clock(words: str, match: re.Match[str]) -> Clock | None:
    if match["word"]:
        hour, next_day = _NAMED[match["word"]]
        zone, name, shift, end = _zone(words, match.end())
        return Clock(match.start(), end, time(hour), zone, name, shift, next_day)
    which = next(n for n in "123456" if match["h" + n])
    hour = int(match["h" + which])
    minute = int(match["m" + which] or 0)
    if which == "1":
        if hour > 12:
            return None
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    zone, name, shift, end = _zone(words, match.end())
    if which == "6" and not zone and not _is_time(words, match):
        return None
    if hour == 24:
        return Clock(match.start(), end, time(0, minute), zone, name, shift, next_day=True)
    return Clock(match.start(), end, time(hour, minute), zone, name, shift)


def _is_time(words: str, match: re.Match[str]) -> bool:
    """Four figures without a zone: a time after ``until`` or ``at``, and no year."""
    if match["h6"] in ("19", "20"):
        return False
    before = words[max(0, match.start() - 12) : match.start()].split()
    return bool(before) and before[-1] in _AT


_AT = frozenset("until till to at before um ab bis à a las tot às alle".split())


def _zone(words: str, at: int) -> tuple[str, str, timedelta | None, int]:
    """Zone as written, its known name, an offset of its own, and where it ends."""
    placed = _PLACED.match(words, at)
    if placed is not None and (name := _stem(placed["before"] or placed["after"])):
        return placed[0].strip(" ,("), name, None, placed.end()
    match = _ZONE.match(words, at)
    if match is not None and match["sign"]:
        hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
        if abs(hours) <= 14:
            shift = timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes)
            return match["sign"], "", shift, match.end()
    elif match is not None:
        name = match["name"].replace(".", "")
        if zones.known(name) and name not in zones.PLACED:
            return match["name"], name, None, match.end()
        if name.endswith("t") and 3 <= len(name) <= 4 and name not in _NO_ZONES:
            return match["name"], "", None, match.end()
    return "", "", None, at


_NO_ZONES = frozenset("sat oct sept just that what text last next test must left best".split())


def _stem(word: str) -> str:
    """The known place in ``Berliner`` or ``Paris``; empty if none."""
    for form in (word, word.removesuffix("er")):
        if form in zones.PLACED:
            return form
    return ""
