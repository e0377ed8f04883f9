"""A site is switched again and again while readers ask for it: what do they get?

Every file of a release says the release's number at its beginning and at its end, and how long
it is; no two releases have a file of the same length. An answer is wrong if it is no 200, if
its two numbers differ or if it has another length: mixed, short or missing. nginx, told what
`cutline headers nginx` prints, serves the link; wrk asks. Without them Python does both.

    python bench/switch [--switches N] [--plain]
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import load

from cutline import store

PATHS = ("index.html", "ferry/index.html", "ferry/rss.xml", "ferry/photographs/ferry.jpg")
CHANGED = 40
"""Files of a release that differ from the one before."""
LENGTH = 20_000


def release(places: store.Places, photographs: Path, number: int) -> None:
    """Publish the release of this number."""
    paths = (*PATHS, *(f"ferry/{n}.txt" for n in range(CHANGED - len(PATHS))))
    with store.building(places, photographs) as build:
        for path in paths:
            build.add(path, body(number, LENGTH + number))
        build.finish({})


def body(number: int, length: int) -> bytes:
    """A file that says which release it is of, and how long it is."""
    head, tail = b"%06d %08d " % (number, length), b" %06d" % number
    return head + b"x" * (length - len(head) - len(tail)) + tail


def row(what: str, measured: str, target: str = "") -> None:
    """Print one line of the table that ``make bench`` ends with."""
    print(f"| {what} | {measured} | {target} |", flush=True)


def main() -> int:
    """Switch under load, and count the answers."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--switches", type=int, default=500)
    parser.add_argument("--plain", action="store_true", help="Python's server and readers")
    told = parser.parse_args()
    native = not told.plain and load.NGINX is not None and shutil.which("wrk") is not None
    with tempfile.TemporaryDirectory(prefix="cutline-switch-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx's workers are another user's
        (folder / "photographs").mkdir()
        places = store.of_folder(folder / "site")
        release(places, folder / "photographs", 0)
        took = []
        serving = load.nginx(places.out, folder) if native else load.python(places.out)
        with serving as address:
            reading = load.wrk if native else load.readers
            with reading(address, PATHS, folder) as told_by:
                for number in range(1, told.switches + 1):
                    began = time.perf_counter()
                    release(places, folder / "photographs", number)
                    took.append(time.perf_counter() - began)
                    time.sleep(0.02)
            answers = told_by()
    who = "wrk and nginx" if native else "Python's readers and server"
    row(f"releases switched while {who} were busy", str(told.switches))
    row("answers in that time", str(answers.whole + answers.wrong))
    row("different releases seen by readers", str(answers.releases))
    row("mixed, short or missing answers", str(answers.wrong), "0")
    row(f"a release of {CHANGED} changed files, ms", f"{statistics.median(took) * 1000:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
