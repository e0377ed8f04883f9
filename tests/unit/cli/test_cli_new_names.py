"""``cutline new`` where no story could name the photographs."""

import os

import pytest

from unit.desk.desks import cutline, desk, photograph


@pytest.mark.parametrize("name", [b"b\\s", b"n\nl", b"s\xff"], ids=["backslash", "break", "bytes"])
def test_a_folder_that_no_story_can_name_is_refused_in_a_sentence(tmp_path, name):
    made = desk(tmp_path / "desk")
    folder = made / "photographs" / os.fsdecode(name)
    photograph(folder / "1.jpg")
    run = cutline("new", folder)

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
