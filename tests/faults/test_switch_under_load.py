"""Whatever release is shown while a reader asks, the answer is whole and of one release."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cutline import store
from cutline.targets.preview import previewing

SWITCHES = 50
PATHS = ("/", "/ferry/rss.xml", "/ferry/photographs/1.txt", "/ferry/")


class _Static(SimpleHTTPRequestHandler):
    """A plain server of files, through the link each time."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def static(places: store.Places) -> Iterator[str]:
    handler = partial(_Static, directory=str(places.out))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def preview(places: store.Places) -> Iterator[str]:
    with previewing(places) as running:
        yield running.url.removeprefix("http://").rstrip("/")


def release(places: store.Places, number: int) -> None:
    """Publish: each file says twice which release it is of, and how long it is."""
    names = ("index.html", "ferry/index.html", "ferry/rss.xml", "ferry/photographs/1.txt")
    with store.building(places, places.out.parent / "photographs") as build:
        for name in names:
            head, tail = b"%04d %08d " % (number, 9000 + number), b" %04d" % number
            build.add(name, head + b"x" * (9000 + number - len(head) - len(tail)) + tail)
        build.finish({}, keep=2)


class Reader(threading.Thread):
    """Asks for one file after the other, and remembers what was wrong."""

    def __init__(self, address: str, shown: list[int]) -> None:
        super().__init__(name="reader")
        self._address, self._shown = address, shown
        self.ended = threading.Event()
        self.answers, self.wrong, self.seen = 0, list[str](), set[int]()

    def run(self) -> None:
        line = http.client.HTTPConnection(self._address, timeout=20)
        while not self.ended.is_set():
            path = PATHS[self.answers % len(PATHS)]
            before = self._shown[-1]
            line.request("GET", path)
            answer = line.getresponse()
            self._judge(path, answer.status, answer.read(), before)
            self.answers += 1
        line.close()

    def _judge(self, path: str, status: int, data: bytes, before: int) -> None:
        if status != HTTPStatus.OK:
            self.wrong.append(f"{path}: {status}")
            return
        head, tail, length = data[:4], data[-4:], int(data[5:13])
        if head != tail or length != len(data):
            self.wrong.append(f"{path}: {head!r} and {tail!r}, {len(data)} of {length}")
        elif not before <= int(head) <= self._shown[-1] + 1:
            self.wrong.append(f"{path}: release {int(head)} although {before} was shown already")
        self.seen.add(int(head))


@pytest.mark.parametrize("serving", [static, preview])
def test_answers_are_whole_and_never_older_than_what_was_shown(tmp_path: Path, serving):
    """Fifty releases under four readers; only two stay on disk."""
    places = store.of_folder(tmp_path / "site")
    (tmp_path / "photographs").mkdir()
    release(places, 0)
    shown = [0]
    with serving(places) as address:
        readers = [Reader(address, shown) for _ in range(4)]
        for reader in readers:
            reader.start()
        for number in range(1, SWITCHES + 1):
            release(places, number)
            shown.append(number)
        for reader in readers:
            reader.ended.set()
        for reader in readers:
            reader.join()

    assert [sentence for reader in readers for sentence in reader.wrong] == []
    assert sum(reader.answers for reader in readers) > 2 * SWITCHES
    assert len(set.union(*(reader.seen for reader in readers))) > SWITCHES // 4
    assert places.out.readlink().parent.name == f"{SWITCHES + 1:04}"
