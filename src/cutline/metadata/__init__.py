"""Bytes of a photograph to metadata and back: Exif, IIM, XMP; one order of precedence."""

from cutline.metadata.audit import audit
from cutline.metadata.containers import Pixels
from cutline.metadata.embed import embed
from cutline.metadata.labels import is_label
from cutline.metadata.properties import BY_ID, PROPERTIES, Kind, Property
from cutline.metadata.reading import READER_VERSION, Reading, photograph, read
from cutline.metadata.signoff import without_sign_off
from cutline.metadata.stamp import Licensor, Stamp, stamp_of
from cutline.metadata.task import READ_TASK, read_task, reading_from

__all__ = [
    "BY_ID",
    "PROPERTIES",
    "READER_VERSION",
    "READ_TASK",
    "Kind",
    "Licensor",
    "Pixels",
    "Property",
    "Reading",
    "Stamp",
    "audit",
    "embed",
    "is_label",
    "photograph",
    "read",
    "read_task",
    "reading_from",
    "stamp_of",
    "without_sign_off",
]
