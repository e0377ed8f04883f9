"""Fuzz the segments of a JPEG: what is read, what is refused, what is published over it."""

import hashlib
import struct

from driver import fuzz, instrumented, promise
from promises import BARE, STAMP, hold

with instrumented(include=["cutline"]):
    from cutline.metadata import audit, embed, read
    from cutline.metadata.containers import jpeg
    from cutline.model import RenderError


def extended(packet: bytes) -> bytes:
    """A JPEG whose XMP goes on in two further segments."""
    name = hashlib.md5(packet, usedforsecurity=False).hexdigest().upper().encode()
    half = len(packet) // 2
    main = jpeg.XMP + b"\0<x xmlns:xmpNote='n' xmpNote:HasExtendedXMP='" + name + b"'/>"
    parts = (main, *(
        jpeg.EXTENDED + name + struct.pack(">II", len(packet), at) + packet[at : at + half + 1]
        for at in (0, half + 1)
    ))  # fmt: skip
    rows = (b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part for part in parts)
    return BARE[:2] + b"".join(rows) + BARE[2:]


STAMPED = embed(BARE, STAMP)
SEEDS = (BARE, STAMPED, extended(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"), BARE + STAMPED)
WORDS = (
    *(bytes((0xFF, marker)) for marker in (*range(0xC0, 0xE3), 0xED, 0xEE, 0xFE)),
    *(jpeg.EXIF + b"\0", jpeg.XMP + b"\0", jpeg.MANGLED_XMP, jpeg.EXTENDED, jpeg.PHOTOSHOP),
    *(jpeg.ICC + b"\1\1", b"JFIF\0", b"JFXX\0\x10", b"MPF\0", b"Adobe", b"MM\0*\0\0\0\x08"),
    *(b"II*\0\x08\0\0\0", b"xmpNote:HasExtendedXMP=", b"8BIM\x04\x04\0\0", b"\x1c\x02\x78"),
)


def one(data: bytes) -> None:
    """Besides what holds of every file: what was stamped says what it should, or is refused."""
    data = BARE[:2] + data.removeprefix(BARE[:2])
    hold(data)
    promise(isinstance(audit(data, STAMP), tuple), "an audit ends in complaints or none")
    try:
        stamped = embed(data, STAMP)
    except RenderError:
        return
    if audit(stamped, STAMP) == ():
        promise(read(stamped).metadata.text("description") == STAMP.caption, "a caption was lost")


if __name__ == "__main__":
    fuzz(one, SEEDS, WORDS)
