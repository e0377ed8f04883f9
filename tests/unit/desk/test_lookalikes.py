"""A killed photograph under another name and with other bytes is told by what it shows."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from cutline import store
from cutline.desk import ledger, lookalikes
from cutline.model import ReadError
from unit.desk.desks import cutline, desk, ferry, photograph, placing, settle, story

WHO = ("--by", "Ana Silva", "--reason", "A bystander can be recognised.")
ALLOW = "<!-- cutline: allow RGT002 by Ana Silva – another frame, nobody is in it -->\n"


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk whose first photograph lies there a second time, smaller and saved again."""
    made = desk(tmp_path / "desk")
    for seed in (1, 2, 3):
        photograph(made / "photographs" / f"{seed}.jpg", seed, size=(1200, 800))
    with Image.open(made / "photographs" / "1.jpg") as picture:
        out = io.BytesIO()
        picture.resize((900, 600)).save(out, "JPEG", quality=55)
    (made / "photographs" / "sent-again.jpg").write_bytes(out.getvalue())
    again = placing("../../photographs/sent-again.jpg", "A quay", "The quay at noon.")
    story(made / "stories" / "quay" / "story.md", again, headline="The quay")
    monkeypatch.chdir(made)
    assert cutline("publish", "stories/ferry", "--draft").exit_code == 0
    return made


def facts(newsroom: Path, what: str) -> list[dict[str, object]]:
    every = (json.loads(path.read_text()) for path in sorted((newsroom / "ledger").glob("*.json")))
    return [fact for fact in every if fact["what"] == what]


def asked(newsroom: Path) -> list[tuple[str, str]]:
    """What is asked of the rights in the story of the quay."""
    run = cutline("check", "--format", "jsonl", newsroom / "stories" / "quay")
    found = json.loads(run.stdout)["findings"]
    return [(each["severity"], each["message"]) for each in found if each["code"] == "RGT002"]


def test_a_kill_names_what_looks_the_same(newsroom):
    """The copy, and whether readers see it; no other photograph."""
    assert cutline("publish", "stories/quay", "--draft").exit_code == 0
    run = cutline("kill", "1.jpg", *WHO)

    assert run.exit_code == 0, run.stderr
    said = " ".join(run.stderr.split())
    sha256 = store.read(newsroom, "photographs/sent-again.jpg").sha256
    assert f"“sent-again.jpg” ({sha256[:12]}), which is on the site, looks like “1.jpg”" in said
    assert "2.jpg" not in said
    assert "3.jpg" not in said


def test_a_story_that_places_a_copy_is_asked_about_it(newsroom):
    """It is asked, not refused: the next frame of a burst looks the same, too."""
    assert asked(newsroom) == []
    assert cutline("kill", "1.jpg", *WHO).exit_code == 0
    ((severity, message),) = asked(newsroom)

    assert severity == "warning"
    assert "looks like “1.jpg”, which was killed by Ana Silva on " in message
    assert "A bystander can be recognised" in message
    run = cutline("publish", "stories/quay", "--draft")
    assert run.exit_code == 0
    record = json.loads(
        next(iter(sorted((newsroom / "editions" / "quay").glob("*.json")))).read_text()
    )
    assert "warning" in json.dumps(record["edition"]["standing"])


def test_who_has_looked_lets_it_pass_by_name(newsroom):
    assert cutline("kill", "1.jpg", *WHO).exit_code == 0
    file = newsroom / "stories" / "quay" / "story.md"
    file.write_text(file.read_text().replace("![A quay]", f"{ALLOW}\n![A quay]"))

    assert asked(newsroom) == []


def test_the_ledger_keeps_a_fingerprint_once_and_no_picture(newsroom):
    assert cutline("kill", "1.jpg", *WHO).exit_code == 0
    sha256 = store.read(newsroom, "photographs/1.jpg").sha256
    assert cutline("kill", sha256, *WHO).exit_code == 0
    ((fact,), (killed,)) = facts(newsroom, "likeness"), facts(newsroom, "kill")

    assert [each["sha256"] for each in fact["photographs"]] == [sha256]
    assert len(fact["photographs"][0]["likeness"]) <= 128
    assert "likeness" not in json.dumps(killed)
    assert list((newsroom / ".cutline").rglob(f"*{sha256}*")) == []


def test_a_photograph_whose_file_is_gone_is_killed_all_the_same(newsroom):
    """By its bytes alone: nobody knows what it showed."""
    (newsroom / "photographs" / "1.jpg").unlink()
    run = cutline("kill", "1.jpg", *WHO)

    assert run.exit_code == 0
    assert facts(newsroom, "likeness") == []
    assert asked(newsroom) == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (ReadError("the disk is asleep"), "the disk is asleep"),
        (PermissionError(13, "not yours", "photographs/private"), "not yours"),
        (KeyboardInterrupt(), "it was stopped"),
    ],
    ids=["ours", "the-disk's", "Ctrl-C"],
)
def test_a_kill_stands_whatever_comes_of_looking_for_copies(newsroom, monkeypatch, fault, said):
    """And who killed it hears what to purge, which nobody could tell them later."""

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(lookalikes, "fingerprints", fail)
    run = cutline("kill", "1.jpg", *WHO)

    assert run.exit_code == 0
    told = " ".join(run.stderr.split())
    assert "copies of it were not looked for: " in told
    assert said in told
    assert {"ferry/index.html", "index.html"} <= set(run.stdout.splitlines())
    assert len(ledger.kills(store.of_desk(newsroom))) == 1


def test_a_kill_that_is_said_again_tells_again_which_pages_to_purge(newsroom):
    """The first may have been cut short before it told anybody."""
    first = cutline("kill", "1.jpg", *WHO).stdout.splitlines()
    again = cutline("kill", "1.jpg", *WHO).stdout.splitlines()

    assert set(again) <= set(first)
    assert {each for each in first if each.startswith("ferry/")} == set(again)


def test_fingerprints_are_made_once(newsroom, monkeypatch):
    """A caption that changes decodes nothing to look for copies of what was killed."""
    assert cutline("kill", "3.jpg", *WHO).exit_code == 0
    assert cutline("publish", "stories/ferry", "--draft").exit_code == 0
    settle()
    ferry(newsroom, "Crossing 2.")
    monkeypatch.setattr("cutline.desk.likeness.Cage", None)

    assert cutline("publish", "stories/ferry", "--draft").exit_code == 0
