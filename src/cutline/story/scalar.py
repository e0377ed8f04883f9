"""The words of a YAML scalar and where each stands (YAML 1.2.2, chapters 7.3 and 8.1)."""

import re
from collections.abc import Iterator

from cutline.model import Passage, Run, Span
from cutline.story.lines import aligned, joined, scrub

_BREAK = r"(?:\r\n?|\n)"
_FOLD = rf"(?P<fold>[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)|(?P<blank>[ \t]+)"
_PLAIN = re.compile(rf"{_FOLD}|(?P<text>[^ \t\r\n]+)")
_SINGLE = re.compile(rf"{_FOLD}|(?P<quote>'')|(?P<text>[^ \t\r\n']+)")
_DOUBLE = re.compile(
    rf"{_FOLD}|\\(?P<joint>{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)"
    r"|\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})|(?P<char>.))"
    r"|(?P<text>[^ \t\r\n\\\"]+)"
)
_ESCAPES = dict(
    zip(
        '0abt\tnvfre "/\\N_LP',
        '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029',
        strict=True,
    )
)
_HEADER = re.compile(r"[|>][^\r\n]*")


def passage(source: str, span: Span, style: str, value: str) -> Passage:
    """The words of a scalar with their places.

    Args:
        source: The story.
        span: The scalar in it, quotes or block header included.
        style: ``'``, ``"``, ``|``, ``>``; empty for a plain scalar.
        value: What YAML reads it as.

    Returns:
        The passage. Its pieces are empty where the way from words to source is not sure.
    """
    parts = _block(source, span, value) if style in ("|", ">") else _flow(source, span, style)
    pieces: list[tuple[int, Span]] = []
    texts: list[str] = []
    offset = 0
    for text, at in parts:
        if at is not None:
            pieces += aligned(scrub(text), offset, source, at)
        texts.append(text)
        offset += len(text)
    text = scrub("".join(texts))
    if text != value:
        text, pieces = value, []
    if style in ("|", ">"):
        text = text.rstrip("\n")  # the break that ends the block is not the writer's
    return Passage(text, (Run(text),) if text else (), joined(pieces), span)


def _flow(source: str, span: Span, style: str) -> Iterator[tuple[str, int | None]]:
    """Words of a plain or quoted scalar; those without a counterpart have no place."""
    pattern = {"'": _SINGLE, '"': _DOUBLE}.get(style, _PLAIN)
    start, end = (span.start + 1, span.end - 1) if style else (span.start, span.end)
    for match in pattern.finditer(source, start, end):
        kind = match.lastgroup
        if kind in ("text", "blank"):
            yield match[0], match.start()
        elif kind == "quote":
            yield "'", match.start() + 1
        elif kind in ("fold", "joint"):
            breaks = len(re.findall(_BREAK, match[0]))
            folded = " " if kind == "fold" else ""
            yield ("\n" * (breaks - 1) or folded), None
        elif kind == "char":
            yield _ESCAPES.get(match[0][1:], ""), None
        else:
            code = int(match[0][2:], 16)
            yield (chr(code) if code < 0x110000 else ""), None


def _block(source: str, span: Span, value: str) -> Iterator[tuple[str, int | None]]:
    """Words of a ``|`` or ``>`` scalar.

    YAML has read the value; here its lines are laid, in order, onto the lines of the source.
    Between two of them the value holds only the spaces and breaks of folding.
    """
    header = _HEADER.match(source, span.start)
    done = 0
    for match in re.finditer(r"[^\r\n]+", source[header.end() : span.end] if header else ""):
        words = match[0].lstrip(" ")
        at = (header.end() if header else 0) + match.end() - len(words)
        since = done
        while words and done < len(value) and not value.startswith(words, done):
            if value[done] not in " \n":
                return
            done += 1
        yield value[since:done], None
        if words:
            yield words, at
            done += len(words)
    yield value[done:], None
