"""A fingerprint of what a photograph shows: the same for a copy of another size or quality.

A difference hash of 16 x 16 places: where the picture grows brighter to the right, where it
grows darker. What is all but even is neither, so that noise in a plain sky says nothing.

Source: N. Krawetz, “Kind of Like That” (dHash), 2013; here with two planes and a dead zone.
"""

from collections.abc import Mapping, Sequence

from cutline.imaging import decode
from cutline.imaging.colour import flatten
from cutline.imaging.vips import confine, pyvips
from cutline.model import RenderError, Size

_SIDE = 16
_SEEN = 64
"""Pixels that are decoded at least, on each side, before the mean is taken."""
_EVEN = 3
"""Levels of 255; a smaller step is no step."""


def likeness(original: bytes) -> int:
    """The fingerprint of an original, upright: 512 bits.

    Bit ``16 * y + x`` is set where the place to the right is brighter, bit ``256 + 16 * y + x``
    where it is darker.

    Raises:
        RenderError: it cannot be decoded, or lies beyond the limits.
    """
    head = decode.header(original)
    try:
        image = decode.pixels(head, Size(_SEEN, _SEEN), 1, strict=False)
        image = flatten(image).thumbnail_image(_SIDE + 1, height=_SIDE, size="force")
        grey = bytes(image.colourspace("b-w").extract_band(0).cast("uchar").write_to_memory())
    except pyvips.Error as fault:
        raise decode.unreadable(fault) from fault
    found = 0
    for y in range(_SIDE):
        row = grey[y * (_SIDE + 1) : (y + 1) * (_SIDE + 1)]
        for x in range(_SIDE):
            step = row[x + 1] - row[x]
            if abs(step) > _EVEN:
                found |= 1 << (_SIDE * y + x + (_SIDE * _SIDE if step < 0 else 0))
    return found


def likeness_task(
    arguments: Mapping[str, object],  # noqa: ARG001 - the cage's calling convention
    blobs: Sequence[bytes],
) -> tuple[object, Sequence[bytes]]:
    """The fingerprint of ``blobs[0]`` as hex, in a worker: libvips is confined for good.

    Returns:
        What ``read_likeness`` takes: None where the picture cannot be decoded; no blobs.
    """
    confine()
    try:
        return f"{likeness(blobs[0]):x}", ()
    except RenderError:
        return None, ()
