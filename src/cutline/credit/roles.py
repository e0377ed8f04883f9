"""Who of those named pressed the button, and in which order the picture was handed on.

``/`` does not say which is which. What is plainly a person is a creator; what is known or
looks like an organisation is none; for the rest the place in the line decides, as the houses
set their lines: ``Creator/Source/Agency``, ``Agency/Source/Creator``, ``Agency/Creator``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cutline.credit.items import Item
from cutline.credit.lexicon import Lexicon, lexicon
from cutline.credit.names import Sort
from cutline.credit.parties import Parties, fold

_CUT_SHORT = 8
_LONG = 7
"""Words; a name has fewer."""


class Roles(NamedTuple):
    """Items by what they did.

    Attributes:
        creators: In printed order.
        bodies: From the origin to the one that delivered.
        sure: False if a part was neither known nor plainly one or the other.
    """

    creators: tuple[Item, ...]
    bodies: tuple[Item, ...]
    sure: bool


def assign(items: Sequence[Item], parties: Parties, *, labelled: bool) -> Roles:
    """Give each item its part.

    Args:
        items: In printed order.
        parties: Who is known.
        labelled: True if the line has a label or a known agency, so that it is a credit line.
    """
    creators, sure = _creators(items, labelled=labelled)
    bodies = [item for item in items if item not in creators and item.sort is not Sort.NOTHING]
    if _prefixed(items, bodies, parties):
        bodies = bodies[1:]
    sure = sure and not any(map(_unreadable, items))
    return Roles(tuple(creators), tuple(_chain(items, creators, bodies, parties)), sure)


def without_shown(items: Sequence[Item]) -> list[Item]:
    """Those in the picture made no name: an office (``Ministro de …``), the name after its comma.

    Args:
        items: In printed order; the answer has as many.
    """
    words = lexicon()
    kept: list[Item] = []
    for at, item in enumerate(items):
        office = item.party is None and _office(fold(item.text).split(), words)
        before = kept[at - 1] if at else None
        named = item.joint == "," and before is not None and before.sort is Sort.NOTHING
        kept.append(item._replace(sort=Sort.NOTHING) if office or named else item)
    return kept


def _office(folded: Sequence[str], words: Lexicon) -> bool:
    """True for the holder of an office; not for ``President’s Office`` nor ``Anna Mayor``."""
    said = folded[:3]
    if folded and folded[0] in words.given:
        said = folded[:2] if len(folded) > 2 else []
    held = len(folded) > 1 and not words.shown.isdisjoint(said)
    return held and (words.bodies - words.shown).isdisjoint(folded)


def _unreadable(item: Item) -> bool:
    """True for words that are no name: a sentence, a headline."""
    return item.sort is Sort.NOTHING or (item.party is None and len(item.text.split()) > _LONG)


def _creators(items: Sequence[Item], *, labelled: bool) -> tuple[list[Item], bool]:
    certain = [item for item in items if item.sort is Sort.PERSON]
    perhaps = [item for item in items if item.sort is Sort.PERHAPS]
    accounts = [item for item in items if item.sort is Sort.ACCOUNT]
    if certain:
        return _beside(items, certain, perhaps, accounts)
    if perhaps:
        company = labelled or any(item.sort in (Sort.BODY, Sort.ACRONYM) for item in items)
        return _of_the_doubtful(items, perhaps, labelled=company)
    if accounts:
        return _users(items, accounts)
    return _single_words(items)


def _users(items: Sequence[Item], accounts: list[Item]) -> tuple[list[Item], bool]:
    """Accounts; what has two words is one only where users upload."""
    library = any(item.party and item.party.kind in ("stock", "platform") for item in items)
    users = [item for item in accounts if library or " " not in item.text]
    return users[:1] if not _all_joined(users) else users, True


def _all_joined(items: Sequence[Item]) -> bool:
    return all(item.joint in ("and", ",") for item in items[1:])


def _beside(
    items: Sequence[Item], certain: list[Item], perhaps: list[Item], accounts: list[Item]
) -> tuple[list[Item], bool]:
    """Beside people, a doubtful name is one more only where a comma or ``and`` joins them."""
    creators, sure = list(certain), True
    for item in (*perhaps, *accounts):
        before = _previous(items, item)
        joined = item.joint in (",", "and") and before is not None and before in creators
        follows = any(
            other.joint in (",", "and") and _previous(items, other) is item for other in certain
        )
        if (joined or follows) and not _placed(item):
            creators.append(item)
            sure = sure and item.joint == "and"
        elif item.joint == "," and not _placed(item):
            sure = False
    return sorted(creators, key=lambda item: item.start), sure


def _previous(items: Sequence[Item], item: Item) -> Item | None:
    at = list(items).index(item)
    return items[at - 1] if at else None


def _placed(item: Item) -> bool:
    """``Collins Dublin``: a name with a town in it is a body's beside a photographer."""
    return bool(set(fold(item.text).split()) & lexicon().places)


def _of_the_doubtful(
    items: Sequence[Item], perhaps: list[Item], *, labelled: bool
) -> tuple[list[Item], bool]:
    first = items[0]
    agency_first = first.delivers and items[-1] is perhaps[-1]
    chosen = perhaps[-1] if agency_first else perhaps[0]
    if _placed(chosen) and len(perhaps) == 1 and not chosen.by:
        return [], False
    creators = [chosen]
    for item in perhaps:
        if item.joint == "and" and _previous(items, item) in creators:
            creators.append(item)
    if len(perhaps) > len(creators):
        return creators, labelled and not any(item.joint == "," for item in perhaps[1:])
    return creators, chosen.by or (labelled and len(items) > 1)


def _single_words(items: Sequence[Item]) -> tuple[list[Item], bool]:
    """One word beside a library is a user or a surname; beside a wire it may be a company.

    What delivers ``via`` a library is nearly always a company: ``Gado via Getty Images``.
    """
    words = [item for item in items if item.sort is Sort.WORD]
    if not words:
        return [], True
    stock = [item for item in items if item.party and item.party.kind == "stock"]
    if stock and len(words) == 1:
        via = any(item.joint == "via" and _previous(items, item) is words[0] for item in stock)
        return ([], False) if via else (words, True)
    by = [item for item in words if item.by and len(items) > 1]
    return (by[:1], False) if by else ([], False)


def _prefixed(items: Sequence[Item], bodies: Sequence[Item], parties: Parties) -> bool:
    """``SN/APA/…``: a paper's own initials before the national wire are no origin."""
    if len(bodies) < 2 or items[0] is not bodies[0] or bodies[0].delivers:
        return False
    first, second = bodies[0], bodies[1]
    own = first.sort is Sort.ACRONYM and len(first.text) <= 3
    return own and second.delivers and parties.rank.get(second.name, 0) == 2 and len(items) > 2


def _chain(
    items: Sequence[Item], creators: Sequence[Item], bodies: Sequence[Item], parties: Parties
) -> list[Item]:
    groups: list[list[Item]] = []
    for at, item in enumerate(bodies):
        if any(item.name != other.name and _again(item, other) for other in bodies[:at]):
            continue
        if item.joint in ("via", "on") and groups:
            groups[-1].append(item)
        elif item.joint == "for" and groups and groups[-1][-1].delivers:
            groups[-1].insert(-1, item)
        else:
            groups.append([item])
    if _backwards(items, creators, groups, parties):
        groups.reverse()
    chain = [item for group in groups for item in group]
    return _house_last(_distinct(chain), parties)


def _backwards(
    items: Sequence[Item],
    creators: Sequence[Item],
    groups: Sequence[Sequence[Item]],
    parties: Parties,
) -> bool:
    """True if the line names the agency first."""
    if len(groups) < 2:
        return False
    first, last = groups[0][-1], groups[-1][-1]
    if creators:
        before = [item for item in items if item.start < creators[-1].start]
        after = [item for item in items if item.start > creators[-1].start and item not in creators]
        new = [item for item in after if not any(_again(item, other) for other in before)]
        origin = all(item.party is None and item.joint != "via" for item in new)
        return first.delivers and origin and not any(item.delivers for item in new)
    if last.joint in ("via", ",") or not first.delivers:
        return False
    if not last.delivers:
        return last.party is None or last.party.kind != "publisher"
    return parties.rank.get(first.name, 0) > parties.rank.get(last.name, 0)


def _again(item: Item, other: Item) -> bool:
    """One name twice, the second perhaps cut short."""
    one, two = fold(item.name), fold(other.name)
    return one == two or (len(one) > _CUT_SHORT and two.startswith(one))


def _distinct(chain: Sequence[Item]) -> list[Item]:
    """Each party once, where it stands last if it delivers."""
    kept: dict[str, Item] = {}
    for item in chain:
        key = next((k for k in kept if _again(item, kept[k])), fold(item.name))
        if key in kept and item.delivers and key == fold(item.name):
            del kept[key]
        kept.setdefault(key, item)
    return list(kept.values())


def _house_last(chain: list[Item], parties: Parties) -> list[Item]:
    """``Getty Images / iStock``: the library before the house it belongs to."""
    for item in tuple(chain):
        house = parties.within.get(item.name)
        at = next((i for i, other in enumerate(chain) if other.name == house), None)
        if at is not None and at < chain.index(item):
            chain.remove(item)
            chain.insert(at, item)
    return chain
