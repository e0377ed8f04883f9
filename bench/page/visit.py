"""One cold visit with a telephone's browser on slow 4G, and what was seen when.

Every page is served from this machine and opened with an empty cache in a headless Chromium
that pretends, through its DevTools protocol, to be a telephone.

The lead of a page is the picture that fills most of the window once all is still. *Painted*
is the first frame in which that picture had all its bytes and it and all around it were
neither hidden nor wholly transparent. A browser's own LCP agrees with that on a plain page, but
leaves out whatever fades in from nothing, as the lead of some galleries does; it names
the largest heading or thumbnail then.
"""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Browser, CDPSession, Page

PHONE = {"viewport": {"width": 412, "height": 915}, "device_scale_factor": 2.6, "is_mobile": True}
SLOW_4G = {
    "offline": False,
    "latency": 562,
    "downloadThroughput": 1.44e6 / 8,
    "uploadThroughput": 0.675e6 / 8,
}
CPU_SLOWER = 4
SETTLE_MS = 4000

OBSERVE = """
window.lcp = 0; window.cls = 0; window.painted = new Map();
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.lcp = entry.startTime;
}).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.cls += entry.value;
}).observe({type: 'layout-shift', buffered: true});
const shows = element => {
  for (; element; element = element.parentElement) {
    const {opacity, visibility, display} = getComputedStyle(element);
    if (Number(opacity) === 0 || visibility === 'hidden' || display === 'none') return false;
  }
  return true;
};
const look = now => {
  for (const image of document.images) {
    const {currentSrc, complete, naturalWidth} = image;
    if (!complete || !naturalWidth || painted.has(currentSrc) || !shows(image)) continue;
    painted.set(currentSrc, now);
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
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
  const url = first.currentSrc;
  return {lcp: window.lcp, painted: window.painted.get(url), cls: window.cls, url};
}
"""


@dataclass(frozen=True)
class Run:
    """One cold visit.

    Attributes:
        painted: When the lead was painted, seconds after the navigation began.
        lcp: The browser's own LCP, seconds.
        cls: Cumulative layout shift.
        pictures: kB of pictures on the line before anyone scrolls.
        rest: kB of all else, compressed as served.
        lead: Address of the lead.
    """

    painted: float
    lcp: float
    cls: float
    pictures: float
    rest: float
    lead: str


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


def visit(browser: Browser, folder: Path, path: str = "index.html") -> Run:
    """Open a page of a site cold, wait until nothing more comes, do not scroll."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    weights = slow_down(page)
    with served(folder) as address:
        page.goto(f"{address}/{path}", wait_until="load", timeout=120_000)
        page.wait_for_timeout(SETTLE_MS)
        seen = page.evaluate(LEAD)
    context.close()
    times = (seen["painted"] / 1000, seen["lcp"] / 1000, seen["cls"])
    return Run(*times, weights["pictures"], weights["rest"], seen["url"])
