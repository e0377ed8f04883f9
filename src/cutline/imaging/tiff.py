"""How a TIFF is compressed, which libvips does not tell, read from its first directory.

Source: TIFF 6.0, sections 2 (image file directory) and 22 (old-style JPEG, compression 6);
BigTIFF's 64-bit layout.
"""

import struct
from collections.abc import Mapping

from cutline.model import RenderError

_COMPRESSION = 259
_SHORT = 3
_OLD_JPEG = 6


def judge(data: bytes) -> None:
    """Refuse what would decode to black, silently.

    Raises:
        RenderError: the directory cannot be read, or the compression is old-style JPEG.
    """
    try:
        tags = _first_directory(data)
    except struct.error as fault:
        raise RenderError("the TIFF's directory breaks off", "ask for the file again") from fault
    if tags.get(_COMPRESSION) == _OLD_JPEG:
        raise RenderError(
            "the TIFF is compressed as old-style JPEG, which decodes to black",
            "save it again with another compression",
        )


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
