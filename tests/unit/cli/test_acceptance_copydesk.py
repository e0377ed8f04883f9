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
    assert {code: found for code, found in precision.items() if found < LEAST} == {}


def test_the_scorer_takes_the_answer(copydesk, said):
    words = [sys.executable, copydesk / "score.py", copydesk, said]
    run = subprocess.run(words, capture_output=True, text=True)

    assert run.returncode == 0, run.stderr
    for part in ("SEEDED", "CONTROLS", "STORIES", "WILD"):
        assert part in run.stdout
