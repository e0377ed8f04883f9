"""Bytes of a photograph to metadata and back: Exif, IIM, XMP; one order of precedence."""

from cutline.metadata.containers import Pixels
from cutline.metadata.properties import BY_ID, PROPERTIES, Kind, Property
from cutline.metadata.reading import READER_VERSION, Reading, photograph, read

__all__ = [
    "BY_ID",
    "PROPERTIES",
    "READER_VERSION",
    "Kind",
    "Pixels",
    "Property",
    "Reading",
    "photograph",
    "read",
]
