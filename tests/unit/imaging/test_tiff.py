"""The compression is found in every layout a TIFF may have."""

import struct

import pytest

from cutline.imaging import tiff
from cutline.model import RenderError


def classic(order: str, compression: int) -> bytes:
    magic = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(order + "HHIHxx", 259, 3, 1, compression)
    return magic + struct.pack(order + "IH", 8, 1) + entry + bytes(4)


def big(order: str, compression: int) -> bytes:
    magic = b"II+\0\x08\0\0\0" if order == "<" else b"MM\0+\0\x08\0\0"
    entry = struct.pack(order + "HHQH6x", 259, 3, 1, compression)
    return magic + struct.pack(order + "QQ", 16, 1) + entry + bytes(8)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("layout", [classic, big])
def test_old_style_jpeg_is_refused_in_every_layout(layout, order):
    with pytest.raises(RenderError, match="old-style JPEG"):
        tiff.judge(layout(order, 6))
    tiff.judge(layout(order, 7))


@pytest.mark.parametrize("length", range(0, 20, 3))
def test_a_directory_cut_short_is_refused(length):
    with pytest.raises(RenderError, match="breaks off"):
        tiff.judge(classic("<", 7)[:length])
