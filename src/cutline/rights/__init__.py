"""What may not be done with a photograph, read from its supplier's words; pure."""

from cutline.rights.properties import read_capitals, restrictions
from cutline.rights.read import read_restrictions
from cutline.rights.territory import countries, covers, place_name

__all__ = [
    "countries",
    "covers",
    "place_name",
    "read_capitals",
    "read_restrictions",
    "restrictions",
]
