"""When two texts are the same to a reader, and finding such texts among many in linear time.

Texts are compared as folded words: case, accents, quotes, stops and look-alike letters of
other scripts off. Comparing every pair would take minutes for a thousand photographs, so
near-equal texts are found by what is left when one word is taken out.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from cutline.almanac import LANGUAGES
from cutline.check.scripts import TO_LATIN
from cutline.credit import one_edit
from cutline.model.regex import regex

_WORD = regex(r"[^\W_]+")
_FIRST_KANA = "\u3040"
"""The first of the letters that are words of their own."""
_INVISIBLE = dict.fromkeys((*range(8203, 8208), 8288, 65279, 173, *range(8234, 8239)))
_NEAR_MAX = 80
"""Longer texts (in words) are only compared as wholes."""
_BUCKET_MAX = 4
_WEEKDAY = 4
"""Letters of a shortened weekday at most."""
_OPPOSITES = frozenset(
    "left right before after first second third fourth last front back north south east west top"
    " bottom above below inside outside day night morning evening men women man woman boy girl boys"
    " girls he she his her no not without with links rechts vorher nachher oben unten gauche droite"
    " avant après izquierda derecha antes después esquerda direita depois".split()
)


class Folded(NamedTuple):
    """A text as words: folded, and as written."""

    words: tuple[str, ...]
    written: tuple[str, ...]

    @property
    def weight(self) -> int:
        """Letters and digits in all words."""
        return sum(map(len, self.words))


def fold_text(text: str) -> Folded:
    """Words of ``text``; an ideograph counts as a word."""
    if text.isascii():
        return Folded(tuple(_WORD.findall(text.lower())), tuple(_WORD.findall(text)))
    plain = text.translate(_INVISIBLE)
    ideographs = bool(plain) and max(plain) >= _FIRST_KANA
    written = tuple((_word_or_ideograph() if ideographs else _WORD).findall(plain))
    return Folded(tuple(map(_fold_word, written)), written)


@cache
def _word_or_ideograph() -> re.Pattern[str]:
    """Compiled where a text has them, as their ranges are long."""
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")


def _fold_word(word: str) -> str:
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.translate(TO_LATIN).casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)) or word


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """0..1: how much of the two texts' letters lies in words they share in order."""
    total = sum(map(len, a)) + sum(map(len, b))
    if not total:
        return 1.0
    if 2 * _shared(a, b) < 0.8 * total:
        return 0.0
    from difflib import SequenceMatcher  # noqa: PLC0415 - few texts are near enough to be asked

    matcher = SequenceMatcher(None, a, b, autojunk=False)
    common = sum(
        len(word)
        for block in matcher.get_matching_blocks()
        for word in a[block.a : block.a + block.size]
    )
    return 2 * common / total


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """Letters in words that both have, in any order: a cheap upper bound."""
    return sum(len(word) * n for word, n in (Counter(a) & Counter(b)).items())


def same_but_for_a_slip(a: Folded, b: Folded) -> bool:
    """True if one word differs, and only as a slip of the finger or by a small word."""
    difference = _difference(a, b)
    if difference is None:
        return False
    one, other = difference
    if not (one and other) and (one or other).casefold() in _weekdays():
        return True
    if not _idle(one, other):
        return False
    if one and other:
        lower = one.islower() and other.islower()
        return lower and min(len(one), len(other)) >= 5 and one_edit(one.lower(), other.lower())
    return (one or other).islower() and len(one or other) <= 4


@cache
def _weekdays() -> frozenset[str]:
    """Weekdays in full: one that is left out beside its date changes nothing."""
    words = " ".join(language.weekdays for language in LANGUAGES.values()).replace("|", " ").split()
    return frozenset(word for word in words if len(word) > _WEEKDAY)


def same_in_effect(a: Folded, b: Folded) -> bool:
    """True if one word differs, weighs under 8 % and is no name, number or opposite."""
    difference = _difference(a, b)
    if difference is None or not _idle(*difference):
        return False
    one, other = difference
    return (len(one) + len(other)) <= 0.08 * (a.weight + b.weight)


def _difference(a: Folded, b: Folded) -> tuple[str, str] | None:
    """The one word in which they differ, as written in each (empty where it is missing)."""
    shorter = min(len(a.words), len(b.words))
    if abs(len(a.words) - len(b.words)) > 1 or a.words == b.words:
        return None
    head = 0
    while head < shorter and a.words[head] == b.words[head]:
        head += 1
    skip_a = int(len(a.words) >= len(b.words))
    skip_b = int(len(b.words) >= len(a.words))
    if a.words[head + skip_a :] != b.words[head + skip_b :]:
        return None
    return (
        a.written[head] if skip_a else "",
        b.written[head] if skip_b else "",
    )


def _idle(one: str, other: str) -> bool:
    """True if changing ``one`` to ``other`` hardly changes what is said."""
    both = [word for word in (one, other) if word]
    if any(c.isdigit() for word in both for c in word):
        return False
    if any(word.lower() in _OPPOSITES for word in both):
        return False
    return all(word[0].islower() for word in both)


def repeats(
    texts: Iterable[tuple[int, Folded]], same: Callable[[Folded, Folded], bool]
) -> list[tuple[int, ...]]:
    """Groups of two or more texts that say the same, in order.

    Args:
        texts: A number for each text, ascending, and its words.
        same: Whether two texts that differ in one word count as the same.
    """
    holders: dict[tuple[str, ...], list[int]] = {}
    first: dict[tuple[str, ...], Folded] = {}
    for number, folded in texts:
        if folded.words:
            holders.setdefault(folded.words, []).append(number)
            first.setdefault(folded.words, folded)
    parent = {words: words for words in holders}

    def root(words: tuple[str, ...]) -> tuple[str, ...]:
        while parent[words] != words:
            words = parent[words]
        return words

    for one, other in _near_pairs(list(first)):
        if root(one) != root(other) and same(first[one], first[other]):
            parent[root(other)] = root(one)
    groups: dict[tuple[str, ...], list[int]] = {}
    for words, numbers in holders.items():
        groups.setdefault(root(words), []).extend(numbers)
    return sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)


def _near_pairs(
    forms: Sequence[tuple[str, ...]],
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs that share all but one word; a crowd that shares a template is only sampled."""
    buckets: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words in forms:
        if not 4 < len(words) <= _NEAR_MAX:
            continue
        keys = {words, *(words[:i] + words[i + 1 :] for i in range(len(words)))}
        for key in keys:
            held = buckets.setdefault(key, [])
            for other in held:
                yield other, words
            if len(held) < _BUCKET_MAX:
                held.append(words)
