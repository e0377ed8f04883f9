"""Covered photographs: by keyboard, without script, in the viewer, on paper."""

import pytest

from browser.waiting import until

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
def test_the_cover_opens_and_closes_by_keyboard(opened, script):
    page = opened("sensitive", width=412, java_script_enabled=script)
    summary = page.locator("#photo-1 summary")
    image = page.locator("#photo-1 img")
    assert not image.is_visible()
    assert summary.get_by_text("Show photograph").is_visible()
    assert not summary.get_by_text("Hide photograph").is_visible()

    summary.focus()
    page.keyboard.press("Enter")
    assert image.is_visible()
    assert summary.get_by_text("Hide photograph").is_visible()
    page.keyboard.press("Space")
    assert not image.is_visible()


def test_a_covered_picture_is_fetched_only_by_those_who_ask(opened):
    page = opened("sensitive", width=412)
    until(page, "!document.documentElement.className")
    page.locator("#photo-3").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    fetched = "performance.getEntriesByType('resource').filter(e => /{}[.]/.test(e.name)).length"
    for name in ("lead", "night"):
        assert page.evaluate(fetched.format(name)) == 0

    page.locator("#photo-3 summary").click()
    until(page, fetched.format("night") + " > 0")


def test_the_cover_has_the_shape_of_its_picture(opened):
    """Nothing below moves when it is opened."""
    page = opened("sensitive", width=1440)
    figure = page.locator("#photo-3")
    before = figure.bounding_box()
    figure.locator("summary").click()
    assert figure.bounding_box()["height"] == pytest.approx(before["height"], abs=1)


@pytest.mark.parametrize("width", [412, 1440])
def test_the_viewer_covers_it_too(opened, width):
    page = opened("sensitive#photo-3", width=width)
    slide = page.locator("dialog[open] .slide").nth(2)
    until(page, "document.querySelectorAll('.slide')[2].querySelector('button.covered')")
    assert slide.locator("img").count() == 0
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    slide.locator("button.covered").click()
    assert slide.locator("img").is_visible()
    assert page.locator("dialog[open] .position").inner_text() == "Photo 3 of 4"
    assert page.evaluate("document.activeElement.className") == "track"


def test_focus_returns_to_the_cover_where_the_picture_was_not_opened(opened):
    page = opened("sensitive#photo-3")
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Escape")
    until(page, "!location.hash")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_print_says_that_a_photograph_is_covered(opened, tmp_path):
    from pypdf import PdfReader

    page = opened("sensitive", width=1440)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    until(page, "[...document.images].filter(i => !i.closest('details')).every(i => i.complete)")
    target = tmp_path / "page.pdf"
    page.pdf(path=str(target), format="A4")
    sheets = PdfReader(target).pages
    text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())

    assert sum(len(sheet.images) for sheet in sheets) == 2
    assert "Sensitive photograph" in text
    assert "It shows a house under water." in text
    assert "Show photograph" not in text
