"""Baselines: which finding is the same one, and in which story."""

import json

import pytest

from cutline.check.baseline import read_baseline
from cutline.check.report import Report
from cutline.check.report.machine import as_json_line
from cutline.check.report.report import parted
from cutline.check.rule import Rule
from cutline.model import Place, Severity, Span
from unit.check.notation import photo, proof

RULE = Rule("TST001", "test", Severity.WARNING, since="0.2")


def report(path, *places, id="flood"):
    read = proof(photo(), photo(), photo())
    findings = tuple(RULE.at(place, "wrong", text="  ") for place in places)
    return Report(id, path, read, findings)


def caption(number, start):
    return Place(number, "caption", Span(start, start + 2))


def left(before, after):
    known = read_baseline(as_json_line(before), "base.json")
    return [finding.place for finding in parted(known.beyond(after))]


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("stories/flood/story.md", "stories/flood/story.md", True),
        ("stories/flood/story.md", "/srv/desk/stories/flood/story.md", True),
        ("/srv/desk/stories/flood/story.md", "./stories/flood/story.md", True),
        ("flood/story.md", "story.md", True),
        ("2023/flood/story.md", "2024/flood/story.md", False),
        ("2023/flood.md", "2024/flood.md", False),
        ("exports/monday.jsonl", "tuesday.jsonl", True),
        ("exports/monday.jsonl", "-", True),
    ],
)
def test_stories_of_one_name_in_two_folders_are_two(before, after, same):
    """What was there in one of them hides nothing in the other."""
    place = caption(0, 3)

    assert left(report(before, place), report(after, place)) == ([] if same else [place])


def test_the_findings_that_stand_where_they_stood_are_the_known_ones():
    known, moved, new = caption(1, 5), caption(2, 9), caption(0, 1)

    assert left(report("s.md", known), report("s.md", new, known)) == [new]
    before = report("s.md", known, Place(0, "caption", Span(9, 11)))
    assert left(before, report("s.md", new, known, moved)) == [new]
    assert left(report("s.md", known), report("s.md", moved)) == []
    assert len(left(report("s.md", known), report("s.md", new, moved))) == 1


def test_a_baseline_without_paths_is_read():
    """One that was put together by hand."""
    said = json.loads(as_json_line(report("s.md", caption(0, 1))))
    del said["path"]

    known = read_baseline(json.dumps(said), "b")
    assert known.beyond(report("s.md", caption(0, 1))).findings == ()
