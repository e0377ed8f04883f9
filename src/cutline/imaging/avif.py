"""Name an AVIF's colours in its container, where every reader looks.

libheif says sRGB in the AV1 stream only. The box added here repeats it: BT.709 primaries,
sRGB transfer, BT.601 matrix, full range.

Source: ISO/IEC 23008-12 (HEIF), clauses 6.5.5 (colr), 9.3 (ipco, ipma); ISO/IEC 14496-12,
clauses 8.11.3 (iloc), 12.1.5; ISO/IEC 23091-2 (code points 1, 13, 6).
"""

import struct

from cutline.model import RenderError

_NCLX = struct.pack(">I4s4sHHHB", 19, b"colr", b"nclx", 1, 13, 6, 0x80)


def name_colours(still: bytes) -> bytes:
    """Add ``colr`` to a still of one item as our own encoder writes it.

    Raises:
        RenderError: the file is not laid out as libheif lays out one picture.
    """
    try:
        return _named(bytearray(still))
    except (ValueError, struct.error) as fault:
        raise RenderError("the AVIF encoder wrote a file that we do not understand") from fault


def _named(file: bytearray) -> bytes:
    meta = _find(file, b"meta", 0, len(file))
    iloc = _find(file, b"iloc", meta + 12, _end(file, meta))
    iprp = _find(file, b"iprp", meta + 12, _end(file, meta))
    ipco = _find(file, b"ipco", iprp + 8, _end(file, iprp))
    ipma = _find(file, b"ipma", iprp + 8, _end(file, iprp))
    count = _children(file, ipco + 8, _end(file, ipco))
    entries, item, linked = struct.unpack_from(">IHB", file, ipma + 12)
    if (entries, item) != (1, 1) or file[ipma + 8] != 0 or count > 126 or ipma != _end(file, ipco):
        raise ValueError("more than one item")
    added = len(_NCLX) + 1
    _move_data(file, iloc, added)
    file[ipma + 18] = linked + 1
    for box, by in ((ipma, 1), (ipco, len(_NCLX)), (iprp, added), (meta, added)):
        struct.pack_into(">I", file, box, struct.unpack_from(">I", file, box)[0] + by)
    file[ipma + 19 + linked : ipma + 19 + linked] = bytes((count + 1,))
    file[ipma:ipma] = _NCLX
    return bytes(file)


def _move_data(file: bytearray, iloc: int, by: int) -> None:
    """Tell the item table that the picture's data begins ``by`` bytes further on."""
    version, lengths, base, items, item, _, start, extents = struct.unpack_from(
        ">B3xBBHHHIH", file, iloc + 8
    )
    if (version, lengths, base, items, item, extents) != (0, 0x44, 0x40, 1, 1, 1):
        raise ValueError("an item table of another shape")
    struct.pack_into(">I", file, iloc + 20, start + by)


def _end(file: bytearray, box: int) -> int:
    return box + int(struct.unpack_from(">I", file, box)[0])


def _find(file: bytearray, name: bytes, start: int, end: int) -> int:
    while start + 8 <= end:
        if file[start + 4 : start + 8] == name:
            return start
        start = _next(file, start)
    raise ValueError(f"no {name!r} box")


def _children(file: bytearray, start: int, end: int) -> int:
    count = 0
    while start + 8 <= end:
        start, count = _next(file, start), count + 1
    return count


def _next(file: bytearray, box: int) -> int:
    after = _end(file, box)
    if after < box + 8:
        raise ValueError("a box that does not end")
    return after
