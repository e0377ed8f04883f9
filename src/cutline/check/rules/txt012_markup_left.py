"""No mark-up and no broken letters are left in the words.

``&nbsp;``, ``<em>``, ``[caption]`` and ``Ã©`` come from another system's export and are printed,
searched and read out as they stand. Words set as code, lone ``<`` and ``&`` signs, names such as
AT&T and comparisons are let pass.

Asks::

    ![A cafÃ© on a square](cafe.jpg)
    Guests wait at noon. [Ana Silva/AP]

Passes::

    ![A café on a square](cafe.jpg)
    Guests of the R&D team wait, 3 < 5, at noon. [Ana Silva/AP]

Fix: safe. A reference becomes its character, a tag goes, broken letters are put together
again. A letter that is lost (�) cannot be mended.
Source: HTML Standard, 13.5 (named character references); Unicode Standard, chapter 5.22.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.residue import Residue, residues
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("TXT012", "markup-left", Severity.ERROR, "0.1", frozenset({"TXT002", "TXT010"}))


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find references, tags, shortcodes and letters read in the wrong encoding."""
    for words in analysis.texts:
        for residue in residues(words.text):
            if not words.coded(residue.span):
                yield _finding(words, residue)


def _finding(words: Words, residue: Residue) -> Finding:
    place = words.place
    fix = None
    if words.mendable and residue.text is not None:
        edit = Edit(Place(place.photo, place.field, residue.span), residue.text)
        fix = Fix(residue.safe, (edit,))
    said = residue.span.cut(words.text)
    shown = said if len(said) <= 30 else f"{said[:29]}…"
    message = f"“{shown.strip()}”{words.origin} is {residue.what}"
    where = Place(place.photo, place.field, residue.span)
    return RULE.at(where, message, hint=residue.hint, text=said, fix=fix)
