"""Text that attacks, from file name and Exif to the open page: in a real browser it is only text.

A desk is published by the real program and served with the headers that `cutline headers` prints.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from browser.newsroom import Host, served
from cutline.metadata.text import clean
from cutline.story import parse
from unit.publish.attacked import ALL, attacked, publish
from unit.publish.attacks import MARK, PAYLOADS

pytestmark = pytest.mark.browser

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}"
WATCH = """
window.__reports__ = [];
document.addEventListener('securitypolicyviolation',
  e => window.__reports__.push(`${e.violatedDirective}: ${e.blockedURI}`));
"""


def stranger(address: str) -> str:
    """A page of somebody else's: the same server under its other name is another origin."""
    return address.replace("127.0.0.1", "localhost") + "strange.html"


class _Told(Host):
    """Serves a site as it is to be served, and beside it a page of somebody else's."""

    def told(self, path: str) -> Mapping[str, str]:
        """Nothing is told of a stranger's page."""
        return {} if path == "strange.html" else super().told(path)

    def translate_path(self, path: str) -> str:
        """Where a file lies; the strange page lies beside the site."""
        if path == "/strange.html":
            return str(Path(self.directory).with_name("strange.html"))
        return super().translate_path(path)

    def do_GET(self) -> None:  # noqa: N802 - http.server calls it so
        """Answer; there is no icon, and that is no fault of the page."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk whose one story, of a photograph for each attack, is published."""
    made = tmp_path_factory.mktemp("attacked") / "desk"
    publish(attacked(made))
    return made


@pytest.fixture(scope="module")
def address(newsroom: Path) -> Iterator[str]:
    with served(newsroom / "site", _Told) as address:
        yield address


@pytest.fixture
def watched(page, address):
    """An empty page; in the end nothing of an attack may have happened on it."""
    happened: list[str] = []
    page.add_init_script(WATCH)
    page.on("console", lambda said: happened.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: happened.append(str(fault)))
    page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
    page.on("popup", lambda opened: happened.append(f"opened {opened.url}"))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((address, stranger(address), "data:", "about:"))
            else happened.append(f"asked for {request.url}")
        ),
    )
    yield page
    for frame in page.frames:
        assert frame.evaluate(f"window.{MARK}") is None
        assert frame.evaluate("window.__reports__ ?? []") == []
    assert happened == []


def squeeze(text: str) -> str:
    """Words with one space between them, without signs that steer a terminal."""
    return " ".join(re.sub("[\x80-\x9f]", "", text).split())


def captions(newsroom: Path) -> list[str]:
    """What the story says under each photograph: with every attack of the files in it."""
    story = newsroom / "stories" / "attack" / "story.md"
    placements = parse(story.read_text(encoding="utf-8")).story.placements
    return [squeeze(placement.caption.text) for placement in placements]


def test_the_story_says_every_attack(newsroom):
    """What the files say came into the story unharmed; else nothing would be tested here."""
    said = captions(newsroom)
    shared = sum(
        squeeze(clean(payload)) == words for payload, words in zip(PAYLOADS, said, strict=True)
    )
    assert len(said) == len(PAYLOADS) >= 60
    assert shared >= 60


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_shows_the_letters(newsroom, watched, address, scheme):
    """Headline, standfirst, captions, credits and alternatives; to its end, and with links."""
    watched.emulate_media(color_scheme=scheme)
    watched.goto(f"{address}attack/")
    assert squeeze(watched.locator("h1").text_content()) == squeeze(clean(ALL))
    shown = watched.eval_on_selector_all(
        "figure .caption", "all => all.map(each => each.textContent)"
    )
    assert [squeeze(text) for text in shown] == [words for words in captions(newsroom) if words]
    links = watched.eval_on_selector_all("a[href]", "all => all.map(each => each.href)")
    assert {urlsplit(link).scheme for link in links} <= {"http", "https"}
    for number in range(0, len(PAYLOADS), 8):
        watched.locator("figure").nth(number).scroll_into_view_if_needed()
    watched.locator("h1").hover()
    watched.keyboard.press("Tab")


def test_the_viewer_shows_the_letters(newsroom, watched, address):
    """Every photograph of it, by keyboard; and each by its own link."""
    watched.goto(f"{address}attack/")
    watched.locator("figure a").first.click()
    said = captions(newsroom)
    for number, words in enumerate(said, 1):
        watched.wait_for_function(
            f"document.querySelector('.position').textContent.includes('{number} of')"
        )
        assert words in squeeze(watched.locator("dialog[open]").text_content())
        watched.keyboard.press("ArrowRight")


def test_the_embedded_view_shows_the_letters(newsroom, watched, address):
    """In a frame on a strange page, as oEmbed gives it."""
    given = json.loads((newsroom / "site" / "attack" / "oembed.json").read_text())
    frame = given["html"].replace("https://p.example.org/", address)
    strange = newsroom / "strange.html"
    strange.write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
    watched.goto(stranger(address))
    inner = watched.frame_locator("iframe")
    inner.locator("h1").wait_for()
    assert squeeze(inner.locator("h1").text_content()) == squeeze(clean(ALL))
    shown = inner.locator(".caption").all_text_contents()
    assert [squeeze(text) for text in shown] == [words for words in captions(newsroom) if words]


def test_lists_show_the_letters(newsroom, watched, address):
    """The first page, the section's and each photographer's."""
    pages = sorted(path.name for path in (newsroom / "site").glob("*.html"))
    assert {"index.html"} < {*pages}
    assert any(name.startswith("section-") for name in pages)
    for name in (pages[0], *pages[1::12], "index.html"):
        watched.goto(f"{address}{name}")
        assert watched.evaluate(f"window.{MARK}") is None
        assert watched.evaluate("window.__reports__") == []
    assert "<script>" in watched.locator("main").text_content()


def fragments(site: Path) -> Iterator[str]:
    """Every piece of HTML that feeds hand to readers."""
    for path in sorted(site.rglob("rss.xml")):
        tree = etree.parse(path)
        yield from (each.text for each in tree.iter("description", CONTENT) if each.text)
    for path in sorted(site.rglob("atom.xml")):
        tree = etree.parse(path)
        marked = (each for each in tree.iter(f"{ATOM}*") if each.get("type") == "html")
        yield from (each.text for each in marked if each.text)
    for path in sorted(site.rglob("feed.json")):
        yield from (item.get("content_html", "") for item in json.loads(path.read_text())["items"])


def test_a_reader_that_shows_feeds_runs_nothing(newsroom, page, address):
    """Worse than any reader: each piece put into a page that has no policy, and opened."""
    happened: list[str] = []
    page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
    page.route("**/*", lambda route: route.abort())
    pieces = list(fragments(newsroom / "site"))
    assert len(pieces) > 3 * len(PAYLOADS)
    page.set_content("<!doctype html><title>x</title><main></main>")
    page.evaluate(
        """pieces => { for (const piece of pieces) {
             const item = document.createElement('article');
             item.innerHTML = piece;
             document.querySelector('main').append(item); } }""",
        pieces,
    )
    page.wait_for_timeout(500)
    assert page.evaluate(f"window.{MARK}") is None
    tags = page.evaluate(
        "[...new Set([...document.querySelectorAll('main *')].map(e => e.tagName))]"
    )
    assert {*tags} <= {"ARTICLE", "FIGURE", "A", "IMG", "FIGCAPTION", "CITE", "BDI", "P", "SPAN"}
    assert happened == []


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml", "sitemap.xml", "attack/story.newsml.xml"])
def test_a_browser_reads_the_xml(newsroom, watched, name):
    """Well-formed for the browser's own parser, and nothing in it is HTML or a drawing."""
    found = watched.evaluate(
        """text => {
             const tree = new DOMParser().parseFromString(text, 'application/xml');
             const of = space => tree.getElementsByTagNameNS(space, '*').length;
             return [tree.querySelector('parsererror')?.textContent ?? '',
                     of('http://www.w3.org/1999/xhtml'), of('http://www.w3.org/2000/svg')];
           }""",
        (newsroom / "site" / name).read_text(encoding="utf-8"),
    )
    assert found == ["", 0, 0]
