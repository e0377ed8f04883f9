"""What is exported comes back: our own readers, and others', find words, credits and files."""

import json

import pytest

from cutline.publish import plan
from cutline.wire import read_story_json
from cutline.wire.newsml import read_newsml
from cutline.wire.ninjs import read_ninjs
from unit.publish.test_exports import files, whole


@pytest.mark.parametrize(
    ("name", "reader"), [("story.ninjs.json", read_ninjs), ("story.newsml.xml", read_newsml)]
)
def test_an_agency_format_is_read_back(name, reader):
    """Headline, standfirst, writer, date; and of each photograph words, maker, rights, file."""
    made = whole()
    read = reader(files(made)[name], name, "en")
    story = read.story
    home = "https://p.example.org/ferry/"

    assert story.headline.text == made.story.headline.text
    assert story.standfirst.text == made.story.standfirst.text
    assert (story.byline.text, story.published.text) == ("Ana Silva", "2023-09-13")
    assert "The ferry has run since 1931." in [passage.text for passage in story.body]
    pictures = plan(made).pictures
    assert [each.target for each in story.placements] == [
        home + each.largest.path for each in pictures
    ]
    for printed, photograph in zip(pictures, read.photographs, strict=True):
        metadata, picture = photograph.metadata, printed.picture
        assert metadata.text("creditLine") == picture.credit
        assert metadata.text("description") == picture.caption.text
        assert metadata.text("altTextAccessibility") == picture.alt
    first = read.photographs[0].metadata
    assert first.texts("creatorNames") == ("Ana Silva",)
    assert first.text("copyrightNotice") == "© 2023 Ana Silva"
    assert first.text("digitalSourceType").endswith("/digitalCapture")


def test_story_json_is_read_back():
    """Every word of the page, in the page's order; an alt text empty on purpose is not known."""
    made = whole()
    (item,) = read_story_json(files(made)["story.json"].decode(), "story.json")
    pictures = [each.picture for each in plan(made).pictures]

    assert item.story.headline.text == made.story.headline.text
    assert item.story.language == "en"
    assert [p.text for p in item.story.body] == [p.text for p in made.story.body]
    for placement, picture in zip(item.story.placements, pictures, strict=True):
        assert placement.caption.text == picture.caption.text
        assert placement.credit.text == picture.credit
        alt = None if placement.alt is None else placement.alt.text
        assert alt == (None if picture.placement.decorative else picture.alt)
    assert item.photographs[0].metadata.texts("creatorNames") == ("Ana Silva",)


def test_story_json_has_the_keys_of_its_shape_and_no_more():
    value = json.loads(files(whole())["story.json"])

    assert list(value) == [
        "kicker",
        "headline",
        "standfirst",
        "published",
        "lang",
        "byline",
        "body",
        "photos",
    ]
    assert set(value["photos"][0]) == {"alt", "caption", "credit", "meta"}
