"""A published photograph carries a credit line.

Suppliers license on that condition, and readers may ask who saw what they are shown. A line
that is only a label (``Photo:``) names nobody, and of a name that was cut at the limit of its
field only half is left. One credit said for all (``All photographs:
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

from cutline.check.analysis import Analysis, Frame
from cutline.check.blanket import said_for_all
from cutline.check.rule import Rule
from cutline.model import Finding, Photograph, Severity

RULE = Rule("CRD001", "credit-missing", Severity.ERROR, since="0.1")

_CUT = {
    "value-truncated:creditLine": "Credit Line",
    "value-truncated:creatorNames": "Creator",
}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask for a credit line where neither the story nor the photograph has one."""
    if analysis.of(said_for_all):
        return
    for frame in analysis.frames:
        if frame.credit_line.named or not frame.readable or _points(frame.credit.text):
            continue
        cut = _cut_short(frame)
        if frame.caption_credit is not None and not cut:
            continue  # printed, if in the wrong place: CRD005 asks
        place = frame.credit.place
        if frame.credit.text.strip():
            yield RULE.at(
                Analysis.whole(frame.credit),
                f"the credit line “{frame.credit.text.strip()}” names nobody",
                hint="write who made the photograph and who delivered it",
                text=frame.credit.text,
            )
        elif cut:
            yield RULE.at(
                place,
                f"no credit line: the file’s {cut} was cut at the limit of its field",
                hint="ask the supplier for the whole name: half a name is nobody’s",
            )
        else:
            yield RULE.at(
                place,
                "no credit line",
                hint="write [Name/Agency] under the caption; if nobody knows, ask the supplier",
            )


def _cut_short(frame: Frame) -> str:
    """Which field of the file names somebody by half (IIM: 32 bytes); empty for none."""
    photograph = frame.shot.photograph
    if not isinstance(photograph, Photograph):
        return ""
    found = (_CUT.get(problem) for problem in photograph.problems)
    return next((field for field in found if field), "")


def _points(text: str) -> bool:
    """True for a line of points and dashes, which holds the place of a name: CRD007 asks."""
    return bool(text.strip()) and not text.strip(" .?-–—…")
