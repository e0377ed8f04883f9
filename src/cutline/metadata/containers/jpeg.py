"""JPEG: a walk over the marker segments before the first scan.

Source: ITU-T T.81 Annex B; JFIF (T.871); XMP Specification Part 3, clause 1.1.3; Exif 3.0,
clause 4.5.4. Ultra HDR and MPO files carry further pictures after the first: what is said
before the first scan is said of the photograph.
"""

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from cutline.metadata.containers.blocks import MAX_PARTS, Blocks, Pixels, size_of
from cutline.metadata.containers.icc import profile_name
from cutline.metadata.photoshop import Resources
from cutline.model import ReadError

EXIF = b"Exif\0"
XMP = b"http://ns.adobe.com/xap/1.0/"
MANGLED_XMP = b"XMP\0://ns.adobe.com/xap/1.0/"  # ImageMagick wrote the name of the profile over it
EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP = b"Photoshop 3.0\0"
ICC = b"ICC_PROFILE\0"

_FRAMES = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
)
_PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
_MAX_GARBAGE = 1 << 16
_END = b"\xff\xd9"
_STRETCH = 1 << 12
_COLOURS = {1: "grey", 4: "cmyk"}


class Segment(NamedTuple):
    """A marker and its payload: ``data[start:end]`` is the whole, ``payload`` what it carries."""

    marker: int
    start: int
    end: int
    payload: memoryview

    def begins(self, header: bytes) -> bool:
        """Whether the payload begins with ``header``."""
        return bytes(self.payload[: len(header)]) == header


def segments(data: memoryview) -> Iterator[Segment]:
    """The segments from the start of the image to the first scan, whose header comes last.

    Bytes between segments are skipped, as decoders do, 64 KB in all. The walk ends early
    where the file does.
    """
    position, size, parts, garbage = 2, len(data), 0, _MAX_GARBAGE
    while position + 4 <= size and parts < MAX_PARTS:
        start, parts = position, parts + 1
        limit = min(size - 1, position + garbage)
        while position < limit and (data[position] != 0xFF or data[position + 1] in (0xFF, 0)):
            position += 1
        garbage -= position - start
        if data[position] != 0xFF or position + 1 == size:
            return
        marker = data[position + 1]
        position += 2
        if marker in _BARE:
            continue
        length = int.from_bytes(data[position : position + 2], "big")
        if marker == 0xD9 or length < 2 or position + length > size:
            return
        yield Segment(marker, start, position + length, data[position + 2 : position + length])
        position += length
        if marker == 0xDA:
            return


def walk(data: memoryview) -> Blocks:
    """Find Exif, XMP, IIM and the frame header.

    Raises:
        ReadError: no frame header, or too much metadata.
    """
    blocks = Blocks("jpeg")
    photoshop: list[memoryview] = []
    icc: dict[int, bytes] = {}
    extended: list[bytes] = []
    framed = last = end = 0
    for segment in segments(data):
        last, end, payload = segment.marker, segment.end, segment.payload
        if last in _FRAMES and not framed:
            framed = last
            _frame(blocks, last, payload)
        elif last == 0xE1:
            _app1(blocks, segment, extended)
        elif last == 0xED and segment.begins(PHOTOSHOP):
            blocks.carry(len(payload))
            photoshop.append(payload[14:])
        elif last == 0xE2 and segment.begins(ICC) and len(payload) > 14:
            icc[payload[12]] = bytes(payload[14:])
    if not framed:
        raise ReadError("is a JPEG without a picture in it; it is damaged")
    if last != 0xDA or not _ends(data, end):
        blocks.problem("truncated")
    if photoshop:
        Resources.read(b"".join(photoshop)).fill(blocks)
    if extended:
        _reassemble(blocks, extended)
    if icc:
        name = profile_name(b"".join(icc[number] for number in sorted(icc)))
        blocks.pixels = _named(blocks.pixels, name)
    return blocks


def _ends(data: memoryview, scan: int) -> bool:
    """Whether an end of image stands behind the first scan's header (T.81, B.1.1.3: EOI).

    Looked for from the file's end, where it nearly always is; coded data cannot hold it (T.81,
    B.1.1.5: a zero is stuffed behind each FF). Further pictures behind the first end, too.
    """
    stop = len(data)
    while stop > scan:
        start = max(scan, stop - _STRETCH)
        if bytes(data[start : stop + 1]).rfind(_END) >= 0:
            return True
        stop = start
    return False


def _frame(blocks: Blocks, marker: int, payload: memoryview) -> None:
    if len(payload) < 6:
        raise ReadError("is a JPEG with a damaged frame header")
    height, width = (int.from_bytes(payload[at : at + 2], "big") for at in (1, 3))
    bands = payload[5]
    blocks.size = size_of(width, height, "JPEG")
    blocks.pixels = Pixels(
        bands, payload[0], marker in _PROGRESSIVE, colour=_COLOURS.get(bands, "rgb")
    )


def _named(pixels: Pixels, name: str) -> Pixels:
    return Pixels(pixels.bands, pixels.bits, pixels.progressive, colour=pixels.colour, profile=name)


def _app1(blocks: Blocks, segment: Segment, extended: list[bytes]) -> None:
    """Exif and XMP share APP1; some writers forget the NUL after the XMP header."""
    payload = segment.payload
    blocks.carry(len(payload))
    if segment.begins(EXIF):
        if blocks.exif is None:
            blocks.exif = payload[6:]
    elif segment.begins(EXTENDED):
        extended.append(bytes(payload[len(EXTENDED) :]))
    elif blocks.xmp is None:
        header = next((text for text in (XMP, MANGLED_XMP) if segment.begins(text)), None)
        if header:
            blocks.xmp = bytes(payload[len(header) :]).removeprefix(b"\0")


_HAS_EXTENDED = re.compile(rb"HasExtendedXMP\s{0,9}(?:=\s{0,9}[\"']|>)\s{0,9}([0-9A-Fa-f]{32})")


def _reassemble(blocks: Blocks, chunks: list[bytes]) -> None:
    """Put ExtendedXMP together: GUID, full length, offset, portion (Part 3, clause 1.1.3.1)."""
    found = _HAS_EXTENDED.search(blocks.xmp or b"")
    wanted = found[1].upper() if found else b""
    parts = {
        int.from_bytes(chunk[36:40], "big"): chunk[40:]
        for chunk in chunks
        if chunk[:32].upper() == wanted
    }
    whole = b"".join(parts[offset] for offset in sorted(parts))
    if whole and hashlib.md5(whole, usedforsecurity=False).hexdigest().upper().encode() == wanted:
        blocks.xmp_more = whole
    else:
        blocks.problem("xmp-extension-broken")
