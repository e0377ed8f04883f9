"""PNG: a walk over the chunks (W3C PNG Third Edition, clauses 5 and 11)."""

import binascii
import zlib
from dataclasses import replace

from cutline.metadata.containers.blocks import (
    MAX_METADATA,
    MAX_PARTS,
    Blocks,
    Pixels,
    size_of,
    unheaded,
)
from cutline.metadata.containers.icc import profile_name
from cutline.metadata.photoshop import Resources
from cutline.model import ReadError

_COLOURS = {0: (1, "grey"), 2: (3, "rgb"), 3: (1, "palette"), 4: (2, "grey"), 6: (4, "rgb")}
_RAW = b"Raw profile type "
_XMP = b"XML:com.adobe.xmp"


def walk(data: memoryview) -> Blocks:
    """Find eXIf, XMP in iTXt, and the raw profiles that ImageMagick writes.

    Raises:
        ReadError: no valid header chunk, or too much metadata.
    """
    if bytes(data[12:16]) != b"IHDR" or len(data) < 33:
        raise ReadError("is a PNG with a damaged header")
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    blocks = Blocks("png", size_of(width, height, "PNG"))
    bands, colour = _COLOURS.get(data[25], (4, "rgb"))
    blocks.pixels = Pixels(bands, data[24], progressive=data[28] == 1, colour=colour)
    position, name, parts = 33, b"IHDR", 0
    while position + 12 <= len(data) and name != b"IEND" and parts < MAX_PARTS:
        parts += 1
        length = int.from_bytes(data[position : position + 4], "big")
        name = bytes(data[position + 4 : position + 8])
        if position + 12 + length > len(data):
            break
        _chunk(blocks, name, data[position + 8 : position + 8 + length])
        position += 12 + length
    if name != b"IEND":
        blocks.problem("truncated")
    return blocks


def _chunk(blocks: Blocks, name: bytes, body: memoryview) -> None:
    if name in (b"IDAT", b"fdAT", b"fcTL"):
        return
    if name == b"acTL" and len(body) == 8:
        pages = int.from_bytes(body[:4], "big")
        blocks.pixels = replace(blocks.pixels, pages=max(1, pages))
    elif name == b"eXIf":
        blocks.carry(len(body))
        blocks.exif = blocks.exif or unheaded(body)
    elif name == b"iCCP":
        profile = _inflate(blocks, bytes(body).partition(b"\0")[2][1:])
        blocks.pixels = replace(blocks.pixels, profile=profile_name(profile))
    elif name in (b"iTXt", b"zTXt", b"tEXt"):
        blocks.carry(len(body))
        _text(blocks, name, bytes(body))


def _text(blocks: Blocks, name: bytes, body: bytes) -> None:
    keyword, _, rest = body.partition(b"\0")
    if name == b"iTXt" and keyword == _XMP:
        packed = rest[:1] == b"\1"
        text = rest[2:].split(b"\0", 2)[-1]
        blocks.xmp = blocks.xmp or (_inflate(blocks, text) if packed else text)
    elif keyword.startswith(_RAW) and name != b"iTXt":
        text = _inflate(blocks, rest[1:]) if name == b"zTXt" else rest
        _raw_profile(blocks, keyword[len(_RAW) :], text)


def _raw_profile(blocks: Blocks, kind: bytes, text: bytes) -> None:
    """ImageMagick's lines: nothing, kind, length, then hex digits."""
    lines = text.split(b"\n", 3)
    try:
        profile = binascii.unhexlify(b"".join(lines[3].split()) if len(lines) == 4 else b"")
    except binascii.Error:
        blocks.problem("png-profile-broken")
        return
    if kind in (b"exif", b"APP1") and profile[:4] == b"Exif" and blocks.exif is None:
        blocks.exif = memoryview(profile)[6:]
    elif kind == b"xmp" and blocks.xmp is None:
        blocks.xmp = profile
    elif kind == b"iptc" and profile[:4] == b"8BIM":
        Resources.read(profile).fill(blocks)
    elif kind == b"iptc" and profile[:1] == b"\x1c":
        blocks.iim = blocks.iim or profile


def _inflate(blocks: Blocks, packed: bytes) -> bytes:
    """Decompress, but never more than the cap: a small chunk can hold gigabytes of zeros."""
    machine = zlib.decompressobj()
    try:
        text = machine.decompress(packed, MAX_METADATA + 1)
    except zlib.error:
        blocks.problem("png-text-broken")
        return b""
    blocks.carry(len(text))
    return text
