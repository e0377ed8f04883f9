"""Whether a place that a restriction names takes in a country."""

from cutline.rights.lexicon import places
from cutline.rights.tokens import tokens


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


def is_country(code: str) -> bool:
    """Whether ``code`` is one of ISO 3166, in capitals."""
    return code in places().country.values()


def place_name(place: str) -> str:
    """A place for people: the country's English name, or the name as it was written."""
    for name, code in places().country.items():
        if code == place:
            return " ".join(word if word == "and" else word.capitalize() for word in name.split())
    return place
