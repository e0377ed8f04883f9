"""The electronic book: whole, readable for everyone, and never without a credit."""

import io
import subprocess
import zipfile

import pytest
from lxml import etree

from cutline.model import Block, Correction, House, Passage
from cutline.publish import plan
from cutline.publish.portable import FORMATS, MARK
from unit.publish.attacks import PAYLOADS
from unit.publish.carried import carried
from unit.publish.editions import edition, full, paragraph, picture

DAY = Passage("2023-09-13")
SPACES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
}


def english():
    """Every block, corrections, an update, a link to a photograph."""
    return full(
        corrections=(Correction("2023-09-14", Passage("It was 1931, not 1913.")),),
        updated=Passage("2023-09-15T10:00+02:00"),
    )


def arabic():
    """From right to left, with a foreign caption and a covered photograph."""
    return edition(
        picture("a.jpg", caption="غرقت العبارة قرب الميناء", credit="ليلى حداد", alt="قارب"),
        paragraph("كان الليل هادئا."),
        picture("b.jpg", (800, 1200), sensitive="دم", caption="A hand on a rail."),
        headline="العبارة الأخيرة",
        language="ar",
        published=DAY,
    )


def attacked():
    """Words that are markup for somebody, everywhere."""
    pictures = [picture(f"{n}.jpg", caption=p, credit=p, alt=p) for n, p in enumerate(PAYLOADS)]
    words = {"kicker": Passage(PAYLOADS[0]), "byline": Passage(PAYLOADS[1])}
    house = House(publication=PAYLOADS[2])
    blocks = [Block("heading", Passage(PAYLOADS[3]), level=2), paragraph(PAYLOADS[4])]
    headline = Passage(PAYLOADS[5])
    return edition(*pictures, *blocks, headline=headline, published=DAY, house=house, **words)


def book(made) -> zipfile.ZipFile:
    (data,) = carried(made, "epub").values()
    return zipfile.ZipFile(io.BytesIO(data))


def read(made, name):
    return etree.fromstring(book(made).read(f"EPUB/{name}"))


@pytest.mark.java
@pytest.mark.parametrize("made", [english, arabic, attacked])
def test_epubcheck_finds_nothing(made, epubcheck, tmp_path):
    """0 errors and 0 warnings of the judge that shops and libraries ask."""
    ((_, data),) = carried(made(), "epub").items()
    (tmp_path / "book.epub").write_bytes(data)
    run = subprocess.run(
        [*epubcheck, "--failonwarnings", str(tmp_path / "book.epub")],
        capture_output=True,
        text=True,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 fatals / 0 errors / 0 warnings" in run.stdout


def test_the_same_story_gives_the_same_bytes():
    """Nothing in the book is of the hour or the machine."""
    assert carried(english(), "epub") == carried(english(), "epub")


def test_the_type_comes_first_and_plain():
    """A reader knows a book by its first bytes (EPUB 3.3, clause 4.2.3)."""
    archive = book(english())
    first = archive.infolist()[0]

    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert archive.read(first) == b"application/epub+zip"
    assert MARK in archive.comment


def test_every_photograph_has_its_words_and_its_bytes():
    """Alt text, caption and credit beside each, in the order of the page."""
    made = english()
    story, archive = read(made, "story.xhtml"), book(made)
    figures = story.findall(".//h:figure", SPACES)
    printed = plan(made).pictures

    assert len(figures) == len(printed)
    for figure, each in zip(figures, printed, strict=True):
        (image,) = figure.findall(".//h:img", SPACES)
        assert image.get("alt") == each.picture.alt
        assert archive.read(f"EPUB/{image.get('src')}").startswith(b"\xff\xd8\xff")
        words = "".join(figure.find("h:figcaption", SPACES).itertext())
        assert each.picture.caption.text in words
        assert each.picture.credit in words


def test_a_lost_credit_is_found():
    """What is read again is the book, not what was to be written."""
    made = english()
    format, planned = FORMATS["epub"].load(), plan(made)
    other = edition(*made.pictures[:-1], picture("x.jpg", credit="Nobody"), published=DAY)
    complaints = format.complaints(carried(other, "epub"), made, planned)

    assert complaints
    assert "credit is not in the book" in complaints[0]


def test_the_package_says_who_made_what():
    """A creator for the writer and one for each photographer, once; rights; language."""
    package = read(english(), "package.opf")
    names = [each.text for each in package.findall(".//dc:creator", SPACES)]
    roles = [each.text for each in package.findall(".//opf:meta[@property='role']", SPACES)]

    assert names == ["Ana Silva", "ليلى حداد"]
    assert roles == ["aut", "pht", "pht"]
    assert package.findtext(".//dc:rights", None, SPACES) == "© 2023 Ana Silva"
    assert package.findtext(".//dc:language", None, SPACES) == "en"
    modified = package.findtext(".//opf:meta[@property='dcterms:modified']", None, SPACES)
    assert modified == "2023-09-15T08:00:00Z"


def test_the_package_says_who_can_read_it():
    """Words alone are enough where every photograph is described, and only there."""
    sufficient = ".//opf:meta[@property='schema:accessModeSufficient']"
    described = read(english(), "package.opf").findall(sufficient, SPACES)
    silent = edition(picture(alt=""), published=DAY)
    lacking = read(silent, "package.opf").findall(sufficient, SPACES)

    assert [each.text for each in described] == ["textual,visual", "textual"]
    assert [each.text for each in lacking] == ["textual,visual"]


def test_a_story_from_right_to_left_is_turned_so():
    """Pages turn to the other side, and a foreign caption keeps its own direction."""
    package, story = read(arabic(), "package.opf"), read(arabic(), "story.xhtml")

    assert package.find("opf:spine", SPACES).get("page-progression-direction") == "rtl"
    assert (story.get("lang"), story.get("dir")) == ("ar", "rtl")
    captions = story.findall(".//h:span[@class='caption']", SPACES)
    assert [each.get("dir") for each in captions] == [None, "ltr"]


def test_a_covered_photograph_is_one_link_away():
    """It is on a page of its own, beside the order of reading, and is not the book's cover."""
    package, story = read(arabic(), "package.opf"), read(arabic(), "story.xhtml")
    figure = story.find(".//h:figure[@id='photo-2']", SPACES)
    hrefs = [each.get("href") for each in figure.iterfind(".//h:a", SPACES)]
    linear = [each.get("linear") for each in package.find("opf:spine", SPACES)]
    aside = read(arabic(), hrefs[0])

    assert figure.find(".//h:img", SPACES) is None
    assert "دم" in "".join(figure.itertext())
    assert linear == [None, "no"]
    assert aside.find(".//h:img", SPACES) is not None
    assert aside.find(".//h:a", SPACES).get("href") == "story.xhtml#photo-2"
    cover = package.find(".//opf:item[@properties='cover-image']", SPACES)
    assert "/a." in cover.get("href")


def test_contents_lead_to_headings_and_photographs():
    """Headings hang below those that they belong to; photographs are listed by their alt text."""
    deep = edition(
        picture(alt="A quay at dawn"),
        Block("heading", Passage("One"), level=2),
        Block("heading", Passage("One and a half"), level=3),
        Block("heading", Passage("Two"), level=2),
        published=DAY,
    )
    nav = read(deep, "nav.xhtml")
    top = nav.find(".//h:nav[@epub:type='toc']/h:ol/h:li/h:ol", SPACES)
    loi = nav.find(".//h:nav[@epub:type='loi']//h:a", SPACES)
    ids = {each.get("id") for each in read(deep, "story.xhtml").iter()}

    assert [each.findtext("h:a", None, SPACES) for each in top] == ["One", "Two"]
    assert top[0].findtext("h:ol/h:li/h:a", None, SPACES) == "One and a half"
    assert (loi.text, loi.get("href")) == ("A quay at dawn", "story.xhtml#photo-1")
    assert {each.get("href").partition("#")[2] for each in top.iter("{*}a")} <= ids


@pytest.mark.parametrize(
    ("size", "shown"), [((6000, 4000), 1600), ((1200, 9000), 800), ((400, 300), 400)]
)
def test_a_picture_is_as_large_as_readers_show(size, shown):
    """At most 1600 pixels across and 5.6 million in all."""
    made = edition(picture(size=size), published=DAY)
    (rendition,) = FORMATS["epub"].load().renditions(made, plan(made))

    assert rendition.recipe.width == shown
