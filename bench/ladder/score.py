"""SSIMULACRA2 of renditions, and bytes compared at equal scores."""

import io
import math

import pyvips
from ssimulacra2 import compute_ssimulacra2

Curve = list[tuple[float, int]]
"""Points of one encoder on one picture: score, bytes."""


def reference(path: str, width: int, height: int) -> bytes:
    """The picture from a full decode by Lanczos, as a PNG."""
    image = pyvips.Image.new_from_file(path, access="sequential")
    if image.get_typeof("icc-profile-data"):
        image = image.icc_transform("srgb", embedded=True, intent="perceptual")
    small = image.resize(width / image.width, vscale=height / image.height)
    return bytes(small.pngsave_buffer(compression=1, keep="none"))


def score(truth: bytes, rendition: bytes) -> float:
    """SSIMULACRA2; 100 is the same picture, 75 what a reader would not fault."""
    shown = pyvips.Image.new_from_buffer(rendition, "").colourspace("srgb")
    png = shown.pngsave_buffer(compression=1, keep="none")
    return float(compute_ssimulacra2(io.BytesIO(truth), io.BytesIO(png)))


def point(truth: bytes, rendition: bytes) -> tuple[float, int]:
    """What a rendition scores and weighs."""
    return score(truth, rendition), len(rendition)


def bytes_at(curve: Curve, wanted: float) -> float:
    """Bytes an encoder needs for a score: its logarithm runs straight through two points."""
    (low, small), (high, large) = sorted(curve)
    share = (wanted - low) / (high - low)
    return math.exp(math.log(small) + share * (math.log(large) - math.log(small)))
