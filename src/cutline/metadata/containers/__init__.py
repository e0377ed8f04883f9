"""Walkers over the five containers: which bytes are Exif, IIM, XMP; no pixel is decoded."""

from cutline.metadata.containers import isobmff, jpeg, png, tiff, webp
from cutline.metadata.containers.blocks import Blocks, Pixels
from cutline.metadata.containers.kinds import recognise

__all__ = ["Blocks", "Pixels", "walk"]

_WALKERS = {
    "jpeg": jpeg.walk,
    "png": png.walk,
    "webp": webp.walk,
    "tiff": tiff.walk,
    "avif": isobmff.walk,
    "heic": isobmff.walk,
}


def walk(data: memoryview) -> Blocks:
    """Find the metadata blocks and the shape of a photograph, by what the file really is.

    Raises:
        ReadError: no container of ours, or one too damaged to say how large its picture is.
    """
    return _WALKERS[recognise(data)](data)
