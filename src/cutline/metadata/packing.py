"""Values as plain data that may cross from a worker, and back with every shape checked."""

from collections.abc import Mapping
from types import MappingProxyType

from cutline.metadata.properties import BY_ID
from cutline.metadata.shapes import EMPTY, fits
from cutline.metadata.text import clean
from cutline.model import Field, LangText, ReadError, Value

_MAX_TEXT = 8 * 1024 * 1024
_MAX_LEVELS = 16
_LONGEST_NAME = 200


def pack_fields(fields: Mapping[str, Field]) -> dict[str, object]:
    """Fields by id, each as value, container, and what others say."""
    return {
        id: [
            pack_value(entry.value),
            entry.origin,
            {name: pack_value(value) for name, value in entry.differs.items()},
        ]
        for id, entry in fields.items()
    }


def fields_from(value: object, containers: frozenset[str] | None = None) -> Mapping[str, Field]:
    """The fields back, each in the shape of its property.

    Args:
        value: What a worker sent.
        containers: The names that containers may have; None for any.

    Raises:
        ReadError: they have another shape, as all functions here do.
    """
    found: dict[str, Field] = {}
    for id, row in mapping(value).items():
        parts = listed(row)
        if len(parts) != 3:
            raise broken()
        differs = {
            text(name, _LONGEST_NAME): fitting(id, other)
            for name, other in mapping(parts[2]).items()
        }
        found[id] = Field(
            fitting(id, parts[0]), text(parts[1], _LONGEST_NAME), MappingProxyType(differs)
        )
        if containers is not None and not {found[id].origin, *differs} <= containers:
            raise broken()
    return MappingProxyType(found)


def fitting(id: str, value: object) -> "Value":
    """The value of a property back, in its shape."""
    found = value_from(value)
    if id not in BY_ID or not fits(BY_ID[id], found) or found in EMPTY:
        raise broken()
    return found


def pack_value(value: "Value") -> object:
    """A value as plain data: languages under ``@lang``, a structure under ``@struct``."""
    if isinstance(value, LangText):
        return {"@lang": dict(value.words)}
    if isinstance(value, Mapping):
        return {"@struct": {name: pack_value(member) for name, member in value.items()}}
    return [pack_value(part) for part in value] if isinstance(value, tuple) else value


def value_from(value: object, level: int = 0) -> "Value":
    """The value back; only shapes that a value can have."""
    if level > _MAX_LEVELS:
        raise broken()
    if isinstance(value, str):
        return text(value)
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, list):
        return _many([value_from(part, level + 1) for part in value])
    rows = mapping(value)
    if rows.keys() == {"@lang"}:
        words = mapping(rows["@lang"])
        return LangText(
            MappingProxyType({text(tag, 100): text(said) for tag, said in words.items()})
        )
    if rows.keys() == {"@struct"}:
        members = mapping(rows["@struct"])
        return MappingProxyType(
            {text(name, 100): value_from(part, level + 1) for name, part in members.items()}
        )
    raise broken()


def _many(parts: list["Value"]) -> "Value":
    """A tuple of texts or of structures, never a mixture."""
    texts = tuple(part for part in parts if isinstance(part, str))
    structs = tuple(part for part in parts if isinstance(part, Mapping))
    if len(texts) == len(parts):
        return texts
    if len(structs) == len(parts):
        return structs
    raise broken()


def broken() -> ReadError:
    """What to raise where a worker sent something of another shape."""
    return ReadError("could not be read: the reader answered nonsense", "report the file")


def mapping(value: object) -> Mapping[str, object]:
    """A table with texts as keys."""
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        raise broken()
    return value


def listed(value: object) -> list[object]:
    """A list."""
    if not isinstance(value, list):
        raise broken()
    return value


def text(value: object, limit: int = _MAX_TEXT) -> str:
    """A text of at most ``limit`` characters, cleaned."""
    if not isinstance(value, str) or len(value) > limit:
        raise broken()
    return clean(value)
