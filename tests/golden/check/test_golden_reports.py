"""What people and programs are told: of a gallery with many faults, and by every rule."""

import json
import os
from pathlib import Path

import pytest

from cutline.check import registry, run
from cutline.check.report import Report
from cutline.check.report.machine import story_object
from cutline.check.report.people import as_text
from unit.check.notation import asking, read

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/story.txt"))


def _report(case):
    story = read((case / "story.txt").read_text(encoding="utf-8"))
    return Report(case.name, "story.md", story, run(story))


def _shown(case):
    report = _report(case)
    yield "report.txt", as_text(report)
    yield "report.json", json.dumps(story_object(report), ensure_ascii=False, indent=1) + "\n"


def _agreed(kept, text):
    """``CUTLINE_GOLDEN=rewrite`` writes it anew; read the difference before it is kept."""
    if os.environ.get("CUTLINE_GOLDEN") == "rewrite":
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_reports_are_those_that_were_read_and_agreed(case):
    for name, text in _shown(case):
        _agreed(case / name, text)


def test_no_rule_changes_its_words_unseen():
    """What each rule says of the example on its own page."""
    told = []
    for code, entry in registry().items():
        story = read(asking(entry.page))
        findings = tuple(finding for finding in run(story) if finding.code == code)
        told.append(as_text(Report(code, "story.md", story, findings)))

    _agreed(HERE / "rules.txt", "\n".join(told))
