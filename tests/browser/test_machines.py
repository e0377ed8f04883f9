"""What machines get of twenty real photographs: valid, and the same truth as the page tells.

The desk is that of `newsroom`; the schemas are read where they lie beside the project.
"""

import json
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree, html
from PIL import Image

from unit.desk.desks import cutline

pytestmark = pytest.mark.shared

HOME = "https://pictures.example.org/"
STORIES = ("moon", "qamar")
COVERED = {"moon": set(), "qamar": {7}}
"""Numbers of the photographs that are shown only to those who ask."""
SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "media": "http://search.yahoo.com/mrss/",
    "n": "http://iptc.org/std/nar/2006-10-01/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
}


@pytest.fixture(params=STORIES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(newsroom_site: Path, name: str) -> Path:
    return newsroom_site / name


@pytest.fixture
def page(folder: Path) -> html.HtmlElement:
    return html.document_fromstring((folder / "index.html").read_bytes().decode())


@pytest.fixture
def credits(page: html.HtmlElement) -> list[str]:
    """The credits as a reader sees them, in the order of the page."""
    found = [figure.xpath("string(.//*[@class='credit'])") for figure in page.iter("figure")]
    assert len(found) == 20
    assert all(found)
    return found


def lies_at(site: Path, address: str) -> Path:
    """The file at an address of the site."""
    assert address.startswith(HOME), address
    return site / urlsplit(address).path.lstrip("/")


def photographs(name: str) -> Iterator[int]:
    """The numbers of those that are shown unasked."""
    return (number for number in range(1, 21) if number not in COVERED[name])


def test_every_figure_has_its_image_object_with_the_visible_credit(folder, page, credits):
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    article, *images = json.loads(data)["@graph"]
    named = {each["@id"] for each in (article, *images)}

    assert [image["creditText"] for image in images] == credits
    for image, figure in zip(images, page.iter("figure"), strict=True):
        assert image["@type"] == "ImageObject"
        assert image["url"] == f"{HOME}{folder.name}/#{figure.get('id')}"
        links = {urljoin(f"{HOME}{folder.name}/", link) for link in figure.xpath(".//a/@href")}
        assert image["contentUrl"] in links
        with Image.open(lies_at(folder.parent, image["contentUrl"])) as opened:
            assert opened.size == (image["width"], image["height"])
            assert f"image/{opened.format.lower()}" == image["encodingFormat"]
        assert image["caption"] == figure.xpath("string(.//*[@class='caption'])")
    assert {each["@id"] for each in article["image"]} <= named
    assert len(article["image"]) == len(list(photographs(folder.name)))
    assert article["headline"] == page.xpath("string(//h1)")
    times = [article["datePublished"], article.get("dateModified", article["datePublished"])]
    assert times == sorted(times)
    shown = set(page.xpath("//header//time/@datetime | //*[@class='meta']//time/@datetime"))
    assert set(times) <= shown


def test_its_feeds_have_every_photograph_with_its_credit(folder, credits):
    """RSS, Atom and JSON Feed are well-formed and agree; each file they name is there."""
    rss = etree.parse(folder / "rss.xml").findall("channel/item")
    atom = etree.parse(folder / "atom.xml").findall("atom:entry", SPACES)
    told = json.loads((folder / "feed.json").read_bytes())["items"]
    texts = [
        [item.findtext("content:encoded", "", SPACES) for item in rss],
        [entry.findtext("atom:content", "", SPACES) for entry in atom],
        [item["content_html"] for item in told],
    ]
    ids = [
        [item.findtext("guid") for item in rss],
        [entry.findtext("atom:id", "", SPACES) for entry in atom],
        [item["id"] for item in told],
    ]

    assert [item.findtext(".//media:credit", "", SPACES) for item in rss] == credits
    assert [item["_credit"] for item in told] == credits
    assert ids[0] == ids[1] == ids[2]
    assert len(set(ids[0])) == 20
    for series in texts:
        trees = [html.fromstring(text) for text in series]
        assert [tree.xpath("string(.//cite)") for tree in trees] == credits
        images = [tree.xpath(".//img") for tree in trees]
        assert [n for n, each in enumerate(images, 1) if each] == list(photographs(folder.name))
        for (image,) in filter(None, images):
            with Image.open(lies_at(folder.parent, image.get("src"))) as opened:
                assert opened.size == (int(image.get("width")), int(image.get("height")))
            assert image.get("alt")


def test_the_feeds_of_the_site_have_both_stories_newest_first(newsroom_site):
    rss = etree.parse(newsroom_site / "rss.xml").findall("channel/item")
    atom = etree.parse(newsroom_site / "atom.xml").findall("atom:entry", SPACES)
    told = json.loads((newsroom_site / "feed.json").read_bytes())["items"]
    links = [f"{HOME}qamar/", f"{HOME}moon/"]

    assert [item.findtext("link") for item in rss] == links
    assert [each.find("atom:link", SPACES).get("href") for each in atom] == links
    assert [item["url"] for item in told] == links
    assert [item["_credit"] for item in told] == ["Ana Silva/NASA", "NASA"]
    assert all(datetime.fromisoformat(item["date_published"]) for item in told)


def test_sitemaps_name_every_page_and_photograph_that_is_there(newsroom_site):
    pages = etree.parse(newsroom_site / "sitemap.xml").findall("s:url", SPACES)
    news = etree.parse(newsroom_site / "sitemap-news.xml").findall("s:url", SPACES)
    found = {page.findtext("s:loc", "", SPACES): page for page in pages}

    assert sorted(found) == [f"{HOME}{name}/" for name in STORIES]
    for name in STORIES:
        images = found[f"{HOME}{name}/"].findall("image:image/image:loc", SPACES)
        assert [int(Path(each.text).name[:2]) for each in images] == list(photographs(name))
        assert all(lies_at(newsroom_site, each.text).is_file() for each in images)
    assert [page.findtext("s:lastmod", "", SPACES) for page in pages] == [
        "2026-04-13",
        "2026-04-15",
    ]
    assert [page.findtext(".//news:language", "", SPACES) for page in news] == ["ar", "en"]


def test_ninjs_validates_and_names_every_photograph(folder, credits, ninjs_validator):
    item = json.loads((folder / "story.ninjs.json").read_bytes())
    ninjs_validator.validate(item)
    pictures = item["associations"]

    assert [
        source["name"]
        for picture in pictures
        for source in picture["infoSources"]
        if source["role"] == "credit"
    ] == credits
    for rendition in (each for picture in pictures for each in picture["renditions"]):
        with Image.open(lies_at(folder.parent, rendition["href"])) as opened:
            assert opened.size == (rendition["width"], rendition["height"])
    noted = {n for n, picture in enumerate(pictures, 1) if "edNote" in picture}
    assert noted == COVERED[folder.name]


def test_newsml_validates_and_names_every_photograph(folder, credits, newsml_schema):
    message = etree.parse(folder / "story.newsml.xml")
    newsml_schema.assertValid(message)
    items = message.findall("n:itemSet/n:newsItem", SPACES)[1:]
    ordered = message.xpath("//n:group/n:itemRef/@residref", namespaces=SPACES)[1:]

    assert [each.get("guid") for each in items] == ordered
    assert [each.findtext(".//n:creditline", "", SPACES) for each in items] == credits
    for file in message.iterfind(".//n:remoteContent", SPACES):
        with Image.open(lies_at(folder.parent, file.get("href"))) as opened:
            assert opened.size == (int(file.get("width")), int(file.get("height")))
    noted = {n for n, each in enumerate(items, 1) if each.find(".//n:edNote", SPACES) is not None}
    assert noted == COVERED[folder.name]


def test_oembed_shows_a_frame_that_is_there_and_names_who_made_it(folder, page, credits):
    """The page leads to it; its thumbnail is no photograph that is covered."""
    (link,) = page.xpath("//link[@type='application/json+oembed']/@href")
    told = json.loads(lies_at(folder.parent, link).read_bytes())
    frame = html.fromstring(told["html"])
    view = html.parse(lies_at(folder.parent, frame.get("src")))

    assert view.xpath("//figcaption/*[@class='credit']/text()") == credits
    assert set(told["author_name"].split("; ")) == set(credits)
    with Image.open(lies_at(folder.parent, told["thumbnail_url"])) as opened:
        assert opened.size == (told["thumbnail_width"], told["thumbnail_height"])


def carried(site: Path, name: str, format: str, to: Path) -> Path:
    """The story as something to carry away, from the desk that the site is of."""
    desk = site.parents[2]
    made = cutline("export", desk / "stories" / name, "--format", format, "--to", to)
    assert made.exit_code == 0, made.stderr
    return to


@pytest.mark.java
def test_the_book_passes_epubcheck(newsroom_site, name, credits, epubcheck, tmp_path):
    book = carried(newsroom_site, name, "epub", tmp_path / "story.epub")
    said = subprocess.run(
        [*epubcheck, "--failonwarnings", book], capture_output=True, check=False, text=True
    )
    assert said.returncode == 0, said.stdout + said.stderr
    with zipfile.ZipFile(book) as opened:
        pages = [html.fromstring(opened.read(each)) for each in opened.namelist() if _read(each)]
    found = {
        figure.xpath("string(.//*[@class='credit'])") for p in pages for figure in p.iter("figure")
    }
    assert found == set(credits)


def _read(path: str) -> bool:
    return path.endswith("story.xhtml") or "photograph-" in path


def test_on_paper_words_can_be_selected_and_pictures_have_200_dots_an_inch(
    newsroom_site, poppler, tmp_path
):
    paper = carried(newsroom_site, "moon", "pdf", tmp_path / "moon.pdf")
    listed, text = (
        subprocess.run(
            [poppler / each[0], *each[1:]], capture_output=True, check=True, text=True
        ).stdout
        for each in (("pdfimages", "-list", paper), ("pdftotext", paper, "-"))
    )
    pictures = [line.split() for line in listed.splitlines()[2:]]
    page = html.document_fromstring((newsroom_site / "moon/index.html").read_bytes().decode())
    words = " ".join(text.split())

    assert len(pictures) == 20
    assert all(199 <= int(each[at]) <= 201 for each in pictures for at in (12, 13))
    for figure in page.iter("figure"):
        caption, credit = (
            figure.xpath(f"string(.//*[@class='{x}'])") for x in ("caption", "credit")
        )
        assert f"{caption} {credit}" in words
