"""Bytes of a saved page → a tree, with nothing fetched and nothing that takes for ever.

The parser stops at 256 levels of nesting; that is told. Its time grows with the square of the
attributes of one tag, so that tags with thousands of them are refused before.
"""

import re
from typing import TypeAlias

from lxml import etree, html

from cutline.model import ReadError
from cutline.wire.received import MOST_BYTES, Notes

Element: TypeAlias = etree._Element

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})"""
    rb"""|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_MEANT = dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252")
"""Labels that mean Windows-1252 on the web (WHATWG Encoding, 4.2)."""

_LOOKED_AT = 4096
"""Bytes in which a page must say its encoding: four times what the HTML standard asks."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SMALL = 64 << 10
_TAG = re.compile(r"<[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?:(?P<end>>)|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*))?)"""
)
_MOST_ATTRIBUTES = 1000


def read_tree(raw: bytes, name: str, notes: Notes) -> Element:
    """The page's root element.

    Raises:
        ReadError: it is empty, too large, or made to take for ever.
    """
    if len(raw) > MOST_BYTES:
        raise ReadError(f"{name} has more than {MOST_BYTES >> 20} MB", "this is not one story")
    text = _UNSEEN.sub("", _text(raw, notes))
    if not text.strip():
        raise ReadError(f"{name} is empty")
    if len(text) > _SMALL and _has_endless_tag(text):
        message = f"{name} has a tag with more than {_MOST_ATTRIBUTES} attributes"
        raise ReadError(message, "save the page again: no page is written like that")
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise ReadError(f"{name} is no page that can be read: {error}") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        notes.add("the page is nested too deeply; what stands after that was not read")
    return root


def _text(raw: bytes, notes: Notes) -> str:
    """The page's text: by byte order mark, else as it says itself, else UTF-8 or Windows-1252."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    declared = _DECLARED.search(raw[:_LOOKED_AT])
    said = (declared[1] or declared[2]).decode("ascii").lower() if declared else ""
    for encoding in (said, "utf-8"):
        if encoding in ("", "utf-16", "utf-7", "unicode"):
            continue
        try:
            return raw.decode(_MEANT.get(encoding, encoding))
        except (UnicodeDecodeError, LookupError, ValueError):
            notes.add(f"it is not {encoding[:40]} throughout")
    return raw.decode("cp1252", "replace")


def _has_endless_tag(text: str) -> bool:
    """Whether a tag has so many attributes that the parser would not come back."""
    at = 0
    while (tag := _TAG.search(text, at)) is not None:
        at, count = tag.end(), 0
        while (found := _ATTRIBUTE.match(text, at)) is not None:
            at, count = found.end(), count + 1
            if count > _MOST_ATTRIBUTES:
                return True
            if found["end"]:
                break
        if tag.group().lower() in ("<script", "<style"):
            close = text.find("</", at)
            at = len(text) if close < 0 else close
    return False
