"""What machines get of a story: valid, complete, and never without a credit."""

import json
import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from cutline.model import Correction, FocalPoint, House, Passage
from cutline.publish import plan
from cutline.publish.exports import TABLE, export, wanted
from cutline.publish.exports.check import check_exports, squeeze
from unit.publish.attacks import MARK, PAYLOADS
from unit.publish.editions import RIGHTS, edition, full, picture, printed

HOUSE = House(publication="The Harbour Post", url="https://p.example.org/")
NAMES = [each.path for each in TABLE]
SPACES = {
    "media": "http://search.yahoo.com/mrss/",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "n": "http://iptc.org/std/nar/2006-10-01/",
}
PARTIES = {"author", "creator", "credit", "contributor", "name"}
"""Elements of people and agencies: a credit may be read as none, one or several of them."""


def files(made):
    return {each.path: export(each, made, plan(made)) for each in wanted(made)}


def whole(**more):
    return replace(full(house=HOUSE, **more), folder="ferry/")


def hostile(payload):
    """An edition with the same words in every place."""
    words = Passage(payload)
    shot = picture(
        payload, caption=words, credit=payload, alt=payload, fields={"creatorNames": (payload,)}
    )
    made = edition(
        shot,
        shot,
        headline=words,
        house=replace(HOUSE, publication=payload),
        kicker=words,
        standfirst=words,
        published=Passage("2023-09-13"),
        byline=words,
    )
    return replace(made, story=replace(made.story, extra={"section": payload}))


def test_a_story_with_address_and_date_has_every_format():
    assert list(files(whole())) == NAMES
    assert plan(whole()).exports == tuple(NAMES)


def test_what_needs_an_address_is_left_out_without_one():
    made = full()
    assert list(files(made)) == ["embed.html", "story.json", "story.newsml.xml"]
    assert not any(b"https://cutline" in data for data in files(made).values())


def test_what_needs_a_date_is_left_out_without_one():
    made = edition(picture(), house=HOUSE)
    assert set(NAMES) - set(files(made)) == {"story.newsml.xml", "atom.xml"}


def test_a_draft_is_for_nobody():
    assert plan(edition(picture(), house=HOUSE, draft=True)).exports == ()


def test_the_same_edition_gives_the_same_bytes():
    assert files(whole()) == files(whole())


def test_what_was_made_passes_its_own_check():
    made = whole()
    assert check_exports(files(made), plan(made)) == ()


@pytest.mark.parametrize("path", NAMES)
def test_a_lost_credit_stops_the_publish(path):
    """In each format: one credit changed in the file is one complaint that names both."""
    made = whole()
    given = files(made)
    spoilt = given[path].replace("ليلى حداد/Example".encode(), b"Somebody/Example")
    assert spoilt != given[path]
    found = check_exports({**given, path: spoilt}, plan(made))

    assert found
    assert set(found) == {f"photograph 3: the credit is not in “{path}”"}


@pytest.mark.parametrize("path", NAMES)
def test_a_broken_file_stops_the_publish(path):
    made = whole()
    found = check_exports({**files(made), path: b"{<"}, plan(made))
    assert any(path in complaint for complaint in found)


def test_a_missing_file_stops_the_publish():
    made = whole()
    given = files(made)
    del given["story.json"]
    assert check_exports(given, plan(made)) == ("what machines get is not what was planned",)


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_an_attack_is_its_letters_in_every_format(payload):
    """No element, attribute or link comes of it; what a reader shows are the words."""
    made, calm = hostile(payload), hostile("x")
    given, benign = files(made), files(calm)

    assert check_exports(given, plan(made)) == ()
    for path in ("rss.xml", "atom.xml", "story.newsml.xml"):
        tree, quiet = etree.fromstring(given[path]), etree.fromstring(benign[path])
        assert _without(tree, PARTIES) == _without(quiet, PARTIES), path
    embed = html.document_fromstring(given["embed.html"].decode())
    plain = html.document_fromstring(benign["embed.html"].decode())
    assert [e.tag for e in embed.iter()] == [e.tag for e in plain.iter()]
    assert not any(name.startswith("on") for e in embed.iter() for name in e.attrib)
    for text in _fragments(given):
        tree = html.fromstring(text)
        assert {e.tag for e in tree.iter()} <= {"figure", "a", "img", "figcaption", "cite", "bdi"}
        assert {urlsplit(link).scheme for link in tree.xpath("//@href | //@src")} == {"https"}
        assert squeeze("".join(tree.xpath("//cite//text()"))) == squeeze(payload)
    frame = html.fromstring(json.loads(given["oembed.json"])["html"])
    assert frame.tag == "iframe"
    assert {*frame.keys()} == {"src", "width", "height", "title", "loading", "sandbox"}
    assert "allow-scripts" not in frame.get("sandbox")


def _without(tree, tags):
    return [e.tag for e in tree.iter() if etree.QName(e).localname not in tags]


def _fragments(given):
    rss, atom = etree.fromstring(given["rss.xml"]), etree.fromstring(given["atom.xml"])
    yield from rss.xpath("//content:encoded/text()", namespaces=SPACES)
    yield from atom.xpath("//atom:content/text()", namespaces=SPACES)
    yield from (item["content_html"] for item in json.loads(given["feed.json"])["items"])


def test_a_description_in_rss_is_escaped_words():
    """Readers take a description for HTML, so that a caption's brackets are escaped in it."""
    made = hostile(f"<b>{MARK}</b>")
    (first, _) = etree.fromstring(files(made)["rss.xml"]).xpath("//item/description/text()")
    assert html.fromstring(f"<p>{first}</p>").text == f"<b>{MARK}</b>"


def test_rss_is_what_readers_expect():
    """RSS 2.0.11: required elements, a name that is no address, dates with four-digit years."""
    tree = etree.fromstring(files(whole())["rss.xml"])
    channel = tree.find("channel")

    assert tree.get("version") == "2.0"
    assert channel.findtext("link") == "https://p.example.org/ferry/"
    assert channel.find("atom:link", SPACES).get("href") == "https://p.example.org/ferry/rss.xml"
    assert channel.findtext("lastBuildDate") == "Wed, 13 Sep 2023 00:00:00 -0000"
    items = channel.findall("item")
    assert [item.findtext("link") for item in items] == [
        f"https://p.example.org/ferry/#photo-{number}" for number in range(1, 7)
    ]
    guids = [item.find("guid") for item in items]
    assert {guid.get("isPermaLink") for guid in guids} == {"false"}
    assert len({guid.text for guid in guids}) == 6


def test_media_rss_says_who_made_and_who_delivered():
    tree = etree.fromstring(files(whole())["rss.xml"])
    content = tree.find("channel/item/media:content", SPACES)
    credits = [(each.get("role"), each.text) for each in content.findall("media:credit", SPACES)]

    assert credits == [
        (None, "Ana Silva/Example Photos"),
        ("photographer", "Ana Silva"),
        ("distribution company", "Example Photos"),
    ]
    assert content.findtext("media:copyright", "", SPACES) == "© 2023 Ana Silva"
    assert content.find("media:license", SPACES).get("href") == "https://example.org/terms"
    assert content.get("url") in {
        f"https://p.example.org/ferry/{each.path}" for each in plan(whole()).renditions()
    }


def test_atom_has_what_the_standard_requires():
    """RFC 4287, 4.1.1 and 4.1.2: id, title, updated, author; self and alternate."""
    feed = etree.fromstring(files(whole())["atom.xml"])
    links = {each.get("rel"): each.get("href") for each in feed.findall("atom:link", SPACES)}

    assert links == {
        "self": "https://p.example.org/ferry/atom.xml",
        "alternate": "https://p.example.org/ferry/",
    }
    assert feed.findtext("atom:author/atom:name", "", SPACES) == "The Harbour Post"
    for node in (feed, *feed.findall("atom:entry", SPACES)):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", node.findtext("atom:id", "", SPACES))
        assert node.findtext("atom:title", "", SPACES)
        assert node.findtext("atom:updated", "", SPACES) == "2023-09-13T00:00:00-00:00"
    entry = feed.find("atom:entry", SPACES)
    assert entry.findtext("atom:rights", "", SPACES) == "© 2023 Ana Silva"


def test_json_feed_has_what_the_standard_requires():
    """jsonfeed.org 1.1: version, title, items with ids as text; our own keys are marked."""
    feed = json.loads(files(whole())["feed.json"])

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://p.example.org/ferry/feed.json"
    assert len({item["id"] for item in feed["items"]}) == 6
    attached = feed["items"][0]["attachments"][0]
    assert feed["items"][0]["_credit"] == "Ana Silva/Example Photos"
    assert attached["mime_type"] == "image/jpeg"


def test_oembed_answers_with_a_frame():
    answer = json.loads(files(whole())["oembed.json"])

    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["provider_name"] == "The Harbour Post"
    assert "ليلى حداد/Example Photos" in answer["author_name"]
    assert {"thumbnail_url", "thumbnail_width", "thumbnail_height"} <= answer.keys()
    frame = html.fromstring(answer["html"])
    assert frame.get("src") == "https://p.example.org/ferry/embed.html"
    assert frame.get("title") == answer["title"]


def test_the_embeddable_view_is_small_and_runs_nothing():
    """No script, its own style by hash, every photograph with its words."""
    made = whole()
    text = files(made)["embed.html"]
    tree = html.document_fromstring(text.decode())

    assert len(text) < 8_000
    assert not tree.xpath("//script | //@style")
    assert len(tree.xpath("//figure//img[@alt][@width][@height]")) == len(made.pictures)
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//link[@rel='canonical']/@href") == ["https://p.example.org/ferry/"]
    planned = plan(made).paths()
    links = {link.partition("#")[0] for link in tree.xpath("//a/@href | //img/@src")}
    assert links <= set(planned)


def test_names_of_things_stay_when_words_change():
    """An identity is the place in the site and the original: never a caption or a headline."""
    old, new = whole(), replace(whole(), story=replace(whole().story, headline=Passage("Other")))
    assert _guids(old) == _guids(new)
    moved = replace(whole(), folder="boat/")
    assert not set(_guids(old)) & set(_guids(moved))


def test_a_photograph_placed_twice_is_two_entries():
    shot = picture()
    made = edition(shot, shot, house=HOUSE, published=Passage("2023-09-13"))
    assert len(set(_guids(made))) == 2


def _guids(made):
    return etree.fromstring(files(made)["rss.xml"]).xpath("//guid/text()")


def stories():
    """Stories of every kind: rights, focal points, several languages, times, hostile words."""
    yield whole()
    yield whole(language="ar")
    focal = picture(fields=RIGHTS, focal=FocalPoint(0.4, 0.3))
    yield edition(focal, house=HOUSE, published=Passage("2023-09-13T10:30:00+03:00"))
    yield edition(
        picture(credit="", alt="", decorative=True), published=Passage("2023-09-13T10:30")
    )
    yield edition(house=HOUSE, published=Passage("2023-09-13"))
    yield from map(hostile, PAYLOADS)


@pytest.mark.shared
def test_newsml_validates(newsml_schema):
    for made in stories():
        document = etree.fromstring(files(made)["story.newsml.xml"])
        newsml_schema.assertValid(document)


@pytest.mark.shared
def test_ninjs_validates(ninjs_validator):
    for made in stories():
        given = files(made)
        if "story.ninjs.json" in given:
            ninjs_validator.validate(json.loads(given["story.ninjs.json"]))


def test_ninjs_says_where_the_subject_is_in_each_rendition():
    made = edition(picture(size=(1500, 1000), focal=FocalPoint(0.4, 0.3)), house=HOUSE)
    (shot,) = json.loads(files(made)["story.ninjs.json"])["associations"]

    for each in shot["renditions"]:
        assert each["poi"] == {
            "x": round(0.4 * each["width"]),
            "y": round(0.3 * each["height"]),
        }


def test_what_pictures_keep_to_themselves_no_format_lets_out():
    """Instructions, contact data and the supplier's numbers stay on the desk."""
    secret = {
        "instructions": "call 555-0100 before use",
        "jobid": "JOB-4711",
        "creatorContactInfo": {"ciEmailWork": "ana@example.org"},
        "source": "Secret Source",
        "captionWriter": "XY",
    }
    made = edition(
        picture(fields={**RIGHTS, **secret}), house=HOUSE, published=Passage("2023-09-13")
    )
    for data in files(made).values():
        for word in (b"555-0100", b"4711", b"ana@example.org", b"Secret Source"):
            assert word not in data


def test_a_covered_photograph_is_shown_to_nobody_unasked():
    """Feeds give its words and its credit; the embeddable view covers it; no preview shows it."""
    covered = picture("grave.jpg", credit="Jo Park/Example Photos", sensitive="")
    made = edition(covered, picture(), house=HOUSE, published=Passage("2023-09-13"))
    given = files(made)
    first = plan(made).pictures[0]
    name = first.largest.path.rpartition("-")[0].encode()

    assert check_exports(given, plan(made)) == ()
    for path in ("rss.xml", "atom.xml", "feed.json", "oembed.json"):
        assert name not in given[path]
        assert b"Jo Park/Example Photos" in given[path]
    tree = html.document_fromstring(given["embed.html"].decode())
    (image,) = tree.xpath("//details[not(@open)]//img")
    assert image.get("src").startswith(name.decode())
    assert image.get("loading") == "lazy"


def test_a_corrected_story_has_a_later_time_and_a_higher_version():
    """The names stay, so that readers see the same thing changed."""
    old = whole()
    corrections = (Correction("2023-09-15", Passage("The boat is older.")),)
    story = replace(old.story, updated=Passage("2023-09-15T09:00+03:00"), corrections=corrections)
    new = replace(old, story=story)
    feed = etree.fromstring(files(new)["atom.xml"])
    item = json.loads(files(new)["story.ninjs.json"])
    package = etree.fromstring(files(new)["story.newsml.xml"]).find(".//n:packageItem", SPACES)

    assert feed.findtext("atom:updated", "", SPACES) == "2023-09-15T09:00:00+03:00"
    assert feed.findtext("atom:entry/atom:published", "", SPACES) == "2023-09-13T00:00:00-00:00"
    assert (item["version"], item["versionCreated"]) == ("3", "2023-09-15T09:00:00+03:00")
    assert package.get("version") == "3"
    assert _guids(new) == _guids(old)


def test_an_update_alone_is_another_version():
    """Else a desk that holds the first passes over the second."""
    old = whole()
    new = replace(old, story=replace(old.story, updated=Passage("2023-09-15T09:00+03:00")))
    versions = [json.loads(files(made)["story.ninjs.json"])["version"] for made in (old, new)]
    package = etree.fromstring(files(new)["story.newsml.xml"]).find(".//n:packageItem", SPACES)

    assert versions == ["1", "2"]
    assert package.get("version") == "2"


def test_a_correction_is_a_change_of_every_entry():
    """It may be of any caption, and readers fetch an entry again for a later time alone."""
    old = whole()
    corrections = (Correction("2023-09-15", Passage("The boat is older.")),)
    given = files(replace(old, story=replace(old.story, corrections=corrections)))
    entries = etree.fromstring(given["atom.xml"]).findall("atom:entry", SPACES)

    assert {each.findtext("atom:updated", "", SPACES) for each in entries} == {
        "2023-09-15T00:00:00-00:00"
    }
    assert all(
        each["date_modified"].startswith("2023-09-15")
        for each in json.loads(given["feed.json"])["items"]
    )


def test_entries_say_their_language_and_direction():
    """A reader mixes those of many sites; a caption in another language says so everywhere."""
    foreign = picture("port.jpg", caption="The port at dawn.", language="en")
    made = edition(
        picture(caption="وصلت القوارب."),
        foreign,
        language="ar",
        house=HOUSE,
        published=Passage("2023-09-13"),
    )
    given = files(made)
    entries = [html.fromstring(x["content_html"]) for x in json.loads(given["feed.json"])["items"]]
    view = html.document_fromstring(given["embed.html"].decode())

    assert {(each.get("lang"), each.get("dir")) for each in entries} == {("ar", "rtl")}
    for captions in (
        [entry.xpath(".//figcaption/bdi")[0] for entry in entries],
        view.xpath("//span[@class='caption']"),
    ):
        assert [(each.get("lang"), each.get("dir")) for each in captions] == [
            (None, None),
            ("en", "ltr"),
        ]
    message = etree.fromstring(given["story.newsml.xml"])
    told = message.findall(".//n:description[@role='drol:caption']", SPACES)
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [each.get(language) for each in told] == [None, "en"] * 2


def test_desks_are_told_which_photographs_are_sensitive():
    """Who takes the story over shows none unasked because nobody said so."""
    made = edition(
        picture("grave.jpg", sensitive="It shows a grave."),
        picture("night.jpg", sensitive=""),
        picture(),
        house=HOUSE,
        published=Passage("2023-09-13"),
    )
    given = files(made)
    pictures = json.loads(given["story.ninjs.json"])["associations"]
    items = etree.fromstring(given["story.newsml.xml"]).findall(".//n:newsItem", SPACES)
    expected = ["Sensitive photograph: It shows a grave.", "Sensitive photograph", ""]

    assert [each.get("edNote", "") for each in pictures] == expected
    assert [each.findtext("n:itemMeta/n:edNote", "", SPACES) for each in items] == ["", *expected]


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        ("2023-09-13T18:19:35.58", "2023-09-13T18:19:35"),
        ("2023-09-13T18:19:35+03:00", "2023-09-13T18:19:35+03:00"),
        ("2023-09-13", "2023-09-13"),
    ],
)
def test_no_zone_is_invented_for_the_hour_of_a_photograph(taken, told):
    """XML Schema reads ``-00:00`` as UTC, and so it is no word for “not known”."""
    made = edition(
        picture(fields={"dateCreated": taken}), house=HOUSE, published=Passage("2023-09-13")
    )
    message = etree.fromstring(files(made)["story.newsml.xml"])
    assert message.findtext(".//n:contentCreated", "", SPACES) == told


def test_a_change_at_no_time_counts_as_none():
    made = whole()
    made = replace(made, story=replace(made.story, updated=Passage("last week")))
    feed = etree.fromstring(files(made)["atom.xml"])
    assert feed.findtext("atom:updated", "", SPACES) == "2023-09-13T00:00:00-00:00"


def test_the_page_names_its_feeds_to_those_who_look_there():
    """The feed of the site, then the story's own, and oEmbed; a draft names none."""
    page = html.document_fromstring(printed(whole()))
    found = page.xpath("//link[@rel='alternate'][@type]")

    assert [(each.get("type"), each.get("href")) for each in found] == [
        ("application/rss+xml", "https://p.example.org/rss.xml"),
        ("application/json+oembed", "https://p.example.org/ferry/oembed.json"),
        ("application/rss+xml", "https://p.example.org/ferry/rss.xml"),
        ("application/atom+xml", "https://p.example.org/ferry/atom.xml"),
        ("application/feed+json", "https://p.example.org/ferry/feed.json"),
    ]
    for none in (full(), full(house=HOUSE, draft=True)):
        assert not html.document_fromstring(printed(none)).xpath("//link[@rel='alternate'][@type]")
