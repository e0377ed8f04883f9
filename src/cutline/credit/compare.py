"""Two credits side by side: which party is missing, added, or written otherwise.

Case, accents, points and order of names do not count: By-lines come in capitals, as
``Silva, Ana`` and without accents, and AFP sets family names in capitals.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from cutline.credit.names import Sort, sort_of
from cutline.credit.near import one_edit
from cutline.credit.parse import Credit, parse
from cutline.credit.parties import Parties, fold, trade
from cutline.credit.people import same_name

_Same = Callable[[str, str], bool]
_LONG = 4


class Difference(NamedTuple):
    """One party that two credits do not share.

    Attributes:
        kind: ``missing`` from the other credit, ``added`` there, or ``changed``.
        role: Whom it concerns.
        one: The name in the first credit; empty if added.
        other: The name in the other credit; empty if missing.
    """

    kind: Literal["missing", "added", "changed"]
    role: Literal["creator", "organisation"]
    one: str
    other: str


def compare(one: Credit, other: Credit) -> tuple[Difference, ...]:
    """What the other credit lacks, adds or writes otherwise.

    Whoever reports it should first look whether both are ``sure``.
    """
    creators = _differences("creator", one.creators, other.creators, same_name, _one_letter)
    bodies = _differences("organisation", one.chain, other.chain, _same_body, _one_letter)
    return (*creators, *bodies)


def credit_of_fields(
    creators: Sequence[str],
    credit_line: str = "",
    source: str = "",
    copyright_notice: str = "",
    parties: Parties | None = None,
) -> Credit:
    """What a file's own fields say, in the shape of a credit line.

    By-line, Credit, Source and Copyright Notice are read each for itself: a By-line may hold a
    mark (``STR``) or an agency, a Credit the photographer. Copyright counts only where the
    others name nobody: its owner need not be creator or agency.

    Args:
        creators: The entries of Creator (By-line, IIM 2:80).
        credit_line: Credit Line (2:110).
        source: Source (2:115).
        copyright_notice: Copyright Notice (2:116).
        parties: Who is known; the trade's parties by default.
    """
    known = parties or trade()
    read = parse(credit_line, known)
    for entry in reversed(creators):
        read = _with_byline(read, entry, known)
    origin = parse(source, known)
    if origin.sure and origin.chain and all(map(known.known, origin.chain)):
        new = tuple(name for name in origin.chain if name not in read.chain)
        read = _with_chain(read, (*new, *read.chain), origin.agency)
    owner = parse(copyright_notice, known)
    if not read.creators and not read.chain:
        flags = tuple(dict.fromkeys((*read.flags, *owner.flags)))
        return replace(owner, line=credit_line, flags=flags)
    return read


def _same_body(one: str, other: str) -> bool:
    return fold(one).removeprefix("the ") == fold(other).removeprefix("the ")


def _one_letter(one: str, other: str) -> bool:
    """One letter apart, or one family name and a given name cut short."""
    a, b = (" ".join(sorted(fold(name).split())) for name in (one, other))
    return min(len(a), len(b)) >= _LONG and one_edit(a, b)


def _differences(
    role: Literal["creator", "organisation"],
    ones: Sequence[str],
    others: Sequence[str],
    same: _Same,
    near: _Same,
) -> list[Difference]:
    missing = [name for name in ones if not any(same(name, other) for other in others)]
    added = [name for name in others if not any(same(one, name) for one in ones)]
    found = []
    for name in missing:
        meant = next((other for other in added if near(name, other)), None)
        if meant is None:
            found.append(Difference("missing", role, name, ""))
        else:
            added.remove(meant)
            found.append(Difference("changed", role, name, meant))
    return [*found, *(Difference("added", role, "", name) for name in added)]


def _with_byline(credit: Credit, entry: str, parties: Parties) -> Credit:
    entry = straight(entry)
    read = parse(entry, parties)
    credit = replace(credit, flags=tuple(dict.fromkeys((*read.flags, *credit.flags))))
    if any(map(parties.known, read.chain)):
        credit = _with_chain(credit, _merged(read.chain, credit.chain), read.agency)
    if not read.creators and (read.chain or read.flags or sort_of(entry) is Sort.BODY):
        return credit
    new = tuple(n for n in read.creators if not any(same_name(n, old) for old in credit.creators))
    # Two or three capitalised words may be anybody; in the field of the creator they are one.
    named = read.sure or sort_of(entry) in (Sort.PERSON, Sort.PERHAPS)
    return replace(credit, creators=(*new, *credit.creators), sure=credit.sure and named)


def straight(entry: str) -> str:
    """``Silva, Ana`` as it is spoken; any other words as they stand."""
    if not _is_reversed(entry):
        return entry
    family, _, given = entry.partition(", ")
    return f"{given.strip()} {family.strip()}"


def _is_reversed(entry: str) -> bool:
    """``Silva, Ana``."""
    family, comma, given = entry.partition(", ")
    return (
        bool(comma)
        and 0 < len(family.split()) <= 2
        and 0 < len(given.split()) <= 2
        and (sort_of(f"{given} {family}") in (Sort.PERSON, Sort.PERHAPS))
    )


def _merged(first: Sequence[str], then: Sequence[str]) -> tuple[str, ...]:
    return (*(name for name in first if name not in then), *then)


def _with_chain(credit: Credit, chain: tuple[str, ...], agency: str | None) -> Credit:
    agency = credit.agency or agency
    source = chain[0] if chain and chain[0] != agency else None
    return replace(credit, chain=chain, agency=agency, source=source)
