"""Lines of a story, and the way back from the text that was parsed to the text that was given.

CommonMark 0.31 (2.1) and YAML know three line endings: LF, CR LF, CR. ``str.splitlines`` knows
more, and is never used on a story.
"""

import re
from bisect import bisect_left, bisect_right

from cutline.model import Span

_BREAK = re.compile(r"\r\n?|\n")
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def spread(self, first: int, end: int) -> Span:
        """The lines ``[first, end)``, counted from 0, breaks included but for the last line's."""
        starts = self._starts
        stop = starts[end] if end < len(starts) else starts[-1]
        return Span(starts[first], max(stop, starts[first]))


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of ``offset`` in ``text``, both from 1, in code points."""
    return Lines(text).at(offset)


def scrub(text: str) -> str:
    """The text with NUL and lone surrogates as U+FFFD, character for character.

    CommonMark 0.31 (2.3) asks it for NUL; a lone surrogate cannot be written to any file.
    """
    return _UNWRITABLE.sub("\ufffd", text)


class Source:
    """A part of a story as Markdown reads it, with the way back.

    Attributes:
        whole: The story as given.
        text: The part from ``base`` on, line endings as LF, unwritable characters as U+FFFD.
        base: Where the part begins in ``whole``.
    """

    def __init__(self, whole: str, base: int) -> None:
        self.whole = whole
        self.base = base
        part = whole[base:]
        self.text = scrub(_BREAK.sub("\n", part))
        pairs = (match.start() for match in re.finditer("\r\n", part))
        self._dropped = [start - before for before, start in enumerate(pairs)]

    def at(self, offset: int) -> int:
        """The place in ``whole`` of an offset in ``text``."""
        return self.base + offset + bisect_left(self._dropped, offset)

    def span(self, start: int, end: int) -> Span:
        """The range in ``whole`` of a range in ``text``."""
        return Span(self.at(start), self.at(end))


def aligned(text: str, offset: int, source: str, at: int) -> list[tuple[int, Span]]:
    """Pieces of a text that lies, character by character, at one place of the source.

    Args:
        text: The words as read.
        offset: Where they begin in the passage.
        source: The story as given.
        at: Where their first character stands in it.

    Returns:
        Pieces of equal words; a character that was replaced in reading is left out.
    """
    if source.startswith(text, at):
        return [(offset, Span(at, at + len(text)))] if text else []
    pieces: list[tuple[int, Span]] = []
    start = 0
    for index in range(len(text) + 1):
        same = index < len(text) and source[at + index : at + index + 1] == text[index]
        if same:
            continue
        if index > start:
            pieces.append((offset + start, Span(at + start, at + index)))
        start = index + 1
    return pieces


def joined(pieces: list[tuple[int, Span]]) -> tuple[tuple[int, Span], ...]:
    """The same pieces, with those that follow each other in text and source made one."""
    result: list[tuple[int, Span]] = []
    for offset, span in pieces:
        if result:
            before, last = result[-1]
            if last.end == span.start and before + last.end - last.start == offset:
                result[-1] = (before, Span(last.start, span.end))
                continue
        result.append((offset, span))
    return tuple(result)
