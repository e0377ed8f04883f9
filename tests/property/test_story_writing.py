"""What is written into a story reads back as the same words, and the rest stays."""

import re

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cutline.model import Edit, Place, Span
from cutline.story import Draft, DraftPhotograph, DraftText, apply, compose, parse, source_edit

SIGNS = r"""\`*_[]<>&!{}#+-=~|:.)(1 9"'ab é…„“—/%@$^,;?"""
awkward = st.text(alphabet=st.sampled_from(list(SIGNS)), max_size=30)
usual = st.text(
    alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30
)
snippets = st.lists(
    st.sampled_from(
        ["<!--", "-->", "![a](b)", "[x](y)", "&amp;", "1. ", "- ", "---", "*", " ", "a"]
    ),
    max_size=8,
).map("".join)
words = st.one_of(awkward, usual, snippets)
lines = st.lists(words, max_size=3).map("\n".join)
names = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\\:/"), min_size=1
).filter(lambda name: name.strip() and name == name.strip())


def as_lines(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


def in_one_line(text: str) -> str:
    return re.sub(r"\r\n?|\n", " ", text)


photographs = st.builds(DraftPhotograph, names, words, lines, words)


@settings(max_examples=300)
@given(st.lists(photographs, max_size=3), words, words)
@example([DraftPhotograph("a.jpg", "> a", "# b\n> c\n1. d\n- e", "= f")], "# g", "> h")
def test_a_draft_reads_back_as_its_words(drafted, headline, standfirst):
    """Every alt text, caption and credit line given to ``compose`` comes back from ``parse``."""
    source = compose(Draft(tuple(drafted), headline=headline, standfirst=standfirst))

    story = parse(source).story

    assert story.headline.text == headline.strip()
    assert story.standfirst.text == standfirst.strip()
    assert len(story.placements) == len(drafted) == len(story.blocks)
    for placement, draft in zip(story.placements, drafted, strict=True):
        assert placement.target == draft.target
        assert placement.alt.text == in_one_line(draft.alt.strip())
        assert placement.caption.text == as_lines(draft.caption.strip())
        assert placement.credit.text == in_one_line(draft.credit.strip())


texts = st.builds(
    DraftText,
    words.filter(lambda text: text.strip()),
    st.sampled_from(["paragraph", "heading", "quote", "item"]),
    st.integers(2, 6),
)
away = st.builds(DraftPhotograph, names, st.one_of(st.none(), words), lines, words, usual)


def on_page(text: str) -> str:
    return in_one_line(text.strip())


@settings(max_examples=300)
@given(st.lists(st.one_of(texts, away), max_size=5))
@example([DraftText("a", "item"), DraftText("- b", "item"), DraftText("c ##", "heading", 2)])
@example([DraftPhotograph("a.jpg", None, origin='https://example.org/a"b}.jpg?c=%2C')])
def test_an_import_reads_back_as_its_words(drafted):
    """Text of every kind in its order; where a photograph was, and that its alt is not known."""
    story = parse(compose(Draft(tuple(drafted)))).story

    placed = [each for each in drafted if isinstance(each, DraftPhotograph)]
    assert [each.origin for each in story.placements] == [each.origin for each in placed]
    assert [each.unheard for each in story.placements] == [each.alt is None for each in placed]
    told = [each.text for each in drafted if isinstance(each, DraftText)]
    assert [on_page(passage.text) for passage in story.body] == list(map(on_page, told))


STORY = """---
kicker: Photos
headline: "A \\"quoted\\" head"
standfirst: 'It''s folded
  over lines'
---

![Two men *shake* hands](a.jpg)
They shook &amp; **shook** for
40\\* seconds. [Ana Silva/AP]

Body text with `code` and
a [link](b.html) in it.

> Quoted words
> go on.
"""
FIELDS = [
    Place(None, "kicker"),
    Place(None, "headline"),
    Place(None, "standfirst"),
    Place(0, "alt"),
    Place(0, "caption"),
    Place(0, "credit"),
    Place(None, "body[0]"),
    Place(None, "body[1]"),
]


def field_of(source: str, place: Place) -> str:
    story = parse(source).story
    if place.photo is not None:
        return getattr(story.placements[place.photo], place.field).text
    if place.field.startswith("body"):
        return story.body[int(place.field[5:-1])].text
    return getattr(story, place.field).text


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FIELDS), st.data(), st.one_of(words, st.just("")))
def test_an_edit_changes_its_words_and_nothing_else(place, data, text):
    """After an edit the field reads as edited, and all other fields as before."""
    before = field_of(STORY, place)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    edit = Edit(Place(place.photo, place.field, Span(start, end)), text)

    way = source_edit(STORY, parse(STORY).story, edit)

    assume(way is not None)
    after = apply(STORY, [way])
    assert field_of(after, place) == before[:start] + text + before[end:]
    for other in FIELDS:
        if other != place:
            assert field_of(after, other) == field_of(STORY, other)


@given(st.sampled_from(FIELDS), st.data())
def test_a_letter_can_be_exchanged_anywhere(place, data):
    """The usual fix, one letter for another, can be written in every field."""
    before = field_of(STORY, place)
    start = data.draw(st.sampled_from([i for i, char in enumerate(before) if char.isalpha()]))
    edit = Edit(Place(place.photo, place.field, Span(start, start + 1)), "С")

    span, text = source_edit(STORY, parse(STORY).story, edit)

    assert (span.end - span.start, text) == (1, "С")


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.text(max_size=3)), max_size=4)
)
def test_apply_leaves_the_rest_as_it_was(source, inserted):
    """Insertions taken out again give the text as it was."""
    edits = [(Span(min(at, len(source)), min(at, len(source))), text) for at, text in inserted]

    changed = apply(source, edits)

    assert len(changed) == len(source) + sum(len(text) for _, text in edits)
    rest = iter(changed)
    assert all(char in rest for char in source)
