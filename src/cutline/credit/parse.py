"""A printed credit line read: creators, source, agency, chain and flags.

Three facts that a line does not keep apart by itself: the creator pressed the button, the
source is whom it was made for or who owned it first, the agency delivered it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from cutline.credit.clean import LONGEST, Clean, clean
from cutline.credit.cut import Piece, cut
from cutline.credit.items import Item, Itemised, itemise, numbered
from cutline.credit.names import Sort
from cutline.credit.parties import Parties, Party, trade
from cutline.credit.roles import Roles, assign, without_shown
from cutline.credit.slips import same_person, slips
from cutline.model import Span

_MOST = 40
"""Pieces that are read; a line of more is no credit, and is not sure."""
_UNSAID = ("symbolic", "note")
"""Marks that say nothing of where a picture is from."""
Role = Literal["creator", "organisation", "mark"]


class CreditPart(NamedTuple):
    """One thing that a line says.

    Attributes:
        role: What it is.
        text: As printed; for a mark, the flag.
        name: Canonical name of an organisation; the name as printed of a creator.
        span: Where it stands, in code points of the line.
        party: Who it is, if known.
    """

    role: Role
    text: str
    name: str
    span: Span
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit line, read.

    Attributes:
        line: As printed.
        creators: People and accounts in printed order and case.
        source: The first of the chain if it is not the agency.
        agency: The last wire, agency or library of the chain.
        chain: Organisations from the origin to the one that delivered, canonical.
        flags: How the picture came or was made: ``pool``, ``handout``, ``file`` …
        issues: What is wrong with the line itself: ``spacing``, ``duplicate`` …
        sure: False if a part is neither a known party nor plainly a person or an organisation.
        parts: What the line says, in printed order.
    """

    line: str
    creators: tuple[str, ...]
    source: str | None
    agency: str | None
    chain: tuple[str, ...]
    flags: tuple[str, ...]
    issues: tuple[str, ...]
    sure: bool
    parts: tuple[CreditPart, ...]


def parse(line: str, parties: Parties | None = None) -> Credit:
    """Read a credit line. Never raises; takes time linear in a line's length at most.

    Args:
        line: As printed, brackets and label included.
        parties: Who is known; the trade's parties by default.
    """
    known = parties or trade()
    return (_read if len(line) <= LONGEST else _read.__wrapped__)(line, known)


@lru_cache(maxsize=2048)
def _read(line: str, known: Parties) -> Credit:
    plain = clean(line)
    pieces = cut(plain.text, known)
    whole = plain.whole and len(pieces) <= _MOST
    pieces = pieces[:_MOST]
    read = [itemise(piece, known) for piece in _after_numbers(pieces)]
    items = without_shown([item for one in read for item in one.items])
    each = iter(items)
    read = [one._replace(items=tuple(islice(each, len(one.items)))) for one in read]
    several = _several(pieces, read)
    labelled = any(p.labels or p.flags for p in pieces) or any(i.party for i in items)
    roles = assign(items, known, labelled=labelled)
    chain = () if several else _names(roles.bodies, known)
    agency = _agency(roles.bodies, chain)
    flags = [mark.flag for one in read for mark in one.marks]
    flags += ["via"] if any(piece.joint == "via" for piece in pieces) else []
    flags += ["multi"] if several else []
    creators = _once(roles.creators)
    issues = slips(line, plain, pieces, read, roles)
    return Credit(
        line,
        creators,
        chain[0] if chain and chain[0] != agency else None,
        agency,
        chain,
        tuple(flag for flag in dict.fromkeys(flags) if flag not in _UNSAID),
        issues,
        whole and roles.sure and not several and all(one.sure for one in read),
        tuple(_parts(plain, read, roles)),
    )


def _after_numbers(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """``BODY/AB0123456/Silva``: who follows the number of a picture took it."""
    before = ""
    for piece in pieces:
        yield piece._replace(by=True) if piece.joint == "/" and numbered(before) else piece
        before = piece.text


def _several(pieces: Sequence[Piece], read: Sequence[Itemised]) -> bool:
    """True if the line credits several pictures."""
    if sum(piece.position for piece in pieces) > 1:
        return True
    groups: list[set[str]] = [set()]
    for piece, one in zip(pieces, read, strict=True):
        if piece.joint == ";":
            groups.append(set())
        groups[-1].update(item.name for item in one.items if item.delivers)
    found = [frozenset(group) for group in groups if group]
    return len(found) > 1 and len(set(found)) > 1


def _names(bodies: Sequence[Item], parties: Parties) -> tuple[str, ...]:
    names = [item.name for item in bodies]
    last = max((i for i, item in enumerate(bodies) if item.delivers), default=None)
    if last is not None:
        house = parties.brand.get(names[last], names[last])
        names = [house if parties.brand.get(name) == house else name for name in names]
    return tuple(dict.fromkeys(names))


def _agency(bodies: Sequence[Item], chain: tuple[str, ...]) -> str | None:
    delivering = [at for at, item in enumerate(bodies) if item.delivers]
    if not chain or not delivering:
        return None
    return chain[min(delivering[-1], len(chain) - 1)]


def _once(creators: Sequence[Item]) -> tuple[str, ...]:
    kept: list[str] = []
    for item in creators:
        if not any(same_person(item.text, other) for other in kept):
            kept.append(item.text)
    return tuple(kept)


def _parts(plain: Clean, read: Sequence[Itemised], roles: Roles) -> list[CreditPart]:
    parts = []
    for one in read:
        for mark in one.marks:
            if mark.end > mark.start:
                span = plain.span(mark.start, mark.end)
                parts.append(CreditPart("mark", mark.flag, mark.flag, span))
        for item in one.items:
            if item.sort is Sort.NOTHING:
                continue
            span = plain.span(item.start, item.end)
            role: Role = "creator" if item in roles.creators else "organisation"
            parts.append(CreditPart(role, item.text, item.name, span, item.party))
    return sorted(parts, key=lambda part: part.span)
