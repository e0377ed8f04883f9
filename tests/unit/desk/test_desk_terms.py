"""On which terms a story goes out: what refuses it, who let it pass, and what a draft says."""

import json
from pathlib import Path

import pytest

from cutline.desk import Desk
from cutline.desk.terms import Terms, read_terms
from cutline.model import ConfigError, Finding, Override, Place, Severity
from unit.desk.desks import SILENT, cutline, desk, folder, photograph, placing, story


def finding(severity: Severity, code: str = "CRD001") -> Finding:
    return Finding(code, "credit-missing", severity, (Place(0, "credit"),), "no credit line")


ANA = Override("CRD001", "Ana Silva", "The supplier confirmed by telephone.")


@pytest.mark.parametrize(
    ("severity", "terms", "stops"),
    [
        (Severity.WARNING, Terms(), False),
        (Severity.ERROR, Terms(), True),
        (Severity.BLOCKER, Terms(), True),
        (Severity.ERROR, Terms(draft=True), False),
        (Severity.BLOCKER, Terms(draft=True), True),
        (Severity.ERROR, Terms(overrides=(ANA,)), False),
        (Severity.BLOCKER, Terms(overrides=(ANA,)), False),
        (Severity.BLOCKER, Terms(draft=True, overrides=(ANA,)), False),
    ],
)
def test_what_stops_a_story(severity, terms, stops):
    """Errors stop what goes out in earnest, blockers a draft too; a named person may let pass."""
    assert terms.stops(finding(severity)) is stops


def test_an_override_is_of_one_rule_alone():
    assert Terms(overrides=(ANA,)).stops(finding(Severity.ERROR, "ALT001"))


@pytest.mark.parametrize(
    ("codes", "names", "reasons"),
    [
        (["CRD001"], [], []),
        (["CRD001"], ["Ana"], []),
        (["CRD001"], [], ["because"]),
        ([], ["Ana"], ["because"]),
        (["CRD001", "ALT001"], ["Ana"], ["because"]),
        (["CRD001"], ["Ana"], ["  "]),
        (["CRD001"], [""], ["because"]),
        (["CRD999"], ["Ana"], ["because"]),
    ],
)
def test_nobody_overrides_without_a_name_and_a_reason(codes, names, reasons):
    with pytest.raises(ConfigError):
        read_terms(codes, names, reasons, draft=False, skip_unreadable=False)


def test_overrides_belong_together_in_their_order():
    terms = read_terms(
        ["CRD001", "alt-missing"],
        ["Ana", " Bo "],
        ["one", "two"],
        draft=False,
        skip_unreadable=False,
    )
    assert terms.overrides == (Override("CRD001", "Ana", "one"), Override("ALT001", "Bo", "two"))


@pytest.fixture
def uncredited(tmp_path: Path) -> Path:
    """A desk whose story lacks one credit line."""
    newsroom = desk(tmp_path / "desk")
    photograph(newsroom / "photographs" / "1.jpg", 1, SILENT)
    story(
        newsroom / "stories" / "ferry" / "story.md", placing("../../photographs/1.jpg", credit="")
    )
    return newsroom


def test_an_error_refuses_and_leaves_the_old_site(uncredited):
    result = cutline("publish", uncredited / "stories" / "ferry")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "CRD001" in result.stderr
    assert not (uncredited / "site").exists()
    assert not (uncredited / "editions").exists()


def test_an_override_is_recorded_with_its_name_and_reason(uncredited):
    words = ["--override", ANA.code, "--by", ANA.by, "--reason", ANA.reason]
    result = cutline("publish", uncredited / "stories" / "ferry", *words)

    assert result.exit_code == 0, result.output
    (path,) = (uncredited / "editions" / "ferry").glob("*.json")
    edition = json.loads(path.read_text())
    assert edition["overrides"] == [{"code": ANA.code, "by": ANA.by, "reason": ANA.reason}]
    assert edition["findings"]["error"] == 1
    page = (uncredited / "site" / "ferry" / "index.html").read_text()
    assert ANA.reason not in page


def test_an_override_of_nothing_is_mentioned(tmp_path):
    words = ["--override", ANA.code, "--by", ANA.by, "--reason", ANA.reason]
    newsroom = desk(tmp_path / "desk")
    result = cutline("publish", newsroom / "stories" / "ferry", "--draft", *words)

    assert result.exit_code == 0
    assert "the override of CRD001 overrides nothing" in result.stderr


def test_a_draft_says_so_and_how_much_stands(uncredited):
    assert cutline("publish", uncredited / "stories" / "ferry", "--draft").exit_code == 0
    page = (uncredited / "site" / "ferry" / "index.html").read_text()

    assert 'content="noindex' in page
    edition = json.loads((uncredited / "editions" / "ferry" / "0001.json").read_text())
    standing = sum(edition["findings"].values())
    assert standing > 0
    assert f"Draft, not for publication. Findings that stand: {standing}" in page
    words = ["--override", ANA.code, "--by", ANA.by, "--reason", ANA.reason]
    assert cutline("publish", uncredited / "stories" / "ferry", *words).exit_code == 0
    page = (uncredited / "site" / "ferry" / "index.html").read_text()
    assert "noindex" not in page
    assert "Draft" not in page


def test_a_rule_that_the_desk_does_not_use_refuses_nothing(uncredited):
    (uncredited / "cutline.toml").write_text('[allow]\nCRD001 = "private pictures"\n')
    result = cutline("publish", uncredited / "stories" / "ferry")

    assert result.exit_code == 0, result.output


def test_words_come_from_the_photograph_where_the_story_has_none(tmp_path):
    photographs = folder(tmp_path / "p", "one.jpg")
    story(photographs / "story.md", "![](one.jpg)")
    assert cutline("publish", photographs, "--to", tmp_path / "site").exit_code == 0
    page = (tmp_path / "site" / "index.html").read_text()

    assert "Ferry number 1 waits in the port of Kavala." in page
    assert "Ana Silva/Harbour Agency" in page
    assert 'alt="Ferry number 1 lies at a stone quay"' in page


def test_a_release_beyond_those_kept_goes(tmp_path):
    newsroom = desk(tmp_path / "desk", "keep_releases = 2\n")
    terms = Desk.terms((), (), (), draft=True, skip_unreadable=False)
    for number in range(4):
        story(
            newsroom / "stories" / "ferry" / "story.md",
            placing("../../photographs/1.jpg", caption=f"Crossing {number}."),
        )
        Desk().publish(newsroom / "stories" / "ferry", None, terms)

    assert sorted(p.name for p in (newsroom / "releases").iterdir()) == ["0003", "0004"]
