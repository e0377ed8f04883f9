"""WebP: a walk over the RIFF chunks (RFC 9649)."""

from dataclasses import replace

from cutline.metadata.containers.blocks import MAX_PARTS, Blocks, Pixels, size_of, unheaded
from cutline.metadata.containers.icc import profile_name
from cutline.model import ReadError


def walk(data: memoryview) -> Blocks:
    """Find EXIF, XMP and the picture's size.

    Raises:
        ReadError: no picture chunk, or too much metadata.
    """
    blocks = Blocks("webp")
    position, pages, parts, sized = 12, 0, 0, False
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while position + 8 <= end and parts < MAX_PARTS:
        parts += 1
        name = bytes(data[position : position + 4])
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        body = data[position + 8 : position + 8 + length]
        if len(body) < length:
            blocks.problem("truncated")
        if name in (b"VP8X", b"VP8 ", b"VP8L") and not sized:
            _size(blocks, name, bytes(body[:10]))
            sized = True
        pages += name == b"ANMF"
        _metadata(blocks, name, body)
        position += 8 + length + (length & 1)
    if not sized:
        raise ReadError("is a WebP without a picture in it; it is damaged")
    blocks.pixels = replace(blocks.pixels, pages=max(1, pages))
    return blocks


def _size(blocks: Blocks, name: bytes, head: bytes) -> None:
    if len(head) < 10 and not (name == b"VP8L" and len(head) >= 5):
        raise ReadError("is a WebP with a damaged header")
    if name == b"VP8X":
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (4, 7))
        alpha = bool(head[0] & 0x10)
    elif name == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        width, height, alpha = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bool(bits >> 28 & 1)
    else:
        width, height = (int.from_bytes(head[at : at + 2], "little") & 0x3FFF for at in (6, 8))
        alpha = False
    blocks.size = size_of(width, height, "WebP")
    blocks.pixels = Pixels(4 if alpha else 3)


def _metadata(blocks: Blocks, name: bytes, body: memoryview) -> None:
    if name not in (b"EXIF", b"XMP ", b"ICCP"):
        return
    blocks.carry(len(body))
    if name == b"EXIF" and blocks.exif is None:
        blocks.exif = unheaded(body)
    elif name == b"XMP " and blocks.xmp is None:
        blocks.xmp = bytes(body)
    elif name == b"ICCP":
        blocks.pixels = replace(blocks.pixels, profile=profile_name(bytes(body)))
