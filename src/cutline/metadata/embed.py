"""Putting a stamp into a bare rendition. No pixel is touched; same input, same bytes."""

from cutline.metadata import embed_avif, embed_jpeg, embed_webp
from cutline.metadata.containers.kinds import recognise
from cutline.metadata.stamp import Stamp
from cutline.model import ReadError, RenderError

_EMBEDDERS = {"jpeg": embed_jpeg.embed, "avif": embed_avif.embed, "webp": embed_webp.embed}

STAMPING = "1"
"""Part of a published file's name: another where the same words would give other bytes.

Names may be cached for ever, so that no name may come to stand for other bytes.
"""


def embed(rendition: bytes, stamp: Stamp) -> bytes:
    """Attach the words of ``stamp`` to a bare rendition.

    Args:
        rendition: A JPEG, AVIF or WebP without any metadata but a colour profile.
        stamp: What it is to say.

    Returns:
        The rendition with XMP, and for JPEG also IIM (each value cut at its byte limit, with
        the digest of the block) and Exif.

    Raises:
        RenderError: the rendition is none of these, is damaged, already carries metadata, or the
            words are too long for a JPEG.
    """
    try:
        kind = recognise(memoryview(rendition))
    except ReadError as fault:
        raise RenderError(f"a rendition to be stamped {fault.message}") from fault
    if kind not in _EMBEDDERS:
        raise RenderError(f"a rendition to be stamped is a {kind}, not a JPEG, AVIF or WebP")
    return _EMBEDDERS[kind](rendition, stamp)
