"""Marks inside a piece: ``Courtesy of X``, ``X, File``, ``X Archives Y``, licences, years."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cutline.credit.lexicon import lexicon
from cutline.credit.names import Sort, sort_of
from cutline.credit.parties import Parties, Party, fold
from cutline.model.regex import regex

_WORD = regex(r"\S+")
_YEAR = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"
_YEARS = regex(rf"{_YEAR}(?!\d)[\s.]*")
_LAST_YEAR = regex(rf"[\s,]+{_YEAR}$")
_CC = regex(
    r"(?<!\w)CC(?:[ -]?0|[ -]BY(?:-\w\w)*)\b(?:\s?\d\.\d)?(?:\s?\b[A-Z]{2}\b)?[\s,:-]*"
    r"|(?<!\w)(?:GFDL|OGL)\b",
    re.IGNORECASE,
)
_COMMONS = regex(r"\s*\b(?:creative commons|public domain)\b\s*", re.IGNORECASE)
_MADE_BY = regex(r"\b(?:durch|by|von|par|por)\s+(?=\S+(?:\s\S+){0,4}$)", re.IGNORECASE)
_LONGEST_MARK = 6
_LEADS = frozenset({"courtesy", "screenshot", "supplied"})
"""Marks that may stand before any name."""
_WORK = frozenset({"edited", "crop"})
"""Marks of later work: whoever is named after them made no picture."""
_PAPERS = (Sort.WORD, Sort.ACRONYM, Sort.BODY)
"""What a paper's name looks like before its staff: ``Gazette Staff Photographer``."""
_SHORT = frozenset(
    "art arte ai ki ia ir presse pr frame detail crop stock family dr karte render".split()
)
"""Marks that are also words of names: only alone in a piece."""


class Peeled(NamedTuple):
    """A piece without its marks.

    Attributes:
        rests: What is left, as ranges of the piece; none where it was all marks.
        flags: What the marks say.
    """

    rests: tuple[tuple[int, int], ...]
    flags: frozenset[str]


def peel(text: str, parties: Parties) -> Peeled:
    """Take marks, licences and years off a piece."""
    party = parties.known(text)
    if party is not None:
        return Peeled((), frozenset({party.name})) if party.kind == "mark" else _whole(text)
    if (machine := lexicon().machine.search(text)) is not None:
        by = _MADE_BY.search(text, machine.end())
        rests = ((by.end(), len(text)),) if by else ()
        return Peeled(rests, frozenset({"ai"}))
    start, end, flags = _licence(text, parties)
    if start < end and (years := _YEARS.match(text, start, end)) is not None:
        start = years.end()
    trailing = _LAST_YEAR.search(text[start:end])
    if trailing is not None and trailing.start() > 0:
        end = start + trailing.start()
    return _peel(text, start, end, flags, parties)


def _whole(text: str) -> Peeled:
    return Peeled(((0, len(text)),), frozenset())


def _licence(text: str, parties: Parties) -> tuple[int, int, frozenset[str]]:
    """The range without a licence, and its flag."""
    said = frozenset({"licence"})
    if (match := _CC.search(text)) is not None:
        if match.start() == 0:
            return match.end(), len(text), said
        return 0, len(text[: match.start()].rstrip(" ,-:")), said
    if lexicon().licences.search(fold(text)) is None:
        return 0, len(text), frozenset()
    start, end = _beside_commons(text, parties)
    return start, end, said


def _beside_commons(text: str, parties: Parties) -> tuple[int, int]:
    """``Flickr Creative Commons``: who is named beside the licence, if anybody."""
    match = _COMMONS.search(text)
    if match is not None:
        left, right = text[: match.start()], text[match.end() :]
        if parties.known(left) or (left and not right and sort_of(left) is not Sort.NOTHING):
            return 0, len(left)
        if parties.known(right):
            return match.end(), len(text)
    return 0, 0


def _peel(text: str, start: int, end: int, flags: frozenset[str], parties: Parties) -> Peeled:
    for _ in range(4):
        if parties.mark_words.isdisjoint(fold(text[start:end]).split()):
            break
        if parties.known(text[start:end]) is not None:
            break
        found = _first(text, start, end, parties)
        if found is None:
            break
        ranges, mark = found
        flags |= {mark}
        if mark in _WORK and ranges and ranges[0][0] > start:
            return Peeled((), flags)
        if len(ranges) != 1:
            return Peeled(ranges, flags)
        start, end = ranges[0]
    party = parties.known(text[start:end])
    if party is not None and party.kind == "mark":
        return Peeled((), flags | {party.name})
    return Peeled(((start, end),) if start < end else (), flags)


def _first(
    text: str, start: int, end: int, parties: Parties
) -> tuple[tuple[tuple[int, int], ...], str] | None:
    """The longest mark at the head, at the tail or in the middle; and what it leaves."""
    spots = [match.span() for match in _WORD.finditer(text, start, end)][:12]
    if len(spots) < 2 and not (spots and spots[0] != (start, end)):
        return None
    for first, last in _runs(len(spots)):
        mark = _mark(text[spots[first][0] : spots[last - 1][1]], parties)
        if mark is None:
            continue
        left = (start, spots[first - 1][1]) if first else None
        right = _after(text, spots, last, end, parties) if last < len(spots) else None
        if _fits(text, mark, left, right, parties):
            ranges = tuple(part for part in (left, right) if part is not None)
            return ranges, mark
    return None


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """Stretches of words that may be a mark: heads, then tails, then the middle; longest first."""
    longest = min(_LONGEST_MARK, count)
    for length in range(longest, 0, -1):
        yield 0, length
    for length in range(longest, 0, -1):
        if length < count:
            yield count - length, count
    for length in (2, 1):
        for first in range(1, count - length):
            yield first, first + length


def _mark(text: str, parties: Parties) -> str | None:
    folded = fold(text)
    party = parties.by_form.get(folded)
    if party is None or party.kind != "mark" or folded in _SHORT:
        return None
    return party.name if len(folded) > 1 or not folded.isascii() else None  # an initial


def _after(
    text: str, spots: list[tuple[int, int]], last: int, end: int, parties: Parties
) -> tuple[int, int] | None:
    """What follows a mark, without ``of``, ``von``, ``aus dem``."""
    small = lexicon().small
    while last < len(spots) and fold(text[slice(*spots[last])]) in small:
        if parties.known(text[spots[last][0] : end]) is not None:
            break
        last += 1
    return (spots[last][0], end) if last < len(spots) else None


def _fits(
    text: str,
    mark: str,
    left: tuple[int, int] | None,
    right: tuple[int, int] | None,
    parties: Parties,
) -> bool:
    """True if what stands beside the mark is somebody, so that the mark is no part of a name."""

    def named(part: tuple[int, int]) -> Party | bool | None:
        return _is_named(text[slice(*part)], parties.known)

    if left is None and right is None:
        return True
    if left is None and right is not None:
        if mark == "staff" and fold(text[slice(*right)]).split(" ")[0] in lexicon().titles:
            return False
        return mark in _LEADS or mark in _WORK or bool(named(right))
    if left is not None and right is None:
        plain = mark == "file" and text[left[1] : left[1] + 2].strip().islower()
        if mark == "staff" and sort_of(text[slice(*left)]) in _PAPERS:
            return True
        return plain or mark in ("crop", "edited", "symbolic", "screenshot") or bool(named(left))
    assert left is not None  # noqa: S101 - the four cases are told apart above
    assert right is not None  # noqa: S101
    inner = mark in ("file", "courtesy", "handout", "pool", "staff", "stringer", "supplied")
    return inner and bool(named(left)) and bool(named(right))


def _is_named(text: str, known: Callable[[str], Party | None]) -> bool:
    if known(text) is not None:
        return True
    return sort_of(text) in (Sort.PERSON, Sort.PERHAPS)
