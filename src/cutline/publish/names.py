"""Names of what is published: ours alone, so that nothing from outside reaches a path or URL."""

import hashlib
import unicodedata
from collections.abc import Iterable

from cutline.metadata import STAMPING, Stamp

LONGEST = 40
"""Characters of a slug: with key, width and extension a name stays under 72."""

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")

_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that Windows gives to devices, whatever follows their first dot."""


def slug(name: str, fallback: str = "photograph") -> str:
    """A readable name of ``[a-z0-9-]`` from any text: marks fall off, the rest turns to hyphens.

    Args:
        name: A file name or a headline; may be hostile.
        fallback: What to say where nothing readable remains, and before a reserved name.
    """
    body = name[:300].rpartition(".")[0] or name[:300]
    bare = unicodedata.normalize("NFKD", body).casefold()
    kept = "".join(
        letter if letter in _PLAIN else "" if unicodedata.combining(letter) else " "
        for letter in bare
    )
    plain = "-".join(kept.split())[:LONGEST].strip("-")
    if plain in _DEVICES:
        return f"{fallback}-{plain}"
    return plain or fallback


def stem(kind: str, name: str) -> str:
    """What the files of a list begin with: readable, and its own, whatever its script.

    A name that a slug cannot hold letter by letter gets a mark, so that “Мир” and “Спорт”,
    or “Jose” and “José”, never share a file. Names that differ in case alone are one.

    Args:
        kind: What the list is of: ``section`` or ``photographer``.
        name: The section, or the person.
    """
    key = name.casefold()
    readable = slug(f"{key}.", kind)
    if readable.replace("-", " ") == key:
        return f"{kind}-{readable}"
    return f"{kind}-{readable}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"


def digest(keys: Iterable[str], stamp: Stamp) -> str:
    """Twelve hex digits that change whenever the bytes of any of these files would.

    The name is known before the file exists and never stands for other bytes, so that it
    may be cached for ever. All widths of a photograph share one digest: a page repeats the
    names some ten times a photograph, and what repeats compresses. The way in which words are
    written into files counts, too.

    Args:
        keys: The renditions' keys: original, recipe and engine.
        stamp: What is written into the files.
    """
    told = "\n".join((STAMPING, *keys, repr(stamp)))
    return hashlib.sha256(told.encode()).hexdigest()[:12]
