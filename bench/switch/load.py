"""Who serves the site, and who asks for it; each until its block ends."""

import http.client
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_connection, socket

from cutline.targets.servers import nginx as snippet

SCRIPT = Path(__file__).with_name("ask.lua")
NGINX = shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))
CONNECTIONS = 16
LONGEST = 3600
"""Seconds after which wrk gives up by itself."""
TOLD = re.compile(r"whole (\d+) wrong (\d+) releases (\d+)")


@dataclass
class Answers:
    """What readers got: whole answers, wrong ones, and how many releases they saw."""

    whole: int = 0
    wrong: int = 0
    seen: set[int] = field(default_factory=set)
    releases: int = 0


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[str]:
    """Serve with nginx, as our own snippet tells it; gives host and port."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = snippet().replace("listen 80;", f"listen 127.0.0.1:{port};")
    told = re.sub(r"root [^;]+;", f"root {site};", told)
    (folder / "nginx.conf").write_text(
        f"pid {folder}/nginx.pid; error_log {folder}/nginx.log warn; worker_processes 1;\n"
        "events { worker_connections 256; }\n"
        f"http {{ access_log off; keepalive_requests 100000;\n{told}}}\n",
        encoding="utf-8",
    )
    command = [str(NGINX), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        wait(port)
        try:
            yield f"127.0.0.1:{port}"
        finally:
            server.terminate()


@contextmanager
def python(site: Path) -> Iterator[str]:
    """Serve with Python's own server; gives host and port."""
    handler = partial(_Handler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def wait(port: int) -> None:
    """Wait until somebody answers at a port of the loopback.

    Raises:
        ConnectionError: nobody did within ten seconds.
    """
    for _ in range(100):
        try:
            create_connection(("127.0.0.1", port), 1).close()
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise ConnectionError(f"nobody answers at port {port}")


@contextmanager
def wrk(address: str, paths: Sequence[str], folder: Path) -> Iterator[Callable[[], Answers]]:
    """Ask with wrk until the block ends; afterwards what was yielded tells what came back."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{LONGEST}", "-s", str(SCRIPT)]
    words = [*command, f"http://{address}/", *paths]
    log = folder / "wrk.txt"

    def told() -> Answers:
        text = log.read_text(encoding="utf-8")
        found = TOLD.search(text)
        if found is None:
            raise RuntimeError(f"wrk said nothing that can be counted: {text[-500:]}")
        whole, wrong, releases = map(int, found.groups())
        return Answers(whole, wrong, releases=releases)

    with log.open("w", encoding="utf-8") as out, subprocess.Popen(words, stdout=out) as asking:
        yield told
        asking.send_signal(signal.SIGINT)


@contextmanager
def readers(address: str, paths: Sequence[str], folder: Path) -> Iterator[Callable[[], Answers]]:  # noqa: ARG001
    """The same with threads of Python's."""
    answers, ended, lock = Answers(), threading.Event(), threading.Lock()

    def read(first: int) -> None:
        line = http.client.HTTPConnection(address, timeout=10)
        at = first
        while not ended.is_set():
            at += 1
            line.request("GET", f"/{paths[at % len(paths)]}")
            answer = line.getresponse()
            number = told_by(answer.read()) if answer.status == http.HTTPStatus.OK else None
            with lock:
                answers.whole += number is not None
                answers.wrong += number is None
                answers.seen |= set() if number is None else {number}
        line.close()

    threads = [threading.Thread(target=read, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()

    def told() -> Answers:
        answers.releases = len(answers.seen)
        return answers

    try:
        yield told
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def told_by(data: bytes) -> int | None:
    """The release that a file is of; None where it is mixed or short."""
    head, tail = data[:6], data[-6:]
    return int(head) if head == tail and int(data[7:15]) == len(data) else None
