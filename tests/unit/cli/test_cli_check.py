"""``cutline check``: one fault among many, and what is no file at all."""

import json
import os
import stat

import pytest

from unit.desk.desks import cutline

FAULT = "---\nheadline: A  quay\npublished: 2024-05-21\n---\n\nTwo  words.\n"
MENDED = FAULT.replace("  ", " ")
UNSOUND = b"\xff\xfe no text"


def story(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture
def newsroom(tmp_path):
    """Three stories, the second of which cannot be read."""
    for name in "abc":
        story(tmp_path / "stories" / name / "story.md", FAULT)
    (tmp_path / "stories" / "b" / "story.md").write_bytes(UNSOUND)
    return tmp_path / "stories"


def ids(result):
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_one_unreadable_story_of_a_folder_does_not_hide_the_others(newsroom):
    result = cutline("check", newsroom, "--format", "jsonl")

    assert ids(result) == ["a", "c"]
    assert result.exit_code == 2
    assert "is not UTF-8" in result.stderr


def test_all_stories_below_a_folder_are_mended(newsroom):
    shown = cutline("check", newsroom, "--diff")
    assert shown.stdout.count("+headline: A quay") == 2
    assert (newsroom / "a" / "story.md").read_text() == FAULT
    result = cutline("check", newsroom, "--fix")

    assert result.exit_code == 2
    for name in "ac":
        assert f"mended {newsroom / name / 'story.md'}" in result.stderr
        assert (newsroom / name / "story.md").read_text() == MENDED
    assert (newsroom / "b" / "story.md").read_bytes() == UNSOUND


@pytest.mark.parametrize("bad", ["no json", '{"headline": 3}', "{"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_one_bad_line_does_not_hide_the_others(tmp_path, bad, at):
    lines = [json.dumps({"id": name, "story": {"headline": name}}) for name in "xy"]
    lines.insert(at, bad)
    file = tmp_path / "s.jsonl"
    file.write_text("\n".join(lines))
    result = cutline("check", file, "--format", "jsonl")

    assert ids(result) == ["x", "y"]
    assert result.exit_code == 2
    assert f"s.jsonl, line {at + 1}" in result.stderr
    assert cutline("check", file, "--fix").stdout == ""


@pytest.mark.parametrize("name", ["s.md", "s.json", "s.jsonl", "s.html", "s.txt", "s.xml"])
@pytest.mark.parametrize("target", ["pipe", "/dev/zero"])
def test_pipes_and_devices_are_refused_and_never_waited_for(tmp_path, name, target):
    path = tmp_path / name
    if target == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(target)
    result = cutline("check", path)

    assert result.exit_code == 2
    assert "is no file" in result.stderr


def test_a_read_only_story_is_not_written_over(tmp_path):
    """Renaming would replace it: the system asks the folder's permissions alone."""
    file = story(tmp_path / "story.md", FAULT)
    file.chmod(0o444)
    result = cutline("check", "--fix", file)

    assert result.exit_code == 2
    assert "is read-only" in result.stderr
    assert file.read_text() == FAULT
    assert cutline("check", "--diff", file).exit_code == 0


def test_a_story_behind_a_link_is_mended_where_it_lies(tmp_path):
    file = story(tmp_path / "there" / "story.md", FAULT)
    link = tmp_path / "link.md"
    link.symlink_to(file)
    cutline("check", "--fix", link)

    assert link.is_symlink()
    assert file.read_text() == MENDED
    assert stat.S_IMODE(file.stat().st_mode) & stat.S_IWUSR


def test_mended_json_keeps_the_marks_of_arabic_and_hebrew_as_they_stand(tmp_path):
    file = tmp_path / "s.json"
    file.write_text('{"headline": "A  quay", "note": "\u200f\u2028\u00ad\ufeff"}', encoding="utf-8")

    assert cutline("check", "--fix", file).stdout == file.read_text("utf-8").replace("A  q", "A q")


def test_a_slip_of_the_pen_is_shown_with_its_own_words_on_its_own_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = (
        "---\nheadline: A quay\npublished: 2024-05-21\n---\n\n<!-- cutline: allow TXT003 -->\n"
        "![Boats on a quay](a.jpg){shape=round}\nBoats wait for the tide. [Ana Silva/AP]\n"
    )
    story(tmp_path / "story.md", text)
    said = cutline("check", "story.md", "--select", "STO012,STO023").stdout

    assert "story.md:6:1\n" in said
    assert "      <!-- cutline: allow TXT003 -->\n" in said
    assert "story.md:7:" in said
    assert "      {shape=round}\n" in said
    assert "Boats wait" not in said


def test_a_story_comes_from_standard_input(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for text in (FAULT, f"\ufeff{FAULT}", FAULT.replace("\n", "\r\n")):
        told = cutline("check", "-", "--format", "json", text=text)
        (said,) = json.loads(told.stdout)
        assert [finding["line"] for finding in said["findings"]] == [2, 6]
        assert (said["path"], told.exit_code) == ("-", 0)

        result = cutline("check", "-", "--fix", text=text)
        assert result.stdout_bytes == text.replace("  ", " ").encode()
        shown = cutline("check", "-", "--diff", text=text)
        assert "+headline: A quay" in shown.stdout
    assert not list(tmp_path.iterdir())


def test_photographs_of_a_story_from_standard_input_are_looked_for_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "![Boats on a quay](a.jpg)\nBoats wait. [Ana Silva/AP]\n"
    said = json.loads(cutline("check", "-", "--format", "json", text=text).stdout)

    assert "PIC005" in {finding["code"] for finding in said[0]["findings"]}


@pytest.mark.parametrize("way", ["--fix", "--diff"])
def test_what_others_published_is_not_mended(tmp_path, monkeypatch, way):
    monkeypatch.chdir(tmp_path)
    text = "A quay\n\nBoats on a quay\nBoats  wait. [Ana Silva/AP]\n"
    (tmp_path / "g.txt").write_text(text)
    for path in ("g.txt", "-"):
        result = cutline("check", path, way, text=text)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"cutline import {path} --to" in result.stderr
