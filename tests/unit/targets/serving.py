"""nginx and Caddy as readers meet them, told what ``cutline headers`` prints."""

import http.client
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection, socket

from cutline.targets import SNIPPETS

PROGRAMS = {"nginx": "nginx-light", "caddy": "caddy"}
"""Servers, and Debian's packages for them."""

_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))


@dataclass(frozen=True)
class Answer:
    """What came back: status, body, and each header with all of its values."""

    status: int
    headers: dict[str, list[str]]
    body: bytes

    def said(self, name: str) -> str | None:
        """The value of a header that may stand once; None without it."""
        values = self.headers.get(name.lower(), [])
        assert len(values) <= 1, (name, values)
        return values[0] if values else None


class Server:
    """A server that answers at a port of the loopback."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request for a path that is sent as it stands."""
        asking = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            asking.request(method, path, headers=sent)
            answer = asking.getresponse()
            held: dict[str, list[str]] = {}
            for name, value in answer.getheaders():
                held.setdefault(name.lower(), []).append(value)
            return Answer(answer.status, held, answer.read())
        finally:
            asking.close()


def program(name: str) -> str | None:
    """Where a server's program is; None if it is not installed."""
    return shutil.which(name, path=_PATH)


@contextmanager
def serving(name: str, www: Path, folder: Path) -> Iterator[Server]:
    """Serve a folder until the block ends; the server keeps its own files in ``folder``."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = {"nginx": _nginx, "caddy": _caddy}[name](www, folder, port)
    own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (
        (folder / "told.txt").open("wb") as told,
        subprocess.Popen(command, stdout=told, stderr=told, env={**os.environ, **own}) as running,
    ):
        try:
            _wait(port, folder / "told.txt")
            yield Server(port)
        finally:
            running.terminate()


def _nginx(www: Path, folder: Path, port: int) -> list[str]:
    told = SNIPPETS["nginx"]().replace("listen 80;", f"listen 127.0.0.1:{port};")
    told = re.sub(r"root [^;]+;", f"root {www};", told)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    own = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 1;\n"
        f"events {{ worker_connections 64; }}\nhttp {{ access_log off;\n{own}{told}}}\n"
    )
    return [str(program("nginx")), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]


def _caddy(www: Path, folder: Path, port: int) -> list[str]:
    told = SNIPPETS["caddy"]().replace("pictures.example.org {", f":{port} {{\n\tbind 127.0.0.1")
    told = re.sub(r"root \* \S+", f"root * {www}", told)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{told}")
    return [str(program("caddy")), "run", "--config", str(folder / "Caddyfile")]


def _wait(port: int, told: Path) -> None:
    for _ in range(100):
        try:
            create_connection(("127.0.0.1", port), 1).close()
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise ConnectionError(f"nobody answers at port {port}: {told.read_text()[-2000:]}")
