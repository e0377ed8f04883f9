"""Is it one person in two forms, two people, or can nobody say?

Case, accents, points and order of names do not count: By-lines come in capitals, as
``Silva, Ana`` and without accents, and AFP sets family names in capitals.
"""

from collections.abc import Sequence

from cutline.credit.lexicon import lexicon
from cutline.credit.near import one_edit
from cutline.credit.parties import fold

_LONG = 4
_LONG_WORD = 5
_BARE = str.maketrans("łŁđĐıøØæÆœŒ", "lLdDioOaAoO")
_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "ß": "ss"}
    | {"Ä": "ae", "Ö": "oe", "Ü": "ue", "Ø": "oe", "Å": "aa", "Æ": "ae", "Œ": "oe"}
)
_ALIKE = tuple(map(frozenset, ("iyj", "ckq", "vwf", "sz", "ou", "ei", "ae", "gh", "td")))
"""Letters that stand for each other where a name is brought over from another script."""
_SILENT = frozenset("hyei'")


def same_name(one: str, other: str) -> bool:
    """One person's name in two forms: ``ANA SILVA``, ``Silva, Ana``, ``A. Silva``, ``Mueller``."""
    return any(
        _same_words(_ordered(one, a), _ordered(other, b))
        for a in _foldings(one)
        for b in _foldings(other)
    )


def perhaps_same(one: str, other: str) -> bool:
    """True unless two names are plainly those of two people.

    A shared family name, another script, a nickname or an account may be the same person's:
    who reports a difference is silent then.
    """
    a, b = fold(one).split(), fold(other).split()
    if min(len(a), len(b)) < 2 or any(map(str.isdigit, one + other)) or same_name(one, other):
        return True
    if _latin(one) != _latin(other) or a[-1] == b[-1] or "".join(a) == "".join(b):
        return True
    words = lexicon()
    idle = words.given | words.particles
    return any(
        len(x) > 2 and (x == y or (min(len(x), len(y)) >= _LONG and one_edit(x, y)))
        for x in set(a) - idle
        for y in set(b) - idle
    )


def spelt_otherwise(one: str, other: str) -> bool:
    """True for one name with one letter wrong in a long word: ``Nelson Almedia``.

    Not for two given names (``Anna`` and ``Anne`` are two people), nor for what may be two
    ways of writing a foreign name (``Sergey`` and ``Sergei``); a letter of another script is
    another fault.
    """
    a, b = fold(one).split(), fold(other).split()
    if len(a) != len(b) or len(a) < 2 or same_name(one, other):
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) != 1:
        return False
    x, y = differing[0]
    if min(len(x), len(y)) < _LONG_WORD or not one_edit(x, y) or x.isascii() != y.isascii():
        return False
    return not {x, y} <= lexicon().given and not _written_otherwise(x, y)


def _written_otherwise(one: str, other: str) -> bool:
    """True where transliteration explains the one letter: ``y`` for ``i``, a doubled letter."""
    head = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), -1)
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) == len(shorter):
        pair = {one[head], other[head]}
        rest = one[head + 1 :] == other[head + 1 :]
        return rest and any(pair <= alike for alike in _ALIKE)
    extra = longer[head] if head >= 0 else longer[-1]
    at = head if head >= 0 else len(longer) - 1
    return extra in _SILENT or longer[at - 1] == extra


def _foldings(name: str) -> tuple[str, ...]:
    """A name without accents, and with umlauts written out."""
    bare = fold(name.translate(_BARE))
    if name.isascii():
        return (bare,)
    return bare, fold(name.translate(_WRITTEN_OUT))


def _latin(name: str) -> bool:
    return any("a" <= c <= "z" for c in fold(name))


def _same_words(a: Sequence[str], b: Sequence[str]) -> bool:
    if sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return True
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    return all(
        x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])
        for x, y in zip(a[:-1], b[:-1], strict=False)
    )


def _ordered(text: str, folded: str) -> list[str]:
    """The words of a name, the family name last."""
    words = folded.split()
    family, comma, _ = text.partition(",")
    count = len(fold(family).split())
    return [*words[count:], *words[:count]] if comma and count < len(words) else words
