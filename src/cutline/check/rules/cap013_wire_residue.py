"""A caption carries no words that the wire wrote for desks.

TOPSHOT, TPX IMAGES OF THE DAY, ATTENTION EDITORS, FILE PHOTO:, a dateline in capitals, terms of use
(“this photograph may not be manipulated”): a reader cannot do anything with them. ``FILE -`` at the
beginning and “A view shows” are habits of wires that many print: they are only mentioned.

Asks::

    ![Six firefighters sit on a kerb](fire.jpg)
    TOPSHOT - Crews rest after the fire in the old port. [Ana Silva/AFP]

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in the old port. [Ana Silva/AFP]

Fix: safe for TOPSHOT and TPX IMAGES OF THE DAY; offered for “A view shows”; none where the
words say something that a reader should learn otherwise (FILE PHOTO, a dateline, terms).
Source: captioning guides of the agencies.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.rule import Rule
from cutline.check.wire_words import Residue, residues
from cutline.model import Edit, Finding, Fix, Place, Severity, Span

RULE = Rule("CAP013", "wire-residue", Severity.WARNING, since="0.1")

_SAID = {
    "token": ("a mark that wires set for desks", "take it out"),
    "note": ("a note of the wire to desks", "take it out, and do what it asks"),
    "terms": ("terms of use, for desks and not for readers", "keep to it, and take it out"),
    "file": ("the wire’s label of an old photograph", "say in the caption when it was taken"),
    "dash": ("the wire’s label of an old photograph", "say in the caption when it was taken"),
    "dateline": ("a dateline of the wire", "say where and when in a sentence"),
    "shows": ("a wire’s way to begin", "begin with what is seen"),
}
_HABITS = frozenset(("dash", "shows"))


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for tokens, notes and habits of wires in captions and alt texts."""
    for frame in analysis.frames:
        for words in (frame.alt, frame.caption):
            for residue in residues(words.text):
                if not words.coded(residue.span):
                    yield _finding(words, residue)


def _finding(words: Words, residue: Residue) -> Finding:
    said = residue.span.cut(words.text)
    shown = said.strip()
    cause, hint = _SAID[residue.kind]
    where = words.origin or (" in the alt text" if words.place.field == "alt" else "")
    return RULE.at(
        Place(words.place.photo, words.place.field, _stripped(residue.span, said)),
        f"“{shown}”{where} is {cause}",
        hint=hint,
        text=shown,
        fix=_fix(words, residue) if words.mendable else None,
        severity=Severity.INFO if residue.kind in _HABITS else None,
    )


def _stripped(span: Span, said: str) -> Span:
    return Span(span.start + len(said) - len(said.lstrip()), span.start + len(said.rstrip()))


def _fix(words: Words, residue: Residue) -> Fix | None:
    """Out with a token; an opening goes and the next word takes its capital."""
    photo, field, span = words.place.photo, words.place.field, residue.span
    rest = words.text[span.end :]
    if residue.kind == "token" and (rest.strip() or span.start):
        start = span.start
        if not rest.strip():
            start = len(words.text[:start].rstrip())
        return Fix(True, (Edit(Place(photo, field, Span(start, span.end)), ""),))
    if residue.kind == "shows" and rest:
        whole = Span(span.start, span.end + 1)
        return Fix(False, (Edit(Place(photo, field, whole), rest[0].upper()),))
    return None
