"""A credit line names each party once.

The same person or agency twice is what is left when two fields are pasted together, and the
second mention is often cut short.

Asks::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [APA/Georg Hochmut/Georg Hochmuth]

Passes::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [APA/Georg Hochmuth]

Fix: offered. The shorter mention is taken out.
Source: IPTC Photo Metadata Standard, Credit Line.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.credits import Credited, credits, cut_out, named_twice
from cutline.check.rule import Rule
from cutline.credit import CreditPart, fold, same_name, same_person, spelt_otherwise
from cutline.model import Finding, Severity, Span
from cutline.model.regex import regex

RULE = Rule("CRD008", "credit-party-twice", Severity.WARNING, since="0.1")

_MADE_FOR = regex(r"([^/]+)/\1")
"""``Ana Silva - FIBA/FIBA via Getty Images``: made for a body that Getty delivers for as well."""
_LONGEST = 12
"""Parts; a longer line is no credit."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for one name in two places of a line."""
    for credited in analysis.of(credits):
        line = credited.line
        if "multi" in line.flags or ";" in line.line or len(line.parts) > _LONGEST:
            continue
        found = _twice(credited)
        if found is not None:
            yield _finding(credited, *found)


def _twice(credited: Credited) -> tuple[CreditPart, CreditPart] | None:
    for one, other in named_twice(credited, "creator"):
        if one.text.count(" ") and _one_person(one.text, other.text):
            return one, other
    for one, other in named_twice(credited, "organisation"):
        made_for = _MADE_FOR.fullmatch(credited.line.line, one.span.start, other.span.end)
        led = credited.line.line[: one.span.start].endswith(" - ") and "via" in credited.line.flags
        if _one_body(one, other) and len(credited.line.creators) < 2 and not (led and made_for):
            return one, other
    return None


def _one_person(one: str, other: str) -> bool:
    return same_name(one, other) or same_person(one, other) or spelt_otherwise(one, other)


def _one_body(one: CreditPart, other: CreditPart) -> bool:
    """True for one name in one form: ``Reuters/Reuters TV`` are two desks of a house."""
    return one.name == other.name and fold(one.text) == fold(other.text)


def _finding(credited: Credited, one: CreditPart, other: CreditPart) -> Finding:
    shorter = one if len(one.text) < len(other.text) else other
    span = Span(one.span.start, other.span.end)
    same = "" if one.text == other.text else f", the second time as “{other.text}”"
    return RULE.at(
        credited.place(span),
        f"“{one.text}” is named twice in the credit line{same}{credited.frame.credit.origin}",
        hint="name each party once",
        text=span.cut(credited.line.line),
        fix=credited.offered([(cut_out(credited.line, shorter), "")]),
    )
