"""Words from outside on their way into a page: text stays text, a link leads only where it may."""

from dataclasses import replace

from cutline.model import Block

_CONTROLS = dict.fromkeys({*range(32), *range(127, 160)} - {9, 10, 13})
_HIDING = frozenset(map(chr, (*range(33), *range(127, 161), ord("\\"))))


def clean(text: str) -> str:
    """Without control characters (C0 but tab and line break, DEL, C1): no text needs them."""
    return text.translate(_CONTROLS)


def safe_link(href: str | None) -> str:
    """The address if a click may follow it: web, mail, or relative; else nothing.

    Browsers drop tabs and line breaks inside an address and read a backslash as a slash, so
    that both could hide another scheme or host.
    """
    address = (href or "").strip()
    if address.startswith("//") or not _HIDING.isdisjoint(address):
        return ""
    head = address.partition("/")[0].partition("?")[0].partition("#")[0]
    scheme, colon, _ = head.partition(":")
    if colon and scheme.casefold() not in ("http", "https", "mailto"):
        return ""
    return address


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
