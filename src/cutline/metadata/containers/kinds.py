"""Which format a file really is, by its first bytes; never by its name."""

from cutline.model import ReadError

_OURS = "cutline publishes JPEG, TIFF, PNG, WebP and AVIF"

_MAGIC = (
    (b"\xff\xd8", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
)

_OTHERS = (
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"8BPS", "a Photoshop file"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "a PostScript file"),
    (b"\xc5\xd0\xd3\xc6", "a PostScript file"),
    (b"\xff\x0a", "a JPEG XL"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000"),
    (b"FUJIFILM", "a camera raw file"),
    (b"IIU\0", "a camera raw file"),
    (b"IIRO", "a camera raw file"),
    (b"II\x1a\0\0\0HEAPCCDR", "a camera raw file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"<svg", "an SVG"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
    (b"<x:xmpmeta", "an XMP sidecar"),
    (b"<?xpacket", "an XMP sidecar"),
    (b"<?xml", "an XML file"),
)

_AVIF = {b"avif", b"avis"}
_HEIF = {b"mif1", b"msf1", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}


def recognise(data: memoryview) -> str:
    """``jpeg``, ``png``, ``tiff``, ``webp``, ``avif`` or ``heic``.

    Raises:
        ReadError: it is none of them; the sentence says what it is instead.
    """
    head = bytes(data[:512])
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _brand(head)
    if not head:
        raise ReadError("is empty")
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, what in _OTHERS:
        if head.startswith(magic) or text.startswith(magic):
            raise ReadError(f"is {what}", _OURS)
    raise ReadError("is no picture of a known format", _OURS)


def _brand(head: bytes) -> str:
    """AVIF or HEIC by the brands of the ``ftyp`` box (ISO/IEC 14496-12, clause 4.3)."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))}
    if brands & _AVIF:
        return "avif"
    if brands & _HEIF:
        return "heic"
    what = "a camera raw file" if b"crx " in brands else "a film"
    raise ReadError(f"is {what}", _OURS)
