"""Crop and ladder arithmetic: whole pixels in, whole pixels out, no picture needed."""

import math

from cutline.model import Box, FocalPoint, Size

LADDER = (480, 800, 1200, 1600, 2400)
"""Widths in pixels that a page offers, smallest first."""

STEP = 1.2
"""Two neighbouring widths differ by at least this factor; a closer one saves no reader anything."""


MAX_SIDE = 16384
"""Pixels; the encoders make nothing longer."""


def upright(size: Size, orientation: int) -> Size:
    """Size after the pixels were turned as Exif orientation 1..8 asks.

    Source: Exif 3.0, clause 4.6.5.1.7 (Orientation); 5..8 exchange width and height.

    Raises:
        ValueError: the orientation is none of 1..8.
    """
    if not 1 <= orientation <= 8:
        raise ValueError(f"not an Exif orientation: {orientation}")
    return Size(size.height, size.width) if orientation >= 5 else size


def ladder(size: Size) -> tuple[int, ...]:
    """Widths to render for an upright original, smallest first, never beyond its own.

    The widest is the original's own width up to the top of the ladder, less where a picture
    is so tall that it would be longer than ``MAX_SIDE``; a rung that lies under 20 % below
    it is dropped.
    """
    top = max(1, min(size.width, LADDER[-1], MAX_SIDE * size.width // size.height))
    return (*(width for width in LADDER if width * STEP <= top), top)


def scaled(size: Size, width: int) -> Size:
    """The size at ``width`` pixels, its height rounded to the nearest whole pixel."""
    return Size(width, max(1, round(size.height * width / size.width)))


def crop_window(size: Size, ratio: float, focal: FocalPoint) -> Box:
    """The largest window of a shape, as near to centred on the focal point as the edges allow.

    Args:
        size: The upright picture.
        ratio: Width divided by height of the window.
        focal: The point that stays inside.

    Returns:
        A window in pixels of ``size``, at least one pixel each way.

    Raises:
        ValueError: the ratio is not a positive finite number.
    """
    if not (math.isfinite(ratio) and ratio > 0):
        raise ValueError(f"not a shape: {ratio} wide to 1 high")
    if ratio > size.ratio:
        width, height = size.width, max(1, round(size.width / ratio))
    else:
        width, height = max(1, round(size.height * ratio)), size.height
    width, height = min(width, size.width), min(height, size.height)
    left = _place(focal.x * size.width, width, size.width)
    top = _place(focal.y * size.height, height, size.height)
    return Box(left, top, width, height)


def _place(point: float, length: int, limit: int) -> int:
    """Where a stretch of ``length`` begins that is centred on ``point`` within 0..limit."""
    return min(max(round(point - length / 2), 0), limit - length)
