"""Paragraphs of a text that may hold mark-up: what agencies call HTML, XHTML or NITF."""

import re
from collections.abc import Iterator

_MARKUP = re.compile(r"<[A-Za-z!/]|&(?:[A-Za-z]+|#\d+);")
_BREAKS = re.compile(r"\n\s*\n|\n(?=\t| {3,})")
_SPACE = re.compile(r"\s+")
_MOST = 4 << 20
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "hl2")


def paragraphs_of(text: str) -> Iterator[str]:
    """The paragraphs of a text in order, in plain words; pictures in it are not read."""
    words = text[:_MOST]
    if not _MARKUP.search(words):
        yield from (
            part for each in _BREAKS.split(words) if (part := _SPACE.sub(" ", each).strip())
        )
        return
    from lxml import etree, html  # noqa: PLC0415 - most items are plain text

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(words.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return
    blocks = [
        each
        for each in root.iter(*_BLOCKS)
        if not any(True for _ in each.iter(*_BLOCKS) if _ is not each)
    ]
    for block in blocks or [root]:
        said = _SPACE.sub(" ", "".join(map(str, block.itertext()))).strip()
        if said:
            yield said
