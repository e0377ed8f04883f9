"""A handout runs with the event that it was handed out for, and not as a stock picture.

Agencies pass handouts on with terms of those who made them: to illustrate the event shown, for
news, within days. Where the picture is over a month older than the story, or the story is paid
for, those terms are likely broken; otherwise they are only mentioned.

Asks::

    ![A ship with containers on deck](ship.jpg)
    The ship in the canal. [Harbour Authority/Handout via Reuters]

    (ship.jpg says usageTerms: This picture was supplied by a third party)

    (ship.jpg says dateCreated: 2023-03-02)

Passes::

    ![A ship with containers on deck](ship.jpg)
    The ship in the canal. [Harbour Authority/Handout via Reuters]

    (ship.jpg says usageTerms: Handout)

Fix: none. Look whether the story is about that event.
Source: the agencies' terms for handouts and third-party pictures.
"""

from collections.abc import Iterator
from datetime import timedelta

from cutline.check.analysis import Analysis
from cutline.check.clearance import made, restricted, running
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("RGT006", "handout-terms", Severity.WARNING, since="0.1")

_EVENT = timedelta(days=31)
_MARK = 2
"""Words; a bare mark such as ``Handout photo`` states no terms."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Mention a handout's terms once for each photograph, and ask where they look broken."""
    asked: set[int] = set()
    for each in analysis.of(restricted):
        said, number = each.restriction, each.frame.shot.number
        if said.code != "handout" or number in asked or len(said.text.split()) <= _MARK:
            continue
        asked.add(number)
        first = made(each.frame)
        old = first is not None and analysis.of(running).day > first + _EVENT
        grave = Severity.WARNING if old or analysis.commercial else Severity.INFO
        why = " and is over a month old" if old else ""
        yield RULE.at(
            each.place,
            f"“{said.text}”: a handout, for the event that it shows{why}",
            hint="see that the story is about that event, or ask the supplier",
            text=said.text,
            severity=grave,
        )
