"""Changing many words of a story: all of them, by reading it back a few times."""

import pytest

from cutline.model import Edit, Place, Span
from cutline.story import apply, parse, source_edit, source_edits, write

PHOTOGRAPH = "![Two  men wait](a.jpg)\nTwo  men wait, *one  of them* tired. [Ana Silva/AP]\n\n"


def doubled(story):
    """An edit for each double space of alt and caption."""
    for number, placement in enumerate(story.placements):
        for field, words in (("alt", placement.alt.text), ("caption", placement.caption.text)):
            at = words.find("  ")
            while at >= 0:
                yield Edit(Place(number, field, Span(at, at + 2)), " ")
                at = words.find("  ", at + 2)


@pytest.fixture
def readings(monkeypatch):
    counted = []
    monkeypatch.setattr(write, "parse", lambda text: counted.append(1) or parse(text))
    return counted


def test_many_plain_edits_are_tried_at_once(readings):
    source = PHOTOGRAPH * 40
    story = parse(source).story
    ways = source_edits(source, story, tuple(doubled(story)))

    assert apply(source, ways) == source.replace("  ", " ")
    assert len(readings) == 1


def test_one_that_needs_another_way_costs_little_and_spoils_nothing(readings):
    source = PHOTOGRAPH * 64
    story = parse(source).story
    odd = Edit(Place(20, "alt", Span(0, 3)), "[Two]*")
    edits = (*doubled(story), odd)
    mended = parse(apply(source, source_edits(source, story, edits))).story

    assert mended.placements[20].alt.text == "[Two]* men wait"
    assert all("  " not in each.caption.text for each in mended.placements)
    assert len(readings) < 30


def test_what_cannot_be_written_is_left_out_alone():
    source = PHOTOGRAPH * 3
    story = parse(source).story
    nowhere = Edit(Place(9, "alt", Span(0, 1)), "x")
    beyond = Edit(Place(0, "alt", Span(90, 91)), "x")
    edits = (nowhere, *doubled(story), beyond)

    assert apply(source, source_edits(source, story, edits)) == source.replace("  ", " ")


@pytest.mark.parametrize("text", ["x", "*", "[x](y)", "\\", "a\nb", "<!-- c -->", ""])
def test_one_edit_is_written_as_by_itself(text):
    source = PHOTOGRAPH
    story = parse(source).story
    edit = Edit(Place(0, "caption", Span(0, 3)), text)
    way = source_edit(source, story, edit)

    assert source_edits(source, story, (edit,)) == (() if way is None else (way,))
