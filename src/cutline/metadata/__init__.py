"""Bytes of a photograph to metadata and back: Exif, IIM, XMP; one order of precedence."""

from cutline.metadata.audit import audit
from cutline.metadata.containers import Pixels
from cutline.metadata.embed import STAMPING, embed
from cutline.metadata.labels import is_label
from cutline.metadata.layering import effective, with_corrections, with_edits
from cutline.metadata.properties import BY_ID, PROPERTIES, Kind, Property
from cutline.metadata.reading import READER_VERSION, Reading, photograph, read
from cutline.metadata.sidecar import Sidecar, layers_of, read_sidecar, with_sidecar
from cutline.metadata.sidecar_task import (
    READ_SIDECAR_TASK,
    WRITE_SIDECAR_TASK,
    pack_layers,
    read_sidecar_task,
    sidecar_from,
    write_sidecar_task,
    written_from,
)
from cutline.metadata.sidecar_write import write_sidecar
from cutline.metadata.stamp import Licensor, Stamp, stamp_of
from cutline.metadata.task import READ_TASK, read_task, reading_from

__all__ = [
    "BY_ID",
    "PROPERTIES",
    "READER_VERSION",
    "READ_SIDECAR_TASK",
    "READ_TASK",
    "STAMPING",
    "WRITE_SIDECAR_TASK",
    "Kind",
    "Licensor",
    "Pixels",
    "Property",
    "Reading",
    "Sidecar",
    "Stamp",
    "audit",
    "effective",
    "embed",
    "is_label",
    "layers_of",
    "pack_layers",
    "photograph",
    "read",
    "read_sidecar",
    "read_sidecar_task",
    "read_task",
    "reading_from",
    "sidecar_from",
    "stamp_of",
    "with_corrections",
    "with_edits",
    "with_sidecar",
    "write_sidecar",
    "write_sidecar_task",
    "written_from",
]
