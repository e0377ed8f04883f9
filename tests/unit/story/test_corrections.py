"""Corrections and updates in the front matter: each with its day, as a person writes them."""

import pytest

from cutline.story import parse


def read(*lines: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Days and words of the corrections, and the codes of slips."""
    parsed = parse("\n".join(("---", "headline: The ferry", *lines, "---", "", "It runs.", "")))
    said = [(each.date, each.passage.text) for each in parsed.story.corrections]
    return said, [finding.code for finding in parsed.findings]


WRONG = "The ferry has run since 1931, not 1913."


@pytest.mark.parametrize(
    "lines",
    [
        ("corrections:", f'  - "2024-05-03: {WRONG}"'),
        ("corrections:", f"  - 2024-05-03: {WRONG}"),
        ("corrections:", f'  2024-05-03: "{WRONG}"'),
        (f'corrections: "2024-05-03: {WRONG}"',),
        (f'corrections: ["2024-05-03: {WRONG}"]',),
    ],
)
def test_a_correction_is_a_day_and_a_sentence(lines):
    assert read(*lines) == ([("2024-05-03", WRONG)], [])


def test_several_stay_in_order_and_may_carry_an_hour():
    lines = ("corrections:", "  - '2024-05-04T18:30+02:00: One.'", "  - '2024-05-03: Two: three.'")
    assert read(*lines)[0] == [("2024-05-04T18:30+02:00", "One."), ("2024-05-03", "Two: three.")]


@pytest.mark.parametrize(
    "line",
    [f"corrections: ['{WRONG}']", f"corrections: ['2024-13-03: {WRONG}']"],
)
def test_a_correction_without_a_day_is_asked_about_and_kept(line):
    said, codes = read(line)
    assert said[0][1] == WRONG
    assert codes == ["STO007"]


def test_an_update_is_a_day_or_a_slip():
    parsed = parse("---\nupdated: 2024-05-03T14:00+01:00\n---\n\nIt runs.\n")
    assert parsed.story.updated.text == "2024-05-03T14:00+01:00"
    assert parsed.findings == ()
    wrong = parse("---\nupdated: yesterday\n---\n\nIt runs.\n").findings
    assert [(each.code, each.place.field) for each in wrong] == [("STO007", "updated")]
