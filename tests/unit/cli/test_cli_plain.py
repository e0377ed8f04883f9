"""Names and words from outside reach a terminal as their letters; none of them drives it."""

import json
import unicodedata

import pytest

from cutline.cli.plain import plain, plain_json, plain_lines
from unit.desk.desks import cutline, desk, ferry, folder, photograph, placing, story

TITLE = "\x1b]0;owned\x07"
"""Sets the title of a terminal."""
BAD = (TITLE, "\x1b[2J", "\r", "\x9b31m", "\N{RIGHT-TO-LEFT OVERRIDE}", "\x7f", "\u2028")


def acts(text: str) -> list[str]:
    """The characters of a text that are neither seen nor a line's end."""
    hidden = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return [c for c in text if unicodedata.category(c) in hidden and c not in "\n\t"]


@pytest.mark.parametrize("bad", [*BAD, "\n", "\t", "\udce9"])
def test_what_hides_or_acts_is_spelt_out(bad):
    assert acts(plain(f"a{bad}b")) == []
    assert plain(f"a{bad}b").isprintable()
    assert f"⟨U+{ord(bad[0]):04X}⟩" in plain(f"a{bad}b")


def test_what_is_seen_stays():
    """Every script, emoji, no-break spaces, and the joiners that Persian is written with."""
    for seen in ("Größe – 100 %", "می\u200cخواهم", "日本", "a\u00a0b", "x"):
        assert plain(seen) == seen


def test_lines_keep_their_ends_and_a_report_its_colours():
    red = "\x1b[31m✗ error\x1b[0m\r\n"
    assert plain_lines(red, coloured=True) == red
    assert plain_lines(red) == "⟨U+001B⟩[31m✗ error⟨U+001B⟩[0m\r\n"
    assert "\x1b" not in plain_lines("\x1b[8mhidden\x1b]0;x\x07\x1b[2J", coloured=True)
    assert plain_lines("a\rb") == "a⟨U+000D⟩b"


@pytest.mark.parametrize("bad", [*BAD, "\udce9"])
def test_json_says_the_same_in_escapes(bad):
    text = json.dumps({"path": f"a{bad}b"}, ensure_ascii=False)
    assert acts(plain_json(text)) == []
    assert json.loads(plain_json(text)) == {"path": f"a{bad}b"}


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "--diff"],
        ["check", "--fix"],
        ["check", "--format", "json"],
        ["check", "--format", "jsonl"],
        ["publish", "--draft"],
        ["new"],
        ["metadata"],
        ["metadata", "--format", "json"],
    ],
    ids=" ".join,
)
def test_no_name_and_no_word_drives_the_terminal(tmp_path, monkeypatch, words):
    """In names of folder, story and photograph, in every field, in what is missing."""
    monkeypatch.chdir(tmp_path)
    bad = "".join(BAD)
    place = folder(tmp_path / f"p{bad}q", "one.jpg")
    photograph(place / f"two{bad}.jpg", 2)
    if words[0] not in ("new", "metadata"):
        story(
            place / "story.md",
            placing("one.jpg", caption=f"A{bad}boat  waits at \u0421ape Town.", credit=f"A{bad}na"),
            placing(f"<two{bad}.jpg>", alt=f"x{bad}y"),
            f"![a{bad}](",
            headline=f"One{bad}two",
        )
    result = cutline(*words, place, f"gone{bad}.md")
    alone = cutline(*words, place)

    assert result.exit_code == 2
    assert "gone" in result.stderr
    for said in (result.stdout, result.stderr, alone.stdout, alone.stderr):
        assert acts(said) == []
    assert "Traceback" not in alone.stderr


def test_no_setting_and_no_option_drives_the_terminal(tmp_path):
    """Keys of the settings, names of rules, options and commands."""
    bad = "".join(BAD)
    newsroom = desk(tmp_path / "desk", f"{json.dumps('colour' + bad)} = 1\n")
    for words in (
        ["check", ferry(newsroom)],
        ["check", "--select", f"TXT{bad}", "."],
        ["explain", f"TXT{bad}"],
        ["check", f"--no{bad}such"],
        [f"che{bad}ck"],
        ["init", newsroom / f"x{bad}" / "\0"],
        ["publish", ".", "--override", f"C{bad}", "--by", "Ana", "--reason", "because"],
    ):
        result = cutline(*words)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert acts(result.stderr) == [], words


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_no_credit_line_drives_the_terminal(form):
    result = cutline("credit", "--format", form, f"Ana{''.join(BAD)}Silva/AFP")

    assert result.exit_code == 0
    assert "Silva" in result.stdout
    assert acts(result.stdout) == []
