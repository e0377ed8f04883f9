"""The two things libvips does not tell about a TIFF, read from its first directory.

Source: TIFF 6.0, sections 2 (image file directory), 18 (associated alpha: ExtraSamples 1),
22 (old-style JPEG, compression 6); BigTIFF's 64-bit layout.
"""

import struct
from collections.abc import Mapping

from cutline.model import RenderError

_COMPRESSION, _EXTRA_SAMPLES = 259, 338
_SHORT = 3


def judge(data: bytes) -> bool:
    """Refuse what would decode to black; say whether the alpha is premultiplied.

    Raises:
        RenderError: the directory cannot be read, or the compression is old-style JPEG.
    """
    try:
        tags = _first_directory(data)
    except struct.error as fault:
        raise RenderError("the TIFF's directory breaks off", "ask for the file again") from fault
    if tags.get(_COMPRESSION) == 6:
        raise RenderError(
            "the TIFF is compressed as old-style JPEG, which decodes to black",
            "save it again with another compression",
        )
    return tags.get(_EXTRA_SAMPLES) == 1


def _first_directory(data: bytes) -> Mapping[int, int]:
    """Tags of one SHORT value or more in the first directory, to their first value."""
    order = "<" if data[:2] == b"II" else ">"
    if data[2:4] in (b"*\0", b"\0*"):
        (start,) = struct.unpack_from(order + "I", data, 4)
        (count,) = struct.unpack_from(order + "H", data, start)
        first, entry, value = start + 2, 12, 8
    else:
        (start,) = struct.unpack_from(order + "Q", data, 8)
        (count,) = struct.unpack_from(order + "Q", data, start)
        first, entry, value = start + 8, 20, 12
    tags: dict[int, int] = {}
    for at in range(first, first + entry * min(count, 4096), entry):
        tag, kind = struct.unpack_from(order + "HH", data, at)
        if kind == _SHORT:
            tags[tag] = struct.unpack_from(order + "H", data, at + value)[0]
    return tags
