"""A killed photograph is gone wherever it was, and whoever is at work in that moment."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cutline import store
from cutline.desk import Desk, composing, ledger, printing
from cutline.desk.crawl import Gone, crawl, traces
from cutline.model import CutlineError, RefusedError
from unit.desk.desks import TELLING, cutline, desk, ferry, photograph, placing, story
from unit.metadata import build

SETTINGS = 'publication = "The Harbour Post"\nurl = "https://p.example.org/"\n'
WHO = ("--by", "Ana Silva", "--reason", "The agency sent a kill notice.")
TERMS = Desk.terms((), (), (), draft=False, skip_unreadable=False)


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with an address; the photograph 1.jpg runs in both of its stories, leading one."""
    made = desk(tmp_path / "desk", SETTINGS)
    places = (
        placing("../../photographs/2.jpg", "A cook at the rail", "The cook rests."),
        placing("../../photographs/1.jpg", caption="The ferry leaves the quay."),
    )
    story(made / "stories" / "quay" / "story.md", *places, headline="The quay")
    for path in (ferry(made), made / "stories" / "quay" / "story.md"):
        text = path.read_text()
        path.write_text(text.replace("language: en", "language: en\npublished: 2023-09-13"))
    monkeypatch.chdir(made)
    for name in ("ferry", "quay"):
        Desk().publish(made / "stories" / name, None, TERMS)
    return made


def hash_of(path: Path) -> str:
    return store.read(path.parent, path.name).sha256


def told(site: Path, name: str) -> Gone:
    """All that says a photograph: its hash, the names and the bytes of its renditions."""
    files = [path for path in site.rglob(f"{name}.*") if path.is_file()]
    bytes_of = frozenset(store.read(path.parent.resolve(), path.name).sha256 for path in files)
    sha256 = hash_of(site.parent / "photographs" / f"{name}.jpg")
    stems = {path.name.rpartition("-")[0] for path in files}
    assert stems
    return Gone((sha256, sha256[:12], f"photographs/{name}.", *sorted(stems)), bytes_of)


def left(newsroom: Path, gone: Gone) -> list[str]:
    """Where it still is: in releases, of the preview too, or among cached pictures."""
    folders = (newsroom / "releases", newsroom / ".cutline" / "preview" / "releases")
    found = [sentence for folder in folders for sentence in traces(folder, gone)]
    cached = (path.name for path in (newsroom / ".cutline" / "cache").rglob("*"))
    return found + [name for name in cached if gone.words[0] in name]


def whole(newsroom: Path) -> bool:
    places = store.of_desk(newsroom)
    assert store.verify(places) == ()
    return list(crawl(newsroom / "site", "https://p.example.org/")) == []


def test_it_leaves_every_story_list_feed_and_export(newsroom):
    """Words that only its captions had are gone too; the other photographs stay in both."""
    gone = told(newsroom / "site", "1")
    captions = Gone(("The ferries pass at noon", "The ferry leaves the quay"))
    holding = {each.split("”")[0] for each in traces(newsroom / "site", gone)}
    assert {"“index.html", "“rss.xml", "“sitemap.xml", "“quay/story.ninjs.json"} <= holding
    run = cutline("kill", "1.jpg", *WHO)

    assert run.exit_code == 0, run.stderr
    assert left(newsroom, gone) == []
    assert list(traces(newsroom / "releases", captions)) == []
    for name in ("ferry", "quay"):
        page = (newsroom / "site" / name / "index.html").read_text()
        assert page.count("<figcaption") == 1
    assert whole(newsroom)
    assert cutline("verify").exit_code == 0


def test_it_does_not_come_back_by_rollback_of_any_story(newsroom):
    ferry(newsroom, "Crossing 2.")
    Desk().publish(newsroom / "stories" / "ferry", None, TERMS)
    gone = told(newsroom / "site", "1")
    assert cutline("kill", "1.jpg", *WHO).exit_code == 0
    for name in ("ferry", "quay", "ferry"):
        cutline("rollback", name)
        assert left(newsroom, gone) == []
        assert whole(newsroom)


@pytest.mark.parametrize("ran", [True, False], ids=["ran", "never-ran"])
@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("plus:ImageSupplierImageID", "20230913-4711"),
        ("photoshop:TransmissionReference", "RUS 104"),
        ("Iptc4xmpExt:DigImageGUID", "urn:example:harbour:4711"),
        ("dc:title", "536991815"),
    ],
)
def test_its_suppliers_number_finds_it(newsroom, field, number, ran):
    """By the record where it ran, else in the desk; the file may be gone by then."""
    photo = photograph(newsroom / "photographs" / "wire.jpg", 7, TELLING)
    words = f"<rdf:Alt><rdf:li xml:lang='x-default'>{number}</rdf:li></rdf:Alt>"
    said = f"<{field}>{words if field == 'dc:title' else number}</{field}>"
    plain = photo.read_bytes()
    photo.write_bytes(plain[:2] + build.app1_xmp(build.xmp(said)) + plain[2:])
    sha256 = hash_of(photo)
    if ran:
        place = placing("../../photographs/wire.jpg", "A pier", "The pier.")
        path = story(newsroom / "stories" / "pier" / "story.md", place)
        draft = Desk.terms((), (), (), draft=True, skip_unreadable=False)
        Desk().publish(path, None, draft)
        photo.unlink()
    run = cutline("kill", number, *WHO)

    assert run.exit_code == 0, run.stderr
    assert list(ledger.kills(store.of_desk(newsroom))) == [sha256]


def during(monkeypatch: pytest.MonkeyPatch, then: Callable[[], None]) -> None:
    """Do something in the middle of the next publish: all is made, nothing is shown yet."""
    real = composing.front

    def front(*words: object, **more: object) -> None:
        monkeypatch.setattr(composing, "front", real)
        real(*words, **more)
        then()

    monkeypatch.setattr(composing, "front", front)


def test_a_kill_meets_a_publish_that_is_under_way(newsroom, monkeypatch):
    """The publish is refused at its end, the kill waits for that and then cleans up."""
    sha256 = hash_of(newsroom / "photographs" / "1.jpg")
    gone = told(newsroom / "site", "1")
    said: list[object] = []
    caretaker, answer = Desk(), Desk.answer("Ana Silva", "Notice.")
    kill = threading.Thread(
        target=lambda: said.append(caretaker.kill([sha256], None, answer)), name="kill"
    )

    def then() -> None:
        kill.start()
        places = store.of_desk(newsroom)
        while not ledger.kills(places):
            kill.join(0.01)

    during(monkeypatch, then)
    ferry(newsroom, "Crossing 2.")
    with pytest.raises(RefusedError, match=r"“1.jpg” was killed by Ana Silva meanwhile"):
        Desk().publish(newsroom / "stories" / "ferry", None, TERMS)
    kill.join()

    assert len(said) == 1
    assert left(newsroom, gone) == []
    assert list(traces(newsroom / "releases", Gone(("Crossing 2",)))) == []
    assert whole(newsroom)


def test_a_kill_waits_for_no_picture_that_is_being_made(newsroom, monkeypatch):
    """What was made of it meanwhile is forgotten, and a story without it goes out."""
    photograph(newsroom / "photographs" / "3.jpg", 3)
    story(newsroom / "stories" / "pier" / "story.md", placing("../../photographs/3.jpg"))
    real = printing.make

    def made(*words: object) -> Iterator[object]:
        yield from real(*words)
        monkeypatch.setattr(printing, "make", real)
        Desk().kill(["1.jpg"], None, Desk.answer("Ana Silva", "Notice."))

    monkeypatch.setattr(printing, "make", made)
    gone = told(newsroom / "site", "1")
    ferry(newsroom, "Crossing 2.")
    stories = (newsroom / "stories" / "ferry", newsroom / "stories" / "pier")
    ferrys, piers = Desk().publish_all(stories, None, TERMS)

    assert isinstance(ferrys, RefusedError)
    assert "meanwhile" in str(ferrys)
    assert left(newsroom, gone) == []
    assert piers.changed
    assert (newsroom / "site" / "pier" / "index.html").is_file()
    assert whole(newsroom)


def test_a_publish_made_of_other_photographs_is_stopped_by_a_kill_too(newsroom, monkeypatch):
    """It would carry the killed photograph over from the release before."""
    photograph(newsroom / "photographs" / "3.jpg", 3)
    path = story(newsroom / "stories" / "pier" / "story.md", placing("../../photographs/3.jpg"))
    sha256 = hash_of(newsroom / "photographs" / "1.jpg")
    answer = ledger.Answer("Ana Silva", "Notice.", Desk.answer("A", "B").at)
    subject = ledger.Subject(sha256, "1.jpg")
    during(monkeypatch, lambda: ledger.enter_kill(store.of_desk(newsroom), (subject,), answer))
    draft = Desk.terms((), (), (), draft=True, skip_unreadable=False)
    with pytest.raises(RefusedError, match="meanwhile"):
        Desk().publish(path, None, draft)
    assert not (newsroom / "site" / "pier").exists()
    Desk().publish(path, None, draft)
    assert list(traces(newsroom / "site" / "pier" / "..", Gone((sha256,)))) == []


def test_an_open_preview_loses_it(newsroom):
    """Its releases and its records are its own, its pictures come from the same cache."""
    ferry(newsroom, "Nobody has seen this.")
    draft = Desk.terms((), (), (), draft=True, skip_unreadable=False)
    Desk(preview=True).publish(newsroom / "stories" / "ferry", None, draft)
    preview = newsroom / ".cutline" / "preview"
    gone = told(newsroom / "site", "1")
    assert list(traces(preview / "releases", gone))
    assert cutline("kill", "1.jpg", *WHO).exit_code == 0

    assert left(newsroom, gone) == []
    assert (preview / "site" / "ferry" / "index.html").is_file()
    with pytest.raises(CutlineError, match="was not published"):
        Desk(preview=True).publish(newsroom / "stories" / "ferry", None, draft)


def test_a_preview_enters_nothing_in_the_ledger(newsroom):
    """A correction is entered when it is published, and not when somebody looks at it."""
    path = newsroom / "stories" / "ferry" / "story.md"
    said = 'corrections: ["2024-05-03: The boat has run since 1931."]'
    path.write_text(path.read_text().replace("language: en", f"language: en\n{said}"))
    Desk(preview=True).publish(path.parent, None, TERMS)
    assert not (newsroom / "ledger").exists()
    Desk().publish(path.parent, None, TERMS)
    assert json.loads((newsroom / "ledger" / "0001.json").read_text())["what"] == "correction"


def test_a_site_that_still_holds_it_is_sent_nowhere(newsroom):
    """Between the ledger and the end of the kill, nothing leaves the house."""
    sha256 = hash_of(newsroom / "photographs" / "1.jpg")
    answer = ledger.Answer("Ana Silva", "Notice.", Desk.answer("A", "B").at)
    subject = ledger.Subject(sha256, "1.jpg")
    ledger.enter_kill(store.of_desk(newsroom), (subject,), answer)
    refused = cutline("send", "site.zip")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert f"finish that first: cutline kill {sha256[:12]}" in refused.stderr
    assert not (newsroom / "site.zip").exists()
    assert cutline("kill", sha256[:12], *WHO).exit_code == 0
    assert cutline("send", "site.zip").exit_code == 0


def test_who_takes_down_hears_where_the_site_was_sent(newsroom):
    """Settings that are wrong are said, and stop nothing."""
    target = '[targets.web]\nbucket = "pictures"\n'
    (newsroom / "cutline.toml").write_text(SETTINGS + target)
    run = cutline("kill", "1.jpg", *WHO)
    assert "`cutline send web --purge` takes it out there, too" in run.stderr
    (newsroom / "cutline.toml").write_text(f"{SETTINGS}[targets.web]\n")
    run = cutline("withdraw", "quay", *WHO)
    assert run.exit_code == 0, run.stderr
    assert "it names no bucket" in run.stderr


def test_who_kills_hears_which_exports_show_it(newsroom):
    """A file that somebody carried away is out of reach, and on record."""
    shown, other = (hash_of(newsroom / "photographs" / f"{n}.jpg") for n in (1, 2))
    at = Desk.answer("A", "B").at
    for story_name, sha256 in (("ferry", shown), ("quay", other)):
        about = {"story": story_name, "format": "epub", "photographs": [{"sha256": sha256}]}
        ledger.enter(store.of_desk(newsroom), ledger.EXPORT, at, **about)
    run = cutline("kill", "1.jpg", *WHO)

    assert f"the epub of “ferry”, exported on {at:%Y-%m-%d}, shows it" in run.stderr
    assert "“quay”, exported" not in run.stderr
