"""A photograph's file, read: what it is, how large, and what its metadata says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cutline.metadata import exif, iim, xmp
from cutline.metadata.containers import Blocks, Pixels, walk
from cutline.metadata.precedence import Sources, is_stale, merge
from cutline.model import Metadata, Photograph, Size

READER_VERSION = "4"
"""Changes whenever the same bytes may read differently; part of the keys of caches."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says about its photograph.

    Attributes:
        format: ``jpeg``, ``tiff``, ``png``, ``webp``, ``avif`` or ``heic``, by content.
        size: Pixels as stored, before any turn.
        orientation: Exif orientation 1..8 that makes the stored pixels upright.
        metadata: Every property that was found, after the order of precedence.
        capture: ``make``, ``model``, ``lens``, ``dateTimeOriginal``, ``offsetTimeOriginal`` …
            as read.
        problems: Codes, the container's first.
        pixels: What a decoder would have to cope with.
    """

    format: str
    size: Size
    orientation: int = 1
    metadata: Metadata = field(default_factory=Metadata)
    capture: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[str, ...] = ()
    pixels: Pixels = field(default_factory=lambda: Pixels(3))

    @property
    def upright(self) -> Size:
        """Pixels after ``orientation``: 5 to 8 swap the sides."""
        if self.orientation >= 5:
            return Size(self.size.height, self.size.width)
        return self.size

    @property
    def remaining(self) -> int:
        """The turn that is left to whoever decodes: 1 where the decoder turns by itself."""
        return 1 if self.pixels.turned != 1 else self.orientation


def read(data: bytes | memoryview) -> Reading:
    """Read a whole file: headers and metadata, never a pixel.

    Args:
        data: The bytes of the file.

    Returns:
        What could be read; what could not is named in ``problems``.

    Raises:
        ReadError: it is no photograph of a format of ours, its header does not say how large
            its picture is, or it carries more than 8 MB of metadata.
    """
    blocks = walk(memoryview(data))
    sources = _sources(blocks)
    metadata, cut = merge(sources)
    stale = ["iptc-digest-stale"] if sources.stale else []
    found = (
        *blocks.problems,
        *sources.xmp.problems,
        *sources.iim.problems,
        *sources.exif.problems,
        *stale,
        *cut,
    )
    return Reading(
        format=blocks.format,
        size=blocks.size,
        orientation=_orientation(blocks, sources),
        metadata=metadata,
        capture=MappingProxyType(sources.exif.capture),
        problems=tuple(dict.fromkeys(found)),
        pixels=blocks.pixels,
    )


def _orientation(blocks: Blocks, sources: Sources) -> int:
    """Exif, then XMP; in AVIF and HEIC the container, which their decoders obey alone.

    Source: ISO/IEC 23008-12 (irot and imir are part of the picture; Exif only informs).
    """
    if blocks.format in ("avif", "heic"):
        return blocks.pixels.turned
    return sources.exif.orientation or sources.xmp.orientation or 1


def _sources(blocks: Blocks) -> Sources:
    sources = Sources(stale=is_stale(blocks.iim, blocks.digest))
    if blocks.xmp:
        sources.xmp = xmp.read(blocks.xmp, blocks.xmp_more)
    if blocks.iim:
        sources.iim = iim.read(blocks.iim)
    if blocks.exif is not None:
        sources.exif = exif.read(blocks.exif)
    return sources


def photograph(reading: Reading, sha256: str, name: str) -> Photograph:
    """The photograph that a file holds, with the turn that is left to its decoder.

    Args:
        reading: What the file says.
        sha256: Hex digest of its bytes.
        name: The name it came with, for people.
    """
    return Photograph(
        sha256=sha256,
        name=name,
        format=reading.format,
        size=reading.upright,
        orientation=reading.remaining,
        metadata=reading.metadata,
        capture=reading.capture,
        problems=reading.problems,
        colour=reading.pixels.colour,
        profile=reading.pixels.profile,
    )
