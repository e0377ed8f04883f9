"""Names from outside, and what may be made of them. Pure.

An outside name is shown to people, safely, and never becomes a path or a URL: those are
slugs of ours.
"""

import hashlib
import re
import unicodedata
from pathlib import Path

from cutline.model import StoreError

_LATIN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i"}
)
"""Latin letters that have no decomposition (``ß`` is folded to ``ss`` before)."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""Names that Windows gives to devices, whatever the extension."""

_SEGMENT = re.compile(r"[a-z0-9._-]{1,200}")
_DIGITS = re.compile(r"([0-9]+)")
_JOINERS = "\u200c\u200d"
_LONGEST_SLUG = 60
_LONGEST_NAME = 255
_LONGEST_PATH = 1000


def slug(name: str) -> str:
    """A working name of ``[a-z0-9-]``, at most 60 characters, for a name from outside.

    Latin diacritics are taken off (NFKD). Where letters are lost, because the script is
    not Latin or the name too long, eight hex digits of the name's hash keep two names
    apart. A slug is its own slug.
    """
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = unicodedata.normalize("NFKD", folded).translate(_LATIN)
    lost = any(char.isalnum() and not char.isascii() for char in plain)
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    text = "-".join(words)
    if text and not lost and len(text) <= _LONGEST_SLUG and not _RESERVED.fullmatch(text):
        return text
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{text[: _LONGEST_SLUG - 9].strip('-') or 'n'}-{mark}"


def natural_key(name: str) -> tuple[tuple[object, ...], str, str]:
    """A key that sorts ``IMG_2.jpg`` before ``IMG_10.jpg``, the same on every machine.

    Case does not matter, the language of the machine neither; runs of the digits 0 to 9
    compare as numbers. The stem comes before the extension, so that ``a.jpg`` stands
    before ``a 2.jpg``. Names that differ never compare equal.
    """
    stem, dot, extension = name.rpartition(".")
    if not stem:
        stem, extension = name, dot + extension if name.startswith(".") else ""
    parts = _DIGITS.split(unicodedata.normalize("NFC", stem).casefold())
    numbered = (_number(part) if at % 2 else part for at, part in enumerate(parts))
    return tuple(numbered), extension.casefold(), name


def _number(digits: str) -> tuple[int, str]:
    """Digits as a number of any length: int() refuses more than 4,300 of them."""
    plain = digits.lstrip("0")
    return len(plain), plain


def display_name(name: str) -> str:
    """The name as it may be shown: nothing invisible, nothing that turns the line around."""
    shown = "".join(char if _shows(char) else "\N{REPLACEMENT CHARACTER}" for char in name)
    return shown if len(shown) <= 80 else f"{shown[:50]}…{shown[-29:]}"


def quoted(path: Path | str) -> str:
    """A path, or another word from outside, as all sentences of this room show it: “…”.

    Whole, as it may have to be typed; what ``display_name`` would replace is escaped, a
    byte that is not UTF-8 as the byte it is.
    """
    return f"“{''.join(char if _shows(char) else _escaped(char) for char in str(path))}”"


def _escaped(char: str) -> str:
    byte = ord(char) - 0xDC00
    return f"\\x{byte:02x}" if 0x80 <= byte <= 0xFF else ascii(char)[1:-1]


def why_not(name: str) -> str | None:
    """Why a photograph must not carry this name, as the end of a sentence; None if it may.

    Control and direction characters make a name read as another (``gpj.exe``); what is
    not Unicode cannot be written in a story; a backslash parts folders on Windows, which cannot
    hold its reserved names either.
    """
    if not all(map(_shows, name)):
        return "has a hidden or direction-changing character in its name"
    if "\\" in name:
        return "has a backslash in its name, which others read as a folder"
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
        return "has a name of more than 255 bytes"
    if _RESERVED.fullmatch(name.casefold()):
        return "has a name that Windows reserves for a device"
    return None


def _shows(char: str) -> bool:
    """False for controls, format and direction characters, surrogates, line separators.

    The two joiners are format characters too, but Persian and Hindi are written with them.
    """
    return char in _JOINERS or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def check_path(path: str) -> str:
    """``path`` itself, if a release may hold a file of that name.

    Relative, of ``[a-z0-9._/-]``, no part ``.`` or ``..``, none reserved by Windows.

    Raises:
        StoreError: it is not such a path.
    """
    parts = path.split("/")
    if len(path) > _LONGEST_PATH or not all(map(_is_segment, parts)):
        raise StoreError(f"{quoted(path)} is not a path inside a release")
    return path


def _is_segment(part: str) -> bool:
    if _SEGMENT.fullmatch(part) is None or not part.strip("."):
        return False
    return _RESERVED.fullmatch(part) is None
