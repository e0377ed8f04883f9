"""When anything is in doubt, publishing looks again: damage, namesakes, late changes, refusals."""

import os

import pytest

from cutline import metadata, store
from cutline.desk import press
from cutline.desk.nothing_new import Memory
from cutline.metadata import Stamp
from cutline.model import StoreError
from unit.desk import desks


@pytest.fixture
def newsroom(tmp_path):
    """A desk whose story is published."""
    desk = desks.desk(tmp_path / "desk")
    assert desks.cutline("publish", desk / "stories" / "ferry").exit_code == 0
    return desk


def _spoil(path):
    """Damage a published file in all releases that share it."""
    path.chmod(0o644)
    os.truncate(path, 10)


def test_a_damaged_site_is_mended_by_publishing_again(newsroom):
    """A page that somebody deleted and a picture that was cut come back."""
    page = newsroom / "site" / "ferry" / "index.html"
    picture = next((newsroom / "site" / "ferry" / "photographs").glob("*.avif"))
    whole = picture.read_bytes()
    page.unlink()
    _spoil(picture)
    again = desks.cutline("publish", newsroom / "stories" / "ferry")

    assert again.exit_code == 0
    assert page.is_file()
    assert picture.read_bytes() == whole
    assert store.verify(store.of_desk(newsroom)) == ()


def test_a_damaged_story_does_not_hold_up_another(newsroom):
    """The damaged file is left out and named; publishing its own story mends it."""
    _spoil(next((newsroom / "site" / "ferry" / "photographs").glob("*.jpg")))
    desks.story(
        newsroom / "stories" / "cook" / "story.md", desks.placing("../../photographs/2.jpg")
    )
    other = desks.cutline("publish", newsroom / "stories" / "cook")

    assert other.exit_code == 0
    assert "was damaged and is left out; publish “ferry” again" in other.stderr
    assert desks.cutline("publish", newsroom / "stories" / "ferry").exit_code == 0
    assert store.verify(store.of_desk(newsroom)) == ()


def test_two_stories_of_one_name_never_replace_each_other(newsroom):
    """The second is refused, and both paths are told."""
    namesake = newsroom / "stories" / "2023" / "Ferry" / "story.md"
    desks.story(namesake, desks.placing("../../../photographs/2.jpg"), headline="Another")
    refused = desks.cutline("publish", namesake)

    assert refused.exit_code == 2
    assert "“stories/ferry”" in refused.stderr
    assert "“stories/2023/Ferry”" in refused.stderr
    assert "Another" not in (newsroom / "site" / "ferry" / "index.html").read_text("utf-8")


def test_what_another_folder_replaces_is_told(tmp_path):
    """Publishing a second folder to the same place says what was there."""
    for name in ("harbour", "market"):
        desks.folder(tmp_path / name)
    desks.cutline("publish", tmp_path / "harbour", "--to", tmp_path / "site")
    second = desks.cutline("publish", tmp_path / "market", "--to", tmp_path / "site")

    assert "this replaces “Harbour”" in second.stderr


def test_a_photograph_deleted_while_publishing_is_missed_by_the_next(tmp_path, monkeypatch):
    """The note about a folder is of what was read, not of what lies there at the end."""
    photographs = desks.folder(tmp_path / "harbour")
    desks.settle()
    real = press.issue

    def run(*given):
        done = real(*given)
        (photographs / "two.jpg").unlink()
        return done

    with monkeypatch.context() as patched:
        patched.setattr(press, "issue", run)
        desks.cutline("publish", photographs, "--to", tmp_path / "site")
    again = desks.cutline("publish", photographs, "--to", tmp_path / "site")

    assert "published 1 photograph" in again.stderr


def test_a_fault_in_keeping_the_note_is_not_the_outcome(tmp_path, monkeypatch):
    """The site is out; only the next publish is slower."""

    def fault(*_):
        raise StoreError("the disk is full")

    monkeypatch.setattr(Memory, "_fingerprint", fault)
    published = desks.cutline("publish", desks.folder(tmp_path / "a"), "--to", tmp_path / "s")

    assert published.exit_code == 0
    assert (tmp_path / "s" / "index.html").is_file()


def test_a_target_outside_is_skipped_without_a_fault(tmp_path):
    """With --skip-unreadable the rest is published, and the exit code says so."""
    folder = desks.folder(tmp_path / "a", "one.jpg")
    desks.story(folder / "story.md", desks.placing("one.jpg"), desks.placing("../x.jpg"))
    run = desks.cutline("publish", folder, "--to", tmp_path / "s", "--skip-unreadable")

    assert run.exit_code == 0
    assert "left out" in run.stderr


def test_a_link_among_photographs_is_told_by_check_and_new_too(tmp_path):
    """What publishing refuses, the check asks about, and the draft of a story names."""
    folder = desks.folder(tmp_path / "a", "one.jpg")
    (folder / "two.jpg").symlink_to("one.jpg")

    assert "is a link" in desks.cutline("check", folder).stdout
    assert desks.cutline("new", folder).exit_code == 0
    assert "](two.jpg)" in (folder / "story.md").read_text("utf-8")


def test_a_folder_whose_name_is_not_unicode_is_published(tmp_path):
    """Names of any bytes are only named, never written into a text."""
    folder = desks.folder(tmp_path / os.fsdecode(b"k\xff"), "one.jpg")
    run = desks.program("publish", folder, "--to", tmp_path / "s")

    assert "fault of cutline's own" not in run.stderr
    assert run.exit_code == 0


def test_a_site_stays_out_of_photographs_beside_their_story(newsroom):
    """In a desk too."""
    home = newsroom / "stories" / "loose"
    desks.photograph(home / "one.jpg")
    desks.story(home / "story.md", desks.placing("one.jpg"))
    refused = desks.cutline("publish", home, "--to", home / "site")

    assert refused.exit_code == 2
    assert not (home / "site").exists()


def test_a_credit_that_was_cut_is_asked_for_and_not_printed(tmp_path):
    """Half a name is nobody's: no credit is filled in, and the sign-off stays in the caption."""
    long = "Petty Officer Second Class Kelsey Adams"
    said = "A ship sails. (AP Photo/Kelsey Adams)"
    desks.photograph(tmp_path / "a" / "one.jpg", stamp=Stamp((long,), "AP", caption=said))
    original = (tmp_path / "a" / "one.jpg").read_bytes()
    cut = desks.without_xmp(original)
    (tmp_path / "a" / "one.jpg").write_bytes(cut)
    checked = desks.cutline("check", tmp_path / "a").stdout

    assert "CRD001" in checked
    assert "Petty" not in checked


@pytest.mark.parametrize(
    ("credit", "name"),
    [("Kelsey Adams/AP", "Kelsey Adams"), ("A mystery of the sea, in two parts", "")],
)
def test_half_a_name_reaches_no_reader_and_no_machine(tmp_path, credit, name):
    """The credit line's whole name stands in for it, in every file; else nobody's."""
    settings = 'publication = "The Post"\nurl = "https://p.example.org/"\n'
    newsroom = desks.desk(tmp_path / "desk", settings)
    long = "Petty Officer Second Class Kelsey Adams"
    path = desks.photograph(newsroom / "photographs" / "1.jpg", 1, Stamp((long,), "AP"))
    path.write_bytes(desks.without_xmp(path.read_bytes()))
    block = desks.placing("../../photographs/1.jpg", credit=credit)
    file = desks.story(newsroom / "stories" / "sea" / "story.md", block)
    desks.settle()
    published = desks.cutline("publish", file)
    assert published.exit_code == 0, published.stderr
    made = [each for each in (newsroom / "site").rglob("*") if each.is_file()]

    assert not [each for each in made if b"Petty" in each.read_bytes() or "petty" in each.name]
    (jpeg, *_) = sorted((newsroom / "site" / "sea" / "photographs").glob("*.jpg"))
    told = metadata.read(jpeg.read_bytes()).metadata.texts("creatorNames")
    assert told == ((name,) if name else ())


def test_a_sign_off_stays_unless_the_credit_beside_it_says_the_same(tmp_path):
    """Who is named at the end of a caption is never lost."""
    said = "A ship sails. (AP Photo/Kelsey Adams)"
    desks.photograph(tmp_path / "a" / "one.jpg", stamp=Stamp(("Kelsey Adams",), "AP", caption=said))
    desks.photograph(tmp_path / "b" / "one.jpg", stamp=Stamp(("Jo Weber",), "dpa", caption=said))
    desks.photograph(tmp_path / "c" / "one.jpg", stamp=Stamp(("Jo Weber",), "AP", caption=said))
    for name in ("a", "b", "c"):
        assert desks.cutline("new", tmp_path / name).exit_code == 0

    assert "Kelsey Adams)" not in (tmp_path / "a" / "story.md").read_text("utf-8")
    assert "Kelsey Adams)" in (tmp_path / "b" / "story.md").read_text("utf-8")
    assert "Kelsey Adams)" in (tmp_path / "c" / "story.md").read_text("utf-8")


def test_a_draft_over_a_published_page_is_told(newsroom):
    """It replaces what readers see, so it says so."""
    draft = desks.cutline("publish", newsroom / "stories" / "ferry", "--draft")

    assert "this draft replaces the published page" in draft.stderr
