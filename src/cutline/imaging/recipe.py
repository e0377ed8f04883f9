"""Recipes: all that decides how a rendition looks, and the key that follows from it."""

import hashlib
from dataclasses import astuple, dataclass, replace
from typing import Literal

from cutline.imaging.crop import MAX_SIDE, crop_window, ladder, scaled
from cutline.imaging.engine import ENGINE
from cutline.model import Box, FocalPoint, RenderError, Size

Format = Literal["avif", "jpeg"]

FORMATS: tuple[Format, ...] = ("avif", "jpeg")

CARD = Size(1200, 630)
"""Open Graph's picture for a link, as the large networks show it (1.91 : 1)."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make one rendition of an original.

    Attributes:
        width: Pixels of the rendition.
        height: Pixels of the rendition.
        format: ``avif`` or ``jpeg``.
        quality: The encoder's own number, 1..100; not comparable between formats.
        effort: CPU for bytes: AV1 effort 0..9; JPEG 0 plain, more with trellis search.
        depth: Bits a channel inside the AV1 stream, 8 or 10 (10 codes an eight-bit picture
            more finely); 8 for a JPEG.
        orientation: Exif orientation 1..8 that makes the original's pixels upright.
        crop: Window on the upright original in its pixels; None for the whole picture.
        attention: True where the window of the shape ``width`` : ``height`` is to be found
            in the pixels, because nobody chose a focal point. Never together with ``crop``.

    Raises:
        ValueError: a number is outside its range.
    """

    width: int
    height: int
    format: Format
    quality: int
    effort: int = 0
    depth: int = 8
    orientation: int = 1
    crop: Box | None = None
    attention: bool = False

    def __post_init__(self) -> None:
        if self.format not in ("avif", "jpeg"):
            raise ValueError(f"no rendition format: {self.format}")
        if not (1 <= self.quality <= 100 and 0 <= self.effort <= 9 and 1 <= self.orientation <= 8):
            raise ValueError(f"a recipe's number is out of range: {self}")
        if self.depth not in ((8, 10) if self.format == "avif" else (8,)):
            raise ValueError(f"no {self.format} of {self.depth} bits a channel is made")
        if min(self.width, self.height) < 1 or max(self.width, self.height) > MAX_SIDE:
            raise ValueError(f"not the size of a rendition: {self.width} × {self.height}")
        if self.crop is not None and self.attention:
            raise ValueError("a window is either given or found, not both")

    def key(self, sha256: str) -> str:
        """Name of the rendition's bytes: hex digest of the original, this recipe, the engine.

        Args:
            sha256: Hex digest of the original's bytes.
        """
        told = repr((sha256, astuple(self), ENGINE))
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Setting:
    """What one encoder is told."""

    quality: int
    effort: int
    depth: int = 8


def setting(kind: Format, width: int, *, draft: bool) -> Setting:
    """How a rendition of this width is encoded; why so is told in docs/decisions/0004.

    All are tuned to the same quality. The narrower a published AVIF, the more effort: those up to
    1200 px are what telephones fetch; the two above are three quarters of the ladder's pixels.
    """
    if kind == "jpeg":
        return Setting(73, 0) if draft else Setting(77, 1)
    if draft:
        return Setting(57, 0, 10)
    return Setting(55, 3 if width <= 800 else 2 if width <= 1200 else 1, 10)


def recipes(size: Size, orientation: int, *, draft: bool = False) -> tuple[Recipe, ...]:
    """The whole ladder of an original, smallest width first, each width as AVIF and JPEG.

    Args:
        size: The upright original.
        orientation: Exif orientation 1..8 of its stored pixels.
        draft: Encode fast instead of small.

    Raises:
        RenderError: the picture is a line of one pixel's width and longer than any encoder's.
    """
    rungs = [scaled(size, width) for width in ladder(size)]
    if rungs[0].height > MAX_SIDE:
        raise RenderError(f"the picture of {size.width} × {size.height} is too thin to publish")
    return tuple(
        _recipe(rung, kind, orientation, draft=draft) for rung in rungs for kind in FORMATS
    )


def card_recipe(
    size: Size, orientation: int, focal: FocalPoint | None = None, *, draft: bool = False
) -> Recipe:
    """The picture a link to the story is shown with: 1200 × 630 JPEG, smaller if need be.

    Args:
        size: The upright original.
        orientation: Exif orientation 1..8 of its stored pixels.
        focal: The point to keep; None lets the pixels decide.
        draft: Encode fast instead of small.
    """
    window = crop_window(size, CARD.ratio, focal or FocalPoint(0.5, 0.5))
    width = min(CARD.width, window.width)
    height = min(max(1, round(width / CARD.ratio)), window.height)
    whole = _recipe(Size(width, height), "jpeg", orientation, draft=draft)
    if focal is None:
        return replace(whole, attention=True)
    return replace(whole, crop=window)


def _recipe(size: Size, kind: Format, orientation: int, *, draft: bool) -> Recipe:
    told = setting(kind, size.width, draft=draft)
    return Recipe(size.width, size.height, kind, told.quality, told.effort, told.depth, orientation)
