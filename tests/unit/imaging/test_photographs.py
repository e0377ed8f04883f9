"""Real photographs come out as a second decoder shows them: upright and in the right colours."""

import io

import pytest
from PIL import Image, ImageOps

from cutline.imaging import Recipe, ladder, scaled
from cutline.imaging.render import render
from cutline.model import Size
from unit.imaging.pictures import difference, opened, press_profile, to_srgb

PHOTOGRAPHS = (
    "2-photos/artemis2/art002e009288orig.jpg",
    "2-photos/us-navy/OSC_AmGov_17_00_Navy.jpg",
    "2-photos/pypi/rocket.jpg",
    "2-photos/pypi/astronaut.png",
    "2-photos/pypi/moon.png",
    "5-formats/libavif/apple_gainmap_new.jpg",
    "5-formats/libavif/seine_sdr_gainmap_srgb.jpg",
    "5-formats/pillow/flower.webp",
    "5-formats/pillow/hopper.tif",
    "5-formats/pillow/icc_profile_big.jpg",
    "5-formats/sharp/Channel_digital_image_CMYK_color.jpg",
    "5-formats/thumbor/Giunchedi_2C_Filippo_January_2015_01-cmyk-orientation-exif.jpg",
    "5-formats/wuffs/peacock.grayscale.jpeg",
    *(f"1-metadata/orientation/Landscape_{number}.jpg" for number in (1, 2, 3, 5, 6, 7, 8)),
)

GRAIN = 4
"""Pixels averaged before comparing: colours are asked for, not how two resizers sharpen."""


def seen(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Pillow's opinion: turned by Exif, through the profile, shrunk."""
    profile = picture.info.get("icc_profile")
    picture = ImageOps.exif_transpose(picture)
    if picture.mode == "CMYK":
        picture = to_srgb(picture, profile or press_profile())
    elif profile:
        picture = to_srgb(picture.convert("RGB"), profile)
    return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)


@pytest.mark.shared
@pytest.mark.parametrize("name", PHOTOGRAPHS)
def test_a_photograph_looks_as_a_second_decoder_shows_it(samples, name):
    data = (samples / name).read_bytes()
    with Image.open(io.BytesIO(data)) as picture:
        orientation = picture.getexif().get(0x0112, 1)
        upright = ImageOps.exif_transpose(picture).size
        size = scaled(Size(*upright), ladder(Size(*upright))[0])
        recipe = Recipe(size.width, size.height, "jpeg", 95, orientation=orientation)
        expected = seen(picture, (size.width, size.height))
    made = opened(render(data, [recipe]).renditions[0])
    assert difference(made.reduce(GRAIN), expected.reduce(GRAIN)) < 1.5
