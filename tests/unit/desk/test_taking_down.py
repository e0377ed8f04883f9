"""Rollback, withdraw and kill, as a person types them: whole sites, on record, and for good."""

import json
import zipfile
from pathlib import Path

import pytest

from cutline import store
from cutline.desk.crawl import Gone, crawl, traces
from cutline.metadata import Stamp
from unit.desk.desks import TELLING, cutline, desk, ferry, folder, photograph, placing, story

WHO = ("--by", "Ana Silva", "--reason", "The agency sent a kill notice.")


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with two stories; the ferry's went out twice, “Crossing 2” last."""
    made = desk(tmp_path / "desk")
    place = placing("../../photographs/2.jpg", "A cook at the rail", "The cook rests.")
    story(made / "stories" / "quay" / "story.md", place, headline="The quay")
    ferry(made, "Crossing 1.")
    publish("ferry", made)
    publish("quay", made)
    ferry(made, "Crossing 2.")
    publish("ferry", made)
    monkeypatch.chdir(made)
    return made


def publish(name: str, made: Path) -> None:
    run = cutline("publish", made / "stories" / name, "--draft")
    assert run.exit_code == 0, run.stderr


def hash_of(path: Path) -> str:
    return store.read(path.parent, path.name).sha256


def ledger(made: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text()) for path in sorted((made / "ledger").glob("*.json"))]


def pages(made: Path) -> list[bytes]:
    return [path.read_bytes() for path in (made / "releases").rglob("*.html")]


def whole(made: Path) -> bool:
    """The site is as its manifest says, and no link of it is dead."""
    assert store.verify(store.of_desk(made)) == ()
    return list(crawl(made / "site", "")) == []


def test_a_story_steps_back_and_others_stay(newsroom):
    quay = (newsroom / "site" / "quay" / "index.html").read_bytes()
    run = cutline("rollback", "stories/ferry")

    assert run.exit_code == 0
    page = (newsroom / "site" / "ferry" / "index.html").read_text()
    assert "Crossing 1." in page
    assert "Crossing 2." not in page
    assert (newsroom / "site" / "quay" / "index.html").read_bytes() == quay
    assert "ferry/index.html" in run.stdout.splitlines()
    assert not any(line.startswith("quay/") for line in run.stdout.splitlines())
    assert whole(newsroom)
    assert [(f["what"], f["from"], f["to"]) for f in ledger(newsroom)] == [
        ("rollback", "0003", "0002")
    ]


def test_stepping_back_once_more_goes_further_back(newsroom):
    ferry(newsroom, "Crossing 3.")
    publish("ferry", newsroom)
    for number in (2, 1):
        assert cutline("rollback", "ferry").exit_code == 0
        assert f"Crossing {number}." in (newsroom / "site/ferry/index.html").read_text()
    ended = cutline("rollback", "ferry")
    assert ended.exit_code == 2
    assert "no kept release has an earlier edition" in ended.stderr
    publish("ferry", newsroom)
    assert "Crossing 3." in (newsroom / "site/ferry/index.html").read_text()


def test_no_draft_takes_the_place_of_a_published_page(newsroom):
    """A person who steps back means what readers saw, and is told which edition that was."""
    path = newsroom / "stories" / "pier" / "story.md"
    place = placing("../../photographs/1.jpg", "Two ferries", "The pier at noon.")
    story(path, place, headline="Half a story")
    publish("pier", newsroom)
    story(path, place, headline="The pier")
    assert cutline("publish", "stories/pier").exit_code == 0
    refused = cutline("rollback", "stories/pier")

    assert refused.exit_code == 2
    assert "no kept release has another published edition of “pier”" in refused.stderr
    story(path, place.replace("at noon", "at night"), headline="The pier by night")
    assert cutline("publish", "stories/pier").exit_code == 0
    back = cutline("rollback", "stories/pier")
    assert back.exit_code == 0
    assert "“pier” is again “The pier” of 20" in back.stderr
    assert "at noon" in (newsroom / "site" / "pier" / "index.html").read_text()


def test_a_withdrawn_story_leaves_nothing_and_does_not_come_back_by_accident(newsroom):
    run = cutline("withdraw", "quay", "--by", "Ana Silva", "--reason", "The court forbids it.")

    assert run.exit_code == 0
    assert not (newsroom / "site" / "quay").exists()
    assert "The quay" not in (newsroom / "site" / "index.html").read_text()
    assert {"quay/", "quay/index.html", "index.html"} <= set(run.stdout.splitlines())
    assert whole(newsroom)
    assert ledger(newsroom)[-1]["what"] == "withdrawal"
    again = cutline("publish", "stories/quay", "--draft")
    assert again.exit_code == 1
    assert "was withdrawn on" in again.stderr
    assert "The court forbids it" in again.stderr
    back = cutline("rollback", "quay")
    assert back.exit_code == 2
    assert "was withdrawn on" in back.stderr
    assert "--override WITHDRAWN" in back.stderr
    publish("ferry", newsroom)
    assert not (newsroom / "site" / "quay").exists()


def test_a_site_whose_last_story_was_withdrawn_says_that_there_is_none(newsroom):
    for name in ("quay", "ferry"):
        assert cutline("withdraw", name, *WHO).exit_code == 0

    assert whole(newsroom)
    assert "No stories yet" in (newsroom / "site" / "index.html").read_text()


def test_a_story_still_leads_to_lists_when_others_are_gone(newsroom):
    """What it leads to stands because of itself: its photographers, its site."""
    assert cutline("withdraw", "quay", *WHO).exit_code == 0

    assert '<a href="../index.html"' in (newsroom / "site" / "ferry" / "index.html").read_text()
    assert whole(newsroom)


def test_somebody_may_bring_a_withdrawn_story_back(newsroom):
    cutline("withdraw", "quay", *WHO)
    override = ("--override", "WITHDRAWN", "--by", "Ana Silva", "--reason", "The court agreed.")
    run = cutline("publish", "stories/quay", "--draft", *override)

    assert run.exit_code == 0, run.stderr
    assert (newsroom / "site" / "quay" / "index.html").exists()
    assert [fact["what"] for fact in ledger(newsroom)] == ["withdrawal", "return", "override"]
    publish("quay", newsroom)


def test_nothing_of_a_killed_photograph_is_left_in_any_release(newsroom):
    """Neither its hash nor a name or a byte of its renditions; and every address is told."""
    photo = newsroom / "photographs" / "1.jpg"
    sha256 = hash_of(photo)
    site = newsroom / "site"
    files = [p.relative_to(site).as_posix() for p in site.glob("ferry/photographs/1.*")]
    bytes_of = frozenset(store.read(site.resolve(), path).sha256 for path in files)
    words = (sha256, sha256[:12], *{Path(path).name.rpartition("-")[0] for path in files})
    assert list(traces(newsroom / "releases" / "0003", Gone(words, bytes_of)))
    run = cutline("kill", sha256[:12], *WHO)

    assert run.exit_code == 0, run.stderr
    assert list(traces(newsroom / "releases", Gone(words, bytes_of))) == []
    cached = [path.name for path in (newsroom / ".cutline" / "cache").rglob("*")]
    assert not any(sha256 in name for name in cached)
    assert {*files, "ferry/", "ferry/index.html"} <= set(run.stdout.splitlines())
    assert not any(b"Crossing" in page for page in pages(newsroom))
    assert b"The cook of the last crossing." in (site / "ferry" / "index.html").read_bytes()
    assert whole(newsroom)
    assert photo.is_file()


def test_a_killed_photograph_does_not_come_back(newsroom):
    """Not by rollback, not by publishing, not by another story, not under another name."""
    photo = newsroom / "photographs" / "1.jpg"
    sha256 = hash_of(photo)
    ferry(newsroom, "Crossing 4.")
    publish("ferry", newsroom)
    assert cutline("kill", "1.jpg", *WHO).exit_code == 0
    cutline("rollback", "ferry")
    photograph(newsroom / "photographs" / "1.jpg").rename(newsroom / "photographs" / "other.jpg")
    assert hash_of(newsroom / "photographs" / "other.jpg") == sha256
    story(newsroom / "stories" / "new" / "story.md", placing("../../photographs/other.jpg"))
    refused = cutline("publish", "stories/new", "--draft")

    assert refused.exit_code == 1
    assert "“other.jpg” was killed by Ana Silva on" in refused.stderr
    assert "take it out of the story (stories/new/story.md:6)" in refused.stderr
    assert "1 photograph cannot be used\n(--skip-unreadable leaves it out)" in refused.stderr
    override = ("--override", "PIC005", *WHO)
    assert cutline("publish", "stories/new", "--draft", *override).exit_code == 1
    checked = cutline("check", "stories/new")
    assert checked.exit_code == 1
    assert "was killed by Ana Silva" in checked.stdout
    assert list(traces(newsroom / "releases", Gone((sha256, sha256[:12])))) == []


def test_a_kill_that_was_cut_short_is_finished_by_the_next_publish(newsroom):
    """The deny list comes first: a story carried over loses the photograph, whoever publishes."""
    sha256 = hash_of(newsroom / "photographs" / "1.jpg")
    fact = {"what": "kill", "at": "2024-05-03T10:00:00+00:00", "by": "Ana", "reason": "Notice."}
    text = json.dumps({**fact, "photographs": [{"sha256": sha256, "name": "1.jpg"}]})
    store.enter(store.of_desk(newsroom), text.encode())
    place = placing("../../photographs/2.jpg", caption="The cook is back.")
    story(newsroom / "stories" / "quay" / "story.md", place, headline="The quay")
    publish("quay", newsroom)

    assert list(traces(newsroom / "site" / "..", Gone((sha256,)))) == []
    assert whole(newsroom)
    assert cutline("verify").exit_code == 1
    assert cutline("kill", "1.jpg", *WHO).exit_code == 0
    assert cutline("verify").exit_code == 0
    assert [fact["what"] for fact in ledger(newsroom)] == ["kill", "likeness"]


def test_a_story_of_which_nothing_is_left_leaves_the_site(newsroom):
    run = cutline("kill", "2.jpg", *WHO)

    assert run.exit_code == 0
    assert "“quay” is left out of the site: no photograph is left in it" in run.stderr
    assert not (newsroom / "site" / "quay").exists()
    assert (newsroom / "site" / "ferry" / "index.html").is_file()
    assert whole(newsroom)


def test_one_kill_after_the_other(newsroom):
    """What was printed again without one photograph can be printed again without the next."""
    photograph(newsroom / "photographs" / "3.jpg", 3)
    places = [placing(f"../../photographs/{n}.jpg", f"Ferry {n}", f"Boat {n}.") for n in (1, 2, 3)]
    story(newsroom / "stories" / "ferry" / "story.md", *places)
    publish("ferry", newsroom)
    assert cutline("kill", "1.jpg", *WHO).exit_code == 0
    run = cutline("kill", "2.jpg", *WHO)

    assert run.exit_code == 0
    page = (newsroom / "site" / "ferry" / "index.html").read_text()
    assert "Boat 3." in page
    assert "Boat 1." not in page
    assert "Boat 2." not in page
    assert cutline("verify").exit_code == 0


def test_a_photograph_that_never_ran_is_denied(newsroom):
    photograph(newsroom / "photographs" / "new.jpg", 9)
    assert cutline("kill", "new.jpg", *WHO).exit_code == 0
    assert cutline("kill", "f" * 64, *WHO).exit_code == 0
    kills = (fact for fact in ledger(newsroom) if fact["what"] == "kill")
    denied = [each for fact in kills for each in fact["photographs"]]
    assert [each["sha256"] for each in denied] == [
        hash_of(newsroom / "photographs" / "new.jpg"),
        "f" * 64,
    ]


def test_a_word_that_means_none_or_two_is_a_sentence(newsroom):
    photograph(newsroom / "photographs" / "more" / "1.jpg", 8)
    two, none = cutline("kill", "1.jpg", *WHO), cutline("kill", "nothing.jpg", *WHO)

    assert (two.exit_code, none.exit_code) == (2, 2)
    assert "“1.jpg” means 2 photographs: " in two.stderr
    assert hash_of(newsroom / "photographs" / "1.jpg")[:12] in two.stderr
    assert "“nothing.jpg” is no photograph" in none.stderr
    assert not (newsroom / "ledger").exists()
    nobody = cutline("kill", "2.jpg", "--by", " ", "--reason", "Notice.")
    assert "a name and a reason are needed" in nobody.stderr


def test_old_releases_share_their_files(newsroom):
    cutline("rollback", "ferry")
    releases = newsroom / "releases"
    shared = list((releases / "0004").rglob("*.avif"))
    assert shared
    assert all(path.stat().st_nlink > 1 for path in shared)


def test_the_site_of_a_loose_folder(tmp_path, monkeypatch):
    """All verbs, with --to or where the site lies; the photographs are not touched."""
    photographs = folder(tmp_path / "harbour", "one.jpg", "two.jpg")
    monkeypatch.chdir(tmp_path)
    assert cutline("publish", "harbour", "--draft").exit_code == 0
    photograph(photographs / "three.jpg", 7, TELLING)
    assert cutline("publish", "harbour", "--draft").exit_code == 0
    assert cutline("rollback", "harbour", "--to", "site").exit_code == 0
    assert len(list((tmp_path / "site" / "photographs").glob("three.*"))) == 0
    killed = cutline("kill", "one.jpg", *WHO)

    assert killed.exit_code == 0, killed.stderr
    sha256 = hash_of(photographs / "one.jpg")
    assert list(traces(tmp_path / ".site.cutline" / "releases", Gone((sha256,)))) == []
    assert not list((tmp_path / ".site.cutline" / "releases").rglob("one.*"))
    assert cutline("publish", "harbour", "--draft").exit_code == 1
    assert cutline("withdraw", "harbour", *WHO).exit_code == 0
    assert not (tmp_path / "site" / "photographs").exists()
    assert (tmp_path / "site" / "index.html").is_file()
    assert cutline("verify").exit_code == 0
    assert sorted(path.name for path in photographs.iterdir()) == [
        "one.jpg",
        "three.jpg",
        "two.jpg",
    ]


def test_where_no_site_is_there_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = cutline("kill", "one.jpg", *WHO)
    assert run.exit_code == 2
    assert "there is no site at" in run.stderr


def test_a_correction_is_entered_once(newsroom):
    file = newsroom / "stories" / "quay" / "story.md"
    said = 'corrections: ["2024-05-03: The quay is of 1931."]'
    file.write_text(file.read_text().replace("language: en", f"language: en\n{said}"))
    publish("quay", newsroom)
    file.write_text(file.read_text().replace("The cook rests", "The cook sits"))
    publish("quay", newsroom)

    assert [(f["what"], f["date"], f["text"]) for f in ledger(newsroom)] == [
        ("correction", "2024-05-03", "The quay is of 1931.")
    ]
    assert "The quay is of 1931." in (newsroom / "site" / "quay" / "index.html").read_text()


def test_verify_tells_what_was_changed(newsroom):
    """A byte of a release, an original, the ledger."""
    assert cutline("verify").exit_code == 0
    page = newsroom / "releases" / "0002" / "www" / "quay" / "index.html"
    page.chmod(0o644)
    page.write_bytes(page.read_bytes().replace(b"quay", b"quai"))
    photograph(newsroom / "photographs" / "2.jpg", 5)
    (newsroom / "ledger").mkdir()
    (newsroom / "ledger" / "0001.json").write_text("{")
    run = cutline("verify")

    assert run.exit_code == 1
    assert "“quay/index.html” is not what was written" in run.stdout
    assert "“photographs/2.jpg” is not the photograph that ran in “" in run.stdout
    assert "ledger is damaged" in run.stdout
    refused = cutline("publish", "stories/quay", "--draft")
    assert (refused.exit_code, "ledger is damaged" in refused.stderr) == (2, True)


def test_not_one_byte_before_its_hour(tmp_path, monkeypatch):
    """An embargo refuses a draft too; what was put aside by name is on record."""
    made = desk(tmp_path / "desk")
    stamp = Stamp(("Ana Silva",), "Harbour Agency", caption="EMBARGOED UNTIL 1 JANUARY 2999")
    photo = photograph(made / "photographs" / "later.jpg", 6, stamp)
    story(made / "stories" / "later" / "story.md", placing("../../photographs/later.jpg"))
    monkeypatch.chdir(made)
    publish("ferry", made)
    run = cutline("publish", "stories/later", "--draft")

    assert run.exit_code == 1
    assert "RGT001" in run.stderr
    assert list(traces(made / "releases", Gone((hash_of(photo), "later.", "2999")))) == []
    override = ("--override", "RGT001", "--by", "Ana Silva", "--reason", "The agency lifted it.")
    assert cutline("publish", "stories/later", "--draft", *override).exit_code == 0
    assert [(fact["what"], fact["code"]) for fact in ledger(made)] == [("override", "RGT001")]


def test_a_walk_finds_dead_links_and_what_a_zip_hides(tmp_path):
    www = tmp_path / "www"
    www.mkdir()
    links = '<a href="gone.html">x</a><img src="a.jpg" srcset="b.jpg 2x"><a href="sub/">y</a>'
    (www / "index.html").write_text(f"<!doctype html><title>t</title>{links}")
    (www / "sub").mkdir()
    (www / "sub" / "index.html").write_text('<a href="../index.html#x">up</a>')
    (www / "a.jpg").write_bytes(b"secret inside")
    (www / "feed.xml").write_text("<link>https://example.org/lost/</link>")
    with zipfile.ZipFile(www / "book.epub", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("page", "the secret " * 99)

    said = "\n".join(crawl(www, "https://example.org/"))
    assert "leads to “gone.html”" in said
    assert "leads to “b.jpg”" in said
    assert "“https://example.org/lost/”" in said
    assert said.count("\n") == 2
    found = list(traces(www, Gone(("secret",))))
    assert [each.split("”")[0] for each in found] == ["“a.jpg", "“book.epub"]
