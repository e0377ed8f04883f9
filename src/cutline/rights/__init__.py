"""What may not be done with a photograph, read from its supplier's words; pure."""

from cutline.rights.properties import read_capitals, restrictions
from cutline.rights.read import read_restrictions
from cutline.rights.territory import covers, is_country, place_name

__all__ = [
    "covers",
    "is_country",
    "place_name",
    "read_capitals",
    "read_restrictions",
    "restrictions",
]
