"""Stories as JSON: every shape that is allowed is read, every other gets one sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutline.model import ReadError
from cutline.wire import read_story_json

STORY = {
    "kicker": "Photos",
    "headline": "Flood",
    "standfirst": "The river rose.",
    "published": "2025-03-01",
    "lang": "de",
    "body": ["First.", "Second."],
    "photos": [
        {
            "alt": "A boat",
            "caption": "A boat on the street.",
            "credit": "Ana Silva/Coast News",
            "meta": {
                "byline": ["Ana Silva", ""],
                "credit": "Coast News",
                "source": "Coast",
                "date_created": "2025-02-28",
                "instructions": "No sales",
                "usage_terms": "Editorial only",
                "copyright": "© Coast",
            },
        },
        {"alt": None, "caption": "Rain.", "credit": ""},
        {"alt": "", "caption": None},
    ],
    "territory": "DE",
    "commercial": True,
    "channels": ["web", "print"],
    "other": {"a": 1},
}


def read(text, name="stories.json"):
    return list(read_story_json(text, name))


def one(value):
    (item,) = read(json.dumps(value))
    return item


def test_words_of_a_story():
    """Headline, standfirst, date, language and body are the story's."""
    story = one(STORY).story

    assert (story.kicker.text, story.headline.text) == ("Photos", "Flood")
    assert (story.standfirst.text, story.published.text) == ("The river rose.", "2025-03-01")
    assert story.language == "de"
    assert [passage.text for passage in story.body] == ["First.", "Second."]


def test_placements_carry_their_words_and_no_place():
    """Null and missing alt texts are unknown, empty ones empty; nothing has a source."""
    placements = one(STORY).story.placements

    assert [p.alt and p.alt.text for p in placements] == ["A boat", None, ""]
    assert [p.caption.text for p in placements] == ["A boat on the street.", "Rain.", ""]
    assert [p.credit.text for p in placements] == ["Ana Silva/Coast News", "", ""]
    assert [p.lead for p in placements] == [True, False, False]
    assert all(p.span is None and p.caption.source is None for p in placements)


def test_meta_becomes_metadata_of_a_photograph():
    """Each key of ``meta`` is one IPTC property; without ``meta`` nothing is known."""
    photograph, *others = one(STORY).photographs

    assert others == [None, None]
    assert {name: field.value for name, field in photograph.metadata.fields.items()} == {
        "creatorNames": ("Ana Silva",),
        "creditLine": "Coast News",
        "source": "Coast",
        "dateCreated": "2025-02-28",
        "instructions": "No sales",
        "usageTerms": "Editorial only",
        "copyrightNotice": "© Coast",
    }
    assert {field.origin for field in photograph.metadata.fields.values()} == {"story"}


def test_empty_meta_sets_no_property():
    """An empty value is not a property that says nothing."""
    item = one({"photos": [{"meta": {"byline": [], "credit": ""}}]})

    assert item.photographs[0].metadata.fields == {}


def test_further_keys_are_kept():
    """Territory, commercial, channels and unknown keys are kept as text."""
    assert one(STORY).story.extra == {
        "territory": "DE",
        "commercial": "true",
        "channels": "web, print",
        "other": '{"a":1}',
    }


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('{"headline": "A"}', ["stories.json"]),
        ('{"id": "x", "headline": "A"}', ["x"]),
        ('{"id": 7, "kind": "k", "story": {"headline": "A"}}', ["7"]),
        (
            '\ufeff[{"headline": "A"}, {"id": "b", "story": {"photos": []}}]',
            ["stories.json[0]", "b"],
        ),
        ('{"headline": "A"}\r\n\r\n{"id": "b", "photos": []}\n', ["stories.json:1", "b"]),
        ('{\n"headline":\n"A"\n}', ["stories.json"]),
        ("[]", []),
    ],
)
def test_ways_of_writing_stories(text, ids):
    """One story, a list, one a line; bare or in a row."""
    assert [item.id for item in read(text)] == ids


def test_a_row_of_one_picture_is_a_story():
    """``photo`` with ``context`` is a story of one picture."""
    item = one({"id": "p", "lang": "de", "photo": {"caption": "C"}, "context": ["Near it."]})

    assert item.story.placements[0].caption.text == "C"
    assert [passage.text for passage in item.story.body] == ["Near it."]
    assert item.story.language == "de"


def test_line_separators_inside_text_do_not_end_a_line():
    """U+2028 and form feed are characters of a text, not ends of a row."""
    rows = '{"headline": "a\u2028b"}\n{"headline": "c"}'

    assert [item.story.headline.text for item in read(rows)] == ["a\u2028b", "c"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "x.json is empty"),
        ("nonsense", "x.json is not JSON"),
        ("[1]", "x.json, story 1: it is a number; it must be an object"),
        ('{"a": 1}', "it must be a story with one of the keys"),
        ('{"photos": {}}', "x.json: photos is an object; it must be a list"),
        ('{"photos": [[]]}', "photos[0] is a list; it must be an object"),
        ('{"headline": true}', "headline is true or false; it must be text"),
        ('{"body": [null, 3]}', "body[1] is a number; it must be text"),
        ('{"photos": [{"alt": 1}]}', "photos[0].alt is a number; it must be text"),
        ('{"photos": [{"meta": []}]}', "photos[0].meta is a list; it must be an object"),
        (
            '{"photos": [{"meta": {"byline": "A"}}]}',
            "photos[0].meta.byline is text; it must be a list",
        ),
        ('{"id": [], "photos": []}', "id is a list; it must be text"),
        ('{"story": "s"}', "story is text; it must be an object"),
        ("[" * 200_000, "nested too deeply"),
        ('{"headline": "\ud800"}', "half a character"),
        ('{"headline": 1e400}', "headline is a number; it must be text"),
        (
            '{"headline": "a"}\n{"photos": [{}, {}, {}, {"caption": 4}]}',
            "x.json, line 2: photos[3].caption is a number; it must be text",
        ),
        ('{"headline": "a"}\n{"headline": ', "x.json, line 2 is not JSON"),
    ],
)
def test_a_wrong_shape_gets_a_sentence(text, sentence):
    """The line and the key are named; nothing else is raised."""
    with pytest.raises(ReadError) as caught:
        read(text, "x.json")

    assert sentence in caught.value.message


def test_stories_before_a_bad_line_are_given():
    """A long file is read story by story."""
    items = read_story_json('{"headline": "a"}\n{"headline": 3}', "x")

    assert next(items).story.headline.text == "a"
    with pytest.raises(ReadError):
        next(items)


keys = st.sampled_from(
    [
        "id",
        "story",
        "photo",
        "photos",
        "body",
        "headline",
        "alt",
        "caption",
        "meta",
        "byline",
        "lang",
    ]
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)


@given(
    st.one_of(
        values.map(json.dumps),
        st.text(),
        st.lists(values, max_size=3).map(lambda rows: "\n".join(json.dumps(row) for row in rows)),
    )
)
def test_any_json_is_read_or_refused_in_words(text):
    """No shape of JSON, and no text, raises anything but ``ReadError``."""
    try:
        items = read(text)
    except ReadError:
        return
    assert all(len(item.photographs) == len(item.story.placements) for item in items)


@pytest.mark.shared
def test_the_ground_truth_is_read(shared):
    """Every row of the copy desk's sets is a story."""
    folder = shared / "copydesk"
    paths = [*sorted(folder.glob("stories/*.json")), folder / "seeded.jsonl"]
    paths += [folder / "controls.jsonl", folder / "wild_errors.jsonl"]
    for path in paths:
        text = path.read_text(encoding="utf-8")
        expected = text.count("\n") if path.suffix == ".jsonl" else 1
        items = read(text, path.name)
        assert len(items) in (expected, expected + 1)
        assert all(item.story.placements for item in items)
