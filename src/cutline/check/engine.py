"""Runs the rules over a proof, settles who speaks where two agree, and groups by cause."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

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
    grouped = _grouped(sorted(_settled(kept), key=rank))
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


def _settled(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what a rule covers that has asked about the same words, and say so there."""
    rules = registry()
    covering = [f for f in findings if rules[f.code].rule.covers]
    silent: set[int] = set()
    said: dict[int, list[str]] = {}
    by_field: dict[tuple[int | None, str], list[int]] = {}
    for index, finding in enumerate(findings):
        by_field.setdefault((finding.place.photo, finding.place.field), []).append(index)
    for graver in covering:
        covers = rules[graver.code].rule.covers
        for index in by_field[graver.place.photo, graver.place.field]:
            other = findings[index]
            if other.code in covers and _touch(graver.place, other.place):
                silent.add(index)
                said.setdefault(id(graver), []).append(other.code)
    for index, finding in enumerate(findings):
        if index in silent:
            continue
        if id(finding) not in said:
            yield finding
            continue
        codes = ", ".join(dict.fromkeys(said[id(finding)]))
        yield replace(finding, message=f"{finding.message} ({codes} as well)")


def _touch(a: Place, b: Place) -> bool:
    """True if two places of one field share words."""
    if a.span is None or b.span is None:
        return a.span is b.span
    return a.span.start < b.span.end and b.span.start < a.span.end


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
    edits = _by_field(finding.fix.edits) if finding.fix else {}
    for place in (finding.place, *finding.places):
        text = text_of(proof, place)
        words = place.span.cut(text) if place.span else text
        mine = _within(edits.get((place.photo, place.field), []), place.span)
        fix = Fix(finding.fix.safe, tuple(mine)) if finding.fix and mine else None
        yield replace(finding, place=place, places=(), text=words, fix=fix, line=None, column=None)


def _by_field(edits: Iterable[Edit]) -> dict[tuple[int | None, str], list[Edit]]:
    fields: dict[tuple[int | None, str], list[Edit]] = {}
    for edit in edits:
        fields.setdefault((edit.place.photo, edit.place.field), []).append(edit)
    return {field: sorted(held, key=_end) for field, held in fields.items()}


def _within(edits: Sequence[Edit], span: Span | None) -> list[Edit]:
    """The edits that touch ``span``: those of one place of a grouped fix."""
    if span is None:
        return list(edits)
    first = bisect_left(edits, span.start, key=_end)
    near = takewhile(lambda edit: _begin(edit) <= span.end, islice(edits, first, None))
    return list(near)


def _begin(edit: Edit) -> int:
    return edit.place.span.start if edit.place.span else 0


def _end(edit: Edit) -> int:
    return edit.place.span.end if edit.place.span else 0
