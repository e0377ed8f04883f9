"""A weekday and a date that stand together in a text, and whether they agree.

Pure calendar arithmetic. Where the year is left out, those years are tried that a caption can
mean: the one the file or the text names, else the nearest to the day of publication.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from cutline.almanac.languages import LANGUAGES, NAMED_DAYS, Language
from cutline.model import Span
from cutline.model.regex import regex

_UPCOMING = timedelta(days=60)
_GREGORIAN_SINCE = 1583
_OLD_STYLE_UNTIL = 1924
"""Julian dates were still printed in Orthodox countries until the 1920s."""
_YEAR = regex(r"(?<![\d.,])(1[5-9]\d\d|20\d\d)(?![\d%])")
_WORDS = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MAX = 120
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Weekday:
    """A form of a weekday: its index (Monday is 0) and its language."""

    index: int
    language: str
    stem: int
    """How many letters of the word are the weekday itself (``Freitag`` in ``Freitagabend``)."""


class Dated(NamedTuple):
    """A weekday and the date beside it, as written.

    Attributes:
        span: From the weekday to the end of the date.
        weekday_at: The weekday alone.
        day_at: The number of the day alone.
        weekday: Monday is 0.
        language: Of the weekday and the month.
        year: As written; None where it is left out.
    """

    span: Span
    weekday_at: Span
    day_at: Span
    weekday: int
    language: str
    year: int | None
    month: int
    day: int

    def on(self, year: int) -> date | None:
        """The date in ``year``; None if there is no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def weekday_name(index: int, language: str) -> str:
    """The weekday's full name in ``language``, in lower case."""
    return LANGUAGES[language].weekdays.split()[index].split("|")[0]


def dated(text: str) -> Iterator[Dated]:
    """Every weekday that stands before a date in ``text``, in any of the languages known."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    forms = _weekday_forms()
    if forms.keys().isdisjoint(_WORDS.findall(lowered)):
        return
    before = ""
    for match in _WORDS.finditer(lowered):
        word, previous, before = match.group(), before, match.group()
        if word not in forms or previous in NAMED_DAYS or _in_a_list(lowered, match.start(), forms):
            continue
        if len(word) <= _SHORT and (text[match.start()].islower() or previous == "the"):
            continue  # “so 3. Juli” is no Sunday, and The Sun is a newspaper
        for weekday in forms[word]:
            found = _date_after(lowered, match.start(), match.end(), weekday)
            if found is not None:
                yield found
                break


def agrees(found: Dated, candidates: tuple[int, ...]) -> bool:
    """True if the weekday fits in any of the years, or was right in the Julian calendar."""
    for year in candidates:
        day = found.on(year)
        if day is None or day.weekday() == found.weekday:
            return True
        if year < _OLD_STYLE_UNTIL and _julian_weekday(day) == found.weekday:
            return True
    return not candidates


def years_meant(
    found: Dated, text: str, published: date | None, created: date | None
) -> tuple[int, ...]:
    """The years that ``found`` can mean, the likeliest first; empty if nothing tells.

    Args:
        found: A weekday and a date.
        text: The text it stands in; a year named elsewhere in it counts.
        published: The day of publication.
        created: The day the file says the photograph was taken.
    """
    if found.year is not None:
        return (found.year,) if found.year >= _GREGORIAN_SINCE else ()
    years: list[int] = []
    if created is not None and (created.month, created.day) == (found.month, found.day):
        return (created.year,)
    if created is not None:
        years.append(created.year)
    if published is not None:
        years.extend(_nearest_years(found, published))
    if years:
        years.extend(int(year) for year in _YEAR.findall(text[: _MAX * 20]))
    return tuple(dict.fromkeys(years))


def parse_day(text: str) -> date | None:
    """The day in ``2023-09-13`` or ``2023-09-13T10:00``; None if it is no whole date."""
    try:
        return date.fromisoformat(text.strip()[:10].replace(":", "-"))
    except ValueError:
        return None


def _nearest_years(found: Dated, published: date) -> Iterator[int]:
    """The last such date before publication, and a coming one that could be announced."""
    days = [day for year in range(-1, 2) if (day := found.on(published.year + year)) is not None]
    past = [day for day in days if day <= published]
    yield from (day.year for day in past[-1:])
    yield from (day.year for day in days if published < day <= published + _UPCOMING)


def _julian_weekday(day: date) -> int:
    """The weekday of the same figures read in the Julian calendar."""
    century = day.year // 100
    lag = century - century // 4 - 2
    return (day.weekday() + lag) % 7


def _in_a_list(text: str, at: int, forms: dict[str, tuple[Weekday, ...]]) -> bool:
    """True for the second weekday of ``Saturday and Sunday, May 25 and 26`` or ``Fri-Sun``."""
    words = re.findall(r"[^\W\d_]+|[-–—&/,]", text[max(0, at - 40) : at])
    if words and words[-1] in ("the", "am", "le", "el"):
        words.pop()
    if len(words) < 2 or words[-1] not in _LINKS:
        return False
    return words[-2] in forms


_LINKS = frozenset(
    "and & - – — / , to through until or und bis oder et au y al e a och og i и en".split()
)


def _date_after(text: str, start: int, end: int, weekday: Weekday) -> Dated | None:
    match = _date_pattern(weekday.language).match(text, end, end + _MAX)
    if match is None:
        return None
    month = _months(weekday.language).get(match["m1"] or match["m2"] or "")
    if month is None:
        month = int(match["m3"] or match["m4"] or 0)
    which = next(name for name in ("d1", "d2", "d3", "d4") if match[name])
    day = int(match[which])
    year = next((int(match[y]) for y in ("y1", "y2", "y3", "y4") if match[y]), None)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    at = Span(match.start(which), match.end(which))
    word = Span(start, start + weekday.stem)
    return Dated(
        Span(start, match.end()), word, at, weekday.index, weekday.language, year, month, day
    )


@cache
def _weekday_forms() -> dict[str, tuple[Weekday, ...]]:
    """Every written form of a weekday, with what it means in which language."""
    found: dict[str, list[Weekday]] = {}
    for code, language in LANGUAGES.items():
        for index, group in enumerate(language.weekdays.split()):
            for form in group.split("|"):
                found.setdefault(form, []).append(Weekday(index, code, len(form)))
                for part in language.parts.split("|") if language.glued else ():
                    found.setdefault(form + part, []).append(Weekday(index, code, len(form)))
    return {form: tuple(meanings) for form, meanings in found.items()}


@cache
def _months(language: str) -> dict[str, int]:
    groups = LANGUAGES[language].months.split()
    return {form: number for number, group in enumerate(groups, 1) for form in group.split("|")}


@cache
def _date_pattern(code: str) -> re.Pattern[str]:
    """What follows the weekday: ``, Aug. 29, 2024``, ``, 3. Juli 2024``, `` (3.7.2024)``."""
    language: Language = LANGUAGES[code]
    month = "|".join(sorted(_months(code), key=len, reverse=True))
    part = "" if language.glued or not language.parts else rf"(?:[ \u00a0](?:{language.parts}))?"
    lead = (
        rf"\.?{part},?[ \u00a0]\(?(?:(?:the|den|der|dem|le|el|o|dia|día|il|on|am|de|à)[ \u00a0])?"
    )
    year = r"(?:,?[ \u00a0](?:(?:de|del|of)[ \u00a0])?(?P<{}>[12]\d\d\d)(?!\d))?"
    day = r"(?P<{}>\d\d?)(?!\d|[:.,]\d|%|[ \u00a0]?(?:am|pm|uhr|h)\b)"
    mark = r"[./]" if code != "en" else r"(?!)"  # 08/02/2024 has two readings in English
    of = r"[ \u00a0](?:(?:of|de|di)[ \u00a0])?"
    return re.compile(
        rf"{lead}(?:"
        rf"(?P<m1>{month})\.?[ \u00a0]{day.format('d1')}(?:st|nd|rd|th)?{year.format('y1')}"
        rf"|{day.format('d2')}(?:st|nd|rd|th|\.|º|er|ª)?{of}(?P<m2>{month})\b\.?{year.format('y2')}"
        rf"|(?P<d3>\d\d?){mark}(?P<m3>\d\d?){mark}(?P<y3>[12]\d\d\d)(?!\d)"
        r"|(?P<y4>[12]\d\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)(?!\d)"
        r")"
    )
