"""Values as RDF/XML: the way back from ``xmp``, in the order and the arrays of the standard.

Source: XMP Specification Part 1 (ISO 16684-1), clause 7.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from lxml import etree

from cutline.metadata.properties import NAMESPACES, Property, clark
from cutline.metadata.shapes import MEMBERS, fits, is_ordered
from cutline.metadata.text import clean
from cutline.model import LangText, Struct, Value

_RDF = f"{{{NAMESPACES['rdf']}}}"
_LI, _PARSE_TYPE = _RDF + "li", _RDF + "parseType"
_LANG = f"{{{NAMESPACES['xml']}}}lang"
_LONGEST_NUMBER = 40
"""Digits that readers of numbers are sure to take."""


def append(parent: "etree._Element", name: str, entry: Property, value: Value) -> None:
    """Append a property element with a value; nothing where its cleaned words are empty.

    Args:
        parent: The Description, or the structure, that gets it.
        name: Its Clark name.
        entry: What it is: kind, structure, order.
        value: In the shape of its kind; text in languages may be one plain text.

    Raises:
        ValueError: the value does not have that shape.
    """
    if not fits(entry, value):
        raise ValueError(f"{entry.id} is {entry.kind.value}; this is not: {value!r:.80}")
    _append(parent, name, entry, value)


def plain(parent: "etree._Element", name: str, text: str) -> None:
    """Append one text; nothing where it is empty."""
    if text := clean(text):
        etree.SubElement(parent, name).text = text


def rows(parent: "etree._Element", name: str, count: int) -> Iterator["etree._Element"]:
    """Append an ordered array of structures and hand out each, empty; nothing for none."""
    if count:
        array = etree.SubElement(etree.SubElement(parent, name), _RDF + "Seq")
        for _ in range(count):
            yield etree.SubElement(array, _LI, {_PARSE_TYPE: "Resource"})


def _append(parent: "etree._Element", name: str, entry: Property, value: Value) -> None:
    if isinstance(value, Mapping):
        _fill(etree.SubElement(parent, name), entry.shape, value)
    elif isinstance(value, (LangText, tuple)):
        array = _languages(value) if isinstance(value, LangText) else _array(entry, value)
        if len(array):
            etree.SubElement(parent, name).append(array)
    else:
        plain(parent, name, value if isinstance(value, str) else _number(value))


def _languages(value: LangText) -> "etree._Element":
    """Words by language, the default's first (clause 8.2.2.4)."""
    array = etree.Element(_RDF + "Alt")
    for tag, said in sorted(value.words.items(), key=lambda row: (row[0] != "x-default", row[0])):
        if text := clean(said):
            etree.SubElement(array, _LI, {_LANG: tag}).text = text
    return array


def _array(entry: Property, value: "tuple[str, ...] | tuple[Struct, ...]") -> "etree._Element":
    array = etree.Element(_RDF + ("Seq" if is_ordered(entry) else "Bag"))
    for part in value:
        if isinstance(part, Mapping):
            _fill(etree.SubElement(array, _LI), entry.shape, part)
        else:
            plain(array, _LI, part)
    return array


def _fill(element: "etree._Element", shape: str, value: Struct) -> None:
    """The members of a structure, in the order of the standard."""
    element.set(_PARSE_TYPE, "Resource")
    for id, entry in MEMBERS[shape].items():
        if id in value:
            _append(element, clark(entry.xmp), entry, value[id])


def _number(value: float) -> str:
    """XMP writes numbers as digits and a point, without an exponent."""
    digits = format(Decimal(repr(value)), "f")
    return digits if len(digits) <= _LONGEST_NUMBER else repr(value)
