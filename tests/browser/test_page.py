"""The page in a browser: for everyone, without script, from disk, on paper."""

from pathlib import Path

import pytest
from lxml import html

from browser.judges import complaints, everywhere, violations
from browser.waiting import until
from unit.publish.attacks import MARK, PAYLOADS
from unit.publish.editions import full

pytestmark = pytest.mark.browser

LOADED = "[...document.images].every(image => image.complete && image.naturalWidth > 0)"


@pytest.mark.node
@pytest.mark.parametrize("site", ["full", "arabic"])
def test_axe_finds_nothing(opened, axe, site):
    """Viewer closed and open, left to right and right to left, light and dark, every width."""
    page = opened(site, reduced_motion="reduce", bypass_csp=True)
    assert everywhere(page, axe) == []


@pytest.mark.node
@pytest.mark.parametrize(
    "site", ["draft", "one", "words", "sensitive", "upright", "dressed", "hostile"]
)
def test_axe_finds_nothing_on_pages_of_other_kinds(opened, axe, site):
    assert violations(opened(site, width=412), axe) == []


@pytest.mark.java
@pytest.mark.node
def test_the_html_checker_finds_nothing(sites, served, vnu):
    """0 errors and 0 warnings on every page, style sheet and policy included."""
    pages = [f"{served}/{page.parent.name}/index.html" for page in sorted(sites.glob("*/*.html"))]

    assert len(pages) == 10
    assert complaints(vnu, pages) == []


@pytest.mark.parametrize("site", ["full", "arabic"])
def test_without_script_everything_is_there(opened, site):
    """Pictures, links, captions and credits; nothing waits for a script that never runs."""
    page = opened(site, width=412, java_script_enabled=False)
    read = html.document_fromstring(page.content())

    for number, picture in enumerate(full().pictures, 1):
        figure = page.locator(f"#photo-{number}")
        figure.scroll_into_view_if_needed()
        image = figure.locator("img")
        assert image.is_visible()
        assert image.bounding_box()["height"] > 40
        assert figure.locator(".credit").inner_text() == picture.credit
        assert picture.caption.text in figure.locator(".caption").inner_text()
        response = page.request.get(
            page.url.rpartition("/")[0] + "/" + figure.locator("a").get_attribute("href")
        )
        assert response.ok
        assert response.body()[:2] == b"\xff\xd8"
    assert len(read.xpath("//img")) == len(full().pictures)
    assert not page.locator("dialog").is_visible()


@pytest.mark.parametrize("site", ["full", "arabic", "hostile"])
def test_no_page_is_wider_than_a_small_phone(opened, site):
    page = opened(site, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_words_can_be_spaced_out(opened):
    """WCAG 2.2, 1.4.12: the reader's own spacing loses nothing."""
    page = opened("full", width=320, bypass_csp=True)
    page.add_style_tag(
        content="*{line-height:1.5!important;letter-spacing:.12em!important;"
        "word-spacing:.16em!important}p{margin-block-end:2em!important}"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_jumps_while_pictures_come(opened):
    page = opened("full", width=412)
    page.evaluate(
        "window.shift = 0; new PerformanceObserver(list =>"
        " list.getEntries().forEach(entry => window.shift += entry.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for _ in range(30):
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(20)
    until(page, LOADED)
    assert page.evaluate("window.shift") == 0


def test_the_lead_comes_before_every_other_picture(opened):
    """The others are asked for after ``load``, so that they do not share its bandwidth."""
    page = opened("full", width=412)
    until(page, "performance.getEntriesByType('resource').length > 1")
    times = page.evaluate(
        "[performance.getEntriesByType('navigation')[0].loadEventStart,"
        " ...performance.getEntriesByType('resource').map(entry => entry.startTime)]"
    )
    load, lead, *rest = times
    assert lead < load
    assert rest
    assert all(start >= load for start in rest)


@pytest.mark.parametrize("script", [True, False])
def test_the_page_works_from_disk(opened, sites, script):
    page = opened("full", address=sites.as_uri(), java_script_enabled=script)
    figures = page.locator("figure img")
    for number in range(figures.count()):
        figures.nth(number).scroll_into_view_if_needed()
    if not script:
        return
    until(page, LOADED)
    page.locator("figure a").nth(1).click()
    assert page.locator("dialog[open] .position").inner_text() == "Photo 2 of 6"
    page.keyboard.press("Escape")
    until(page, "!location.hash")
    assert page.locator("dialog[open]").count() == 0
    assert page.url.endswith("index.html")


def test_attacks_are_read_not_run(opened):
    page = opened("hostile", width=412)
    for number in range(len(PAYLOADS)):
        page.locator("figure").nth(number).scroll_into_view_if_needed()
    assert page.evaluate(f"window.{MARK}") is None

    page.locator("figure a").first.click()
    for _ in PAYLOADS:
        page.keyboard.press("ArrowRight")
    assert page.locator(".position").inner_text().startswith(f"Photo {len(PAYLOADS)} of")
    assert page.evaluate(f"window.{MARK}") is None


def test_print_has_every_picture_and_credit(opened, tmp_path):
    """Printing lets the held and lazy pictures come, though nothing was scrolled to.

    A browser waits for them between ``beforeprint`` and the paper; Playwright does not.
    """
    from pypdf import PdfReader

    page = opened("full", width=1440)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    until(page, LOADED)
    target = Path(tmp_path) / "page.pdf"
    page.pdf(path=str(target), format="A4", print_background=False)
    sheets = PdfReader(target).pages
    text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())

    assert sum(len(sheet.images) for sheet in sheets) == len(full().pictures)
    for picture in full().pictures:
        if picture.credit.isascii():
            assert text.count(picture.credit) >= 1
    assert text.count("Ana Silva/Example Photos") == 5


@pytest.mark.parametrize(("width", "scale"), [(412, 2.625), (1440, 1), (1440, 2)])
def test_sizes_says_how_wide_a_picture_is(opened, width, scale):
    """No picture is fetched far too small, nor more than about twice as wide as it is shown."""
    page = opened("full", width=width, device_scale_factor=scale)
    page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
    until(page, LOADED)
    shown = page.evaluate(
        "[...document.querySelectorAll('figure img')].map(image =>"
        " [image.currentSrc.match(/-(\\d+)\\.avif$/)[1] * 1, image.clientWidth * devicePixelRatio,"
        "  image.width, image.closest('a').href.match(/-(\\d+)\\.jpg$/)[1] * 1])"
    )
    for fetched, needed, _, largest in shown:
        assert fetched >= min(needed * 0.7, largest), shown
        assert fetched <= max(needed * 2, 600), shown
