"""One space parts two words.

Two show as a gap in print and as a hole in a headline; a space beside a no-break space is the
same slip. The no-break space that French sets before ``: ; ! ?`` and inside « » stays, and so
do spaces in words set as code.

Asks::

    ![A lit panel in a shop window](shop.jpg)
    The jackpot has  grown for three weeks. [Ana Silva/AP]

Passes::

    ![A lit panel in a shop window](shop.jpg)
    The jackpot has grown for three weeks. [Ana Silva/AP]

Fix: safe. One space is left; where the language sets a no-break space, that one.
Source: the trade; for French, Imprimerie nationale, *Lexique des règles typographiques*.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.invisible import strays
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("TXT003", "double-space", Severity.WARNING, since="0.1")

_RUN = regex(r"[ \t\u00a0\u202f\u2002-\u200a]{2,}")
_KEEPS_BEFORE = ":;!?»%€"
_KEEPS_AFTER = "«"


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find runs of spaces between two words of one line."""
    for words in analysis.texts:
        runs = [m for m in _RUN.finditer(words.text) if _inside_a_line(words.text, m)]
        if not runs:
            continue
        mended = [stray.edit for stray in strays(words.text, analysis.language)]
        for run in runs:
            span = Span(run.start(), run.end())
            near = bisect_right(mended, span.start, key=lambda edit: edit.end)
            if words.coded(span) or (near < len(mended) and mended[near].start < span.end):
                continue
            yield _finding(words, span)


def _inside_a_line(text: str, run: re.Match[str]) -> bool:
    before, after = text[: run.start()][-1:], text[run.end() : run.end() + 1]
    return bool(before and after) and before not in "\r\n" and after not in "\r\n"


def _finding(words: Words, span: Span) -> Finding:
    place = Place(words.place.photo, words.place.field, span)
    run = span.cut(words.text)
    fix = Fix(True, (Edit(place, _one(words.text, span)),)) if words.mendable else None
    message = f"more than one space between two words{words.origin}"
    return RULE.at(place, message, hint="leave one", text=run, fix=fix)


def _one(text: str, span: Span) -> str:
    """The one space to keep: a no-break space where punctuation asks for it."""
    fixed = [c for c in span.cut(text) if c in "\u00a0\u202f"]
    asked = text[span.end] in _KEEPS_BEFORE or text[span.start - 1] in _KEEPS_AFTER
    return fixed[-1] if fixed and asked else " "
