"""XML from words of any kind: escaped by the writer, without what XML 1.0 cannot hold."""

import re
from xml.etree import ElementTree as ET

from cutline.publish.words import clean

_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""XML 1.0, clause 2.2: what ``clean`` leaves and no document may hold."""


def legal(text: str) -> str:
    """The words without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", clean(text))


def add(parent: ET.Element, tag: str, text: str = "", /, **attributes: str) -> ET.Element:
    """Put an element below another. A name's prefix is one that the root declares.

    Args:
        parent: Where it goes.
        tag: Its name, with the prefix.
        text: Its words.
        **attributes: Its attributes; ``_`` at the end of a name falls off, others are colons.
    """
    named = {_attribute(name): legal(value) for name, value in attributes.items()}
    element = ET.SubElement(parent, tag, named)
    element.text = legal(text) or None
    return element


def said(parent: ET.Element, tag: str, text: str, /, **attributes: str) -> None:
    """The same, where there are words to say; else nothing."""
    if legal(text).strip():
        add(parent, tag, text, **attributes)


def root(tag: str, namespaces: dict[str, str], /, **attributes: str) -> ET.Element:
    """The root of a document, which declares its prefixes; the empty one is the default."""
    declared = {f"xmlns:{name}" if name else "xmlns": uri for name, uri in namespaces.items()}
    named = {_attribute(name): legal(value) for name, value in attributes.items()}
    return ET.Element(tag, {**declared, **named})


def document(element: ET.Element) -> bytes:
    """The whole document in UTF-8, indented, the same bytes every time."""
    ET.indent(element, " ")
    text = ET.tostring(element, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", ":")
