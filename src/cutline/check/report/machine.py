"""Findings as JSON: the shape is a contract with other programs."""

import json
from collections.abc import Iterable

from cutline.check.report.report import Report, parted, whole
from cutline.check.verdict import counts
from cutline.model import Finding, Fix, Place

Json = dict[str, object]


def story_object(report: Report, *, group: bool = False) -> Json:
    """One story's findings: ``id``, ``path``, ``counts`` and ``findings``.

    Args:
        report: The checked story.
        group: Keep one cause in many places as one finding with ``places``.
    """
    findings = whole(report) if group else parted(report)
    return {
        "id": report.id,
        "path": report.path,
        "counts": dict(counts(findings)),
        "findings": [_finding(finding) for finding in findings],
    }


def as_json_line(report: Report, *, group: bool = False) -> str:
    """One story on one line, without its line break."""
    return json.dumps(story_object(report, group=group), ensure_ascii=False)


def as_json(reports: Iterable[Report], *, group: bool = False) -> str:
    """All stories as one array."""
    objects = [story_object(report, group=group) for report in reports]
    return json.dumps(objects, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> Json:
    shown: Json = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.word,
        **_place(finding.place),
        "text": finding.text,
    }
    if finding.line is not None:
        shown |= {"line": finding.line, "column": finding.column}
    message = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
    return shown | {
        "message": message,
        "fix": _fix(finding.fix) if finding.fix else None,
        "places": [_place(place) for place in finding.places],
    }


def _place(place: Place) -> Json:
    span = [place.span.start, place.span.end] if place.span else None
    return {"photo": place.photo, "field": place.field, "span": span}


def _fix(fix: Fix) -> Json:
    edits = [{**_place(edit.place), "text": edit.text} for edit in fix.edits]
    return {"safe": fix.safe, "edits": edits}
