"""Whatever is read from elsewhere ends in a story or a sentence, in linear time."""

import json
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cutline.desk.sources import knows
from cutline.model import House, ReadError
from cutline.story import Draft, DraftPhotograph, DraftText, compose, parse
from cutline.wire.gallery.credits import cut_credit
from cutline.wire.gallery.text import read_gallery_text
from cutline.wire.newsml import read_newsml
from cutline.wire.ninjs import is_ninjs, read_ninjs
from cutline.wire.page import read_page
from cutline.wire.received import Received
from growth import assert_linear
from unit.wire.outlets import OUTLETS
from unit.wire.test_wire_items import ITEM, PICTURE_3

KNOWS = knows(House())


def as_text(raw: bytes) -> Received:
    return read_gallery_text(raw, "it", "en", KNOWS)


def as_page(raw: bytes) -> Received:
    return read_page(raw, "it", "en", KNOWS)


def as_ninjs(raw: bytes) -> Received:
    return read_ninjs(raw, "it", "en")


def as_newsml(raw: bytes) -> Received:
    return read_newsml(raw, "it", "en")


READERS = (as_text, as_page, as_ninjs, as_newsml)
PAGES = tuple(build().encode() for build in OUTLETS.values())
SEEDS = (*PAGES, ITEM.encode(), json.dumps(PICTURE_3).encode())
parts = st.sampled_from(
    """<figure> </figure> <figcaption> <img src=boat-one.jpg alt=a> <picture> <ul> <li> <p> <a
    href=/x> <script type="application/ld+json"> {"@type":"ImageGallery","image":[ ]} </script>
    <div class="caption"> <span class=credit> [Ana Silva/AFP] (Reuters) Photograph: words words.
    <h1> <noscript> <html> <body> <article> <main> <aside> <td> &amp; &#0; &lt;""".split()
)
soup = st.lists(parts, max_size=40).map(" ".join)
rows = st.lists(
    st.sampled_from(
        [
            "",
            "A boat lies at the quay in the rain",
            "The ferry waits. [Ana Silva/AFP]",
            "The ferry waits (Reuters)",
            "Photograph: Ana Silva/AFP",
            "[Image]",
            "[Image: a boat]",
            "![a](b.jpg)",
            "1 / 3",
            "Published On 3 May 2024",
            "By Ana Silva",
            "list of 2 items",
            "end of list",
            "Image source, AFP",
            "Image caption, A boat",
            "Share",
        ]
    ),
    max_size=25,
).map("\n".join)


def safely(read: Callable[[bytes], Received], raw: bytes) -> Received | None:
    """The story, or None where a sentence says why there is none."""
    try:
        return read(raw)
    except ReadError as error:
        told = str(error)
    assert told
    assert "\n" not in told
    return None


@pytest.mark.parametrize("read", READERS)
@given(raw=st.binary(max_size=300))
@example(raw=b"\xff\xfe\x00\xd8")
@example(raw=b"[[[[")
@example(raw=b'{"type":"picture","renditions":[{"width":1e400}],"associations":[[]]}')
def test_any_bytes(read, raw):
    """Never a traceback."""
    safely(read, raw)
    is_ninjs(raw)


@settings(max_examples=150)
@given(st.one_of(soup, rows, st.text(max_size=200)))
def test_any_words_come_through_an_import(text):
    """What a reader takes from a text or a page reads back from the story that is written."""
    for read in (as_text, as_page):
        received = safely(read, text.encode("utf-8", "replace"))
        if received is not None:
            assert len(received.photographs) == len(received.story.placements)
            assert words_of(parse(compose(drafted(received))).story) == words_of(received.story)


@settings(max_examples=150)
@given(st.sampled_from(SEEDS), st.data())
def test_mutated_pages_and_items(seed, data):
    """Real shapes with stretches cut out, doubled or overwritten."""
    raw = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(len(raw) - 1, 0)))
        length = data.draw(st.integers(0, 200))
        with_ = data.draw(
            st.sampled_from([b"", b"<", b'"', b"<div>", bytes(raw[at : at + length])])
        )
        raw[at : at + data.draw(st.sampled_from([0, length]))] = with_
    for read in READERS:
        safely(read, bytes(raw))


@given(st.text(max_size=120))
def test_a_caption_is_parted_without_loss(text):
    """Caption and credit line are words of the text, in order."""
    caption, credit = cut_credit(text, KNOWS)

    assert text.strip().startswith(caption)
    assert credit in text[text.index(caption) + len(caption) :]


HOSTILE = {
    "alt and caption": (as_text, "H\n\n", "A woman sits by it\nThe river. [Ana Silva/AFP]\n"),
    "brackets": (as_text, "H [AFP]\n", "((((((((((((((["),
    "labels": (as_text, "H [AFP]\n", "photo: (by) credit: "),
    "sentences": (as_text, "H [AFP]\n", "A. B/C | D. "),
    "dates": (as_text, "H [AFP]\n\n", "3 May 2024\n"),
    "figures": (as_page, "<h1>H</h1>", "<figure><img src=boats.jpg><figcaption>A</figure>"),
    "captions": (as_page, "<figure><img src=boats.jpg>", "<p class=credit>B<figcaption>A"),
    "pictures": (as_page, "<h1>H</h1><main>", "<img src=boats.jpg alt=a><img src=quays.jpg>"),
    "teasers": (as_page, "<h1>H</h1><div>", "<a href=/x><img src=boats.jpg></a>"),
    "open divs": (as_page, "<img src=boats.jpg>" + "<div>" * 200, "<p>words"),
    "open lists": (as_page, "<img src=boats.jpg>", "<ol class=captions><li>a"),
    "quotes": (as_page, "<img src=boats.jpg>", "<a title='"),
    "angles": (as_page, "<img src=boats.jpg>", "<a <"),
    "elements": (as_newsml, "<newsItem><contentSet><inlineXML>", "<p>a</p>"),
    "objects": (as_ninjs, '{"type":"picture","headlines":[', '{"value":"a"},'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_no_faster_than_the_input(name):
    """A long input takes about as many times longer as it is longer."""
    read, head, part = HOSTILE[name]

    def work(length: int) -> None:
        safely(read, (head + part * (length // len(part))).encode())

    assert_linear(work, 240_000)


def drafted(received: Received) -> Draft:
    blocks: list[DraftPhotograph | DraftText] = []
    for block in received.story.blocks:
        if hasattr(block, "target"):
            alt = block.alt.text if block.alt else None
            blocks.append(DraftPhotograph("a.jpg", alt, block.caption.text, block.credit.text, "b"))
        else:
            blocks += [DraftText(each.text) for each in block.passages()]
    story = received.story
    return Draft(tuple(blocks), story.headline.text, story.standfirst.text)


def words_of(story: object) -> list[str]:
    placed = [
        (each.alt.text if each.alt else "", each.caption.text, each.credit.text)
        for each in story.placements
    ]
    above = [story.headline.text, story.standfirst.text]
    return [*above, *(each.text for each in story.body), *(word for row in placed for word in row)]
