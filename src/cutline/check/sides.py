"""Position words in captions: who stands left, who right, who second from left.

A position counts only where it is set off as captions set it off: in brackets (``(left)``,
``(2. v. l.)``, ``（左）``), between commas (``, second from left,``) or with ``at``. Left as a
verb, a party or a wing is none. Words that tell the order of a whole list (``from left``) are
in ``check/lineups.py``.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cutline.model import Span
from cutline.model.regex import regex

_SIDES = {
    "left": "left links linke linker linken lks li gauche izquierda izq izqda izda esquerda esq"
    " sinistra sx vänster venstre vinstri слева ліворуч зліва lewej 左 왼쪽 يسار tv vl",
    "right": "right rechts rechte rechter rechten re droite derecha dcha drcha der dta direita dir"
    " destra dx höger høyre højre hægri справа праворуч prawej 右 오른쪽 يمين th vr",
    "center": "center centre middle mitte centro milieu mitten midten midden центре środku 中央"
    " 가운데",
}
_LETTERS = {
    "en": {"l": "left", "r": "right", "c": "center"},
    "de": {"l": "left", "r": "right", "m": "center"},
    "fr": {"g": "left", "d": "right", "c": "center"},
    "es": {"i": "left", "d": "right", "c": "center"},
    "pt": {"e": "left", "d": "right", "c": "center"},
    "it": {"s": "left", "d": "right", "c": "center"},
    "nl": {"l": "left", "r": "right", "m": "center"},
    "sv": {"v": "left", "h": "right", "m": "center"},
    "da": {"v": "left", "h": "right", "m": "center"},
    "nb": {"v": "left", "h": "right", "m": "center"},
}
"""Letters in brackets; where a language has no row, the English ones."""

_RANKS = {
    2: "second 2nd zweite zweiter zweiten zweites 2 deuxième 2e segundo segunda secondo seconda"
    " tweede andra anden andre nummer вторая второй",
    3: "third 3rd dritte dritter dritten drittes 3 troisième 3e tercero tercera terceiro terceira"
    " terzo terza derde tredje третья третий",
    4: "fourth 4th vierte vierter vierten 4 quatrième 4e cuarto cuarta quarto quarta fjärde fjerde",
    5: "fifth 5th fünfte fünfter fünften 5 cinquième 5e quinto quinta",
}
_KINDS = (
    "front back rear top bottom upper lower far foreground background seated standing kneeling"
    " sitting inset above below extreme leading vorne vorn hinten oben unten ganz außen mittig"
    " devant derrière haut bas assis debout arriba abajo delante detrás sentado sentada"
    " fremst bakerst främst längst ytterst"
)
_FILLERS = (
    "from at on in to of the and von der die das v à la le de du a da na al till til fra från af"
    " av i sur en am im s row à-la pictured"
)
_MOST = 6
_TOKEN = regex(r"[^\W_]+(?:-(?:right|left))?")
_BEFORE = regex(r"[,(\[（]\s*$")
_AT = regex(r"\bat\s+(?:the\s+)?$")
_AFTER = regex(
    r"\s*(?:[,.;:)\]）]|$)|\s+(?:and|und|et|y|e|og|och|en|with|mit|avec|con|med|met|и)\b"
)
_BRACKET = regex(r"[(\[（]([^()\[\]（）]{1,40})[)\]）]")


class Side(NamedTuple):
    """A position as a caption sets it off.

    Attributes:
        span: The words of the position.
        side: ``left``, ``right`` or ``center``.
        rank: 1 for ``left``, 2 for ``second from left``.
        kind: What narrows it: ``front``, ``top``, ``far`` …
        capital: True for a single capital letter, which may also be a party.
    """

    span: Span
    side: str
    rank: int
    kind: frozenset[str]
    capital: bool = False

    @property
    def key(self) -> tuple[str, int, frozenset[str]]:
        """Equal for two positions that are the same place."""
        return self.side, self.rank, self.kind


def sides(text: str, language: str) -> tuple[Side, ...]:
    """Every position that is set off in ``text``, in order.

    Args:
        text: A caption.
        language: Primary tag of the story's language: it says what single letters mean.
    """
    found = {side.span.start: side for side in _between_commas(text)}
    found |= {side.span.start: side for side in _in_brackets(text, language)}
    return tuple(found[start] for start in sorted(found))


def _in_brackets(text: str, language: str) -> Iterator[Side]:
    letters = {**_LETTERS["en"], **_LETTERS.get(language, {})}
    for match in _BRACKET.finditer(text):
        inner = match[1]
        tokens = _TOKEN.findall(inner.lower())
        span = Span(*match.span(1))
        if len(tokens) == 1 and tokens[0] in letters:
            yield Side(span, letters[tokens[0]], 1, frozenset(), inner.strip(". ").isupper())
            continue
        short = [{"l": "left", "r": "right"}.get(t, t) for t in tokens]
        if tokens in (["t", "v"], ["t", "h"]):
            short = ["".join(tokens)]
        if tokens not in (["v", "l"], ["v", "r"]):
            side = _side(span, short)
            if side is not None:
                yield side


def _between_commas(text: str) -> Iterator[Side]:
    """Positions between commas: from each word of a side as far as known words go."""
    words = [(match.group().lower(), match.span()) for match in _TOKEN.finditer(text)]
    known = _known()
    done = -1
    for index, (word, _) in enumerate(words):
        if index <= done or word not in _side_words():
            continue
        first, last = index, index
        while first and index - first < _MOST and words[first - 1][0] in known:
            if not _joined(text, words[first - 1][1][1], words[first][1][0]):
                break
            first -= 1
        while last + 1 < len(words) and last - index < _MOST and words[last + 1][0] in known:
            if not _joined(text, words[last][1][1], words[last + 1][1][0]):
                break
            last += 1
        found = _set_off(text, words, first, last)
        if found is not None:
            done = last
            yield found


def _joined(text: str, end: int, start: int) -> bool:
    return start - end <= 2 and not text[end:start].strip(" .-\u00a0")


def _set_off(
    text: str, words: list[tuple[str, tuple[int, int]]], first: int, last: int
) -> Side | None:
    """The position, if what stands before and after sets it off."""
    while words[last][0] in _FILLER_WORDS and last > first:
        last -= 1
    start, end = words[first][1][0], words[last][1][1]
    near = text[max(0, start - 12) : start]
    at = words[first][0] == "at" or _AT.search(near)
    if not at and not _BEFORE.search(near):
        return None
    if not _AFTER.match(text, end, end + 16):
        return None
    return _side(Span(start, end), [word for word, _ in words[first : last + 1]])


def _side(span: Span, tokens: list[str]) -> Side | None:
    """What the words say together; None unless they name one side and nothing unknown."""
    known = _known()
    named = {side for token in tokens if (side := _side_words().get(token))}
    if any(token not in known for token in tokens) or not named:
        return None
    kind = frozenset(token for token in tokens if token in _KIND_WORDS)
    if named in ({"center", "left"}, {"center", "right"}):
        kind |= {"center"}
        named -= {"center"}
    if len(named) != 1:
        return None
    rank = next((rank for token in tokens if (rank := _rank_words().get(token))), 1)
    return Side(span, named.pop(), rank, kind)


_FILLER_WORDS = frozenset(_FILLERS.split())
_KIND_WORDS = frozenset(_KINDS.split())


@cache
def _side_words() -> dict[str, str]:
    return {word: side for side, words in _SIDES.items() for word in words.split()}


@cache
def _rank_words() -> dict[str, int]:
    return {word: rank for rank, words in _RANKS.items() for word in words.split()}


@cache
def _known() -> frozenset[str]:
    return frozenset((*_side_words(), *_rank_words(), *_FILLER_WORDS, *_KIND_WORDS))
