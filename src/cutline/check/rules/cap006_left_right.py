"""Left, right and the number of people in a caption can be true together.

Two people cannot both stand left; a list that begins “from left” has more than one name;
nobody stands third of two; the four signatories have four names. One “left” for one of two
people is enough, and is not asked about. Positions are read in the languages of the wires.

Asks::

    ![Two women shake hands](hands.jpg)
    Minister Ana Silva, right, greets Mayor Rosa Lima, right, in Porto. [Rui Melo/AP]

Passes::

    ![Two women shake hands](hands.jpg)
    Minister Ana Silva, right, greets Mayor Rosa Lima in Porto. [Rui Melo/AP]

Fix: none. Only who knows the faces can say which word is wrong.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.lineup_faults import Fault, lineup_faults
from cutline.check.rule import Rule
from cutline.check.side_faults import side_faults
from cutline.check.told import LONGEST
from cutline.model import Finding, Place, Severity

RULE = Rule("CAP006", "left-right", Severity.ERROR, since="0.1")

_HINT = "look at the photograph and name who stands where"


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask about positions and numbers of people that contradict each other."""
    language = analysis.language.partition("-")[0].lower()
    for frame in analysis.frames:
        text = frame.caption.text[:LONGEST]
        for fault in (*side_faults(text, language), *lineup_faults(text, language)):
            yield _finding(frame, fault)


def _finding(frame: Frame, fault: Fault) -> Finding:
    words = frame.caption
    place = Place(words.place.photo, words.place.field, fault.span)
    return RULE.at(place, fault.message + words.origin, hint=_HINT, text=fault.span.cut(words.text))
