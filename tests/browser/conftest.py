"""Sites to look at in a browser, served and from disk, built from drawn pictures."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cutline.model import Edition, House, Theme
from unit.publish.attacks import PAYLOADS
from unit.publish.editions import build, edition, full, picture

VIEWPORTS = {320: 640, 412: 915, 1440: 900}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word; an ``.avif`` of the tests holds a JPEG, as it is drawn."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".avif": "image/jpeg"}

    def log_message(self, *_: object) -> None:
        """Say nothing: a test reads the browser, not the server."""


@pytest.fixture(scope="session")
def node_modules(root: Path) -> Path:
    """The npm packages that judge a page, where the environment or the Makefile put them."""
    from conftest import needs

    named = os.environ.get("CUTLINE_NODE_MODULES")
    folder = Path(named) if named else root / ".tools" / "node" / "node_modules"
    needs(folder.is_dir(), "the folder of npm packages (make test installs it)")
    return folder


@pytest.fixture(scope="session")
def newsroom_site(root: Path, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a desk of real photographs: twenty of them, told in two languages."""
    from browser import newsroom

    return newsroom.make(root, samples, tmp_path_factory.mktemp("newsroom") / "desk")


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder with a site for each edition that is looked at."""
    folder = tmp_path_factory.mktemp("sites")
    editions: dict[str, Edition] = {
        "full": full(),
        "arabic": full("ar"),
        "draft": full("de", draft=True, standing=(("error", 2),)),
        "one": edition(picture()),
        "words": edition(headline="Words only"),
        "sensitive": edition(
            picture("lead.jpg", sensitive="It shows a house under water."),
            picture("quay.jpg"),
            picture("night.jpg", sensitive=""),
            picture("arabic.jpg", caption="وصلت القوارب عند الفجر.", language="ar"),
        ),
        "covered": edition(
            picture("captain.jpg", (800, 1000), sensitive=""),
            picture("shore.jpg", (2000, 800), sensitive="It shows a house under water."),
        ),
        "upright": edition(
            picture("captain.jpg", (1200, 1500)),
            picture("deck.jpg", (1800, 1200)),
            picture("bridge.jpg", (1600, 1200)),
            picture("cook.jpg", (1000, 1500)),
            headline="A night on the last ferry between Kavala and the island",
        ),
        "dressed": _dressed(),
        "hostile": edition(
            *(
                picture(f"{n}.jpg", (300, 200), caption=text, credit=text, alt=text)
                for n, text in enumerate(PAYLOADS)
            ),
            headline=PAYLOADS[0],
        ),
    }
    for name, made in editions.items():
        build(made, folder / name)
    return folder


def _dressed() -> Edition:
    """A story of a house with a look of its own, told in three languages."""
    theme = Theme(
        light=(("paper", "#ffffff"), ("accent", "#005689")),
        dark=(("accent", "#7ab8f5"),),
        serif="Georgia, serif",
        logo='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">'
        '<path d="M0 0h20v20H0zM25 0h10v20H25zM40 0h20v8H40z"/></svg>',
        style="h1 { font-weight: 700; }",
        templates=(
            (
                "page.html.j2",
                '{% extends "cutline/page.html.j2" %}{% block foot %}<footer class="house">'
                "<bdi>{{ publication }}</bdi></footer>{% endblock %}",
            ),
        ),
    )
    house = House(publication="The Harbour Post", url="https://example.org/", page=theme)
    made = full(house=house)
    others = (("de", "https://de.example.org/"), ("ar", "https://ar.example.org/"))
    return replace(made, story=replace(made.story, translations=others))


@pytest.fixture(scope="session")
def served(sites: Path) -> Iterator[str]:
    """The address of the served sites."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(sites)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def opened(browser: object, served: str) -> Iterator[Callable[..., object]]:
    """Opens a site by name; afterwards no page may have complained or broken its policy."""
    contexts, complaints = [], []

    def open_site(
        name: str, *, width: int = 1440, height: int = 0, address: str = "", **more: object
    ) -> object:
        size = {"width": width, "height": height or VIEWPORTS[width]}
        context = browser.new_context(viewport=size, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else 0)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
        head, _, anchor = name.partition("#")
        page.goto(f"{address or served}/{head}/index.html{'#' if anchor else ''}{anchor}")
        return page

    yield open_site
    for context in contexts:
        context.close()
    assert not complaints
