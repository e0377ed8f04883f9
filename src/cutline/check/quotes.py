"""Quotation marks taken apart: which open, which close, which are apostrophes or inches.

Every country sets them otherwise (“x”, „x“, »x«, «x», ”x”), so a mark is read by its form and
by what stands beside it. Marks are paired leniently, a curly one with a straight one too:
whether both are of one kind is another question than whether both are there.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

Side = Literal["open", "close"]
Kind = Literal["straight", "curly", "guillemets"]

DOUBLE = '"“”„‟«»'
SINGLE = "'‘’‚‛‹›"
MARKS = frozenset(DOUBLE + SINGLE)
_OPENS = frozenset("“„‟«‘‚‛‹")
_STRAIGHT = frozenset("\"'")
_GUILLEMETS = frozenset("«»‹›")
_BEFORE_AN_OPENER = frozenset("([{（［—–-/¿¡:")
_AFTER_A_CLOSER = frozenset(".,;:!?)]}）］—–-/…。、，」")
_ELIDED = frozenset(
    "em n til till tis twas twere twill cause cos coz cuz bout round nuff s t k r m ere ello ave"
    " appen fraid neath gainst tude hood burbs cept kay nother d ll re ve ome im er is t's".split()
)
_VOWELS = "AEIOUĀĒĪŌŪaeiouāēīōū"
_TITLE = 60
_FOLLOWS = 8
"""Letters looked at to tell an elision (’em) from an opening mark."""


class Mark(NamedTuple):
    """One quotation mark.

    Attributes:
        at: Its offset.
        sign: The character.
        side: Whether it opens or closes.
        single: True for ‘ ’ and their like.
    """

    at: int
    sign: str
    side: Side
    single: bool

    @property
    def kind(self) -> Kind:
        """Straight, curly (“ ” „ and singles) or guillemets."""
        if self.sign in _STRAIGHT:
            return "straight"
        return "guillemets" if self.sign in _GUILLEMETS else "curly"


class Quoted(NamedTuple):
    """The marks of one text.

    Attributes:
        pairs: Opening and closing mark of each quotation.
        lone: Marks without a partner.
    """

    pairs: tuple[tuple[Mark, Mark], ...]
    lone: tuple[Mark, ...]

    def marks(self) -> Iterator[Mark]:
        """Every mark, in order."""
        yield from sorted(
            (*(mark for pair in self.pairs for mark in pair), *self.lone), key=lambda m: m.at
        )


def quoted(text: str) -> Quoted:
    """Pair the quotation marks of a text; apostrophes, feet and inches are left out."""
    pairs: list[tuple[Mark, Mark]] = []
    lone: list[Mark] = []
    waiting: dict[bool, list[Mark]] = {False: [], True: []}
    for at, sign in enumerate(text):
        if sign not in MARKS:
            continue
        single = sign in SINGLE
        open_now = waiting[single]
        side = _side(text, at, open_now)
        if side is None:
            continue
        mark = Mark(at, sign, side, single)
        if side == "open":
            open_now.append(mark)
        elif open_now:
            pairs.append((open_now.pop(), mark))
        elif not single:
            lone.append(mark)
    for single, held in waiting.items():
        lone += [mark for mark in held if not single or _surely_opens(text, mark)]
    return Quoted(tuple(pairs), tuple(sorted(lone, key=lambda mark: mark.at)))


def _side(text: str, at: int, waiting: Sequence[Mark]) -> Side | None:
    """Which way a mark looks; None where it is no quotation mark."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    opens, closes = _room_before(before), _room_after(after)
    sign = text[at]
    if sign in "'’":
        return _side_of_apostrophe(text, at, opens, closes, waiting)
    if sign in "‘‛":
        return _side_of_turned_comma(text, at, opens, closes, waiting)
    if _is_inches(sign, before, waiting) or (sign == '"' and before.isalnum() and after.isalnum()):
        return None  # the latter: Hebrew abbreviations; a jammed quotation is another rule's
    if sign not in _STRAIGHT:
        return _side_of_directed(sign, opens, closes, waiting)
    if opens != closes:
        return "open" if opens else "close"
    return "close" if waiting else "open"


def _is_inches(sign: str, before: str, waiting: Sequence[Mark]) -> bool:
    return sign in '"”' and before.isdigit() and not waiting


def _side_of_directed(sign: str, opens: bool, closes: bool, waiting: Sequence[Mark]) -> Side:
    """Side of a mark with a direction, which some countries turn round."""
    if sign in _OPENS:
        turned = bool(waiting) and closes and not opens
        return (
            "close" if turned or (waiting and sign == "“" and waiting[-1].sign == "„") else "open"
        )
    turned = not waiting and opens and not closes
    return "open" if turned else "close"


def _side_of_turned_comma(
    text: str, at: int, opens: bool, closes: bool, waiting: Sequence[Mark]
) -> Side | None:
    """Side of ‘: it closes after ‚ only; inside a word it is a letter (Hawai‘i)."""
    if waiting and waiting[-1].sign == "‚" and closes:
        return "close"
    if not opens or _elided(text, at):
        return None
    return "open"


def _side_of_apostrophe(
    text: str, at: int, opens: bool, closes: bool, waiting: Sequence[Mark]
) -> Side | None:
    """Side of ' and ’, which are apostrophes unless they stand at a word's edge."""
    if text[at] == "’":
        return "close" if waiting and closes and not opens else None
    if opens and not closes:
        return None if _elided(text, at) else "open"
    return "close" if waiting and closes and not opens else None


def _room_before(before: str) -> bool:
    return (
        not before
        or before.isspace()
        or before in _BEFORE_AN_OPENER
        or before in _OPENS
        or (before == '"')
    )


def _room_after(after: str) -> bool:
    return (
        not after
        or after.isspace()
        or after in _AFTER_A_CLOSER
        or (after in MARKS and after not in _OPENS)
    )


def _elided(text: str, at: int) -> bool:
    """True where letters are left out: ’em, ’90s, rock ’n’ roll."""
    following = text[at + 1 : at + 1 + _FOLLOWS]
    if following[:1].isdigit():
        return True
    word = following
    for index, c in enumerate(following):
        if not c.isalpha():
            word = following[:index]
            break
    return word.lower() in _ELIDED


def _surely_opens(text: str, mark: Mark) -> bool:
    """True for a lone single mark that can only be half a pair: ‘ before a word.

    Before a vowel it may be a letter of an Arabic or Polynesian name (‘Abd, ‘Iolani); a
    straight one may be an apostrophe; a title may end in the apostrophe of ‘Metropolis’s.
    """
    following = text[mark.at + 1 : mark.at + 2]
    if mark.sign != "‘" or not following.isalpha() or following in _VOWELS:
        return False
    return following.islower() or "’s" not in text[mark.at : mark.at + _TITLE]
