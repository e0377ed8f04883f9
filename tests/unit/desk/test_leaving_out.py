"""A photograph that is left out: what counted it counts anew, or is words alone."""

import re
from pathlib import Path

import pytest

from cutline.desk.leaving_out import without
from cutline.model import Passage, Run
from cutline.story import parse
from unit.desk.desks import cutline, desk, photograph, placing, story

LINKED = (
    "See [the first](#photo-1), [the second](#photo-2) and [the third](#photo-3),"
    " [the ninth](#photo-9) or [the port](https://port.example.org/#photo-2).\n"
)
SOURCE = (
    "![One](1.jpg)\nAs [in the third](#photo-3).\n\n"
    f"{LINKED}\n- > [the third](#photo-3)\n\n"
    "![Two](2.jpg)\nIt.\n\n![Three](3.jpg)\nAfter [the first](#photo-1)."
)


def links(passages: list[Passage]) -> list[tuple[str, str | None]]:
    """The words that lead somewhere, or did, and where."""
    runs = (run for passage in passages for run in passage.runs)
    return [(run.text, run.href) for run in runs if run.text.strip(" .,").startswith("the ")]


def test_links_follow_their_photographs_and_the_words_of_the_others_stay():
    left = without(parse(SOURCE).story, frozenset((1,)))

    assert links(list(left.body)) == [
        ("the first", "#photo-1"),
        ("the second", None),
        ("the third", "#photo-2"),
        ("the ninth", None),
        ("the port", "https://port.example.org/#photo-2"),
        ("the third", "#photo-2"),
    ]
    one, three = left.placements
    assert Run("in the third", href="#photo-2") in one.caption.runs
    assert Run("the first", href="#photo-1") in three.caption.runs
    assert [passage.text for passage in left.body] == [
        passage.text for passage in parse(SOURCE).story.body
    ]


def test_where_nothing_is_left_out_nothing_changes():
    whole = parse(SOURCE.replace("#photo-9", "https://example.org/")).story

    assert without(whole, frozenset()) == whole


def test_what_is_let_pass_at_a_photograph_stays_with_it():
    """Else a right that somebody cleared by name would be cleared for the next photograph."""
    allow = "<!-- cutline: allow RGT002 by Ana Silva – cleared -->\n\n"
    whole = parse(f"![One](1.jpg)\nIt.\n\n{allow}![Two](2.jpg)\nIt.\n\n![Three](3.jpg)\nIt.").story
    assert [each.photo for each in whole.allowances] == [1]

    assert [each.photo for each in without(whole, frozenset((0,))).allowances] == [0]
    assert without(whole, frozenset((1,))).allowances == ()
    for_all = parse("---\nallow: CRD003 – the museum asked\n---\n![One](1.jpg)\nIt.").story
    assert without(for_all, frozenset((0,))).allowances == for_all.allowances


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with a story of three photographs that link to each other."""
    made = desk(tmp_path / "desk")
    photograph(made / "photographs" / "3.jpg", 3)
    story(
        made / "stories" / "ferry" / "story.md",
        placing("../../photographs/1.jpg", caption="The ferries, before [the third](#photo-3)."),
        LINKED.replace("[the ninth](#photo-9) or ", ""),
        placing("../../photographs/2.jpg", "A cook", "The cook of the last crossing."),
        placing("../../photographs/3.jpg", "A rope", "A rope, after [the first](#photo-1)."),
    )
    monkeypatch.chdir(made)
    return made


def shown(newsroom: Path) -> list[tuple[str, str]]:
    """Where the links in the words of the page lead, and to which alt text."""
    (page,) = (newsroom / "site").glob("ferry/index.html")
    html = page.read_text("utf-8")
    alts = dict(re.findall(r'<figure[^>]*id="(photo-\d)".*?alt="([^"]*)"', html, re.DOTALL))
    found = re.findall(r'<a href="#(photo-\d)"[^>]*>(the [^<]*)</a>', html)
    return sorted({(words, alts[place]) for place, words in found})


def test_a_kill_keeps_every_link_on_its_picture(newsroom):
    assert cutline("publish", "stories/ferry", "--draft").exit_code == 0
    before = dict(shown(newsroom))
    assert before["the third"] == "A rope"
    why = ("--reason", "Its supplier killed it.", "--by", "Ana Silva")
    killed = cutline("kill", "photographs/2.jpg", *why)

    assert killed.exit_code == 0, killed.stderr
    del before["the second"]
    assert dict(shown(newsroom)) == before
    assert "the second" in (newsroom / "site" / "ferry" / "index.html").read_text("utf-8")


def test_a_photograph_that_is_skipped_leaves_every_link_on_its_picture(newsroom):
    (newsroom / "photographs" / "1.jpg").write_text("no photograph")
    run = cutline("publish", "stories/ferry", "--draft", "--skip-unreadable")

    assert run.exit_code == 0, run.stderr
    assert dict(shown(newsroom)) == {"the second": "A cook", "the third": "A rope"}
