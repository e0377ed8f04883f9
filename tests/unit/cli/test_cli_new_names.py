"""``cutline new``: what it calls the story, and where no story could name the photographs."""

import os

import pytest

from unit.desk.desks import cutline, desk, folder, photograph


@pytest.mark.parametrize("name", [b"b\\s", b"n\nl", b"s\xff"], ids=["backslash", "break", "bytes"])
def test_a_folder_that_no_story_can_name_is_refused_in_a_sentence(tmp_path, name):
    made = desk(tmp_path / "desk")
    unnamed = made / "photographs" / os.fsdecode(name)
    photograph(unnamed / "1.jpg")
    run = cutline("new", unnamed)

    assert run.exit_code == 2
    assert "give the folder a name without backslash and hidden characters" in run.stderr
    assert [each.name for each in (made / "stories").iterdir()] == ["ferry"]


def test_a_photograph_with_a_backslash_is_placed_and_asked_about(tmp_path):
    photograph(tmp_path / "a\\b.jpg")
    photograph(tmp_path / "c.jpg", 2)
    assert cutline("new", tmp_path).exit_code == 0
    told = cutline("check", "--select", "PIC005", tmp_path)

    assert "no name of a file" in " ".join(told.stdout.split())
    loose = cutline("publish", tmp_path, "--draft", "--to", tmp_path.parent / "site")
    assert loose.exit_code == 1


def test_from_an_empty_desk_each_command_names_the_next(tmp_path, monkeypatch):
    """As a person would type it from where they stand: no path is longer than it must be."""
    monkeypatch.chdir(tmp_path)
    said = cutline("init", "desk").stderr.splitlines()[-1]
    assert said == "put photographs into desk/photographs, then: cutline new desk/photographs"

    photograph(tmp_path / "desk" / "photographs" / "1.jpg")
    run = cutline(*said.partition("cutline ")[2].split())
    name = "desk/stories/photographs/story.md"
    assert run.stdout == f"{name}\n"
    assert run.stderr == f"wrote {name}; fill in what is marked, then: cutline check {name}\n"


def test_a_story_elsewhere_is_named_in_full(tmp_path, monkeypatch):
    monkeypatch.chdir(folder(tmp_path / "here"))
    there = folder(tmp_path / "there")

    assert cutline("new", there).stdout == f"{there / 'story.md'}\n"
