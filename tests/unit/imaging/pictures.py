"""A drawn picture with every kind of colour in it, and the second decoder to compare with."""

import io
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageCms, ImageDraw

from cutline.imaging import Recipe, icc
from cutline.imaging.vips import pyvips

ADOBE = {b"rXYZ": (0.60974, 0.31111, 0.01947), b"gXYZ": (0.20528, 0.62567, 0.06087)}
ADOBE[b"bXYZ"] = (0.14919, 0.06322, 0.74457)
PROPHOTO = {b"rXYZ": (0.79767, 0.28804, 0.0), b"gXYZ": (0.13519, 0.71188, 0.0)}
PROPHOTO[b"bXYZ"] = (0.03134, 0.00008, 0.82491)


def draw(width: int = 640, height: int = 420) -> Image.Image:
    """A chart: gradients in two directions, saturated and skin-like patches, a marked corner."""
    across = np.linspace(0, 255, width)[None, :]
    down = np.linspace(0, 255, height)[:, None]
    planes = [across + 0 * down, down + 0 * across, (across + 255 - down) / 2]
    picture = Image.fromarray(np.stack(planes, axis=2).astype(np.uint8), "RGB")
    pen = ImageDraw.Draw(picture)
    patches = ("#b08060", "#f0d0b8", "#305020", "#2040a0", "#c02020", "#808080", "#ffffff", "#000")
    side = min(width, height) // 8
    for number, colour in enumerate(patches):
        left = side // 2 + number * (width - side) // len(patches)
        pen.rectangle((left, height // 3, left + side, height // 3 + side), fill=colour)
    pen.rectangle((0, 0, width // 4, height // 8), fill="#ffcc00")
    return picture


def file_of(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(rendition: bytes) -> Image.Image:
    """A rendition through Pillow, as a reader's browser would show it."""
    picture = Image.open(io.BytesIO(rendition))
    picture.load()
    return picture


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean absolute difference in levels of 255 over all pixels and channels."""
    assert one.size == other.size
    pair = (np.asarray(picture.convert("RGB"), dtype=np.int16) for picture in (one, other))
    first, second = pair
    return float(np.abs(first - second).mean())


def to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Pillow's and LittleCMS's opinion of the same pixels in sRGB."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    target = ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    assert converted is not None
    return converted


def plain(picture: Image.Image, kind: str = "jpeg", **more: object) -> Recipe:
    """A recipe for the whole picture at its own size in high quality."""
    return Recipe(picture.width, picture.height, kind, 95, 1 if kind == "avif" else 0, **more)


def press_profile() -> bytes:
    """The CMYK profile that ships with libvips."""
    return bytes(pyvips.Image.profile_load("cmyk"))


PROFILES: dict[str, Callable[[], bytes]] = {
    "adobe-rgb": lambda: icc.matrix_profile("A", ADOBE, icc.power(2.19921875)),
    "prophoto": lambda: icc.matrix_profile("P", PROPHOTO, icc.power(1.8)),
    "display-p3": lambda: bytes(pyvips.Image.profile_load("p3")),
    "srgb-of-libvips": lambda: bytes(pyvips.Image.profile_load("srgb")),
    "srgb-of-pillow": lambda: ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    "ours": lambda: icc.SRGB,
}
