"""nginx and Caddy themselves send a site as the table of ``delivery`` says, and nothing else."""

from collections.abc import Iterator
from email.message import Message

import pytest

from conftest import needs
from cutline.targets import delivery
from unit.targets.serving import PROGRAMS, Server, program, serving
from unit.targets.sites import PAGE, PHOTO, files, site

MORE = (
    *("photographers.html", "section-sea.html", "section-sea.rss.xml", "index.2.html"),
    *("embed.html", "atom.xml", "feed.json", "rss.xml", "sitemap.xml", "robots.txt"),
    *("ferry/story.json", "ferry/story.ninjs.json", "ferry/story.newsml.xml", "ferry/oembed.json"),
    *("ferry/photographs/ferry.0123456789ab-card.jpg", "ferry/photographs/a.0123456789ab-480.webp"),
    *("logo.svg", "ferry/a.css", "ferry/a.js", "ferry/a.pdf", "ferry/a.epub", "ferry/a.zip"),
    *("ferry/a.gif", "ferry/a.png"),
)
HELD = {**files(), **{path: PAGE + path.encode() for path in MORE}}
OUTSIDE = (
    *("/../manifest.json", "/..%2fmanifest.json", "/%2e%2e/manifest.json", "/ferry/../../secret"),
    *(
        "/ferry/%2e%2e/%2e%2e/%2e%2e/secret",
        "/..%5c..%5csecret",
        "/manifest.json",
        "/.cutline/lock",
    ),
    *("/ferry%00.html", "//secret", "/ferry/photographs/../../../manifest.json"),
)


@pytest.fixture(scope="module", params=PROGRAMS)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server that follows the link of a published site."""
    name = request.param
    needs(program(name) is not None, f"{name} (Debian: {PROGRAMS[name]})")
    folder = tmp_path_factory.mktemp(name)
    places = site(folder, HELD)
    for place in (folder, places.out.resolve().parent):
        (place / "secret").write_text("nobody's business")
    with serving(name, places.out, folder) as running:
        yield running


def kind(value: str | None) -> tuple[str, str]:
    """Media type and charset of a ``Content-Type``."""
    told = Message()
    told["Content-Type"] = value or ""
    return told.get_content_type(), (told.get_content_charset() or "").lower()


@pytest.mark.parametrize("path", HELD)
def test_every_file_is_sent_as_the_table_says(server, path):
    """What it is, how long it may be kept, what it may do; each said once."""
    answer, told = server.ask(f"/{path}"), delivery.headers(path)

    assert (answer.status, answer.body) == (200, HELD[path])
    assert kind(answer.said("Content-Type")) == kind(told.pop("Content-Type"))
    assert {name: answer.said(name) for name in told} == told
    assert (answer.said("Content-Security-Policy") is None) == (not delivery.policy(path))


@pytest.mark.parametrize(("path", "page"), [("/", "index.html"), ("/ferry/", "ferry/index.html")])
def test_a_folder_is_its_page(server, path, page):
    answer = server.ask(path)

    assert (answer.status, answer.body) == (200, HELD[page])
    assert answer.said("Content-Security-Policy") == delivery.POLICY
    assert answer.said("Cache-Control") == delivery.ASK_AGAIN


def test_a_folder_without_its_slash_leads_there_whatever_stands_before_the_server(server):
    """Relatively: it may be reached by another name, port or scheme than it knows."""
    answer = server.ask("/ferry", Host="pictures.example.org")

    assert answer.status in {301, 308}
    assert answer.said("Location") in {"/ferry/", "ferry/"}


@pytest.mark.parametrize("path", [f"/ferry/{PHOTO.replace('ferry', 'gone')}", "/gone.html", "/g/"])
def test_what_is_not_there_is_not_kept_for_a_year(server, path):
    """A reader who asks a moment too early, or too late, can ask again."""
    answer = server.ask(path)

    assert answer.status == 404
    assert "immutable" not in (answer.said("Cache-Control") or "")
    assert answer.said("X-Content-Type-Options") == "nosniff"


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_is_served(server, path):
    """No manifest, no lock, no neighbour, however the way out is written."""
    answer = server.ask(path)

    assert answer.status >= 300
    assert b"nobody's business" not in answer.body
    assert b"files" not in answer.body


def test_no_folder_is_listed(server):
    answer = server.ask("/ferry/photographs/")

    assert answer.status in {403, 404}
    assert b"0123456789ab" not in answer.body


def test_what_a_reader_has_is_not_sent_again(server):
    first = server.ask("/ferry/")
    again = server.ask("/ferry/", If_None_Match=first.said("ETag") or "")

    assert (again.status, again.body) == (304, b"")
    assert again.said("Cache-Control") == delivery.ASK_AGAIN


def test_a_part_of_a_picture_and_its_headers_alone(server):
    part = server.ask(f"/ferry/{PHOTO}", Range="bytes=0-1")
    head = server.ask(f"/ferry/{PHOTO}", "HEAD")

    assert (part.status, part.body) == (206, b"\xff\xd8")
    assert (head.status, head.body) == (200, b"")
    assert head.said("Cache-Control") == delivery.FOR_EVER


def test_nothing_is_taken(server):
    assert {server.ask("/index.html", method).status for method in ("POST", "PUT", "DELETE")} == {
        405
    }
