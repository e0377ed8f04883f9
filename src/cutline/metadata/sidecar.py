"""Sidecars: standard XMP that any program reads, with our layers in a namespace of our own.

The standard properties hold the effective values. Beside them stands who supplied, corrected
and edited what (decision 0013). What another program changed in the standard properties since
is found by comparing the two, and counts as an edit by that program.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from cutline.metadata import xmp
from cutline.metadata.layering import IN_FILE, beside, effective, same, with_edits
from cutline.metadata.properties import BY_ID, REPEATED, Kind, clark
from cutline.metadata.reading import Reading
from cutline.metadata.xmp import Node
from cutline.model import CLEARED, Change, Field, Layers, Metadata, Value

NAMESPACE = "urn:uuid:4e949927-1711-43dc-a370-5fd3b03b2d50#"
"""Ours, for good: a name that needs no host (RFC 9562). Another form of layers gets another."""

PREFIX = "cutline"
ORIGINAL, SUPPLIED, CORRECTED, EDITED = (
    f"{{{NAMESPACE}}}{name}" for name in ("original", "supplied", "corrected", "edited")
)
PROPERTY, CONTAINER, INSTEAD, AUTHOR, AT = (
    f"{{{NAMESPACE}}}{name}" for name in ("property", "container", "instead", "author", "at")
)
_SLOTS = {kind: f"{{{NAMESPACE}}}{'values' if kind in REPEATED else 'value'}" for kind in Kind}
TOOLKIT = "{adobe:ns:meta/}xmptk"
CHANGED = clark("xmp:MetadataDate")

_TOOL, _FOR = clark("xmp:CreatorTool"), clark("photoshop:SidecarForExtension")
_HISTORY = "{http://ns.adobe.com/xap/1.0/mm/}History"
_AGENT = "{http://ns.adobe.com/xap/1.0/sType/ResourceEvent#}softwareAgent"
_LIBRARIES = ("Adobe XMP Core", "XMP Core")
_SOMEBODY = "another program"
_HASH = re.compile(r"(?:[0-9a-f]{64})?")
_LONGEST_NAME = 200
_PROBLEMS = {
    "xmp-broken": "sidecar-broken",
    "xmp-doctype": "sidecar-doctype",
    "xmp-too-large": "sidecar-too-large",
}


def slot(id: str) -> str:
    """The member that holds a property's value: programs ask each member for one shape."""
    return _SLOTS[BY_ID[id].kind]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says.

    Attributes:
        values: Standard values by TechReference id, as they stand.
        layers: Our layers as we wrote them; None where the sidecar has none.
        program: Who wrote it last, as far as it says.
        changed: When (``xmp:MetadataDate``); None if it does not say.
        extension: The extension of the one file it is for, in lower case, if it says so.
        problems: Codes. Where the sidecar cannot be read there are no values.
    """

    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    layers: Layers | None = None
    program: str = ""
    changed: datetime | None = None
    extension: str = ""
    problems: tuple[str, ...] = ()


def read_sidecar(data: bytes) -> Sidecar:
    """Read a sidecar; never raises. One that cannot be read has a problem and no values."""
    problems: list[str] = []
    root = xmp.parse(data, problems)
    if root is None:
        return Sidecar(problems=tuple(_PROBLEMS[code] for code in problems))
    if next(xmp.packets(root), None) is None:
        return Sidecar(problems=("sidecar-broken",))
    nodes = xmp.nodes_of(root)
    try:
        layers = _layers(nodes)
    except ValueError:
        layers, problems = None, ["sidecar-layers-broken"]
    return Sidecar(
        values=MappingProxyType(xmp.values_of(nodes)),
        layers=layers,
        program=_program(nodes, root.get(TOOLKIT, "")),
        changed=moment(_text(nodes.get(CHANGED))),
        extension=_text(nodes.get(_FOR)).lower().lstrip("."),
        problems=tuple(problems),
    )


def layers_of(embedded: Metadata, sidecar: Sidecar | None, sha256: str) -> Layers:
    """The layers of a photograph, with what other programs changed as edits.

    Args:
        embedded: What the original itself says.
        sidecar: What lies beside it; None for nothing.
        sha256: The original's hash. Layers that were made of other bytes keep all changes,
            and have what their file says replaced by what this one says.
    """
    own = sidecar.layers if sidecar else None
    if sidecar is None:
        return Layers(embedded, original=sha256)
    if own is None:
        said = {id: Change(value, *_signed(sidecar)) for id, value in sidecar.values.items()}
        return with_edits(Layers(embedded, original=sha256), said)
    written = effective(own).fields
    program, changed = _signed(sidecar)
    if changed == latest(own):
        changed = None  # that date is ours: the program has not set one
    foreign = {
        id: Change(sidecar.values.get(id, CLEARED), program, changed)
        for id in dict.fromkeys((*written, *sidecar.values))
        if BY_ID[id].xmp  # what XMP cannot say stands in the layers alone
        and not same(id, sidecar.values.get(id), written[id].value if id in written else None)
    }
    if own.original != sha256:
        own = replace(own, as_supplied=_resupplied(embedded, own.as_supplied), original=sha256)
    return replace(own, edited=MappingProxyType({**own.edited, **foreign}))


def with_sidecar(reading: Reading, sidecar: Sidecar, sha256: str) -> tuple[Reading, Layers]:
    """A reading with the effective values in place of the embedded ones, and its layers.

    Pixels, turn and camera stay those of the file. That a value was cut at its limit is no
    problem any more where another one counts.
    """
    layers = layers_of(reading.metadata, sidecar, sha256)
    counting = beside(reading.metadata, sidecar.values, effective(layers))
    problems = [code for code in reading.problems if not _mended(code, reading, counting)]
    made = replace(reading, metadata=counting, problems=(*problems, *sidecar.problems))
    return made, layers


def latest(layers: Layers) -> datetime | None:
    """When the last change of ours was made, of those whose zone is known."""
    changes = (*layers.corrected.values(), *layers.edited.values())
    dates = [change.at for change in changes if change.at and change.at.tzinfo]
    return max(dates, default=None)


def _mended(code: str, reading: Reading, counting: Metadata) -> bool:
    kind, _, id = code.partition(":")
    if kind != "value-truncated":
        return False
    now = counting.fields.get(id)
    return not same(id, reading.metadata.fields[id].value, now.value if now else None)


def _resupplied(embedded: Metadata, before: Metadata) -> Metadata:
    """What arrived beside the file stays; what the file said is asked of the file again."""
    others = {id: entry for id, entry in before.fields.items() if entry.origin not in IN_FILE}
    return Metadata(MappingProxyType({**embedded.fields, **others}))


def _signed(sidecar: Sidecar) -> tuple[str, datetime | None]:
    return sidecar.program.strip() or _SOMEBODY, sidecar.changed


def _program(nodes: Mapping[str, Node], toolkit: str) -> str:
    """Who wrote last: a toolkit that is a program, else the history, else the tool."""
    toolkit = toolkit.strip()
    if toolkit and toolkit != PREFIX and not toolkit.startswith(_LIBRARIES):
        return toolkit[:_LONGEST_NAME]
    history = nodes.get(_HISTORY)
    steps = history if isinstance(history, list) else []
    agents = [_text(step.get(_AGENT)) for step in steps if isinstance(step, dict)]
    named = (*reversed(agents), _text(nodes.get(_TOOL)))
    return next((name[:_LONGEST_NAME] for name in named if name), _SOMEBODY)


def _layers(nodes: Mapping[str, Node]) -> Layers | None:
    """Our layers out of the nodes of a sidecar.

    Raises:
        ValueError: they are not as we write them.
    """
    if not nodes.keys() & {ORIGINAL, SUPPLIED, CORRECTED, EDITED}:
        return None
    supplied = {_id(row): _supplied(row) for row in _rows(nodes.get(SUPPLIED))}
    original = _text(nodes.get(ORIGINAL))
    if not _HASH.fullmatch(original):
        raise ValueError("no hash")
    return Layers(
        as_supplied=Metadata(MappingProxyType(supplied)),
        corrected=MappingProxyType({_id(row): _change(row) for row in _rows(nodes.get(CORRECTED))}),
        edited=MappingProxyType({_id(row): _change(row) for row in _rows(nodes.get(EDITED))}),
        original=original,
    )


def _supplied(row: Mapping[str, Node]) -> Field:
    id, value = _id(row), _value(row)
    others = {_named(other, CONTAINER): _value({**other, PROPERTY: id}) for other in _others(row)}
    if value is None or None in others.values():
        raise ValueError("nothing was supplied")
    differs = {name: other for name, other in others.items() if other is not None}
    return Field(value, _named(row, CONTAINER), MappingProxyType(differs))


def _others(row: Mapping[str, Node]) -> list[dict[str, Node]]:
    return _rows(row.get(INSTEAD))


def _change(row: Mapping[str, Node]) -> Change:
    value = _value(row)
    if value is None and not row.keys().isdisjoint(_SLOTS.values()):
        raise ValueError("a value in the wrong shape")
    at = _text(row.get(AT))
    return Change(
        CLEARED if value is None else value,
        _named(row, AUTHOR),
        datetime.fromisoformat(at) if at else None,
    )


def _value(row: Mapping[str, Node]) -> "Value | None":
    entry, node = BY_ID[_id(row)], row.get(slot(_id(row)))
    if node is None:
        return None
    if entry.kind is Kind.LANG and isinstance(node, str):
        return node or None
    return xmp.value_of(entry, node)


def _id(row: Mapping[str, Node]) -> str:
    id = _named(row, PROPERTY)
    if id not in BY_ID:
        raise ValueError(f"no property {id}")
    return id


def _named(row: Mapping[str, Node], name: str) -> str:
    text = _text(row.get(name))
    if not 0 < len(text) <= _LONGEST_NAME:
        raise ValueError(f"no {name}")
    return text


def _rows(node: "Node | None") -> list[dict[str, Node]]:
    if node is None or node == "":
        return []
    if not isinstance(node, list):
        raise ValueError("not a list")
    rows = [row for row in node if isinstance(row, dict)]
    if len(rows) != len(node):
        raise ValueError("not a list of structures")
    return rows


def _text(node: "Node | None") -> str:
    return node if isinstance(node, str) else ""


def moment(text: str) -> datetime | None:
    """An XMP date with its time, as it stands; None where it is less, or none."""
    if "T" not in text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
