"""Words that a wire writes for desks, not for readers."""

import re
from functools import cache
from typing import NamedTuple

from cutline.almanac import LANGUAGES
from cutline.model import Span
from cutline.model.regex import regex

_TOKENS = regex(
    r"(?:^\s*(?P<top>TOPSHOT)\s*(?:[-–—:]\s*|(?=[A-Z“\"]))"
    r"|(?P<tpx>\(?\bTPX IMAGES OF THE DAY\)?(?:\s*[-–—:.])?\s*))"
)
_NOTES = regex(
    r"\b(?:ATTENTION (?:VISUAL )?EDITORS|EDITORS['’]? NOTE|EDITORIAL USE ONLY|NO RESALES?|NO SALES"
    r"|NO ARCHIVES?|MANDATORY CREDIT|NOT FOR SALE|RESTRICTED TO EDITORIAL USE|VISUAL COVERAGE OF)\b"
)
_FILE = regex(r"^\s*(?:FILE (?:PHOTO|PICTURE|IMAGE)\s*[:–—-]|\(FILES?\))\s*")
_FILE_DASH = regex(r"^\s*FILE\s*[-–—]+\s*(?=\S)")
_SHOWS = regex(
    r"^\s*(?:A|An) (?:(?:general|aerial|drone|overhead|combination) )?"
    r"(?:view|picture|photo|photograph|image) shows\s+(?=\S)"
)
_TERMS = regex(
    r"(?i)\b(?:photo(?:graph)?|picture|image|material)s? (?:"
    r"(?:is|are) (?:being )?(?:made available|provided|supplied|released|distributed)"
    r" (?:only|solely|exclusively)\b"
    r"|(?:may|must|can) ?not be (?:manipulated|altered|modified|resold|archived|redistributed"
    r"|disseminated|used (?:in|for) (?:commercial|advert\w+|any|political)"
    r"|(?:used|reproduced|published|broadcast|copied) (?:\w+ ){0,4}without)\b)"
)
"""How a house says what may be done with its picture; a ban in the news has no such sequel."""
_OF_TERMS = ("not be ", " only", " solely", " exclusively")

_CAPITALS = regex(r"\s*[A-Z][A-Z.'’ -]{2}")
"""As a dateline begins, which takes long to compile."""
_LONGEST = 90


class Residue(NamedTuple):
    """Words left over from the wire.

    Attributes:
        span: The words.
        kind: ``token``, ``note``, ``terms``, ``file``, ``dateline`` or ``shows``.
    """

    span: Span
    kind: str


def residues(text: str) -> tuple[Residue, ...]:
    """Words of the wire in a caption or an alt text, in order."""
    found: list[Residue] = []
    if "TOPSHOT" in text or "TPX" in text:
        found += [Residue(Span(*m.span()), "token") for m in _TOKENS.finditer(text)]
    found += [Residue(Span(*m.span()), "note") for m in _NOTES.finditer(text)]
    if any(sign in text for sign in _OF_TERMS) and (terms := _TERMS.search(text)):
        found.append(Residue(Span(*terms.span()), "terms"))
    opening = found[0].span.end if found and found[0].span.start == 0 else 0
    head = text[opening : opening + _LONGEST]
    for pattern, kind in ((_FILE, "file"), (_FILE_DASH, "dash"), (_SHOWS, "shows")):
        match = pattern.match(head)
        if match:
            found.append(Residue(Span(opening + match.start(), opening + match.end()), kind))
    match = _dateline().match(head) if _CAPITALS.match(head) else None
    if match:
        found.append(Residue(Span(opening, opening + match.end()), "dateline"))
    return tuple(sorted(found, key=lambda one: one.span))


@cache
def _dateline() -> re.Pattern[str]:
    """``LAS VEGAS, NV - FEBRUARY 11:``, ``BEIJING, Feb. 11 (Xinhua) --``."""
    forms = "|".join(LANGUAGES["en"].months.replace(" ", "|").split("|"))
    place = r"\s*[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][A-Za-z.’' ]{1,30})?"
    return re.compile(
        rf"{place}\s*[-–—]\s*(?i:{forms})\.? \d\d?(?:, \d{{4}})?\s*:"
        rf"|{place}, (?i:{forms})\.? \d\d?(?:, \d{{4}})? \((?:Xinhua|AP|Reuters|AFP)\)\s*[-–—]+"
    )
