"""A credit line stands under the picture, not in the alt text.

Whoever listens hears the credit twice, or hears the credit of another picture: an alt text
that carries one was often pasted whole from a wire caption.

Asks::

    ![Firefighters sit on a kerb. [Ana Silva/AP]](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: safe. The credit is taken out of the alt text where a credit line is printed and
something is left to say; offered where it is not the credit that is printed, as it may prove that
the alt text belongs to another picture; otherwise none.
Source: WCAG 2.2, success criterion 1.1.1.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.credits import credits
from cutline.check.pasted import Pasted
from cutline.check.rule import Rule
from cutline.check.strays import strays
from cutline.credit import contradictions, fold, parse
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("ALT007", "alt-carries-credit", Severity.ERROR, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find a credit line at either end of every alt text."""
    proofs = {stray.number for stray in analysis.of(strays) if stray.credit}
    for credited in analysis.of(credits):
        frame, pasted = credited.frame, credited.frame.alt_credit
        if pasted is None:
            continue
        proves = frame.shot.number in proofs or contradictions(
            credited.line, parse(pasted.text, analysis.parties), analysis.parties
        )
        yield _finding(frame, pasted, safe=not proves)


def _finding(frame: Frame, pasted: Pasted, *, safe: bool) -> Finding:
    place = Place(frame.shot.number, "alt", pasted.span)
    printed = fold(frame.credit.text)
    other = bool(printed) and not set(fold(pasted.text).split()) <= set(printed.split())
    message = f"the alt text{frame.alt.origin} carries a credit, “{pasted.text}”"
    hint = "take the credit out of the alt text"
    if other:
        message += ", and not the one that is printed"
        hint += ", and look whether the alt text belongs to this picture"
    fix = None
    if frame.alt.mendable and printed and any(c.isalnum() for c in pasted.without):
        cut = Place(frame.shot.number, "alt", pasted.cut)
        fix = Fix(safe, (Edit(cut, ""),))
    return RULE.at(place, message, hint=hint, text=pasted.span.cut(frame.alt.text), fix=fix)
