"""Reading in the cage: out of the worker as plain data, checked again in the parent.

A worker that a photograph took over may send anything; nothing it sends can do more than
raise ReadError here.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from cutline.metadata.containers import Pixels
from cutline.metadata.properties import BY_ID
from cutline.metadata.reading import Reading, read
from cutline.metadata.text import clean
from cutline.model import Field, LangText, Metadata, ReadError, Size, Value

READ_TASK = "cutline.metadata.task:read_task"
"""The name by which a cage calls the worker's side."""

_FORMATS = frozenset(("jpeg", "tiff", "png", "webp", "avif", "heic"))
_ORIGINS = frozenset(("xmp", "iim", "exif"))
_MAX_TEXT = 8 * 1024 * 1024
_MAX_LEVELS = 16


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
        "fields": {
            id: [
                _out(entry.value),
                entry.origin,
                {name: _out(value) for name, value in entry.differs.items()},
            ]
            for id, entry in reading.metadata.fields.items()
        },
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
    rows = _mapping(value)
    if "fault" in rows:
        raise ReadError(_text(rows["fault"], 500), _text(rows.get("hint", ""), 500))
    try:
        return Reading(
            format=_one_of(rows["format"], _FORMATS),
            size=_size(rows["size"]),
            orientation=_turn(rows["orientation"]),
            metadata=Metadata(_fields(rows["fields"])),
            capture=MappingProxyType(
                {_text(name, 64): _text(text) for name, text in _mapping(rows["capture"]).items()}
            ),
            problems=tuple(_text(code, 200) for code in _list(rows["problems"])),
            pixels=_pixels(_mapping(rows["pixels"])),
        )
    except KeyError as fault:
        raise _broken() from fault


def _pixels(rows: Mapping[str, object]) -> Pixels:
    if rows.keys() != _PIXELS.keys() or any(
        type(rows[name]) is not kind for name, kind in _PIXELS.items()
    ):
        raise _broken()
    values: dict[str, Any] = {
        name: clean(row) if isinstance(row, str) else row for name, row in rows.items()
    }
    return Pixels(**values)


def _fields(value: object) -> Mapping[str, Field]:
    found: dict[str, Field] = {}
    for id, row in _mapping(value).items():
        parts = _list(row)
        if id not in BY_ID or len(parts) != 3:
            raise _broken()
        differs = {
            _one_of(name, _ORIGINS): _in(other) for name, other in _mapping(parts[2]).items()
        }
        found[id] = Field(_in(parts[0]), _one_of(parts[1], _ORIGINS), MappingProxyType(differs))
    return MappingProxyType(found)


def _out(value: "Value") -> object:
    """A value as plain data: languages under ``@lang``, a structure under ``@struct``."""
    if isinstance(value, LangText):
        return {"@lang": dict(value.words)}
    if isinstance(value, Mapping):
        return {"@struct": {name: _out(member) for name, member in value.items()}}
    return [_out(part) for part in value] if isinstance(value, tuple) else value


def _in(value: object, level: int = 0) -> "Value":
    """The value back; only shapes that a value can have."""
    if level > _MAX_LEVELS:
        raise _broken()
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, list):
        return _many([_in(part, level + 1) for part in value])
    rows = _mapping(value)
    if rows.keys() == {"@lang"}:
        words = _mapping(rows["@lang"])
        return LangText(
            MappingProxyType({_text(tag, 100): _text(text) for tag, text in words.items()})
        )
    if rows.keys() == {"@struct"}:
        members = _mapping(rows["@struct"])
        return MappingProxyType(
            {_text(name, 100): _in(part, level + 1) for name, part in members.items()}
        )
    raise _broken()


def _many(parts: list["Value"]) -> "Value":
    """A tuple of texts or of structures, never a mixture."""
    texts = tuple(part for part in parts if isinstance(part, str))
    structs = tuple(part for part in parts if isinstance(part, Mapping))
    if len(texts) == len(parts):
        return texts
    if len(structs) == len(parts):
        return structs
    raise _broken()


def _broken() -> ReadError:
    return ReadError("could not be read: the reader answered nonsense", "report the file")


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        raise _broken()
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _broken()
    return value


def _text(value: object, limit: int = _MAX_TEXT) -> str:
    if not isinstance(value, str) or len(value) > limit:
        raise _broken()
    return clean(value)


def _one_of(value: object, choices: frozenset[str]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise _broken()
    return value


def _size(value: object) -> Size:
    sides = _list(value)
    if len(sides) != 2 or not all(type(side) is int and 0 < side < 1 << 31 for side in sides):
        raise _broken()
    width, height = sides
    return Size(int(str(width)), int(str(height)))


def _turn(value: object) -> int:
    if type(value) is not int or not 1 <= value <= 8:
        raise _broken()
    return value
