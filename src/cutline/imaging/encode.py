"""From sRGB pixels to the bytes of a rendition: no metadata, only the name of its colours."""

import struct
from collections.abc import Callable, Mapping

from cutline.imaging import icc
from cutline.imaging.avif import name_colours
from cutline.imaging.decode import Image
from cutline.imaging.recipe import Format, Recipe

_JFIF = b"\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
_ICC = b"ICC_PROFILE\0\x01\x01" + icc.SRGB
_PROFILE = b"\xff\xe2" + struct.pack(">H", len(_ICC) + 2) + _ICC
"""JFIF 1.01 without a density, and a profile in one segment (ICC.1, annex B.4)."""


def encode(image: Image, recipe: Recipe) -> bytes:
    """Write three-band sRGB pixels as the recipe says.

    An AVIF carries an ``nclx`` box, a JPEG a JFIF header and a small sRGB profile, a WebP its
    pixels alone, which are sRGB by definition (RFC 9649, clause 2.7.1.4); nothing else.
    libvips, told to keep nothing, leaves out even the JFIF header.
    """
    return _ENCODERS[recipe.format](image, recipe)


def _avif(image: Image, recipe: Recipe) -> bytes:
    return name_colours(
        image.heifsave_buffer(
            compression="av1",
            Q=recipe.quality,
            effort=recipe.effort,
            bitdepth=recipe.depth,
            subsample_mode="on",
            tune="iq",
            keep="none",
        )
    )


def _jpeg(image: Image, recipe: Recipe) -> bytes:
    """Progressive, chroma halved both ways; from effort 1 on with mozjpeg's trellis."""
    searched = recipe.effort > 0
    bare = image.jpegsave_buffer(
        Q=recipe.quality,
        interlace=True,
        optimize_coding=True,
        trellis_quant=searched,
        overshoot_deringing=searched,
        optimize_scans=searched,
        quant_table=3 if searched else 0,
        subsample_mode="on",
        keep="none",
    )
    return bare[:2] + _JFIF + _PROFILE + bare[2:]


def _webp(image: Image, recipe: Recipe) -> bytes:
    return bytes(
        image.webpsave_buffer(
            Q=recipe.quality, effort=recipe.effort, smart_subsample=True, keep="none"
        )
    )


_ENCODERS: Mapping[Format, Callable[[Image, Recipe], bytes]] = {
    "avif": _avif,
    "jpeg": _jpeg,
    "webp": _webp,
}
