"""The page's own words, dates and direction, in the language of the story."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_timezone_gmt

from cutline.model import Picture
from cutline.publish.phrases import FALLBACK, languages, phrases

_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as the page needs it.

    Attributes:
        tag: BCP 47 tag for ``lang``.
        direction: ``ltr`` or ``rtl``.
        phrases: Our own words; English where they are not translated.
        spoken: BCP 47 tag of the phrases, which differs where they are not translated.
        locale: CLDR's data for dates.
    """

    tag: str
    direction: str
    phrases: Mapping[str, str]
    spoken: str
    locale: Locale

    def say(self, phrase: str, **words: object) -> str:
        """One of our phrases with its blanks filled in; the words are never read as a format."""
        text = self.phrases[phrase]
        for name, word in words.items():
            text = text.replace(f"{{{name}}}", str(word))
        return text


@dataclass(frozen=True, slots=True)
class Moment:
    """When a story was published.

    Attributes:
        machine: For ``datetime``: a date or a time with zone; empty where it is neither.
        words: For people.
    """

    machine: str
    words: str


@cache
def tongue(tag: str) -> Tongue:
    """The language of a story, whatever its tag; an unknown one is set like English."""
    locale = _locale(tag)
    known = locale is not None and locale.language in languages()
    spoken = locale.language if locale is not None and known else FALLBACK
    return Tongue(
        str(locale or FALLBACK).replace("_", "-"),
        locale.text_direction if locale is not None else "ltr",
        phrases(spoken),
        spoken,
        locale if locale is not None and known else Locale(FALLBACK),
    )


def moment(written: str, language: Tongue) -> Moment:
    """A date as written (ISO 8601, with or without time) for machines and for people.

    A time without a zone is kept without one: no offset is invented. HTML and schema.org
    accept it so. What is not a date is printed as it was written.
    """
    text = written.strip()
    try:
        if len(text) <= 10:
            day = date.fromisoformat(text)
            return Moment(day.isoformat(), format_date(day, "long", locale=language.locale))
        instant = datetime.fromisoformat(text)
    except ValueError:
        return Moment("", text)
    return Moment(instant.isoformat(timespec="minutes"), _spell(instant, language.locale))


def foreign(picture: Picture, page: Tongue) -> tuple[str, str]:
    """What a caption must say of itself where it is not in the page's language or direction.

    Returns:
        ``lang`` and ``dir``, each empty where the page's own hold. Where the story names no
        language, the first letter of a direction decides, as in the Unicode Bidirectional
        Algorithm (UAX 9, rule P2).
    """
    tag = picture.placement.language
    if tag:
        own = tongue(tag)
        other = own.direction if own.direction != page.direction else ""
        return (tag if own.tag != page.tag else ""), other
    letters = map(bidirectional, picture.caption.text)
    strong = next((letter for letter in letters if letter in _DIRECTIONS), "")
    direction = _DIRECTIONS.get(strong, page.direction)
    return "", direction if direction != page.direction else ""


def _spell(instant: datetime, locale: Locale) -> str:
    """Date, hour and minute as CLDR has them, and the offset where one was given."""
    day = format_date(instant.date(), "long", locale=locale)
    hour = format_time(instant.time(), "short", locale=locale)
    words = f"{day}, {hour}"
    if instant.tzinfo is None:
        return words
    return f"{words} {get_timezone_gmt(instant, 'long', locale=locale)}"


def _locale(tag: str) -> Locale | None:
    parts = tag.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
