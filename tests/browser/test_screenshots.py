"""The pictures in `docs/images`: the pages that ``cutline demo`` publishes, as they look today.

``make golden`` takes them anew; look at them before committing. Otherwise each is compared with
a fresh one, coarsely, as fonts differ from machine to machine: a picture of a page that no longer
looks so is found, a letter that moved is not.
"""

import importlib.util
import io
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from browser.waiting import until
from conftest import needs
from unit.desk.desks import cutline

pytestmark = pytest.mark.browser

STORY, FRONT = "the-way-up/index.html", "index.html"
LIKE = 12
"""The mean difference of grey values, of 255, that other fonts may make."""


@dataclass(frozen=True)
class Shot:
    """One picture.

    Attributes:
        name: Its file.
        window: Width and height, CSS pixels.
        page: What is looked at, in the site; with an anchor, the photograph in the viewer.
        scale: Pixels for each CSS pixel.
        scheme: ``light`` or ``dark``.
        above: The element that stands just under the upper edge; empty for the top.
    """

    name: str
    window: tuple[int, int]
    page: str = STORY
    scale: float = 1
    scheme: str = "light"
    above: str = ""


SHOTS = (
    Shot("page.jpg", (1440, 1240)),
    Shot("phone.jpg", (412, 800), scale=2, scheme="dark", above="#photo-3"),
    Shot("small.jpg", (320, 640), scale=2),
    Shot("viewer.jpg", (1440, 900), f"{STORY}#photo-3"),
    Shot("front.jpg", (1440, 900), FRONT),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demonstration."""
    for package in ("matplotlib", "skimage"):
        needs(importlib.util.find_spec(package) is not None, f"{package} (make demo installs it)")
    desk = tmp_path_factory.mktemp("demo") / "desk"
    assert cutline("demo", "--no-open", "--to", desk).exit_code == 0
    return desk / "site"


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_the_pictures_in_docs_are_of_the_pages_as_they_are(new_context, site, root, shot):
    taken = take(new_context, site, shot)
    kept = root / "docs" / "images" / shot.name
    if os.environ.get("CUTLINE_GOLDEN") == "rewrite":
        kept.write_bytes(taken)
    with Image.open(io.BytesIO(taken)) as fresh, Image.open(kept) as old:
        assert fresh.size == old.size
        assert ImageStat.Stat(fresh.convert("L")).stddev[0] > LIKE
        assert ImageStat.Stat(ImageChops.difference(_coarse(fresh), _coarse(old))).mean[0] < LIKE


def take(new_context, site: Path, shot: Shot) -> bytes:
    """One picture of a page, once everything in the window has been decoded."""
    width, height = shot.window
    context = new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=shot.scale,
        color_scheme=shot.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{shot.page}")
    until(page, "!document.documentElement.className")
    if shot.above:
        page.locator(shot.above).evaluate("it => scrollTo(0, it.offsetTop - 24)")
    page.wait_for_load_state("networkidle")
    page.evaluate("Promise.all([...document.images].filter(i => i.complete).map(i => i.decode()))")
    return page.screenshot(type="jpeg", quality=82)


def _coarse(picture: Image.Image) -> Image.Image:
    """What is left when one squints."""
    return picture.convert("L").resize((24, 24), Image.Resampling.BOX)
