"""A credit line names the photographer where one is known.

An agency alone is allowed, and often all that is known: then this is only mentioned. Where
the story's other credits all put one name before the same paper, it is asked.

Asks::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Reuters]

Passes::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Ana Silva/Reuters]

Fix: none, as another person may have made it.
Source: Berne Convention, article 6bis: authors may claim to be named.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cutline.check.analysis import Analysis
from cutline.check.credits import Credited, credits
from cutline.check.rule import Rule
from cutline.credit import fold
from cutline.model import Finding, Severity

RULE = Rule("CRD011", "no-photographer", Severity.INFO, since="0.1")

_ENOUGH = 3
_MADE_OTHERWISE = frozenset(
    "handout courtesy supplied screenshot social illustration composite ai file pool"
    " stringer staff contributor uncredited".split()
)


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find credits that name an agency or a paper and nobody else."""
    read = analysis.of(credits)
    usual = _one_creator(read)
    for credited in read:
        line = credited.line
        if line.creators or not line.chain or not line.sure:
            continue
        if not _MADE_OTHERWISE.isdisjoint(line.flags) or not _supplier(credited):
            continue
        yield _finding(credited, usual.get(line.chain[-1], ""))


def _supplier(credited: Credited) -> bool:
    """True if an agency or a paper is named, not only whoever the picture shows."""
    parties = (part.party for part in credited.of("organisation"))
    return any(p.delivers or p.kind == "publisher" for p in parties if p is not None)


def _one_creator(read: Sequence[Credited]) -> dict[str, str]:
    """By organisation, the one person who is named before it in all other lines."""
    people: dict[str, list[str]] = defaultdict(list)
    for credited in read:
        if credited.line.creators and credited.line.chain:
            people[credited.line.chain[-1]].append(" and ".join(credited.line.creators))
    return {
        body: names[0]
        for body, names in people.items()
        if len(names) >= _ENOUGH and len({fold(name) for name in names}) == 1
    }


def _finding(credited: Credited, usual: str) -> Finding:
    said = "/".join(credited.line.chain)
    file = credited.file.creators if credited.file is not None else ()
    message = f"“{said}” is credited and no photographer"
    hint = "name the photographer if the supplier does"
    if usual:
        message += f": the story’s other credits name “{usual}” before it"
        hint = f"write “{usual}/{said}” if that is who made it"
    elif file:
        message += f", and the file names “{', '.join(file)}”"
        hint = "name the creator as the file does"
    return RULE.at(
        credited.place(),
        message + credited.frame.credit.origin,
        hint=hint,
        text=credited.line.line,
        severity=Severity.WARNING if usual else None,
    )
