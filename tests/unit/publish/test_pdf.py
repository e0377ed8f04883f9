"""The printed story: text that is text, pictures that are sharp, credits that are there."""

import io
import subprocess
import sys

import pytest
from pypdf import PdfReader

from cutline.model import ConfigError, House, Passage, RenderError, Size
from cutline.publish import plan
from cutline.publish.portable import FORMATS, MARK, pdf
from cutline.publish.portable.paper import measured
from unit.publish.attacks import PAYLOADS
from unit.publish.carried import carried, drawn
from unit.publish.editions import edition, full, paragraph, picture

PDF = FORMATS["pdf"].load()
MARKS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200e\u200f"))


def made(story) -> bytes:
    (data,) = carried(story, "pdf").values()
    return data


def arabic():
    return edition(
        picture("a.jpg", caption="غرقت العبارة قرب الميناء", credit="ليلى حداد", alt="قارب"),
        paragraph("كان الليل هادئا"),
        headline="العبارة الأخيرة",
        language="ar",
    )


@pytest.fixture
def text_of(poppler, tmp_path):
    """What a reader can select, without marks of direction and line breaks."""

    def read(story) -> str:
        (tmp_path / "story.pdf").write_bytes(made(story))
        run = [poppler / "pdftotext", tmp_path / "story.pdf", "-"]
        text = subprocess.run(run, capture_output=True, check=True).stdout.decode()
        return " ".join(text.translate(MARKS).split())

    return read


def figures(story) -> list[object]:
    """The alt texts of the structure tree, in its order."""
    found = []

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if node.get("/S") == "/Figure":
                found.append(node.get("/Alt"))
            walk(node.get("/K"))

    walk(PdfReader(io.BytesIO(made(story))).trailer["/Root"]["/StructTreeRoot"])
    return found


def test_all_words_can_be_selected(text_of):
    """Headline, standfirst, dates, text, captions and credits, in the order of the page."""
    story = full()
    text, at = text_of(story), 0
    wanted = [
        "Photo story",
        "A night on the last ferry",
        "After ninety years",
        "September 13, 2023",
    ]
    wanted += ["The ferry has run since 1931.", "The crossing", "The captain.", "depart 18:40"]
    for words in wanted:
        assert words in text[at:], words
        at = text.index(words, at)
    assert text.count("Ana Silva/Example Photos") == 5


def test_a_story_from_right_to_left_is_text_too(text_of):
    """Letters come out as they were written, not as they are drawn."""
    text = text_of(arabic())

    for words in ("العبارة الأخيرة", "غرقت العبارة قرب الميناء", "ليلى حداد", "كان الليل هادئا"):
        assert all(word in text for word in words.split()), words


@pytest.mark.parametrize("story", [full, arabic])
def test_it_is_tagged_and_says_what_pictures_show(story):
    """A screen reader is told the language, the title, and each alt text; decoration is passed."""
    root = PdfReader(io.BytesIO(made(story()))).trailer["/Root"]
    said = [each.alt for each in story().pictures if each.alt]

    assert root["/MarkInfo"]["/Marked"] is not None
    assert str(root["/Lang"]) == story().story.language
    assert [alt for alt in figures(story()) if alt] == said


def test_every_picture_has_200_dots_an_inch(poppler, tmp_path):
    """At its printed size; one with few pixels is printed small."""
    story = edition(
        picture("lead.jpg", (6000, 4000)),
        picture("small.jpg", (400, 300)),
        picture("left.jpg", (3000, 4000)),
        picture("right.jpg", (600, 900)),
        picture("wide.jpg", (5000, 1200)),
    )
    (tmp_path / "story.pdf").write_bytes(made(story))
    run = [poppler / "pdfimages", "-list", tmp_path / "story.pdf"]
    lines = subprocess.run(run, capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    dots = [int(line.split()[place]) for line in lines for place in (12, 13)]

    assert len(lines) == 5
    assert all(199 <= each <= 202 for each in dots), dots
    widths = [each.width for each in measured(story, plan(story)).values()]
    assert widths[0] == 170
    assert widths[1] == pytest.approx(50.8)


@pytest.mark.parametrize("size", [(400, 300), (9000, 700), (700, 9000), (5000, 5000), (1, 1)])
def test_no_picture_is_enlarged(size):
    """Whatever its shape, it has the pixels that it is printed with."""
    story = edition(picture(size=size))
    (sized,) = measured(story, plan(story)).values()

    assert sized.rendition.recipe.width <= size[0]
    assert sized.rendition.recipe.width * 25.4 / sized.width >= 199.9
    assert sized.width / Size(*size).ratio <= 165.1


def test_pictures_go_in_as_they_are():
    """The very JPEGs, with creator, credit line and rights in them."""
    story = full()
    data = made(story)

    assert all(drawn(each) in data for each in PDF.renditions(story, plan(story)))


def test_the_same_story_gives_the_same_bytes():
    """No hour, no machine; and it is known as ours."""
    assert made(full()) == made(full())
    assert MARK in made(full())
    assert b"CreationDate" not in made(full())


def test_words_are_never_markup(text_of):
    """What is code to the typesetter, or to a browser, stands there as it was written."""
    words = ['#import "x"', "*not strong* _em_ $x$ @here <label> `raw` \\u{41}", *PAYLOADS[:6]]
    story = edition(
        *(picture(f"{n}.jpg", caption=each, credit=each) for n, each in enumerate(words)),
        *(paragraph(each) for each in words),
        headline=Passage(words[0]),
    )
    text = "".join(text_of(story).split())

    for each in words:
        assert text.count("".join(each.split())) >= 3, each


def test_a_covered_photograph_is_at_the_end():
    """In its place stand the reason and the page; the picture is there, with its credit."""
    story = edition(picture("a.jpg"), picture("b.jpg", sensitive="Blood"))
    pages = PdfReader(io.BytesIO(made(story))).pages
    first, last = pages[0].extract_text(), pages[-1].extract_text()

    assert "Sensitive photograph" in first
    assert "Blood" in first
    assert f"({len(pages)})" in first
    assert [len(pages[0].images), len(pages[-1].images)] == [1, 1]
    assert "Ana Silva/Example Photos" in last


def test_paper_is_that_of_the_country():
    sizes = {
        territory: PdfReader(io.BytesIO(made(edition(picture(), house=House(territory=territory)))))
        .pages[0]
        .mediabox[2:]
        for territory in ("", "US", "DE")
    }

    assert [round(each) for each in sizes["US"]] == [612, 792]
    assert [round(each) for each in sizes["DE"]] == [595, 842] == [round(e) for e in sizes[""]]


def test_letters_that_no_font_has_are_named():
    """Better no PDF than one with boxes in a name."""
    with pytest.raises(ConfigError, match="no font on this machine has the letters"):
        made(edition(picture(caption="Signed \U0010fffd.")))


def test_a_credit_that_is_not_on_the_pages_is_missed(monkeypatch):
    """What is set is asked for its credits before it goes out."""
    monkeypatch.setattr("typst.query", lambda *_, **__: '["Somebody else"]')
    with pytest.raises(RenderError, match="credits"):
        made(edition(picture()))


def test_without_the_extra_somebody_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ConfigError, match=r"cutline\[pdf\]"):
        made(edition(picture()))


def test_a_file_that_is_cut_is_missed():
    story = edition(picture())
    assert pdf.complaints({"story.pdf": made(story)[:-20]}, story, plan(story))
