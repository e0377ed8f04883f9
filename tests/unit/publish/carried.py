"""Editions put together as something to carry away, with drawn pictures."""

import io
from collections.abc import Mapping

from PIL import Image, ImageDraw

from cutline.metadata import embed
from cutline.model import Edition
from cutline.publish import Rendition, plan
from cutline.publish.portable import FORMATS


def drawn(rendition: Rendition) -> bytes:
    """A plain picture of the rendition's size and with its words."""
    recipe = rendition.recipe
    canvas = Image.new("RGB", (recipe.width, recipe.height), (90, 120, 150))
    low = (0, recipe.height * 2 // 3, recipe.width, recipe.height)
    ImageDraw.Draw(canvas).rectangle(low, fill=(40, 50, 40))
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=60)
    return embed(out.getvalue(), rendition.stamp)


def carried(edition: Edition, name: str) -> Mapping[str, bytes]:
    """The files of an edition in a format; they are whole."""
    format, planned = FORMATS[name].load(), plan(edition)
    pictures = {each.path: drawn(each) for each in format.renditions(edition, planned)}
    made = format.make(edition, planned, pictures)
    assert format.complaints(made, edition, planned) == ()
    return made
