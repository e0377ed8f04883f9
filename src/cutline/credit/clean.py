"""A printed line made plain before it is cut: one form of each sign, nothing invisible.

Every kept character knows where it stood, so that what is found can be shown in the line.
"""

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from cutline.model import Span
from cutline.model.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 600
"""Characters that are read; a credit line is far shorter."""
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u3000\t", " "),
        **dict.fromkeys("／⁄∕", "/"),
        **dict.fromkeys("｜¦│∣", "|"),
        **dict.fromkeys("（", "("),
        **dict.fromkeys("）", ")"),
        **dict.fromkeys("［【〔「『", "["),
        **dict.fromkeys("］】〕」』", "]"),
        **dict.fromkeys("：＝", ":"),
        **dict.fromkeys("，、،", ","),
        **dict.fromkeys("；؛", ";"),
        **dict.fromkeys("®™®", " "),
        **dict.fromkeys("\r\n\x0b\x0c\u2028\u2029", "|"),
        **dict.fromkeys("ⓒ", "©"),
        **dict.fromkeys("＠", "@"),
    }
)
_OPEN, _CLOSE = "([{", ")]}"
_ENDS = frozenset("jr sr inc ltd co corp bros al st etc gmbh ev llc no".split())
_LAST_WORD = regex(r"(\w+)\.$")


class Clean(NamedTuple):
    """A line ready to be cut.

    Attributes:
        text: What is read: the inside of the line's brackets, plain.
        at: For each of its characters, and for its end, the place in the printed line.
        invisible: True if characters that nobody sees were taken out.
        whole: False if the line is too long and its rest was not read.
    """

    text: str
    at: tuple[int, ...]
    invisible: bool
    whole: bool

    def span(self, start: int, end: int) -> Span:
        """Where the characters ``[start, end)`` stand in the printed line."""
        return Span(self.at[start], self.at[end - 1] + 1 if end > start else self.at[start])


def clean(line: str) -> Clean:
    """Make a line plain. Any text will do."""
    head = line[:LONGEST]
    plain = head.translate(_PLAIN)
    kept: Sequence[int] = range(len(head))
    if not head.isprintable():
        kept = [i for i, c in enumerate(plain) if unicodedata.category(c) not in ("Cf", "Cc")]
        plain = "".join(plain[i] for i in kept)
    invisible = len(kept) < len(head)
    start, end = inside(plain)
    at = (*kept[start:end], kept[end - 1] + 1 if end > start else 0)
    return Clean(plain[start:end], at, invisible, len(line) <= LONGEST)


def inside(text: str) -> tuple[int, int]:
    """What lies within the brackets round a whole line, without space and final point."""
    start, end = 0, len(text)
    while True:
        while start < end and (text[start].isspace() or text[start] in "-–—•·*>|"):
            if text[start] in "-–—" and text[start + 1 : start + 2] == "/":
                return start, end
            start += 1
        while start < end and (text[end - 1].isspace() or _final_point(text, start, end)):
            end -= 1
        if end - start < 2 or text[start] not in _OPEN or not _pair(text, start, end):
            return start, end
        start, end = start + 1, end - 1


def _final_point(text: str, start: int, end: int) -> bool:
    if text[end - 1] in ",;":
        return True
    if text[end - 1] != ".":
        return False
    last = _LAST_WORD.search(text, max(start, end - 12), end)
    return last is not None and len(last[1]) > 1 and last[1].lower() not in _ENDS


def _pair(text: str, start: int, end: int) -> bool:
    """True if the bracket at ``start`` is closed by the last character and not before."""
    close = _CLOSE[_OPEN.index(text[start])]
    if text[end - 1] != close:
        return False
    depth = 0
    for i in range(start, end):
        depth += (text[i] == text[start]) - (text[i] == close)
        if depth == 0:
            return i == end - 1
    return False
