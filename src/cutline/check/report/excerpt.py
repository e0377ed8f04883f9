"""A line of a text with some of its words underlined, made to fit a terminal.

Widths are terminal cells: an ideograph takes two, a combining mark none. Characters that
nobody sees, and those that would turn the line round or drive the terminal, are spelt out.
"""

import unicodedata
from typing import NamedTuple

from cutline.model import Span
from cutline.model.regex import regex

_SPELT = frozenset("\u00ad\u034f\u061c\u180e\u200b\u2060\ufeff\u3164\u115f\u1160\uffa0")
_MARK = "^"
_ONE_CELL = regex("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*")
"""Latin letters and the marks of the press: as many cells as characters."""


class Excerpt(NamedTuple):
    """A line and what stands beneath it.

    Attributes:
        line: The words around the span, cut to fit.
        under: Marks beneath the span; in lines that run from right to left, where a terminal
            may move the words, the words themselves.
    """

    line: str
    under: str


def excerpt(text: str, span: Span, width: int) -> Excerpt:
    """The words of ``text`` around ``span`` in at most ``width`` cells.

    Args:
        text: A whole field.
        span: The words to underline; an empty span underlines nothing.
        width: Cells to fill, at least 20.
    """
    first, last = _window(text, span, max(width, 20) - 2)
    shown = [
        _show(c, inside=span.start <= first + i < span.end) for i, c in enumerate(text[first:last])
    ]
    lead = "…" if first > 0 else ""
    line = lead + "".join(shown) + ("…" if last < len(text) else "")
    here, there = max(0, span.start - first), max(0, min(span.end, last) - first)
    marked = "".join(shown[here:there])
    if not marked:
        return Excerpt(line, "")
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in line):
        return Excerpt(line, f"{_MARK} “{marked}”")
    before = _width(lead + "".join(shown[:here]))
    return Excerpt(line, " " * before + _MARK * max(1, _width(marked)))


def plain(text: str) -> str:
    """``text`` on one line, safe to print: nothing invisible, nothing that drives a terminal."""
    return "".join(_show(c, inside=False) for c in text)


def wrap(text: str, width: int) -> list[str]:
    """``text`` broken at spaces into lines of at most ``width`` cells; long words stay whole."""
    lines: list[str] = []
    for word in plain(text).split(" "):
        if lines and _width(lines[-1]) + 1 + _width(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _show(character: str, *, inside: bool) -> str:
    category = unicodedata.category(character)
    if character in "\n\r\t\u2028\u2029" and not inside:
        return " "
    if character in "\u200c\u200d" and not inside:
        return character
    if category in ("Cc", "Cs", "Co", "Zl", "Zp") or character in _SPELT or category == "Cf":
        return f"⟨U+{ord(character):04X}⟩"
    if inside and character in "\u00a0\u202f":
        return f"⟨U+{ord(character):04X}⟩"
    return character


def _window(text: str, span: Span, budget: int) -> tuple[int, int]:
    """First and last character to show: the span, then as much around it as fits."""
    first = last = min(span.start, len(text))
    used = 0
    while last < min(span.end, len(text)) and used + _cells(text[last], inside=True) <= budget:
        used += _cells(text[last], inside=True)
        last += 1
    room = (budget - used) // 2
    while first and (cells := _cells(text[first - 1])) <= room:
        first, room, used = first - 1, room - cells, used + cells
    while last < len(text) and used + (cells := _cells(text[last])) <= budget:
        last, used = last + 1, used + cells
    while first and used + (cells := _cells(text[first - 1])) <= budget:
        first, used = first - 1, used + cells
    return _whole_word(text, first, span.start), last


def _whole_word(text: str, first: int, limit: int) -> int:
    """Move a cut forward to the next word, and never between a letter and its mark."""
    if first == 0:
        return 0
    space = text.find(" ", first, min(limit, first + 20))
    if space >= 0:
        return space + 1
    while first < limit and unicodedata.combining(text[first]):
        first += 1
    return first


def _width(text: str) -> int:
    """Cells of a text that is shown."""
    if _ONE_CELL.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - tables of all scripts, for the others

    return cell_len(text)


def _cells(character: str, *, inside: bool = False) -> int:
    return _width(_show(character, inside=inside))
