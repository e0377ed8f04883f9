"""Editions of one story in several languages lead to each other."""

from dataclasses import replace

import pytest
from lxml import html

from cutline.model import House
from cutline.publish import check_page
from cutline.story import parse
from unit.publish.editions import edition, picture, printed

SITE = House(url="https://example.org/")
OTHERS = (("de", "https://de.example.org/faehre/"), ("pt-BR", "balsa"), ("ar", "not-yet"))


def made(house=SITE, **more):
    told = edition(picture(), house=house)
    story = replace(told.story, translations=OTHERS)
    return replace(told, story=story, folder="ferry/", siblings=(("pt-BR", "balsa"),), **more)


def read(told):
    return html.document_fromstring(printed(told))


def story(told):
    return parse(f"---\nheadline: A\ntranslations: {told}\n---\n")


@pytest.mark.parametrize(
    "told",
    [
        "{de: faehre, pt-BR: https://example.org/balsa/}",
        "\n  de: faehre\n  pt-BR: 'https://example.org/balsa/'",
    ],
)
def test_a_story_names_its_other_editions(told):
    parsed = story(told)
    assert parsed.story.translations == (("de", "faehre"), ("pt-BR", "https://example.org/balsa/"))
    assert not parsed.findings
    assert not parsed.story.extra


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("faehre", ()),
        ("[de, fr]", ()),
        ("{deutsch: faehre}", ()),
        ("{de: Faehre 2}", ()),
        ("{de: ../faehre}", ()),
        ("{de: 'javascript:alert(1)'}", ()),
        ("{de: http://example.org/}", ()),
        ("{de: {a: b}}", ()),
        ("{fr: bac, de: '../x'}", (("fr", "bac"),)),
    ],
)
def test_what_cannot_be_linked_is_asked_about(told, kept):
    parsed = story(told)
    assert parsed.story.translations == kept
    assert [finding.code for finding in parsed.findings] == ["STO006"]


def test_readers_are_led_to_what_is_there():
    """By the language's own name; an edition that is not on the site is not linked."""
    links = read(made()).xpath("//nav[@class='editions'][@aria-label='Languages']/a")
    assert [(a.get("href"), a.get("hreflang"), a.get("lang"), a.text) for a in links] == [
        ("https://de.example.org/faehre/", "de", "de", "Deutsch"),
        ("../balsa/index.html", "pt-BR", "pt-BR", "Português (Brasil)"),
    ]
    assert check_page(printed(made()).encode(), made()) == ()


def test_machines_are_told_of_every_edition_and_of_this_one():
    links = read(made()).xpath("//link[@rel='alternate'][@hreflang]")
    assert {a.get("hreflang"): a.get("href") for a in links} == {
        "en": "https://example.org/ferry/",
        "de": "https://de.example.org/faehre/",
        "pt-BR": "https://example.org/balsa/",
    }


def test_without_an_address_of_its_own_a_site_tells_machines_nothing():
    page = read(made(house=House()))
    assert not page.xpath("//link[@hreflang]")
    assert len(page.xpath("//nav[@class='editions']/a")) == 2


def test_a_story_in_one_language_says_nothing_of_others():
    page = read(edition(picture(), house=SITE))
    assert not page.xpath("//link[@hreflang] | //nav")


@pytest.mark.parametrize(("there", "links"), [(("balsa",), ["../balsa/index.html"]), ((), [])])
def test_an_address_on_the_same_site_is_linked_only_while_it_is_there(there, links):
    others = (("pt", "https://example.org/balsa/"),)
    told = replace(made(), siblings=tuple(("pt", slug) for slug in there))
    told = replace(told, story=replace(told.story, translations=others))
    assert read(told).xpath("//nav[@class='editions']/a/@href") == links


def test_the_check_lets_no_other_neighbour_pass():
    text = printed(made()).replace("../balsa/index.html", "../other/index.html", 1)
    assert any("../other/" in sentence for sentence in check_page(text.encode(), made()))
