"""The viewer by keyboard, by touch and by address."""

from itertools import pairwise

import pytest

from browser.waiting import until

pytestmark = pytest.mark.browser

FOCUS = "document.activeElement"
BUTTONS = ("previous", "next")


def position(page):
    return page.locator("dialog[open] .position").inner_text()


def is_open(page):
    return page.locator("dialog[open]").count() == 1


def test_a_walk_by_keyboard(opened):
    """Enter opens, arrows move, Home and End jump, Escape closes, focus is back on the link."""
    page = opened("full")
    link = page.locator("#photo-3 a")
    link.focus()
    page.keyboard.press("Enter")
    assert position(page) == "Photo 3 of 6"
    assert page.url.endswith("#photo-3")

    for key, place in (
        ("ArrowRight", 4),
        ("ArrowLeft", 3),
        ("End", 6),
        ("ArrowRight", 6),
        ("Home", 1),
    ):
        page.keyboard.press(key)
        assert position(page) == f"Photo {place} of 6"
    assert page.url.endswith("#photo-1")

    page.keyboard.press("Escape")
    until(page, "!location.hash")
    assert not is_open(page)
    assert page.evaluate(f"{FOCUS}.closest('figure').id") == "photo-3"


def test_tab_stays_inside_and_reaches_every_button(opened):
    page = opened("full")
    page.locator("#photo-2 a").click()
    seen = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.add(page.evaluate(f"{FOCUS}.className || {FOCUS}.tagName"))
    assert {"close", "previous", "next", "track"} <= seen
    assert not seen & {"frame"}


def test_back_closes_and_forward_opens_again(opened):
    page = opened("full")
    page.locator("#photo-2 a").click()
    page.keyboard.press("ArrowRight")
    page.go_back()
    until(page, "!document.querySelector('dialog[open]')")
    assert "#" not in page.url
    assert page.evaluate(f"{FOCUS}.closest('figure').id") == "photo-2"

    page.go_forward()
    page.wait_for_selector("dialog[open]")
    assert position(page) == "Photo 3 of 6"


def test_back_and_forward_in_haste_leave_it_open(opened):
    """The dialog's own news of its closing comes when it is open again."""
    page = opened("full")
    page.locator("#photo-2 a").click()
    page.evaluate(
        "addEventListener('hashchange', () => {"
        " history.replaceState({viewer: true}, '', '#photo-3');"
        " dispatchEvent(new HashChangeEvent('hashchange')); }, {once: true})"
    )
    page.go_back()
    page.wait_for_timeout(200)
    assert position(page) == "Photo 3 of 6"
    assert page.url.endswith("#photo-3")


def test_closing_leaves_no_trail_in_the_history(opened):
    page = opened("full")
    page.locator("#photo-2 a").click()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    length = page.evaluate("history.length")
    page.locator("dialog .close").click()
    until(page, "!location.hash")
    page.locator("#photo-4 a").click()
    assert page.evaluate("history.length") == length


def test_a_photographs_own_link_opens_it(opened):
    page = opened("full#photo-4")
    page.wait_for_selector("dialog[open]")
    assert position(page) == "Photo 4 of 6"
    page.keyboard.press("Escape")
    until(page, "!location.hash")
    assert page.evaluate(f"{FOCUS}.closest('figure').id") == "photo-4"


@pytest.mark.parametrize("typed", [False, True])
def test_a_photographs_own_link_gives_the_keyboard_to_the_viewer(opened, typed):
    """A browser takes the focus to what an address names: that lies under the viewer."""
    page = opened("full" if typed else "full#photo-4")
    if typed:
        page.evaluate("location.hash = '#photo-4'")
    page.wait_for_selector("dialog[open]")
    until(page, f"!!{FOCUS}.closest('dialog')")
    page.keyboard.press("ArrowRight")
    assert position(page) == "Photo 5 of 6"


def test_an_anchor_that_is_no_photograph_opens_nothing(opened):
    for anchor in ("photo-0", "photo-99", "photo-x", "opens"):
        assert not is_open(opened(f"full#{anchor}"))


def test_the_ends_hand_the_focus_on(opened):
    page = opened("full")
    page.locator("#photo-5 a").click()
    page.locator("dialog .next").focus()
    page.keyboard.press("Enter")
    assert position(page) == "Photo 6 of 6"
    assert page.locator("dialog .next").is_disabled()
    assert page.evaluate(f"{FOCUS}.className") == "track"


def test_right_to_left_turns_the_arrows(opened):
    page = opened("arabic")
    page.locator("#photo-2 a").click()
    page.keyboard.press("ArrowLeft")
    assert position(page) == "الصورة 3 من 6"
    before, after = (
        page.locator(f"dialog .{name}").bounding_box()["x"] for name in ("previous", "next")
    )
    assert after < before


def test_a_swipe_moves_on(opened):
    """The track is scrolled as a finger does; the place and the address follow."""
    page = opened("full", width=412, has_touch=True)
    page.locator("#photo-2 a").tap()
    page.evaluate("document.querySelector('.track').scrollBy({left: 300, behavior: 'smooth'})")
    until(page, "location.hash === '#photo-3'")
    assert position(page) == "Photo 3 of 6"


def test_caption_and_credit_stand_beside_the_picture(opened):
    """A long caption is two lines that open to all of it; the credit is always there."""
    page = opened("full", width=412)
    page.locator("#photo-4 a").click()
    slide = page.locator(".slide").nth(3)
    text = slide.locator("p").first
    assert slide.locator(".credit").inner_text() == "Ana Silva/Example Photos"
    folded = text.bounding_box()["height"]
    slide.locator(".more").click()
    assert text.bounding_box()["height"] > folded * 2
    assert not slide.locator(".more").is_visible()


def test_the_neighbours_are_already_there(opened):
    page = opened("full")
    page.locator("#photo-3 a").click()
    filled = page.evaluate(
        "[...document.querySelectorAll('.slide')].map(s => !!s.querySelector('img'))"
    )
    assert filled == [False, True, True, True, False, False]


def test_targets_are_large_enough(opened):
    page = opened("full", width=320)
    page.locator("#photo-2 a").click()
    for name in ("close", "previous", "next"):
        box = page.locator(f"dialog .{name}").bounding_box()
        assert box["width"] >= 44
        assert box["height"] >= 44


def test_a_modified_click_opens_the_picture_itself(opened):
    page = opened("full")
    with page.context.expect_page() as other:
        page.locator("#photo-2 a").click(modifiers=["Control"])
    assert other.value.url.endswith(".jpg")
    assert not is_open(page)


@pytest.mark.parametrize("site", ["full", "arabic"])
def test_on_a_narrow_window_nothing_lies_on_the_picture(opened, site):
    """A landscape is as wide as the window there: the buttons stand above it, side by side."""
    page = opened(site, width=320)
    page.locator("#photo-4 a").click()
    image = page.locator("dialog .slide").nth(3).locator("img").bounding_box()
    top = image["y"] + (image["height"] - image["width"] * 500 / 1600) / 2
    boxes = [page.locator(f"dialog .{name}").bounding_box() for name in (*BUTTONS, "close")]
    edges = sorted((box["x"], box["x"] + box["width"]) for box in boxes)

    assert all(box["y"] + box["height"] <= top for box in boxes)
    assert all(end <= start for (_, end), (start, _) in pairwise(edges))
    assert edges[0][0] >= 0
    assert edges[-1][1] <= 320


def test_a_pinch_enlarges_the_picture_and_not_the_way_on(opened):
    """Nothing blocks the browser's own zoom: the photograph grows, and stays the same one."""
    page = opened("full", width=412, has_touch=True, is_mobile=True)
    page.locator("#photo-2 a").tap()
    page.wait_for_selector("dialog[open]")
    session = page.context.new_cdp_session(page)
    session.send("Input.synthesizePinchGesture", {"x": 200, "y": 400, "scaleFactor": 2.0})
    until(page, "visualViewport.scale > 1.5")
    assert position(page) == "Photo 2 of 6"
