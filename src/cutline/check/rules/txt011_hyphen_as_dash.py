"""A dash between clauses is a dash, not a hyphen between spaces.

`` - `` is what a keyboard gives; print sets an en or em dash. Many desks do not mind, so it is
only mentioned, once for a text, and not at all where the desk's style (``dash``) is ``hyphen``.
Figures, names side by side, credit lines and what an agency sets before a caption
(``LISBON - ``, ``FILE - ``) are let pass.

Asks::

    ![A lighthouse in fog](light.jpg)
    The lighthouse - the oldest in the country - was lit again. [Ana Silva/AP]

Passes::

    ![A lighthouse in fog](light.jpg)
    The lighthouse – the oldest in the country – was lit in 1890 - 1891. [Ana Silva/AP]

Fix: offered. The story's own dash is put in, an en dash where it has none.
Source: the trade.
"""

import re
from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("TXT011", "hyphen-as-dash", Severity.INFO, since="0.1")

_DASH = regex(r"(?<=[^\W_])[”’\"')\],.]? (?P<sign>-{1,2}) [“‘\"'(\[]?(?P<next>[^\W\d_])")
_DATELINE = 60
_SIGNS = {"en": "–", "em": "—"}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Mention every text that sets hyphens for dashes."""
    asked = analysis.proof.house.style.dash
    if asked == "hyphen":
        return
    dash = _SIGNS.get(asked) or analysis.of(_usual_dash)
    for words in analysis.texts:
        if words.place.field == "credit" or " -" not in words.text:
            continue
        found = [Span(*m.span("sign")) for m in _DASH.finditer(words.text) if _parts(words.text, m)]
        found = [span for span in found if not words.coded(span)]
        if found:
            yield _finding(words, found, dash, whose="the desk’s" if asked else "the")


def _usual_dash(analysis: Analysis) -> str:
    """The dash that the story has between spaces; an en dash where it has none."""
    texts = [words.text for words in analysis.texts]
    em = sum(text.count("—") for text in texts)
    return "—" if em > sum(text.count(" – ") for text in texts) else "–"


def _parts(text: str, match: re.Match[str]) -> bool:
    """True before a clause; false between names and after an agency's dateline."""
    start = max(0, match.start() - _DATELINE)
    lead = text[start : match.start()].partition(",")[0]
    dateline = start == 0 and lead.isupper()
    return match["next"].islower() and not dateline


def _finding(words: Words, found: list[Span], dash: str, *, whose: str) -> Finding:
    place = words.place
    span = Span(found[0].start, found[-1].end)
    fix = None
    if words.mendable:
        edits = tuple(Edit(Place(place.photo, place.field, at), dash) for at in found)
        fix = Fix(False, edits)
    message = f"a hyphen between spaces{words.origin} stands for a dash"
    where = Place(place.photo, place.field, span)
    hint = f"set {whose} dash, {dash}"
    return RULE.at(where, message, hint=hint, text=span.cut(words.text), fix=fix)
