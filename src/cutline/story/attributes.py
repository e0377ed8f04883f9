"""The attributes after a photograph: ``{lead}``, ``{layout=wide focal="0.4,0.3" sensitive}``.

An import writes ``{from="https://…"}``, and ``alt=unknown`` where it was not told the alt text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast, get_args

from cutline.model import FocalPoint, Layout
from cutline.story.target import decoded

_ITEM = re.compile(
    r"""(?P<name>[^\s="'{}]+)(?:=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'{}]+)))?"""
    r"""(?=\s|\}$)"""
)
_OURS = frozenset(("lead", "decorative", "layout", "focal", "from", "alt", "sensitive", "lang"))
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8}){0,4}")
"""The shape of a BCP 47 tag (RFC 5646, clause 2.1), without private and grandfathered ones."""

_FRACTION = re.compile(r"[0-9]{0,3}(?:\.[0-9]{0,9})?")

_HINT = 'write {lead}, {decorative}, {layout=wide} or {focal="0.5,0.3"}'
_HINTS = {
    "layout": f"the layouts are {', '.join(get_args(Layout))}",
    "focal": "a focal point is two numbers from 0 to 1, from the left and from the top: "
    'focal="0.5,0.3"',
}
"""What to write, by the name of the attribute."""


@dataclass
class Attributes:
    """What was read.

    Attributes:
        wrong: What cannot be read, as written.
        options: Attributes that are not ours, as written.
    """

    lead: bool = False
    decorative: bool = False
    layout: Layout | None = None
    focal: FocalPoint | None = None
    origin: str = ""
    unheard: bool = False
    sensitive: str | None = None
    language: str = ""
    options: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def read(text: str) -> Attributes:
    """Read ``{…}``; whatever cannot be read is told, never raised."""
    found = Attributes()
    for name, value, written in _items(text, found.wrong):
        if name in ("lead", "decorative") and value is None:
            setattr(found, name, True)
        elif name == "layout" and value in get_args(Layout):
            found.layout = cast("Layout", value)
            found.lead = found.lead or value == "lead"
        elif name == "focal" and (point := _point(value or "")):
            found.focal = point
        elif name == "from" and value:
            found.origin = decoded(value)
        elif name == "alt" and value == "unknown":
            found.unheard = True
        elif name == "sensitive":
            found.sensitive = " ".join((value or "").split())
        elif name == "lang" and _TAG.fullmatch(value or ""):
            found.language = value or ""
        elif name in _OURS:
            found.wrong.append(written)
        else:
            found.options[name] = value or ""
    return found


def hint(written: str) -> str:
    """What to write instead of an attribute that cannot be read."""
    return _HINTS.get(written.partition("=")[0], _HINT)


def _items(text: str, wrong: list[str]) -> Iterator[tuple[str, str | None, str]]:
    """Name, value (None without one) and the words of each attribute."""
    pos, end = 1, len(text) - 1
    while pos < end:
        if text[pos].isspace():
            pos += 1
            continue
        match = _ITEM.match(text, pos)
        if match is None:
            wrong.append(text[pos:end].strip())
            return
        values = (match["double"], match["single"], match["bare"])
        value = next((part for part in values if part is not None), None)
        yield match["name"], value, match[0]
        pos = match.end()


def _point(value: str) -> FocalPoint | None:
    """Two fractions with a comma between them."""
    parts = [part.strip() for part in value.split(",")]
    if len(parts) != 2 or not all(part.strip(".") and _FRACTION.fullmatch(part) for part in parts):
        return None
    try:
        return FocalPoint(float(parts[0]), float(parts[1]))
    except ValueError:
        return None


def names(options: Mapping[str, str], known: set[str]) -> list[str]:
    """The names that were not met before; they are remembered in ``known``."""
    fresh = [name for name in options if name not in known]
    known.update(fresh)
    return fresh
