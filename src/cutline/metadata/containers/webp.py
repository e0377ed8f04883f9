"""WebP: a walk over the RIFF chunks (RFC 9649)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cutline.metadata.containers.blocks import MAX_PARTS, Blocks, Pixels, size_of, unheaded
from cutline.metadata.containers.icc import profile_name
from cutline.model import ReadError, Size


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk at ``start``; ``whole`` is False where the file ends before it does."""

    name: bytes
    start: int
    end: int
    body: memoryview
    whole: bool


def chunks(data: memoryview) -> Iterator[Chunk]:
    """The chunks, as far as the RIFF header says there are any; ``end`` counts the padding."""
    position, parts = 12, 0  # behind RIFF, its length, WEBP
    limit = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while position + 8 <= limit and parts < MAX_PARTS:
        parts += 1
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        body = data[position + 8 : position + 8 + length]
        end = position + 8 + length + (length & 1)
        name = bytes(data[position : position + 4])
        yield Chunk(name, position, end, body, whole=len(body) == length)
        position = end


def walk(data: memoryview) -> Blocks:
    """Find EXIF, XMP and the picture's size.

    Raises:
        ReadError: no picture chunk, or too much metadata.
    """
    blocks = Blocks("webp")
    pages, sized = 0, False
    if 8 + int.from_bytes(data[4:8], "little") > len(data) + 1:  # the padding may be forgotten
        blocks.problem("truncated")
    for chunk in chunks(data):
        if not chunk.whole:
            blocks.problem("truncated")
        if chunk.name in (b"VP8X", b"VP8 ", b"VP8L") and not sized:
            blocks.size, alpha = canvas(chunk)
            blocks.pixels = Pixels(4 if alpha else 3)
            sized = True
        pages += chunk.name == b"ANMF"
        _metadata(blocks, chunk.name, chunk.body)
    if not sized:
        raise ReadError("is a WebP without a picture in it; it is damaged")
    blocks.pixels = replace(blocks.pixels, pages=max(1, pages))
    return blocks


def canvas(chunk: Chunk) -> tuple[Size, bool]:
    """Size and transparency, from whichever chunk comes first: VP8X, VP8 or VP8L.

    Raises:
        ReadError: the chunk is too short, or a side is zero.
    """
    name, head = chunk.name, bytes(chunk.body[:10])
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
    return size_of(width, height, "WebP"), alpha


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
