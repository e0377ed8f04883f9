"""The page says what the edition says, to people and machines, and nothing else."""

import json
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from lxml import html

from cutline.model import Block, House, Passage, Run
from cutline.publish import check_page, page, plan
from cutline.publish.icon import icon
from cutline.publish.words import clean, safe_link
from cutline.story import parse
from unit.publish.attacks import MARK, PAYLOADS
from unit.publish.editions import LONG, RIGHTS, edition, full, paragraph, picture, printed


def tree(made):
    return html.document_fromstring(printed(made).encode())


def graph(made):
    (text,) = tree(made).xpath("//script[@type='application/ld+json']/text()")
    return json.loads(text)["@graph"]


def squeeze(text):
    return " ".join(text.split())


def test_the_same_edition_has_the_same_bytes():
    assert printed(full()) == printed(full())


def test_the_page_passes_its_own_check():
    assert check_page(printed(full()).encode(), full()) == ()


def test_only_the_lead_is_asked_for_at_once():
    """The rest is lazy; every picture has its size, so that nothing jumps."""
    images = tree(full()).xpath("//img")
    first, *rest = images

    assert first.get("fetchpriority") == "high"
    assert first.get("loading") is None
    assert [image.get("loading") for image in rest] == ["lazy"] * len(rest)
    assert all(image.get("width") and image.get("height") for image in images)


def test_a_photograph_links_to_its_largest_jpeg():
    figures = tree(full()).xpath("//figure")
    for number, (figure, each) in enumerate(zip(figures, plan(full()).pictures, strict=True), 1):
        assert figure.get("id") == f"photo-{number}"
        assert figure.xpath("./a/@href | ./div/a/@href") == [each.largest.path]


def test_a_placeholder_takes_at_most_sixty_bytes():
    (style,) = tree(full()).xpath("//style/text()")
    rules = [line for line in style.splitlines() if line.startswith("#photo-")]

    assert len(rules) == len(full().pictures)
    assert all(len(rule.partition("--t:")[2]) + len("--t:") <= 60 for rule in rules)


def test_a_colour_that_is_none_stays_out_of_the_style():
    assert "expression" not in printed(edition(picture()), ("red;}*{x:expression(1)", "#12345"))


def test_style_and_script_are_small():
    made = tree(full())
    (style,) = made.xpath("//style/text()")
    scripts = made.xpath("//script[not(@type)]/text()")

    assert len(style) < 20_000
    assert sum(map(len, scripts)) < 6_000


def test_no_element_carries_its_own_style_or_handler():
    """The policy would forbid it; so the page must not need it."""
    names = {name for element in tree(full()).iter() for name in element.attrib}
    assert not {name for name in names if name == "style" or name.startswith("on")}


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_an_attack_is_shown_as_its_letters(payload):
    """In every field at once: no element, attribute or JSON comes of it but its text."""
    words = Passage(payload)
    hostile = picture(
        payload, caption=words, credit=payload, alt=payload, fields={"creatorNames": (payload,)}
    )
    block = Block("paragraph", Passage(payload, (Run(payload, href=payload),)))
    made = edition(
        hostile,
        block,
        hostile,
        headline=words,
        house=House(publication=payload),
        kicker=words,
        standfirst=words,
        published=words,
        byline=words,
    )
    benign = edition(
        picture(),
        paragraph("x"),
        picture(),
        headline="x",
        house=House(publication="x"),
        kicker=Passage("x"),
        standfirst=Passage("x"),
        published=Passage("x"),
        byline=Passage("x"),
    )
    read, calm = tree(made), tree(benign)
    shape = [element.tag for element in read.iter() if element.tag != "a"]

    assert shape == [element.tag for element in calm.iter() if element.tag != "a"]
    assert not any(name.startswith("on") for element in read.iter() for name in element.attrib)
    hrefs = set(read.xpath("//@href")) - {icon(House())}
    assert {urlsplit(href).scheme for href in hrefs} <= {"", "https", "http"}
    assert {squeeze(text) for text in read.xpath("//bdi[@class='credit']//text()")} == {
        squeeze(clean(payload))
    }
    assert {node["creditText"] for node in graph(made)[1:]} == {clean(payload)}


def test_no_attack_is_the_same_as_another():
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60
    assert any(MARK in payload for payload in PAYLOADS)


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("mailto:desk@example.org", True),
        ("#photo-2", True),
        ("#photo-3", False),
        ("#photo-0", False),
        ("#photo-٢", False),
        ("#end", False),
        ("other/page.html", False),
        ("/other/page.html", False),
        ("page?time=12:30", False),
        ("http:page", False),
        ("https:///page", False),
        ("https://[page", False),
        ("javascript:alert(1)", False),
        (" JavaScript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("\\\\evil.example", False),
        ("", False),
        (None, False),
    ],
)
def test_a_link_leads_only_where_words_may_lead(href, leads):
    assert bool(safe_link(href, 2)) is leads


def test_headings_begin_below_the_title_and_skip_no_level():
    levels = (1, 4, 2, 6, 3)
    made = edition(*(Block("heading", Passage("x"), level=level) for level in levels))

    assert tree(made).xpath("//*[contains(@class, 'text')]")
    assert [e.tag for e in tree(made).xpath("//h2|//h3|//h4|//h5|//h6")] == [
        "h2", "h3", "h2", "h3", "h3",
    ]  # fmt: skip


def test_machines_are_told_what_the_photograph_says():
    made = edition(picture(fields=RIGHTS), house=House(url="https://example.org/ferry/"))
    article, image = graph(made)
    largest = plan(made).pictures[0].largest

    assert article["image"] == [{"@id": image["@id"]}]
    assert image == {
        "@type": "ImageObject",
        "@id": "https://example.org/ferry/#photo-1",
        "url": "https://example.org/ferry/#photo-1",
        "contentUrl": f"https://example.org/ferry/{largest.path}",
        "encodingFormat": "image/jpeg",
        "width": 1500,
        "height": 1000,
        "position": 1,
        "representativeOfPage": True,
        "caption": "Fishing boats return to the harbour of Kavala.",
        "creditText": "Ana Silva/Example Photos",
        "creator": [{"@type": "Person", "name": "Ana Silva"}],
        "copyrightNotice": "© 2023 Ana Silva",
        "license": "https://example.org/terms",
        "acquireLicensePage": "https://example.org/buy",
        "dateCreated": "2023-09-12T18:40:00+03:00",
        "digitalSourceType": "https://schema.org/DigitalCaptureDigitalSource",
    }


def test_what_nobody_said_is_left_out():
    fields = {"dateCreated": "yesterday", "source": "Agency"}
    _, image = graph(edition(picture(credit="Reuters", fields=fields)))
    assert not {"creator", "license", "acquireLicensePage", "dateCreated"} & image.keys()


def test_a_house_says_its_terms_where_a_photograph_does_not():
    terms = House(licence_url="https://example.org/house-terms")
    assert graph(edition(picture(), house=terms))[1]["license"] == "https://example.org/house-terms"
    said = graph(edition(picture(fields=RIGHTS), house=terms))[1]
    assert said["license"] == "https://example.org/terms"


def test_an_organisation_is_a_creator_only_by_its_own_word():
    fields = {"creatorNames": ("NASA", "Ana Silva"), "source": "NASA"}
    _, image = graph(edition(picture(fields=fields)))
    assert [maker["@type"] for maker in image["creator"]] == ["Organization", "Person"]


def test_a_card_needs_the_address_of_the_site():
    """Open Graph wants absolute addresses; a site that does not know its own gives none."""
    unknown = tree(edition(picture()))
    known = tree(edition(picture(), house=House(url="https://example.org/")))

    assert not unknown.xpath("//meta[@property='og:image'] | //link[@rel='canonical']")
    assert known.xpath("//link[@rel='canonical']/@href") == ["https://example.org/"]
    (card,) = known.xpath("//meta[@property='og:image']/@content")
    assert card.startswith("https://example.org/photographs/harbour.")
    assert known.xpath("//meta[@property='og:image:width']/@content") == ["1200"]


def test_every_address_counts_from_the_folder_of_the_story():
    """In a desk's site the page lies at ``SITE/STORY/``: what machines are told lies there too."""
    made = replace(full(house=House(url="https://p.example.org/")), folder="flood/")
    home, read = "https://p.example.org/flood/", tree(made)
    article, *images = graph(made)

    assert read.xpath("//link[@rel='canonical']/@href") == [home]
    assert read.xpath("//meta[@property='og:url']/@content") == [home]
    assert read.xpath("//meta[@property='og:image']/@content") == [home + plan(made).card.path]
    assert (article["@id"], article["mainEntityOfPage"]) == (home, home)
    for image, printed_one in zip(images, plan(made).pictures, strict=True):
        assert image["@id"] == image["url"] == f"{home}#photo-{printed_one.number}"
        assert image["contentUrl"] == home + printed_one.largest.path
    assert check_page(printed(made).encode(), made) == ()


def test_the_check_follows_every_address_that_machines_are_told():
    """An address without the story's folder, on another site, or of no file is a complaint."""
    made = replace(full(house=House(url="https://p.example.org/")), folder="flood/")
    text, home = printed(made), "https://p.example.org/flood/"
    card = plan(made).card.path
    for good, bad in (
        (f'rel="canonical" href="{home}"', 'rel="canonical" href="https://p.example.org/"'),
        (f'"og:url" content="{home}"', f'"og:url" content="{home}page-2/"'),
        (f'content="{home}{card}"', f'content="https://p.example.org/{card}"'),
        (f'"mainEntityOfPage":"{home}"', '"mainEntityOfPage":"https://other.example.org/flood/"'),
        (f'"url":"{home}#photo-2"', f'"url":"{home}#photo-20"'),
        (f'"contentUrl":"{home}', '"contentUrl":"https://p.example.org/'),
    ):
        assert good in text
        found = check_page(text.replace(good, bad, 1).encode(), made)
        assert any("machines are told of" in sentence for sentence in found), (bad, found)


def test_a_draft_says_so_and_stays_out_of_search():
    made = tree(edition(picture(), draft=True, standing=(("error", 2), ("warning", 5))))

    assert made.xpath("//aside[@class='draft']/text()") == [
        "Draft, not for publication. Findings that stand: 7"
    ]
    assert made.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not tree(edition(picture())).xpath("//aside[@class='draft']")


def test_a_photograph_without_alt_text_has_a_link_with_a_name():
    made = tree(edition(picture(alt="")))
    assert made.xpath("//a[@class='frame']/@aria-label") == ["Photograph 1"]


def test_a_story_without_headline_is_called_by_its_working_name():
    made = tree(edition(picture(), headline=""))
    assert made.xpath("//h1/text()") == ["The last ferry"]
    assert made.xpath("//title/text()") == ["The last ferry"]


def test_a_byline_is_not_said_twice():
    for written in ("Ana Silva", "By Ana Silva"):
        made = edition(picture(), byline=Passage(written))
        assert tree(made).xpath("//p[@class='meta']/span/text()") == ["By Ana Silva"]
        assert graph(made)[0]["author"] == [{"@type": "Person", "name": "Ana Silva"}]


def test_the_check_misses_no_lost_credit():
    """Each way of losing a credit, an alt text or a file is a complaint."""
    made = full()
    text = printed(made)
    credit = '<bdi class="credit">Ana Silva/Example Photos</bdi>'
    spoilt = {
        "credit is not in the visible": text.replace(credit, "", 1),
        "caption is not in the visible": text.replace(LONG, "", 1),
        "credit is not in the JSON-LD": text.replace('"creditText":"Ana', '"creditText":"Eve', 1),
        "no ImageObject": text.replace('"contentUrl":"', '"contentUrl":"x', 1),
        "no readable JSON-LD": text.replace('"@graph"', '"graph"', 1),
        "alt text is not": text.replace('alt="Three boats', 'alt="Two boats', 1),
        "not part of the site": text.replace("-480.avif 480w", "-481.avif 480w", 1),
        "nowhere on it": text.replace('href="https://example.org/post"', 'href="#gone"', 1),
        "shows 5 of 6": text.replace("<figure", "<div", 1),
    }
    for complaint, page_text in spoilt.items():
        assert page_text != text, complaint
        found = check_page(page_text.encode(), made)
        assert any(complaint in sentence for sentence in found), (complaint, found)


def test_a_link_that_leads_nowhere_is_plain_words():
    """A page lies elsewhere than its story's file; only its own photographs are near."""
    runs = (Run("see", href="appendix.html"), Run("end", href="#end"), Run("two", href="#photo-2"))
    words = Passage("seeendtwo", runs)
    made = edition(picture(caption=words), Block("paragraph", words), picture("b.jpg"))

    assert tree(made).xpath("//p//a/@href") == ["#photo-2"]
    assert tree(made).xpath("//figcaption//a/@href") == ["#photo-2"]
    assert tree(made).xpath("//figcaption/span[@class='caption']")[0].text_content() == "seeendtwo"
    assert check_page(printed(made).encode(), made) == ()


@pytest.mark.parametrize(
    "caption",
    [
        "in *Cape Town*.",
        "[the Times](https://x.example/), in",
        "re**mark**able",
        '"*no*", he said',
        "run `make`, then wait",
        "**a***b*`c`",
    ],
)
def test_styles_beside_punctuation_lose_no_words(caption):
    (placement,) = parse(f"![A boat](one.jpg)\n{caption}").story.placements
    made = edition(picture(caption=placement.caption))

    assert check_page(printed(made).encode(), made) == ()


def test_a_credit_that_breaks_off_inside_markup_is_still_found():
    made = edition(replace(picture(), credit="A < B & “C”\n  D"))
    assert check_page(page(made, plan(made), {}), made) == ()
