"""The preview's server: who is answered, and with what."""

import socket
import threading
from http.client import HTTPConnection, HTTPResponse

import pytest

from cutline import store
from cutline.model import TargetError
from cutline.targets.preview import CHANGES, SCRIPT, Preview, previewing
from unit.targets.sites import OTHER, files, site

PAGE = b"<!doctype html><html><head><meta charset=utf-8></head>"


@pytest.fixture
def places(tmp_path) -> store.Places:
    return site(tmp_path, files(first=PAGE))


@pytest.fixture
def preview(places):
    with previewing(places) as running:
        yield running


def ask(preview: Preview, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    """The answer to one request, body read."""
    host = preview.url.removeprefix("http://").rstrip("/")
    connection = HTTPConnection(host, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def test_a_file_comes_with_its_headers(preview):
    """Just as a server should send it: type, caching, nothing guessed, for this site alone."""
    answer = ask(preview, f"/ferry/{OTHER}")

    assert (answer.status, answer.body) == (200, files()[f"ferry/{OTHER}"])
    assert answer.headers["Content-Type"] == "image/avif"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_page_follows_changes_and_the_release_does_not(preview, places):
    """The script is in what is served, before the page's own policy, and in no file."""
    answer = ask(preview, "/")

    assert answer.body.index(SCRIPT.encode()) < answer.body.index(b"<meta")
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert ask(preview, SCRIPT).headers["Content-Type"].startswith("text/javascript")
    assert (places.out / "index.html").read_bytes() == PAGE


@pytest.mark.parametrize(
    "path",
    [
        "/ferry/photographs/",
        "/ferry/photographs",
        "/../manifest.json",
        "/ferry/../../manifest.json",
        "/%2e%2e/manifest.json",
        "/ferry//index.html",
        "/.cutline/",
        "/index.html%00",
        "/INDEX.HTML",
    ],
)
def test_nothing_is_listed_and_nothing_is_found_beside_the_site(preview, path):
    answer = ask(preview, path)

    assert (answer.status, answer.body) == (404, b"")


def test_a_link_put_into_the_release_leads_nowhere(preview, places, tmp_path):
    """Only what the manifest lists is sent, and never through a link."""
    (tmp_path / "secret").write_text("secret")
    (places.out / "secret").symlink_to(tmp_path / "secret")
    page = places.out / "ferry" / "index.html"
    page.unlink()
    page.symlink_to(tmp_path / "secret")

    assert ask(preview, "/secret").status == 404
    assert ask(preview, "/ferry/").status == 404


@pytest.mark.parametrize("path", ["/ferry", "/ferry?x=1"])
def test_a_folder_without_its_slash_is_sent_on(preview, path):
    answer = ask(preview, path)

    assert (answer.status, answer.headers["Location"]) == (301, "/ferry/")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "", "127.0.0.1:1", "127.0.0.1.evil"])
def test_another_name_is_not_answered(preview, host):
    """A page elsewhere whose name was led here (DNS rebinding) learns nothing."""
    for method in ("GET", "HEAD", "POST"):
        answer = ask(preview, "/", method, Host=host)
        assert (answer.status, answer.body) == (421, b"")


def test_two_names_are_none(preview):
    port = int(preview.url.rpartition(":")[2].rstrip("/"))
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: evil\r\n\r\n" % port)
        assert line.recv(100).startswith(b"HTTP/1.1 421 ")


def test_only_reading_is_understood(preview):
    assert ask(preview, "/", "HEAD").body == b""
    assert ask(preview, "/", "HEAD").status == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert ask(preview, "/", method).status == 501


def test_what_the_browser_has_is_not_sent_again(preview):
    tag = ask(preview, "/").headers["ETag"]
    again = ask(preview, "/", **{"If-None-Match": tag})

    assert (again.status, again.body) == (304, b"")


def test_it_listens_on_the_loopback_alone(preview):
    port = int(preview.url.rpartition(":")[2].rstrip("/"))
    with socket.socket() as other:
        other.bind(("127.0.0.2", port))  # would be taken if it listened everywhere


def test_before_the_first_release_it_waits(tmp_path):
    places = store.of_folder(tmp_path / "site")
    with previewing(places) as preview:
        answer = ask(preview, "/")
        assert answer.status == 503
        assert SCRIPT.encode() in answer.body
        site(tmp_path, files())
        assert ask(preview, "/").status == 200


def test_open_pages_hear_of_a_new_release(preview, places, tmp_path):
    """Told at once what is shown, and again when that is another one."""
    port = int(preview.url.rpartition(":")[2].rstrip("/"))
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", CHANGES)
    events = connection.getresponse()
    assert events.headers["Content-Type"] == "text/event-stream"
    assert events.readline() == b"data: 0001\n"
    assert events.readline() == b"\n"

    site(tmp_path, files(first=b"new"))
    preview.changed()
    assert events.readline() == b"data: 0002\n"
    connection.close()


def test_it_ends_although_pages_wait(places):
    """Ctrl-C is not held up by a page that is open."""
    with previewing(places) as preview:
        port = int(preview.url.rpartition(":")[2].rstrip("/"))
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", CHANGES)
        events = connection.getresponse()
        events.readline()
    assert events.read() == b"\n"
    with pytest.raises(ConnectionRefusedError):
        ask(preview, "/")
    assert not any(thread.name.startswith("preview") for thread in threading.enumerate())
    connection.close()


def test_a_port_that_is_taken_is_named(preview, places):
    port = int(preview.url.rpartition(":")[2].rstrip("/"))
    with pytest.raises(TargetError, match=f"port {port} cannot be had"), previewing(places, port):
        pass
