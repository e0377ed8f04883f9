"""Stamping a WebP: one XMP chunk at the end, announced in the VP8X header.

Source: RFC 9649, clauses 2.7 (extended format: order of chunks, VP8X) and 2.7.1.5 (metadata).
"""

from cutline.metadata import packet
from cutline.metadata.containers.webp import Chunk, canvas, chunks
from cutline.metadata.stamp import Stamp
from cutline.model import ReadError, RenderError

ANIMATED, XMP, EXIF, ALPHA, ICC = 0x02, 0x04, 0x08, 0x10, 0x20
"""Flags of VP8X: what else is in the file."""

PICTURE = (b"VP8 ", b"VP8L")
BARE = frozenset((b"VP8X", b"ICCP", b"ALPH", *PICTURE))
"""Chunks that a bare rendition may have."""

_DAMAGED = "a rendition to be stamped is a damaged WebP"


def embed(rendition: bytes, stamp: Stamp) -> bytes:
    """The rendition with one XMP chunk; unchanged where the stamp says nothing.

    Raises:
        RenderError: it is damaged, moves, or already carries metadata.
    """
    xmp = packet.build(stamp)
    if not xmp:
        return rendition
    found = list(chunks(memoryview(rendition)))
    if not found or found[-1].end != len(rendition) or not all(chunk.whole for chunk in found):
        raise RenderError(_DAMAGED)
    foreign = [chunk.name.decode("latin-1") for chunk in found if chunk.name not in BARE]
    if foreign:
        raise RenderError(f"a rendition to be stamped already carries {foreign[0].strip()}")
    if not any(chunk.name in PICTURE for chunk in found):
        raise RenderError(_DAMAGED)
    pictures = found[1:] if found[0].name == b"VP8X" else found
    inner = b"".join(rendition[chunk.start : chunk.end] for chunk in pictures)
    body = _chunk(b"VP8X", _header(found[0])) + inner + _chunk(b"XMP ", xmp)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _header(first: Chunk) -> bytes:
    """The body of VP8X with the flag for XMP, made from the picture where there was none."""
    try:
        size, alpha = canvas(first)
    except ReadError as fault:
        raise RenderError(f"a rendition to be stamped {fault.message}") from fault
    flags = first.body[0] if first.name == b"VP8X" else ALPHA * alpha
    sides = (size.width - 1).to_bytes(3, "little") + (size.height - 1).to_bytes(3, "little")
    return bytes((flags | XMP, 0, 0, 0)) + sides


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) & 1)
