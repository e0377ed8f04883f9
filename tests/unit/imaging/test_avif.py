"""The box that names an AVIF's colours goes in without moving a pixel."""

import pytest

from cutline.imaging.avif import name_colours
from cutline.imaging.vips import pyvips
from cutline.model import RenderError
from unit.imaging.pictures import difference, draw, file_of, opened


def still(**options: object) -> bytes:
    image = pyvips.Image.new_from_buffer(file_of(draw(64, 48)), "")
    return bytes(image.heifsave_buffer(compression="av1", effort=0, keep="none", **options))


@pytest.mark.parametrize("options", [{}, {"bitdepth": 10}, {"subsample_mode": "off"}])
def test_the_picture_stays_as_it_was(options):
    bare = still(**options)
    named = name_colours(bare)
    assert len(named) == len(bare) + 20
    assert difference(opened(named), opened(bare)) == 0


@pytest.mark.parametrize("data", [b"", b"ftypavif", bytes(300)])
def test_a_file_of_another_kind_is_refused(data):
    with pytest.raises(RenderError, match="do not understand"):
        name_colours(data)


@pytest.mark.parametrize("length", range(8, 248, 24))
def test_a_header_cut_short_is_refused(length):
    with pytest.raises(RenderError, match="do not understand"):
        name_colours(still()[:length])


def test_a_still_of_several_items_is_refused():
    see_through = draw(64, 48)
    see_through.putalpha(90)
    image = pyvips.Image.new_from_buffer(file_of(see_through), "")
    with pytest.raises(RenderError, match="do not understand"):
        name_colours(bytes(image.heifsave_buffer(compression="av1", effort=0, keep="none")))
