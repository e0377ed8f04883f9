"""A credit stands in its own line, not at the end of the caption as well.

It is printed twice, and readers of the caption's text alone (feeds, search engines, other
papers) take it for words of the story. Wire captions end in one by habit, and it comes in with
them. One credit said for all photographs (``All photographs: Ana Silva``) is a known convention.

Asks::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. Photograph: Ana Silva/AP [Ana Silva/AP]

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: safe where the credit line names the same parties and a whole caption is left; offered where
it names others; where there is no credit line, offered: the credit is moved there.
Source: the IPTC Photo Metadata User Guide keeps Description and Credit Line apart.
"""

import re
from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.blanket import blanket
from cutline.check.credits import Credited, credits
from cutline.check.pasted import Pasted
from cutline.check.rule import Rule
from cutline.credit import Credit, compare, parse
from cutline.model import Edit, Finding, Fix, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("CRD005", "credit-in-caption", Severity.WARNING, "0.1", frozenset({"CAP002"}))

_OPEN = regex(
    r"(?:[/|,:&+\u00b7\u2022\u2013\u2014-]|\b(?:by|via|for|par|por|von|av|af|door|di|de))\s{0,9}\Z",
    re.IGNORECASE,
)
"""A caption that would end in half a credit: there is more to be taken out than was found."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find a credit at the end of every caption."""
    for credited in analysis.of(credits):
        pasted = credited.frame.caption_credit
        if pasted is not None and not blanket(credited.frame.caption.text):
            yield _finding(credited, pasted, parse(pasted.text, analysis.parties))


def _finding(credited: Credited, pasted: Pasted, read: Credit) -> Finding:
    caption, number = credited.frame.caption, credited.frame.shot.number
    span, cut = _with_creator(credited, pasted, caption.text)
    message = f"the caption{caption.origin} ends in a credit"
    hint = "a credit has a line of its own: take it out of the caption"
    edit = Edit(Place(number, "caption", cut), "")
    words_left = any(map(str.isalnum, caption.text[: cut.start]))
    if not words_left:
        message = f"the caption{caption.origin} is nothing but a credit"
    whole = words_left and not _OPEN.search(caption.text, max(0, cut.start - 20), cut.start)
    fix = Fix(_same(credited.line, read) and whole, (edit,))
    if not credited.line.line.strip():
        message += " and there is no credit line"
        hint = "put it into the credit line: in square brackets after the caption"
        words = span.cut(caption.text).strip("()[] ")
        fix = Fix(
            False, (edit, Edit(Place(number, "credit", Span(0, len(credited.line.line))), words))
        )
    elif not _same(credited.line, read):
        message += ", and it is not the one that is printed"
        hint = "find out which of the two is right, and take it out of the caption"
    return RULE.at(
        Place(number, "caption", span),
        message,
        hint=hint,
        text=span.cut(caption.text),
        fix=fix if caption.mendable else None,
    )


def _with_creator(credited: Credited, pasted: Pasted, caption: str) -> tuple[Span, Span]:
    """The credit, and what to cut: ``… Madrid. Ana Silva (EFE)`` names the creator before it."""
    before = caption[: pasted.span.start].rstrip()
    for name in credited.line.creators:
        if name and before.casefold().endswith(name.casefold()):
            start = len(before) - len(name)
            kept = len(caption[:start].rstrip(" \t\n\u00a0|–—-"))
            return Span(start, pasted.span.end), Span(kept, pasted.cut.end)
    return pasted.span, pasted.cut


def _same(line: Credit, pasted: Credit) -> bool:
    """True if nothing is lost when the caption's credit goes: each party and flag stays."""
    gone = [each for each in compare(pasted, line) if each.kind != "added"]
    return not gone and set(pasted.flags) <= {*line.flags, "via", "copyright"}
