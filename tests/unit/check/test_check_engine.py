"""The engine: order, grouping, ungrouping, places in the file, verdicts, exit."""

from dataclasses import replace

import pytest

from cutline.check import (
    counts,
    fails,
    located,
    mended,
    run,
    safe_edits,
    text_of,
    ungroup,
    verdict,
)
from cutline.model import Block, Passage, Placement, Proof, Severity, Shot, Span, Story
from unit.check.notation import NOW, photo, proof

TWO = proof(
    photo("The Vostochny Сosmodrome at dusk", "The Сosmodrome again.  Twice."),
    photo("", "A man waits at the Сosmodrome.", "Jo Bell/ AP"),
    headline="A  headline",
)


def test_findings_come_in_page_order_and_the_graver_first():
    """Story first, then photograph by photograph; in each the worst on top."""
    findings = run(TWO)

    assert [(f.code, f.place.photo) for f in findings] == [
        ("TXT003", None),
        ("TXT001", 0),
        ("ALT001", 1),
        ("CRD002", 1),
    ]


def test_one_cause_is_one_finding_and_parts_again():
    """JSON readers get each place as a finding of its own, with its own words and edits."""
    (cause,) = [f for f in run(TWO) if f.code == "TXT001"]
    parts = [f for f in ungroup(run(TWO), TWO) if f.code == "TXT001"]

    assert len(cause.places) == 2
    assert [(p.place.photo, p.place.field) for p in parts] == [
        (0, "alt"),
        (0, "caption"),
        (1, "caption"),
    ]
    for part in parts:
        assert part.text == "Сosmodrome"
        assert part.places == ()
        assert part.fix is not None
        (edit,) = part.fix.edits
        assert mended(text_of(TWO, part.place), [edit]).count("Cosmodrome") == 1


def test_body_text_between_photographs_keeps_its_place():
    """Page order is that of the blocks, not story first and photographs after."""
    first, second = photo("One long look", "One."), photo("", "Two.")
    made = proof(first, second)
    blocks = (made.story.blocks[0], Block("paragraph", Passage("a  b")), made.story.blocks[1])
    findings = run(replace(made, story=replace(made.story, blocks=blocks)))

    assert [f.code for f in findings] == ["TXT003", "ALT001"]


def test_lines_and_columns_are_those_of_the_file():
    """Counted in code points from 1, also after a CRLF, and for words that were filled in."""
    source = "# T\r\n\r\n![x](a.jpg)\r\nA Сat.\n"
    start = source.index("A Сat.")
    caption = Passage("A Сat.", (), ((0, Span(start, start + 6)),), Span(start, start + 6))
    image = Span(source.index("!["), len(source) - 1)
    placement = Placement("a.jpg", Passage("A wet dog"), caption, span=image)
    shot = Shot(0, placement, None, "A wet dog", "A Сat.", "")
    made = Proof(Story(blocks=(placement,)), (shot,), NOW)
    found = located(run(made), made, source)

    assert [(f.code, f.line, f.column) for f in found] == [("TXT001", 4, 3), ("CRD001", 3, 1)]


def test_the_verdict_is_one_line_for_people():
    """Only what there is; how much can be mended comes last."""
    assert verdict(run(TWO)) == "4 to fix, 3 to look at; 6 can be mended for you"
    assert verdict(()) == "nothing to ask"


@pytest.mark.parametrize(
    ("level", "stops"),
    [(Severity.INFO, True), (Severity.ERROR, True), (Severity.BLOCKER, False)],
)
def test_the_level_decides_whether_a_check_fails(level, stops):
    """`--fail-on`: error unless said otherwise."""
    assert fails(run(TWO), level) is stops
    assert fails(run(TWO)) is True
    assert fails((), level) is False


def test_counts_name_every_severity():
    """The keys are a contract."""
    assert counts(run(TWO)) == {"blocker": 0, "error": 4, "warning": 3, "info": 0}


def test_safe_edits_never_overlap():
    """Where two fixes want the same words, one waits for the next reading."""
    findings = run(TWO)
    edits = safe_edits([*findings, *findings])

    assert edits == safe_edits(findings)


def test_an_unknown_language_is_no_obstacle():
    """Any tag, even none."""
    for language in ("", "tlh", "x-klingon", "zh-Hant-TW"):
        assert run(replace(TWO, story=replace(TWO.story, language=language)))
