"""Reports: the contract in JSON, and what a person sees at eighty columns."""

import json
import re

import pytest
from rich.cells import cell_len

from cutline.check import run
from cutline.check.report import Report
from cutline.check.report.excerpt import excerpt
from cutline.check.report.machine import as_json, as_json_line
from cutline.check.report.people import as_text
from cutline.model import Span, Unreadable
from unit.check.notation import photo, proof

STORY = proof(
    photo("The Vostochny Сosmodrome at dusk", "The Сosmodrome again."),
    photo("", "A man waits.", "Jo Bell/ AP"),
    headline="Two men and a rocket",
)
REPORT = Report("s1", "story.md", STORY, run(STORY))


def test_a_json_line_has_the_keys_of_the_contract():
    """Each place is a finding of its own; line and column only where there is a file."""
    line = as_json_line(REPORT)
    item = json.loads(line)

    assert "\n" not in line
    assert list(item) == ["id", "path", "counts", "findings"]
    assert item["counts"] == {"blocker": 0, "error": 3, "warning": 1, "info": 0}
    first = item["findings"][0]
    assert list(first) == [
        "code",
        "name",
        "severity",
        "photo",
        "field",
        "span",
        "text",
        "message",
        "fix",
        "places",
    ]
    assert (first["photo"], first["field"], first["span"]) == (0, "alt", [14, 24])
    assert first["fix"] == {
        "safe": True,
        "edits": [{"photo": 0, "field": "alt", "span": [14, 15], "text": "C"}],
    }


def test_grouped_json_keeps_a_cause_together():
    """`--group`."""
    (item,) = json.loads(as_json([REPORT], group=True))

    assert item["findings"][0]["places"] == [{"photo": 0, "field": "caption", "span": [4, 14]}]


def test_people_read_title_and_verdict_first():
    """Then photograph by photograph; severity is a mark and a word; old and new line."""
    lines = as_text(REPORT).splitlines()

    assert lines[0] == "Two men and a rocket (story.md)"
    assert lines[1] == "3 to fix, 1 to look at; 3 can be mended for you"
    assert "  ✗ error TXT001 mixed-script in 2 places" in lines
    old = lines.index("    - The Vostochny Сosmodrome at dusk")
    assert lines[old + 1] == "                    ^^^^^^^^^^"
    assert lines[old + 2] == "    + The Vostochny Cosmodrome at dusk"
    assert "    also: caption of photograph 1" in lines


def test_colour_is_only_given_when_asked_for():
    """A pipe gets plain text, and it says the same."""
    import re

    plain, painted = as_text(REPORT), as_text(REPORT, colour=True)

    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


def test_no_line_is_wider_than_the_terminal():
    """At eighty columns nothing wraps, whatever the script and the length."""
    long = proof(
        photo(
            "東京の夜の広場に人々が集まる。" * 9 + "Сat",
            "w" * 300 + " Сat " + "x" * 300,
            "a/ b" * 60,
        ),
        photo("مرحبا Сat " * 20, "e\u0301" * 90 + " Сat"),
        headline="A headline that goes on and on " * 6,
    )

    for line in as_text(Report("id", "a/long/path.md", long, run(long))).splitlines():
        assert cell_len(line) <= 80, line


@pytest.mark.parametrize(
    ("text", "span", "line", "under"),
    [
        ("A cat here", Span(2, 5), "A cat here", "  ^^^"),
        ("東京の猫", Span(2, 4), "東京の猫", "    ^^^^"),
        ("cafe\u0301 cat", Span(6, 9), "cafe\u0301 cat", "     ^^^"),
        ("a\u200bb", Span(1, 2), "a⟨U+200B⟩b", " ^^^^^^^^"),
        ("a \u00a0b", Span(1, 3), "a ⟨U+00A0⟩b", " ^^^^^^^^^"),
        ("قط Сat", Span(3, 6), "قط Сat", "^ “Сat”"),
        ("a\x1b[31mb", Span(0, 1), "a⟨U+001B⟩[31mb", "^"),
    ],
)
def test_the_underline_stands_beneath_the_words(text, span, line, under):
    """Wide letters, marks and hidden characters counted; right-to-left words are named."""
    shown = excerpt(text, span, 60)

    assert (shown.line, shown.under) == (line, under)


def test_a_long_text_is_cut_to_the_words_in_question():
    """With an ellipsis where something was left out."""
    text = "word " * 40 + "Сat " + "word " * 40
    shown = excerpt(text, Span(200, 203), 40)

    assert shown.line.startswith("…")
    assert shown.line.endswith("…")
    assert shown.line[len(shown.under) - 3 : len(shown.under)] == "Сat"
    assert cell_len(shown.line) <= 40


def test_a_photograph_as_a_whole_is_told_by_its_number():
    """Neither its path twice, nor a word of ours for it."""
    turned = [photo(f"A boat number {word}", has={"orientation": 6}) for word in ("one", "two")]
    text = as_text(Report("s1", "story.md", proof(*turned), run(proof(*turned))))
    gone = Unreadable("gone.jpg", "there is no such file", missing=True)
    missing = proof(photo(target="gone.jpg", photograph=gone))
    told = as_text(Report("s1", "story.md", missing, run(missing)))

    assert "also: photograph 2\n" in text
    assert "“gone.jpg”" in told
    assert not re.search(r"^ *gone\.jpg$", told, re.MULTILINE)
