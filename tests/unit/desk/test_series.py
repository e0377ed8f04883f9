"""Several stories at once: each in turn, none held up by another, all in the house's new look."""

from pathlib import Path

import pytest

from cutline.desk.crawl import crawl
from unit.desk.desks import cutline, desk, folder, placing, story

STYLED = 'publication = "The Post"\n[page]\nlight = { accent = "#123456" }\n'


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with two stories, both published."""
    made = desk(tmp_path / "desk", 'publication = "The Post"\n')
    place = placing("../../photographs/2.jpg", "A cook at the rail", "The cook rests.")
    story(made / "stories" / "quay" / "story.md", place, headline="The quay")
    monkeypatch.chdir(made)
    assert cutline("publish", "stories", "--draft").exit_code == 0
    return made


@pytest.mark.parametrize("paths", [["stories"], ["."], ["stories/quay", "stories/ferry/story.md"]])
def test_a_new_look_reaches_every_page(newsroom, paths):
    """A line for each story, nothing decoded, no dead link."""
    (newsroom / "cutline.toml").write_text(STYLED)
    run = cutline("publish", *paths, "--draft")
    pages = [newsroom / "site" / name / "index.html" for name in ("ferry", "quay")]

    assert run.exit_code == 0, run.stderr
    assert len(run.stdout.splitlines()) == 2
    assert {"ferry: published 2", "quay: published 1"} <= {
        line.partition(" photograph")[0] for line in run.stderr.splitlines()
    }
    assert run.stderr.count("(0 decoded") == 2
    assert "old look" not in run.stderr
    assert all("--accent:#123456" in page.read_text() for page in pages)
    assert list(crawl(newsroom / "site", "")) == []


def test_a_story_published_alone_in_a_new_look_says_which_others_are_not(newsroom):
    (newsroom / "cutline.toml").write_text(STYLED)
    first = cutline("publish", "stories/ferry", "--draft").stderr
    second = cutline("publish", "stories/quay", "--draft").stderr

    assert "1 other story still has the old look: cutline publish stories" in first
    assert "old look" not in second


def test_what_is_said_of_the_look_is_true_of_the_end(newsroom, monkeypatch):
    """Also where one story had nothing new; and the advice works where the person stands."""
    (newsroom / "cutline.toml").write_text(STYLED)
    monkeypatch.chdir(newsroom.parent)
    first = cutline("publish", newsroom / "stories" / "ferry", "--draft").stderr
    both = cutline("publish", newsroom / "stories", "--draft").stderr

    assert f"old look: cutline publish {newsroom.name}/stories" in first
    assert "nothing has changed" in both
    assert "old look" not in both


def test_a_refused_story_holds_up_no_other(newsroom):
    """The worst exit code is that of all; what was refused stays as it was on the site."""
    broken = newsroom / "stories" / "ferry" / "story.md"
    broken.write_text(broken.read_text().replace("photographs/1.jpg", "photographs/gone.jpg"))
    (newsroom / "cutline.toml").write_text(STYLED)
    run = cutline("publish", "stories", "--draft")

    assert run.exit_code == 1
    assert "gone.jpg" in run.stderr
    assert [Path(line).parent.name for line in run.stdout.splitlines()] == ["quay"]
    assert "--accent:#123456" not in (newsroom / "site" / "ferry" / "index.html").read_text()
    assert "old look" not in run.stderr, "why it has that is told, and the advice would not help"


def test_what_is_refused_keeps_the_site_from_being_sent_and_a_person_is_told(newsroom):
    (newsroom / "stories" / "quay" / "story.md").write_bytes(b"\xff\xfe\x00")
    (newsroom / "cutline.toml").write_text(STYLED)
    run = cutline("publish", "stories", "--draft", "--target", "web.zip")

    assert run.exit_code == 2
    assert "nothing was sent: `cutline send web.zip` sends the site as it is" in run.stderr
    assert not (newsroom / "web.zip").exists()


def test_a_story_that_cannot_be_read_is_the_worst(newsroom):
    (newsroom / "stories" / "quay" / "story.md").write_bytes(b"\xff\xfe\x00")
    run = cutline("publish", "stories", "--draft")

    assert run.exit_code == 2
    assert "quay" in run.stderr
    assert [Path(line).parent.name for line in run.stdout.splitlines()] == ["ferry"]


@pytest.mark.parametrize(
    "paths",
    [
        ["stories/quay", "stories/quay/story.md"],
        ["stories/quay", "stories/../stories/quay"],
        ["stories/quay", "stories"],
        [".", "stories"],
    ],
)
def test_a_story_that_is_named_twice_goes_out_once(newsroom, paths):
    (newsroom / "cutline.toml").write_text(STYLED)
    run = cutline("publish", *paths, "--draft")

    assert run.exit_code == 0, run.stderr
    shown = [Path(line).parent.name for line in run.stdout.splitlines()]
    assert sorted(shown) == sorted(set(shown))
    assert "quay" in shown


@pytest.mark.parametrize("more", [["--to", "out"], ["--serve"]])
def test_what_is_for_one_story_is_refused_for_several(newsroom, more):
    run = cutline("publish", "stories", "--draft", *more)

    assert run.exit_code == 2
    assert not (newsroom / "out").exists()


def test_several_folders_without_a_desk_would_replace_each_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder(tmp_path / "one")
    folder(tmp_path / "two")
    run = cutline("publish", "one", "two", "--draft")

    assert run.exit_code == 2
    assert "cutline init" in run.stderr
    assert not (tmp_path / "site").exists()


def test_a_mistyped_name_stops_all_before_anything_is_published(newsroom):
    (newsroom / "cutline.toml").write_text(STYLED)
    run = cutline("publish", "stories/ferry", "stories/quai", "--draft")

    assert (run.exit_code, run.stdout) == (2, "")
    assert "quai" in run.stderr


def numbered(made: Path) -> list[str]:
    return sorted(each.name for each in (made / "releases").iterdir() if each.name.isdigit())


def test_many_stories_are_one_release(newsroom):
    """Older releases are not pushed out by a series, and readers never see half of it."""
    place = placing("../../photographs/1.jpg", "Two ferries", "The ferries pass.")
    names = [f"pier-{number}" for number in range(7)]
    for name in names:
        story(newsroom / "stories" / name / "story.md", place, headline=f"The {name}")
    before = numbered(newsroom)
    run = cutline("publish", "stories", "--draft")

    assert run.exit_code == 0, run.stderr
    assert len(numbered(newsroom)) == len(before) + 1
    assert set(before) < set(numbered(newsroom))
    assert all((newsroom / "site" / name / "index.html").is_file() for name in names)
    assert "(2 decoded" not in run.stderr
    again = cutline("publish", "stories", "--draft")
    assert again.stderr.count("nothing has changed") == len(names) + 2
    assert len(numbered(newsroom)) == len(before) + 1


def test_two_stories_of_one_name_are_not_both_published(newsroom):
    """The first is; the second is told which has its name; the others are not held up."""
    place = placing("../../../photographs/1.jpg", "Two ferries", "The ferries pass.")
    story(newsroom / "stories" / "archive" / "quay" / "story.md", place, headline="Another")
    run = cutline("publish", "stories", "--draft")

    assert run.exit_code == 2
    assert "two stories are called “quay”" in run.stderr
    assert sorted(Path(line).parent.name for line in run.stdout.splitlines()) == ["ferry", "quay"]


def test_a_photograph_that_cannot_be_decoded_holds_up_its_own_story_alone(newsroom):
    photographs = newsroom / "photographs"
    whole = (photographs / "1.jpg").read_bytes()
    (photographs / "3.jpg").write_bytes(whole[:700] + bytes(len(whole) - 700))
    place = placing("../../photographs/3.jpg", "Two ferries", "The ferries pass.")
    for name in ("pier", "lock"):
        story(newsroom / "stories" / name / "story.md", place, headline=f"The {name}")
    story(
        newsroom / "stories" / "mole" / "story.md", place.replace("3.jpg", "1.jpg"), headline="Mole"
    )
    run = cutline("publish", "stories", "--draft")

    assert run.exit_code == 1
    shown = {Path(line).parent.name for line in run.stdout.splitlines()}
    assert shown == {"ferry", "mole", "quay"}
    assert not (newsroom / "site" / "pier").exists()
