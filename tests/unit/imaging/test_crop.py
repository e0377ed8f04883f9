"""Which widths a page offers, and where a crop lies."""

import pytest

from cutline.imaging import crop_window, ladder, scaled, upright
from cutline.model import Box, FocalPoint, Size


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (5568, (480, 800, 1200, 1600, 2400)),
        (2400, (480, 800, 1200, 1600, 2400)),
        (2048, (480, 800, 1200, 1600, 2048)),
        (1750, (480, 800, 1200, 1750)),
        (1600, (480, 800, 1200, 1600)),
        (640, (480, 640)),
        (575, (575,)),
        (320, (320,)),
        (1, (1,)),
    ],
)
def test_ladder_ends_at_the_original_and_drops_close_rungs(width, widths):
    assert ladder(Size(width, 900)) == widths


def test_scaled_keeps_the_shape_and_never_loses_the_height():
    assert scaled(Size(5568, 3712), 2400) == Size(2400, 1600)
    assert scaled(Size(9000, 3), 480) == Size(480, 1)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_upright_exchanges_the_sides_from_orientation_five_on(orientation):
    expected = Size(40, 30) if orientation < 5 else Size(30, 40)
    assert upright(Size(40, 30), orientation) == expected


@pytest.mark.parametrize("orientation", [0, 9, -1])
def test_upright_refuses_what_exif_does_not_know(orientation):
    with pytest.raises(ValueError, match="orientation"):
        upright(Size(40, 30), orientation)


def test_crop_centres_on_the_focal_point_where_the_edges_allow():
    assert crop_window(Size(1000, 500), 1.0, FocalPoint(0.5, 0.5)) == Box(250, 0, 500, 500)
    assert crop_window(Size(1000, 500), 1.0, FocalPoint(0.1, 0.9)) == Box(0, 0, 500, 500)
    assert crop_window(Size(500, 1000), 2.0, FocalPoint(0.5, 1.0)) == Box(0, 750, 500, 250)


@pytest.mark.parametrize("ratio", [0, -1.0, float("inf"), float("nan")])
def test_crop_refuses_what_is_no_shape(ratio):
    with pytest.raises(ValueError, match="shape"):
        crop_window(Size(10, 10), ratio, FocalPoint(0.5, 0.5))
