"""Characters that nobody sees, and where they are right all the same.

A zero-width joiner builds emoji and Persian words, a soft hyphen tells a German page where
to break, a direction mark belongs into Arabic. Elsewhere they break search, spelling checks
and copying, and directional overrides can make a line read as something else.

Source: Unicode Standard, chapter 23 (special areas and format characters); UTS 51 (emoji).
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from cutline.model import Span
from cutline.model.regex import regex

_SUSPECT = regex(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e01ef]"
)
_SPACE = " \t\u00a0\u202f"
_BREAKS = "\u000b\u000c\u0085\u2028\u2029"
_JOINING = (
    "ARABIC SYRIAC MONGOLIAN NKO MANDAIC THAANA DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA"
    " TAMIL TELUGU KANNADA MALAYALAM SINHALA KHMER MYANMAR TIBETAN JAVANESE ADLAM SUNDANESE"
).split()
_UNSPACED = "THAI LAO KHMER MYANMAR TIBETAN BALINESE JAVANESE CJK HIRAGANA KATAKANA".split()
_MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_RTL_LANGUAGES = frozenset("ar fa he iw ur ps ckb sd ug yi dv".split())
_SOFT_HYPHEN = "\u00ad"
_FILLERS = "\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e"
_FLAG = 8
"""A flag, a region of at most six letters, and the tag that ends it."""


class Stray(NamedTuple):
    """Invisible characters where none belong.

    Attributes:
        span: From the first to the last of them; only they and spaces lie between.
        edit: The words to replace so that neither they nor a doubled space remain.
        text: What to put there.
        characters: The characters, each once, in order.
        hyphenation: True for a soft hyphen inside a word: a machine's hint, no slip.
    """

    span: Span
    edit: Span
    text: str
    characters: tuple[str, ...]
    hyphenation: bool = False


def strays(text: str, language: str) -> Iterator[Stray]:
    """Every invisible character that does not belong where it stands, in order."""
    if _SUSPECT.search(text) is None:
        return
    right_to_left = language.split("-", maxsplit=1)[0].lower() in _RTL_LANGUAGES or any(
        c.isalpha() and unicodedata.bidirectional(c) in ("R", "AL") for c in text
    )
    done = 0
    for match in _SUSPECT.finditer(text):
        at = match.start()
        if at < done or _belongs(text, at, right_to_left=right_to_left):
            continue
        if text[at] == _SOFT_HYPHEN and _between_letters(text, at):
            yield Stray(Span(at, at + 1), Span(at, at + 1), "", (_SOFT_HYPHEN,), hyphenation=True)
            continue
        stray = _cluster(text, at, right_to_left=right_to_left)
        done = stray.edit.end
        yield stray


def _cluster(text: str, at: int, *, right_to_left: bool) -> Stray:
    """The stray at ``at`` with the spaces and strays around it, mended as one."""
    start = at
    while start and text[start - 1] in _SPACE:
        start -= 1
    end, last = at, at
    while end < len(text):
        if text[end] not in _SPACE:
            if not _SUSPECT.match(text, end) or _belongs(text, end, right_to_left=right_to_left):
                break
            last = end
        end += 1
    inside = text[start:end]
    spaces = [c for c in inside if c in _SPACE]
    broken = any(c in _BREAKS for c in inside)
    gap = "\u00a0" if "\u00a0" in spaces else " " if spaces or broken else ""
    if start == 0 or end == len(text):
        gap = ""
    found = tuple(dict.fromkeys(c for c in inside if c not in _SPACE))
    return Stray(Span(at, last + 1), Span(start, end), gap, found)


def _belongs(text: str, at: int, *, right_to_left: bool) -> bool:
    """True where the invisible character at ``at`` does its proper work."""
    character = text[at]
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    if character in _MARKS:
        return right_to_left
    if character in "\u200c\u200d":
        base = _base(text, at)
        emoji = character == "\u200d" and _pictographic(base) and _pictographic(after)
        return emoji or _of(base, _JOINING)
    if character == "\u200b":
        return _of(_base(text, at), _UNSPACED) and (not after or _of(after, _UNSPACED))
    if "\ufe00" <= character <= "\ufe0f":
        return _takes_variation(before, after)
    if character >= "\U000e0000":
        return _of_a_flag(text, at) or (character >= "\U000e0100" and _of(before, _UNSPACED))
    scripts = ["MONGOLIAN"] if "\u180b" <= character <= "\u180e" else ["KHMER", "HANGUL"]
    return character in _FILLERS and _of(before or after, scripts)


def _of_a_flag(text: str, at: int) -> bool:
    """True for a tag character that spells a region after a black flag (UTS 51, annex C)."""
    flag = text.rfind("\U0001f3f4", max(0, at - _FLAG), at)
    return flag >= 0 and all("\U000e0020" <= c <= "\U000e007f" for c in text[flag + 1 : at + 1])


def _base(text: str, at: int) -> str:
    """The character before ``at``, marks, skin tones and variation selectors passed over."""
    at -= 1
    while at > 0 and (
        unicodedata.category(text[at]) in ("Mn", "Mc") or "\U0001f3fb" <= text[at] <= "\U0001f3ff"
    ):
        at -= 1
    return text[at] if at >= 0 else ""


def _pictographic(character: str) -> bool:
    return bool(character) and (
        unicodedata.category(character) == "So" or "\U0001f000" <= character <= "\U0001faff"
    )


def _takes_variation(before: str, after: str) -> bool:
    if before and before in "0123456789#*":
        return after == "\u20e3"
    return bool(before) and (
        (unicodedata.category(before) in ("So", "Sm", "Sk", "Po", "Pd") and not before.isascii())
        or _pictographic(before)
        or _of(before, [*_UNSPACED, "MONGOLIAN", "MYANMAR"])
        or before == "\u200d"
    )


def _between_letters(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()


def _of(character: str, scripts: list[str]) -> bool:
    return bool(character) and unicodedata.name(character, "").split(" ", 1)[0] in scripts
