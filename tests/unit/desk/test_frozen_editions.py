"""What ran can be printed again from its record, byte for byte, whatever its file says by then."""

import json
from dataclasses import fields, replace

import pytest

from cutline import store
from cutline.desk import Desk
from cutline.desk.frozen import freeze, mark, thaw, without
from cutline.model import (
    Block,
    Correction,
    Edition,
    Field,
    FocalPoint,
    House,
    LangText,
    Metadata,
    Passage,
    Photograph,
    Picture,
    Placement,
    ReadError,
    Run,
    Size,
    Span,
    Story,
)
from cutline.publish import page, plan
from unit.desk.desks import cutline, desk


def picture(number: int, **said: object) -> Picture:
    metadata = Metadata(
        {
            "creatorNames": Field(("Ana Silva",), "xmp", {"iim": ("A. Silva",)}),
            "description": Field(LangText({"x-default": "A ferry.", "de": "Eine Fähre."}), "xmp"),
            "licensors": Field(({"licensorUrl": "https://example.org/licence"},), "xmp"),
        }
    )
    photograph = Photograph(
        f"{number:x}" * 64,
        f"{number}.jpg",
        "jpeg",
        Size(1800, 1200),
        metadata=metadata,
        capture={"serial": "4711"},
    )
    words = Passage("The *ferry*.", (Run("The "), Run("ferry", emphasis=True), Run(".")))
    placement = Placement(f"{number}.jpg", Passage("A ferry"), words, **said)
    return Picture(photograph, placement, "A ferry", words, "Ana Silva/Harbour")


def edition() -> Edition:
    pictures = (picture(1, lead=True), picture(2, focal=FocalPoint(0.2, 0.4)), picture(3))
    one, two, three = (each.placement for each in pictures)
    quote = Block("quote", children=(Block("paragraph", Passage("She said so.")),), span=Span(1, 9))
    story = Story(
        headline=Passage("The last ferry", pieces=((0, Span(10, 24)),), source=Span(10, 24)),
        language="en",
        blocks=(one, Block("paragraph", Passage("It runs.")), two, quote, three),
        extra={"source": "a key of somebody's own"},
    )
    return Edition("ferry", story, pictures, House(), folder="ferry/")


def test_an_edition_comes_back_from_json_and_prints_the_same_page():
    whole = edition()
    values = json.loads(json.dumps(freeze(whole)))
    thawed = thaw(values, whole.house)

    assert page(thawed, plan(thawed), {}) == page(whole, plan(whole), {})
    assert plan(thawed).paths() == plan(whole).paths()
    assert freeze(thawed) == values
    assert thawed.story.extra == whole.story.extra


def test_the_mark_depends_on_what_is_printed_alone():
    """Words that moved in their source are the same words; another word is another edition."""
    whole = edition()
    moved = replace(whole, story=replace(whole.story, headline=Passage("The last ferry")))
    changed = replace(whole, story=replace(whole.story, headline=Passage("The first ferry")))

    assert mark(freeze(whole)) == mark(freeze(moved))
    assert mark(freeze(whole)) != mark(freeze(changed))


def test_every_word_of_a_story_is_kept():
    """A new member of a story must be frozen, too; what only the desk needs is not."""
    said = Passage("Said.")
    words = {"kicker", "headline", "standfirst", "published", "byline", "updated"}
    story = Story(
        **dict.fromkeys(words, said),
        corrections=(Correction("2024-05-03", said),),
        translations=(("de", "faehre"),),
        extra={"section": "Sea"},
    )
    thawed = thaw(freeze(Edition("ferry", story, (), House())), House()).story
    members = {each.name for each in fields(Story)} - {"allowances"}

    assert {name: getattr(thawed, name) for name in members} == {
        name: getattr(story, name) for name in members
    }
    assert members == {*words, "language", "blocks", "extra", "corrections", "translations"}


def test_nothing_of_the_camera_and_no_path_is_kept():
    text = json.dumps(freeze(edition()))

    assert "4711" not in text
    assert "A. Silva" not in text
    assert '"target": ""' in text
    assert '"target": "1.jpg"' not in text


def test_a_photograph_is_taken_out_with_its_placement():
    left = without(edition(), frozenset(("1" * 64,)))

    assert [each.photograph.name for each in left.pictures] == ["2.jpg", "3.jpg"]
    assert left.story.placements == tuple(each.placement for each in left.pictures)
    assert [type(block) for block in left.story.blocks] == [Block, Placement, Block, Placement]
    assert b"1" * 12 not in page(left, plan(left), {})


@pytest.mark.parametrize("wrong", [None, [], {}, {"slug": "ferry"}])
def test_what_is_no_edition_is_refused(wrong):
    with pytest.raises(ReadError, match="record of an edition"):
        thaw(wrong, House())


def test_a_record_with_a_photograph_too_few_is_refused():
    values = freeze(edition())
    values["pictures"] = values["pictures"][:1]
    with pytest.raises(ReadError, match="record of an edition"):
        thaw(values, House())


def test_a_release_knows_the_edition_that_it_was_made_from(tmp_path):
    """The record of what ran holds it whole, and where each original lies in the desk."""
    made = desk(tmp_path / "desk")
    assert cutline("publish", made / "stories" / "ferry", "--draft").exit_code == 0
    places = store.of_desk(made)
    facts = store.current(places).facts["stories"]["ferry"]
    record = json.loads(next(store.records(places, "ferry")))

    assert facts["edition"] == mark(record["edition"])
    assert facts["photographs"] == sorted(each["sha256"] for each in record["usages"])
    assert [each["path"] for each in record["usages"]] == ["photographs/1.jpg", "photographs/2.jpg"]
    again = Desk().publish(
        made / "stories" / "ferry",
        None,
        Desk.terms((), (), (), draft=True, skip_unreadable=False),
    )
    assert not again.changed
