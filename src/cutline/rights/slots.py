"""What follows a phrase, or stands before ``OUT``: places, media, a credit, a day."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cutline.model.regex import regex
from cutline.rights.lexicon import lexicon, places
from cutline.rights.tokens import Gap, Token

_LONGEST_NAME = 6
_CREDIT_END = regex(r"[;\n\r!|•*]|\s[-–—]{1,3}(?:\s|$)|--|(?<=[^\W_]{2})\.(?:\s|$)|[()\[\]]")
_QUOTED = regex(r"[\s:]{0,4}[\"“„«]([^\"”“»\n]{1,120})[\"”“»]")
_NOBODY = frozenset(
    "the photographer photographer source agency line as above is required mandatory please"
    " and und to must be shown given supplied use used pflicht urheber fotografen".split()
)


class Named(NamedTuple):
    """One place or way of publishing in a list.

    Attributes:
        place: ISO 3166 code, or a region's or locality's name as written.
        media: The way of publishing; empty for a place.
    """

    place: str = ""
    media: str = ""


def place_or_media(words: Sequence[Token], text: str) -> Named | None:
    """What a few words name as a whole."""
    name = " ".join(token.word for token in words)
    if name in lexicon().media:
        return Named(media=lexicon().media[name])
    known = places()
    if name in known.country:
        return Named(place=known.country[name])
    if name in known.region:
        return Named(place=text[words[0].start : words[-1].end])
    return None


def list_after(tokens: Sequence[Token], at: int, text: str) -> tuple[list[Named], int]:
    """The places or media that stand from ``at``, joined by commas and ``and``.

    Returns:
        Them, and the index of the first word after the last of them.
    """
    found: list[Named] = []
    end = index = at
    while index < len(tokens) and (index == at or tokens[index].gap < Gap.FULL):
        step = _name_at(tokens, index, text)
        if step is not None:
            named, index = step
            found.append(named)
            end = index
        elif tokens[index].word in _LINKS:
            index += 1
        else:
            break
    return found, end


def list_before(tokens: Sequence[Token], at: int, first: int, text: str) -> tuple[list[Named], int]:
    """The places or media that end just before ``at``; nothing before ``first`` is read.

    Returns:
        Them in order, and the index of the first word of the first of them.
    """
    found: list[Named] = []
    begin = index = at
    while index > first and (index == at or tokens[index].gap < Gap.FULL):
        step = _name_before(tokens, index, first, text)
        if step is not None:
            named, index = step
            found.insert(0, named)
            begin = index
        elif tokens[index - 1].word in _LINKS:
            index -= 1
        else:
            break
    return _qualified(found, tokens, begin, first, text)


def credit_after(text: str, start: int, limit: int) -> tuple[str, int]:
    """The credit that is demanded, and where it ends; empty if none is named.

    Args:
        text: The whole text.
        start: Where the demand ends.
        limit: Where the next restriction begins.
    """
    quoted = _QUOTED.match(text, start, min(limit, start + 140))
    if quoted is not None:
        return quoted[1].strip(), quoted.end()
    end = min(limit, start + 120)
    cut = _CREDIT_END.search(text, start + 1, end)
    said = text[start : cut.start() if cut else end]
    name = said.strip(" :,-–—/.\t\"“”'")
    if set(re.findall(r"\w+", name.lower())) <= _NOBODY:
        return "", start
    return name, start + len(said.rstrip(" :,-–—/.\t\"“”'"))


_LINKS = frozenset(
    "and or und oder et ou y e as well och og the la le les l los las el der die das den dem des"
    " in im en au aux pour fur para for use a all any mainland nor noch".split()
)


def _name_at(tokens: Sequence[Token], at: int, text: str) -> tuple[Named, int] | None:
    for end in range(min(len(tokens), at + _LONGEST_NAME), at, -1):
        words = tokens[at:end]
        if _parted(words, text):
            continue
        named = place_or_media(words, text)
        if named is not None:
            return named, end
    return None


def _parted(words: Sequence[Token], text: str) -> bool:
    """Whether a comma or the like stands among the words of a name; ``D/A/CH`` is one name."""
    gaps = [token for token in words[1:] if token.gap > Gap.NONE]
    if not gaps:
        return False
    short = all(token.capital and token.end - token.start <= 2 for token in words)
    return not short or any(text[token.start - 1] != "/" for token in gaps)


def _name_before(
    tokens: Sequence[Token], at: int, first: int, text: str
) -> tuple[Named, int] | None:
    for begin in range(max(first, at - _LONGEST_NAME), at):
        words = tokens[begin:at]
        if _parted(words, text):
            continue
        named = place_or_media(words, text)
        if named is not None:
            return named, begin
    return None


def _qualified(
    found: list[Named], tokens: Sequence[Token], begin: int, first: int, text: str
) -> tuple[list[Named], int]:
    """``NY LOCALS``, ``UK TABLOIDS``: media of one place, and no further list."""
    if len(found) == 2 and found[0].place and found[1].media:
        if tokens[begin + 1].gap == Gap.NONE:
            return [Named(found[0].place, found[1].media)], begin
    elif len(found) == 1 and found[0].media:
        start = begin
        while start > first and begin - start < 3 and tokens[start].gap == Gap.NONE:
            start -= 1
        words = tokens[start:begin]
        if words and all(token.capital for token in words):
            place = text[words[0].start : words[-1].end]
            return [Named(place, found[0].media)], start
    return found, begin
