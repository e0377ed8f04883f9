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


def show(page, window):
    width, height = window
    page.set_viewport_size({"width": width, "height": height})
    until(page, "!document.documentElement.className")


@pytest.mark.parametrize("site", ["full", "upright"])
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_sizes_says_the_width_that_the_style_sheet_gives(opened, site, window):
    """Within a tenth: the browser chooses before it has read the style."""
    page = opened(site, bypass_csp=True)
    show(page, window)
    for sizes, told, shown, own in page.evaluate(TOLD):
        assert min(told, own) == pytest.approx(shown, rel=0.1), sizes


@pytest.mark.parametrize("window", DESKTOPS, ids=str)
@pytest.mark.parametrize("site", ["full", "upright"])
def test_the_headline_begins_in_the_first_screen(opened, site, window):
    """The lead, its caption and the first line of the headline, before anyone scrolls."""
    page = opened(site)
    show(page, window)
    line = "parseFloat(getComputedStyle(it).lineHeight)"
    end = page.locator("h1").evaluate(f"it => it.getBoundingClientRect().top + {line}")
    assert end <= window[1]


def test_the_headline_stands_beside_a_lead_that_is_upright(opened):
    """On a large screen; on a telephone it stands below, as the source has it."""
    page = opened("upright")
    lead, head = page.locator("#photo-1 img").bounding_box(), page.locator(".head").bounding_box()
    assert head["x"] > lead["x"] + lead["width"]
    assert lead["y"] < head["y"] < lead["y"] + lead["height"]

    show(page, (412, 915))
    lead, head = page.locator("#photo-1 img").bounding_box(), page.locator(".head").bounding_box()
    assert head["y"] > lead["y"] + lead["height"]


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("site", ["full", "upright"])
def test_a_caption_never_begins_or_ends_beside_its_picture(opened, site, window):
    """Under what is narrower than the window it begins where the picture does."""
    page = opened(site)
    show(page, window)
    for name, left, right, begins, ends in page.evaluate(PLACES):
        assert begins >= left - 1, name
        assert ends <= right + 1, name
        if left > 1:
            assert begins == pytest.approx(left, abs=1), name


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("site", ["covered", "upright", "hostile"])
def test_no_window_has_to_be_scrolled_sideways(opened, site, window):
    page = opened(site)
    show(page, window)
    assert page.evaluate("document.documentElement.scrollWidth") == window[0]


def test_broad_pictures_of_about_one_width_have_one_width(opened):
    """3:2 and 4:3 on a common screen: what differs by a hair looks like a mistake."""
    page = opened("upright")
    widths = [page.locator(f"#photo-{n} img").bounding_box()["width"] for n in (2, 3)]
    assert widths[0] == pytest.approx(widths[1])
