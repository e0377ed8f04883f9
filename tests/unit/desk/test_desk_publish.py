"""Publishing: what is made, what is made again, and what never is."""

import json
import shutil
from pathlib import Path

import pytest

from cutline import store
from cutline.desk import Desk, Result
from cutline.model import StoreError
from unit.desk.desks import cutline, desk, ferry, folder, photograph, placing, settle, state, story


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A desk whose story has been published."""
    made = desk(tmp_path / "desk")
    settle()
    assert publish(made).changed
    return made


def publish(newsroom: Path, *, draft: bool = True, name: str = "ferry") -> Result:
    terms = Desk.terms((), (), (), draft=draft, skip_unreadable=False)
    return Desk().publish(newsroom / "stories" / name / "story.md", None, terms)


def files(newsroom: Path, name: str = "ferry") -> dict[str, int]:
    """Inodes of the published pictures by what they are called before their hash, and size."""
    pictures = (newsroom / "site" / name / "photographs").iterdir()
    return {
        f"{p.name.split('.')[0]}-{p.name.rpartition('-')[2]}": p.stat().st_ino for p in pictures
    }


def editions(newsroom: Path, name: str = "ferry") -> list[dict]:
    return [
        json.loads(p.read_text()) for p in sorted((newsroom / "editions" / name).glob("*.json"))
    ]


def test_publishing_again_writes_nothing(newsroom):
    """No file of desk, cache or site is another one, or was touched."""
    before = state(newsroom)
    result = publish(newsroom)

    assert (result.changed, result.rendered, result.written) == (False, 0, 0)
    assert state(newsroom) == before


def test_without_its_note_nothing_is_decoded_and_no_release_made(newsroom):
    """The note is never the truth: hashes, compared one by one, say the same."""
    (note,) = (newsroom / ".cutline" / "cache").rglob("note.*")
    note.unlink()
    site, releases = state(newsroom / "site"), state(newsroom / "releases")
    result = publish(newsroom)

    assert (result.changed, result.rendered) == (False, 0)
    assert (state(newsroom / "site"), state(newsroom / "releases")) == (site, releases)
    assert note.exists()


def test_without_the_cache_the_site_stays_and_gives_its_pictures(newsroom):
    """Only the colours that stand in for pictures are lost, and looked up once more."""
    before = files(newsroom)
    shutil.rmtree(newsroom / ".cutline")
    result = publish(newsroom)

    assert files(newsroom) == before
    assert (result.rendered, result.written) == (2, 0)
    assert store.verify(store.of_desk(newsroom)) == ()


def test_a_changed_caption_re_encodes_nothing_and_stamps_one_picture_alone(newsroom):
    before = files(newsroom)
    ferry(newsroom, "The ferries pass at dusk.")
    result = publish(newsroom)
    after = files(newsroom)

    assert result.changed
    assert result.rendered == 0
    assert before.keys() == after.keys()
    assert {name for name in after if after[name] != before[name]} == {
        name for name in after if name.startswith("1-")
    }
    assert result.written == len(("page", "first page", "list of the photographer")) + 3


def test_a_changed_headline_writes_pages_alone(newsroom):
    before = files(newsroom)
    text = (newsroom / "stories" / "ferry" / "story.md").read_text()
    (newsroom / "stories" / "ferry" / "story.md").write_text(
        text.replace("last ferry", "new ferry")
    )
    result = publish(newsroom)

    assert (result.rendered, result.written) == (0, 3)
    assert files(newsroom) == before


def test_another_focal_point_makes_the_card_anew_and_nothing_else(newsroom):
    before = files(newsroom)
    ferry(newsroom, attributes='{focal="0.5,0.95"}')
    result = publish(newsroom)
    after = files(newsroom)

    assert result.rendered == 1
    assert {name for name in after if after[name] != before[name]} == {"1-card.jpg"}


def test_a_replaced_photograph_is_seen(newsroom):
    """Bytes decide, not names: the same name and another picture is another photograph."""
    photograph(newsroom / "photographs" / "2.jpg", 9)
    result = publish(newsroom)

    assert (result.changed, result.rendered) == (True, 1)


def test_publishing_a_draft_in_earnest_replaces_it(newsroom):
    result = publish(newsroom, draft=False)

    assert result.changed
    page = (newsroom / "site" / "ferry" / "index.html").read_text()
    assert "noindex" not in page
    assert not publish(newsroom, draft=False).changed


def test_a_site_touched_by_somebody_is_made_whole(newsroom):
    """A published file that was damaged is never linked into the next release."""
    target = next((newsroom / "site" / "ferry" / "photographs").glob("1.*320.jpg"))
    target.chmod(0o644)
    target.write_bytes(target.read_bytes()[:-1] + b"!")
    ferry(newsroom, attributes='{focal="0.5,0.95"}')
    publish(newsroom)

    assert store.verify(store.of_desk(newsroom)) == ()


def test_two_stories_of_a_desk_keep_each_other(newsroom):
    before = files(newsroom)
    story(
        newsroom / "stories" / "quay" / "story.md",
        placing("../../photographs/2.jpg", "A cook", "The cook goes ashore."),
        headline="On the quay",
    )
    publish(newsroom, name="quay")

    assert (newsroom / "site" / "quay" / "index.html").is_file()
    assert files(newsroom) == before
    assert store.verify(store.of_desk(newsroom)) == ()
    ferry(newsroom, "The ferries pass at dusk.")
    publish(newsroom)
    assert "goes ashore" in (newsroom / "site" / "quay" / "index.html").read_text()


def test_an_edition_records_what_ran(newsroom):
    (edition,) = editions(newsroom)

    assert edition["story"] == "ferry"
    assert edition["draft"] is True
    assert edition["pages"] == ["ferry/index.html"]
    assert [usage["name"] for usage in edition["usages"]] == ["1.jpg", "2.jpg"]
    assert edition["usages"][0]["caption"] == "The ferries pass at noon."
    assert edition["usages"][0]["credit"] == "Ana Silva/Harbour Agency"
    for usage in edition["usages"]:
        assert usage["files"]
        assert all((newsroom / "site" / file).is_file() for file in usage["files"])
    assert set(edition["findings"]) == {"blocker", "error", "warning", "info"}


def test_an_edition_records_every_file_that_shows_a_photograph(newsroom):
    """Whoever must take a photograph down finds all of it, the card of links among it."""
    (edition,) = editions(newsroom)
    listed = {file for usage in edition["usages"] for file in usage["files"]}
    pictures = {
        str(path.relative_to(newsroom / "site"))
        for path in (newsroom / "site" / "ferry" / "photographs").iterdir()
    }

    assert listed == pictures


def test_every_edition_is_kept(newsroom):
    publish(newsroom)
    ferry(newsroom, "The ferries pass at dusk.")
    publish(newsroom)

    assert [each["usages"][0]["caption"] for each in editions(newsroom)] == [
        "The ferries pass at noon.",
        "The ferries pass at dusk.",
    ]


def test_a_record_that_was_lost_is_made_again(newsroom):
    """Photographs are taken down by the records: the site may not show what none of them has."""
    (record,) = (newsroom / "editions" / "ferry").glob("*.json")
    (note,) = (newsroom / ".cutline" / "cache").rglob("note.*")
    (before,) = editions(newsroom)
    record.unlink()
    note.unlink()

    assert not publish(newsroom).changed
    assert [each["usages"] for each in editions(newsroom)] == [before["usages"]]
    note.unlink()
    publish(newsroom)
    assert len(editions(newsroom)) == 1


def test_a_loose_folder_stays_as_it_was(tmp_path):
    photographs = folder(tmp_path / "photographs")
    before = state(photographs)
    result = cutline("publish", photographs, "--draft", "--to", tmp_path / "site")

    assert result.exit_code == 0, result.output
    assert state(photographs) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".site.cutline",
        "photographs",
        "site",
    ]


def test_a_loose_folder_stands_in_the_natural_order_of_its_names(tmp_path):
    photographs = folder(tmp_path / "photographs", "img10.jpg", "img2.jpg", "img1.jpg")
    cutline("publish", photographs, "--draft", "--to", tmp_path / "site")
    page = (tmp_path / "site" / "index.html").read_text()

    assert page.index("number 3 waits") < page.index("number 2 waits") < page.index("number 1 w")


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("theirs", "cutline did not make"),
        ("photographs/site", "inside the folder of the photographs"),
        ("photographs", "inside the folder of the photographs"),
        ("a-file", "cutline did not make"),
        ("a-link", "cutline did not make"),
    ],
)
def test_a_site_goes_nowhere_where_it_must_not(tmp_path, place, sentence):
    photographs = folder(tmp_path / "photographs")
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "thesis.txt").write_text("years of work")
    (tmp_path / "a-file").write_text("a file")
    (tmp_path / "a-link").symlink_to("theirs")
    before = state(tmp_path)
    result = cutline("publish", photographs, "--draft", "--to", tmp_path / place)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""
    assert state(tmp_path) == before


def test_an_empty_folder_may_become_the_site(tmp_path):
    (tmp_path / "site").mkdir()
    result = cutline("publish", folder(tmp_path / "p"), "--draft", "--to", tmp_path / "site")

    assert result.exit_code == 0, result.output
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_desk_may_publish_elsewhere(newsroom, tmp_path):
    """A story alone, at the root of a site of its own; cache and editions stay in the desk."""
    to = tmp_path / "elsewhere"
    terms = Desk.terms((), (), (), draft=True, skip_unreadable=False)
    result = Desk().publish(newsroom / "stories" / "ferry", to, terms)

    assert (result.rendered, result.page) == (0, to / "index.html")
    assert result.page.is_file()
    assert len(editions(newsroom)) == 2


def test_two_who_publish_at_once_do_not_mix(newsroom):
    """Who comes second is told who is first, and the site is the first one's."""
    places = store.of_desk(newsroom)
    ferry(newsroom, "The ferries pass at dusk.")
    with (
        store.exclusive(places.lock, "the site"),
        pytest.raises(StoreError, match="being published by somebody else"),
    ):
        publish(newsroom)
    assert publish(newsroom).changed
