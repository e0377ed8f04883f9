"""How soon the lead is seen: our page, another gallery's page, and the floor of the network.

Both sites hold the same photographs with the same lead. Each is served from this machine and
opened cold in a headless Chromium that pretends to be a phone on slow 4G; the runs take
turns, and medians count. The floor is a page that holds nothing but our lead: two round trips
and its bytes.

A browser's LCP does not count what fades in from nothing, as the lead of some galleries does;
it names a heading then. So “lead” is the LCP where a picture was the largest thing, else the
moment when the last byte of the largest picture in the window had come, which is before it
was painted and so favours that page. The raw LCP stands beside it.

    python bench/page/lcp.py OURS PEER [--peer-page ALBUM/index.html] [--runs 5]

OURS and PEER are whole sites, so that a page finds what lies above it. Nothing here is a
test: it prints.
"""

import argparse
import gzip
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

PHONE = {"viewport": {"width": 412, "height": 915}, "device_scale_factor": 2.6, "is_mobile": True}
SLOW_4G = {
    "offline": False,
    "latency": 562,
    "downloadThroughput": 1.44e6 / 8,
    "uploadThroughput": 0.675e6 / 8,
}
CPU_SLOWER = 4
PAGE = "index.html"
SETTLE_MS = 4000
AGAINST_PEER, AGAINST_FLOOR = 0.75, 1.25

OBSERVE = """
window.lcp = {time: 0, url: '', size: 0}; window.cls = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries())
  window.lcp = {time: entry.startTime, url: entry.url, size: entry.size};
}).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => { for (const entry of list.getEntries())
  if (!entry.hadRecentInput) window.cls += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


LEAD = """
() => {
  const seen = image => {
    const box = image.getBoundingClientRect();
    const high = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    const wide = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
    return Math.max(high, 0) * Math.max(wide, 0);
  };
  const [first] = [...document.images].sort((a, b) => seen(b) - seen(a));
  const came = first ? performance.getEntriesByName(first.currentSrc)[0]?.responseEnd : 0;
  const {time, url} = window.lcp;
  return {lcp: time, lead: url ? time : came || time, url: url || first?.currentSrc || ''};
}
"""


@dataclass(frozen=True)
class Run:
    """One cold visit: seconds, shift, kB before scrolling, and what was the largest picture."""

    lead: float
    lcp: float
    cls: float
    pictures: float
    rest: float
    largest: str


class Quiet(SimpleHTTPRequestHandler):
    """Serves files as any host would, text compressed, AVIF by its name, without a log."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar = {**SimpleHTTPRequestHandler.extensions_map, ".avif": "image/avif"}

    def do_GET(self) -> None:
        """Answer a text by gzip, anything else as it lies there."""
        path = Path(self.translate_path(self.path))
        kind = self.guess_type(str(path))
        if not path.is_file() or kind.partition("/")[0] == "image":
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def weigh(session: CDPSession) -> dict[str, float]:
    """Count bytes as they come over the line: of pictures and of all else."""
    kinds: dict[str, str] = {}
    weights = {"pictures": 0.0, "rest": 0.0}

    def came(event: dict[str, object]) -> None:
        kinds[str(event["requestId"])] = str(event["type"])

    def ended(event: dict[str, float]) -> None:
        kind = kinds.get(str(event["requestId"]))
        weights["pictures" if kind == "Image" else "rest"] += event["encodedDataLength"] / 1000

    session.on("Network.responseReceived", came)
    session.on("Network.loadingFinished", ended)
    return weights


def slow_down(page: Page) -> dict[str, float]:
    """Make the page's network and processor those of the phone."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    return weigh(session)


def visit(browser: Browser, address: str, path: str = PAGE) -> Run:
    """Open a page with an empty cache, wait until nothing more comes, do not scroll."""
    context = browser.new_context(**PHONE, bypass_csp=False)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    weights = slow_down(page)
    page.goto(f"{address}/{path}", wait_until="load", timeout=120_000)
    page.wait_for_timeout(SETTLE_MS)
    seen, cls = page.evaluate(LEAD), page.evaluate("window.cls")
    context.close()
    lead, lcp = seen["lead"] / 1000, seen["lcp"] / 1000
    return Run(lead, lcp, cls, weights["pictures"], weights["rest"], seen["url"])


def floor_page(ours: Path, lead: str, folder: Path) -> None:
    """A page with just the lead's bytes."""
    source = ours / unquote(urlsplit(lead).path).lstrip("/")
    name = source.name
    (folder / name).write_bytes(source.read_bytes())
    (folder / "index.html").write_text(
        f'<!doctype html><meta name=viewport content="width=device-width">'
        f'<img src="{name}" width="412" alt="">',
        encoding="utf-8",
    )


def median(runs: list[Run], name: str) -> float:
    """The median of one of the runs' numbers."""
    return statistics.median(getattr(run, name) for run in runs)


def report(results: dict[str, list[Run]]) -> None:
    """Print medians, spread and the two ratios beside their targets."""
    print(f"{'page':<8}{'lead s':>8}{'min':>7}{'max':>7}{'LCP s':>8}", end="")
    print(f"{'CLS':>8}{'pictures kB':>13}{'rest kB':>9}")
    for name, runs in results.items():
        times = [run.lead for run in runs]
        print(
            f"{name:<8}{median(runs, 'lead'):>8.2f}{min(times):>7.2f}{max(times):>7.2f}"
            f"{median(runs, 'lcp'):>8.2f}{median(runs, 'cls'):>8.3f}"
            f"{median(runs, 'pictures'):>13.0f}{median(runs, 'rest'):>9.1f}"
        )
    for name, target in (("peer", AGAINST_PEER), ("floor", AGAINST_FLOOR)):
        if name in results:
            ratio = median(results["ours"], "lead") / median(results[name], "lead")
            print(f"ours / {name}: {ratio:.2f} (target at most {target})")
    for name, runs in results.items():
        print(f"largest on {name}:", Path(urlsplit(runs[0].largest).path).name or "text")


def main() -> None:
    """Visit the pages in turn and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ours", type=Path)
    parser.add_argument("peer", type=Path, nargs="?")
    parser.add_argument("--peer-page", default=PAGE, help="the peer's page inside its site")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    told = parser.parse_args()
    folders = {"ours": told.ours} | ({"peer": told.peer} if told.peer else {})
    pages = {"ours": PAGE, "peer": told.peer_page}
    for name, folder in folders.items():
        if not (folder / pages[name]).is_file():
            parser.error(f"there is no {pages[name]} in {folder}")
    results: dict[str, list[Run]] = {name: [] for name in (*folders, "floor")}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as bare:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=told.chromium, args=arguments)
        for number in range(told.runs):
            for name, folder in folders.items():
                with served(folder) as address:
                    results[name].append(visit(browser, address, pages[name]))
            if number == 0 and results["ours"][0].largest:
                floor_page(told.ours, results["ours"][0].largest, Path(bare))
            with served(Path(bare)) as address:
                results["floor"].append(visit(browser, address))
        browser.close()
    report(results)


if __name__ == "__main__":
    main()
