"""AVIF and HEIC: the item tables of the ``meta`` box, and the turn of the primary item.

Source: ISO/IEC 23008-12 (HEIF), clauses 6.5 (ispe, pixi, irot, imir, colr) and Annex A
(Exif and XMP items); AV1 Image File Format 1.1.
"""

from dataclasses import dataclass, replace

from cutline.metadata.boxes import (
    Box,
    Cursor,
    Item,
    Location,
    associations,
    boxes,
    items,
    locations,
    references,
)
from cutline.metadata.containers.blocks import Blocks, Pixels, size_of
from cutline.metadata.containers.icc import profile_name
from cutline.metadata.containers.kinds import recognise
from cutline.model import ReadError

XMP_TYPE = b"application/rdf+xml"
_MAX_EXTENTS = 256
_DESCRIBING = frozenset((b"Exif", b"mime", b"uri "))
# By irot (quarter turns anticlockwise), then imir (none, axis 0 top-bottom, axis 1 left-right).
_TURNS = {0: (1, 4, 2), 1: (8, 5, 7), 2: (3, 2, 4), 3: (6, 7, 5)}


@dataclass(frozen=True, slots=True)
class Meta:
    """The ``meta`` box: its children by kind, its items and where they lie."""

    data: memoryview
    children: dict[bytes, Box]
    items: tuple[Item, ...]
    locations: dict[int, Location]
    primary: int

    @classmethod
    def read(cls, data: memoryview, box: Box) -> "Meta":
        """Read the tables that are there."""
        children = {child.kind: child for child in boxes(data, box.body + 4, box.end)}
        found = items(data, children[b"iinf"]) if b"iinf" in children else []
        table = locations(data, children[b"iloc"]).items if b"iloc" in children else ()
        primary = 0
        if b"pitm" in children:
            cursor = Cursor(data, children[b"pitm"].body, children[b"pitm"].end)
            primary = cursor.take(4 if cursor.take(4) >> 24 else 2)
        return cls(data, children, tuple(found), {row.item: row for row in table}, primary)

    @property
    def ends_early(self) -> bool:
        """Whether coded pictures lie beyond the end of the file."""
        return any(
            place.base + extent.offset + extent.length > len(self.data)
            for item in self.items
            if item.kind not in _DESCRIBING and (place := self.locations.get(item.id))
            if place.method == 0
            for extent in place.extents
        )

    def content(self, item: int, blocks: Blocks) -> bytes:
        """The bytes of an item; empty, with a problem, where they cannot be had."""
        place, idat = self.locations.get(item), self.children.get(b"idat")
        if place is None or place.method > 1 or (place.method == 1 and idat is None):
            blocks.problem("item-not-found")
            return b""
        shift = idat.body if place.method == 1 and idat else 0
        end = idat.end if place.method == 1 and idat else len(self.data)
        parts = []
        for extent in place.extents[:_MAX_EXTENTS]:
            start = shift + place.base + extent.offset
            stop = start + extent.length if extent.length else end
            if stop > end:
                blocks.problem("item-not-found")
                return b""
            blocks.carry(stop - start if stop > start else 0)
            parts.append(bytes(self.data[start:stop]))
        return b"".join(parts)


def walk(data: memoryview) -> Blocks:
    """Find Exif and XMP items, size and turn of the primary item.

    Raises:
        ReadError: no ``meta`` box or no size, or too much metadata.
    """
    blocks = Blocks(recognise(data))
    top = {box.kind: box for box in boxes(data, 0, len(data))}
    if b"meta" not in top:
        raise ReadError(f"is a damaged {blocks.format.upper()}: it has no table of its parts")
    blocks.carry(top[b"meta"].end - top[b"meta"].start)
    meta = Meta.read(data, top[b"meta"])
    _properties(blocks, meta)
    _film(blocks, b"moov" in top)
    _metadata(blocks, meta)
    bodiless = b"mdat" not in top and b"idat" not in meta.children
    if bodiless or meta.ends_early or not all(box.whole for box in top.values()):
        blocks.problem("truncated")
    return blocks


def _film(blocks: Blocks, film: bool) -> None:
    """An image sequence has a track beside its still; how many frames is not counted."""
    if film:
        blocks.pixels = replace(blocks.pixels, pages=2)


def _properties(blocks: Blocks, meta: Meta) -> None:
    data, holder = meta.data, meta.children.get(b"iprp")
    inner = {box.kind: box for box in boxes(data, holder.body, holder.end)} if holder else {}
    if b"ipco" not in inner or b"ipma" not in inner:
        raise ReadError(f"is a damaged {blocks.format.upper()}: its picture has no size")
    shelf = list(boxes(data, inner[b"ipco"].body, inner[b"ipco"].end))
    numbers = associations(data, inner[b"ipma"], meta.primary)
    mine = [shelf[number - 1] for number in numbers if 0 < number <= len(shelf)]
    sizes = [box for box in mine if box.kind == b"ispe"]
    if not sizes:
        raise ReadError(f"is a damaged {blocks.format.upper()}: its picture has no size")
    cursor = Cursor(data, sizes[0].body + 4, sizes[0].end)
    blocks.size = size_of(cursor.take(4), cursor.take(4), blocks.format.upper())
    blocks.pixels = _pixels(data, mine)


def _pixels(data: memoryview, mine: list[Box]) -> Pixels:
    """Bands, bits, profile and turn from the properties of the primary item."""
    bands, bits, profile, quarter, mirror = 3, 8, "", 0, 0
    for box in mine:
        body = bytes(data[box.body : min(box.end, box.body + 16)])
        if box.kind == b"pixi" and len(body) > 5:
            bands, bits = max(1, body[4]), body[5]
        elif box.kind == b"irot" and body:
            quarter = body[0] & 3
        elif box.kind == b"imir" and body:
            mirror = 1 + (body[0] & 1)
        elif box.kind == b"colr" and body[:4] in (b"prof", b"rICC"):
            profile = profile_name(bytes(data[box.body + 4 : min(box.end, box.body + (1 << 20))]))
    colour = "grey" if bands == 1 else "rgb"
    return Pixels(bands, bits, colour=colour, profile=profile, turned=_TURNS[quarter][mirror])


def _metadata(blocks: Blocks, meta: Meta) -> None:
    """Exif and XMP that describe the primary item, or that describe nothing in particular."""
    described: dict[int, set[int]] = {}
    if b"iref" in meta.children:
        for kind, start, targets in references(meta.data, meta.children[b"iref"]):
            if kind == b"cdsc":
                described.setdefault(start, set()).update(targets)
    for item in meta.items:
        if item.id in described and meta.primary not in described[item.id]:
            continue
        if item.kind == b"Exif" and blocks.exif is None:
            content = meta.content(item.id, blocks)
            start = 4 + int.from_bytes(content[:4], "big")
            blocks.exif = memoryview(content)[start:] if start < len(content) else None
        elif item.kind == b"mime" and item.content_type == XMP_TYPE and blocks.xmp is None:
            blocks.xmp = meta.content(item.id, blocks) or None
