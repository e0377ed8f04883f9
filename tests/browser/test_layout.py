"""Where photographs and words stand on the page, in windows of every kind."""

import pytest

from browser.waiting import until

pytestmark = pytest.mark.browser

WINDOWS = [(320, 640), (412, 915), (768, 1024), (1024, 768), (1440, 900), (1920, 1080)]
DESKTOPS = [(1024, 768), (1440, 764), (1440, 900), (1920, 1080)]
TOLD = """[...document.querySelectorAll('figure img')].map(image => {
  const probe = document.body.appendChild(document.createElement('div'));
  const rule = image.sizes.split(/,\\s*(?![^(]*\\))(?=\\(max-width|min\\(|\\d)/).find(
    part => !part.startsWith('(max-width') || matchMedia(part.match(/^\\([^)]*\\)/)[0]).matches);
  probe.style.cssText = `position: fixed; width: ${rule.replace(/^\\(max-width[^)]*\\) /, '')}`;
  const told = probe.getBoundingClientRect().width;
  probe.remove();
  const own = image.closest('.pair, .bleed') ? '' : getComputedStyle(image).getPropertyValue('--w');
  return [image.sizes, told, image.getBoundingClientRect().width, parseFloat(own) || told];
})"""
PLACES = """[...document.querySelectorAll('figure')].map(figure => {
  const frame = figure.querySelector('.frame').getBoundingClientRect();
  const words = figure.querySelector('figcaption > *').getBoundingClientRect();
  return [figure.id, frame.left, frame.right, words.left, words.right];
})"""


@pytest.fixture
def shown(opened):
    """Opens a site in a window of width and height, once nothing more is on its way."""

    def show(site, window, **more):
        width, height = window
        page = opened(site, width=width, height=height, **more)
        until(page, "!document.documentElement.className")
        page.wait_for_load_state("networkidle")
        return page

    return show


@pytest.mark.parametrize("site", ["full", "upright"])
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_sizes_says_the_width_that_the_style_sheet_gives(shown, site, window):
    """Within a tenth: the browser chooses before it has read the style."""
    page = shown(site, window, bypass_csp=True)
    for sizes, told, shown, own in page.evaluate(TOLD):
        assert min(told, own) == pytest.approx(shown, rel=0.1), sizes


@pytest.mark.parametrize("window", DESKTOPS, ids=str)
@pytest.mark.parametrize("site", ["full", "upright"])
def test_the_headline_begins_in_the_first_screen(shown, site, window):
    """The lead, its caption and the first line of the headline, before anyone scrolls."""
    page = shown(site, window)
    line = "parseFloat(getComputedStyle(it).lineHeight)"
    end = page.locator("h1").evaluate(f"it => it.getBoundingClientRect().top + {line}")
    assert end <= window[1]


def test_the_headline_stands_beside_a_lead_that_is_upright(shown):
    """On a large screen; on a telephone it stands below, as the source has it."""
    page = shown("upright", (1440, 900))
    lead, head = page.locator("#photo-1 img").bounding_box(), page.locator(".head").bounding_box()
    assert head["x"] > lead["x"] + lead["width"]
    assert lead["y"] < head["y"] < lead["y"] + lead["height"]

    page = shown("upright", (412, 915))
    lead, head = page.locator("#photo-1 img").bounding_box(), page.locator(".head").bounding_box()
    assert head["y"] > lead["y"] + lead["height"]


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("site", ["full", "upright"])
def test_a_caption_never_begins_or_ends_beside_its_picture(shown, site, window):
    """Under what is narrower than the window it begins where the picture does."""
    page = shown(site, window)
    for name, left, right, begins, ends in page.evaluate(PLACES):
        assert begins >= left - 1, name
        assert ends <= right + 1, name
        if left > 1:
            assert begins == pytest.approx(left, abs=1), name


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("site", ["covered", "upright", "hostile"])
def test_no_window_has_to_be_scrolled_sideways(shown, site, window):
    page = shown(site, window)
    assert page.evaluate("document.documentElement.scrollWidth") == window[0]


def test_broad_pictures_of_about_one_width_have_one_width(shown):
    """3:2 and 4:3 on a common screen: what differs by a hair looks like a mistake."""
    page = shown("upright", (1440, 900))
    widths = [page.locator(f"#photo-{n} img").bounding_box()["width"] for n in (2, 3)]
    assert widths[0] == pytest.approx(widths[1])
