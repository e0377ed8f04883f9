"""A published photograph carries a credit line.

Suppliers license on that condition, and readers may ask who saw what they are shown. A line
that is only a label (``Photo:``) names nobody. One credit said for all (``All photographs:
Ana Silva``) is a known convention and counts for every photograph.

Asks::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire.

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none. A machine must not guess who made a picture.
Source: IPTC Photo Metadata Standard, Credit Line (``photoshop:Credit``).
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.blanket import blanket
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("CRD001", "credit-missing", Severity.ERROR, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask for a credit line where neither the story nor the photograph has one."""
    if any(blanket(words.text) for words in analysis.texts):
        return
    for frame in analysis.frames:
        if frame.credit_line.named or not frame.readable or _points(frame.credit.text):
            continue
        if frame.caption_credit is not None:
            continue  # printed, if in the wrong place: CRD005 asks
        place = frame.credit.place
        if frame.credit.text.strip():
            yield RULE.at(
                Analysis.whole(frame.credit),
                f"the credit line “{frame.credit.text.strip()}” names nobody",
                hint="write who made the photograph and who delivered it",
                text=frame.credit.text,
            )
        else:
            yield RULE.at(
                place,
                "no credit line",
                hint="write [Name/Agency] under the caption; if nobody knows, ask the supplier",
            )


def _points(text: str) -> bool:
    """True for a line of points and dashes, which holds the place of a name: CRD007 asks."""
    return bool(text.strip()) and not text.strip(" .?-–—…")
