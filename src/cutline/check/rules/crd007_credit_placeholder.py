"""A credit line names somebody; a placeholder does not.

``Name``, ``Supplied``, an e-mail address or “taken from picture library” was put in to be
replaced, or hides that nobody knows whose picture it is: then nobody knows whether it may be
shown. Private pictures marked as such (``privat``, ``zVg``) name their owner by custom.

Asks::

    ![A woman at a desk](desk.jpg)
    She has run the shop since March. [Supplied]

Passes::

    ![A woman at a desk](desk.jpg)
    She has run the shop since March. [Supplied by Ana Silva]

Fix: none. A machine must not guess who made a picture.
Source: IPTC Photo Metadata Standard, Credit Line.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.credits import Credited, credits
from cutline.check.rule import Rule
from cutline.credit import fold
from cutline.model import Finding, Severity

RULE = Rule("CRD007", "credit-placeholder", Severity.WARNING, since="0.1")

_CUSTOM = frozenset(
    "privat privatfoto privatbild privates foto privatarchiv zvg prive privefoto private"
    " particular yksityinen einkasafn".split()
)
_POINTS = " .?-–—…"
_NOBODY = frozenset({"supplied", "uncredited", "courtesy"})


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find credit lines that hold the place of a name."""
    for credited in analysis.of(credits):
        why = _why(credited)
        if why:
            text = credited.frame.credit.text
            message = f"the credit line “{text.strip()}” {why}{credited.frame.credit.origin}"
            hint = "find out who made the photograph and who let you have it"
            yield RULE.at(credited.place(), message, hint=hint, text=text)


def _why(credited: Credited) -> str:
    line = credited.line
    if "email" in line.issues and not line.creators and len(line.chain) < 2:
        return "is an address, not a name"
    if line.creators or line.chain:
        return ""
    if not any(map(str.isalnum, line.line)):
        return "names nobody" if line.line.strip() and not line.line.strip(_POINTS) else ""
    if "placeholder" in line.issues:
        return "is a placeholder" if credited.frame.credit_line.named else ""
    said = {part.text for part in credited.of("mark")}
    by_custom = not _CUSTOM.isdisjoint(fold(line.line).split())
    return "names nobody" if said and said <= _NOBODY and not by_custom else ""
