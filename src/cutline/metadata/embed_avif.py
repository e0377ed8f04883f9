"""Stamping an AVIF: one XMP item, added to the tables of the ``meta`` box.

The packet is appended in a media box of its own at the end, so that a browser meets the
picture first; ``iinf``, ``iloc`` and ``iref`` gain an entry each, and every offset behind
``meta`` moves by what it grew. The picture is not encoded again.

Source: ISO/IEC 14496-12 clauses 8.11.3 (iloc), 8.11.6 (iinf), 8.11.12 (iref);
ISO/IEC 23008-12 Annex A.3 (XMP as item of type ``mime``, ``cdsc`` to what it describes).
"""

import struct
from dataclasses import replace

from cutline.metadata import packet
from cutline.metadata.boxes import Box, Extent, Location, Locations, boxes, locations
from cutline.metadata.containers.isobmff import XMP_TYPE, Meta
from cutline.metadata.stamp import Stamp
from cutline.model import RenderError

_TOP = {b"ftyp", b"meta", b"mdat", b"free"}
_METADATA = {b"Exif", b"mime", b"uri "}
_DAMAGED = "a rendition to be stamped is a damaged AVIF"


def embed(rendition: bytes, stamp: Stamp) -> bytes:
    """The rendition with one XMP item; unchanged where the stamp says nothing."""
    xmp = packet.build(stamp)
    if not xmp:
        return rendition
    data = memoryview(rendition)
    top = list(boxes(data, 0, len(data)))
    meta_box = next((box for box in top if box.kind == b"meta"), None)
    if meta_box is None or top[-1].end != len(data):
        raise RenderError(_DAMAGED)
    if any(box.kind not in _TOP for box in top):
        raise RenderError("a rendition to be stamped is more than one still picture")
    meta = Meta.read(data, meta_box)
    if not {b"iinf", b"iloc"} <= meta.children.keys() or not meta.items:
        raise RenderError(_DAMAGED)
    if any(item.kind in _METADATA for item in meta.items):
        raise RenderError("a rendition to be stamped already carries metadata")
    return _rebuild(rendition, top, meta_box, meta, xmp)


def _rebuild(rendition: bytes, top: list[Box], meta_box: Box, meta: Meta, xmp: bytes) -> bytes:
    """Write the new ``meta`` once for its size, then again with the offsets that follow."""
    data = memoryview(rendition)
    number = 1 + max(*(item.id for item in meta.items), *meta.locations, 0)
    table = _explicit(locations(data, meta.children[b"iloc"]), len(rendition))
    head, tail = rendition[: meta_box.start], _closed(rendition, top[-1], meta_box.end)
    blank = Extent(0, 0, len(xmp))
    grown = len(_meta(meta, meta_box, _grown(table, meta_box, 0, number, blank), number)) - (
        meta_box.end - meta_box.start
    )
    extent = Extent(0, len(rendition) + grown + 8, len(xmp))
    box = _meta(meta, meta_box, _grown(table, meta_box, grown, number, extent), number)
    return head + box + tail + struct.pack(">I4s", len(xmp) + 8, b"mdat") + xmp


def _closed(rendition: bytes, last: Box, start: int) -> bytes:
    """What follows ``meta``; a last box that runs to the end of the file gets its true size."""
    tail = rendition[start:]
    if last.start >= start and rendition[last.start : last.start + 4] == b"\0\0\0\0":
        at = last.start - start
        tail = tail[:at] + (last.end - last.start).to_bytes(4, "big") + tail[at + 4 :]
    return tail


def _grown(table: Locations, box: Box, by: int, number: int, extent: Extent) -> Locations:
    """The table after ``meta`` grew ``by`` bytes, with the new item at ``extent``."""
    moved = _moved(table, box, by)
    return replace(moved, items=(*moved.items, Location(number, 0, 0, 0, (extent,))))


def _meta(meta: Meta, box: Box, table: Locations, number: int) -> bytes:
    """The ``meta`` box with the new item and its locations."""
    data = meta.data
    content = bytes(data[box.body : box.body + 4])
    described = False
    for child in boxes(data, box.body + 4, box.end):
        raw = bytes(data[child.start : child.end])
        if child.kind == b"iinf":
            raw = _with_item(data, child, number)
        elif child.kind == b"iloc":
            raw = _box(b"iloc", _iloc(table))
        elif child.kind == b"iref":
            raw, described = _with_reference(data, child, number, meta.primary), True
        content += raw
    if not described:
        wide = number > 0xFFFF
        content += _box(b"iref", bytes((wide, 0, 0, 0)) + _cdsc(number, meta.primary, wide=wide))
    return _box(b"meta", content)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def _with_item(data: memoryview, box: Box, number: int) -> bytes:
    """``iinf`` with one more ``infe`` for the packet."""
    wide = number > 0xFFFF
    entry = bytes((3 if wide else 2, 0, 0, 0)) + number.to_bytes(4 if wide else 2, "big")
    entry += b"\0\0mime" + b"XMP\0" + XMP_TYPE + b"\0"
    width = 2 if data[box.body] == 0 else 4
    start = box.body + 4 + width
    count = int.from_bytes(data[box.body + 4 : start], "big") + 1
    content = bytes(data[box.body : box.body + 4]) + count.to_bytes(width, "big")
    return _box(b"iinf", content + bytes(data[start : box.end]) + _box(b"infe", entry))


def _with_reference(data: memoryview, box: Box, number: int, primary: int) -> bytes:
    """``iref`` with the packet describing the primary item."""
    wide = data[box.body] != 0
    if number > 0xFFFF and not wide:
        raise RenderError(_DAMAGED)
    return _box(b"iref", bytes(data[box.body : box.end]) + _cdsc(number, primary, wide=wide))


def _cdsc(number: int, primary: int, *, wide: bool) -> bytes:
    width = 4 if wide else 2
    return _box(b"cdsc", number.to_bytes(width, "big") + b"\0\1" + primary.to_bytes(width, "big"))


def _explicit(table: Locations, size: int) -> Locations:
    """Field sizes wide enough for a new item; lengths that ran to the end of the file, stated."""
    rows = []
    for row in table.items:
        if row.method > 1:
            raise RenderError("a rendition to be stamped is an AVIF of a kind we do not write")
        extents = tuple(
            replace(extent, length=size - row.base - extent.offset)
            if extent.length == 0 and row.method == 0
            else extent
            for extent in row.extents
        )
        rows.append(replace(row, extents=extents))
    offset = max(4, table.offset_size)
    return replace(
        table, offset_size=offset, length_size=max(4, table.length_size), items=tuple(rows)
    )


def _moved(table: Locations, box: Box, grown: int) -> Locations:
    """Offsets into the file, moved where they point behind the ``meta`` box."""

    def move(row: Location) -> Location:
        if row.method != 0:
            return row
        starts = [row.base + extent.offset for extent in row.extents]
        if any(box.start <= start < box.end for start in starts):
            raise RenderError(_DAMAGED)
        if row.base >= box.end:
            return replace(row, base=row.base + grown)
        extents = tuple(
            Extent(extent.index, extent.offset + (grown if start >= box.end else 0), extent.length)
            for extent, start in zip(row.extents, starts, strict=True)
        )
        return replace(row, extents=extents)

    return replace(table, items=tuple(move(row) for row in table.items))


def _iloc(table: Locations) -> bytes:
    """Serialise the table (clause 8.11.3.2)."""
    wide = 4 if table.version == 2 else 2
    rows = table.items
    sizes = (
        (table.offset_size << 12)
        | (table.length_size << 8)
        | (table.base_size << 4)
        | table.index_size
    )
    content = (
        bytes((table.version, 0, 0, 0)) + sizes.to_bytes(2, "big") + len(rows).to_bytes(wide, "big")
    )
    for row in rows:
        content += row.item.to_bytes(wide, "big")
        content += row.method.to_bytes(2, "big") if table.version else b""
        content += row.reference.to_bytes(2, "big") + row.base.to_bytes(table.base_size, "big")
        content += len(row.extents).to_bytes(2, "big")
        for extent in row.extents:
            content += extent.index.to_bytes(table.index_size, "big")
            content += extent.offset.to_bytes(table.offset_size, "big")
            content += extent.length.to_bytes(table.length_size, "big")
    return content
