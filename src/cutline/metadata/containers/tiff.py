"""TIFF: tags of the first picture (TIFF 6.0; Adobe Photoshop TIFF Technical Notes)."""

from itertools import zip_longest

from cutline.metadata.containers.blocks import Blocks, Pixels, size_of
from cutline.metadata.containers.icc import profile_name
from cutline.metadata.ifd import Directory, Entry, Tree
from cutline.metadata.photoshop import Resources
from cutline.model import ReadError

_MAX_PAGES = 1000
_COMPRESSIONS = {
    1: "none",
    2: "ccitt",
    5: "lzw",
    6: "old-jpeg",
    7: "jpeg",
    8: "deflate",
    32773: "packbits",
    32946: "deflate",
    50000: "zstd",
    50001: "webp",
}
_COLOURS = {0: "grey", 1: "grey", 2: "rgb", 3: "palette", 5: "cmyk", 6: "rgb", 8: "lab"}
_ASSOCIATED_ALPHA = 1
_STRETCHES = ((273, 279), (324, 325))
"""Where strips, or tiles, begin, and how many bytes each of them has."""
_SHAPE = frozenset((258, 339, *(tag for pair in _STRETCHES for tag in pair)))
"""These, and how many bits of which kind a pixel has: without them nothing is decoded."""


def walk(data: memoryview) -> Blocks:
    """Find XMP (700), IIM (33723), Photoshop resources (34377); the file itself is the Exif.

    Raises:
        ReadError: no readable directory, a camera raw file, or too much metadata.
    """
    tree = Tree.open(data)
    first = tree.directory(tree.first)
    if first is None or not {256, 257} <= first.entries.keys():
        raise ReadError("is a TIFF without a picture in it; it is damaged")
    reduced = tree.number(first.entries.get(254)) & 1
    if reduced or 50706 in first.entries or bytes(data[8:10]) == b"CR":
        raise ReadError("is a camera raw file", "cutline publishes JPEG, TIFF, PNG, WebP and AVIF")
    blocks = Blocks("tiff", exif=data)
    width, height = (tree.number(first.entries[tag]) for tag in (256, 257))
    blocks.size = size_of(width, height, "TIFF")
    _metadata(blocks, tree, first)
    blocks.pixels = _pixels(tree, first, _pages(tree, first))
    if first.lost & _SHAPE or _ends_early(tree, first):
        blocks.problem("truncated")
    return blocks


def _ends_early(tree: Tree, first: Directory) -> bool:
    """Whether a strip or a tile lies beyond the end of the file."""
    size = len(tree.data)
    for begin, length in _STRETCHES:
        starts, lengths = (tree.every(first.entries.get(tag)) for tag in (begin, length))
        spans = zip_longest(starts, lengths[: len(starts)], fillvalue=0)
        if any(start + span > size for start, span in spans):
            return True
    return False


def _metadata(blocks: Blocks, tree: Tree, first: Directory) -> None:
    for tag in (700, 33723, 34377):
        entry = first.entries.get(tag)
        blocks.carry(entry.length if entry else 0)
    blocks.xmp = tree.raw(first.entries.get(700)) or None
    blocks.iim = _iim(tree, first.entries.get(33723))
    resources = tree.raw(first.entries.get(34377))
    if resources:
        Resources.read(resources).fill(blocks)


def _iim(tree: Tree, entry: Entry | None) -> bytes | None:
    """IIM as bytes; some writers call it LONG, and some of those swap it."""
    raw = tree.raw(entry)
    if entry is not None and entry.kind == 4 and raw[:1] != b"\x1c" and raw[3:4] == b"\x1c":
        raw = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    return raw or None


def _pixels(tree: Tree, first: Directory, pages: int) -> Pixels:
    entries = first.entries
    colour = _COLOURS.get(tree.number(entries.get(262), 1), "rgb")
    compression = tree.number(entries.get(259), 1)
    icc = entries.get(34675)
    return Pixels(
        bands=tree.number(entries.get(277), 1),
        bits=tree.number(entries.get(258), 1),
        compression=_COMPRESSIONS.get(compression, str(compression)),
        pages=pages,
        colour=colour,
        profile=profile_name(tree.raw(icc)) if icc and icc.length < 1 << 22 else "",
        premultiplied=_ASSOCIATED_ALPHA in tree.numbers(entries.get(338)),
    )


def _pages(tree: Tree, first: Directory) -> int:
    """Directories of the chain that are not reduced copies of another (tag 254, bit 0)."""
    pages, offset = 1, first.following
    while offset and pages < _MAX_PAGES:
        page = tree.directory(offset)
        if page is None:
            break
        pages += not tree.number(page.entries.get(254)) & 1
        offset = page.following
    return pages
