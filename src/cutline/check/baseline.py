"""Findings that were there before: an archive is adopted as it stands, only new ones count.

A baseline is what ``--format json`` or ``jsonl`` printed once. A finding is the same one when
story, rule, field and words are: photographs may have moved, text may have been added. A story
is the same one when its name is and its file: the paths may begin at different folders. Stories
in JSON are known by their ids alone, as a content system names each of its exports anew.
"""

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from cutline.check.engine import regroup, ungroup
from cutline.check.report.identity import identity, plain_field
from cutline.check.report.report import Report
from cutline.model import Finding, ReadError, Severity

_NEXT = "make one with `cutline check … --format json > baseline.json`"
_DOCUMENTS = frozenset((".json", ".jsonl", ".ndjson"))

Identity = tuple[str, str, str, str]
Spot = tuple[object, object]
"""Photograph and span of a finding: they tell two of one identity apart."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was there: by identity and by the path of the story, where each finding stood."""

    known: Mapping[Identity, Mapping[str, list[Spot]]]

    def beyond(self, report: Report) -> Report:
        """The report with what was not there before; rights are never taken for known."""
        asked: defaultdict[Identity, list[Finding]] = defaultdict(list)
        for finding in ungroup(report.findings, report.proof):
            asked[identity(report.id, finding)].append(finding)
        fresh = [
            finding
            for key, findings in asked.items()
            for finding in _beyond(findings, self._spots(key, report.path))
        ]
        known = sum(map(len, asked.values())) - len(fresh)
        return report._replace(findings=regroup(fresh, report.proof.story), known=known)

    def _spots(self, key: Identity, path: str) -> list[Spot]:
        held = self.known.get(key, {})
        return [spot for before, spots in held.items() if _same(before, path) for spot in spots]


def read_baseline(text: str, named: str) -> Baseline:
    """A baseline from what ``--format json`` or ``jsonl`` printed.

    Raises:
        ReadError: it is something else.
    """
    known: defaultdict[Identity, dict[str, list[Spot]]] = defaultdict(dict)
    try:
        for story in _stories(text):
            path = str(story.get("path", ""))
            for finding in story["findings"]:
                field = plain_field(str(finding["field"]))
                words = str(finding.get("text", ""))
                held = known[str(story["id"]), str(finding["code"]), field, words]
                held.setdefault(path, []).append(_spot(finding.get("photo"), finding.get("span")))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReadError(f"“{named}” is not a baseline", _NEXT) from error
    return Baseline(known)


def _stories(text: str) -> Iterator[dict[str, list[dict[str, object]]]]:
    if text.lstrip().startswith("["):
        yield from json.loads(text)
        return
    for line in text.split("\n"):
        if line.strip():
            yield json.loads(line)


def _spot(photo: object, span: object) -> Spot:
    return photo, tuple(span) if isinstance(span, list) else None


def _same(before: str, path: str) -> bool:
    """True if two paths may be those of one story."""
    if PurePath(path).suffix.casefold() in _DOCUMENTS or path == "-":
        return True
    one, other = (
        PurePath(posixpath.normpath(each)).parts[each.startswith("/") :]
        for each in (PurePath(before).as_posix(), PurePath(path).as_posix())
    )
    shared = min(len(one), len(other))
    return one[len(one) - shared :] == other[len(other) - shared :]


def _beyond(findings: list[Finding], spots: list[Spot]) -> Iterator[Finding]:
    """Of findings of one identity those that were not there: not where they stand, not moved."""
    grave = [finding for finding in findings if finding.severity >= Severity.BLOCKER]
    left = [finding for finding in findings if finding.severity < Severity.BLOCKER]
    waiting = list(spots)
    for much in (2, 1):
        left, waiting = _unmatched(left, waiting, much)
    yield from (*grave, *left[len(waiting) :])


def _unmatched(
    findings: list[Finding], spots: list[Spot], much: int
) -> tuple[list[Finding], list[Spot]]:
    """What is left of both when those are put together that agree: in ``much`` of a spot."""
    there: defaultdict[tuple[object, ...], list[Spot]] = defaultdict(list)
    for spot in spots:
        there[spot[-much:]].append(spot)
    left = []
    for finding in findings:
        span = finding.place.span
        spot = _spot(finding.place.photo, [span.start, span.end] if span else None)
        held = there.get(spot[-much:])
        if held:
            held.pop()
        else:
            left.append(finding)
    return left, [spot for held in there.values() for spot in held]
