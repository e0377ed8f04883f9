"""Corrections are shown with their dates, to readers and to machines; an update has its time."""

import json
import re

import pytest
from lxml.html import document_fromstring

from cutline.model import Correction, Edition, House, Passage, Story
from cutline.publish import page, plan

WRONG = "The ferry has run since 1931, not 1913."


def printed(language: str = "en", house: House | None = None, **said: object) -> str:
    story = Story(
        headline=Passage("The ferry"), published=Passage("2024-05-01"), language=language, **said
    )
    edition = Edition("ferry", story, (), house or House())
    return page(edition, plan(edition), {}).decode()


def article(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])["@graph"][0]


def test_a_correction_stands_on_the_page_with_its_date():
    html = printed(corrections=(Correction("2024-05-03", Passage(WRONG)),))

    assert '<time datetime="2024-05-03">May 3, 2024</time>: ' + WRONG in html
    assert "Corrections</h2>" in html
    assert article(html)["correction"] == [WRONG]
    assert article(html)["dateModified"] == "2024-05-03"


def test_an_updated_story_shows_both_times():
    html = printed(updated=Passage("2024-05-02T09:30+01:00"))

    assert "Published May 1, 2024" in html
    assert '<time datetime="2024-05-02T09:30+01:00">Updated May 2, 2024' in html
    assert article(html)["datePublished"] == "2024-05-01"
    assert article(html)["dateModified"] == "2024-05-02T09:30+01:00"


def test_who_and_when_are_told_apart_in_text_alone():
    """What stands between them on the screen is not copied, and readers' modes leave it out."""
    tree = document_fromstring(printed(updated=Passage("2024-05-02"), byline=Passage("By Jo Park")))
    (meta,) = tree.find_class("meta")

    assert meta.text_content().strip() == ("By Jo Park Published May 1, 2024 Updated May 2, 2024")


def test_the_latest_of_all_counts_for_machines():
    dates = ("2024-05-06", "2024-05-04")
    html = printed(
        updated=Passage("2024-05-05"),
        corrections=tuple(Correction(date, Passage(WRONG)) for date in dates),
    )
    assert article(html)["dateModified"] == "2024-05-06"


def test_a_card_says_when_the_story_was_changed():
    house = House(url="https://p.example.org/")
    told = '<meta property="article:modified_time" content="2024-05-03">'

    assert told in printed(house=house, corrections=(Correction("2024-05-03", Passage(WRONG)),))
    assert "article:modified_time" not in printed(house=house)


def test_a_story_that_was_never_changed_says_nothing_of_it():
    html = printed()
    assert "Corrections" not in html
    assert "Updated" not in html
    assert {"dateModified", "correction"}.isdisjoint(article(html))


def test_what_is_no_day_is_shown_as_written_and_not_told_to_machines():
    html = printed(corrections=(Correction("", Passage(WRONG)),), updated=Passage("soon"))
    assert WRONG in html
    assert "Updated soon" in html
    assert "dateModified" not in article(html)


@pytest.mark.parametrize("language", "en fr de es pt ar ru uk ja zh ko".split())
def test_every_language_has_its_own_word(language):
    correction = (Correction("2024-05-03", Passage(WRONG)),)
    html = printed(language, corrections=correction, updated=Passage("2024-05-03"))
    assert ("Updated" in html) == (language == "en")
    assert ("Corrections</h2>" in html) == (language == "en")


def test_words_of_a_correction_are_shown_literally():
    html = printed(corrections=(Correction("2024-05-03", Passage("<script>alert(1)</script>")),))
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html
