"""Where a story says that all photographs are by one hand, each credit line says so too.

Either the sentence above is too wide or the credit below is wrong; both cost money.

Asks::

    All photographs: Ana Silva/AP

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Bo Lind/Reuters]

Passes::

    All photographs: Ana Silva/AP

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.blanket import said_for_all
from cutline.check.rule import Rule
from cutline.credit import Credit, parse, same_name
from cutline.model import Finding, Severity

RULE = Rule("STY007", "blanket-credit", Severity.WARNING, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare every credit line with the one that is said for all."""
    said = analysis.of(said_for_all)
    if not said:
        return
    wanted = parse(said.rstrip("."), analysis.parties)
    for frame in analysis.frames:
        printed = parse(frame.credit.text, analysis.parties)
        if frame.credit.text and wanted.sure and printed.sure and _others(wanted, printed):
            yield RULE.at(
                Analysis.whole(frame.credit),
                f"the story says of all photographs “{said}”, and this credit names others",
                hint="narrow the sentence (“other photographs”), or mend the credit",
                text=frame.credit.text,
            )


def _others(wanted: Credit, printed: Credit) -> bool:
    """True if the line names other people, or, where no people are named, other bodies."""
    if wanted.creators and printed.creators:
        return not any(same_name(a, b) for a in wanted.creators for b in printed.creators)
    if wanted.chain and printed.chain:
        return not set(wanted.chain) & set(printed.chain)
    return False
