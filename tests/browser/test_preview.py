"""The preview in a real browser: it follows what is published, under the page's own policy."""

from pathlib import Path

import pytest

from cutline.store import of_desk
from cutline.targets.preview import previewing
from unit.desk.desks import cutline, desk, ferry

pytestmark = pytest.mark.browser


def listen(page) -> list[str]:
    """What the page says on its console, but for the icon that every browser asks for."""
    said: list[str] = []

    def hear(message):
        if not message.location.get("url", "").endswith("/favicon.ico"):
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A desk whose story is published."""
    home = desk(tmp_path / "d")
    assert cutline("publish", home / "stories" / "ferry").exit_code == 0
    return home


@pytest.mark.parametrize("path", ["", "ferry/"], ids=["contents", "story"])
def test_an_open_page_shows_what_is_published(home, page, path):
    """Without a reload by hand, and without a word of the policy on the console."""
    said = listen(page)
    with previewing(of_desk(home)) as preview:
        page.goto(preview.url + path)
        page.evaluate("window.old = true")
        ferry(home, "The ferries pass at dusk.")
        assert cutline("publish", home / "stories" / "ferry", "--draft").exit_code == 0
        preview.changed()
        page.wait_for_function("window.old === undefined")
        page.wait_for_load_state()
        assert said == []
        if path:
            assert "The ferries pass at dusk." in page.inner_text("main")


def test_the_page_works_under_the_headers_of_a_server(home, page):
    """Pictures load, scripts run, nothing is refused: header and page agree."""
    refused = listen(page)
    with previewing(of_desk(home)) as preview:
        page.goto(f"{preview.url}ferry/")
        page.wait_for_function("[...document.images].some(i => i.complete && i.naturalWidth > 0)")
        page.locator("figure a").first.click()
        page.wait_for_selector("dialog[open]")

    assert refused == []
