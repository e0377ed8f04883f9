"""Stamping a JPEG: Exif, XMP and IIM segments after JFIF, before all else.

Source: Exif 3.0 clause 4.5.4; XMP Specification Part 3 clause 1.1.3; IIM 4.2.
"""

import hashlib

from cutline.metadata import exif, iim, packet, photoshop
from cutline.metadata.containers.jpeg import ICC, PHOTOSHOP, XMP, Segment, segments
from cutline.metadata.stamp import Stamp
from cutline.model import RenderError


def embed(rendition: bytes, stamp: Stamp) -> bytes:
    """The rendition with the segments of ``stamp``; unchanged where it says nothing."""
    data = memoryview(rendition)
    found = list(segments(data))
    if not found or found[-1].marker != 0xDA:
        raise RenderError("a rendition to be stamped is a damaged JPEG")
    foreign = [segment for segment in found if not is_bare(segment)]
    if foreign:
        raise RenderError(f"a rendition to be stamped already carries {name_of(foreign[0])}")
    after = 2
    if found[0].marker == 0xE0:
        after = found[0].end
    head, tail = rendition[:after], rendition[after:]
    return head + b"".join(stamped(stamp)) + tail


def stamped(stamp: Stamp) -> tuple[bytes, ...]:
    """The segments of a stamp: Exif, XMP, Photoshop; none where it says nothing.

    Raises:
        RenderError: the words do not fit into one segment.
    """
    xmp = packet.build(stamp)
    if not xmp:
        return ()
    if len(xmp) > packet.MAX_PACKET:
        raise RenderError("the words of a photograph take more than 64 KB", "shorten its caption")
    block = exif.build(stamp.caption, "; ".join(stamp.creators), stamp.copyright_notice)
    return (
        _segment(0xE1, b"Exif\0\0" + block),
        _segment(0xE1, XMP + b"\0" + xmp),
        _segment(0xED, PHOTOSHOP + _resources(stamp)),
    )


def datasets(stamp: Stamp) -> bytes:
    """The IIM block of a stamp."""
    rows = [("creatorNames", name) for name in stamp.creators]
    rows.append(("creditLine", stamp.credit_line))
    rows.append(("copyrightNotice", stamp.copyright_notice))
    rows.append(("description", stamp.caption))
    return iim.build(rows)


def _resources(stamp: Stamp) -> bytes:
    block = datasets(stamp)
    digest = hashlib.md5(block, usedforsecurity=False).digest()
    return photoshop.build(((photoshop.IIM, block), (photoshop.DIGEST, digest)))


def is_bare(segment: Segment) -> bool:
    """A segment that a bare rendition may have: tables, frame, JFIF, ICC, Adobe."""
    marker, payload = segment.marker, segment.payload
    if marker == 0xE0:
        return segment.begins(b"JFIF\0") and bytes(payload[12:14]) == b"\0\0"
    if marker == 0xE2:
        return segment.begins(ICC)
    if marker == 0xEE:
        return segment.begins(b"Adobe")
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def name_of(segment: Segment) -> str:
    """What to call a segment: ``APP1``, ``a comment``."""
    if segment.marker == 0xFE:
        return "a comment"
    if segment.marker == 0xE0 and segment.begins(b"JFIF\0"):
        return "a thumbnail in APP0"
    return f"APP{segment.marker - 0xE0}"


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload
