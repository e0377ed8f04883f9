"""The page's own words are in the language of the story, its dates as people there write them."""

import pytest
from lxml import html

from cutline.publish.language import moment, tongue
from unit.publish.editions import full, printed

LANGUAGES = ("en", "fr", "de", "es", "pt", "ar", "ru", "uk", "ja", "zh", "ko")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_phrase_is_there_with_its_blanks(tag):
    ours, english = tongue(tag).phrases, tongue("en").phrases

    assert ours.keys() == english.keys()
    for name, words in english.items():
        blanks = {"{n}", "{total}", "{date}", "{name}", "{count}"}
        assert {b for b in blanks if b in ours[name]} == {b for b in blanks if b in words}
        assert tag == "en" or name == "caption" or ours[name] != words


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_page_speaks_one_language(tag):
    root = html.document_fromstring(printed(full(tag)).encode())

    assert root.get("lang") == tag
    assert root.get("dir") == ("rtl" if tag == "ar" else "ltr")
    assert root.xpath("//time/@datetime") == ["2023-09-13"]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "September 13, 2023"),
        ("en-GB", "13 September 2023"),
        ("de", "13. September 2023"),
        ("ru", "13 сентября 2023\u202fг."),
        ("ja", "2023年9月13日"),
    ],
)
def test_a_date_is_written_as_people_there_write_it(tag, words):
    said = moment("2023-09-13", tongue(tag)).words
    assert said.replace("\xa0", "\u202f").replace("\u202f", " ") == words.replace("\u202f", " ")


def test_a_time_keeps_the_offset_it_was_given_and_no_other():
    with_zone = moment("2023-09-13T14:05+02:00", tongue("de"))
    without = moment("2023-09-13T14:05", tongue("de"))

    assert with_zone.machine == "2023-09-13T14:05+02:00"
    assert "14:05" in with_zone.words
    assert "+02:00" in with_zone.words
    assert without.machine == "2023-09-13T14:05"
    assert "+" not in without.words


def test_what_is_no_date_is_printed_as_written():
    assert moment("last autumn", tongue("en")).words == "last autumn"
    assert moment("last autumn", tongue("en")).machine == ""


@pytest.mark.parametrize("tag", ["", "xx-yy", "en-\x00", "../../etc", "x" * 5000, "nl", "he"])
def test_an_unknown_language_is_no_fault(tag):
    """Our words are English then, and say so; the story keeps a language that exists."""
    said = tongue(tag)

    assert said.spoken == "en"
    assert said.direction == ("rtl" if tag == "he" else "ltr")
    assert said.tag in ("en", "nl", "he")
