"""Whatever colours an original comes in, readers see what a second decoder sees in sRGB."""

import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from cutline.imaging.render import render
from unit.imaging.pictures import (
    PROFILES,
    difference,
    draw,
    file_of,
    opened,
    plain,
    press_profile,
    to_srgb,
)

CLOSE = 2.0
"""Levels of 255, as a mean: what the encoders themselves need at quality 95."""


def shown(original: bytes, like: Image.Image, kind: str = "jpeg") -> Image.Image:
    return opened(render(original, [plain(like, kind)]).renditions[0])


@pytest.mark.parametrize("kind", ["jpeg", "avif"])
@pytest.mark.parametrize("name", PROFILES)
def test_rgb_profiles_are_converted_as_a_second_engine_does(name, kind):
    picture, profile = draw(), PROFILES[name]()
    original = file_of(picture, icc_profile=profile)
    assert difference(shown(original, picture, kind), to_srgb(picture, profile)) < CLOSE


def test_a_wide_gamut_is_really_converted():
    picture, profile = draw(), PROFILES["prophoto"]()
    original = file_of(picture, icc_profile=profile)
    assert difference(shown(original, picture), picture) > 5


def test_rgb_without_a_profile_is_srgb():
    picture = draw()
    assert difference(shown(file_of(picture), picture), picture) < CLOSE


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("kind", ["TIFF", "JPEG"])
def test_cmyk_goes_through_its_profile_or_the_stated_one(kind, tagged):
    press = press_profile()
    screen = ImageCms.createProfile("sRGB")
    inks = ImageCms.profileToProfile(
        draw(), screen, ImageCms.ImageCmsProfile(io.BytesIO(press)), outputMode="CMYK"
    )
    assert inks is not None
    options = {"quality": 98, "subsampling": 0} if kind == "JPEG" else {}
    original = file_of(inks, kind, **options, **({"icc_profile": press} if tagged else {}))
    inks.info.clear()
    assert difference(shown(original, inks), to_srgb(inks, press)) < CLOSE


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_grey_stays_the_same_grey(kind):
    grey = draw().convert("L")
    original = file_of(grey, kind, **({"lossless": True} if kind == "WEBP" else {}))
    picture = shown(original, grey)
    assert picture.mode == "RGB"
    assert difference(picture, grey) < CLOSE


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_become_eight_without_a_change_of_tone(kind):
    grey = draw().convert("L")
    deep = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    assert difference(shown(file_of(deep, kind), grey), grey) < CLOSE


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_what_is_transparent_lies_on_white(kind):
    picture = draw()
    veil = Image.linear_gradient("L").resize(picture.size)
    picture.putalpha(veil)
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    original = file_of(picture, kind, **({"lossless": True} if kind == "WEBP" else {}))
    assert difference(shown(original, picture), paper) < CLOSE


def test_premultiplied_alpha_is_undone():
    """A TIFF with associated alpha (ExtraSamples 1) shows the colours it was made from."""
    picture = draw()
    veil = Image.linear_gradient("L").resize(picture.size).point(lambda x: 64 + x * 3 // 4)
    share = np.asarray(veil, dtype=np.float64)[..., None] / 255
    colours = np.asarray(picture, dtype=np.float64)
    stored = np.concatenate([colours * share, share * 255], axis=2).round().astype(np.uint8)
    original = bytearray(file_of(Image.fromarray(stored, "RGBA"), "TIFF"))
    struct.pack_into("<H", original, original.index(struct.pack("<HHI", 338, 3, 1)) + 8, 1)
    paper = Image.fromarray((colours * share + 255 * (1 - share)).round().astype(np.uint8))
    assert difference(shown(bytes(original), picture), paper) < CLOSE


def test_a_palette_shows_its_colours():
    palette = draw().quantize(64)
    assert difference(shown(file_of(palette), palette), palette.convert("RGB")) < CLOSE
