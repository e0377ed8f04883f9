"""From sRGB pixels to the bytes of a rendition: no metadata, only the name of its colours."""

import struct

import pyjpegli

from cutline.imaging import icc
from cutline.imaging.avif import name_colours
from cutline.imaging.decode import Image
from cutline.imaging.recipe import Recipe

_ICC = b"ICC_PROFILE\0\x01\x01" + icc.SRGB
_JFIF = b"\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
_PROFILE = b"\xff\xe2" + struct.pack(">H", len(_ICC) + 2) + _ICC


def encode(image: Image, recipe: Recipe) -> bytes:
    """Write three-band sRGB pixels as the recipe says.

    A JPEG carries a JFIF header and a small sRGB profile (ICC.1, annex B.4), an AVIF an
    ``nclx`` box; nothing else.
    """
    if recipe.format == "avif":
        return name_colours(
            image.heifsave_buffer(
                compression="av1",
                Q=recipe.quality,
                effort=recipe.effort,
                bitdepth=8,
                subsample_mode="on",
                tune="iq",
                keep="none",
            )
        )
    pixels = image.write_to_memory()
    bare = pyjpegli.encode(pixels, image.width, image.height, recipe.quality)
    return bare[:2] + _JFIF + _PROFILE + bare[2:]
