"""Runs the rules over a proof, settles who speaks where two agree, and groups by cause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cutline.check.analysis import analyse
from cutline.check.fields import page_order, text_of
from cutline.check.registry import registry
from cutline.model import Finding, Fix, Place, Proof, Story

_FIELDS = ("target", "alt", "caption", "credit")


def run(proof: Proof) -> tuple[Finding, ...]:
    """Read a proof as the copy desk does.

    Every rule that the house has not put aside is asked. One cause in many places is one
    finding: its first place is ``place``, the others are ``places``. ``ungroup`` parts them.

    Args:
        proof: The story with its photographs.

    Returns:
        The findings in page order; within a photograph the graver first.
    """
    analysis = analyse(proof)
    found = [
        finding
        for code, entry in registry().items()
        if code not in proof.house.ignore
        for finding in entry.check(analysis)
    ]
    rank = _Rank(proof.story)
    return tuple(sorted(_grouped(sorted(_settled(found), key=rank)), key=rank))


def ungroup(findings: Iterable[Finding], proof: Proof) -> tuple[Finding, ...]:
    """Each place of each finding as a finding of its own, in page order.

    Args:
        findings: As ``run`` gives them.
        proof: The proof they were made of.
    """
    single = [part for finding in findings for part in _parts(finding, proof)]
    return tuple(sorted(single, key=_Rank(proof.story)))


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
    for graver in covering:
        covers = rules[graver.code].rule.covers
        for index, other in enumerate(findings):
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
    if (a.photo, a.field) != (b.photo, b.field):
        return False
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
    for place in (finding.place, *finding.places):
        text = text_of(proof, place)
        words = place.span.cut(text) if place.span else text
        fix = finding.fix and _fix_at(finding.fix, place, finding)
        yield replace(finding, place=place, places=(), text=words, fix=fix, line=None, column=None)


def _fix_at(fix: Fix, place: Place, finding: Finding) -> Fix | None:
    """The edits of a grouped fix that belong to one of its places."""
    places = (finding.place, *finding.places)
    alone = [p for p in places if (p.photo, p.field) == (place.photo, place.field)] == [place]
    edits = tuple(
        edit
        for edit in fix.edits
        if (edit.place.photo, edit.place.field) == (place.photo, place.field)
        and (alone or _near(edit.place, place))
    )
    return Fix(fix.safe, edits) if edits else None


def _near(edit: Place, place: Place) -> bool:
    if edit.span is None or place.span is None:
        return True
    return edit.span.start <= place.span.end and place.span.start <= edit.span.end
