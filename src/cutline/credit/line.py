"""A printed credit line taken apart: brackets, label, parts and separators, each with its span.

Nothing is judged here. The grammar is that of the trade::

    line  = [open] [label] part { separator part } [close]

with ``/``, ``|``, a dash, a comma, a semicolon, ``via``, ``for`` and ``on`` between parts.
"""

import re
from typing import NamedTuple

from cutline.credit.parties import Parties, Party, trade
from cutline.model import Span
from cutline.model.regex import regex

_LABEL_WORDS = (
    r"photographs?|photographers?|photos?|pictures?|images?|composite|illustration|credits?|source"
    r"|fotos?|bild(?:er)?|bildquelle|quelle|grafik|crédits?(?: photos?)?|fotografías?|imagen"
    r"|fotografi|fotografia|фото|źródło|zdjęcie|valokuva|kuva|animation|photo illustration"
)
_LABEL = regex(
    rf"(?:©\s*)?(?P<word>{_LABEL_WORDS})"
    r"(?P<tail>[\s\u00a0\u202f]*:|\s+(?:courtesy\s+)?(?:by|par|por|von|av|af)\b(?:\s*:)?)"
    r"|(?P<mark>©|\(c\)(?=\s)|copyright\b(?:\s*:)?)",
    re.IGNORECASE,
)
_SEPARATOR = regex(
    r"\s*/+\s*|\s*\|\s*|\s*—\s*|\s+[-–]\s+|\s*;\s*|\s*,\s+|\s+(?:via|for(?: the)?|on)\s+",
    re.IGNORECASE,
)
_URL = regex(r"https?://\S*", re.IGNORECASE)
_OPEN, _CLOSE = "([（［", ")]）］"
_MAX = 400
"""A credit line is short; what lies beyond is left in the last part, unread."""


class Part(NamedTuple):
    """One party or mark as printed.

    Attributes:
        text: The words, without surrounding space.
        span: Where they stand in the line.
        party: Who it is, if known.
    """

    text: str
    span: Span
    party: Party | None


class CreditLine(NamedTuple):
    """A credit line taken apart.

    Attributes:
        text: The line as printed.
        inner: What lies inside the brackets, or the whole line.
        label: ``Photograph:``, ``Photo by``, ``©`` …; None where there is none.
        parts: The parts in printed order; an empty one has an empty span.
        separators: What stands between the parts, spaces included; one fewer than parts.
    """

    text: str
    inner: Span
    label: Span | None
    parts: tuple[Part, ...]
    separators: tuple[Span, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        """The known parties, marks left out."""
        known = (part.party for part in self.parties_and_marks())
        return tuple(party for party in known if party and party.kind != "mark")

    def parties_and_marks(self) -> tuple[Part, ...]:
        """The parts that are known."""
        return tuple(part for part in self.parts if part.party)

    @property
    def named(self) -> bool:
        """True if there is a letter or digit beside label and brackets: somebody is named."""
        return any(c.isalnum() for part in self.parts for c in part.text)


def split(text: str, parties: Parties | None = None) -> CreditLine:
    """Take a credit line apart. Never raises; any text is some line.

    Args:
        text: The line as printed, brackets and label included.
        parties: Who is known; the trade's parties by default.
    """
    known = parties or trade()
    inner = _inside(text)
    label = _LABEL.match(text, inner.start, inner.end)
    start = _skip(text, label.end() if label else inner.start, inner.end)
    cuts = [
        Span(match.start(), match.end())
        for match in _SEPARATOR.finditer(text, start, min(inner.end, start + _MAX))
        if not _in_url(text, match.start())
    ]
    edges = [start, *(edge for cut in cuts for edge in (cut.start, cut.end)), inner.end]
    parts = tuple(
        _part(text, first, last, known) for first, last in zip(edges[::2], edges[1::2], strict=True)
    )
    at = Span(label.start(), label.end()) if label else None
    return CreditLine(text, inner, at, parts, tuple(cuts))


def _inside(text: str) -> Span:
    """What one pair of brackets round the whole line holds, else the line; ends trimmed."""
    start = _skip(text, 0, len(text))
    end = len(text) - (len(text) - len(text.rstrip()))
    body = text[start:end].rstrip(".")
    if len(body) > 1 and body[0] in _OPEN and body[-1] == _CLOSE[_OPEN.index(body[0])]:
        start, end = _skip(text, start + 1, end), start + len(body) - 1
        end -= len(text[start:end]) - len(text[start:end].rstrip())
    return Span(start, max(start, end))


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _in_url(text: str, at: int) -> bool:
    """True where the slash at ``at`` belongs to a web address."""
    begin = max(text.rfind(" ", 0, at), text.rfind("(", 0, at)) + 1
    match = _URL.match(text, begin)
    return match is not None and match.start() <= at < match.end()


def _part(text: str, start: int, end: int, parties: Parties) -> Part:
    words = text[start:end].strip()
    return Part(words, Span(start, max(start, end)), parties.known(words) if words else None)
