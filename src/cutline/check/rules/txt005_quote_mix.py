"""One text has quotation marks of one kind: straight or curly.

A mark from another keyboard shows at once, most where it opens a quotation that the other kind
closes. Apostrophes do not count, nor do feet and inches, nor straight marks inside «guillemets».
Which kind is right is the desk's style (``quotes``); where it says nothing, that of the rest of
the story.

Asks::

    ![A lit stage](stage.jpg)
    The mayor opened the “night of lights" at dusk. [Ana Silva/AP]

Passes::

    ![A lit stage](stage.jpg)
    The mayor's “night of lights” began at dusk, 6' 2" above the crowd. [Ana Silva/AP]

Fix: safe. The marks are set in the kind that the story has elsewhere; no word is touched.
Source: the trade; Unicode Standard, chapter 6.2 (quotation marks).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cutline.check.analysis import Analysis, Words
from cutline.check.quotes import DOUBLE, SINGLE, Kind, Mark, Quoted, quoted
from cutline.check.rule import Rule
from cutline.check.typography import curled, quote_style
from cutline.model import Edit, Finding, Fix, Place, Severity, Span

RULE = Rule("TXT005", "quote-mix", Severity.WARNING, "0.1", frozenset({"TXT006"}))

_KINDS = (('"', "“”„‟«»"), ("'", "‘’"), ("“", "«»"), ("”", "«»"), ("„", "«»"))
"""Marks that are mixed where a text has the first and any of the others."""
_LONGEST = 160
"""Letters between two single marks that are still read as a pair."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at every text that has marks of both kinds."""
    for words in analysis.texts:
        if not any(_both(words.text, *kinds) for kinds in _KINDS):
            continue
        found = quoted(words.text)
        for mixed in (_mixed_doubles(found), _mixed_singles(words.text, found)):
            marks = [mark for mark in mixed if not words.coded(Span(mark.at, mark.at + 1))]
            if len({mark.kind for mark in marks}) > 1:
                yield _finding(analysis, words, marks)


def _both(text: str, straight: str, curly: str) -> bool:
    return straight in text and any(sign in text for sign in curly)


def _mixed_doubles(found: Quoted) -> list[Mark]:
    """Straight and curly double marks of a text: mixed wherever both are there.

    Guillemets may hold quotations of another kind; they are mixed where a pair has one of each.
    """
    plain = [m for m in found.marks() if m.sign in DOUBLE and m.kind != "guillemets"]
    if len({mark.kind for mark in plain}) > 1:
        return plain
    halves = (pair for pair in found.pairs if pair[0].sign in DOUBLE)
    mixed = (pair for pair in halves if (pair[0].kind, pair[1].kind).count("guillemets") == 1)
    return list(next(mixed, ()))


def _mixed_singles(text: str, found: Quoted) -> list[Mark]:
    """Pairs that open in one kind and close in the other.

    A mark after an s may be an apostrophe; if a mark of the opening's own kind follows that
    could close it too, the pair is whole.
    """
    mixed: list[Mark] = []
    for first, last in found.pairs:
        near = last.at - first.at <= _LONGEST
        if first.sign in SINGLE and near and first.kind != last.kind:
            partner = {"‘": "’", "'": "'", "‚": "‘"}.get(first.sign, "")
            if not _closes_later(text, last.at + 1, partner):
                mixed += [first, last]
    return mixed


def _closes_later(text: str, start: int, sign: str) -> bool:
    at = text.find(sign, start, start + _LONGEST)
    while at >= 0:
        if not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum():
            return True
        at = text.find(sign, at + 1, start + _LONGEST)
    return False


def _finding(analysis: Analysis, words: Words, marks: Sequence[Mark]) -> Finding:
    place = words.place
    first, last = _where(marks)
    span = Span(first, last + 1)
    kind = quote_style(analysis) or marks[0].kind
    fix = None
    if words.mendable:
        edits = tuple(_edits(place, marks, kind, analysis.language))
        fix = Fix(True, edits) if edits else None
    message = f"straight and curly quotation marks are mixed in one text{words.origin}"
    return RULE.at(
        Place(place.photo, place.field, span),
        message,
        hint=f"set them all {kind}, as the rest of the story is"
        if quote_style(analysis)
        else "set them all in one kind",
        text=span.cut(words.text),
        fix=fix,
    )


def _where(marks: Sequence[Mark]) -> tuple[int, int]:
    """From the mark before the first change of kind to the mark after it."""
    for one, other in pairwise(marks):
        if one.kind != other.kind:
            return one.at, other.at
    return marks[0].at, marks[-1].at


def _edits(place: Place, marks: Sequence[Mark], kind: Kind, language: str) -> Iterator[Edit]:
    low = any(mark.sign in "„‚" for mark in marks)
    for mark in marks:
        if mark.kind == kind:
            continue
        sign = curled(mark, language, low=low) if kind == "curly" else "'" if mark.single else '"'
        yield Edit(Place(place.photo, place.field, Span(mark.at, mark.at + 1)), sign)
