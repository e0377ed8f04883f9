"""Reading keys of a JSON object of unknown shape, with sentences for what does not fit."""

from collections.abc import Mapping
from typing import TypeAlias

from cutline.model import ReadError

Object: TypeAlias = Mapping[str, object]


class At:
    """A place in a document, as a person would name it: ``line 12: photos[3].caption``."""

    def __init__(self, document: str, path: str = "") -> None:
        self._document, self._path = document, path

    def key(self, name: str) -> "At":
        """The place of a key of the object here."""
        return At(self._document, f"{self._path}.{name}" if self._path else name)

    def index(self, number: int) -> "At":
        """The place of an element of the list here, counted from 0."""
        return At(self._document, f"{self._path}[{number}]")

    def wrong(self, value: object, wanted: str) -> ReadError:
        """The error that says what is here, and what must be."""
        subject = self._path or "it"
        message = f"{self._document}: {subject} is {_kind(value)}; it must be {wanted}"
        return ReadError(message)


def _kind(value: object) -> str:
    """The JSON type of a value in words."""
    kinds = {
        bool: "true or false",
        str: "text",
        dict: "an object",
        list: "a list",
        type(None): "null",
    }
    return kinds.get(type(value), "a number")


def as_object(value: object, at: At) -> Object:
    """The value, which must be an object."""
    if not isinstance(value, dict):
        raise at.wrong(value, "an object")
    return value


def as_list(value: object, at: At) -> list[object]:
    """The value, which must be a list; null counts as empty."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise at.wrong(value, "a list")
    return value


def as_text(value: object, at: At) -> str:
    """The value, which must be text; null counts as empty."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise at.wrong(value, "text")
    return value
