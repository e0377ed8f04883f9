"""A name is spelt the same way everywhere.

Where one form of a name stands alone, one letter away from a form that the story or the file
has at least twice, the lonely one is most likely a slip; names of people who are shown are what
a desk must not get wrong. Names of two people (Marina and Martina, each with her own
surname), endings of the language, plurals and accents are let pass; spellings with and without
accents are another rule's (TXT008). Credit lines are asked about elsewhere.

Asks::

    ![A woman waves from a balcony](balcony.jpg)
    Violeta Montenegro greets her neighbours in Valparaiso. [Ana Silva/AP]

    ![A man carries a crate](crate.jpg)
    A trader in the port of Valpariaso. [Ana Silva/AP]

    ![Steps lead to the sea](steps.jpg)
    The old stairs of Valparaiso at dusk. [Ana Silva/AP]

Passes::

    ![A woman waves from a balcony](balcony.jpg)
    Marina Costa and Martina Lopes greet the Costas next door. [Ana Silva/AP]

    ![Steps lead to the sea](steps.jpg)
    Marina Costa on the stairs at dusk. [Ana Silva/AP]

Fix: offered. The commoner form is put in; somebody has to know how the name is spelt.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.misspelt import Slip, slips
from cutline.check.names import names_of, written_alike
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("TXT007", "name-misspelt", Severity.ERROR, "0.1", frozenset({"TXT013"}))


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find forms of names that are one letter away from a commoner form."""
    for slip in analysis.of(_slips):
        yield from _findings(slip)


def _slips(analysis: Analysis) -> tuple[Slip, ...]:
    return tuple(slips(analysis.of(names_of), analysis.language))


def _findings(slip: Slip) -> Iterator[Finding]:
    model = slip.right.form()
    others = slip.right.count
    times = "once" if others == 1 else "twice" if others == 2 else f"{others} times"
    for seen in slip.wrong.seen:
        place, form = seen.words.place, seen.form
        where = Place(place.photo, place.field, seen.span)
        meant = written_alike(form, model)
        message = f"“{form}”{seen.words.origin} is one letter away from “{model}”"
        message += f", which stands {times} elsewhere"
        fix = Fix(False, (Edit(where, meant),)) if seen.words.mendable else None
        hint = f"write {meant}, unless the two are different names"
        severity = Severity.WARNING if slip.open_question else None
        yield RULE.at(where, message, hint=hint, text=form, fix=fix, severity=severity)
