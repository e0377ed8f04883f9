"""Crops and ladders keep their promises for every size and point."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cutline.imaging import LADDER, card_recipe, crop_window, ladder, recipes
from cutline.imaging.crop import MAX_SIDE
from cutline.model import FocalPoint, Size

sides = st.integers(1, 60_000)
ratios = st.floats(1e-3, 1e3)
unit = st.floats(0, 1)


@given(sides, sides, ratios, unit, unit)
def test_crop_keeps_the_focal_point(width, height, ratio, x, y):
    """Whatever shape is asked for, the point the picture desk chose stays in frame."""
    box = crop_window(Size(width, height), ratio, FocalPoint(x, y))

    assert 0 <= box.left <= x * width <= box.left + box.width <= width
    assert 0 <= box.top <= y * height <= box.top + box.height <= height


@given(sides, sides, ratios, unit, unit)
def test_crop_is_as_large_as_its_shape_allows(width, height, ratio, x, y):
    box = crop_window(Size(width, height), ratio, FocalPoint(x, y))

    assert box.width == width or box.height == height
    if box.width > 1 and box.height > 1:
        assert abs(box.width / box.height / ratio - 1) <= 1 / min(box.width, box.height)


@given(sides, sides)
def test_ladder_climbs_in_real_steps_and_never_enlarges(width, height):
    widths = ladder(Size(width, height))

    assert widths[-1] <= min(width, LADDER[-1])
    assert widths[-1] == min(width, LADDER[-1]) or height > MAX_SIDE
    assert all(low * 1.2 <= high for low, high in pairwise(widths))
    assert set(widths[:-1]) <= set(LADDER)


@given(st.integers(2, 60_000), st.integers(1, 30_000), st.booleans())
def test_every_recipe_fits_its_original(width, height, draft):
    size = Size(width, height)
    made = recipes(size, 1, draft=draft)

    assert made
    assert all(one.width <= width and one.height <= height for one in made)
    card = card_recipe(size, 1, FocalPoint(0.3, 0.7), draft=draft)
    assert card.crop is not None
    assert card.width <= card.crop.width <= width
    assert card.height <= card.crop.height <= height
