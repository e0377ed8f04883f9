"""Which properties of a photograph restrict its use, and what they say together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from cutline.almanac import instant, parse_day
from cutline.model import Metadata, Restriction
from cutline.rights.capitals import capitals
from cutline.rights.read import read_restrictions

_TEXTS = ("instructions", "usageTerms", "otherConstraints")
_DATES = {"embargoedUntil": "embargo", "expires": "expiry"}


def restrictions(metadata: Metadata, around: date | None = None) -> tuple[Restriction, ...]:
    """What a photograph's metadata forbids or demands, in the order of its properties.

    Instructions, Usage Terms and Other Constraints are read whole; of the Description only
    capitals; Release and Expiration Date of IIM (2:30, 2:35, 2:37, 2:38) as they stand. The same
    words in several properties count once.

    Args:
        metadata: The effective values.
        around: A day near it, where the file itself has no Date Created.
    """
    day = parse_day(metadata.text("dateCreated")) or around
    seen: set[tuple[object, ...]] = set()
    kept = []
    for each in _all(metadata, day):
        key = (each.code, each.place, each.media, each.until, each.days, each.credit.casefold())
        same = (*key, " ".join(each.text.casefold().split()) if each.code == "unread" else "")
        if same not in seen:
            seen.add(same)
            kept.append(each)
    return tuple(kept)


def read_capitals(
    text: str, field: str = "description", around: date | None = None
) -> tuple[Restriction, ...]:
    """What the capitals in a caption forbid or demand.

    Args:
        text: The caption.
        field: What to call it: TechReference id of the property.
        around: As for ``read_restrictions``.
    """
    return tuple(
        replace(each, field=field, start=start + each.start)
        for start, words in capitals(text)
        for each in read_restrictions(words, "description", around)
    )


def _all(metadata: Metadata, around: date | None) -> Iterator[Restriction]:
    for field in _TEXTS:
        yield from read_restrictions(metadata.text(field), field, around)
    yield from read_capitals(metadata.text("description"), around=around)
    for field, code in _DATES.items():
        said = metadata.text(field)
        when = instant(said) if said else None
        if when is not None:
            yield Restriction(code, said, until=when.value, field=field)
