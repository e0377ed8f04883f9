"""Stories as JSON, for content systems that keep stories elsewhere.

A document is one story, a list of stories, or one story a line (JSON lines). A story may stand
bare or in a row ``{"id": …, "story": {…}}``; a row of a single picture is
``{"id": …, "photo": {…}, "context": [paragraphs]}``. Other keys of a row are not read.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec

from cutline.model import Edit, Photograph, ReadError, Story
from cutline.model.regex import regex
from cutline.wire.shapes import At, Object, as_list, as_object
from cutline.wire.story_values import metadata_of, story_of

Shape = TypeVar("Shape")

_ANY: msgspec.json.Decoder[Any] = msgspec.json.Decoder(float_hook=float)
"""A number too large for a float is infinite: nothing here counts with it."""
_LISTED = msgspec.json.Decoder(list[msgspec.Raw])
_LINED = (".jsonl", ".ndjson")
_SPACE = " \t\r\n"
_LINE = regex(r"[^\n]*\S[^\n]*")
_STORY_KEYS = ("photos", "headline", "body")
_NEXT = "see `cutline check --help` for the shape of a story as JSON"


class Item(NamedTuple):
    """One story that came as JSON.

    Attributes:
        id: What its row calls it; else the document's name, with the line or the index.
        story: The story; nothing in it has a place in a source.
        photographs: For each placement in order, what its ``meta`` says as the metadata of a
            photograph; None without ``meta``. There is no file: ``sha256`` and ``format`` are
            empty and ``size`` is one pixel.
    """

    id: str
    story: Story
    photographs: tuple[Photograph | None, ...]


class Row(NamedTuple):
    """One story of a document, not yet read.

    Attributes:
        text: The row as it stands in the document.
        name: What to call it if it has no id.
        where: Where it stands, for messages.
    """

    text: str
    name: str
    where: str

    def item(self) -> Item:
        """The story.

        Raises:
            ReadError: the row is not JSON, or not a story.
        """
        return _item(_decoded(self.text, self.where), self.name, At(self.where))

    def with_edits(self, edits: Iterable[Edit]) -> "Row":
        """The row with edits applied to its words; every other character of it stays.

        Raises:
            ReadError: the row is not JSON.
        """
        from cutline.wire.story_edits import with_edits  # noqa: PLC0415 - only where one mends

        return self._replace(text=with_edits(self.text, _decoded(self.text, self.where), edits))


def read_story_json(text: str, name: str) -> Iterator[Item]:
    """Read the stories of a document, one by one.

    Args:
        text: The document.
        name: What to call a story that has no id: the file's name, say.

    Yields:
        The stories in order.

    Raises:
        ReadError: the document, or the line that is reached, is not JSON or not a story.
    """
    return (row.item() for row in story_rows(text, name))


def story_rows(text: str, name: str) -> Iterator[Row]:
    """The rows of a document, one by one, not yet read.

    Raises:
        ReadError: the document is not JSON; a line that is none says so when it is read.
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise ReadError(f"{name} is empty", _NEXT)
    if is_lines(text) or (name.casefold().endswith(_LINED) and not _is_json(text)):
        yield from _lines(text, name)
    elif text.lstrip(_SPACE).startswith("["):
        rows = _decoded(text, name, _LISTED)
        for number, row in enumerate(rows):
            yield Row(bytes(row).decode(), f"{name}[{number}]", f"{name}, story {number + 1}")
    else:
        yield Row(text, name, name)


def with_rows(text: str, before: Iterable[Row], after: Iterable[Row]) -> str:
    """A document with its rows exchanged for others; what stands between them stays.

    Args:
        text: The document.
        before: Its rows, in order.
        after: For each of them the one that takes its place.
    """
    parts: list[str] = []
    done = 0
    for old, new in zip(before, after, strict=True):
        start = text.index(old.text, done)
        parts += text[done:start], new.text
        done = start + len(old.text)
    return "".join([*parts, text[done:]])


def is_lines(text: str) -> bool:
    """True where the first line is JSON by itself and is not the only one."""
    first = _LINE.search(text)
    if first is None or _LINE.search(text, first.end()) is None:
        return False
    return _is_json(first[0])


def _is_json(text: str) -> bool:
    try:
        _ANY.decode(text)
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError):
        return False
    return True


def _lines(text: str, name: str) -> Iterator[Row]:
    # JSON text may hold U+2028 and form feeds, so that only LF ends a line.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Row(line, f"{name}:{number}", f"{name}, line {number}")


def _decoded(text: str, here: str, decoder: msgspec.json.Decoder[Shape] = _ANY) -> Shape:
    try:
        return decoder.decode(text)
    except RecursionError:
        raise ReadError(f"{here}: lists or objects are nested too deeply") from None
    except UnicodeEncodeError:
        raise ReadError(f"{here}: the text holds half a character (a lone surrogate)") from None
    except msgspec.MsgspecError as error:
        raise ReadError(
            f"{here} is not JSON: {error}", "one story a line, or one document"
        ) from None


def _item(value: object, name: str, at: At) -> Item:
    """A row or a bare story."""
    row = as_object(value, at)
    identity = row.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int | None):
        raise at.key("id").wrong(identity, "text")
    story, where = _story_object(row, at)
    photos = [
        as_object(photo, where.key("photos").index(number))
        for number, photo in enumerate(as_list(story.get("photos"), where.key("photos")))
    ]
    photographs = tuple(
        metadata_of(photo, number, where.key("photos").index(number))
        for number, photo in enumerate(photos)
    )
    return Item(
        name if identity is None else str(identity), story_of(story, photos, where), photographs
    )


def _story_object(row: Object, at: At) -> tuple[Object, At]:
    """The story in a row, and what to call its place."""
    if "story" in row:
        return as_object(row["story"], at.key("story")), at
    if "photo" in row:
        story = {"photos": [row["photo"]], "body": row.get("context"), "lang": row.get("lang")}
        return story, at
    if not any(key in row for key in _STORY_KEYS):
        raise at.wrong(row, f"a story with one of the keys {', '.join(_STORY_KEYS)}")
    return row, at
