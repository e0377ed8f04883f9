"""The name of an agency or paper is spelt as it spells itself.

A misspelt name is a credit not given: a supplier's machine does not find it. Asked of names
that are all but those of a known agency or publisher; a wire's name that is only one letter
off is a malformed credit and asked about there.

Asks::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Ana Silva/Asociated Pres]

Passes::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Ana Silva/Associated Press]

Fix: offered. It may be a name of its own: then it goes into ``[parties]`` of cutline.toml.
Source: the agencies' own names.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.credits import credits
from cutline.check.rule import Rule
from cutline.credit import all_but_named, near_miss
from cutline.model import Finding, Severity

RULE = Rule("CRD006", "agency-misspelt", Severity.WARNING, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look up what is no known name among those that are nearly the same."""
    for credited in analysis.of(credits):
        for part in credited.of("organisation"):
            if part.party is not None:
                continue
            one_off = near_miss(part.text, analysis.parties)
            if one_off is not None and one_off.delivers:
                continue
            meant = one_off or all_but_named(part.text, analysis.parties)
            if meant is not None:
                message = f"“{part.text}” is all but {meant.form}{credited.frame.credit.origin}"
                hint = f"write {meant.form}, unless it is a name of its own"
                yield RULE.at(
                    credited.place(part.span),
                    message,
                    hint=hint,
                    text=part.text,
                    fix=credited.offered([(part.span, meant.form)]),
                )
