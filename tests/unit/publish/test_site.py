"""The root of a site: lists of stories, feeds, and what crawlers are told."""

import json
from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest
from lxml import etree, html

from cutline.model import Correction, House, Passage, Theme
from cutline.publish import Listed, check_page, check_site, plan, site
from cutline.publish.inline import digest
from cutline.publish.language import tongue
from cutline.publish.names import stem
from cutline.publish.phrases import languages
from cutline.publish.site.lists import PER_PAGE, arranged
from cutline.publish.site.sitemaps import PER_FILE, news_language
from cutline.publish.ways import photographs_by
from cutline.publish.words import clean
from unit.publish.attacks import PAYLOADS
from unit.publish.editions import edition, full, picture, printed

FLOOD = Listed(
    "flood",
    "The river came <at> night",
    published="2024-05-03",
    credit="Ana Silva/AP",
    picture="flood/photographs/a.jpg",
    width=480,
    height=320,
    section="World",
    byline="Jo Park",
    photographers=("Ana Silva", "Яна Ткач"),
    images=("photographs/a-1600.jpg", "photographs/b-1600.jpg"),
)
FAIR = Listed("fair", "A fair", published="2024-06-01", draft=True, photographers=("Ana Silva",))
OLD = Listed("old", "قصة", language="ar", section="Мир")
HOUSE = House(publication="The Example", url="https://example.org/")
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "atom": "http://www.w3.org/2005/Atom",
    "media": "http://search.yahoo.com/mrss/",
}


def _files(*stories, **house):
    return site(stories, House(**house) if house else HOUSE)


def _page(*stories, path="index.html", **house):
    return html.document_fromstring(_files(*stories, **house)[path].decode())


def _many(count, **more):
    """Stories of one day after the other, the last the newest."""
    first = date(2020, 1, 1)
    return [
        replace(Listed(f"s{n:04}", f"Story {n}", published=str(first + timedelta(days=n))), **more)
        for n in range(count)
    ]


def test_the_newest_story_comes_first_and_the_undated_last():
    """Order is by date, whatever the order of publishing."""
    links = _page(OLD, FLOOD, FAIR).xpath("//ol/li//h2/a/@href")

    assert links == ["fair/index.html", "flood/index.html", "old/index.html"]


def test_of_one_day_the_story_in_the_sites_language_comes_first():
    told = [replace(FLOOD, slug=slug, language=tag) for slug, tag in (("a", "de"), ("b", "en-GB"))]
    for language, first in (("en", "b/index.html"), ("de-AT", "a/index.html")):
        page = html.document_fromstring(
            site(told, replace(HOUSE, language=language))["index.html"].decode()
        )
        assert page.xpath("//ol/li//h2/a/@href")[0] == first


def test_the_newest_is_that_of_the_latest_instant():
    """Not that whose date reads last: zones count, and what is no date comes after all."""
    west = Listed("west", "West", published="2024-05-03T23:30:00-05:00")
    east = Listed("east", "East", published="2024-05-04T01:00:00+09:00")
    unread = Listed("unread", "Unread", published="in May")
    files = _files(east, unread, west)

    assert _page(unread, east, west).xpath("//ol/li//h2/a/text()") == ["West", "East", "Unread"]
    assert etree.fromstring(files["rss.xml"]).xpath("//item/title/text()")[0] == "West"
    feed = etree.fromstring(files["atom.xml"])
    assert feed.findtext("atom:updated", "", SPACES) == "2024-05-03T23:30:00-05:00"


def test_a_correction_is_a_change_to_feeds_and_crawlers():
    made = full(house=HOUSE)
    corrections = (Correction("2023-09-20", Passage("The boat is older.")),)
    listed = Listed.of(
        replace(made, story=replace(made.story, corrections=corrections)), plan(made)
    )
    files = _files(listed)
    (item,) = json.loads(files["feed.json"])["items"]

    assert item["date_modified"].startswith("2023-09-20")
    sitemap = etree.fromstring(files["sitemap.xml"])
    assert sitemap.findtext("s:url/s:lastmod", "", SPACES) == "2023-09-20"


def test_the_lead_in_a_feed_has_its_alt_text():
    """It is a link there, and one without words is one to nowhere."""
    made = full(house=HOUSE)
    (item,) = json.loads(_files(Listed.of(made, plan(made)))["feed.json"])["items"]
    (image,) = html.fromstring(item["content_html"]).xpath("//a/img")

    assert image.get("alt") == plan(made).shown.picture.alt != ""


def test_date_mark_section_and_people_are_told_apart_in_text_alone():
    page = _page(replace(FLOOD, draft=True))
    words = page.find_class("meta")[0].text_content().split()

    assert "May 3, 2024 Draft World Photographs by Ana Silva" in " ".join(words)


def test_a_picture_is_never_shown_without_its_credit():
    """The credit stands on this page as on the story's own."""
    figure = _page(FLOOD).xpath("//figure")[0]

    assert figure.xpath(".//img/@src") == ["flood/photographs/a.jpg"]
    assert figure.xpath("string(./figcaption)").strip() == "Ana Silva/AP"


def test_a_list_offers_the_lead_in_every_width_it_has_use_for():
    """The first story large and fetched first, the others when a reader comes to them."""
    made = full(house=HOUSE)
    listed = replace(Listed.of(made, plan(made)), published="2025-01-01")
    first, second = _page(listed, FLOOD).xpath("//figure//img")
    (source,) = first.xpath("./ancestor::figure//source/@srcset")

    assert [each.split()[1] for each in source.split(",")] == ["480w", "800w", "1200w", "1500w"]
    assert [each.split()[0] for each in first.get("srcset").split(",")] == [
        f"{listed.slug}/{each.path}" for each in plan(made).shown.jpeg
    ]
    assert (first.get("fetchpriority"), first.get("loading")) == ("high", None)
    assert (second.get("srcset"), second.get("loading")) == (None, "lazy")
    assert set(listed.files()) <= {f"{listed.slug}/{path}" for path in plan(made).paths()}


def test_the_photographers_of_an_entry_are_not_read_as_its_pictures_credit():
    """The site says what they did, and each leads to more; the credit stays with the picture."""
    (entry,) = _page(replace(FLOOD, language="de")).xpath("//ol/li")
    (meta,) = entry.xpath(".//p[@class='meta']")

    assert "Photographs by Ana Silva and Яна Ткач" in meta.text_content()
    assert meta.xpath(".//a/@href")[1:] == [
        "photographer-ana-silva.html",
        f"{stem('photographer', 'Яна Ткач')}.html",
    ]
    assert entry.xpath("string(.//figcaption)").strip() == "Ana Silva/AP"


@pytest.mark.parametrize("language", sorted(languages()))
def test_names_stand_in_the_phrase_of_every_language(language):
    own = tongue(language)
    people = (("a.html", "Ana <Silva>"), ("b.html", "Bo {names} Li"), ("c.html", "{0}"))
    for several in (people[:1], people[:2], people):
        read = html.fragment_fromstring(photographs_by(several, own), create_parent="p")
        assert read.xpath("./a/@href") == [href for href, _ in several]
        assert read.xpath("./a/bdi/text()") == [name for _, name in several]
        assert (read.text or "").strip()
    assert photographs_by((), own) == ""


def test_a_site_without_stories_says_so_in_the_houses_language():
    """A withdrawn story leaves a sentence, not a blank page; with one story there is none."""
    assert _page(publication="The Example", language="de").xpath("string(//p[@class='none'])") == (
        "Noch keine Geschichten"
    )
    assert _page(FLOOD).xpath("//p[@class='none'] | //main/ol[not(li)]") == []


def test_every_list_is_dressed_as_the_stories_are():
    """Logo, colours and further rules of the house, on each page of each list."""
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    dress = Theme(light=(("accent", "#123456"),), style="h1 { color: tan }", logo=drawn)
    files = site([FLOOD, OLD, *_many(40)], replace(HOUSE, page=dress))
    lists = [html.document_fromstring(files[path]) for path in files if path.endswith(".html")]

    assert len(lists) == 7
    for tree in lists:
        (style,) = tree.xpath("//style/text()")
        assert "h1{color:tan}" in style.replace(" ", "")
        assert "--accent:#123456" in style
        assert digest(style) in tree.xpath("string(//meta[@http-equiv]/@content)")
        assert tree.xpath("//*[@class='house']//svg[@class='logo']")


def _story(**house):
    """A story of a site of several, and its page."""
    made = full(house=replace(HOUSE, **house))
    words = replace(made.story, extra={"section": "Мир"})
    made = replace(made, story=words, folder=f"{made.slug}/")
    return made, html.document_fromstring(printed(made))


def test_a_story_leads_to_the_site_its_section_and_its_photographers():
    """Nowhere that its own entry does not make the site have."""
    made, page = _story()
    links = [link for link in page.xpath("//a/@href") if link.startswith("../")]
    there = site([Listed.of(made, plan(made))], made.house)

    assert links == [
        "../index.html",
        f"../{stem('section', 'Мир')}.html",
        "../photographer-ana-silva.html",
        f"../{stem('photographer', 'ليلى حداد')}.html",
    ]
    assert {link.removeprefix("../") for link in links} <= there.keys()
    assert page.xpath("string(//header[@class='house']/a[1])") == "The Example"
    assert (
        page.xpath("string(//p[@class='text people'])") == "Photographs by Ana Silva and ليلى حداد"
    )
    assert check_page(printed(made).encode(), made) == ()


def test_nobody_is_given_what_others_made():
    """Agencies are named beside people, without a list; where no person is known nobody is."""
    house = replace(HOUSE, publication="The Example")
    pictures = [
        picture("a.jpg", credit="Ana Silva/AFP"),
        picture("b.jpg", credit="NASA"),
        picture("c.jpg", credit="KCNA via Reuters"),
        picture("d.jpg", credit="NASA"),
        picture("e.jpg", credit=""),
        picture("f.jpg", credit="NASA/ESA"),
    ]
    made = replace(edition(*pictures, house=house), folder="the-last-ferry/")
    page = html.document_fromstring(printed(made))
    rows = site([Listed.of(made, plan(made))], house)
    listed = html.document_fromstring(rows["index.html"].decode())
    alone = replace(edition(*pictures[1:], house=house), folder="the-last-ferry/")

    said = "Photographs by Ana Silva, NASA, KCNA via Reuters, and NASA/ESA"
    assert page.xpath("string(//p[@class='text people'])") == said
    assert page.xpath(
        "//p[@class='text people']/a/text() | //p[@class='text people']/a/bdi/text()"
    ) == ["Ana Silva"]
    assert said in listed.xpath("string(//ol)")
    assert "Photographs by" not in printed(alone)


def test_a_site_without_a_name_is_called_one_in_its_own_language():
    """Where nobody named the publication its stories are what the link says."""
    _, page = _story(publication="", language="de")
    (home,) = page.xpath("//header[@class='house']/a[@href='../index.html']")

    assert (home.text_content(), home.get("lang")) == ("Bildgeschichten", "de")


def test_a_story_alone_leads_to_no_list():
    made, _ = _story()
    alone = html.document_fromstring(printed(replace(made, folder="")))

    assert [link for link in alone.xpath("//a/@href") if link.startswith("..")] == []
    assert alone.xpath("//*[@class='section' or contains(@class, 'people')]") == []
    assert alone.xpath("string(//header[@class='house'])").strip() == "The Example"


def test_a_link_to_a_list_that_is_not_there_stops_the_story():
    made, _ = _story()
    broken = printed(made).replace("../photographer-ana-silva.html", "../photographer-ana.html")
    (complaint,) = check_page(broken.encode(), made)

    assert "photographer-ana.html" in complaint


def test_words_from_outside_are_text():
    """Angle brackets in a headline are shown."""
    assert _page(FLOOD).xpath("string(//h2)") == "The river came <at> night"


def test_a_draft_is_called_one_and_a_foreign_headline_has_its_language():
    """Marks by words; direction from the story's language."""
    page = _page(FAIR, OLD)

    assert page.xpath("string(//strong)") == "Draft"
    assert page.xpath("//li[@lang='ar']/@dir") == ["rtl"]


def test_the_publication_names_the_page():
    """Its name is the title, else our words for it."""
    assert _page(publication="The Example").xpath("string(//title)") == "The Example"
    assert _page(language="en").xpath("string(//title)") == "Photo stories"


def test_facts_come_back_the_same():
    """What a release remembers is enough to print the page again."""
    facts = json.loads(json.dumps(FLOOD.facts()))
    assert facts == FLOOD.facts()
    assert msgspec.convert(facts, Listed) == FLOOD


def test_what_an_earlier_version_remembers_is_listed_too():
    """A release from before sections and feeds: its story is in lists and feeds all the same."""
    facts = {k: v for k, v in FLOOD.facts().items() if k not in ("section", "byline", "images")}
    old = msgspec.convert({**facts, "source": "stories/flood"}, Listed)
    made = site([old], HOUSE)

    assert check_site(made, [old], HOUSE) == ()
    assert b"flood/photographs/a.jpg" in made["rss.xml"]


def test_a_story_remembers_what_lists_show():
    made = full(house=HOUSE)
    made = replace(made, story=replace(made.story, extra={"section": "World"}))
    listed = Listed.of(made, plan(made))

    assert (listed.section, listed.byline) == ("World", "Ana Silva")
    assert listed.photographers == ("Ana Silva", "ليلى حداد")
    assert listed.images == tuple(each.largest.path for each in plan(made).pictures)


def test_a_long_list_has_pages_that_lead_to_each_other():
    """Every story once, newest first; no page more than is needed."""
    stories = _many(2 * PER_PAGE + 1)
    files = site(stories, House())
    assert sorted(files) == ["index.2.html", "index.3.html", "index.html"]
    trees = [
        html.document_fromstring(files[path].decode())
        for path in ("index.html", "index.2.html", "index.3.html")
    ]

    links = [link for tree in trees for link in tree.xpath("//ol/li//h2/a/@href")]
    assert links == [story.page for story in reversed(stories)]
    assert [tree.xpath("//a[@rel='prev']/@href") for tree in trees] == [
        [],
        ["index.html"],
        ["index.2.html"],
    ]
    assert trees[0].xpath("//a[@rel='next']/@href") == ["index.2.html"]
    assert trees[2].xpath("//a[@rel='next']/@href") == []
    assert len(site(_many(PER_PAGE), House())) == 1


def test_sections_and_photographers_have_lists_of_their_own():
    files = _files(FLOOD, FAIR, OLD)
    named = sorted(path for path in files if path.endswith(".html"))

    assert named == [
        "index.html",
        "photographer-ana-silva.html",
        f"{stem('photographer', 'Яна Ткач')}.html",
        "photographers.html",
        f"{stem('section', 'Мир')}.html",
        "section-world.html",
    ]
    ana = html.document_fromstring(files["photographer-ana-silva.html"].decode())
    assert ana.xpath("//ol/li//h2/a/@href") == ["fair/index.html", "flood/index.html"]
    assert ana.xpath("string(//h1)") == "Ana Silva"
    people = html.document_fromstring(files["photographers.html"].decode())
    assert people.xpath("//ul[@class='people']//a//text()") == ["Ana Silva", "Яна Ткач"]
    front = html.document_fromstring(files["index.html"].decode())
    assert front.xpath("//nav[@class='lists']//a/@href") == [
        "section-world.html",
        f"{stem('section', 'Мир')}.html",
        "photographers.html",
    ]


def test_search_engines_are_told_what_a_list_holds_and_of_no_draft():
    page = _page(FLOOD, FAIR)
    told = page.xpath("//meta[@name='description']/@content")
    assert told == ["The river came <at> night"]
    assert page.xpath("//meta[@property='og:title']/@content") == ["The Example"]
    assert page.xpath("//meta[@property='og:url']/@content") == ["https://example.org/"]
    assert not page.xpath("//meta[@name='robots']")
    long = _page(*_many(30)).xpath("//meta[@name='description']/@content")[0]
    assert 100 < len(long) <= 160
    assert long.startswith("Story 29 · Story 28 · ")


def test_a_list_of_drafts_alone_is_for_no_search_engine():
    page = _page(FAIR)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.xpath("//meta[@name='description']")


@pytest.mark.parametrize(
    ("one", "other"), [("Мир", "Спорт"), ("Jose", "José"), ("A-B", "A B"), ("x" * 50, "x" * 60)]
)
def test_two_names_never_share_a_file(one, other):
    assert stem("section", one) != stem("section", other)


def test_a_name_in_other_capitals_is_the_same_list():
    lists = arranged(
        [replace(FLOOD, section="World"), replace(OLD, section="WORLD", published="2020-01-01")],
        "en",
    )
    (world,) = lists.sections
    assert (world.name, [story.slug for story in world.stories]) == ("World", ["flood", "old"])


def test_no_list_lies_where_a_story_may_lie():
    """Stories are folders; what is ours at the root are files with a point in their names."""
    assert all("/" not in path and "." in path for path in _files(FLOOD, FAIR, OLD))


def test_a_site_without_address_has_lists_alone():
    assert {path.rpartition(".")[2] for path in site([FLOOD, OLD], House())} == {"html"}


def test_every_list_has_a_feed_and_its_page_names_it():
    """The whole site in every format, a section or a photographer as RSS."""
    files = _files(FLOOD, OLD)
    for start in ("", "section-world.", "photographer-ana-silva."):
        page = html.document_fromstring(files[f"{start or 'index.'}html"].decode())
        types = page.xpath("//link[@rel='alternate']/@type")
        told = dict(zip(types, page.xpath("//link[@rel='alternate']/@href"), strict=True))
        parts = {"application/rss+xml": f"{start}rss.xml"}
        whole = {"application/atom+xml": "atom.xml", "application/feed+json": "feed.json"}

        assert told == (parts if start else {**parts, **whole})
        assert set(told.values()) <= files.keys()


def test_a_feed_names_itself_and_shows_the_lead_with_its_credit():
    feed = etree.fromstring(_files(FLOOD)["section-world.rss.xml"])
    (item,) = feed.findall("channel/item")

    assert feed.findtext("channel/title") == "World – The Example"
    assert feed.findtext("channel/link") == "https://example.org/section-world.html"
    assert feed.find("channel/atom:link", SPACES).get("href") == (
        "https://example.org/section-world.rss.xml"
    )
    assert item.findtext("link") == "https://example.org/flood/"
    content = item.find("media:content", SPACES)
    assert content.get("url") == "https://example.org/flood/photographs/a-1600.jpg"
    assert content.findtext("media:credit", "", SPACES) == "Ana Silva/AP"


def test_no_draft_is_in_a_feed_or_a_sitemap():
    """A draft is listed for those who look at the site, and told to no machine."""
    files = _files(FLOOD, FAIR)
    told = [data for path, data in files.items() if not path.endswith(".html")]

    assert told
    assert not any(b"fair" in data for data in told)


def test_a_feed_has_the_newest_and_an_atom_feed_only_what_has_a_date():
    files = _files(*_many(40), OLD)
    titles = etree.fromstring(files["rss.xml"]).xpath("//item/title/text()")

    assert titles[0] == "Story 39"
    assert len(titles) == 30
    few = _files(FLOOD, OLD)
    assert len(json.loads(few["feed.json"])["items"]) == 2
    assert len(etree.fromstring(few["atom.xml"]).findall("atom:entry", SPACES)) == 1


def test_the_sitemap_names_every_photograph():
    tree = etree.fromstring(_files(FLOOD, OLD)["sitemap.xml"])
    urls = tree.findall("s:url", SPACES)

    assert [url.findtext("s:loc", "", SPACES) for url in urls] == [
        "https://example.org/old/",
        "https://example.org/flood/",
    ]
    assert urls[1].xpath("image:image/image:loc/text()", namespaces=SPACES) == [
        "https://example.org/flood/photographs/a-1600.jpg",
        "https://example.org/flood/photographs/b-1600.jpg",
    ]
    assert urls[1].findtext("s:lastmod", "", SPACES) == "2024-05-03"
    assert urls[0].find("s:lastmod", SPACES) is None


def test_a_site_of_one_story_has_a_sitemap_and_no_lists():
    made = site([FLOOD], HOUSE, alone=True)

    assert sorted(made) == ["robots.txt", "sitemap-news.xml", "sitemap.xml"]
    (loc, *_) = etree.fromstring(made["sitemap.xml"]).xpath("//s:loc/text()", namespaces=SPACES)
    assert loc == "https://example.org/"


def test_a_large_site_has_an_index_of_sitemaps_whose_old_files_stay():
    """A new story changes the last file and no other."""
    stories = _many(PER_FILE + 1)
    before, after = site(stories, HOUSE), site(_many(PER_FILE + 2), HOUSE)

    index = etree.fromstring(before["sitemap.xml"])
    assert index.xpath("//s:loc/text()", namespaces=SPACES) == [
        "https://example.org/sitemap.1.xml",
        "https://example.org/sitemap.2.xml",
    ]
    assert before["sitemap.1.xml"] == after["sitemap.1.xml"]
    assert before["sitemap.2.xml"] != after["sitemap.2.xml"]


def test_news_is_what_is_two_days_old_at_most():
    tree = etree.fromstring(_files(*_many(10))["sitemap-news.xml"])

    assert tree.xpath("//news:title/text()", namespaces=SPACES) == ["Story 9", "Story 8", "Story 7"]
    assert set(tree.xpath("//news:name/text()", namespaces=SPACES)) == {"The Example"}


@pytest.mark.parametrize(
    ("tag", "code"), [("en-GB", "en"), ("zh-Hant", "zh-tw"), ("zh", "zh-cn"), ("ar", "ar")]
)
def test_news_names_a_language_as_crawlers_know_it(tag, code):
    assert news_language(tag) == code


def test_crawlers_are_told_where_the_sitemap_is_on_a_host_of_its_own():
    assert _files(FLOOD)["robots.txt"].decode().split("\n") == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://example.org/sitemap.xml",
        "Sitemap: https://example.org/sitemap-news.xml",
        "",
    ]
    assert "robots.txt" not in _files(FLOOD, url="https://example.org/stories/")


def test_the_site_passes_its_own_check():
    for house in (HOUSE, House()):
        stories = [FLOOD, FAIR, OLD, *_many(70, section="World")]
        assert check_site(site(stories, house), stories, house) == ()


@pytest.mark.parametrize(
    "path", ["index.html", "section-world.html", "rss.xml", "section-world.rss.xml", "feed.json"]
)
def test_a_lost_credit_stops_the_site(path):
    made = dict(site([FLOOD, OLD], HOUSE))
    spoilt = made[path].replace(b"Ana Silva/AP", b"AP")
    assert spoilt != made[path]
    (complaint,) = check_site({**made, path: spoilt}, [FLOOD, OLD], HOUSE)

    assert "credit" in complaint
    assert path in complaint


def test_a_broken_link_or_feed_stops_the_site():
    made = dict(site([FLOOD, OLD], HOUSE))
    broken = made["index.html"].replace(b'"flood/index.html"', b'"flod/index.html"')
    for path, data in (("index.html", broken), ("rss.xml", b"<rss"), ("feed.json", b"{")):
        found = check_site({**made, path: data}, [FLOOD, OLD], HOUSE)
        assert any(path in complaint for complaint in found), path
    gone = {path: data for path, data in made.items() if path != "index.html"}
    assert any("index.html" in complaint for complaint in check_site(gone, [FLOOD, OLD], HOUSE))


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_an_attack_is_shown_as_its_letters(payload):
    """In every word of a story that lists show, and in the name of the publication."""
    hostile = replace(
        FLOOD,
        title=payload,
        kicker=payload,
        standfirst=payload,
        credit=payload,
        section=clean(payload).strip(),
        byline=payload,
        photographers=(payload,),
    )
    house = replace(HOUSE, publication=payload)
    made = site([hostile], house)
    calm = html.document_fromstring(site([FLOOD], HOUSE)["index.html"].decode())
    read = html.document_fromstring(made["index.html"].decode())

    assert check_site(made, [hostile], house) == ()
    assert not any(name.startswith("on") for each in read.iter() for name in each.attrib)
    assert {each.tag for each in read.iter()} <= {each.tag for each in calm.iter()} | {"strong"}
    for path, data in made.items():
        if path.endswith(".xml"):
            assert etree.fromstring(data) is not None
        elif path.endswith(".json"):
            assert json.loads(data)


def test_the_same_stories_make_the_same_site():
    """In whichever order they come."""
    stories = [FLOOD, FAIR, OLD, *_many(50)]
    assert site(stories, HOUSE) == site(stories[::-1], HOUSE)


def test_a_headline_from_the_story_is_the_title_of_its_entry():
    made = full(house=HOUSE)
    made = replace(made, story=replace(made.story, headline=Passage("Two & <three>")))
    listed = Listed.of(made, plan(made))
    (item,) = json.loads(site([listed], HOUSE)["feed.json"])["items"]

    assert item["title"] == "Two & <three>"
