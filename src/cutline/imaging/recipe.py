"""Recipes: all that decides how a rendition looks, and the key that follows from it."""

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from typing import Literal

from cutline.imaging.crop import MAX_SIDE, crop_window, ladder, scaled
from cutline.imaging.engine import ENGINE
from cutline.model import Box, FocalPoint, RenderError, Size

Format = Literal["avif", "jpeg", "webp"]

FORMATS: tuple[Format, ...] = ("avif", "jpeg")
"""What the ladder is made in; a WebP is made only where it is asked for."""

_EFFORTS = {"avif": 9, "jpeg": 9, "webp": 6}

CARD = Size(1200, 630)
"""Open Graph's picture for a link, as the large networks show it (1.91 : 1)."""


_FINE = 88
"""Quality of a JPEG that goes to paper, or to somebody who encodes it again."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make one rendition of an original.

    Attributes:
        width: Pixels of the rendition.
        height: Pixels of the rendition.
        format: ``avif``, ``jpeg`` or ``webp``.
        quality: The encoder's own number, 1..100; not comparable between formats.
        effort: CPU for bytes: AV1 effort 0..9, WebP 0..6; JPEG 0 plain, more with trellis search.
        depth: Bits a channel inside the AV1 stream, 8 or 10 (10 codes an eight-bit picture
            more finely); 8 for a JPEG or WebP.
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
        if self.format not in _EFFORTS:
            raise ValueError(f"no rendition format: {self.format}")
        effort = 0 <= self.effort <= _EFFORTS[self.format]
        if not (1 <= self.quality <= 100 and effort and 1 <= self.orientation <= 8):
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
    """How a rendition of this width is encoded; docs/decisions/0004 says why so.

    All are tuned to the same quality. The narrower a published AVIF, the more effort: those up to
    1200 px are what telephones fetch; the two above are three quarters of the ladder's pixels.
    WebP: docs/decisions/0015.
    """
    if kind == "jpeg":
        return Setting(73, 0) if draft else Setting(77, 1)
    if kind == "webp":
        return Setting(77, 0) if draft else Setting(80, 4)
    if draft:
        return Setting(57, 0, 10)
    return Setting(55, 3 if width <= 800 else 2 if width <= 1200 else 1, 10)


def recipes(
    size: Size, orientation: int, *, draft: bool = False, formats: Sequence[Format] = FORMATS
) -> tuple[Recipe, ...]:
    """The whole ladder of an original, smallest width first, each width in every format.

    Args:
        size: The upright original.
        orientation: Exif orientation 1..8 of its stored pixels.
        draft: Encode fast instead of small.
        formats: AVIF and JPEG if nothing else is asked for.

    Raises:
        RenderError: the picture is a line of one pixel's width and longer than any encoder's.
    """
    rungs = [scaled(size, width) for width in ladder(size)]
    if rungs[0].height > MAX_SIDE:
        raise RenderError(f"the picture of {size.width} × {size.height} is too thin to publish")
    return tuple(
        _recipe(rung, kind, orientation, draft=draft) for rung in rungs for kind in formats
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
    return crop_recipe(size, orientation, CARD, focal, draft=draft)


def crop_recipe(
    size: Size,
    orientation: int,
    shape: Size,
    focal: FocalPoint | None = None,
    *,
    draft: bool = False,
    fine: bool = False,
) -> Recipe:
    """A JPEG of a shape, cut from the picture; smaller than the shape if need be.

    Args:
        size: The upright original.
        orientation: Exif orientation 1..8 of its stored pixels.
        shape: Its pixels at most.
        focal: The point to keep; None lets the pixels decide.
        draft: Encode fast instead of small.
        fine: Encode for somebody who will encode it again.
    """
    window = crop_window(size, shape.ratio, focal or FocalPoint(0.5, 0.5))
    width = min(shape.width, window.width)
    height = min(max(1, round(width / shape.ratio)), window.height)
    whole = _recipe(Size(width, height), "jpeg", orientation, draft=draft)
    if fine:
        whole = replace(whole, quality=_FINE)
    if focal is None:
        return replace(whole, attention=True)
    return replace(whole, crop=window)


def print_recipe(size: Size, orientation: int, width: int) -> Recipe:
    """The whole picture as a fine JPEG of this width, or of its own where that is less.

    Args:
        size: The upright original.
        orientation: Exif orientation 1..8 of its stored pixels.
        width: Pixels that paper shows.
    """
    whole = _recipe(scaled(size, min(width, size.width)), "jpeg", orientation, draft=False)
    return replace(whole, quality=_FINE)


def _recipe(size: Size, kind: Format, orientation: int, *, draft: bool) -> Recipe:
    told = setting(kind, size.width, draft=draft)
    return Recipe(size.width, size.height, kind, told.quality, told.effort, told.depth, orientation)
