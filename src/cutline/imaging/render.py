"""Make renditions: one decode of the original, then each size from a much larger one.

The chain is that of the whole ladder whatever is asked for, so a rendition depends on the
original, its recipe and the engine alone, never on what else was rendered in the same call.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cutline.imaging import colour, decode
from cutline.imaging.crop import ladder, scaled, upright
from cutline.imaging.decode import Header, Image
from cutline.imaging.encode import encode
from cutline.imaging.recipe import Recipe
from cutline.imaging.task import Rendered, read_arguments
from cutline.imaging.vips import confine, pyvips
from cutline.model import Box, RenderError, Size

_TURNS = {
    1: (None, False),
    2: (None, True),
    3: ("rot180", False),
    4: ("rot180", True),
    5: ("rot90", True),
    6: ("rot90", False),
    7: ("rot270", True),
    8: ("rot270", False),
}
"""Exif orientation: how to turn the stored pixels, then whether to mirror left to right."""

_FAR = 2.5
"""A rung is made from the narrowest one this many times as wide: reducing by less a picture that
was reduced before blurs it visibly, and the encoder pays for sharpness that is gone."""

_HELD = 80_000_000
"""Bytes of decoded pixels that are kept for all rungs; what is larger is reduced as it is read."""


def render(original: bytes, recipes: Sequence[Recipe]) -> Rendered:
    """Shrink and encode an original: upright, sRGB on white, never enlarged, bare of metadata.

    Args:
        original: The whole file: JPEG, PNG, TIFF, WebP or AVIF.
        recipes: At least one, all for the same orientation.

    Raises:
        RenderError: the original cannot be decoded, lies beyond the limits, or the recipes
            were made for a picture of another shape.
    """
    if len({recipe.orientation for recipe in recipes}) != 1:
        raise RenderError("the recipes do not agree on which way is up")
    head = decode.header(original)
    try:
        try:
            return _render(head, recipes, strict=True)
        except pyvips.Error:
            return _render(head, recipes, strict=False)
    except pyvips.Error as fault:
        raise decode.unreadable(fault) from fault


def render_task(
    arguments: Mapping[str, object], blobs: Sequence[bytes]
) -> tuple[object, Sequence[bytes]]:
    """Render in this process, which must be a worker: libvips is confined for good.

    Args:
        arguments: As ``render_arguments`` makes them.
        blobs: The original.

    Returns:
        ``{"tint": [...], "damaged": bool}`` and the renditions.

    Raises:
        RenderError: as ``render`` says.
    """
    confine()
    rendered = render(blobs[0], read_arguments(arguments))
    return {"tint": list(rendered.tint), "damaged": rendered.damaged}, rendered.renditions


def _render(head: Header, recipes: Sequence[Recipe], *, strict: bool) -> Rendered:
    chain = _Chain(head, recipes[0].orientation, strict=strict)
    made = {recipe: encode(chain.picture(recipe), recipe) for recipe in _largest_first(recipes)}
    tint = _tint(chain.rung(chain.rungs[0]))
    return Rendered(tuple(made[recipe] for recipe in recipes), tint, damaged=not strict)


def _largest_first(recipes: Sequence[Recipe]) -> list[Recipe]:
    return sorted(set(recipes), key=lambda recipe: -recipe.width)


class _Chain:
    """The rungs of an original's ladder, made together at the first question for one."""

    def __init__(self, head: Header, orientation: int, *, strict: bool) -> None:
        self.head = head
        self.orientation = orientation
        self.strict = strict
        self.size = upright(head.size, orientation)
        self.rungs = ladder(self.size)
        self._made: dict[int, Image] = {}

    def rung(self, width: int) -> Image:
        """The whole picture at one of the ladder's widths, in memory."""
        if not self._made:
            self._make()
        return self._made[width]

    def _make(self) -> None:
        """Every rung at once, so that the decoded picture is let go before an encoder runs."""
        top = self.rungs[-1]
        stored = self._stored(scaled(self.size, top))
        if _memory(stored) <= _HELD:
            stored = stored.copy_memory()
        else:
            self._made[top] = self._finished(stored, scaled(self.size, top))
            stored = None
        for width in reversed(self.rungs):
            if width not in self._made:
                self._made[width] = self._reduced(width, stored)

    def _reduced(self, width: int, stored: Image | None) -> Image:
        """From the narrowest rung far above; without one, from the original if it is held."""
        size = scaled(self.size, width)
        far = (rung for rung in self.rungs if rung >= width * _FAR)
        wide = next(far, self.rungs[-1] if stored is None else None)
        if wide is None:
            return self._finished(stored, size)
        return _resize(self._made[wide], size).copy_memory()

    def picture(self, recipe: Recipe) -> Image:
        """The pixels of a rendition.

        Raises:
            RenderError: it would be enlarged, or is of another shape than the original.
        """
        size = Size(recipe.width, recipe.height)
        if recipe.crop is not None:
            return self._cut(recipe.crop, size)
        if recipe.attention:
            return self._found(size)
        if recipe.width > self.size.width or scaled(self.size, recipe.width) != size:
            raise RenderError(
                f"the recipe is for {size.width} × {size.height} pixels, which is not the shape "
                f"of the original ({self.size.width} × {self.size.height})"
            )
        whole = self._at_least(recipe.width)
        return whole if whole.width == recipe.width else _resize(whole, size)

    def _cut(self, crop: Box, size: Size) -> Image:
        inside = (
            crop.left + crop.width <= self.size.width and crop.top + crop.height <= self.size.height
        )
        if not inside or size.width > crop.width or size.height > crop.height:
            raise RenderError(
                f"the crop of {crop.width} × {crop.height} pixels does not fit the original "
                f"({self.size.width} × {self.size.height}) or would be enlarged"
            )
        share = max(size.width / crop.width, size.height / crop.height)
        whole = self._at_least(round(self.size.width * share))
        across, down = whole.width / self.size.width, whole.height / self.size.height
        width = min(max(round(crop.width * across), size.width), whole.width)
        height = min(max(round(crop.height * down), size.height), whole.height)
        left = min(round(crop.left * across), whole.width - width)
        top = min(round(crop.top * down), whole.height - height)
        return _resize(whole.crop(left, top, width, height), size)

    def _found(self, size: Size) -> Image:
        """The window that holds what the eye goes to, by libvips' smartcrop."""
        share = max(size.width / self.size.width, size.height / self.size.height)
        if share > 1:
            raise RenderError(
                f"the original ({self.size.width} × {self.size.height}) is smaller than the "
                f"{size.width} × {size.height} pixels asked for"
            )
        width = max(size.width, round(self.size.width * share))
        height = max(size.height, round(self.size.height * share))
        whole = _resize(self._at_least(width), Size(width, height))
        return whole.smartcrop(size.width, size.height, interesting="attention")

    def _at_least(self, width: int) -> Image:
        """The narrowest rung that has ``width`` pixels; decoded for it alone if none has."""
        for rung in self.rungs:
            if rung >= width:
                return self.rung(rung)
        return self._decode(scaled(self.size, min(width, self.size.width)))

    def _decode(self, size: Size) -> Image:
        return self._finished(self._stored(size), size)

    def _stored(self, size: Size) -> Image:
        """The original's pixels on white, in its colours and as stored, enough for ``size``."""
        return colour.flatten(decode.pixels(self.head, size, self.orientation, strict=self.strict))

    def _finished(self, stored: Image, size: Size) -> Image:
        """Reduced to an upright size, in sRGB, turned, in memory."""
        image = _resize(stored, upright(size, self.orientation))
        image = colour.to_srgb(image).copy_memory()
        turn, mirrored = _TURNS[self.orientation]
        if turn:
            image = getattr(image, turn)()
        return (image.fliphor() if mirrored else image).copy_memory()


def _memory(image: Image) -> int:
    """Bytes the pixels take."""
    sample = {"uchar": 1, "ushort": 2}.get(image.format, 4)
    return int(image.width * image.height * image.bands * sample)


def _resize(image: Image, size: Size) -> Image:
    if (image.width, image.height) == (size.width, size.height):
        return image
    across, down = size.width / image.width, size.height / image.height
    return image.resize(across, vscale=down, kernel="lanczos3")


def _tint(smallest: Image) -> tuple[str, ...]:
    """Three colours from top to bottom: the means of the picture's upper, middle, lower third."""
    high = smallest.height
    cuts = [0, high // 3, high - high // 3, high] if high >= 3 else [0, high]
    bands = pairwise(cuts)
    means = (smallest.crop(0, top, smallest.width, end - top).stats() for top, end in bands)
    return tuple(
        "#" + "".join(f"{round(row.getpoint(4, band)[0]):02x}" for band in (1, 2, 3))
        for row in means
    )
