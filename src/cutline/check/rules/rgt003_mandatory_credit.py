"""A credit that is mandatory is printed.

Where Instructions or Usage Terms demand a credit without naming it (``MANDATORY CREDIT``), the
one that is meant stands in the file: Credit Line, else Source. Each organisation and person
that it names must be in the printed line or in the caption. A demand that names the credit
itself is a term like others, and RGT002 asks about it.

Asks::

    ![A rocket rises from its pad](rocket.jpg)
    The launch went as planned. [Ana Silva]

    (rocket.jpg says instructions: MANDATORY CREDIT)

    (rocket.jpg says creditLine: Ana Silva/ESA)

Passes::

    ![A rocket rises from its pad](rocket.jpg)
    The launch went as planned. [Ana Silva/ESA]

    (rocket.jpg says instructions: MANDATORY CREDIT)

    (rocket.jpg says creditLine: Ana Silva/ESA)

Fix: offered. The file's own credit line.
Source: IPTC Photo Metadata Standard, Credit Line (``photoshop:Credit``) and Instructions.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.clearance import restricted
from cutline.check.demanded import is_printed
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Photograph, Severity

RULE = Rule(
    "RGT003",
    "mandatory-credit",
    Severity.BLOCKER,
    since="0.1",
    covers=frozenset({"CRD004", "CRD009", "CRD011"}),
)


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for the file's own credit wherever a credit is demanded."""
    for each in analysis.of(restricted):
        said = each.restriction
        if said.code != "mandatory_credit" or said.credit:
            continue
        demanded = _own(each.frame)
        if demanded and not is_printed(demanded, each.frame, analysis):
            yield _finding(each.frame, demanded, said.text)


def _own(frame: Frame) -> str:
    """The credit that the file itself carries."""
    photograph = frame.shot.photograph
    if not isinstance(photograph, Photograph):
        return ""
    metadata = photograph.metadata
    return metadata.text("creditLine").strip() or metadata.text("source").strip()


def _finding(frame: Frame, demanded: str, said: str) -> Finding:
    place = Analysis.whole(frame.credit)
    fix = Fix(False, (Edit(place, demanded),)) if frame.credit.mendable else None
    return RULE.at(
        place,
        f"“{said}”: the credit line does not say “{demanded}”",
        hint="print the credit that the supplier demands",
        text=frame.credit.text,
        fix=fix,
    )
