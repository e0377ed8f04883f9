"""TIFF structures: image file directories, in files and in Exif blocks.

Source: TIFF 6.0, clause 2; BigTIFF (43 instead of 42, 64-bit counts and offsets). Offsets in
them are whatever a stranger wrote: each directory is read once, the number of entries is
capped over the whole structure, and a value must lie inside the data.
"""

import struct
from dataclasses import dataclass, field

from cutline.model import ReadError

_SIZES = {
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    13: 4,
    16: 8,
    129: 1,
}
_CODES = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q"}
_MAX_ENTRIES = 20_000
_MAX_NUMBERS = 64


@dataclass(slots=True)
class Entry:
    """One field of a directory: ``length`` bytes of value at ``at``."""

    tag: int
    kind: int
    count: int
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Directory:
    """A directory as far as it can be read.

    Attributes:
        entries: Fields by tag, the first of each.
        following: Offset of the next directory; 0 at the end.
        lost: Tags whose value lies beyond the end.
    """

    entries: dict[int, Entry]
    following: int
    lost: frozenset[int] = frozenset()


@dataclass(slots=True)
class Tree:
    """A TIFF structure that is read directory by directory."""

    data: memoryview
    order: str = "<"
    big: bool = False
    first: int = 0
    _seen: set[int] = field(default_factory=set)
    _budget: int = _MAX_ENTRIES

    @classmethod
    def open(cls, data: memoryview) -> "Tree":
        """Read the header.

        Raises:
            ReadError: it is no TIFF header.
        """
        order = {b"II": "<", b"MM": ">"}.get(bytes(data[:2]))
        if order is None or len(data) < 8:
            raise ReadError("has a damaged TIFF header")
        magic = struct.unpack_from(order + "H", data, 2)[0]
        if magic == 43 and len(data) >= 16:
            return cls(data, order, big=True, first=struct.unpack_from(order + "Q", data, 8)[0])
        return cls(data, order, first=struct.unpack_from(order + "I", data, 4)[0])

    def directory(self, offset: int, wanted: frozenset[int] | None = None) -> Directory | None:
        """The directory at ``offset``; None if it was read before or lies outside.

        Args:
            offset: Where it begins.
            wanted: Tags to look for; None for every one there is.
        """
        head, width, word = (8, 20, "Q") if self.big else (2, 12, "I")
        if offset in self._seen or not 8 <= offset <= len(self.data) - head:
            return None
        self._seen.add(offset)
        count = struct.unpack_from(self.order + ("Q" if self.big else "H"), self.data, offset)[0]
        start = offset + head
        within = min(count, (len(self.data) - start) // width, self._budget)
        self._budget -= within
        entries: dict[int, Entry] = {}
        lost: set[int] = set()
        end = start + within * width
        room = struct.calcsize(word)
        inline = start + width - room
        rows = struct.iter_unpack(f"{self.order}HH{word}{word}", self.data[start:end])
        for tag, kind, number, value in rows:
            if wanted is None or tag in wanted:
                length = _SIZES.get(kind, 0) * number
                at = inline if length <= room else value
                if length and at + length <= len(self.data):
                    entries.setdefault(tag, Entry(tag, kind, number, at, length))
                elif length:
                    lost.add(tag)
            inline += width
        whole = within == count and end + room <= len(self.data)
        following = struct.unpack_from(self.order + word, self.data, end)[0] if whole else 0
        return Directory(entries, following, frozenset(lost))

    def raw(self, entry: Entry | None) -> bytes:
        """The bytes of a value; empty without one."""
        return b"" if entry is None else bytes(self.data[entry.at : entry.at + entry.length])

    def numbers(self, entry: Entry | None) -> tuple[int, ...]:
        """Whole numbers of a value, at most 64; empty for other kinds."""
        if entry is None or entry.kind not in _CODES:
            return ()
        return self._first(entry, _MAX_NUMBERS)

    def every(self, entry: Entry | None) -> tuple[int, ...]:
        """All whole numbers of a value, however many there are; empty for other kinds."""
        if entry is None or entry.kind not in _CODES:
            return ()
        return self._first(entry, entry.count)

    def _first(self, entry: Entry, most: int) -> tuple[int, ...]:
        form = f"{self.order}{min(entry.count, most)}{_CODES[entry.kind]}"
        return struct.unpack_from(form, self.data, entry.at)

    def number(self, entry: Entry | None, default: int = 0) -> int:
        """The first whole number of a value."""
        return (*self.numbers(entry), default)[0]
