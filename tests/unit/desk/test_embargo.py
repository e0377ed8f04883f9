"""Before its hour, not one byte of a story or a photograph is anywhere in the output."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cutline import store
from cutline.desk import Desk
from cutline.desk import desk as verbs
from cutline.desk.crawl import Gone, traces
from cutline.metadata import Stamp
from cutline.model import RefusedError
from unit.desk.desks import cutline, desk, photograph, placing, story

SETTINGS = 'publication = "The Harbour Post"\nurl = "https://p.example.org/"\n'
HELD = Stamp(("Ana Silva",), "Harbour Agency", caption="EMBARGOED UNTIL 1 JANUARY 2999")
WHO = ("--by", "Ana Silva", "--reason", "The agency lifted it.")


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with an address and one published story."""
    made = desk(tmp_path / "desk", SETTINGS)
    dated(made / "stories" / "ferry" / "story.md")
    monkeypatch.chdir(made)
    assert cutline("publish", "stories/ferry").exit_code == 0
    return made


def dated(file: Path, *more: str) -> None:
    said = "\n".join(("language: en", "published: 2023-09-13", *more))
    file.write_text(file.read_text().replace("language: en", said))


def later(made: Path, stamp: Stamp, *more: str) -> Gone:
    """Write a story that waits; gives all that says it."""
    photo = photograph(made / "photographs" / "medal.jpg", 6, stamp)
    place = placing("../../photographs/medal.jpg", "A woman holds a medal", "She won.")
    file = made / "stories" / "winners" / "story.md"
    dated(story(file, place, "Nobody knew her name.", headline="The winners"), *more)
    sha256 = store.read(photo.parent, photo.name).sha256
    words = ("winners", "medal", "She won", "Nobody knew", sha256[:12])
    return Gone((sha256, *words), frozenset({sha256}))


EMBARGO = "embargo: 2999-05-27 00:01 +01:00"


@pytest.mark.parametrize(
    ("stamp", "more"), [(HELD, ()), (Stamp(), (EMBARGO,))], ids=["photograph", "story"]
)
@pytest.mark.parametrize("words", [(), ("--draft",), ("--skip-unreadable",)])
def test_nothing_of_it_is_in_lists_feeds_sitemaps_or_drafts(newsroom, stamp, more, words):
    gone = later(newsroom, stamp, *more)
    before = sorted((newsroom / "releases").rglob("*"))
    run = cutline("publish", "stories/winners", *words)
    again = cutline("publish", "stories/ferry")

    assert run.exit_code == 1
    assert "RGT001" in run.stderr
    assert again.exit_code == 0
    assert list(traces(newsroom / "releases", gone)) == []
    assert sorted((newsroom / "releases").rglob("*")) == before
    assert not (newsroom / "editions" / "winners").exists()
    terms = Desk.terms((), (), (), draft=True, skip_unreadable=False)
    with pytest.raises(RefusedError, match="was not published"):
        Desk(preview=True).publish(newsroom / "stories" / "winners", None, terms)
    assert not (newsroom / ".cutline" / "preview" / "releases").exists()


@pytest.mark.parametrize("said", ["until further notice", "soon", "27 May", "'?'"])
def test_words_that_cannot_be_read_hold_it_as_well(newsroom, said):
    gone = later(newsroom, Stamp(), f"embargo: {said}")
    run = cutline("publish", "stories/winners", "--draft")

    assert run.exit_code == 1
    assert "whose end could not be read" in run.stderr
    assert list(traces(newsroom / "releases", gone)) == []


OUT_OF_SIGHT = {
    "broken before it": ("headline: a: b\nembargo: 2999-05-27", "STO009"),
    "without a space": ("embargo:2999-05-27", "STO009"),
    "twice": ("embargo: 2020-01-01\nembargo: 2999-05-27", "STO009"),
    "a list": ("embargo: [2999-05-27]", "STO009"),
    "an alias": ("embargo: *later", "STO009"),
    "another key": ("embargoed_until: 2999-05-27", "STO009"),
    "inside": ("rights:\n  embargo: 2999-05-27", "STO009"),
    "below": ("---\nembargo: 2999-05-27", "STO009"),
    "not whole": ("embargo: 2020-01-01 or 2999-05-27", "RGT001"),
}


@pytest.mark.parametrize(("said", "code"), OUT_OF_SIGHT.values(), ids=OUT_OF_SIGHT.keys())
def test_an_embargo_that_is_not_heard_holds_even_a_draft(newsroom, said, code):
    """A slip of the pen in the front matter must not publish what should wait."""
    gone = later(newsroom, Stamp(), said)
    run = cutline("publish", "stories/winners", "--draft")

    assert run.exit_code == 1
    assert code in run.stderr
    assert list(traces(newsroom / "releases", gone)) == []


def test_it_runs_when_its_hour_has_come(newsroom, monkeypatch):
    """To the minute, in the zone that it names."""
    gone = later(newsroom, Stamp(), EMBARGO)
    file = newsroom / "stories" / "winners" / "story.md"
    file.write_text(file.read_text().replace("published: 2023-09-13", "published: 2999-05-27"))
    for minute, code in ((0, 1), (1, 0)):
        now = datetime(2999, 5, 26, 23, minute, tzinfo=UTC)
        monkeypatch.setattr(verbs, "_now", lambda now=now: now)
        assert cutline("publish", "stories/winners", "--draft").exit_code == code
        assert bool(list(traces(newsroom / "releases", gone))) is (code == 0)


def test_who_lifts_it_is_on_record(newsroom):
    later(newsroom, Stamp(), EMBARGO)
    run = cutline("publish", "stories/winners", "--draft", "--override", "RGT001", *WHO)
    assert run.exit_code == 0, run.stderr
    facts = [json.loads(path.read_text()) for path in (newsroom / "ledger").glob("*.json")]
    assert [(fact["what"], fact["code"], fact["by"]) for fact in facts] == [
        ("override", "RGT001", "Ana Silva")
    ]
