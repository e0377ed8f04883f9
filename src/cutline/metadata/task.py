"""Reading in the cage: out of the worker as plain data, checked again in the parent.

A worker that a photograph took over may send anything; nothing it sends can do more than
raise ReadError here.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from cutline.metadata.containers import Pixels
from cutline.metadata.packing import broken, fields_from, listed, mapping, pack_fields, text
from cutline.metadata.reading import Reading, read
from cutline.metadata.text import clean
from cutline.model import Metadata, ReadError, Size

READ_TASK = "cutline.metadata.task:read_task"
"""The name by which a cage calls the worker's side."""

_CONTAINERS = frozenset(("xmp", "iim", "exif"))
_FORMATS = frozenset(("jpeg", "tiff", "png", "webp", "avif", "heic"))


def read_task(
    arguments: Mapping[str, object],  # noqa: ARG001 - the cage's calling convention
    blobs: Sequence[bytes],
) -> tuple[object, Sequence[bytes]]:
    """Read ``blobs[0]`` as a photograph, in a worker.

    Returns:
        What ``reading_from`` takes, and no blobs.
    """
    try:
        return pack(read(blobs[0])), ()
    except ReadError as fault:
        return {"fault": fault.message, "hint": fault.hint}, ()


def pack(reading: Reading) -> dict[str, object]:
    """A reading as JSON-able data."""
    pixels = reading.pixels
    return {
        "format": reading.format,
        "size": [reading.size.width, reading.size.height],
        "orientation": reading.orientation,
        "fields": pack_fields(reading.metadata.fields),
        "capture": dict(reading.capture),
        "problems": list(reading.problems),
        "pixels": {name: getattr(pixels, name) for name in _PIXELS},
    }


_PIXELS: Mapping[str, type] = MappingProxyType(
    {
        "bands": int,
        "bits": int,
        "progressive": bool,
        "compression": str,
        "pages": int,
        "colour": str,
        "profile": str,
        "premultiplied": bool,
        "turned": int,
    }
)


def reading_from(value: object) -> Reading:
    """The reading that a worker sent.

    Raises:
        ReadError: the worker could not read the file, or sent something of another shape.
    """
    rows = mapping(value)
    if "fault" in rows:
        raise ReadError(text(rows["fault"], 500), text(rows.get("hint", ""), 500))
    try:
        return Reading(
            format=_one_of(rows["format"], _FORMATS),
            size=_size(rows["size"]),
            orientation=_turn(rows["orientation"]),
            metadata=Metadata(fields_from(rows["fields"], _CONTAINERS)),
            capture=MappingProxyType(
                {text(name, 64): text(said) for name, said in mapping(rows["capture"]).items()}
            ),
            problems=tuple(text(code, 200) for code in listed(rows["problems"])),
            pixels=_pixels(mapping(rows["pixels"])),
        )
    except KeyError as fault:
        raise broken() from fault


def _pixels(rows: Mapping[str, object]) -> Pixels:
    if rows.keys() != _PIXELS.keys() or any(
        type(rows[name]) is not kind for name, kind in _PIXELS.items()
    ):
        raise broken()
    values: dict[str, Any] = {
        name: clean(row) if isinstance(row, str) else row for name, row in rows.items()
    }
    return Pixels(**values)


def _one_of(value: object, choices: frozenset[str]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise broken()
    return value


def _size(value: object) -> Size:
    sides = listed(value)
    if len(sides) != 2 or not all(type(side) is int and 0 < side < 1 << 31 for side in sides):
        raise broken()
    width, height = sides
    return Size(int(str(width)), int(str(height)))


def _turn(value: object) -> int:
    if type(value) is not int or not 1 <= value <= 8:
        raise broken()
    return value
