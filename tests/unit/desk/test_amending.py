"""``cutline metadata --set``: a person's edits beside a photograph, and nowhere else."""

import hashlib
import json

import pytest

from cutline.metadata import Stamp, read_sidecar
from cutline.model import CLEARED, LangText
from unit.desk.desks import (
    cutline,
    desk,
    folder,
    photograph,
    placing,
    settle,
    story,
    without_xmp,
)

BY = ("--by", "Jo Park")
AFP = Stamp(creators=("STR",), credit_line="AFP", caption="A boat.", alt_text="A boat at a quay")


@pytest.fixture
def newsroom(tmp_path):
    return desk(tmp_path / "desk")


def said(path, *words):
    """What the program answers as JSON, one photograph."""
    run = cutline("metadata", path, *words, "--format", "json")
    assert run.exit_code == 0, run.stderr
    return json.loads(run.stdout)[0]


def test_an_edit_stands_in_the_sidecar_with_its_author(newsroom):
    path = newsroom / "photographs" / "1.jpg"
    before = hashlib.sha256(path.read_bytes()).digest()
    told = said(path, "--set", "ALTTEXTACCESSIBILITY=A ferry at dusk", *BY)

    assert told["fields"]["altTextAccessibility"]["from"] == "sidecar"
    change = told["layers"]["edited"]["altTextAccessibility"]
    assert (change["value"]["x-default"], change["author"]) == ("A ferry at dusk", "Jo Park")
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert (newsroom / "photographs" / "1.xmp").is_file()


def test_several_values_languages_and_an_emptied_field_go_together(newsroom):
    path = newsroom / "photographs" / "1.jpg"
    names = ("--set", "creatorNames=Ana Silva", "--set", "creatorNames=Jo Park")
    told = said(path, *names, "--set", "description-de=Ein Boot.", "--clear", "creditLine", *BY)

    assert told["fields"]["creatorNames"]["value"] == ["Ana Silva", "Jo Park"]
    assert told["fields"]["description"]["value"] == {
        "x-default": "The last ferry waits in the port of Kavala.",
        "de": "Ein Boot.",
    }
    assert "creditLine" not in told["fields"]
    layers = read_sidecar((newsroom / "photographs" / "1.xmp").read_bytes()).layers
    assert layers.edited["creditLine"].value is CLEARED
    assert isinstance(layers.edited["description"].value, LangText)


def test_what_its_supplier_corrected_stays_corrected(newsroom):
    """Layers hold all changes: an edit must not bring ``STR`` back as a person's name."""
    path = photograph(newsroom / "photographs" / "3.jpg", 3, AFP)
    corrected = {each["property"] for each in said(path)["corrections"]}
    told = said(path, "--set", "headline=A boat", *BY)

    assert "creatorNames" in corrected
    assert corrected <= told["layers"]["corrected"].keys()
    assert "creatorNames" not in told["fields"]


def test_a_second_edit_keeps_the_first_and_the_older_revision(newsroom):
    path = newsroom / "photographs" / "1.jpg"
    said(path, "--set", "headline=A boat", *BY)
    told = said(path, "--set", "cityName=Kavala", "--by", "Ana Silva")

    assert set(told["layers"]["edited"]) == {"headline", "cityName"}
    assert len(list((newsroom / "ledger" / "sidecars").rglob("*.xmp"))) == 1


def test_an_edit_reaches_the_page(newsroom):
    """What the story leaves out comes from the photograph, as it was edited."""
    path = newsroom / "photographs" / "1.jpg"
    said(path, "--set", "description=The ferry was built in Piraeus.", *BY)
    block = placing("../../photographs/1.jpg", caption="", credit="")
    file = story(newsroom / "stories" / "edited" / "story.md", block)
    settle()
    assert cutline("publish", file).exit_code == 0
    page = (newsroom / "site" / "edited" / "index.html").read_text(encoding="utf-8")

    assert "The ferry was built in Piraeus." in page


def test_edits_of_many_photographs_are_told_in_a_line_each(newsroom):
    """All that the files say would bury what was done to them."""
    paths = [newsroom / "photographs" / f"{number}.jpg" for number in (1, 2)]
    run = cutline("metadata", *paths, "--set", "HEADLINE=A boat", "--clear", "creditLine", *BY)

    assert run.stdout.splitlines() == [f"edited {path}: headline, creditLine" for path in paths]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--set", "captoinWriter=x", *BY), "captionWriter"),
        (("--set", "altText=x", *BY), "perhaps altTextAccessibility"),
        (("--set", "credit-de=x", *BY), "perhaps creditLine"),
        (("--set", "locationsShown=Kavala", *BY), "has parts"),
        (("--set", "embargoedUntil=2026-04-12", *BY), "embargo:"),
        (("--set", "headline", *BY), "sets nothing"),
        (("--set", "headline=  ", *BY), "--clear"),
        (("--set", "headline=x"), "--by NAME"),
        (("--set", "creditLine-de=x", *BY), "in no language"),
        (("--set", "creditLine=x", "--set", "creditLine=y", *BY), "one value"),
        (("--set", "creditLine=x", "--clear", "creditLine", *BY), "two things"),
        (("--clear", "nothing", *BY), "no property"),
        (("--set", "dateCreated=yesterday", *BY), "2026-04-12"),
        (("--set", "dateCreated=2026-02-30", *BY), "2026-04-12"),
        (("--set", "dateCreated=2026-02T10:00", *BY), "2026-04-12"),
        (("--set", "digitalSourceType=photo", *BY), "digitalCapture"),
        (("--set", "digitalSourceType=https://example.org/print", *BY), "no term"),
        (("--set", "dataMining=no", *BY), "DMI-PROHIBITED"),
        (("--set", "webstatementRights=example.org", *BY), "https://"),
        (("--set", "creditLine=x", "--revert", "creditLine", *BY), "two things"),
        (("--set", "maxAvailHeight=tall", *BY), "a number"),
    ],
)
def test_what_cannot_be_understood_writes_nothing(newsroom, words, reason):
    run = cutline("metadata", newsroom / "photographs" / "1.jpg", *words)

    assert run.exit_code == 2
    assert reason in run.stderr
    assert not (newsroom / "photographs" / "1.xmp").exists()


def test_a_loose_folder_is_never_written_to(tmp_path):
    path = folder(tmp_path / "trip", "one.jpg") / "one.jpg"
    run = cutline("metadata", path, "--set", "headline=x", *BY)

    assert run.exit_code == 2
    assert "cutline init" in run.stderr
    assert [each.name for each in path.parent.iterdir()] == ["one.jpg"]


def test_one_that_cannot_be_edited_does_not_hold_up_the_others(newsroom):
    broken = newsroom / "photographs" / "0.jpg"
    broken.write_bytes(b"no picture")
    good = newsroom / "photographs" / "1.jpg"
    run = cutline("metadata", broken, good, "--set", "headline=x", *BY)

    assert run.exit_code == 2
    assert "0.jpg" in run.stderr
    assert (newsroom / "photographs" / "1.xmp").is_file()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("dataMining=prohibited", "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"),
        (
            "digitalSourceType=digitalcapture",
            "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        ),
        ("dateCreated=2026-04", "2026-04"),
        ("dateCreated=2026-04-12T18:30:00+02:00", "2026-04-12T18:30:00+02:00"),
    ],
)
def test_a_term_is_kept_by_its_address_and_a_date_as_it_was_typed(newsroom, said, kept):
    told = one(newsroom, "--set", said)

    assert told["fields"][said.partition("=")[0]]["value"] == kept


def test_one_language_comes_and_goes_beside_the_others(newsroom):
    one(newsroom, "--set", "description-de=Ein Boot.", "--set", "description-fr=Un bateau.")
    told = one(newsroom, "--clear", "description-de")["fields"]["description"]["value"]

    assert told == {"x-default": "The last ferry waits in the port of Kavala.", "fr": "Un bateau."}


def test_an_edit_is_taken_back(newsroom):
    """Then counts what was supplied, and other edits stay."""
    one(newsroom, "--set", "description=The boat.", "--set", "headline=A boat")
    told = one(newsroom, "--revert", "description")

    assert told["fields"]["description"]["value"] == {
        "x-default": "The last ferry waits in the port of Kavala."
    }
    assert set(told["layers"]["edited"]) == {"headline"}


def test_words_of_a_container_without_languages_stay_beside_a_translation(newsroom):
    """IIM knows no languages: what it says is the default."""
    path = newsroom / "photographs" / "1.jpg"
    path.write_bytes(without_xmp(path.read_bytes()))
    told = one(newsroom, "--set", "description-de=Ein Boot.")

    assert told["fields"]["description"]["value"]["x-default"].startswith("The last ferry")


def one(newsroom, *words):
    return said(newsroom / "photographs" / "1.jpg", *words, *BY)
