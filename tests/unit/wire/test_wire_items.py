"""ninjs and NewsML-G2: one picture, a text with pictures, and what is neither."""

import json

import pytest

from cutline.model import ReadError
from cutline.wire.newsml import read_newsml
from cutline.wire.ninjs import is_ninjs, read_ninjs
from cutline.wire.received import Received

CAPTION = "Neighbours bring the last animals over the old bridge, 3 May 2024."
PICTURE_3 = {
    "uri": "urn:example:1",
    "type": "picture",
    "language": "en",
    "versionCreated": "2024-05-03T10:00:00Z",
    "by": "Ana Silva",
    "headlines": [{"role": "main", "value": "Flood"}],
    "descriptions": [
        {"role": "caption", "value": CAPTION},
        {"role": "altText", "value": "Two women carry a dog"},
    ],
    "infoSources": [{"role": "credit", "name": "Example Press"}, {"role": "source", "name": "EP"}],
    "copyrightNotice": "© 2024 Ana Silva",
    "usageTerms": "Editorial use only",
    "edNote": "FRANCE OUT",
    "embargoedUntil": "2024-05-04T06:00:00Z",
    "pubStatus": "usable",
    "renditions": [
        {"name": "thumb", "href": "https://example.org/t.jpg", "width": 100},
        {"name": "main", "href": "https://example.org/m.jpg", "width": 4000},
    ],
}
PICTURE_2 = {
    "uri": "urn:example:1",
    "type": "picture",
    "byline": "Ana Silva",
    "headlines": [{"value": "Flood"}],
    "descriptions": [{"role": "caption", "value": CAPTION}],
    "ednote": "FRANCE OUT",
    "usageterms": "Editorial use only",
    "pubstatus": "usable",
    "renditions": [{"name": "main", "href": "https://example.org/m.jpg"}],
}
PICTURE_1 = {
    "uri": "urn:example:1",
    "type": "picture",
    "byline": "Ana Silva",
    "headline": "Flood",
    "description_text": CAPTION,
    "ednote": "FRANCE OUT",
    "usageterms": "Editorial use only",
    "renditions": {"main": {"href": "https://example.org/m.jpg"}},
}


def ninjs(item: object) -> Received:
    return read_ninjs(json.dumps(item).encode(), "“i.json”", "en")


def newsml(text: str) -> Received:
    return read_newsml(text.encode(), "“i.xml”", "en")


@pytest.mark.parametrize("item", [PICTURE_1, PICTURE_2, PICTURE_3], ids=["1", "2", "3"])
def test_a_picture_of_each_generation(item):
    """What the item says is the photograph's metadata, each property from its own place."""
    received = ninjs(item)
    (placement,), (photograph,) = received.story.placements, received.photographs

    assert placement.target == "https://example.org/m.jpg"
    assert photograph.metadata.texts("creatorNames") == ("Ana Silva",)
    assert photograph.metadata.text("description") == CAPTION
    assert photograph.metadata.text("usageTerms") == "Editorial use only"
    assert photograph.metadata.text("instructions").startswith("FRANCE OUT")
    assert received.story.headline.text == "Flood"


def test_all_of_a_picture():
    """Credit and source are apart, and an embargo is said in the instructions."""
    (photograph,) = ninjs(PICTURE_3).photographs
    said = {name: entry.value for name, entry in photograph.metadata.fields.items()}

    assert said["creditLine"] == "Example Press"
    assert said["source"] == "EP"
    assert said["copyrightNotice"] == "© 2024 Ana Silva"
    assert said["altTextAccessibility"] == "Two women carry a dog"
    assert said["instructions"] == "FRANCE OUT\nEMBARGOED UNTIL 2024-05-04T06:00:00Z"


@pytest.mark.parametrize(
    ("status", "words"),
    [("usable", ""), ("withheld", "EMBARGOED UNTIL FURTHER NOTICE"), ("canceled", "KILL")],
)
def test_the_status_is_said_in_the_instructions(status, words):
    """A withdrawn picture must not pass because its status is a field of its own."""
    item = {**PICTURE_2, "ednote": "", "pubstatus": status}
    (photograph,) = ninjs(item).photographs

    assert photograph.metadata.text("instructions").startswith(words)
    assert bool(photograph.metadata.text("instructions")) == bool(words)


@pytest.mark.parametrize("shape", [list, dict])
def test_a_text_with_pictures(shape):
    """Associations in order, as lists and as maps; what is no picture is told."""
    inside = [PICTURE_3, {"uri": "urn:example:2", "type": "video"}, {**PICTURE_2, "byline": "B"}]
    parts = inside if shape is list else {f"p{n}": part for n, part in enumerate(inside)}
    body = "<p>The water came.</p><p>It went.</p>"
    item = {"uri": "u", "type": "text", "headline": "A flood", "body_html": body}
    received = ninjs({**item, "associations": parts})

    assert received.story.headline.text == "A flood"
    assert [passage.text for passage in received.story.body] == ["The water came.", "It went."]
    assert [each.metadata.texts("creatorNames") for each in received.photographs] == [
        ("Ana Silva",),
        ("B",),
    ]
    assert any("video" in note for note in received.notes)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"pubstatus": "canceled"}, "KILL"),
        ({"pubstatus": "withheld"}, "EMBARGOED UNTIL FURTHER NOTICE"),
        ({"embargoed": "2030-01-01T00:00:00Z"}, "EMBARGOED UNTIL 2030-01-01T00:00:00Z"),
    ],
)
def test_what_holds_for_a_text_holds_for_its_pictures(more, words):
    """A withdrawn or embargoed package must not pass because its pictures say nothing of it."""
    picture = {**PICTURE_2, "ednote": "FRANCE OUT"}
    item = {"uri": "u", "type": "text", "body_html": "<p>The water came.</p>", **more}
    received = ninjs({**item, "associations": {"a": picture}})
    (photograph,) = received.photographs

    said = photograph.metadata.text("instructions")
    assert said.startswith(f"FRANCE OUT\n{words}")
    assert any(words in note for note in received.notes)


def test_a_note_to_desks_is_told():
    """A text has no field for it."""
    item = {"uri": "u", "type": "text", "body_html": "<p>It went.</p>", "ednote": "ADDS picture"}
    received = ninjs({**item, "usageterms": "No use in France"})

    assert any("ADDS picture · No use in France" in note for note in received.notes)


def test_what_is_ninjs():
    """A story in JSON of our own is none."""
    assert is_ninjs(json.dumps(PICTURE_1).encode())
    assert is_ninjs(json.dumps([PICTURE_3]).encode())
    assert not is_ninjs(json.dumps({"headline": "A", "photos": [], "uri": "x"}).encode())
    assert not is_ninjs(b"{")


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b'[{"uri": "x", "headlines": []}]', b'"a"', b'{"uri": "x"}', b"[" * 10_000],
)
def test_ninjs_that_cannot_be_read_is_one_sentence(raw):
    """A sentence that names the file."""
    with pytest.raises(ReadError, match=r"“i\.json”"):
        read_ninjs(raw, "“i.json”", "en")


ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:example.org,2024:{guid}" version="1"
 xml:lang="en">
 <rightsInfo><copyrightHolder literal="EP"/><copyrightNotice>© 2024 Ana Silva</copyrightNotice>
  <usageTerms>Editorial use only</usageTerms></rightsInfo>
 <itemMeta><itemClass qcode="ninat:picture"/><versionCreated>2024-05-03T10:00:00Z</versionCreated>
  <embargoed>2024-05-04T06:00:00Z</embargoed><pubStatus qcode="stat:usable"/>
  <edNote>FRANCE OUT</edNote></itemMeta>
 <contentMeta><contentCreated>2024-05-03</contentCreated><infoSource><name>EP</name></infoSource>
  <creator role="crol:photographer"><name>Ana Silva</name></creator>
  <creditline>Example Press</creditline><headline>Flood</headline>
  <description role="drol:summary">A flood.</description>
  <description role="drol:caption">Neighbours bring the last
    animals over the old bridge.</description>
  <description roleuri="https://example.org/role/altText">Two women carry a dog</description>
 </contentMeta>
 <contentSet><remoteContent rendition="rnd:thumb" href="https://example.org/t.jpg" width="9000"/>
  <remoteContent rendition="rnd:highRes" href="https://example.org/h.jpg" width="4000"/>
 </contentSet>
</newsItem>"""
TEXT = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="t"><itemMeta>
 <itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>A flood</headline></contentMeta>
 <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The water came.</p>
 </body></html></inlineXML></contentSet></newsItem>"""
PACKAGE = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}
 <packageItem guid="p"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta>
 <groupSet root="g"><group id="g"><groupRef idref="h"/></group><group id="h">
 <itemRef residref="tag:example.org,2024:2"/><itemRef residref="t"/>
 <itemRef residref="tag:example.org,2024:1"/><itemRef residref="away"><itemClass
  qcode="ninat:picture"/><title>Elsewhere</title></itemRef></group></groupSet></packageItem>
 </itemSet></newsMessage>"""


def without_declaration(guid: int) -> str:
    return ITEM.partition("?>")[2].replace("{guid}", str(guid)).replace("Ana Silva", f"A{guid}")


def test_a_picture_item():
    """Every field that a desk needs, in the standard's properties."""
    received = newsml(ITEM.replace("{guid}", "1"))
    (placement,), (photograph,) = received.story.placements, received.photographs

    assert placement.target == "https://example.org/h.jpg"
    assert {name: entry.value for name, entry in photograph.metadata.fields.items()} == {
        "creatorNames": ("Ana Silva",),
        "creditLine": "Example Press",
        "source": "EP",
        "copyrightNotice": "© 2024 Ana Silva",
        "usageTerms": "Editorial use only",
        "instructions": "FRANCE OUT\nEMBARGOED UNTIL 2024-05-04T06:00:00Z",
        "dateCreated": "2024-05-03",
        "headline": "Flood",
        "description": "Neighbours bring the last animals over the old bridge.",
        "altTextAccessibility": "Two women carry a dog",
    }


def test_a_package_in_its_order():
    """Groups settle the order; what is only named is told, and stands where it is named."""
    items = without_declaration(1) + TEXT + without_declaration(2)
    received = newsml(PACKAGE.replace("{items}", items))

    creators = [each.metadata.text("creatorNames") for each in received.photographs]
    assert creators == ["A2", "A1", ""]
    assert received.story.headline.text == "A flood"
    assert [passage.text for passage in received.story.body] == ["The water came."]
    assert any("only named" in note for note in received.notes)


def test_what_holds_for_a_package_holds_for_its_pictures():
    """A signal to kill, and an embargo, of the package itself; its note is told."""
    item_class = '<itemClass qcode="ninat:composite"/>'
    more = '<embargoed>2030</embargoed><edNote>HOLD</edNote><signal qcode="sig:kill"/>'
    package = PACKAGE.replace(item_class, item_class + more)
    received = newsml(package.replace("{items}", without_declaration(1) + without_declaration(2)))

    for photograph in received.photographs:
        assert "KILL" in photograph.metadata.text("instructions")
        assert "EMBARGOED UNTIL 2030" in photograph.metadata.text("instructions")
    assert any("HOLD" in note for note in received.notes)


BOMB = '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><newsItem>&c;</newsItem>'
FILE = '<!DOCTYPE a [<!ENTITY b SYSTEM "secret.txt">]><newsItem>&b;</newsItem>'


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        FILE,
        "<newsItem>",
        "<newsItem/>",
        "<nitf><body/></nitf>",
        "<NewsML/>",
        "<a/>",
        "<a>" * 500,
        "no XML",
    ],
)
def test_newsml_that_cannot_be_read_is_one_sentence(text):
    """Document types are refused, other formats named."""
    with pytest.raises(ReadError, match=r"“i\.xml”"):
        newsml(text)


def test_a_document_type_in_another_encoding_is_refused_as_well():
    """UTF-16 hides it from a search for its bytes."""
    with pytest.raises(ReadError, match="document type"):
        read_newsml(f"\ufeff{BOMB}".encode("utf-16-le"), "“i.xml”", "en")
