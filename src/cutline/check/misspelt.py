"""Which of two names that are one letter apart is a slip of the other, if any.

The commoner form has to stand twice where the other stands in one photograph or field. A slip
in a single word is told from another name by the letters: the shorter the word and the nearer
to its end the difference, the more is asked. Company decides first: names that share a first
name or a surname are one name, names with other company are two.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cutline.check.names import Edited, Name, Names, kind_of_edit, neighbours
from cutline.check.tongues import declines, primary, tongue
from cutline.model.regex import regex

_SHORTEST = 5
_ALONE = {"swapped": 6, "doubled": 6, "undoubled": 6, "added": 7, "lost": 7, "changed": 7}
"""Letters that a word without company must have, by the kind of slip."""
_OFTEN = 3
"""Times that the other form must stand for a letter less to be asked."""
_IN_COMPANY = 5
_ONCE_EACH = 6
_OF_THE_HAND = frozenset({"doubled", "undoubled", "swapped"})
"""Slips that a shared first name proves in a family name of four letters too."""
_NOUNS = 2
"""More letters are asked where every noun has a capital."""
_TOGETHER, _FEW = 40, 50
"""Letters between two names that are set together; mentions looked at of each."""
_JOINED = regex(
    r"\b(?:and|or|und|oder|et|ou|y|e|o|og|och|en|и|или|with|mit|avec|con|von|von der)\b|&",
    re.IGNORECASE,
)
"""What stands between two names that are two."""
_STOPS = frozenset(".!?;")
"""A sentence that ends between two names parts them."""
_VOWELS = frozenset("aeiouyаеиоуыэюяіїє")
_ENDING = 3
"""Last letters that languages with case endings may change."""
_TAILS = {"en": "n", "fr": "sn", "es": "sn", "pt": "sm", "it": ""}
_ANY_TAIL = "snmr"
"""Last letters before which a vowel may change or go without a slip (``Hansen``, ``Hanson``)."""
_KEPT = frozenset("aeiouyåäöæøsnt")
"""Letters that some language adds to a name; any other that is lost at the end is a slip."""

_TWO_NAMES = tuple(
    frozenset(group.split())
    for group in (
        "colombia columbia",
        "anderson andersen andersson",
        "hansen hanson hansson",
        "jensen jenson jansen janson",
        "petersen peterson pettersen petterson",
        "thomson thompson thomsen",
        "johnson johnston johnsen jonsson jonson",
        "hoffman hofman hoffmann hofmann",
        "herman hermann hermans herrmann",
        "schmidt schmitt schmid schmit",
        "meyer mayer meier maier",
        "mohamed mohammed mohamad mohammad muhammad muhammed mohamud",
        "ahmed ahmad achmed achmad",
        "hussein hussain hossein hossain husain",
        "hassan hasan hassen",
        "khaled khalid khalida",
        "mahmoud mahmood mahmud",
        "abdullah abdallah abdulla",
        "youssef yousef yousuf youssouf",
        "philip phillip philipp phillipp",
        "stephen stephan stephens",
        "frederick frederic frederik fredrick fredrik",
        "christina cristina kristina christine",
        "elizabeth elisabeth elisabet",
        "katherine katharine catherine kathrine",
        "nicholas nicolas nikolas nickolas",
        "matthew mathew mathews matthews",
        "mattias matthias mathias",
        "teresa theresa",
        "andres andrea andrew andrey andrei",
        "marcus markus marcos marks",
        "lauren laurent laurence lawrence",
        "marina martina marian marion mariana marianna marianne",
        "daniel daniela danielle daniele danila",
        "alexander alexandra alexandre aleksander",
        "julian juliana julien julienne",
        "adrian adrien adriana",
        "vincent vicent vincenz",
        "russel russell",
        "denise dennis denis",
        "allison alison allyson",
        "brian bryan briana",
        "steven stevens steve",
        "karen karin karina",
        "maria mario marie marias",
        "louis louise luis luisa lewis",
        "monica monika",
        "veronica veronika",
        "viktor victor viktoria victoria",
        "hannah hanna",
        "ellen ellens elena helen helena",
    )
)
"""Names that are spelt in several ways, each right for somebody."""


class Slip(NamedTuple):
    """A name that is most likely misspelt.

    Attributes:
        wrong: The lonely form.
        right: The commoner form.
        open_question: True where each stands once, so that either may be wrong.
    """

    wrong: Name
    right: Name
    open_question: bool = False


def slips(names: Names, language: str) -> Iterator[Slip]:
    """Every name that is one slip away from a commoner one, in the order they are met."""
    done: set[str] = set()
    for pair in neighbours(names.names, shortest=_SHORTEST - 1):
        ordered = _wrong_first(names, *pair)
        if ordered is None:
            continue
        wrong, right = ordered
        if wrong not in done and _is_slip(names, wrong, right, language):
            done.add(wrong)
            one, other = names.names[wrong], names.names[right]
            yield Slip(one, other, open_question=other.count == 1)


def _wrong_first(names: Names, one: str, other: str) -> tuple[str, str] | None:
    """The pair with the lonelier form first; None where neither is lonely or a name."""
    if one in names.small or other in names.small:
        return None
    first, second = names.names[one], names.names[other]
    if not first.seen or (second.seen and first.count > second.count):
        one, other, first, second = other, one, second, first
    if first.count == second.count == 1 and _printed_first(second, first):
        one, other, first, second = other, one, second, first
    alone = bool(first.seen) and not first.told and first.units == 1
    if not alone or not second.inside or (first.count >= second.count > 1):
        return None
    return one, other


def _printed_first(one: Name, other: Name) -> bool:
    """True if ``one`` stands in a photograph's words and ``other`` in the story's."""
    if not (one.seen and other.seen):
        return False
    return one.seen[0].words.place.photo is not None and other.seen[0].words.place.photo is None


def _is_slip(names: Names, wrong: str, right: str, language: str) -> bool:
    edit = kind_of_edit(right, wrong)
    one, other = names.names[wrong], names.names[right]
    if (
        edit is None
        or (edit[0] != "swapped" and _side_by_side(one, other))
        or _explained(right, wrong, edit, language, one.before & other.before)
    ):
        return False
    shared = bool(one.before & other.before) or bool(one.after & other.after)
    if other.count == 1:
        return shared and min(len(wrong), len(right)) >= _ONCE_EACH
    if shared:
        twice = edit[0] in _OF_THE_HAND and bool(one.before & other.before)
        return len(right) >= _IN_COMPANY - twice
    strange = bool(one.before or one.after)
    if (strange and (other.before or other.after)) or any(
        {wrong, right} <= group for group in _TWO_NAMES
    ):
        return False
    if not other.seen:
        return False
    row = tongue(language)
    nouns = row is not None and row.noun_capitals and edit[0] != "swapped"
    often = edit[0] in ("lost", "added") and edit[1] > 1 and other.count >= _OFTEN
    asked = _ALONE[edit[0]] + (strange and edit[0] == "changed") - (often and not nouns)
    return len(right) >= asked + (_NOUNS if nouns else 0)


def _side_by_side(one: Name, other: Name) -> bool:
    """True where a text sets both forms together: ``Doolan and Dolan`` are two."""
    for seen in one.seen[:_FEW]:
        for near in other.seen[:_FEW]:
            if seen.words is not near.words:
                continue
            first, last = sorted((seen.span, near.span), key=lambda span: span.start)
            between = seen.words.text[first.end : last.start]
            near_by = len(between) <= _TOGETHER and _STOPS.isdisjoint(between)
            if near_by and _JOINED.search(between):
                return True
    return False


def _explained(
    right: str, wrong: str, edit: tuple[Edited, int], language: str, first_names: set[str]
) -> bool:
    """True where an ending of the language explains the difference."""
    if not _is_ending(right, wrong, *edit, language):
        return False
    return not (first_names and _no_ending(right, *edit, language))


def _no_ending(right: str, kind: Edited, left: int, language: str) -> bool:
    """True where a first name is shared and no ending explains what the family name lost."""
    row = tongue(language)
    if row is None or row.declines or row.noun_capitals or kind not in ("lost", "undoubled"):
        return False
    return left == 1 or (left == 0 and right[-1] not in _KEPT)


def _is_ending(right: str, wrong: str, kind: Edited, left: int, language: str) -> bool:
    """True where the difference is at the end, as in plurals, cases, genders, adjectives."""
    if kind == "swapped":
        return left == 0 and {right[-2:], wrong[-2:]} == {"er", "re"}
    if declines(language):
        return left < _ENDING
    if left == 0:
        return True
    if kind in ("lost", "undoubled") and right[-1] == "r":
        return False  # no ending takes a letter away before an r
    changed = {right[-left - 1], wrong[-left - 1]}
    short_tail = left == 1 and right[-1] in _TAILS.get(primary(language), _ANY_TAIL)
    if kind == "changed":
        return short_tail and changed <= _VOWELS
    return short_tail and primary(language) != "en" and bool(changed & _VOWELS)
