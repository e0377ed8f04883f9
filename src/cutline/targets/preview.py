"""A preview of a site, for one person on one machine, that follows what is published.

It answers on the loopback alone, to its own name alone, and only with files that the manifest
of the release lists: there is no path to take apart and no folder to list. A page gets one
script more than its release holds; that asks which release is shown and loads the page again
when it is another.
"""

import hashlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer

from cutline.model import TargetError
from cutline.store import Manifest, Places, write
from cutline.store.manifest import load
from cutline.targets import delivery

SCRIPT, CHANGES = "/.cutline/reload.js", "/.cutline/changes"
"""Addresses that no file of a site can have."""

_HOST = "127.0.0.1"
_PATIENCE = 30.0
"""Seconds for which a connection may be silent."""

_BEAT = 10.0
"""Seconds after which a page that waits is told that we are there; one that left is noticed."""

_RELOAD = b"""\
const shown = new URL(document.currentScript.src).search.slice(1);
const changes = new EventSource("%s");
changes.onmessage = ({ data }) => data === shown || location.reload();
""" % CHANGES.encode()

_NOTHING = b"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Nothing to show yet</title>
</head>
<body><p>Nothing is published yet: the terminal says why. This page waits for it.</p></body>
</html>
"""


class Preview:
    """A running preview.

    Attributes:
        url: Its address, ending in a slash.
    """

    def __init__(self, server: "_Server") -> None:
        self._server = server
        self.url = f"http://{_HOST}:{server.server_address[1]}/"

    def changed(self) -> None:
        """Tell every page that is open that another release is shown."""
        with self._server.news:
            self._server.news.notify_all()


@contextmanager
def previewing(places: Places, port: int = 0) -> Iterator[Preview]:
    """Serve the site as it is at each moment, until the block ends.

    Args:
        places: The site; there need not be one yet.
        port: Of the loopback; 0 takes one that is free.

    Raises:
        TargetError: the port cannot be had.
    """
    try:
        server = _Server(places, port)
    except OSError as error:
        why = error.strerror or str(error)
        raise TargetError(f"port {port} cannot be had: {why}", "choose another with --port") from (
            error
        )
    serving = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="preview"
    )
    serving.start()
    try:
        yield Preview(server)
    finally:
        server.leave()
        serving.join()


class _Server(ThreadingTCPServer):
    """Listens; each connection has a thread that ends with the program."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, places: Places, port: int) -> None:
        self.places = places
        self.news = threading.Condition()
        self.leaving = False
        super().__init__((_HOST, port), _Handler)
        own = self.server_address[1]
        self.names = frozenset({f"{_HOST}:{own}", f"localhost:{own}"})

    def release(self) -> str:
        """The number of the release that is shown; empty where there is none."""
        return self.places.pointed_at() or ""

    def leave(self) -> None:
        """Answer nobody any more; pages that wait are let go."""
        with self.news:
            self.leaving = True
            self.news.notify_all()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who left is no fault."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "cutline"
    sys_version = ""
    timeout = _PATIENCE
    disable_nagle_algorithm = True  # else a body waits 40 ms for word that its headers came

    def parse_request(self) -> bool:
        """Refuse whoever asks for another name: a strange page that was led here (rebinding)."""
        if not super().parse_request():
            return False
        named = self.headers.get_all("Host", [])
        if len(named) != 1 or named[0].lower() not in self.server.names:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, {}, b"")
            self.close_connection = True
            return False
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # nobody reads what a GET brings along
        return True

    def do_GET(self) -> None:
        """Answer with a file of the release."""
        path = self.path.partition("?")[0]
        if path == CHANGES and self.command == "GET":
            self._tell_changes()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _own("a.js"), _RELOAD)
        elif path.startswith("/"):
            self._answer(path.removeprefix("/"))
        else:
            self._send(HTTPStatus.BAD_REQUEST, {}, b"")

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads a log of one's own clicks."""

    def _answer(self, path: str) -> None:
        number = self.server.release()  # one release for all of an answer, whatever is shown next
        manifest = load(self.server.places.releases / number) if number else None
        if manifest is None:
            page = _followed(_NOTHING, number)
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, _own("index.html"), page)
            return
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if f"{name}/index.html" in manifest.paths:
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"/{name}/"}, b"")
            return
        data = self._read(name, number, manifest)
        if data is None:
            self._send(HTTPStatus.NOT_FOUND, {}, b"")
        elif delivery.is_page(name):
            self._send(HTTPStatus.OK, _own(name), _followed(data, number))
        else:
            self._send(HTTPStatus.OK, delivery.headers(name), data)

    def _read(self, name: str, number: str, manifest: Manifest) -> bytes | None:
        """A file of the release; None if there is none, or it is no longer what was published."""
        if name not in manifest.paths:
            return None
        places = self.server.places
        try:
            return write.read(Path(places.out.parent, places.target(number), name))
        except OSError:  # the release went, or a link stands there now
            return None

    def _send(self, status: HTTPStatus, said: dict[str, str], body: bytes) -> None:
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        if status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            status, body = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        headers = {**delivery.EVERYWHERE, "Cross-Origin-Resource-Policy": "same-origin", **said}
        if status in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
            headers["ETag"] = tag
        if status != HTTPStatus.NOT_MODIFIED:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell_changes(self) -> None:
        """Server-sent events: the number of the release, again whenever it is another."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        told: str | None = None
        while not self.server.leaving:
            number = self.server.release()
            self.wfile.write(
                b": still here\n\n" if number == told else b"data: %s\n\n" % number.encode()
            )
            told = number
            with self.server.news:
                if not self.server.leaving and self.server.release() == told:
                    self.server.news.wait(_BEAT)


def _own(path: str) -> dict[str, str]:
    """Headers of what the release does not hold just so: a page may load the script."""
    said = delivery.headers(path)
    if policy := said.get("Content-Security-Policy"):
        said["Content-Security-Policy"] = policy.replace("script-src", "script-src 'self'")
    return said


def _followed(page: bytes, number: str) -> bytes:
    """A page with the script that follows changes.

    It stands before the page's own policy, which lets no script in that it does not name and
    holds from where it stands.
    """
    script = b'<head>\n<script src="%s?%s"></script>' % (SCRIPT.encode(), number.encode())
    return page.replace(b"<head>", script, 1)
