"""XMP packets: RDF/XML out of a photograph, as values by property.

Source: XMP Specification Part 1 (ISO 16684-1), clause 7 (RDF serialisation). lxml reads with
entities, network and huge trees off; any DOCTYPE is refused; libxml2 then holds the depth of
a document to 256.
"""

import codecs
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType
from typing import TypeAlias

from lxml import etree

from cutline.metadata import dates
from cutline.metadata.properties import NAMESPACES, PROPERTIES, Kind, Property, clark
from cutline.metadata.structures import STRUCTURES
from cutline.metadata.text import clean
from cutline.model import LangText, Struct, Value

Node: TypeAlias = "str | list[Node] | dict[str, Node] | LangText"
"""A value before its property is known: text, array, structure, or text in languages."""

_RDF = f"{{{NAMESPACES['rdf']}}}"
_DESCRIPTION, _LI, _VALUE = _RDF + "Description", _RDF + "li", _RDF + "value"
_RESOURCE, _PARSE_TYPE = _RDF + "resource", _RDF + "parseType"
_ALT = _RDF + "Alt"
_ARRAYS = frozenset((_RDF + "Bag", _RDF + "Seq", _ALT))
_LANG = f"{{{NAMESPACES['xml']}}}lang"
_BARE: tuple[list[str], ...] = ([], [_LANG])
"""Attributes of an element that is nothing but its text, as most are."""
_SKIPPED = (_RDF, f"{{{NAMESPACES['xml']}}}")
_MAX_ITEMS = 2_000
_DUBLIN = ("creator", "description", "rights", "subject", "title")
_MAX_LEVELS = 32
_MAX_TAG = 100
"""Letters of a language's tag; RFC 5646 asks readers for 35."""
_MAX_TAGS = 400_000
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STARTS = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_MARKS = tuple(mark for mark, _ in (*_BOMS, *_STARTS))
_DECLARATION = re.compile(r"^\s{0,64}<\?xml\s[^>]{0,200}\?>")
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))
_NONCHARACTERS = ("\ufffe", "\uffff")
"""With those controls all that XML 1.0 forbids in well-formed Unicode (clause 2.2)."""


@dataclass(slots=True)
class Xmp:
    """What a packet says.

    Attributes:
        values: Values by TechReference id.
        orientation: ``tiff:Orientation`` 1..8, 0 without a valid one.
        problems: Codes.
    """

    values: dict[str, Value] = field(default_factory=dict)
    orientation: int = 0
    problems: list[str] = field(default_factory=list)


def read(packet: bytes, more: bytes | None = None) -> Xmp:
    """Read a packet and its extension, if any; never raises.

    The standard packet wins where both name a property.
    """
    found = Xmp()
    nodes = properties(packet, found.problems, _TOP)
    if more:
        nodes = {**properties(more, found.problems, _TOP), **nodes}
    found.values.update(values_of(nodes))
    turn = nodes.get(_ORIENTATION)
    if isinstance(turn, str) and turn in "12345678" and len(turn) == 1:
        found.orientation = int(turn)
    return found


_WANTED = tuple((entry, clark(entry.xmp)) for entry in PROPERTIES)
_ORIENTATION = clark("tiff:Orientation")
MISSPELT: Mapping[str, str] = MappingProxyType(
    {clark(f"dc:{name.title()}"): clark(f"dc:{name}") for name in _DUBLIN}
)
"""How an agency's program spells Dublin Core (``dc:Rights``); taken where nothing else stands."""
_TOP = frozenset((*(name for _, name in _WANTED), _ORIENTATION, *MISSPELT))
_MEMBERS: Mapping[str, tuple[tuple[Property, str], ...]] = MappingProxyType(
    {name: tuple((entry, clark(entry.xmp)) for entry in rows) for name, rows in STRUCTURES.items()}
)


def properties(
    packet: bytes, problems: list[str], wanted: frozenset[str] | None = None
) -> dict[str, Node]:
    """Properties of a packet by Clark name, the first where one is repeated.

    Args:
        packet: The packet.
        problems: Gets the code of what is wrong with it.
        wanted: Names to look for; None for every one there is.
    """
    root = parse(packet, problems)
    return {} if root is None else nodes_of(root, wanted)


def nodes_of(root: "etree._Element", wanted: frozenset[str] | None = None) -> dict[str, Node]:
    """The same out of a packet that is parsed."""
    found: dict[str, Node] = {}
    for description in descriptions(root):
        for name, node in _members(description, 0, wanted).items():
            found.setdefault(name, node)
    return found


def descriptions(root: "etree._Element") -> Iterator["etree._Element"]:
    """The elements of a packet that hold its properties, as children and as attributes."""
    for packet in packets(root):
        yield from elements(packet)


def packets(root: "etree._Element") -> Iterator["etree._Element"]:
    """The ``rdf:RDF`` elements of a document; XMP has one."""
    return root.iter(_RDF + "RDF")


def values_of(nodes: Mapping[str, Node]) -> dict[str, Value]:
    """The properties of the standard among nodes, by TechReference id."""
    found: dict[str, Value] = {}
    for wrong, right in MISSPELT.items():
        if wrong in nodes and right not in nodes:
            nodes = {**nodes, right: nodes[wrong]}
    for entry, name in _WANTED:
        if name in nodes and (value := value_of(entry, nodes[name])) is not None:
            found[entry.id] = value
    if "dateCreated" in found:
        found["dateCreated"] = dates.spelled(str(found["dateCreated"]))
    return found


def parse(packet: bytes, problems: list[str]) -> "etree._Element | None":
    """The root of a packet; None, and the code of what is wrong, where it must not be read.

    Source: the limits are those of the module.
    """
    text = _text(packet)
    if text is None:
        problems.append("xmp-broken")
    elif len(text) > _MAX_TAGS and text.count(b"<") > _MAX_TAGS:
        problems.append("xmp-too-large")
    elif b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        problems.append("xmp-doctype")
    else:
        try:
            return etree.fromstring(text, _PARSER)
        except (etree.XMLSyntaxError, ValueError):
            problems.append("xmp-broken")
    return None


def _text(packet: bytes) -> bytes | None:
    """The packet in UTF-8 without declaration, padding and what XML forbids; None if no text."""
    encoding = "utf-8"
    for mark, name in (*_BOMS, *_STARTS) if packet.startswith(_MARKS) else ():
        if packet.startswith(mark):
            encoding = name
            packet = packet.removeprefix(mark) if (mark, name) in _BOMS else packet
            break
    try:
        text = packet.rstrip(b"\0") if encoding == "utf-8" else packet
        decoded = text.decode(encoding)
    except UnicodeDecodeError:
        decoded = packet.decode("cp1252", "replace") if encoding == "utf-8" else ""
    decoded = _DECLARATION.sub("", decoded.strip("\ufeff\0 \t\r\n"))
    for noncharacter in _NONCHARACTERS:
        decoded = decoded.replace(noncharacter, "")
    return _framed(decoded.encode().translate(None, _CONTROLS))


def _framed(text: bytes) -> bytes | None:
    """From the first element to the last bracket: bytes around a packet are padding."""
    end = text.rfind(b">")
    start = text.find(b"<")
    return text[start : end + 1] if 0 <= start < end else None


def _members(
    element: "etree._Element", level: int, wanted: frozenset[str] | None = None
) -> dict[str, Node]:
    """Properties of a Description or a structure, from attributes and children."""
    found: dict[str, Node] = {
        str(name): clean(element.get(name, ""))
        for name in element.keys()  # noqa: SIM118 - an element iterates over its children
        if (name in wanted if wanted else not str(name).startswith(_SKIPPED))
    }
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag not in found and (wanted is None or tag in wanted):
            found[tag] = _node(child, level + 1)
    return found


def _node(element: "etree._Element", level: int) -> Node:
    """The value of a property element."""
    if level > _MAX_LEVELS:
        return ""
    if not len(element) and element.keys() in _BARE:
        return clean(element.text or "")
    return _formed(element, level)


def _formed(element: "etree._Element", level: int) -> Node:
    """The value of one that is more than text, in any of the forms that RDF allows."""
    link = element.get(_RESOURCE)
    if link is not None:
        return clean(link)
    if element.get(_PARSE_TYPE) == "Resource":
        return _plain(_members(element, level))
    child = next(elements(element), None)
    if child is None:
        members = _members(element, level)
        return members or clean(element.text or "")
    if child.tag in _ARRAYS:
        return _array(child, level)
    return _plain(_members(child if child.tag == _DESCRIPTION else element, level))


def _plain(members: dict[str, Node]) -> Node:
    """A structure, or the value that ``rdf:value`` qualifies."""
    return members.get(_VALUE, members)


def elements(element: "etree._Element") -> Iterator["etree._Element"]:
    """Its children that are elements: no comments, no instructions."""
    return (child for child in element if isinstance(child.tag, str))


def _array(element: "etree._Element", level: int) -> Node:
    """A bag or sequence, or the text in languages that an Alt with ``xml:lang`` is."""
    items = list(islice(element.iterchildren(_LI), _MAX_ITEMS))
    nodes = [_node(item, level + 1) for item in items]
    if element.tag != _ALT:
        return nodes
    words: dict[str, str] = {}
    for item, node in zip(items, nodes, strict=True):
        named = item.get(_LANG)
        if named and isinstance(node, str) and (tag := clean(named[:_MAX_TAG])):
            words.setdefault(tag, node)
    if not words:
        return nodes
    default = {"x-default": words["x-default"]} if "x-default" in words else {}
    return LangText(MappingProxyType({**default, **words}))


def value_of(entry: Property, node: "Node") -> "Value | None":
    """The node in the shape of its property; None where it says nothing in that shape."""
    kind = entry.kind
    if kind in (Kind.LANG, Kind.TEXT):
        return _lang(node) if kind is Kind.LANG else _first(node) or None
    if kind is Kind.TEXTS:
        return tuple(text for part in _parts(node) if (text := _first(part))) or None
    if kind in (Kind.NUMBER, Kind.INTEGER):
        return _number(_first(node), whole=kind is Kind.INTEGER)
    if kind is Kind.INTEGERS:
        return tuple(_integer(text) for part in _parts(node) if (text := _first(part))) or None
    structs = [found for part in _parts(node) if (found := _struct(entry.shape, part))]
    if kind is Kind.STRUCT:
        return structs[0] if structs else None
    return tuple(structs) or None


def _parts(node: Node) -> list[Node]:
    return node if isinstance(node, list) else [node]


def _lang(node: Node) -> LangText | None:
    if isinstance(node, LangText):
        words = {tag: text for tag, text in node.words.items() if text}
    else:
        text = _first(node)
        words = {"x-default": text} if text else {}
    return LangText(MappingProxyType(words)) if words else None


def _first(node: Node) -> str:
    """A node as one text: of several the first, of languages the default."""
    if isinstance(node, list):
        return next((text for part in node if (text := _first(part))), "")
    if isinstance(node, LangText):
        return node.best()
    return node if isinstance(node, str) else ""


def _integer(text: str) -> str:
    """One of several numbers, which stay texts; words where a number belongs are kept."""
    number = _number(text, whole=True)
    return text if number is None else str(number)


def _number(text: str, *, whole: bool) -> int | float | None:
    try:
        number = float(text[:40])
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if whole or number.is_integer() else number


def _struct(shape: str, node: Node) -> "Struct | None":
    """A structure by its members; an image region may also carry any property."""
    if not isinstance(node, dict):
        return None
    rows = _MEMBERS[shape] + (_WANTED if shape == "ImageRegion" else ())
    found = {}
    for entry, name in rows:
        if name in node and (value := value_of(entry, node[name])) is not None:
            found[entry.id] = value
    return MappingProxyType(found) if found else None
