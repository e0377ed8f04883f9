"""A gallery with a fault of every kind, as people and programs are told of it."""

import json
import os
from pathlib import Path

import pytest

from cutline.check import registry, run
from cutline.check.report import Report
from cutline.check.report.machine import story_object
from cutline.check.report.people import as_text
from unit.check.notation import read

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/story.txt"))


def _report(case):
    story = read((case / "story.txt").read_text(encoding="utf-8"))
    return Report(case.name, "story.md", story, run(story))


def _shown(case):
    report = _report(case)
    yield "report.txt", as_text(report)
    yield "report.json", json.dumps(story_object(report), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_reports_are_those_that_were_read_and_agreed(case):
    """``CUTLINE_GOLDEN=rewrite`` writes them anew; read the difference before it is kept."""
    for name, text in _shown(case):
        kept = case / name
        if os.environ.get("CUTLINE_GOLDEN") == "rewrite":
            kept.write_text(text, encoding="utf-8")
        assert text == kept.read_text(encoding="utf-8")


def test_the_galleries_show_every_rule():
    """No rule's wording changes unseen."""
    shown = {finding.code for case in CASES for finding in _report(case).findings}

    assert shown == set(registry())
