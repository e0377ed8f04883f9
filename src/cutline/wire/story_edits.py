"""Edits put into a story that came as JSON: the words change, every other character stays.

The text is edited, not written anew from what was decoded: numbers keep their digits, objects
their order and their keys that stand twice, strings the way in which they are escaped.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from cutline.model import Edit, Span
from cutline.model.regex import regex

Path = tuple[str | int, ...]
"""The way to a value: keys of objects, indices of lists."""

_BODY = regex(r"body\[(\d+)\]")
_HEADS = ("kicker", "headline", "standfirst")
_PHOTO = ("alt", "caption", "credit")
_DEEPEST = 4
"""Keys and indices on the longest way to words: ``story``, ``photos``, a number, ``alt``."""
_TOKEN = regex(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[][{},]')
_ESCAPE = regex(r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.")
"""What stands for one character: a pair of surrogates, a number, a letter (RFC 8259, clause 7)."""


def with_edits(text: str, row: object, edits: Iterable[Edit]) -> str:
    """The text of a row with edits applied to its words.

    Args:
        text: A story, or a row that holds one, as JSON.
        row: The same decoded.
        edits: Edits of words that stand in the row, not overlapping; one of what the row does
            not hold is left out.
    """
    fields: dict[Path, list[Edit]] = {}
    for edit in edits:
        path = _path(row, edit)
        if path is not None:
            fields.setdefault(path, []).append(edit)
    if not fields:
        return text
    strings = _strings(text, fields)
    changes = [
        change
        for path, held in fields.items()
        if path in strings
        for change in _changes(text, strings[path], held)
    ]
    parts: list[str] = []
    done = 0
    for span, words in sorted(changes):
        parts += text[done : span.start], words
        done = span.end
    return "".join([*parts, text[done:]])


def _path(row: object, edit: Edit) -> Path | None:
    """Where the field of an edit stands in a row; None where the row holds no such field."""
    if not isinstance(row, dict):
        return None
    place = edit.place
    top: Path = ("story",) if "story" in row else ()
    single = "photo" in row and not top
    body = _BODY.fullmatch(place.field)
    if place.photo is not None and place.field in _PHOTO:
        return ("photo", place.field) if single else (*top, "photos", place.photo, place.field)
    if place.photo is None and body:
        return (*top, "context" if single else "body", int(body[1]))
    if place.photo is None and place.field in _HEADS:
        return (*top, place.field)
    return None


def _strings(text: str, wanted: Mapping[Path, object]) -> dict[Path, Span]:
    """Where the strings of the wanted paths stand, with their marks; the last of a key counts."""
    return {path: span for path, span in _values(text) if path in wanted}


def _values(text: str) -> Iterator[tuple[Path, Span]]:
    """Every string that is a value and no deeper than words stand, with the way to it.

    Args:
        text: JSON, known to be sound.
    """
    way: list[str | int] = []
    key_comes = False
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if piece[0] == '"' and key_comes:
            way[-1], key_comes = json.loads(piece) if "\\" in piece else piece[1:-1], False
        elif piece[0] == '"' and len(way) <= _DEEPEST:
            yield tuple(way), Span(match.start(), match.end())
        elif piece in ("{", "["):
            key_comes = piece == "{"
            way.append("" if key_comes else 0)
        elif piece in ("}", "]"):
            way.pop()
            key_comes = False
        elif piece == ",":
            last = way[-1]
            key_comes = isinstance(last, str)
            way[-1] = last if isinstance(last, str) else last + 1


def _changes(text: str, string: Span, edits: Iterable[Edit]) -> Iterator[tuple[Span, str]]:
    """The edits of one string as changes of the text."""
    escaped = list(_ESCAPE.finditer(text, string.start + 1, string.end - 1))
    behind, read = [string.start + 1], [0]
    for match in escaped:
        read.append(read[-1] + match.start() - behind[-1] + 1)
        behind.append(match.end())

    def at(offset: int) -> int:
        near = bisect_right(read, offset) - 1
        return behind[near] + offset - read[near]

    length = read[-1] + string.end - 1 - behind[-1]
    for edit in edits:
        span = edit.place.span or Span(0, length)
        words = json.dumps(edit.text, ensure_ascii=text.isascii())[1:-1]
        yield Span(at(span.start), at(span.end)), words
