"""Spaces that are missing, and spaces that stand where none belongs.

What looks like a slip and is none: French spaces before high punctuation, addresses, numbers,
initials, abbreviations, a hyphen that hangs in ``pre- and post-war``, names with a capital
inside, calibres (``.22``), emoticons.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cutline.check.tongues import SUSPENDS, Tongue, primary
from cutline.model import Span
from cutline.model.regex import regex

_SPACE = " \t\u00a0\u202f"
_BEFORE_MARK = regex(r"(?<=\S)[ \t\u00a0\u202f]{1,3}(?P<mark>[,.;:!?])(?=[ \t\n\u00a0”’\"»)]|$)")
_HUNG = regex(r"(?<!\w)(?P<a>[^\W\d_]{2,})(?P<sign>[-\u2010])[ \u00a0](?P<b>[^\W\d_]+)")
_STOP = regex(
    r"(?<![\w@/.#])(?P<a>\d{1,3}|[^\W\d_]{3,})(?P<mark>[.!?])(?P<b>[^\W\d_][^\W\d_]*)(?=(?P<c>.?))"
)
_COMMA = regex(r"(?<![\w@/.,])(?P<a>[^\W\d_]{2,}),(?P<b>[^\W\d_]{2,})(?![\w,@])")
_COMMA_BEFORE = regex(r"(?<=[^\W\d_])[ \t\u00a0]{1,3},(?=[^\W\d_]{2})")
_INSIDE = regex(
    r"(?<=[ \t\n(])\([ \u00a0](?=\w)|(?<=\w)[ \u00a0]\)(?=[\s.,;]|$)|^\([ \u00a0](?=\w)"
)
_RUN = regex(r"(?<![\w@#/.\-’'])[^\W\d_]{4,40}(?![\w@])")
_HIGH = ";:!?"
_LIST = 40
"""Characters in which a list of hung words comes to its conjunction."""
_NAMES = {
    ",": "comma",
    ".": "full stop",
    ";": "semicolon",
    ":": "colon",
    "!": "exclamation mark",
    "?": "question mark",
}
_SPACED_HIGH = frozenset({"fr", "br", "oc", "co"})
_ENDINGS = frozenset(
    "com org net de fr es it uk co io ai tv fm info eu ch at pl ru jp js py jpg jpeg png gif pdf"
    " tif tiff webp html htm php doc docx txt mp4 mov aspx".split()
)
_ABBREVIATED = frozenset(
    "prof nos vol fig jan feb mar apr aug sept sep oct nov dec mrs messrs gen sen rep gov col sgt"
    " capt rev hon univ dept str geb verh bzw inkl exkl ing dipl med phil jur abb nach var spp etc"
    " ltd inc corp bros min max tel abt aufl hrsg fam gest evtl ggf usw sta sto dra sra srta"
    " exmo".split()
)


class Slip(NamedTuple):
    """A slip of the space bar.

    Attributes:
        span: The words it is in.
        edit: What to replace, and by what.
        text: What belongs there.
        what: The fault, constant for one cause.
        safe: True where nobody could want the old text.
    """

    span: Span
    edit: Span
    text: str
    what: str
    safe: bool = True


def spacing_slips(text: str, language: str, row: Tongue | None) -> Iterator[Slip]:
    """Every missing and stray space of a text, in order.

    Args:
        text: Any text.
        language: Its BCP 47 tag.
        row: What is known of the language.
    """
    found = [*_before_marks(text, language), *_after_stops(text), *_after_commas(text)]
    found += [*_inside_brackets(text), *_misplaced(text)]
    if row is not None:
        found += [*_hung(text), *_jammed(text, row)]
    yield from sorted(found, key=lambda slip: slip.span)


def _before_marks(text: str, language: str) -> Iterator[Slip]:
    """``city ,`` and, except in French, ``city !``."""
    french = primary(language) in _SPACED_HIGH
    for match in _BEFORE_MARK.finditer(text):
        mark, before = match["mark"], text[match.start() - 1]
        spaced = mark in _HIGH and (french or match.group()[0] in "\u00a0\u202f")
        odd = before in ".,;:!?…-–—/|«(" or (before.isdigit() and mark in ".:")
        following = text[match.end() : match.end() + 2].lstrip()[:1]
        face = mark in ":;" and text[match.end() : match.end() + 1] == ")"
        if spaced or odd or face or (following and following in ".,;:!?"):
            continue
        if mark in _HIGH and "«" in text:  # a French sentence inside another language
            continue
        start = _word_start(text, match.start())
        what = f"a space before the {_NAMES[mark]}"
        yield Slip(Span(start, match.end()), Span(match.start(), match.end() - 1), "", what)


def _word_start(text: str, at: int) -> int:
    while at and not text[at - 1].isspace():
        at -= 1
    return at


def _after_stops(text: str) -> Iterator[Slip]:
    """``fire.The`` and ``10.The``: a sentence begins without a space."""
    for match in _STOP.finditer(text):
        a, b = match["a"], match["b"]
        begins = b[0].isupper() and len(b) > 1 and b[1:].islower() and match["c"] not in (".", "@")
        if not begins or match["c"] in ("/", "_") or b.lower() in _ENDINGS:
            continue
        counted = a.isdigit()
        if (counted and match["mark"] != ".") or not (counted or _ends_sentence(a)):
            continue
        at = match.start("b")
        what = "no space after the number" if counted else "no space between two sentences"
        yield Slip(Span(*match.span()), Span(at, at), " ", what, safe=False)


def _ends_sentence(word: str) -> bool:
    """False for abbreviations, and for names such as ``Booking.Com``."""
    return word.islower() and word not in _ABBREVIATED


def _after_commas(text: str) -> Iterator[Slip]:
    """``fire,smoke``."""
    for match in _COMMA.finditer(text):
        at = match.start("b")
        what = "no space after the comma"
        safe = match["a"].islower() and match["b"].islower()
        yield Slip(Span(*match.span()), Span(at, at), " ", what, safe=safe)


def _misplaced(text: str) -> Iterator[Slip]:
    """``Silva ,Reid``: the space stands on the wrong side of the comma."""
    for match in _COMMA_BEFORE.finditer(text):
        span = Span(_word_start(text, match.start()), match.end())
        yield Slip(span, Span(*match.span()), ", ", "a space before the comma and none behind it")


def _inside_brackets(text: str) -> Iterator[Slip]:
    """``( left )``."""
    if "(" not in text and ")" not in text:
        return
    for match in _INSIDE.finditer(text):
        first = match.group()[0] == "("
        edit = (
            Span(match.start() + 1, match.end()) if first else Span(match.start(), match.end() - 1)
        )
        yield Slip(Span(*match.span()), edit, "", "a space inside the brackets")


def _hung(text: str) -> Iterator[Slip]:
    """``over- fishing``: what a line's end left behind."""
    if "-" not in text and "\u2010" not in text:
        return
    for match in _HUNG.finditer(text):
        a, b = match["a"], match["b"]
        if b.isupper() or (b[0].isupper() and a.islower()) or _hangs(text, match):
            continue
        edit = Span(match.end("sign"), match.start("b"))
        span = Span(match.start("a"), match.end("b"))
        yield Slip(span, edit, "", "a space after a hyphen", safe=False)


def _hangs(text: str, match: re.Match[str]) -> bool:
    """True for ``pre- and post-war``, and for lists of such words before their conjunction."""
    if match["b"].lower() in SUSPENDS:
        return True
    following = text[match.start("b") : match.end() + _LIST].split()
    return any(word.endswith("-") or word.lower() in SUSPENDS for word in following[1:3])


def _jammed(text: str, row: Tongue) -> Iterator[Slip]:
    """``inLisbon``: a small word and a name without a space."""
    for small, name in _capital_inside(text):
        word, rest = small.cut(text), name.cut(text)
        if word.lower() not in row.small or len(rest) < 3 or not rest[1:].islower():
            continue
        # A second capitalised word tells a place from a brand with a capital inside.
        safe = text[name.end : name.end + 1] == " " and text[name.end + 1 : name.end + 2].isupper()
        what = "no space between two words"
        yield Slip(Span(small.start, name.end), Span(small.end, small.end), " ", what, safe)


def _capital_inside(text: str) -> Iterator[tuple[Span, Span]]:
    """Words that go on with a capital after small letters: both halves."""
    for match in _RUN.finditer(text):
        word = match.group()
        if word.islower() or word[1:].islower():
            continue
        cut = next((i for i in range(1, len(word)) if word[i].isupper()), 0)
        if cut > 1 and word[:cut][1:].islower():
            start = match.start()
            yield Span(start, start + cut), Span(start + cut, match.end())
