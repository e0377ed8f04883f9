"""Alt texts that belong to another picture of the story, by what they say or whom they credit.

The pair is the unit of proof. Two alt texts are exchanged if each fits the other's caption
better than its own and the gain of both together is large enough for the number of
photographs, because among many photographs chance finds a likely pair. Where only one of the
two says anything that a caption takes up, two shared words at least and a larger gain are
asked. Rings of three and more, and runs that have moved by the same number of places, are found
by following the best links. An alt text that is another caption word for word needs no partner.

Measured on stories put together at random from published pairs of alt text and caption: a
false pair in under one in a hundred stories of four photographs, in one in fifty of twenty.
"""

import math
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from cutline.check.analysis import Analysis, Frame
from cutline.check.fitting import Fits, fits
from cutline.check.told_twice import repeats_caption
from cutline.credit import Credit, parse, same_name

_BOTH, _ONE, _GROWTH = 0.9, 1.5, 0.25
"""Gain asked of a pair of two photographs, with evidence on both sides or one; more for each
doubling of the photographs."""
_LINK = 0.5
"""Gain asked of each link of a ring or a run; their sum must make up for that."""
_MARGIN = 0.25
"""By how much the best caption must beat the second."""
_RUN = 3
_VERBATIM = 6
_COVERED = 0.34
"""Share of an alt text's words in its own caption above which it is at home there."""
_RIVALS = frozenset({"AP", "Reuters", "AFP", "EPA"})
"""Wires that do not carry each other's pictures."""


class Stray(NamedTuple):
    """An alt text that belongs to another picture.

    Attributes:
        number: The photograph it stands at.
        home: The photograph it fits; None where only its credit tells.
        ring: The photographs that would have to exchange alt texts, each taking that of the
            one before it; empty where nothing can be exchanged.
        shared: Words that it shares with the caption of ``home``, the weightiest first.
        credit: The other credit that it carries, if that is the proof.
    """

    number: int
    home: int | None
    ring: tuple[int, ...] = ()
    shared: tuple[str, ...] = ()
    credit: str = ""


def strays(analysis: Analysis) -> tuple[Stray, ...]:
    """The alt texts of a proof that belong to another picture, in page order."""
    fitted = analysis.of(fits)
    found: dict[int, Stray] = {}
    for stray in (
        *_pairs(fitted),
        *_rings(fitted),
        *_verbatim(analysis),
        *_credited(analysis),
    ):
        found.setdefault(stray.number, stray)
    return tuple(found[number] for number in sorted(found))


def _gain(fitted: Fits, number: int, other: int) -> float:
    """How much better an alt text fits another caption than its own."""
    return fitted.others[number].get(other, 0.0) - fitted.own[number]


def _asked(base: float, count: int) -> float:
    return base + _GROWTH * math.log2(max(2, count) / 2)


def _pairs(fitted: Fits) -> Iterator[Stray]:
    """Pairs whose exchange gains most, the best first, each photograph in one pair."""
    gains: dict[tuple[int, int], float] = {}
    for number, others in fitted.others.items():
        for other in others:
            pair = (min(number, other), max(number, other))
            if pair not in gains:
                gains[pair] = _pair_gain(fitted, *pair)
    taken: set[int] = set()
    for (one, other), gain in sorted(gains.items(), key=lambda item: (-item[1], item[0])):
        if gain > 0 and not taken & {one, other}:
            taken |= {one, other}
            yield Stray(one, other, (one, other), fitted.shared.get((one, other), ()))
            yield Stray(other, one, (one, other), fitted.shared.get((other, one), ()))


def _pair_gain(fitted: Fits, one: int, other: int) -> float:
    """The gain of exchanging two alt texts; 0 where it is too little to be sure."""
    here, there = _gain(fitted, one, other), _gain(fitted, other, one)
    total = here + there
    if here > 0 and there > 0:
        return total if total >= _asked(_BOTH, fitted.count) else 0.0
    strong = (one, other) if here > there else (other, one)
    words = len(fitted.shared.get(strong, ()))
    if words < 2 or fitted.covered[strong[0]] > _COVERED:
        return 0.0
    return total if total >= _asked(_ONE, fitted.count) else 0.0


def _rings(fitted: Fits) -> Iterator[Stray]:
    """Three or more alt texts that go round, or a run that has moved by as many places."""
    links = {n: home for n in fitted.others if (home := _best(fitted, n)) is not None}
    moved = sorted((home - number, number) for number, home in links.items())
    runs = groupby(enumerate(moved), key=lambda item: (item[1][0], item[1][1] - item[0]))
    found = [(ring, ring) for ring in _cycles(links)]
    found += [(tuple(number for _, (_, number) in run), ()) for _, run in runs]
    for numbers, ring in found:
        gain = sum(_gain(fitted, number, links[number]) for number in numbers)
        if len(numbers) >= _RUN and gain >= _asked(_BOTH, fitted.count) + _LINK * len(numbers) / 2:
            for number in numbers:
                home = links[number]
                yield Stray(number, home, ring, fitted.shared.get((number, home), ()))


def _best(fitted: Fits, number: int) -> int | None:
    """The caption that an alt text fits best, if it is plainly the better and free for it."""
    others = fitted.others[number]
    if not others:
        return None
    home = max(others, key=lambda other: (others[other], -other))
    if _gain(fitted, number, home) < _LINK or others[home] <= fitted.own.get(home, 0.0):
        return None
    rivals = (fit for other, fit in others.items() if other != home)
    return home if others[home] - max(rivals, default=0.0) >= _MARGIN else None


def _cycles(links: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
    """The rings of three and more, each beginning with its lowest number."""
    done: set[int] = set()
    for start in sorted(links):
        path: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in done and at not in path:
            path[at] = None
            at = links.get(at)
        if at is not None and at in path:
            walked = list(path)
            ring = walked[walked.index(at) :]
            low = ring.index(min(ring))
            if len(ring) > 2:
                yield tuple(ring[low:] + ring[:low])
        done |= set(path)


def _verbatim(analysis: Analysis) -> Iterator[Stray]:
    """Alt texts that are the whole caption of another photograph."""
    covered = analysis.of(fits).covered
    captions: dict[tuple[str, ...], int] = {}
    for frame in analysis.frames:
        captions.setdefault(frame.caption_words.words, frame.shot.number)
    for frame in analysis.frames:
        words = frame.alt_words.words
        home = captions.get(words) if len(words) >= _VERBATIM else None
        strange = covered.get(frame.shot.number, 1.0) <= _COVERED
        if home not in (None, frame.shot.number) and strange and analysis.frames[home].alt.text:
            yield Stray(frame.shot.number, home)


def _credited(analysis: Analysis) -> Iterator[Stray]:
    """Alt texts that carry the credit of a rival wire and of other people."""
    for frame in analysis.frames:
        if frame.alt_credit is None or not frame.credit.text or repeats_caption(frame):
            continue
        carried = parse(frame.alt_credit.text, analysis.parties)
        printed = parse(frame.credit.text, analysis.parties)
        if _of_rivals(carried, printed):
            home = _with_credit(analysis, frame, carried)
            yield Stray(frame.shot.number, home, credit=frame.alt_credit.text)


def _of_rivals(one: Credit, other: Credit) -> bool:
    """True if no picture can have both credits."""
    if not {one.agency, other.agency} <= _RIVALS or one.agency == other.agency:
        return False
    if set(one.chain) & set(other.chain):
        return False
    return not any(same_name(a, b) for a in one.creators for b in other.creators)


def _with_credit(analysis: Analysis, stray: Frame, credit: Credit) -> int | None:
    """The one photograph that has this credit, if its caption shares words with the alt text."""
    known = analysis.of(fits).others.get(stray.shot.number, {})
    homes = []
    for number in known:
        line = parse(analysis.frames[number].credit.text, analysis.parties)
        if line.chain == credit.chain and line.creators == credit.creators:
            homes.append(number)
    return homes[0] if len(homes) == 1 else None
