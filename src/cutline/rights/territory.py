"""Which countries somebody means, and whether a place that a restriction names takes one in."""

import re

from cutline.rights.lexicon import places
from cutline.rights.tokens import tokens

_BETWEEN = re.compile("[,;/]")
_CODE = 2
_WORLD = frozenset(("world", "worldwide", "world wide", "global", "weltweit", "mondial", "mundial"))


def covers(place: str, territory: str) -> bool:
    """True if ``territory`` is the country, or lies in the region, that ``place`` names.

    Args:
        place: ``Restriction.place``.
        territory: ISO 3166 code of a country.
    """
    if not place or not territory:
        return False
    if place == territory.upper():
        return True
    name = " ".join(token.word for token in tokens(place))
    return territory.upper() in places().region.get(name, frozenset())


def countries(said: str) -> frozenset[str] | None:
    """The countries of a list: codes, names, regions, or the whole world.

    Args:
        said: Such as ``GB, IE``, ``EU`` or ``worldwide``; codes may stand with spaces alone.

    Returns:
        ISO 3166 codes; None where one of the words is none of these.
    """
    found: set[str] = set()
    for part in filter(None, (each.strip() for each in _BETWEEN.split(said))):
        here = _one(part)
        codes = [_one(word) if len(word) == _CODE else None for word in part.split()]
        if here is None and any(each is None for each in codes):
            return None
        found.update(*(each for each in ([here] if here is not None else codes) if each))
    return frozenset(found)


def _one(said: str) -> frozenset[str] | None:
    known, name = places(), " ".join(token.word for token in tokens(said))
    if (code := said.upper()) in known.country.values():
        return frozenset({code})
    if name in known.country:
        return frozenset({known.country[name]})
    return frozenset(known.country.values()) if name in _WORLD else known.region.get(name)


def place_name(place: str) -> str:
    """A place for people: the country's English name, or the name as it was written."""
    for name, code in places().country.items():
        if code == place:
            return " ".join(word if word == "and" else word.capitalize() for word in name.split())
    return place
