"""Words from outside on their way into a page: text stays text, a link leads only where it may."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from cutline.model import Block

_CONTROLS = dict.fromkeys({*range(32), *range(127, 160)} - {9, 10, 13})
_PHOTO = re.compile(r"#photo-([1-9][0-9]{0,5})")
_HIDING = frozenset(map(chr, (*range(33), *range(127, 161), ord("\\"))))


def clean(text: str) -> str:
    """Without control characters (C0 but tab and line break, DEL, C1): no text needs them."""
    return text.translate(_CONTROLS)


def safe_link(href: str | None, photographs: int = 0) -> str:
    """The address if a click may follow it and arrives: web, mail, or a photograph of the page.

    A path that is right beside the story's file leads nowhere beside its page. Browsers drop
    tabs and line breaks inside an address and read a backslash as a slash, so that both could
    hide another scheme or host.

    Args:
        href: The address as the author wrote it.
        photographs: How many the page shows: ``#photo-1`` up to this number are places on it.
    """
    address = (href or "").strip()
    if not _HIDING.isdisjoint(address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme in ("http", "https"):
        return address if parts.netloc else ""
    if parts.scheme == "mailto":
        return address
    number = _PHOTO.fullmatch(address)
    return address if number and int(number[1]) <= photographs else ""


def web_address(text: str) -> str:
    """The address if it is one of the web; else nothing."""
    address = text.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def steady(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with headings that begin below the page's own and never skip a level down."""
    return _steady(blocks, 1)[0]


def _steady(blocks: tuple[Block, ...], above: int) -> tuple[tuple[Block, ...], int]:
    out = []
    for block in blocks:
        if block.kind == "heading":
            above = min(max(block.level, 2), above + 1, 6)
            out.append(replace(block, level=above))
        else:
            children, above = _steady(block.children, above)
            out.append(replace(block, children=children))
    return tuple(out), above
