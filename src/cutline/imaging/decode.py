"""From an original's bytes to lazily decoded pixels, refused early where they are too many."""

from dataclasses import dataclass
from typing import Any

from cutline.imaging import tiff
from cutline.imaging.crop import upright
from cutline.imaging.vips import pyvips
from cutline.model import RenderError, Size

Image = Any
"""A ``pyvips.Image``; the package carries no types."""

MAX_BYTES = 200_000_000
MAX_PIXELS = 250_000_000
MAX_PIXELS_HELD = 100_000_000
"""For what cannot be decoded line by line: progressive, interlaced, AVIF."""
MAX_BANDS = 5

_GIVE = "give a JPEG, PNG, TIFF, WebP or AVIF file"


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of an original before its pixels are decoded.

    Attributes:
        data: The whole file.
        format: ``jpeg``, ``png``, ``tiff``, ``webp`` or ``heif``.
        size: The stored pixels; of an AVIF, which libheif turns as its container says, the
            turned ones.
    """

    data: bytes
    format: str
    size: Size


def header(data: bytes) -> Header:
    """Read and judge the header; no pixel is decoded.

    Raises:
        RenderError: not one of the five formats, damaged, or beyond the limits.
    """
    if len(data) > MAX_BYTES:
        raise RenderError(f"the file has {len(data) // 1_000_000} MB, more than the 200 we decode")
    kind = _format(data)
    if kind == "tiff":
        tiff.judge(data)
    try:
        image = _open(data, kind, {})
    except pyvips.Error as fault:
        raise unreadable(fault) from fault
    if image.bands > MAX_BANDS:
        raise RenderError(f"the picture has {image.bands} channels, more than the 5 we decode")
    held = kind == "heif" or _flag(image, "interlaced") or _flag(image, "jpeg-multiscan")
    pixels, limit = image.width * image.height, MAX_PIXELS_HELD if held else MAX_PIXELS
    if pixels > limit:
        raise RenderError(
            f"the picture has {pixels // 1_000_000} megapixels, more than the "
            f"{limit // 1_000_000} we decode in this format",
            "ask for a smaller file",
        )
    return Header(data, kind, Size(image.width, image.height))


def pixels(head: Header, target: Size, orientation: int, *, strict: bool) -> Image:
    """The original line by line, shrunk on load as far as ``target`` allows (JPEG only).

    Args:
        head: The header as ``header`` read it.
        target: The upright size that is wanted.
        orientation: Exif orientation 1..8 of the stored pixels.
        strict: Fail on a mere warning of the decoder too.

    Raises:
        pyvips.Error: the decoder refuses.
    """
    wanted = upright(target, orientation)
    options: dict[str, object] = {
        "access": "sequential",
        "fail_on": "warning" if strict else "error",
    }
    if head.format == "jpeg":
        shrinks = (by for by in (8, 4, 2) if _covers(head.size, by, wanted))
        options["shrink"] = next(shrinks, 1)
    return _open(head.data, head.format, options)


def unreadable(fault: Exception) -> RenderError:
    """The engine's complaint as one sentence: its first reason, printable, at most 120 signs."""
    lines = [line.strip() for line in str(fault).splitlines() if line.strip()]
    reasons = [line for line in lines if not line.startswith("unable to ")]
    told = "".join(sign for sign in (reasons or [""])[0] if sign.isprintable())[:120]
    because = f" ({told})" if told else ""
    return RenderError(f"the picture cannot be decoded{because}", "ask for the file again")


def _covers(size: Size, by: int, wanted: Size) -> bool:
    return size.width // by >= wanted.width and size.height // by >= wanted.height


def _open(data: bytes, kind: str, options: dict[str, object]) -> Image:
    """Through the format's own loader: never the Ultra HDR one, never turned as Exif says."""
    return getattr(pyvips.Image, f"{kind}load_buffer")(data, **options)


def _flag(image: Image, name: str) -> bool:
    return bool(image.get_typeof(name)) and bool(image.get(name))


def _format(data: bytes) -> str:
    """Which of the five formats the first bytes announce.

    Raises:
        RenderError: none of them.
    """
    start = bytes(data[:16])
    if start.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if start[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "tiff"
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return "webp"
    if start[4:8] == b"ftyp":
        return _heif(bytes(data[8 : min(256, int.from_bytes(data[:4], "big"))]))
    raise RenderError("the file is no photograph we decode", _GIVE)


def _heif(brands: bytes) -> str:
    """Tell AVIF from its relatives by the brands of the ``ftyp`` box (ISO/IEC 23008-12)."""
    if b"avif" in brands or b"avis" in brands:
        return "heif"
    if any(brand in brands for brand in (b"heic", b"heix", b"hevc", b"mif1")):
        raise RenderError("the file is a HEIC photograph, which we do not decode", _GIVE)
    raise RenderError("the file is a film or none we know, not a photograph", _GIVE)
