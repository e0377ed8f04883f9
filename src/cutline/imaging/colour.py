"""From the original's colours to eight-bit sRGB on white."""

from cutline.imaging import icc
from cutline.imaging.decode import Image
from cutline.model import RenderError

UNTAGGED_CMYK = "cmyk"
"""libvips' built-in press profile (US coated stock), for a CMYK file that names none."""

_PROFILE = "icc-profile-data"
_SPACES = {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}


def flatten(image: Image) -> Image:
    """Put what is transparent on white, in the picture's own colours.

    The loaders have already undone alpha that was multiplied in (TIFF's associated alpha).
    """
    if not image.hasalpha():
        return image
    paper = 0 if image.interpretation == "cmyk" else _full(image)
    return image.flatten(background=[paper] * (image.bands - 1))


def to_srgb(image: Image) -> Image:
    """Eight-bit sRGB with three bands, through the embedded profile unless it is sRGB's.

    Raises:
        RenderError: colours that no photograph carries.
    """
    if image.format not in ("uchar", "ushort") and image.interpretation not in ("lab", "labs"):
        raise RenderError(
            f"the picture's samples are {image.format}, not whole numbers of 8 or 16 bits",
            "save it again with 8 or 16 bits a channel",
        )
    profile = _usable_profile(image)
    if profile:
        return _convert(image, embedded=True)
    if image.interpretation == "cmyk":
        return _convert(image, input_profile=UNTAGGED_CMYK)
    image = image.colourspace("srgb")
    return image if image.bands == 3 else image.extract_band(0, n=3)


def _convert(image: Image, **source: object) -> Image:
    return image.icc_transform("srgb", intent="perceptual", depth=8, **source)


def _usable_profile(image: Image) -> bool:
    """True where a profile is embedded that fits the bands and is not sRGB's already."""
    if not image.get_typeof(_PROFILE):
        return False
    profile = bytes(image.get(_PROFILE))
    return _SPACES.get(icc.space(profile)) == image.bands and not icc.is_srgb(profile)


def _full(image: Image) -> int:
    return 65535 if image.format == "ushort" else 255
