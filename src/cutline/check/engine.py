"""Runs the rules over a proof, settles who speaks where two agree, and groups by cause."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from cutline.check.allowing import let_pass
from cutline.check.analysis import analyse
from cutline.check.fields import page_order, text_of
from cutline.check.registry import registry
from cutline.model import Edit, Finding, Fix, Place, Proof, Span, Story

_FIELDS = ("target", "alt", "caption", "credit")


def run(proof: Proof) -> tuple[Finding, ...]:
    """Read a proof as the copy desk does.

    Every rule is asked; what the house and the story let pass is left out. One cause in many
    places is one finding: its first place is ``place``, the others are ``places``.
    ``ungroup`` parts them.

    Args:
        proof: The story with its photographs.

    Returns:
        The findings in page order; within a photograph the graver first.
    """
    analysis = analyse(proof)
    found = [finding for entry in registry().values() for finding in entry.check(analysis)]
    kept, remarks = let_pass(found, proof)
    rank = _Rank(proof.story)
    grouped = _grouped(sorted(settled(kept), key=rank))
    return tuple(sorted((*grouped, *remarks), key=rank))


def ungroup(findings: Iterable[Finding], proof: Proof) -> tuple[Finding, ...]:
    """Each place of each finding as a finding of its own, in page order.

    Args:
        findings: As ``run`` gives them.
        proof: The proof they were made of.
    """
    single = [part for finding in findings for part in _parts(finding, proof)]
    return tuple(sorted(single, key=_Rank(proof.story)))


def regroup(findings: Iterable[Finding], story: Story) -> tuple[Finding, ...]:
    """Findings of one place each, grouped by cause again, in page order."""
    rank = _Rank(story)
    return tuple(sorted(_grouped(sorted(findings, key=rank)), key=rank))


def in_page_order(findings: Iterable[Finding], story: Story) -> tuple[Finding, ...]:
    """Findings of whatever origin as a reader of the page would meet them."""
    return tuple(sorted(findings, key=_Rank(story)))


class _Rank:
    """Sorting key: page order, the graver first, then by words and code."""

    def __init__(self, story: Story) -> None:
        self._order = page_order(story)

    def __call__(self, finding: Finding) -> tuple[int, int, int, int, str]:
        place = finding.place
        at = self._order.get((None, place.field) if place.photo is None else (place.photo, ""), 0)
        field = _FIELDS.index(place.field) if place.field in _FIELDS else len(_FIELDS)
        start = place.span.start if place.span else 0
        return at, -finding.severity, field, start, finding.code


def settled(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what a rule covers that has asked about the same words, and say so there."""
    rules = registry()
    covering = [f for f in findings if rules[f.code].rule.covers]
    silent: set[int] = set()
    said: dict[int, list[str]] = {}
    stretches = _stretches(findings)
    for graver in covering:
        place = graver.place
        for code in sorted(rules[graver.code].rule.covers):
            held = stretches.get((place.photo, place.field, code))
            for index in held.touching(place.span) if held else ():
                silent.add(index)
                said.setdefault(id(graver), []).append(code)
    for index, finding in enumerate(findings):
        if index in silent:
            continue
        if id(finding) not in said:
            yield finding
            continue
        codes = ", ".join(dict.fromkeys(said[id(finding)]))
        yield replace(finding, message=f"{finding.message} ({codes} as well)")


class _Stretches:
    """Where one rule asks about one field, in order: what touches a stretch is found at once."""

    def __init__(self) -> None:
        self._whole: list[int] = []
        self._parts: list[tuple[int, int, int]] = []
        self._reach: list[int] = []

    def add(self, span: Span | None, index: int) -> None:
        """Keep the finding of this index."""
        if span is None:
            self._whole.append(index)
        else:
            self._parts.append((span.start, span.end, index))

    def settle(self) -> None:
        """Sort, once all are kept."""
        self._parts.sort()
        self._reach = list(accumulate((end for _, end, _ in self._parts), max))

    def touching(self, span: Span | None) -> Iterator[int]:
        """The indices of those that share words with a stretch; of the whole field, the whole."""
        if span is None:
            yield from self._whole
            return
        at = bisect_left(self._parts, (span.end,))
        while at and self._reach[at - 1] > span.start:
            at -= 1
            if self._parts[at][1] > span.start:
                yield self._parts[at][2]


def _stretches(findings: Sequence[Finding]) -> dict[tuple[int | None, str, str], _Stretches]:
    """The findings by photograph, field and code."""
    held: dict[tuple[int | None, str, str], _Stretches] = {}
    for index, finding in enumerate(findings):
        place = finding.place
        key = (place.photo, place.field, finding.code)
        held.setdefault(key, _Stretches()).add(place.span, index)
    for each in held.values():
        each.settle()
    return held


def _grouped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for those that say the same sentence."""
    causes: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        mend = None if finding.fix is None else finding.fix.safe
        key = (finding.code, finding.severity, finding.message, finding.hint, mend)
        causes.setdefault(key, []).append(finding)
    for first, *rest in causes.values():
        if not rest:
            yield first
            continue
        fixes = [f.fix for f in (first, *rest) if f.fix is not None]
        edits = tuple(edit for fix in fixes for edit in fix.edits)
        fix = Fix(fixes[0].safe, edits) if fixes else None
        yield replace(first, fix=fix, places=tuple(f.place for f in rest))


def _parts(finding: Finding, proof: Proof) -> Iterator[Finding]:
    if not finding.places:
        yield finding
        return
    places = (finding.place, *finding.places)
    edits = _dealt(finding.fix.edits, places) if finding.fix else {}
    for number, place in enumerate(places):
        text = text_of(proof, place)
        words = place.span.cut(text) if place.span else text
        mine = edits.get(number)
        fix = Fix(finding.fix.safe, tuple(mine)) if finding.fix and mine else None
        yield replace(finding, place=place, places=(), text=words, fix=fix, line=None, column=None)


def _dealt(edits: Iterable[Edit], places: Sequence[Place]) -> dict[int, list[Edit]]:
    """The edits of a grouped fix by the place that each is for: the nearest of its field.

    Every edit goes to one place, so that none is lost and none is made twice; one of a field in
    which no place lies goes to a place of its photograph, or else to the first.
    """
    fields: dict[tuple[int | None, str], list[tuple[int, int]]] = {}
    photos: dict[int | None, int] = {}
    for number, place in enumerate(places):
        start = place.span.start if place.span else 0
        fields.setdefault((place.photo, place.field), []).append((start, number))
        photos.setdefault(place.photo, number)
    for held in fields.values():
        held.sort()
    dealt: dict[int, list[Edit]] = {}
    for edit in edits:
        near = fields.get((edit.place.photo, edit.place.field))
        number = _nearest(edit, near, places) if near else photos.get(edit.place.photo, 0)
        dealt.setdefault(number, []).append(edit)
    return dealt


def _nearest(edit: Edit, near: Sequence[tuple[int, int]], places: Sequence[Place]) -> int:
    """Of places sorted by their start the number of the one that an edit stands in, or next to."""
    span = edit.place.span
    if span is None:
        return near[0][1]
    after = bisect_right(near, (span.start, len(places)))
    return min(near[max(0, after - 1) : after + 1], key=lambda each: _gap(span, places[each[1]]))[1]


def _gap(span: Span, place: Place) -> int:
    """Characters between two stretches of a text; negative where they share some."""
    there = place.span or Span(0, span.end)
    return max(span.start, there.start) - min(span.end, there.end)
