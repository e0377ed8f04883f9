"""Which shape a value must have, and where the order of its parts means something.

Source: IPTC Photo Metadata 2025.1, which says of each repeated property whether XMP keeps it
in a sequence or in a bag.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cutline.metadata.properties import PROPERTIES, REPEATED, Kind, Property
from cutline.metadata.structures import STRUCTURES
from cutline.metadata.text import clean, words
from cutline.model import LangText, Struct, Value

_ORDERED = words(
    "dc:creator plus:CopyrightOwner plus:ImageCreator plus:ImageSupplier plus:Licensor "
    "Iptc4xmpExt:AOCreator Iptc4xmpExt:AOCreatorId Iptc4xmpExt:rbVertices"
)

EMPTY: tuple[object, ...] = ("", (), {}, LangText({}))
"""What says nothing: no property has such a value."""

MEMBERS: Mapping[str, Mapping[str, Property]] = MappingProxyType(
    {
        # An image region may carry any property beside its own (IPTC Extension, Image Region).
        name: {row.id: row for row in (*(PROPERTIES if name == "ImageRegion" else ()), *rows)}
        for name, rows in STRUCTURES.items()
    }
)
"""The members of each structure by their ids."""


def is_ordered(entry: Property) -> bool:
    """Whether the order of a repeated property, or member, means something."""
    return entry.xmp in _ORDERED


def fits(entry: Property, value: "Value") -> bool:
    """Whether a value has the shape of its property, down to the last member.

    Text in languages may be one plain text, as IIM and Exif have it.
    """
    kind = entry.kind
    if isinstance(value, tuple):
        return kind in REPEATED and all(_part_fits(entry, part) for part in value)
    if isinstance(value, Mapping):
        return kind is Kind.STRUCT and _members_fit(entry.shape, value)
    if isinstance(value, LangText):
        return kind is Kind.LANG
    if isinstance(value, str):
        return kind in (Kind.TEXT, Kind.LANG)
    return kind in (Kind.NUMBER, Kind.INTEGER) and not isinstance(value, bool)


def tidied(value: "Value") -> "Value":
    """A value with every text in it cleaned, as it will be read again; empty texts go."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, LangText):
        said = {tag: clean(words) for tag, words in value.words.items()}
        return LangText(MappingProxyType({tag: words for tag, words in said.items() if words}))
    if isinstance(value, Mapping):
        members = {id: tidied(member) for id, member in value.items()}
        return MappingProxyType({id: part for id, part in members.items() if part not in EMPTY})
    if isinstance(value, tuple):
        return _parts([part for each in value if (part := tidied(each)) not in EMPTY])
    return value


def _parts(parts: "list[Value]") -> "Value":
    texts = tuple(part for part in parts if isinstance(part, str))
    return texts or tuple(part for part in parts if isinstance(part, Mapping))


def _part_fits(entry: Property, part: "str | Struct") -> bool:
    if isinstance(part, Mapping):
        return entry.kind is Kind.STRUCTS and _members_fit(entry.shape, part)
    return entry.kind is not Kind.STRUCTS


def _members_fit(shape: str, value: "Struct") -> bool:
    known = MEMBERS[shape]
    return all(id in known and fits(known[id], member) for id, member in value.items())
