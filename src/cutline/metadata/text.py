"""Text as strangers wrote it: control characters out, line breaks made one kind."""

import re
import unicodedata

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Without NULs and other C0 controls, CR LF and CR as LF, no blanks around.

    What is left may stand in XML 1.0 (clause 2.2).
    """
    if text.isprintable():  # nothing of all this is
        return text.strip()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", text).strip()


def folded(text: str) -> str:
    """Text for comparison: composed, with every run of white space as one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def cut(text: str, limit: int) -> bytes:
    """UTF-8 of at most ``limit`` bytes, cut on a character's boundary."""
    raw = text.encode()
    return raw if len(raw) <= limit else raw[:limit].decode(errors="ignore").encode()


def words(text: str) -> frozenset[str]:
    """The words of a list that is easier to read as a line than as a column."""
    return frozenset(text.split())
