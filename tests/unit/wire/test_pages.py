"""Saved pages of galleries and photo essays, in the shape of many outlets' markup."""

import pytest

from cutline.model import ReadError
from cutline.wire.page import read_page
from cutline.wire.received import MOST_BYTES, Received
from unit.wire.outlets import BODY, HEADLINE, OUTLETS, SHOTS, STANDFIRST, page
from unit.wire.readers import is_credit

WITH_STANDFIRST = ("guardian", "guardian_list", "al_jazeera", "le_monde", "arc", "new_york_times")


def read(text: str | bytes) -> Received:
    raw = text if isinstance(text, bytes) else text.encode()
    return read_page(raw, "“page.html”", "en", is_credit)


def figure(words: str = "", *, image: str = '<img src="boat-at-quay.jpg" alt="A boat">') -> str:
    return f"<figure>{image}<figcaption>{words}</figcaption></figure>"


def printed(text: str | bytes) -> list[tuple[str | None, str, str]]:
    """Alt text, caption and credit line of each photograph."""
    placements = read(text).story.placements
    return [
        (None if each.alt is None else each.alt.text, each.caption.text, each.credit.text)
        for each in placements
    ]


@pytest.mark.parametrize("outlet", OUTLETS)
def test_every_photograph_comes_through(outlet):
    """Each photograph with its alt text, caption and credit line, in order, and no other one.

    The pages are Guardian-like (figures with responsive sources; the older list), Al
    Jazeera-like (bracketed credits), and in the shape of eleven more systems.
    """
    placements = read(OUTLETS[outlet]()).story.placements

    assert len(placements) == len(SHOTS)
    for placement, shot in zip(placements, SHOTS, strict=True):
        if outlet != "linked_data":  # JSON-LD has no word for alt text
            assert placement.alt.text == shot.alt
        assert placement.caption.text == shot.caption
        assert shot.credit.split("/")[0] in placement.credit.text
        assert not placement.credit.text.startswith(("(", "["))


@pytest.mark.parametrize("outlet", OUTLETS)
def test_the_words_around_come_through(outlet):
    """Headline, standfirst and body text are read; navigation and other stories are not."""
    story = read(OUTLETS[outlet]()).story

    assert story.headline.text == HEADLINE
    assert story.standfirst.text == (STANDFIRST if outlet in WITH_STANDFIRST else "") or (
        outlet == "spiegel" and story.standfirst.text == STANDFIRST
    )
    body = [passage.text for passage in story.body]
    assert outlet == "linked_data" or any(BODY[:-1] in words for words in body)
    assert not any("More on this story" in words or "Share" in words for words in body)


def test_the_credit_keeps_its_label_and_loses_its_brackets():
    """As publishers' own data holds credit lines."""
    words = {
        "Boats wait. Photograph: Ana Silva/AFP": "Photograph: Ana Silva/AFP",
        "Boats wait. [Ana Silva/AFP]": "Ana Silva/AFP",
        "Boats wait. (Foto: Ana Silva/dpa)": "Foto: Ana Silva/dpa",
    }
    for text, credit in words.items():
        assert printed(page(f"<main><h1>H</h1>{figure(text)}</main>")) == [
            ("A boat", "Boats wait.", credit)
        ]


def test_language_day_and_byline_are_those_of_the_page():
    """They come from the page's own marks."""
    head = '<meta property="article:published_time" content="2024-05-03T22:00:00+02:00">'
    head += '<meta name="author" content="Mia Roth">'
    story = read(page(f"<main><h1>H</h1>{figure('Boote.')}</main>", head, lang="de-AT")).story

    assert (story.language, story.published.text, story.byline.text) == (
        "de-AT",
        "2024-05-03",
        "Mia Roth",
    )


def test_a_page_without_language_is_read_by_its_words():
    """The commonest words tell, for the rules of the copy desk that fit."""
    words = "Die Boote und die Helfer warten auf dem Fluss, und das Wasser steigt mit der Nacht."
    story = read(f"<html><body><h1>Der Fluss</h1>{figure(words)}</body></html>").story

    assert story.language == "de"


@pytest.mark.parametrize(
    ("raw", "caption"),
    [
        (
            "<meta charset=iso-8859-1>{}".format(figure("Caf\u00e9 \u201cA\u201d")).encode(
                "cp1252"
            ),
            "Café “A”",
        ),
        ("\ufeff{}".format(figure("Café")).encode("utf-16-le"), "Café"),
        ("\ufeff{}".format(figure("Café")).encode(), "Café"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">{}'.format(
                figure("Лодки")
            ).encode("cp1251"),
            "Лодки",
        ),
        (figure("Café").encode("cp1252"), "Café"),
    ],
    ids=["latin-1 means cp1252", "utf-16", "utf-8 mark", "http-equiv", "undeclared"],
)
def test_encodings(raw, caption):
    """By byte order mark, declaration, or trial."""
    assert printed(raw)[0][1] == caption


@pytest.mark.parametrize(
    "image",
    [
        '<img src="https://count.example.org/p.gif" width="1" height="1">',
        '<img src="/static/site-logo.png" class="logo">',
        '<img src="/faces/mia.jpg" class="avatar">',
        '<img src="icon.svg">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<nav><img src="/section/world-news.jpg"></nav>',
        '<a href="/other"><img src="/another-story.jpg"><h3>Another story that ran</h3></a>',
        '<div class="related-articles"><img src="/related-story.jpg"></div>',
    ],
)
def test_what_is_no_photograph_of_the_story(image):
    """Trackers, logos, faces, icons, blanks, navigation and teasers are left out."""
    body = f"<main><h1>H</h1>{figure('Boats wait.')}{image}</main>"

    assert [caption for _, caption, _ in printed(page(body))] == ["Boats wait."]


def test_one_picture_in_several_sizes_is_one_photograph():
    """Lazy copies in ``noscript`` and sizes in ``srcset`` are not further photographs."""
    image = (
        '<img class="lazy" src="blank.gif" data-src="/p/boat-at-quay-300x200.jpg" alt="A boat">'
        '<noscript><img src="/p/boat-at-quay-1024x683.jpg" alt="A boat"></noscript>'
    )

    assert len(printed(page(f"<main><h1>H</h1>{figure('Boats.', image=image)}</main>"))) == 1


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ('<img src="data:image/png;base64,AAAA" alt="A dog">', True),
        ('<img alt="A dog">', True),
        ('<img src="data:image/gif;base64,AAAA" data-src="dog.jpg">', False),
        ('<img src="data:image/gif;base64,AAAA"><noscript><img src="dog.jpg"></noscript>', False),
    ],
)
def test_a_captioned_picture_without_an_address_is_said(image, said):
    """What could not be read is never dropped in silence."""
    figures = figure("Boats.") + figure("A dog sleeps.", image=image)
    notes = read(page(f"<main><h1>H</h1>{figures}</main>")).notes

    assert any("no address" in note for note in notes) is said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (figure("A film of a dog.", image="<video src='dog.mp4'></video>"), ["a figure"]),
        (figure("A chart of dogs.", image="<svg></svg>"), ["a figure"]),
        ("<video src='dog.mp4'></video>", ["a film"]),
        ("<table><tr><td>Dogs</td><td>12</td></tr></table>", ["a table"]),
        ("<figure><table><tr><td>Dogs</td></tr></table></figure>", ["a table"]),
        ("<table><tr><td><p>Dogs sleep.</p></td></tr></table>", []),
        ("<figure><blockquote>Dogs sleep.</blockquote></figure>", []),
        ("<table></table><figure></figure>", []),
    ],
)
def test_what_a_story_cannot_hold_is_said(more, said):
    """Films, charts and tables are not dropped in silence; what is read, or empty, is no news."""
    notes = read(page(f"<main><h1>H</h1>{figure('Boats.')}{more}</main>")).notes

    assert [" ".join(note.replace(",", "").split()[2:4]) for note in notes] == said


def test_pictures_that_share_a_file_name_are_kept_apart():
    """What differs in words differs in picture."""
    image = '<img src="https://i.example.org/{}/master/4000.jpg" alt="{}">'
    figures = "".join(figure(f"Boat {n}.", image=image.format("a", n)) for n in (1, 2))

    assert len(printed(page(f"<main><h1>H</h1>{figures}</main>"))) == 2


def test_the_largest_size_is_the_address():
    """An import names the picture that is best worth fetching."""
    image = '<img srcset="/p/boat-w400.jpg 400w, /p/boat-w1600.jpg 1600w" src="/p/boat-w400.jpg">'
    story = read(page(f"<main><h1>H</h1>{figure('Boats.', image=image)}</main>")).story

    assert story.placements[0].target == "/p/boat-w1600.jpg"


def test_a_missing_alt_text_is_empty_not_unknown():
    """On a page it is known that there is none."""
    assert printed(figure("Boats wait.", image='<img src="boats-waiting.jpg">'))[0][0] == ""


def test_a_shared_caption_is_given_once_and_told():
    """Two pictures in one figure have one caption."""
    images = '<img src="first-boat.jpg" alt="One"><img src="second-boat.jpg" alt="Two">'
    received = read(figure("Boats wait.", image=images))

    assert [each.caption.text for each in received.story.placements] == ["Boats wait.", ""]
    assert any("share one caption" in note for note in received.notes)


def test_what_lies_too_deep_is_told():
    """The parser stops at 256 levels; nothing is dropped in silence."""
    received = read(figure("Boats wait.") + "<div>" * 100_000 + figure("Deep."))

    assert len(received.story.placements) == 1
    assert any("nested too deeply" in note for note in received.notes)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" \n ",
        b"<html><body><p>No picture at all.</p></body></html>",
        b"<img " + b" ".join(b"a%d=1" % n for n in range(20_000)) + b">",
        b"x" * (MOST_BYTES + 1),
    ],
    ids=["empty", "blank", "no picture", "endless tag", "too large"],
)
def test_what_cannot_be_read_is_one_sentence(raw):
    """A sentence that names the page."""
    with pytest.raises(ReadError, match=r"“page\.html”"):
        read(raw)


def test_json_ld_that_is_not_json_is_told():
    """And the rest of the page is read."""
    received = read(f"<script type='application/ld+json'>{{,}}</script>{figure('Boats.')}")

    assert any("JSON-LD" in note for note in received.notes)
    assert received.story.placements[0].caption.text == "Boats."
