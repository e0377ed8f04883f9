"""The printed credit agrees with the photograph's own By-line, Credit and Source.

One of the two is wrong: the line was copied from another picture, or the picture was changed
and the line was not. A credit that got into the alt text counts as well. Leaving a party out
is no disagreement, nor are capitals, accents, initials, ``Silva, Ana``, a mark such as STR in
place of a name, or ``AFP`` for a picture that Getty Images delivers for AFP. Where the line or
the file can be read in two ways, nothing is asked.

Asks::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    (fire.jpg says creditLine: Reuters)

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AFP]

    (fire.jpg says creditLine: AFP via Getty Images)

Fix: offered. The party as the file names it; somebody must look which of the two is right.
Source: IPTC Photo Metadata Standard, Creator, Credit Line and Source.
"""

from collections.abc import Iterator, Sequence

from cutline.check.analysis import Analysis
from cutline.check.credits import Credited, credits
from cutline.check.rule import Rule
from cutline.credit import Contradiction, Credit, contradictions, parse
from cutline.model import Finding, Severity, Span

RULE = Rule("CRD004", "credit-mismatch", Severity.ERROR, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare each credit line with its file, and with a credit in the alt text."""
    for credited in analysis.of(credits):
        if credited.file is not None and credited.named:
            found = contradictions(credited.line, credited.file, analysis.parties)
            yield from _by_the_file(credited, found)
        pasted = credited.frame.alt_credit
        if pasted is not None and credited.named:
            yield from _by_the_alt(credited, parse(pasted.text, analysis.parties), analysis)


def _by_the_file(credited: Credited, found: Sequence[Contradiction]) -> Iterator[Finding]:
    if not found:
        return
    said = " and ".join(map(_said, found))
    spelling = all(each.kind == "spelling" for each in found)
    hint = (
        "find out how the name is spelt"
        if spelling
        else "look whether this is the photograph that was meant, then mend line or file"
    )
    edits = [edit for each in found for edit in _edit(credited, each)]
    yield RULE.at(
        credited.place(),
        f"the credit line is not what the file says: {said}",
        hint=hint,
        text=credited.line.line,
        fix=credited.offered(edits),
        severity=Severity.WARNING if spelling else None,
    )


def _said(found: Contradiction) -> str:
    what = "agency" if found.kind == "agency" else "creator"
    return f"{what} “{found.one}” in the line, “{found.other}” in the file"


def _edit(credited: Credited, found: Contradiction) -> list[tuple[Span, str]]:
    """Put the file's party in, where just one part of the line is in question."""
    role = "organisation" if found.kind == "agency" else "creator"
    meant = [part for part in credited.of(role) if found.one in (part.text, part.name)]
    return [(meant[0].span, found.other)] if len(meant) == 1 else []


def _by_the_alt(credited: Credited, alt: Credit, analysis: Analysis) -> Iterator[Finding]:
    if not any(
        each.kind != "spelling" for each in contradictions(credited.line, alt, analysis.parties)
    ):
        return
    printed = credited.line.line.strip()
    yield RULE.at(
        credited.place(),
        f"the credit line says “{printed}” and the alt text carries “{alt.line}”",
        hint="look which picture this is: the alt text may be another’s",
        text=credited.line.line,
    )
