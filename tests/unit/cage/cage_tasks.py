"""Tasks for the tests of the cage: well-behaved ones, and what hostile files would do."""

import os
import signal
import socket
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from cutline.model import ReadError

Answer = tuple[object, Sequence[bytes]]
prepared: list[str] = []


def prepare() -> None:
    prepared.append("before confinement")


def start_a_thread() -> None:
    import threading

    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()


def echo(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    return {"arguments": arguments, "prepared": prepared, "pid": os.getpid()}, blobs


def refuse(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    raise ReadError("it is no photograph", "look at it")


def stumble(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    raise ZeroDivisionError("a bug")


def end(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    if arguments["how"] == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if arguments["how"] == "abort":
        os.abort()
    os._exit(3)


def spin(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    while True:
        pass


def wait(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    time.sleep(float(str(arguments["seconds"])))
    return None, ()


def chatter(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    while True:
        os.write(2, b"and another thing\n" * 1000)


def hoard(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    kept = [bytearray(50_000_000) for _ in range(1000)]
    return len(kept), ()


def prattle(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    print("what a library prints does no harm")
    return "said", ()


def garble(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, b"GET / HTTP/1.1\r\n\r\n")
        except OSError:
            continue
    return None, ()


def attempt(arguments: Mapping[str, object], blobs: Sequence[bytes]) -> Answer:
    """Try what a taken-over decoder would try; report what was not refused."""
    target = Path(str(arguments["target"]))
    attempts = {
        "read a file": lambda: os.open(target, os.O_RDONLY),
        "write a file": lambda: os.open(target.with_name("new"), os.O_WRONLY | os.O_CREAT),
        "open a socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "open a datagram socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "make a folder": lambda: target.with_name("folder").mkdir(),
        "remove a file": target.unlink,
        "rename a file": lambda: target.rename(target.with_name("moved")),
        "cut a file": lambda: os.truncate(target, 0),
        "run a program": lambda: os.execv("/bin/true", ["/bin/true"]),
        "signal its parent": lambda: os.kill(os.getppid(), 0),
    }
    done = []
    for name, attempted in attempts.items():
        try:
            attempted()
        except OSError:
            continue
        done.append(name)
    return {"done": done, "environment": sorted(os.environ)}, ()
