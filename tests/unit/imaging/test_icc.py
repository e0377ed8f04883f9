"""Our sRGB profile is sRGB to every judge, and only sRGB counts as sRGB."""

import io

import pytest
from PIL import ImageCms

from cutline.imaging import icc
from unit.imaging.pictures import PROFILES, difference, draw, to_srgb

SRGB = {"ours", "srgb-of-libvips", "srgb-of-pillow"}


@pytest.mark.parametrize("name", PROFILES)
def test_srgb_is_told_from_its_numbers(name):
    assert icc.is_srgb(PROFILES[name]()) == (name in SRGB)


def test_a_second_engine_reads_ours_as_srgb():
    opened = ImageCms.ImageCmsProfile(io.BytesIO(icc.SRGB))
    assert ImageCms.getProfileDescription(opened).strip() == "sRGB"
    picture = draw()
    assert difference(to_srgb(picture, icc.SRGB), picture) < 0.2


def test_ours_is_small_and_says_its_own_length():
    assert len(icc.SRGB) < 600
    assert int.from_bytes(icc.SRGB[:4], "big") == len(icc.SRGB)


def test_a_pure_gamma_near_srgb_is_not_srgb():
    near = icc.matrix_profile("g", icc.COLOURANTS, icc.power(2.2))
    assert not icc.is_srgb(near)


@pytest.mark.parametrize("length", [0, 10, 127, 131, 140, 300, 400])
def test_a_profile_cut_short_is_not_srgb(length):
    assert not icc.is_srgb(icc.SRGB[:length])


def test_a_table_curve_of_srgb_counts():
    values = [round(65535 * _linear(n / 1023)) for n in range(1024)]
    table = b"curv\0\0\0\0" + (1024).to_bytes(4, "big")
    table += b"".join(value.to_bytes(2, "big") for value in values)
    assert icc.is_srgb(icc.matrix_profile("t", icc.COLOURANTS, table))


def _linear(x: float) -> float:
    return x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4
