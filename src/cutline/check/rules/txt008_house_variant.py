"""A story writes a term in one way.

Māori here and Maori there, Land Rover and Land-Rover, Lena River and Lena river, ceasefire and
cease-fire, Aug. 31 and Aug 31: each is right somewhere, both in one story look like two desks.
The commoner form counts; where both are as common, that of the captions. A capital is only
mentioned unless one form is clearly the story's own. Terms that the desk's
own list (``terms``) names are left to TXT014.

Asks::

    ![Barges wait at a lock](barges.jpg)
    Barges wait on the Lena River near Yakutsk. [Ana Silva/AP]

    ![Ice floats past a pier](ice.jpg)
    Ice on the Lena river in May. [Ana Silva/AP]

    ![A ferry leaves](ferry.jpg)
    A ferry crosses the Lena River at night. [Ana Silva/AP]

Passes::

    ![Barges wait at a lock](barges.jpg)
    Barges wait on the Lena River, and US President Joan Lima waves. [Ana Silva/AP]

    ![Ice floats past a pier](ice.jpg)
    The US president was on the Lena River in May. [Ana Silva/AP]

Fix: offered. The commoner form is put in.
Source: the trade.
"""

from collections.abc import Iterator
from functools import lru_cache

from cutline.check.alike import fold_text
from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.check.variants import Spot, Term, terms_of
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("TXT008", "house-variant", Severity.WARNING, since="0.1")

_CLEAR = 3
"""How many times more often the model stands where a lesser difference is asked about."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Name the rarer forms of every term that has several."""
    listed = _listed(analysis.proof.house.style.terms)
    for term in analysis.of(terms_of):
        model = _model(term)
        if model is None or fold_text(model).words in listed:
            continue
        for form, spots in term.forms.items():
            if form != model:
                for spot in spots:
                    yield _finding(spot, model, term)


@lru_cache(maxsize=4)
def _listed(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[tuple[str, ...]]:
    """The terms the desk has a list for, folded.

    Args:
        terms: As the house's style holds them.
    """
    return frozenset(fold_text(form).words for term, forms in terms for form in (term, *forms))


def _model(term: Term) -> str | None:
    """The form that counts; None where nothing says."""
    counts = {form: term.count(form) for form in term.forms}
    common = [form for form, count in counts.items() if count == max(counts.values())]
    if term.kind == "point":
        return common[0] if _is_clear(term, common[0]) else None
    return min(common, key=lambda form: all(spot.in_alt for spot in term.forms[form]))


def _is_clear(term: Term, model: str) -> bool:
    others = sum(term.count(form) for form in term.forms if form != model)
    return term.count(model) >= _CLEAR * others


def _finding(spot: Spot, model: str, term: Term) -> Finding:
    place, said = spot.words.place, spot.span.cut(spot.words.text)
    count = term.count(model)
    times = "once" if count == 1 else "twice" if count == 2 else f"{count} times"
    if term.kind == "point":
        meant, shown = (f"{said}." if "with " in model else said.rstrip(".")), model
    else:
        meant, shown = model, f"as “{model}”"
    message = f"“{said}”{spot.words.origin} is elsewhere written {shown}, {times}"
    where = Place(place.photo, place.field, spot.span)
    fix = Fix(False, (Edit(where, meant),)) if spot.words.mendable else None
    light = term.kind == "capital" and not _is_clear(term, model)
    severity = Severity.INFO if light else None
    return RULE.at(
        where, message, hint="write it in one way", text=said, fix=fix, severity=severity
    )
