"""Writing a sidecar so that nothing of other programs is lost.

What stands in the sidecar already is kept as it is, element by element. Only a property whose
value changes is taken out and written anew, with the layers, in one Description of ours.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from cutline.metadata import rdf, sidecar, xmp
from cutline.metadata.layering import effective
from cutline.metadata.properties import BY_ID, NAMESPACES, PROPERTIES, Kind, clark
from cutline.model import CLEARED, Change, Field, LangText, Layers, ReadError, Value

_RDF = f"{{{NAMESPACES['rdf']}}}"
_DESCRIPTION, _ABOUT = _RDF + "Description", _RDF + "about"
_OURS = (sidecar.ORIGINAL, sidecar.SUPPLIED, sidecar.CORRECTED, sidecar.EDITED)
_EMPTY = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    f'<x:xmpmeta xmlns:x="{NAMESPACES["x"]}" x:xmptk="{sidecar.PREFIX}">\n'
    f' <rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
).encode()
_SPACES = {
    sidecar.PREFIX: sidecar.NAMESPACE,
    **{name: uri for name, uri in NAMESPACES.items() if name not in ("rdf", "tiff", "x", "xml")},
}


def write_sidecar(layers: Layers, previous: bytes | None = None) -> bytes:
    """The bytes of a sidecar: effective values for everybody, layers for us.

    Args:
        layers: What was supplied, corrected and edited.
        previous: The sidecar that is there now, by whomever; all of it that is not a property
            of the standard stays, and so does every standard value that does not change.

    Returns:
        XMP in UTF-8; the same for the same arguments.

    Raises:
        ReadError: ``previous`` cannot be read, or holds layers that cannot: writing over it
            would lose what it says.
        ValueError: a value does not have the shape of its property.
    """
    root = _opened(previous)
    packet = next(xmp.packets(root))
    standing = xmp.nodes_of(root)
    values = {id: _shaped(id, entry.value) for id, entry in effective(layers).fields.items()}
    kept = {id for id, value in xmp.values_of(standing).items() if values.get(id) == value}
    changed = {clark(entry.xmp) for entry in PROPERTIES if entry.id not in kept}
    changed |= {wrong for wrong, right in xmp.MISSPELT.items() if right in changed}
    about = _about(packet)
    said, own = _description(about), _description(about)
    for entry in PROPERTIES:
        if entry.id in values and entry.id not in kept:
            rdf.append(said, clark(entry.xmp), entry, values[entry.id])
    if stamp := _stamp(layers, standing.get(sidecar.CHANGED)):
        rdf.plain(said, sidecar.CHANGED, stamp)
        changed.add(sidecar.CHANGED)
    _append_layers(own, layers)
    _remove(packet, changed.union(_OURS))
    _put(packet, said)
    _append(packet, own)
    if sidecar.TOOLKIT in root.attrib:
        root.set(sidecar.TOOLKIT, sidecar.PREFIX)
    return bytes(etree.tostring(root.getroottree(), encoding="utf-8")) + b"\n"


def _opened(previous: bytes | None) -> "etree._Element":
    """The document that is written into."""
    if previous is not None and (codes := sidecar.read_sidecar(previous).problems):
        raise ReadError(f"cannot be written over: {codes[0]}", "mend that sidecar, or move it away")
    root = xmp.parse(_EMPTY if previous is None else previous, [])
    if root is None:
        raise AssertionError("a sidecar without problems has a root")
    return root


def _shaped(id: str, value: Value) -> Value:
    """A value as a reader of XMP will find it: one text in no language is the default's."""
    if BY_ID[id].kind is Kind.LANG and isinstance(value, str):
        return LangText({"x-default": value})
    return value


def _description(about: str) -> "etree._Element":
    return etree.Element(_DESCRIPTION, {_ABOUT: about}, _SPACES)


def _put(packet: "etree._Element", said: "etree._Element") -> None:
    """Move properties into the Description that is there, or make this one the first."""
    home = next(xmp.elements(packet), None)
    if home is None:
        _append(packet, said)
        return
    for child in list(said):
        etree.indent(child, " ", level=3)
        last = home[-1] if len(home) else None
        child.tail = "\n  " if last is None else last.tail
        if last is None:
            home.text = "\n   "
        else:
            last.tail = home.text
        home.append(child)


def _append(packet: "etree._Element", description: "etree._Element") -> None:
    """Append a Description, unless it is empty, laid out for a person to read."""
    if len(description):
        etree.cleanup_namespaces(description)
        etree.indent(description, " ", level=2)
        description.tail = "\n "
        packet.append(description)


def _about(packet: "etree._Element") -> str:
    """What the other Descriptions are about: all must say the same (clause 7.4)."""
    others = (child.get(_ABOUT, child.get("about", "")) for child in xmp.elements(packet))
    return next(others, "")


def _remove(packet: "etree._Element", names: set[str]) -> None:
    """Take properties out, and what is left empty by it."""
    for description in list(xmp.elements(packet)):
        for name in names & {str(name) for name in description.attrib}:
            del description.attrib[name]
        for child in [child for child in description if child.tag in names]:
            description.remove(child)
        if not len(description) and not set(description.attrib) - {_ABOUT, "about"}:
            packet.remove(description)


def _stamp(layers: Layers, standing: object) -> str:
    """The date of the latest change, where it is later than the one that stands there."""
    latest = sidecar.latest(layers)
    before = sidecar.moment(standing) if isinstance(standing, str) else None
    if latest is None or (before and before.tzinfo and before >= latest):
        return ""
    return latest.isoformat()


def _append_layers(own: "etree._Element", layers: Layers) -> None:
    rdf.plain(own, sidecar.ORIGINAL, layers.original)
    supplied = layers.as_supplied.fields
    for id, row in _rows(own, sidecar.SUPPLIED, supplied):
        _append_supplied(row, id, supplied[id])
    for name, layer in ((sidecar.CORRECTED, layers.corrected), (sidecar.EDITED, layers.edited)):
        for id, row in _rows(own, name, layer):
            _append_change(row, id, layer[id])


def _rows(
    own: "etree._Element", name: str, layer: Mapping[str, object]
) -> Iterator[tuple[str, "etree._Element"]]:
    """The ids of a layer in the order of the standard, each with a new row of its array."""
    if unknown := layer.keys() - BY_ID.keys():
        raise ValueError(f"no properties of the standard: {', '.join(sorted(unknown))}")
    ids = [id for id in BY_ID if id in layer]
    return zip(ids, rdf.rows(own, name, len(ids)), strict=True)


def _append_supplied(row: "etree._Element", id: str, entry: Field) -> None:
    rdf.plain(row, sidecar.PROPERTY, id)
    rdf.plain(row, sidecar.CONTAINER, entry.origin)
    rdf.append(row, sidecar.slot(id), BY_ID[id], entry.value)
    names = sorted(entry.differs)
    for name, other in zip(names, rdf.rows(row, sidecar.INSTEAD, len(names)), strict=True):
        rdf.plain(other, sidecar.CONTAINER, name)
        rdf.append(other, sidecar.slot(id), BY_ID[id], entry.differs[name])


def _append_change(row: "etree._Element", id: str, change: Change) -> None:
    """One change; a property that was cleared has no value."""
    rdf.plain(row, sidecar.PROPERTY, id)
    rdf.plain(row, sidecar.AUTHOR, change.author)
    rdf.plain(row, sidecar.AT, change.at.isoformat() if change.at else "")
    if change.value is not CLEARED:
        rdf.append(row, sidecar.slot(id), BY_ID[id], change.value)
