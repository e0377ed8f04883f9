"""A photograph that cannot be used: what is wrong and what to do fit each other."""

import json
from pathlib import Path

import pytest

from unit.desk.desks import cutline, folder, photograph, placing, story

AGAIN = "ask for the file again"


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    """A folder of photographs that each cannot be used for a reason of its own."""
    made = folder(tmp_path / "p", "one.jpg")
    photograph(tmp_path / "outside.jpg")
    (made / "damaged.jpg").write_bytes((made / "one.jpg").read_bytes()[:30])
    (made / "text.jpg").write_text("not a photograph")
    (made / "link.jpg").symlink_to("one.jpg")
    (made / "way").symlink_to(tmp_path)
    (made / "folder.jpg").mkdir()
    (made / "aux.jpg").write_bytes((made / "one.jpg").read_bytes())
    with (made / "large.jpg").open("wb") as file:
        file.truncate((200 << 20) + 1)
    return made


@pytest.mark.parametrize(
    ("target", "wrong", "hint"),
    [
        ("gone.jpg", "there is no photograph “gone.jpg”", "mend the path"),
        ("no/gone.jpg", "there is no photograph “no/gone.jpg”", "mend the path"),
        ("../outside.jpg", "lies outside", "move the photograph into the desk or beside the story"),
        ("link.jpg", "is a link", "put the photograph itself into the folder"),
        ("way/outside.jpg", "is a link, or lies behind one", "put the photograph itself"),
        ("folder.jpg", "is not a file", "put the photograph itself into the folder"),
        ("/one.jpg", "is not a path from the story", "write it relative to the story"),
        ("aux.jpg", "a name that Windows reserves", "give the file another name"),
        ("large.jpg", "200 MB is the most", "export it smaller"),
        ("damaged.jpg", "damaged.jpg", AGAIN),
        ("text.jpg", "is no picture of a known format", "cutline publishes JPEG"),
    ],
)
def test_the_hint_fits_what_is_wrong(loose, target, wrong, hint):
    file = story(loose / "story.md", placing(target))
    report = json.loads(cutline("check", "--format", "jsonl", "--select", "PIC005", file).stdout)
    (finding,) = report["findings"]

    assert finding["name"] == "file-missing"
    assert wrong in finding["message"]
    assert hint in finding["message"]
    assert (AGAIN in finding["message"]) == (hint == AGAIN)


def test_publishing_says_what_to_do_as_well(loose, tmp_path):
    file = story(loose / "story.md", placing("one.jpg"), placing("../outside.jpg"))
    result = cutline("publish", file, "--draft", "--to", tmp_path / "site")

    assert result.exit_code == 1
    assert "lies outside; move the photograph into the desk or beside the story" in result.stderr


def test_a_photograph_that_ends_too_early_stops_the_check_as_it_stops_publishing(tmp_path):
    """What a broken upload left: nothing is decoded, and it is seen."""
    made = folder(tmp_path / "p", "one.jpg", "two.jpg")
    (made / "two.jpg").write_bytes((made / "one.jpg").read_bytes()[:-40])
    file = story(made / "story.md", placing("one.jpg"), placing("two.jpg"))
    result = cutline("check", "--format", "jsonl", "--select", "PIC005", file)
    (finding,) = json.loads(result.stdout)["findings"]

    assert result.exit_code == 1
    assert "“two.jpg” ends too early" in finding["message"]
    assert AGAIN in finding["message"]
    assert "the file ends too early" in cutline("metadata", made / "two.jpg").stdout
