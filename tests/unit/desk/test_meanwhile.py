"""While pictures are made the site is not held: what others do to it then is not undone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cutline import store
from cutline.desk import Desk, exporting, ledger, printing
from cutline.model import RefusedError
from unit.desk.desks import cutline, desk, ferry, photograph, placing, settle, story

TERMS = Desk.terms((), (), (), draft=False, skip_unreadable=False)
WHO = ("--by", "Ana Silva", "--reason", "It is wrong.")


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk whose story has two editions, and now a third photograph."""
    made = desk(tmp_path / "desk")
    monkeypatch.chdir(made)
    for words in ("Crossing 1.", "Crossing 2."):
        ferry(made, words)
        assert cutline("publish", "stories/ferry").exit_code == 0
    photograph(made / "photographs" / "3.jpg", 3)
    return made


def meanwhile(monkeypatch: pytest.MonkeyPatch, room: object, then: Callable[[], None]) -> None:
    """Do something while the next pictures are made."""
    real = printing.make

    def made(*words: object) -> Iterator[object]:
        yield from real(*words)
        monkeypatch.setattr(room, "make", real)
        then()

    monkeypatch.setattr(room, "make", made)


def longer(newsroom: Path) -> Path:
    path = newsroom / "stories" / "ferry" / "story.md"
    more = placing("../../photographs/3.jpg", "A crew", "Crossing 3.")
    path.write_text(f"{path.read_text()}\n{more}\n")
    return path.parent


def words(newsroom: Path) -> str:
    return (newsroom / "site" / "ferry" / "index.html").read_text()


def ran(*asked: str) -> Callable[[], None]:
    def run() -> None:
        done = cutline(*asked)
        assert done.exit_code == 0, done.stderr

    return run


def test_a_story_withdrawn_meanwhile_stays_withdrawn(newsroom, monkeypatch):
    """Nobody answers for its return, and the ledger does not say that it came back."""
    path = longer(newsroom)
    meanwhile(monkeypatch, printing, ran("withdraw", "stories/ferry", *WHO))
    with pytest.raises(RefusedError, match=r"“ferry” was withdrawn on .* by Ana Silva"):
        Desk().publish(path, None, TERMS)

    assert not (newsroom / "site" / "ferry").exists()
    assert ledger.withdrawal(store.of_desk(newsroom), "ferry") is not None


def test_a_story_put_back_meanwhile_stays_as_it_was_put(newsroom, monkeypatch):
    path = longer(newsroom)
    meanwhile(monkeypatch, printing, ran("rollback", "stories/ferry"))
    with pytest.raises(RefusedError, match="“ferry” was changed on the site meanwhile"):
        Desk().publish(path, None, TERMS)

    assert "Crossing 1." in words(newsroom)
    assert Desk().publish(path, None, TERMS).changed
    assert "Crossing 3." in words(newsroom)


def test_a_later_text_that_was_out_sooner_is_not_replaced_by_an_older(newsroom, monkeypatch):
    def later() -> None:
        ferry(newsroom, "Crossing 4.")
        ran("publish", "stories/ferry")()

    path = longer(newsroom)
    meanwhile(monkeypatch, printing, later)
    with pytest.raises(RefusedError, match="changed on the site meanwhile"):
        Desk().publish(path, None, TERMS)

    assert "Crossing 4." in words(newsroom)


def test_two_who_publish_the_same_are_both_done(newsroom, monkeypatch):
    path = longer(newsroom)
    meanwhile(monkeypatch, printing, ran("publish", "stories/ferry"))
    done = Desk().publish(path, None, TERMS)

    assert done.page.is_file()
    assert "Crossing 3." in words(newsroom)


def test_of_several_only_the_one_that_was_withdrawn_stays(newsroom, monkeypatch):
    path = longer(newsroom)
    place = placing("../../photographs/2.jpg", "A cook", "The cook rests.")
    pier = story(newsroom / "stories" / "pier" / "story.md", place, headline="The pier").parent
    meanwhile(monkeypatch, printing, ran("withdraw", "stories/ferry", *WHO))
    ferrys, piers = Desk().publish_all((path, pier), None, TERMS)

    assert isinstance(ferrys, RefusedError)
    assert piers.changed
    assert not (newsroom / "site" / "ferry").exists()


@pytest.mark.parametrize("last", [False, True], ids=["made", "entered"])
def test_an_export_holds_nothing_that_was_killed_meanwhile(newsroom, monkeypatch, last):
    """Either it is refused, or the ledger told the kill of it: never neither."""
    path = longer(newsroom)
    kill = ran("kill", "photographs/3.jpg", *WHO)
    if last:
        real = ledger.enter

        def enter(places: store.Places, what: str, *more: object, **said: object) -> None:
            monkeypatch.setattr(ledger, "enter", real)
            kill()
            real(places, what, *more, **said)

        monkeypatch.setattr(ledger, "enter", enter)
    else:
        made = exporting.Exporter._made

        def then(exporter: exporting.Exporter) -> object:
            done = made(exporter)
            kill()
            return done

        monkeypatch.setattr(exporting.Exporter, "_made", then)
    with pytest.raises(RefusedError, match=r"“3.jpg” was killed by Ana Silva meanwhile"):
        Desk().export(path, "social", None, None, TERMS)

    assert not list(newsroom.glob("ferry-social*"))
    sha256 = store.read(newsroom, "photographs/3.jpg").sha256
    assert not list((newsroom / ".cutline" / "cache").rglob(f"*{sha256}*"))


def test_an_export_is_refused_when_its_story_was_withdrawn_meanwhile(newsroom, monkeypatch):
    path = longer(newsroom)
    meanwhile(monkeypatch, exporting, ran("withdraw", "stories/ferry", *WHO))
    with pytest.raises(RefusedError, match="was withdrawn"):
        Desk().export(path, "social", None, None, TERMS)


def test_what_was_put_back_while_others_were_made_is_not_taken_for_unchanged(newsroom, monkeypatch):
    """A story that stood when it was looked at has stepped back when the release is out."""
    place = placing("../../photographs/3.jpg", "A crew", "The crew rests.")
    pier = story(newsroom / "stories" / "pier" / "story.md", place, headline="The pier").parent
    settle()
    meanwhile(monkeypatch, printing, ran("rollback", "stories/ferry"))
    ferrys, piers = Desk().publish_all((newsroom / "stories" / "ferry", pier), None, TERMS)

    assert not ferrys.changed
    assert piers.changed
    assert "Crossing 1." in words(newsroom)
    assert Desk().publish(newsroom / "stories" / "ferry", None, TERMS).changed
    assert "Crossing 2." in words(newsroom)
