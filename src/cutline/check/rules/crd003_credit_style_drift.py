"""One story sets its credits in one way.

Readers learn from the first line which name is the photographer's; machines as well. Asked
where one agency stands before the creator here and after the creator there, where it is
written in two forms (``AP`` and ``AP Photo``), and where a creator's agency or paper is left
out of some of the lines. The story's own majority counts; without one, the creator comes
first. A desk whose cutline.toml gives a form is asked to keep to it.

Asks::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Ana Silva/Sputnik/AP]

    ![A man fills a can](can.jpg)
    Some bring cans along. [Sputnik/Boris Orlov/Reuters]

Passes::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Ana Silva/Sputnik/AP]

    ![A man fills a can](can.jpg)
    Some bring cans along. [Boris Orlov/Sputnik/Reuters]

Fix: offered. The same parties in the order and form of the others.
Source: the house styles of newspapers, which fix one order (``Name/Source/Agency``).
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.credits import credits
from cutline.check.drift import Drift, forms, left_out, of_the_house, orders
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("CRD003", "credit-style-drift", Severity.WARNING, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Hold each credit line against the house's form, or against the story's others."""
    read = [credited for credited in analysis.of(credits) if credited.line.sure]
    if analysis.proof.house.style.credit_form:
        yield from map(_finding, of_the_house(read, analysis))
        return
    asked: set[int] = set()
    for drift in (*orders(read), *forms(read), *left_out(read)):
        number = drift.credited.frame.shot.number
        if number not in asked:
            asked.add(number)
            yield _finding(drift)


def _finding(drift: Drift) -> Finding:
    credited = drift.credited
    return RULE.at(
        credited.place(drift.span),
        drift.message + credited.frame.credit.origin,
        hint=drift.hint,
        text=drift.span.cut(credited.line.line),
        fix=credited.offered(drift.edits),
    )
