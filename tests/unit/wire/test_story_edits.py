"""Mending stories in JSON: words change, every other character of the document stays."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutline.model import Edit, Place, Span
from cutline.wire import story_rows, with_rows
from cutline.wire.story_edits import with_edits


def edit(photo, field, start, end, text):
    return Edit(Place(photo, field, Span(start, end)), text)


def put(text, *edits):
    return with_edits(text, json.loads(text), edits)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '{"n":1.10,"big":12345678901234567890123,"e":1E5,"headline":"a  b"}',
            '{"n":1.10,"big":12345678901234567890123,"e":1E5,"headline":"a b"}',
        ),
        (
            '{"headline":"old","x":1,"x":2,"headline":"a  b" }',
            '{"headline":"old","x":1,"x":2,"headline":"a b" }',
        ),
        (
            '{ "z" : [ {"headline":"a  b"} ], "headl\\u0069ne" :\r\n"a  b"}\r\n',
            '{ "z" : [ {"headline":"a  b"} ], "headl\\u0069ne" :\r\n"a b"}\r\n',
        ),
    ],
)
def test_numbers_order_and_keys_that_stand_twice_stay(before, after):
    assert put(before, edit(None, "headline", 1, 3, " ")) == after


def test_characters_are_counted_as_they_read_and_kept_as_they_are_escaped():
    before = r'{"headline":"\ud83d\ude00\u00e9\/\n\"a  b\u00e9"}'

    assert json.loads(before)["headline"][6:8] == "  "
    after = put(before, edit(None, "headline", 6, 8, " “"))
    assert after == r'{"headline":"\ud83d\ude00\u00e9\/\n\"a \u201cb\u00e9"}'


@pytest.mark.parametrize(
    ("row", "photo", "field"),
    [
        ({"story": {"photos": [{}, {"alt": "a  b"}]}}, 1, "alt"),
        ({"photos": [{"credit": "a  b", "alt": "x"}]}, 0, "credit"),
        ({"photo": {"caption": "a  b"}, "context": []}, 0, "caption"),
        ({"photo": {}, "context": ["", "a  b"]}, None, "body[1]"),
        ({"story": {"body": ["a  b", "a c"]}}, None, "body[0]"),
        ({"kicker": "a  b"}, None, "kicker"),
    ],
)
def test_every_field_of_every_shape_is_found(row, photo, field):
    text = json.dumps(row)

    assert put(text, edit(photo, field, 1, 3, " ")) == text.replace("a  b", "a b")


@pytest.mark.parametrize(
    "row",
    [{}, {"headline": None}, {"headline": 3}, {"story": {"kicker": "a  b"}}, {"photos": []}, []],
)
def test_an_edit_of_what_is_not_there_is_left_out(row):
    text = json.dumps(row)

    assert put(text, edit(None, "headline", 1, 3, " "), edit(0, "alt", 0, 1, "x")) == text


words = st.text(max_size=12)


@given(words, words, words, st.booleans(), st.integers(0, 2))
def test_what_is_edited_reads_back_as_the_edited_words(before, within, after, ascii_only, indent):
    story = {"x": [1, {"headline": "no"}], "headline": before + within + after, "y": {}}
    text = json.dumps(story, ensure_ascii=ascii_only, indent=indent or None)
    at = len(before)
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    mended = put(text, edit(None, "headline", at, at + len(within), "“é”"))

    assert json.loads(mended) == {**story, "headline": f"{before}“é”{after}"}


@pytest.mark.parametrize(
    "text",
    [
        ' [ {"headline":"a"} ,\n\n {"headline":"a"}]\n ',
        '{"headline":"a"}\r\n\r\n{"headline":"a"}',
        '\n{"headline":\n"a"}',
        '\n{"headline":"a","n":1e400}\n',
    ],
)
def test_what_stands_between_stories_stays(text):
    rows = list(story_rows(text, "s.json"))

    assert with_rows(text, rows, rows) == text
    assert all(row.item().story.headline.text == "a" for row in rows)
    after = [row.with_edits([edit(None, "headline", 0, 1, "bb")]) for row in rows]
    assert with_rows(text, rows, after) == text.replace('"a"', '"bb"')
