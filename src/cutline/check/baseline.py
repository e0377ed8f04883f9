"""Findings that were there before: an archive is adopted as it stands, only new ones count.

A baseline is what ``--format json`` or ``jsonl`` printed once. A finding is the same one when
story, rule, field and words are: photographs may have moved, text may have been added.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cutline.check.engine import regroup, ungroup
from cutline.check.report.identity import identity, plain_field
from cutline.check.report.report import Report
from cutline.model import Finding, ReadError, Severity

_NEXT = "make one with `cutline check … --format json > baseline.json`"

Identity = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding was there."""

    known: Counter[Identity]

    def beyond(self, report: Report) -> Report:
        """The report with what was not there before; rights are never taken for known."""
        left = Counter(self.known)
        fresh: list[Finding] = []
        for finding in ungroup(report.findings, report.proof):
            key = identity(report.id, finding)
            if left[key] > 0 and finding.severity < Severity.BLOCKER:
                left[key] -= 1
            else:
                fresh.append(finding)
        return replace(report, findings=regroup(fresh, report.proof.story))


def read_baseline(text: str, named: str) -> Baseline:
    """A baseline from what ``--format json`` or ``jsonl`` printed.

    Raises:
        ReadError: it is something else.
    """
    known: Counter[Identity] = Counter()
    try:
        for story in _stories(text):
            for finding in story["findings"]:
                field = plain_field(str(finding["field"]))
                words = str(finding.get("text", ""))
                known[str(story["id"]), str(finding["code"]), field, words] += 1
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
