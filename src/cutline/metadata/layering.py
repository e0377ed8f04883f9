"""Layers into effective values: edited, else corrected, else as supplied (decision 0013).

Pure. What is compared here is meaning, not bytes: programs fold blanks, sort bags and change
the case of language tags when they write a sidecar again, and none of that is an edit.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from cutline.metadata import dates
from cutline.metadata.properties import BY_ID, Kind, Property
from cutline.metadata.shapes import MEMBERS, is_ordered, tidied
from cutline.metadata.text import folded
from cutline.model import CLEARED, Change, Field, LangText, Layers, Metadata, Struct, Value

SIDECAR = "sidecar"
"""The container's name in ``Field.origin``."""

IN_FILE = frozenset(("xmp", "iim", "exif"))
"""Containers that are parts of the photograph's own file."""


def effective(layers: Layers) -> Metadata:
    """What counts, field by field: edited, else corrected, else as supplied.

    A changed value has the origin ``sidecar`` and differs from what was supplied; one that
    was cleared is not there.
    """
    supplied = layers.as_supplied.fields
    found: dict[str, Field] = {}
    for id in BY_ID:
        change, entry = layers.change(id), supplied.get(id)
        if change is None:
            if entry is not None:
                found[id] = entry
        elif change.value is not CLEARED:
            others = {} if entry is None else {entry.origin: entry.value, **entry.differs}
            found[id] = _field(id, change.value, SIDECAR, others)
    return Metadata(MappingProxyType(found))


def same(id: str, one: "Value | None", other: "Value | None") -> bool:
    """Whether two values of a property mean the same; None is no value."""
    if one is None or other is None:
        return one is other
    if id == "dateCreated" and dates.agree(str(one), str(other)):
        return True
    return _meaning(BY_ID[id], one) == _meaning(BY_ID[id], other)


def beside(embedded: Metadata, said: Mapping[str, Value], counting: Metadata) -> Metadata:
    """Effective values with all that is said otherwise, in the file and in its sidecar.

    Args:
        embedded: What the photograph's own file says now.
        said: The standard values in its sidecar.
        counting: The effective values.

    Returns:
        The same values. Each names the first that says so, sidecar before file, and under
        ``differs`` those that do not.
    """
    found = {}
    for id, entry in counting.fields.items():
        own = embedded.fields.get(id)
        inside = {} if own is None else {own.origin: own.value, **own.differs}
        voices = {**({SIDECAR: said[id]} if id in said else {}), **inside}
        agreeing = (name for name, value in voices.items() if same(id, value, entry.value))
        found[id] = _field(id, entry.value, next(agreeing, entry.origin), voices)
    return Metadata(MappingProxyType(found))


def with_edits(layers: Layers, changes: Mapping[str, Change]) -> Layers:
    """The layers with these edits on top; an edit that says what counts anyway is none.

    Texts are cleaned as readers clean them.

    Raises:
        ValueError: a change is of no property of the standard.
    """
    return replace(layers, edited=_over(layers, layers.edited, changes))


def with_corrections(layers: Layers, changes: Mapping[str, Change]) -> Layers:
    """The layers with the corrected layer replaced; people's edits stay above it.

    Raises:
        ValueError: a change is of no property of the standard.
    """
    bare = replace(layers, corrected=MappingProxyType({}), edited=MappingProxyType({}))
    return replace(layers, corrected=_over(bare, {}, changes))


def _over(
    below: Layers, kept: Mapping[str, Change], changes: Mapping[str, Change]
) -> Mapping[str, Change]:
    if unknown := changes.keys() - BY_ID.keys():
        raise ValueError(f"no properties of the standard: {', '.join(sorted(unknown))}")
    counting = effective(below).fields
    found = dict(kept)
    for id, given in changes.items():
        change = given
        if given.value is not CLEARED:
            change = replace(given, value=tidied(given.value))
        now = counting[id].value if id in counting else None
        if not same(id, now, None if change.value is CLEARED else change.value):
            found[id] = change
    return MappingProxyType(found)


def _field(id: str, value: Value, origin: str, voices: Mapping[str, Value]) -> Field:
    differs = {
        name: other
        for name, other in voices.items()
        if name != origin and not same(id, other, value)
    }
    return Field(value, origin, MappingProxyType(differs))


def _meaning(entry: Property, value: Value) -> object:
    """A value in a form in which equal meanings are equal."""
    if isinstance(value, Mapping):
        return _members(entry.shape, value)
    if isinstance(value, tuple):
        parts = [
            _members(entry.shape, part) if isinstance(part, Mapping) else folded(part)
            for part in value
        ]
        return parts if is_ordered(entry) else sorted(parts, key=repr)
    if entry.kind is Kind.LANG:
        words = value.words if isinstance(value, LangText) else {"x-default": str(value)}
        return sorted((tag.lower(), folded(text)) for tag, text in words.items())
    return float(value) if isinstance(value, (int, float)) else folded(str(value))


def _members(shape: str, value: Struct) -> object:
    known = MEMBERS[shape]
    return [(id, _meaning(known[id], value[id])) for id in sorted(value)]
