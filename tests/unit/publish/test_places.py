"""The places of the page: one set of numbers for the style sheet, ``sizes`` and the check."""

import pytest

from cutline.model import Size, places
from cutline.publish.inline import asset
from cutline.publish.sizes import sizes

SCREEN = Size(1440, 900)


@pytest.mark.parametrize(
    "rule",
    [
        f"--measure:{places.MEASURE}rem",
        f"--side:clamp(2rem,{places.SIDE}vw,{places.WIDEST_SIDE}rem)",
        f"--tall:{places.TALL}svh",
        f"--first:max({places.LEAD_LEAST}svh,100svh - {places.LEAD_LEAVES}rem)",
        f"{{:root{{--first:{places.LEAD_PHONE}svh}}}}",
        f"inline-size:min({places.BESIDE}%,var(--w,100%),"
        f"max({places.LEAD_LEAST}svh,100svh - {places.BESIDE_LEAVES}rem) * var(--r))",
        f"(max-width:{places.PHONE}em)",
        f"(min-width:{places.DESK}.01em)",
    ],
)
def test_the_style_sheet_has_the_numbers_of_the_model(rule):
    assert rule in asset("page.css")


@pytest.mark.parametrize(
    ("layout", "ratio", "points"),
    [
        ("lead", 1.5, 990),
        ("lead", 3, 1440),
        ("lead", 2 / 3, 515),
        ("lead", 1, 611),
        ("bleed", 3, 1440),
        ("wide", 1.5, 1110),
        ("pair", 0.75, 555),
        ("column", 1, 592),
        ("portrait", 0.5, 396),
    ],
)
def test_a_place_is_so_wide_on_a_common_screen(layout, ratio, points):
    """Whichever is less: what the place has, or what the height of the window allows."""
    assert places.shown(layout, ratio, SCREEN) == points


def test_in_a_low_window_the_lead_keeps_most_of_the_height():
    assert places.shown("lead", 1.5, Size(1440, 500)) == 450


def test_the_lead_leaves_room_for_the_headline_unless_it_stands_beside():
    """Above the headline, beside it, and on a telephone."""
    assert sizes("lead", 1.5) == (
        "(max-width: 37.5em) min(100vw, 128vh), min(100vw, max(90vh, 150vh - 22.5rem))"
    )
    assert sizes("lead", 0.8).endswith(", max(48vh, 80vh - 6.4rem))")
