"""A text holds no characters that nobody sees, except where a script or an emoji needs them.

A zero-width space hides a word from search, an override turns a line round, a byte order mark
breaks a link. Persian words, emoji families, Thai line breaks and direction marks in Arabic
and Hebrew keep theirs, and so do words set as code. Soft hyphens inside words come from
publishing systems; they are only mentioned, and taken out.

Asks::

    ![A lit panel in a shop window](shop.jpg)
    The jackpot has grown for three week⟨U+200B⟩s. [Ana Silva/AP]

Passes::

    ![A lit panel in a shop window](shop.jpg)
    The word می⟨U+200C⟩خواهم and a family 👨⟨U+200D⟩👩⟨U+200D⟩👧 on a poster. [Ana Silva/AP]

Fix: safe. The character is removed; a line or page break becomes a space. Offered for control
characters, which may stand for a lost letter.
Source: Unicode Standard, chapter 23; Unicode Technical Standard 51 (emoji).
"""

import unicodedata
from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.invisible import Stray, strays
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("TXT002", "invisible-char", Severity.ERROR, since="0.1")

_HYPHENATING = frozenset("de nl sv da nb no nn fi hu et is".split())
_SYSTEMATIC = 3
_CONTROL_NAMES = {"\u000b": "LINE TABULATION", "\u000c": "FORM FEED", "\u0085": "NEXT LINE"}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Name every invisible character that has no work to do where it stands."""
    found = [
        (words, stray)
        for words in analysis.texts
        if not words.text.isascii() or not words.text.isprintable()
        for stray in strays(words.text, analysis.language)
        if not words.coded(stray.edit)
    ]
    hyphens = sum(stray.hyphenation for _, stray in found)
    primary = analysis.language.split("-", maxsplit=1)[0].lower()
    set_by_machine = primary in _HYPHENATING or hyphens >= _SYSTEMATIC
    for words, stray in found:
        yield _finding(words, stray, light=stray.hyphenation and set_by_machine)


def _finding(words: Words, stray: Stray, *, light: bool) -> Finding:
    place = words.place
    names = ", ".join(map(_name, stray.characters))
    message = f"a character nobody sees{words.origin}: {names}"
    fix = None
    if words.mendable:
        safe = all(unicodedata.category(c) != "Cc" or c in _CONTROL_NAMES for c in stray.characters)
        fix = Fix(safe, (Edit(Place(place.photo, place.field, stray.edit), stray.text),))
    return RULE.at(
        Place(place.photo, place.field, stray.span),
        message,
        hint="take it out",
        text=stray.span.cut(words.text),
        fix=fix,
        severity=Severity.INFO if light else None,
    )


def _name(character: str) -> str:
    name = unicodedata.name(character, _CONTROL_NAMES.get(character, "control character"))
    return f"{name}, U+{ord(character):04X}"
