"""Mending at the command line: stories in JSON, fixes that a person decides on, baselines."""

import json
import re

import pytest

from cutline.check.rule import Rule
from unit.desk.desks import cutline, desk, folder, photograph, placing, story

STORY = {
    "headline": "A  quay",
    "body": ["", "Two  words."],
    "photos": [{"alt": "A dog", "caption": "The dog  sleeps.", "credit": "Ana Silva/AP", "x": 1}],
}
MENDED = {
    "headline": "A quay",
    "body": ["", "Two words."],
    "photos": [{"alt": "A dog", "caption": "The dog sleeps.", "credit": "Ana Silva/AP", "x": 1}],
}
WRONG_DAY = "Boats wait on Monday, May 21, 2024."


@pytest.mark.parametrize(
    ("name", "text", "mended"),
    [
        ("s.json", json.dumps(STORY), [MENDED]),
        ("s.json", json.dumps(STORY, indent=1), [MENDED]),
        ("s.json", json.dumps([STORY, MENDED]), [[MENDED, MENDED]]),
        ("s.jsonl", f"{json.dumps({'id': 7, 'story': STORY})}\n", [{"id": 7, "story": MENDED}]),
        ("s.jsonl", f"{json.dumps(STORY)}\n{json.dumps(STORY)}\n", [MENDED, MENDED]),
        (
            "s.jsonl",
            json.dumps({"id": "w", "photo": STORY["photos"][0], "context": ["A  b."]}),
            [{"id": "w", "photo": MENDED["photos"][0], "context": ["A b."]}],
        ),
    ],
)
def test_stories_in_json_are_printed_mended(tmp_path, name, text, mended):
    """In the shape they came in; other keys stay; the report stands beside, the file untouched."""
    file = tmp_path / name
    file.write_text(text)
    result = cutline("check", "--fix", file)

    rows = [result.stdout] if name == "s.json" else result.stdout.strip().split("\n")
    assert [json.loads(row) for row in rows] == mended
    assert "nothing to ask" in result.stderr or "to know" in result.stderr
    assert file.read_text() == text
    file.write_text(result.stdout)
    assert cutline("check", "--fix", file).stdout == result.stdout


def test_stories_in_json_without_a_fault_come_back_byte_for_byte(tmp_path):
    file = tmp_path / "s.json"
    file.write_text(text := json.dumps(MENDED, indent=7))

    assert cutline("check", "--fix", file).stdout == text


def test_diff_of_json_shows_the_changed_words_alone(tmp_path):
    file = tmp_path / "s.json"
    file.write_text(json.dumps(STORY))
    result = cutline("check", "--diff", file, "--fail-on", "warning")

    assert result.exit_code == 1
    changed = [line for line in result.stdout.splitlines() if line[:1] == "+" and "sleeps" in line]
    assert len(changed) == 1


@pytest.fixture
def dated(tmp_path):
    photographs = folder(tmp_path / "p", "one.jpg")
    words = placing("one.jpg", caption=WRONG_DAY)
    return story(photographs / "story.md", words.replace("Boats wait", "Boats  wait"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [("y\n", "Boats wait on Tuesday, May 21"), ("n\n", "Boats wait on Monday, May 21")],
)
def test_offered_fixes_are_asked_about(dated, said, expected):
    """Yes changes, no leaves; what is safe is mended either way."""
    result = cutline("check", "--fix=ask", "--select", "CAP003,TXT003", dated, text=said)

    assert expected in dated.read_text()
    assert "CAP003" in result.stderr
    assert WRONG_DAY in result.stderr.replace("  ", " ")


@pytest.mark.parametrize("said", ["q\n", ""])
def test_no_answer_leaves_what_is_not_safe(dated, said):
    cutline("check", "--fix=ask", "--select", "CAP003,TXT003", dated, text=said)

    assert WRONG_DAY in dated.read_text()


def test_fix_never_takes_the_path_for_its_value(dated):
    result = cutline("check", "--fix", dated)

    assert "mended" in result.stderr
    assert "Boats wait" in dated.read_text()


def test_a_baseline_leaves_out_what_was_there(tmp_path):
    """Only what is new is told; moving a photograph makes nothing new."""
    other = {"alt": "A cat", "caption": "A cat is here.", "credit": "Ana Silva/AP"}
    file, base = tmp_path / "s.json", tmp_path / "base.json"
    file.write_text(json.dumps(STORY))
    base.write_text(cutline("check", file, "--format", "json").stdout)
    assert json.loads(base.read_text())[0]["counts"]["warning"] >= 3
    file.write_text(json.dumps({**STORY, "photos": [other, *STORY["photos"]]}))
    again = cutline("check", file, "--baseline", base, "--format", "json", "--select", "TXT003")
    assert json.loads(again.stdout)[0]["findings"] == []
    again = cutline("check", file, "--baseline", base, "--select", "TXT003").stdout
    assert re.search(r"^nothing new; \d+ known in the baseline$", again, re.MULTILINE)

    other["caption"] = "A cat  is here."
    file.write_text(json.dumps({**STORY, "photos": [other, *STORY["photos"]]}))
    again = cutline("check", file, "--baseline", base, "--format", "json", "--select", "TXT003")
    (new,) = json.loads(again.stdout)[0]["findings"]
    assert new["photo"] == 0
    again = cutline("check", file, "--baseline", base, "--select", "TXT003").stdout
    assert re.search(r"^1 to look at; .* known in the baseline$", again, re.MULTILINE)


@pytest.mark.parametrize("text", ["", "{}", "[1]", "not json", '[{"id": 1}]', "[[[["])
def test_what_is_no_baseline_is_a_sentence(tmp_path, text):
    file, base = tmp_path / "s.json", tmp_path / "base.json"
    file.write_text(json.dumps(MENDED))
    base.write_text(text)
    result = cutline("check", file, "--baseline", base)

    expected = 0 if text == "" else 2
    assert result.exit_code == expected
    assert expected == 0 or "is not a baseline" in result.stderr


def test_all_stories_below_a_folder_are_read(tmp_path):
    newsroom = desk(tmp_path / "desk")
    for name in ("one", "two"):
        photograph(newsroom / "photographs" / f"{name}.jpg", 1)
        story(newsroom / "stories" / name / "story.md", placing(f"../../photographs/{name}.jpg"))
    result = cutline("check", newsroom / "stories", "--format", "jsonl")

    ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]
    assert {"one", "two"} <= set(ids)


def test_rights_are_never_in_a_baseline(tmp_path, monkeypatch):
    """A blocker is told again whatever was there before."""
    from cutline.check.baseline import read_baseline
    from cutline.check.report import Report
    from cutline.check.report.machine import as_json_line
    from cutline.model import Place, Severity
    from unit.check.notation import photo, proof

    rule = Rule("RGT001", "embargo", Severity.BLOCKER, "0.2")
    report = Report("s", "s", proof(photo()), (rule.at(Place(0, "caption"), "held"),))
    known = read_baseline(as_json_line(report), "base")

    assert known.beyond(report).findings == report.findings
