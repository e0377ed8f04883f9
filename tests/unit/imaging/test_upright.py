"""From the file to the rendition, whoever turns: we as Exif says, or libheif as the box says."""

import io

import pytest
from PIL import Image, ImageOps

from cutline.imaging import Recipe
from cutline.imaging.decode import header
from cutline.imaging.render import render
from cutline.metadata.reading import photograph, read
from unit.imaging.pictures import difference, draw, file_of, opened

TURNED = range(2, 9)


def stored(kind: str, orientation: int) -> bytes:
    """The drawn picture with an orientation; in an AVIF, Pillow writes it as irot and imir."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return file_of(draw(96, 64), kind, quality=95, subsampling="4:4:4", exif=exif)


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("kind", ["AVIF", "JPEG"])
def test_what_was_read_makes_the_rendition_upright(kind, orientation):
    """The size and the turn of the photograph are those that rendering needs."""
    data = stored(kind, orientation)
    shot = photograph(read(data), "a" * 64, "fire")
    recipe = Recipe(shot.size.width, shot.size.height, "jpeg", 95, orientation=shot.orientation)
    made = opened(render(data, [recipe]).renditions[0])
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    assert difference(made, upright) < 4
    assert difference(made, ImageOps.mirror(upright)) > 40


@pytest.mark.parametrize("orientation", TURNED)
def test_an_avif_is_turned_by_its_boxes_and_only_once(orientation):
    """The container's boxes are there, and the decoder has obeyed them when we see pixels."""
    data = stored("AVIF", orientation)
    reading = read(data)
    assert b"irot" in data or b"imir" in data
    assert (reading.orientation, reading.remaining) == (orientation, 1)
    assert header(data).size == reading.upright
