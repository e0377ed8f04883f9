"""Edits put into a story that came as JSON: the words change, every other key stays."""

import json
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy

from cutline.model import Edit

_BODY = re.compile(r"body\[(\d+)\]")
_HEADS = ("kicker", "headline", "standfirst")
_PHOTO = ("alt", "caption", "credit")


def with_edits(row: object, edits: Iterable[Edit]) -> object:
    """A row with edits applied to its words.

    Args:
        row: A story, or a row that holds one, as decoded; it is not changed.
        edits: Edits of words that stand in the row, not overlapping.

    Returns:
        A copy with the new words; an edit of what the row does not hold is left out.
    """
    copy = deepcopy(row)
    if not isinstance(copy, dict):
        return copy
    fields: dict[tuple[int | None, str], list[Edit]] = {}
    for edit in edits:
        fields.setdefault((edit.place.photo, edit.place.field), []).append(edit)
    for held in fields.values():
        _put(copy, held)
    return copy


def printed(rows: Sequence[object], text: str, *, lines: bool, listed: bool) -> str:
    """Rows as a document of the shape they came in.

    Args:
        rows: All stories of the document.
        text: The document as it was: JSON over several lines stays so.
        lines: Whether it is JSON lines.
        listed: Whether it is a list of stories.
    """
    if lines:
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    whole = list(rows) if listed else rows[0]
    indent = 2 if "\n" in text.strip() else None
    return json.dumps(whole, ensure_ascii=False, indent=indent) + "\n"


def _put(row: dict[str, object], edits: list[Edit]) -> None:
    """Apply the edits of one field."""
    place = edits[0].place
    body = _BODY.fullmatch(place.field)
    if place.photo is not None and place.field in _PHOTO:
        _in_object(_photo(row, place.photo), place.field, edits)
    elif body:
        paragraphs = _list(row.get("story", row), "body") or _list(row, "context")
        at = int(body[1])
        if at < len(paragraphs) and isinstance(paragraphs[at], str):
            paragraphs[at] = _changed(str(paragraphs[at]), edits)
    elif place.field in _HEADS:
        _in_object(row.get("story", row), place.field, edits)


def _in_object(holder: object, key: str, edits: list[Edit]) -> None:
    if isinstance(holder, dict) and isinstance(holder.get(key), str):
        holder[key] = _changed(holder[key], edits)


def _changed(words: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=_start, reverse=True):
        span = edit.place.span
        start, end = (span.start, span.end) if span else (0, len(words))
        words = words[:start] + edit.text + words[end:]
    return words


def _start(edit: Edit) -> int:
    return edit.place.span.start if edit.place.span else 0


def _photo(row: dict[str, object], number: int) -> object:
    if "photo" in row and "story" not in row:
        return row["photo"]
    photos = _list(row.get("story", row), "photos")
    return photos[number] if number < len(photos) else None


def _list(holder: object, name: str) -> list[object]:
    held = holder.get(name) if isinstance(holder, dict) else None
    return held if isinstance(held, list) else []
