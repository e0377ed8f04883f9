"""A pool picture, a handout or a file picture is said to be one.

Who reads the page must know that a picture was handed out by those it shows, or was taken on
another day. The file says so in By-line or Credit, and neither credit nor caption does.

Asks::

    ![A rocket rises from its pad](rocket.jpg)
    The launch went as planned. [Ana Silva/Reuters]

    (rocket.jpg says creditLine: Pool via Reuters)

Passes::

    ![A rocket rises from its pad](rocket.jpg)
    The launch went as planned. [Ana Silva/Pool via Reuters]

    (rocket.jpg says creditLine: Pool via Reuters)

Fix: offered. The mark is put behind the line.
Source: the agencies' terms for handouts and pool pictures; IPTC Photo Metadata Standard,
Credit Line.
"""

import re
from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.credits import Credited, credits
from cutline.check.rule import Rule
from cutline.model import Finding, Severity, Span
from cutline.model.regex import regex

RULE = Rule("CRD009", "flag-lost", Severity.WARNING, since="0.1")

_WORDS = {"pool": "Pool", "handout": "Handout", "file": "File"}
_SAID_BY = {
    "pool": ("pool",),
    "handout": ("handout", "courtesy", "supplied", "screenshot", "social"),
    "file": ("file",),
}
_CAPTION = {
    "pool": regex(r"\bpool\b", re.IGNORECASE),
    "handout": regex(
        r"\b(?:hand-?out|hand(?:ed)? out|released|provided|supplied|courtesy|obtained|screen ?grab"
        r"|cedida|facilitada|fournie|transmise|verfügung gestellt|freigegeben|раздач|divulga)",
        re.IGNORECASE,
    ),
    "file": regex(
        r"\b(?:files?|archiv\w*|arquivo|arkiv\w*|архив\w*|(?:19|20)\d\d)\b|أرشيف", re.IGNORECASE
    ),
}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the marks of each file with those of line and caption."""
    for credited in analysis.of(credits):
        if credited.file is None or not credited.named:
            continue
        for flag in credited.file.flags:
            if flag in _WORDS and not _said(credited, flag):
                yield _finding(credited, _WORDS[flag])


def _said(credited: Credited, flag: str) -> bool:
    if not set(_SAID_BY[flag]).isdisjoint(credited.line.flags):
        return True
    return _CAPTION[flag].search(credited.frame.caption.text[:4000]) is not None


def _finding(credited: Credited, word: str) -> Finding:
    line = credited.line.line
    last = max(part.span.end for part in credited.line.parts)
    return RULE.at(
        credited.place(),
        f"the file says “{word}”; neither the credit line nor the caption does",
        hint="say it: readers must know how the picture came",
        text=line,
        fix=credited.offered([(Span(last, last), f"/{word}")]),
    )
