"""Words from outside on their way to a terminal: shown as they are, never obeyed.

Names of files and folders, keys of settings and the words of stories may hold escape sequences
that set a terminal's colours, title or clipboard, and direction marks that make a line read as
another. What nobody sees is spelt out, as the reports of the check do it: ``⟨U+001B⟩``.
"""

import re
import unicodedata
from pathlib import Path

from cutline.model.regex import regex

_PAINT = regex(r"(\x1b\[(?:0|1|31|33|36|1;31)m)")
"""The colours of our own reports."""
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINERS = "\u200c\u200d"
_UNSEEN = regex("[\x7f-\x9f\xad\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""What JSON may hold unescaped, and a terminal or an encoder of UTF-8 may stumble over."""


class _Spelling(dict[int, str]):
    """How each character is shown: what nobody sees, or drives a terminal, by its number."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        hidden = unicodedata.category(character) in _HIDDEN and character not in _JOINERS
        self[code] = f"⟨U+{code:04X}⟩" if hidden else character
        return self[code]


_SPELLING = _Spelling()


def plain(text: object) -> str:
    """A name or a word from outside on one line, with everything spelt out that hides or acts.

    Line breaks too: they could forge a line of ours.
    """
    said = str(text)
    return said if said.isprintable() else said.translate(_SPELLING)


def near(path: Path) -> Path:
    """A path as a person in the current folder would type it: relative where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def plain_lines(text: str, *, coloured: bool = False) -> str:
    """The same of several lines: their breaks and tabs stay.

    Args:
        text: Lines, with LF or CRLF between them.
        coloured: Whether the colours of a report stay as well.
    """
    return "".join(_plain_line(line, coloured=coloured) for line in re.split(r"(\r?\n|\t)", text))


def _plain_line(line: str, *, coloured: bool) -> str:
    if line in ("\n", "\r\n", "\t"):
        return line
    if not coloured:
        return plain(line)
    parts = _PAINT.split(line)
    return "".join(part if at % 2 else plain(part) for at, part in enumerate(parts))


def plain_json(text: str) -> str:
    """The same JSON, with every character escaped that a terminal might act on.

    Such characters stand only inside strings, where ``\\u`` and four digits mean the same
    (RFC 8259, clause 7); those below U+0020 are escaped in any JSON.
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
