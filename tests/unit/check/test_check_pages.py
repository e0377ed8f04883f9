"""Every rule's page is true: its examples are run."""

import re

import pytest

import cutline
from cutline.check import explain, registry, run
from cutline.model import ConfigError, Severity
from unit.check.notation import example, read

RULES = list(registry().values())
CODES = [entry.rule.code for entry in RULES]


@pytest.mark.parametrize("entry", RULES, ids=CODES)
def test_the_asking_example_asks_for_this_alone(entry):
    """The page's “Asks::” raises this rule's finding and no other."""
    findings = run(read(example(entry.page, "Asks")))

    assert {finding.code for finding in findings} == {entry.rule.code}


@pytest.mark.parametrize("entry", RULES, ids=CODES)
def test_the_passing_example_passes_every_rule(entry):
    """The page's “Passes::” raises nothing at all."""
    assert run(read(example(entry.page, "Passes"))) == ()


@pytest.mark.parametrize("entry", RULES, ids=CODES)
def test_no_rule_is_of_a_version_to_come(entry):
    """`explain` says since when a rule is there: this version of the package, or one before."""
    assert _numbers(entry.rule.since) <= _numbers(cutline.__version__)


def _numbers(version):
    return [int(digits) for digits in re.findall(r"\d+", version)]


@pytest.mark.parametrize("entry", RULES, ids=CODES)
def test_a_page_says_what_why_fix_and_source(entry):
    """The summary is one line; fix and source are named; `explain` prints the page."""
    summary, blank = entry.page.split("\n")[:2]

    assert summary.endswith(".")
    assert not blank
    assert re.search(r"^Fix: .", entry.page, re.MULTILINE)
    assert re.search(r"^Source: .", entry.page, re.MULTILINE)
    told = explain(entry.rule.code)
    words = re.findall(r"\w+", entry.page)
    assert re.findall(r"\w+", told)[-len(words) :] == words
    assert not re.search("``|::$", told, re.MULTILINE), "mark-up is for the site"


@pytest.mark.parametrize("entry", RULES, ids=CODES)
def test_a_file_holds_the_rule_that_it_is_named_after(entry):
    """File name, code and name agree, so that a rule is found where it is looked for."""
    rule = entry.rule
    expected = f"{rule.code.lower()}_{re.sub('[-/]', '_', rule.name)}"

    assert entry.check.__module__.rpartition(".")[2] == expected


@pytest.mark.parametrize("entry", RULES, ids=CODES)
def test_a_rule_only_covers_lesser_ones(entry):
    """What is left out is never graver than what is kept."""
    known = registry()

    assert all(known[code].rule.severity <= entry.rule.severity for code in entry.rule.covers)


def test_the_first_fourteen_are_there():
    """The rules of the first version, by code."""
    expected = (
        "ALT001 ALT002 ALT005 ALT006 ALT007 CAP001 CAP003 CAP007"
        " CRD001 CRD002 PIC005 TXT001 TXT002 TXT003"
    )

    assert set(expected.split()) <= set(CODES)
    assert sorted(CODES) == CODES
    assert all(entry.rule.severity in Severity for entry in RULES)


@pytest.mark.shared
def test_names_and_severities_are_those_of_the_rule_table(shared):
    """Codes, names and severities are a contract with other programs."""
    import json

    table = json.loads((shared / "copydesk" / "rules.json").read_text(encoding="utf-8"))
    known = {row["code"]: (row["name"], row["severity"]) for row in table}

    for entry in RULES:
        rule = entry.rule
        assert (rule.name, rule.severity.word) == known[rule.code]


@pytest.mark.parametrize(("asked", "code"), [("txt001", "TXT001"), ("mixed-script", "TXT001")])
def test_a_page_is_found_by_code_in_any_case_and_by_name(asked, code):
    """Nobody should have to remember capitals."""
    assert explain(asked).startswith(code)


def test_an_unknown_code_names_the_nearest():
    """A slip in the code is answered with what was meant."""
    with pytest.raises(ConfigError) as caught:
        explain("TXT01")

    assert "TXT001" in caught.value.hint
    with pytest.raises(ConfigError) as caught:
        explain("foo")

    assert caught.value.hint == "cutline explain lists all rules"
