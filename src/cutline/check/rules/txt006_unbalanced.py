"""Every bracket and every quotation mark has its other half.

Where one is missing, nobody knows where the quotation or the aside ends. Lists (``a)``,
``2)``), feet and inches, apostrophes, emoticons, quotations that run over several paragraphs
and the marks of other languages are understood.

Asks::

    ![A map on a wall](map.jpg)
    Rescuers study the valley (see map, before they set out. [Ana Silva/AP]

Passes::

    ![A map on a wall](map.jpg)
    Rescuers (and a guide) study: a) the ridge, b) the 6' 2" gap. [Ana Silva/AP]

Fix: offered where a credit line only lacks its last bracket; elsewhere none, because where
the other half belongs is the writer's to say.
Source: the trade.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from cutline.check.analysis import Analysis, Words
from cutline.check.brackets import lone_brackets
from cutline.check.quotes import DOUBLE, quoted
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity, Span

RULE = Rule("TXT006", "unbalanced", Severity.WARNING, since="0.1")

_SIGNS = frozenset("()[]（）［］‘‚" + DOUBLE)
_OPENERS = "“„«‘\"'"
_CLOSING = {"(": ")", "[": "]", "（": "）", "［": "］"}
_MOST = 5
"""More lone marks than these in one text are no slips but another notation."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Pair the brackets and quotation marks of every text."""
    texts = analysis.texts
    for words, following in zip_longest(texts, texts[1:]):
        if _SIGNS.isdisjoint(words.text):
            continue
        lone = sorted({*lone_brackets(words.text), *_lone_quotes(words, following)})
        found = [at for at in lone if not words.coded(Span(at, at + 1))]
        if len(found) > _MOST:
            continue
        for at in found:
            yield _finding(words, at, found)


def _lone_quotes(words: Words, following: Words | None) -> Iterator[int]:
    runs_on = _is_body(words) and following is not None and _is_body(following)
    continued = runs_on and following is not None and following.text[:1] in _OPENERS
    for mark in quoted(words.text).lone:
        if not (continued and mark.side == "open"):
            yield mark.at


def _is_body(words: Words) -> bool:
    return words.place.field.startswith("body[")


def _finding(words: Words, at: int, found: Sequence[int]) -> Finding:
    place, text = words.place, words.text
    sign = text[at]
    span = Span(at, at + 1)
    what = "bracket" if sign in "()[]（）［］" else "quotation mark"
    message = f"the {what} “{sign}”{words.origin} has no partner"
    if sign in '“”„‟‘"':
        message = f"the quotation mark {sign}{words.origin} has no partner"
    fix = None
    if place.field == "credit" and sign in _CLOSING and list(found) == [at] and words.mendable:
        end = len(text.rstrip())
        edit = Edit(Place(place.photo, place.field, Span(end, end)), _CLOSING[sign])
        fix = Fix(False, (edit,))
    hint = "put the other half in, or take this one out"
    return RULE.at(Place(place.photo, place.field, span), message, hint=hint, text=sign, fix=fix)
