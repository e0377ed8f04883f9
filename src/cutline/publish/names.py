"""Names of what is published: ours alone, so that nothing from outside reaches a path or URL."""

import hashlib
import unicodedata

from cutline.metadata import Stamp

LONGEST = 40
"""Characters of a slug: with key, width and extension a name stays under 72."""

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def slug(name: str, fallback: str = "photograph") -> str:
    """A readable name of ``[a-z0-9-]`` from any text: marks fall off, the rest turns to hyphens.

    Args:
        name: A file name or a headline; may be hostile.
        fallback: What to say where nothing readable remains.
    """
    stem = name[:300].rpartition(".")[0] or name[:300]
    bare = unicodedata.normalize("NFKD", stem).casefold()
    kept = "".join(
        letter if letter in _PLAIN else "" if unicodedata.combining(letter) else " "
        for letter in bare
    )
    words = kept.split()
    return "-".join(words)[:LONGEST].strip("-") or fallback


def digest(key: str, stamp: Stamp) -> str:
    """Twelve hex digits that change whenever a published file's bytes would.

    The name is known before the file exists and never stands for other bytes, so that it
    may be cached for ever.

    Args:
        key: The rendition's key: original, recipe and engine.
        stamp: What is written into the file.
    """
    return hashlib.sha256(f"{key}\n{stamp!r}".encode()).hexdigest()[:12]
