"""What a walk over a container brings home."""

from dataclasses import dataclass, field

from cutline.model import ReadError, Size

MAX_METADATA = 8 * 1024 * 1024
"""Bytes of metadata a photograph may carry; more is an attack or a mistake."""

MAX_PARTS = 100_000
"""Segments, chunks or boxes that a walk visits; a photograph of 200 MB has a quarter of it."""

_MAX_SIDE = 1 << 31


@dataclass(frozen=True, slots=True)
class Pixels:
    """What a decoder would have to cope with; enough to refuse before it starts.

    Attributes:
        bands: Components, alpha included.
        bits: Bits a component.
        progressive: Progressive JPEG or interlaced PNG: decoded as a whole in memory.
        compression: TIFF only: ``none``, ``lzw``, ``deflate``, ``jpeg``, ``old-jpeg`` … or
            the number.
        pages: Pictures a reader would be shown; 1 for a photograph.
        colour: ``grey``, ``rgb``, ``cmyk``, ``palette`` or ``lab``, as the container says.
        profile: Description of the embedded ICC profile; empty without one.
        premultiplied: True where colours are already multiplied by alpha.
        turned: Exif orientation that decoders of this container apply by themselves (AVIF
            and HEIC ``irot``/``imir``); 1 everywhere else.
    """

    bands: int
    bits: int = 8
    progressive: bool = False
    compression: str = ""
    pages: int = 1
    colour: str = "rgb"
    profile: str = ""
    premultiplied: bool = False
    turned: int = 1


@dataclass(slots=True)
class Blocks:
    """The metadata blocks of one file, still as bytes.

    Attributes:
        format: ``jpeg``, ``tiff``, ``png``, ``webp``, ``avif`` or ``heic``.
        size: Pixels as stored.
        pixels: See there.
        exif: A TIFF structure, without the ``Exif`` header.
        xmp: The XMP packet; ``xmp_more`` its reassembled extension (JPEG).
        iim: IIM datasets.
        digest: MD5 of the IIM that the writer of the XMP saw (8BIM 0x0425).
        problems: Codes of what is wrong with the container.
    """

    format: str
    size: Size = field(default_factory=lambda: Size(1, 1))
    pixels: Pixels = field(default_factory=lambda: Pixels(3))
    exif: memoryview | None = None
    xmp: bytes | None = None
    xmp_more: bytes | None = None
    iim: bytes | None = None
    digest: bytes | None = None
    problems: list[str] = field(default_factory=list)
    weight: int = 0

    def carry(self, length: int) -> None:
        """Count ``length`` bytes of metadata.

        Raises:
            ReadError: the photograph carries more than ``MAX_METADATA``.
        """
        self.weight += length
        if self.weight > MAX_METADATA:
            raise ReadError("carries more than 8 MB of metadata", "save it again without")

    def problem(self, code: str) -> None:
        """Record what is wrong, once."""
        if code not in self.problems:
            self.problems.append(code)


def size_of(width: int, height: int, kind: str) -> Size:
    """The size a header states.

    Raises:
        ReadError: a side is zero, or longer than any format of ours allows.
    """
    if not (0 < width < _MAX_SIDE and 0 < height < _MAX_SIDE):
        raise ReadError(f"is a {kind} whose header says {width} × {height} pixels")
    return Size(width, height)


def unheaded(block: memoryview) -> memoryview:
    """An Exif block without the header that belongs to JPEG alone but is copied elsewhere."""
    return block[6:] if bytes(block[:4]) == b"Exif" else block
