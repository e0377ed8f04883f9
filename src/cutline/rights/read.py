"""Words into restrictions: phrases of the lexicon first, then ``PLACE OUT``, then the rest.

What asks for something and fits nothing known is ``unread``: a person must read it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from cutline.almanac import instant
from cutline.model import Restriction
from cutline.rights.lexicon import NUMBER, Phrase, lexicon
from cutline.rights.slots import Named, credit_after, list_after, list_before
from cutline.rights.tokens import Gap, Token, tokens

_WHOLE = frozenset(
    "handout pool unverified privacy graphic correction kill no_mining plain unread".split()
)
"""What these say goes for the whole clause: the words around it are not looked at."""
_UNSAID = frozenset(("plain", "vague"))
_NUMBERS = {
    word: number
    for number, words in {
        7: "seven sieben sept siete",
        14: "fourteen vierzehn quatorze catorce",
        30: "thirty dreissig trente treinta",
    }.items()
    for word in words.split()
}
_DAY_REACH = 160
_SENTENCE = 3
"""Words; fewer common ones ask for nothing."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase and its slot: tokens ``[first, last)``, and what it says."""

    first: int
    last: int
    code: str
    named: tuple[Named, ...] = ()
    until: datetime | date | None = None
    other: date | None = None
    days: int | None = None
    credit: str = ""
    end: int = 0


def read_restrictions(
    text: str, field: str = "instructions", around: date | None = None
) -> tuple[Restriction, ...]:
    """What a text forbids or demands. Never raises; takes time linear in its length.

    Args:
        text: Instructions, usage terms, or capitals that stood after a caption.
        field: TechReference id of the property; in ``description`` only known words count.
        around: A day near those that the text means, such as that of the photograph: it tells
            the year where the text leaves it out.

    Returns:
        The restrictions in the order of the text, one for each place and medium.
    """
    words = tokens(text)
    found = _phrases(text, words, around, strict=field == "description")
    dated = any(one.code == "embargo" and one.until for one in found)
    told = [one for one in found if not (dated and one.code == "embargo" and not one.until)]
    read = [each for one in told for each in _restrictions(one, text, words, field)]
    if field != "description":
        read += _rest(text, words, found, field, alone=not read)
    if not any(each.code != "unverified" for each in read):
        vague = (one for one in found if one.code == "vague" and field != "description")
        read += [_of(replace(one, code="unread"), text, words, field) for one in vague]
    return tuple(sorted(read, key=lambda each: each.start))


def _phrases(
    text: str, words: Sequence[Token], around: date | None, *, strict: bool
) -> list[_Found]:
    found: list[_Found] = []
    at = clear = 0
    while at < len(words):
        one = _phrase_at(text, words, at, around)
        if one is None and words[at].word in lexicon().words["out"]:
            one = _out_at(text, words, at, clear, strict=strict)
        if one is None and words[at].word in lexicon().words["only"]:
            one = _only_at(text, words, at, clear)
        if one is None:
            at += 1
            continue
        found.append(one)
        at = clear = max(one.last, at + 1)
    return found


def _phrase_at(text: str, words: Sequence[Token], at: int, around: date | None) -> _Found | None:
    """The longest phrase that begins with this word and whose slot is filled."""
    for last, days, phrase in sorted(_walk(words, at), key=lambda met: -met[0]):
        found = _Found(at, last, phrase.code, days=days)
        one = _filled(text, words, found, phrase.slot, around)
        if one is not None:
            return one
    return None


def _walk(words: Sequence[Token], at: int) -> Iterator[tuple[int, int | None, Phrase]]:
    """Every phrase that begins here: the index behind it, and the number in it."""
    known, word = lexicon().phrases, words[at].word
    begun = known.get(word, ())
    if _count(word) is not None:
        begun = (*begun, *known.get(NUMBER, ()))
    for phrase in begun:
        met = _met(phrase, words, at)
        if met is not None:
            yield (*met, phrase)


def _met(phrase: Phrase, words: Sequence[Token], at: int) -> tuple[int, int | None] | None:
    """The furthest that a phrase reaches from here, and its number; None if it is not met."""
    parts = phrase.parts
    states, end, days = _open(parts, 0), None, None
    for index in range(at, len(words)):
        if index > at and words[index].gap == Gap.FULL:
            break
        word, after = words[index].word, set[int]()
        for state in states:
            if state == len(parts):
                continue
            said = parts[state][0]
            if NUMBER in said and (count := _count(word)) is not None:
                days = count
                after |= _open(parts, state + 1)
            elif word in said:
                after |= _open(parts, state + 1)
        if not after:
            break
        states = after
        if len(parts) in states:
            end = index + 1
    return None if end is None else (end, days)


def _open(parts: Sequence[tuple[frozenset[str], bool]], state: int) -> set[int]:
    """The parts that may come next: those that may stay empty, and the one after them."""
    found = {state}
    while state < len(parts) and parts[state][1]:
        state += 1
        found.add(state)
    return found


def _count(word: str) -> int | None:
    if word.isdecimal() and word.isascii() and len(word) <= 3:
        return int(word)
    return _NUMBERS.get(word)


def _filled(
    text: str, words: Sequence[Token], one: _Found, slot: str, around: date | None
) -> _Found | None:
    """The phrase with what follows it; None if that does not fit."""
    if slot == "<credit>":
        limit = _next_term(words, one.last, text)
        credit, end = credit_after(text, words[one.last - 1].end, limit)
        return replace(one, credit=credit, last=_index(words, one.last, end), end=end)
    if slot in ("<day>", "<when>"):
        return _dated(text, words, one, around, needed=slot == "<day>")
    if slot == "<end>":
        ended = one.last == len(words) or words[one.last].gap > Gap.NONE
        return one if ended else None
    return _listed(text, words, one, media=slot == "<media>") if slot else one


def _listed(text: str, words: Sequence[Token], one: _Found, *, media: bool) -> _Found | None:
    """The phrase with the places, or the media, that follow it."""
    named, last = list_after(words, one.last, text)
    fits = bool(named) and all(bool(each.media) == media for each in named)
    if not fits or words[one.last].gap == Gap.FULL:
        return None
    return replace(one, named=tuple(named), last=last)


def _dated(
    text: str, words: Sequence[Token], one: _Found, around: date | None, *, needed: bool
) -> _Found | None:
    behind = words[one.last - 1].end
    limit = min(_next_dated(words, one.last, len(text)), behind + _DAY_REACH)
    when = instant(text[:limit], behind, around)
    if when is None and not needed:
        begin = max(words[one.first].start - 60, 0)
        when = instant(text[: words[one.first].start], begin, around)
        if when is not None and when.span.end > words[one.first].start - 25:
            return replace(one, until=when.value, other=when.other)
        when = None
    if when is None:
        return None if needed else one
    last = _index(words, one.last, when.span.end)
    return replace(one, until=when.value, other=when.other, last=last)


def _index(words: Sequence[Token], at: int, end: int) -> int:
    """The index of the first word that begins at ``end`` or later."""
    while at < len(words) and words[at].start < end:
        at += 1
    return at


def _next_term(words: Sequence[Token], at: int, text: str) -> int:
    """Where the next known phrase of more than one word, or ``PLACE OUT``, begins."""
    for index in range(at, min(len(words), at + 30)):
        for last, _, phrase in _walk(words, index):
            if last - index > 1 and phrase.code not in _UNSAID:
                return words[index].start
        if words[index].word in lexicon().words["out"]:
            named, first = list_before(words, index, at, text)
            if named:
                return words[first].start
    return len(text)


def _next_dated(words: Sequence[Token], at: int, default: int) -> int:
    """Where the next phrase that names a day of its own begins."""
    for index in range(at, min(len(words), at + 30)):
        for last, _, phrase in _walk(words, index):
            if last - index > 1 and phrase.code in ("embargo", "expiry"):
                return words[index].start
    return default


def _out_at(
    text: str, words: Sequence[Token], at: int, clear: int, *, strict: bool
) -> _Found | None:
    """``RUSSIA, BELARUS AND CHINA OUT``; with ``strict``, only where every name is known."""
    if at == clear or words[at].gap == Gap.FULL:
        return None
    last = at + 1
    closed = last == len(words) or words[last].gap > Gap.NONE or words[last].capital
    named, first = list_before(words, at, clear, text)
    begun = first == clear or words[first].gap > Gap.NONE
    loud = not strict and all(token.capital for token in words[first:last])  # USA OUT except …
    if named and begun and (closed or loud):
        return _Found(first, last, "territory_out", named=tuple(named))
    first = at
    while first > clear and words[first].gap == Gap.NONE:
        first -= 1
    local = words[first:at]
    ended = last == len(words) or words[last].gap > Gap.NONE
    if strict or not ended or not 0 < len(local) <= 5 or not all(t.capital for t in local):
        return None
    name = text[local[0].start : local[-1].end]
    return _Found(first, last, "territory_out", named=(Named(name, "local"),))


def _only_at(text: str, words: Sequence[Token], at: int, clear: int) -> _Found | None:
    """``PRINT ONLY``, ``UK USE ONLY``."""
    if at == clear or words[at].gap == Gap.FULL:
        return None
    named, first = list_before(words, at, clear, text)
    begun = first == clear or words[first].gap > Gap.NONE
    if not named or not begun:
        return None
    code = "media_only" if all(each.media for each in named) else "territory_only"
    return _Found(first, at + 1, code, named=tuple(named))


def _restrictions(
    one: _Found, text: str, words: Sequence[Token], field: str
) -> Iterator[Restriction]:
    if one.code in _UNSAID:
        return
    if one.code == "unread":
        first, last = _clause(words, one.first, one.last)
        one = replace(one, first=first, last=last)
    base = _of(one, text, words, field)
    if not one.named:
        yield base
    for named in one.named:
        if one.code == "media_only":
            yield replace(base, media=f"{named.media}_only", code="media_out")
        elif named.media:
            yield replace(base, code="media_out", place=named.place, media=named.media)
        else:
            yield replace(base, place=named.place)


def _of(one: _Found, text: str, words: Sequence[Token], field: str) -> Restriction:
    start, end = words[one.first].start, max(words[one.last - 1].end, one.end)
    return Restriction(
        one.code,
        text[start:end],
        until=one.until,
        other=one.other,
        days=one.days,
        credit=one.credit,
        field=field,
        start=start,
    )


def _rest(
    text: str, words: Sequence[Token], found: Sequence[_Found], field: str, *, alone: bool
) -> Iterator[Restriction]:
    """What is left over between the phrases and asks for something.

    Common words between two restrictions only join them; ``alone`` they are all that is asked.
    """
    taken = [False] * len(words)
    for one in found:
        first, last = one.first, one.last
        if one.code in _WHOLE or (one.code == "embargo" and not one.until):
            first, last = _clause(words, first, last)
        taken[first:last] = [True] * (last - first)
    run: list[Token] = []
    for index, token in enumerate(words):
        if run and (taken[index] or token.gap == Gap.FULL):
            yield from _unread(text, run, field, alone=alone)
            run = []
        if not taken[index]:
            run.append(token)
    yield from _unread(text, run, field, alone=alone)


def _clause(words: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    while first > 0 and words[first].gap < Gap.FULL:
        first -= 1
    while last < len(words) and words[last].gap < Gap.FULL:
        last += 1
    return first, last


def _unread(text: str, run: Sequence[Token], field: str, *, alone: bool) -> Iterator[Restriction]:
    known = lexicon().words
    said = [token for token in run if token.word not in known["glue"] and token.word.isalpha()]
    asks = any(token.word in known["demand"] for token in run)
    if not said and not (alone and asks and len(run) >= _SENTENCE):
        return
    loud = [token for token in said if token.capital and len(token.word) > 1]
    if asks or (len(loud) > 1 and len(loud) == len(said)):
        start, end = run[0].start, run[-1].end
        yield Restriction("unread", text[start:end], field=field, start=start)
