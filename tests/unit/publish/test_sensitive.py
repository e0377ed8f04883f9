"""A sensitive photograph is covered until a reader asks for it, and stands for no page."""

import pytest
from lxml import html

from cutline.model import House
from cutline.publish import check_page, plan
from cutline.story import parse
from unit.publish.editions import edition, picture, printed

HOUSE = House(url="https://example.org/")


def read(made):
    return html.document_fromstring(printed(made))


def placement(attributes):
    return parse(f"![A boat](boat.jpg){attributes}\nIt sank. [Ana Silva]").story.placements[0]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", None),
        ("{sensitive}", ""),
        ('{sensitive=""}', ""),
        ('{sensitive="The picture shows the dead."}', "The picture shows the dead."),
        ("{layout=wide sensitive}", ""),
    ],
)
def test_a_story_flags_it_and_may_say_why(written, told):
    assert placement(written).sensitive == told


def test_the_picture_is_inside_a_control_that_works_without_script():
    made = edition(picture("a.jpg"), picture("b.jpg", sensitive="It shows the dead."))
    (cover,) = read(made).xpath("//figure[@id='photo-2']/details[not(@open)]")

    assert len(cover.xpath(".//img")) == 1
    assert cover[0].tag == "summary"
    assert cover[0].text_content() == (
        "Sensitive photographIt shows the dead.Show photographHide photograph"
    )
    assert check_page(printed(made).encode(), made) == ()


def test_its_words_stay_in_sight():
    """Caption and credit are not covered: they are how a reader decides."""
    made = read(edition(picture("a.jpg", sensitive="")))
    assert made.xpath("//figcaption//bdi[@class='credit']")
    assert not made.xpath("//details//figcaption")


def test_a_covered_lead_is_not_fetched_before_it_is_asked_for():
    made = read(edition(picture("a.jpg", sensitive=""), picture("b.jpg")))
    (lead,) = made.xpath("//figure[@id='photo-1']//img")

    assert not made.xpath("//link[@rel='preload']")
    assert lead.get("loading") == "lazy"
    assert lead.get("fetchpriority") is None


def test_cards_and_search_engines_are_shown_another_picture():
    first, second = picture("a.jpg", sensitive=""), picture("b.jpg", alt="A quiet quay")
    made = edition(first, second, house=HOUSE)
    page, planned = read(made), plan(made)

    assert planned.card.sha256 == second.photograph.sha256
    assert page.xpath("//meta[@property='og:image:alt']/@content") == ["A quiet quay"]
    assert '"image":[{"@id":"https://example.org/#photo-2"}]' in printed(made)
    assert printed(made).count('"representativeOfPage":true') == 1


def test_where_every_photograph_is_covered_there_is_no_card():
    made = edition(picture("a.jpg", sensitive=""), house=HOUSE)
    assert plan(made).card is None
    assert not read(made).xpath("//meta[@property='og:image']")
    assert check_page(printed(made).encode(), made) == ()


def test_the_check_sees_a_photograph_that_lost_its_cover():
    made = edition(picture("a.jpg", sensitive=""))
    open_one = printed(made).replace('<details class="cover"', '<details class="cover" open', 1)
    assert check_page(open_one.encode(), made) == ("photograph 1: it is sensitive and not covered",)


def test_a_caption_in_another_language_says_so():
    """``lang`` as the story says; ``dir`` from it, or from the first letter that has one."""
    arabic = picture("a.jpg", caption="وصلت القوارب عند الفجر.", language="ar")
    unnamed = picture("b.jpg", caption="«وصلت» at dawn, she wrote.")
    french = picture("c.jpg", caption="Les bateaux arrivent.", language="fr")
    own = picture("d.jpg", caption="1931: the boats arrive.", language="en")
    found = read(edition(arabic, unnamed, french, own)).xpath("//span[@class='caption']")

    assert [dict(each.attrib) for each in found] == [
        {"class": "caption", "lang": "ar", "dir": "rtl"},
        {"class": "caption", "dir": "rtl"},
        {"class": "caption", "lang": "fr"},
        {"class": "caption"},
    ]


def test_an_english_caption_on_an_arabic_page_runs_left_to_right():
    made = edition(picture("a.jpg", caption="The boats arrive."), language="ar")
    assert read(made).xpath("//span[@class='caption']/@dir") == ["ltr"]


@pytest.mark.parametrize("tag", ["ar", "pt-BR", "zh-Hant-TW"])
def test_a_story_names_the_language_of_a_caption(tag):
    assert placement(f"{{lang={tag}}}").language == tag


@pytest.mark.parametrize("tag", ["", "arabic!", "x", "ar_EG", '"><script>'])
def test_what_is_no_language_tag_is_asked_about(tag):
    parsed = parse(f"![A boat](boat.jpg){{lang='{tag}'}}\nIt sank. [Ana Silva]")
    assert parsed.story.placements[0].language == ""
    assert [finding.code for finding in parsed.findings] == ["STO013"]


def test_a_reason_is_text():
    made = edition(picture("a.jpg", sensitive="<script>alert(1)</script>"))
    assert read(made).xpath("//bdi[@class='why']/text()") == ["<script>alert(1)</script>"]
