"""The copy desk against the ground truth: which of its rules speak out of turn."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from cutline.check import registry
from unit.desk.desks import program

LEAST = 0.95
"""Precision that every rule must have, on seeded faults and clean controls together."""

HARDER = dict.fromkeys(("ALT003", "ALT004", "CAP006", "CRD004", "RGT002"), 0.9)
"""The same for rules that weigh one thing against another."""

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def copydesk(shared) -> Path:
    return shared / "copydesk"


@pytest.fixture(scope="module")
def said(copydesk, tmp_path_factory) -> Path:
    """What ``cutline check`` answers to the four sets of stories, a line each."""
    folder = tmp_path_factory.mktemp("copydesk")
    wild = folder / "wild.jsonl"
    wild.write_text("\n".join(map(_as_story, rows(copydesk / "wild_errors.jsonl"))))
    sets = [copydesk / "seeded.jsonl", copydesk / "controls.jsonl"]
    stories = sorted((copydesk / "stories").glob("*.json"))
    run = program("check", "--format", "jsonl", *sets, *stories, wild)
    assert run.exit_code == 1, run.stderr
    assert run.stderr == ""
    out = folder / "out.jsonl"
    out.write_text(run.stdout, encoding="utf-8")
    return out


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _as_story(row: dict) -> str:
    """One published picture as a story of one photograph."""
    story = {"headline": "", "lang": row.get("lang", ""), "body": row.get("context", [])}
    return json.dumps({"id": row["id"], "story": {**story, "photos": [row["photo"]]}})


def is_hit(expected: dict, finding: dict) -> bool:
    """Whether a finding is the documented fault: rule, photograph, field, touching words."""
    same = expected["code"] == finding["code"] and expected.get("photo") == finding["photo"]
    fields = {each["field"].split("[")[0] for each in (expected, finding)}
    one, other = expected.get("span"), finding["span"]
    touch = not (one and other) or (one[0] <= other[1] and other[0] <= one[1])
    return same and len(fields) == 1 and touch


def test_every_story_is_answered(copydesk, said):
    asked = [
        row["id"] for name in ("seeded", "controls") for row in rows(copydesk / f"{name}.jsonl")
    ]
    answered = {row["id"] for row in rows(said)}

    assert set(asked) <= answered
    assert {path.stem for path in (copydesk / "stories").glob("*.json")} <= answered


def test_no_rule_speaks_out_of_turn(copydesk, said):
    """Right and wrong findings of each rule, counted here and not by the scorer."""
    answers = {row["id"]: row["findings"] for row in rows(said)}
    right, wrong = Counter(), Counter()
    for name in ("seeded", "controls"):
        for row in rows(copydesk / f"{name}.jsonl"):
            expected = row.get("expected", [])
            may = {*row["may"], *(code for each in expected for code in each.get("also_ok", ()))}
            for finding in answers[row["id"]]:
                if finding["severity"] == "info":
                    continue
                if any(is_hit(each, finding) for each in expected):
                    right[finding["code"]] += 1
                elif finding["code"] not in may:
                    wrong[finding["code"]] += 1
    precision = {code: right[code] / (right[code] + wrong[code]) for code in {*right, *wrong}}

    assert set(precision) <= set(registry())
    assert len(precision) >= 8
    low = {code: found for code, found in precision.items() if found < HARDER.get(code, LEAST)}
    assert low == {}


def test_the_scorer_takes_the_answer(copydesk, said):
    words = [sys.executable, copydesk / "score.py", copydesk, said]
    run = subprocess.run(words, capture_output=True, text=True)

    assert run.returncode == 0, run.stderr
    for part in ("SEEDED", "CONTROLS", "STORIES", "WILD"):
        assert part in run.stdout


def counted(row: dict) -> list[dict]:
    """Findings that the scorer counts: not those that only mention."""
    return [finding for finding in row["findings"] if finding["severity"] != "info"]


def found(expected: dict, findings: list[dict]) -> bool:
    return any(is_hit(expected, finding) for finding in findings)


@pytest.fixture(scope="module")
def answers(said) -> dict[str, dict]:
    """What was answered, by the story's id."""
    return {row["id"]: row for row in rows(said)}


def test_seeded_faults_are_found(copydesk, answers):
    """At least 95 of 100 stories with one fault are asked about it."""
    seeded = rows(copydesk / "seeded.jsonl")
    hits = sum(
        any(found(each, counted(answers[row["id"]])) for each in row["expected"]) for row in seeded
    )

    assert hits >= 0.95 * len(seeded)


def test_clean_stories_are_let_be(copydesk, answers):
    """At most 2 of 100 are asked anything; none that is plain is stopped."""
    controls = rows(copydesk / "controls.jsonl")
    asked = [
        [each for each in counted(answers[row["id"]]) if each["code"] not in row["may"]]
        for row in controls
    ]
    stopped = [
        row["id"]
        for row, findings in zip(controls, asked, strict=True)
        if not row["trap"] and any(each["severity"] in ("error", "blocker") for each in findings)
    ]

    assert sum(map(bool, asked)) <= 0.02 * len(controls)
    assert stopped == []


def test_real_stories_are_read_as_an_editor_reads_them(copydesk, answers):
    """Nine of ten faults that must be found; one finding beside them in ten photographs."""
    hits = must = beside = photographs = 0
    for path in sorted((copydesk / "stories").glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        findings = counted(answers[path.stem])
        needed = [each for each in story["expected"] if not each.get("optional")]
        hits += sum(found(each, findings) for each in needed)
        must += len(needed)
        extra = sum(not found_in(story["expected"], finding) for finding in findings)
        beside += extra
        photographs += len(story["story"]["photos"])
        assert story["expected"] or not extra, f"{path.stem} is clean"

    assert hits >= 0.9 * must
    assert beside <= 0.1 * photographs


def found_in(expected: list[dict], finding: dict) -> bool:
    return any(is_hit(each, finding) for each in expected)


def test_printed_errors_are_found(copydesk, answers):
    """Six of ten; some need a dictionary."""
    wild = rows(copydesk / "wild_errors.jsonl")
    expected = [(row["id"], each) for row in wild for each in row["expected"]]
    hits = sum(found(each, counted(answers[key])) for key, each in expected)

    assert hits >= 0.6 * len(expected)


def test_the_gallery_gives_the_same_findings_from_its_text(copydesk, samples, answers, tmp_path):
    """All that must be found and nothing beside the list, as text and as an imported story."""
    text = samples / "9-galleries" / "aljazeera-putin-kim.txt"
    story = json.loads((copydesk / "stories" / f"{text.stem}.json").read_text(encoding="utf-8"))
    folder = tmp_path / "gallery"
    assert program("import", text, "--to", folder).exit_code == 0
    told = [
        json.loads(program("check", "--format", "jsonl", path).stdout) for path in (text, folder)
    ]
    same = [
        sorted(
            (f["code"], f["photo"] is None, f["photo"] or 0, f["field"], f["text"])
            for f in each["findings"]
        )
        for each in told
    ]

    assert same[0] == same[1]
    findings = told[0]["findings"]
    needed = [each for each in story["expected"] if not each.get("optional")]
    assert [each for each in needed if not found(each, findings)] == []
    assert [f for f in counted(told[0]) if not found_in(story["expected"], f)] == []


@pytest.mark.parametrize("name", ["seeded.jsonl", "controls.jsonl"])
def test_safe_fixes_end_what_they_mend(copydesk, tmp_path, name):
    """Applied, the finding is gone and none has come; controls stay as they are."""
    before = copydesk / name
    mended = tmp_path / name
    mended.write_text(program("check", "--fix", before).stdout, encoding="utf-8")
    if name == "controls.jsonl":
        stories = [[row["story"] for row in rows(path)] for path in (before, mended)]
        assert stories[0] == stories[1]
        return
    asked = [
        [
            json.loads(line)
            for line in program("check", "--format", "jsonl", path).stdout.splitlines()
        ]
        for path in (before, mended)
    ]
    assert not [f for row in asked[1] for f in row["findings"] if f["fix"] and f["fix"]["safe"]]
    for was, now in zip(*asked, strict=True):
        known = Counter((f["code"], f["photo"], f["field"]) for f in was["findings"])
        after = Counter((f["code"], f["photo"], f["field"]) for f in now["findings"])
        assert not after - known, was["id"]
