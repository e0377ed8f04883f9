"""Do two credits of one photograph contradict each other? Asked where both are sure.

A credit may leave out what another says: ``AFP`` for ``AFP via Getty Images``, a label for a
name. Only what cannot both be true is a contradiction: two creators, two agencies.
"""

from typing import Literal, NamedTuple

from cutline.credit.parse import Credit
from cutline.credit.parties import Parties
from cutline.credit.people import perhaps_same, same_name, spelt_otherwise

_SUPPLIERS = ("wire", "agency", "stock", "publisher")


class Contradiction(NamedTuple):
    """One thing that two credits say otherwise.

    Attributes:
        kind: ``creator`` for another person, ``spelling`` for one name in two spellings,
            ``agency`` for another supplier.
        one: What the first credit says.
        other: What the other says.
    """

    kind: Literal["creator", "spelling", "agency"]
    one: str
    other: str


def contradictions(one: Credit, other: Credit, parties: Parties) -> tuple[Contradiction, ...]:
    """What two credits of one photograph say otherwise; nothing where either is not sure.

    Args:
        one: The line that is printed.
        other: What the file, or a credit found elsewhere, says.
        parties: Who is known.
    """
    if not (one.sure and other.sure):
        return ()
    found = (_creator(one, other), _agency(one, other, parties))
    return tuple(each for each in found if each is not None)


def _creator(one: Credit, other: Credit) -> Contradiction | None:
    pairs = [(name, meant) for name in one.creators for meant in other.creators]
    if not pairs or any(same_name(*pair) for pair in pairs):
        return None
    for name, meant in pairs:
        if spelt_otherwise(name, meant):
            return Contradiction("spelling", name, meant)
    if any(perhaps_same(*pair) for pair in pairs):
        return None
    return Contradiction("creator", ", ".join(one.creators), ", ".join(other.creators))


def _agency(one: Credit, other: Credit, parties: Parties) -> Contradiction | None:
    ones, others = _suppliers(one, parties), _suppliers(other, parties)
    if not ones or not others or not other.agency:
        return None
    if one.agency is None and not one.creators:
        return None  # a paper that only passes a picture on, or set it together
    said = [one.agency] if one.agency else ones
    if other.agency in ones or not set(said).isdisjoint(others):
        return None
    if any(parties.deals(name, other.agency) for name in said):
        return None
    return Contradiction("agency", said[-1], other.agency)


def _suppliers(credit: Credit, parties: Parties) -> list[str]:
    known = ((name, parties.known(name)) for name in credit.chain)
    return [name for name, party in known if party is not None and party.kind in _SUPPLIERS]
