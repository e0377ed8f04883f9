"""Boxes of the ISO base media file format, and the item tables of HEIF and AVIF.

Source: ISO/IEC 14496-12 clauses 4.2 and 8.11; ISO/IEC 23008-12 (HEIF). Readers here never
raise: a table ends where its bytes do, and counts are capped.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAX_ITEMS = 20_000


@dataclass(frozen=True, slots=True)
class Box:
    """A box at ``start``, its content ``data[body:end]``; not ``whole`` if it claims more."""

    kind: bytes
    start: int
    body: int
    end: int
    whole: bool = True


def boxes(data: memoryview, start: int, end: int) -> Iterator[Box]:
    """The boxes in ``data[start:end]``; one that claims more than there is ends with it."""
    for _ in range(MAX_ITEMS):
        if start + 8 > end:
            return
        size, kind = struct.unpack_from(">I4s", data, start)
        body = start + 8
        if size == 1 and start + 16 <= end:
            size, body = struct.unpack_from(">Q", data, body)[0], start + 16
        elif size == 0:
            size = end - start
        if size < body - start:
            return
        yield Box(kind, start, body, min(start + size, end), start + size <= end)
        start += size


def version_of(data: memoryview, box: Box) -> int:
    """The version of a full box; 0 for an empty one."""
    return data[box.body] if box.body < box.end else 0


class Cursor:
    """Big-endian numbers out of a box, one after another; zero beyond its end."""

    def __init__(self, data: memoryview, position: int, end: int) -> None:
        self.data = data
        self.position = position
        self.end = end

    @property
    def done(self) -> bool:
        """True where nothing is left."""
        return self.position >= self.end

    def take(self, length: int) -> int:
        """The next ``length`` bytes as a number."""
        stop = self.position + length
        value = int.from_bytes(self.data[self.position : stop], "big") if stop <= self.end else 0
        self.position = stop
        return value

    def string(self) -> bytes:
        """Bytes up to the next NUL, which is skipped; at most 1,024."""
        text = bytes(self.data[self.position : min(self.end, self.position + 1024)])
        text, found, _ = text.partition(b"\0")
        self.position += len(text) + len(found)
        return text


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of ``iinf``: an ``infe`` of version 2 or 3."""

    id: int
    kind: bytes
    content_type: bytes = b""


def items(data: memoryview, box: Box) -> list[Item]:
    """The items of an ``iinf`` box."""
    start = box.body + 4 + (2 if version_of(data, box) == 0 else 4)
    found: list[Item] = []
    for entry in boxes(data, start, box.end):
        if entry.kind != b"infe" or len(found) >= MAX_ITEMS:
            continue
        cursor = Cursor(data, entry.body, entry.end)
        version = cursor.take(4) >> 24
        if version not in (2, 3):
            continue
        number = cursor.take(2 if version == 2 else 4)
        cursor.take(2)
        kind = cursor.take(4).to_bytes(4, "big")
        cursor.string()
        found.append(Item(number, kind, cursor.string() if kind == b"mime" else b""))
    return found


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of an item: ``length`` 0 means all there is."""

    index: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Location:
    """Where an item lies: method 0 in the file, 1 in ``idat``, 2 in another item."""

    item: int
    method: int
    reference: int
    base: int
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Locations:
    """An ``iloc`` box: version, sizes of its fields in bytes, and the items."""

    version: int
    offset_size: int
    length_size: int
    base_size: int
    index_size: int
    items: tuple[Location, ...]


def locations(data: memoryview, box: Box) -> Locations:
    """Read an ``iloc`` box of version 0, 1 or 2."""
    cursor = Cursor(data, box.body, box.end)
    version = cursor.take(4) >> 24
    sizes = cursor.take(2)
    wide = 4 if version == 2 else 2
    table = Locations(
        version, sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15 if version else 0, ()
    )
    count, room, found = cursor.take(wide), MAX_ITEMS, []
    for _ in range(min(count, MAX_ITEMS)):
        if cursor.done:
            break
        item = cursor.take(wide)
        method = cursor.take(2) & 15 if version else 0
        reference, base, number = cursor.take(2), cursor.take(table.base_size), cursor.take(2)
        extents = []
        for _ in range(min(number, room)):
            if cursor.done:
                break
            index, offset = cursor.take(table.index_size), cursor.take(table.offset_size)
            extents.append(Extent(index, offset, cursor.take(table.length_size)))
        room -= len(extents)
        found.append(Location(item, method, reference, base, tuple(extents)))
    return Locations(*sizes_of(table), tuple(found))


def sizes_of(table: Locations) -> tuple[int, int, int, int, int]:
    """Version and field sizes of an ``iloc``."""
    return table.version, table.offset_size, table.length_size, table.base_size, table.index_size


def references(data: memoryview, box: Box) -> list[tuple[bytes, int, tuple[int, ...]]]:
    """An ``iref`` box as ``(kind, from, to…)``."""
    wide = 2 if version_of(data, box) == 0 else 4
    found = []
    for entry in boxes(data, box.body + 4, box.end):
        cursor = Cursor(data, entry.body, entry.end)
        start, count = cursor.take(wide), cursor.take(2)
        room = max(0, (entry.end - cursor.position) // wide)
        form = f">{min(count, room)}{'H' if wide == 2 else 'I'}"
        targets = struct.unpack_from(form, data, min(cursor.position, entry.end))
        found.append((entry.kind, start, targets))
    return found


def associations(data: memoryview, box: Box, wanted: int) -> tuple[int, ...]:
    """An ``ipma`` box: the numbers (from 1) of the properties of one item, in order."""
    cursor = Cursor(data, box.body, box.end)
    head = cursor.take(4)
    wide, item_size = (2 if head & 1 else 1), (2 if head >> 24 == 0 else 4)
    mask = 0x7FFF if wide == 2 else 0x7F
    for _ in range(min(cursor.take(4), MAX_ITEMS)):
        if cursor.done:
            break
        item, count = cursor.take(item_size), cursor.take(1)
        if item == wanted:
            return tuple(cursor.take(wide) & mask for _ in range(count))
        cursor.position += count * wide
    return ()
