"""How the photographs of a story are set, from their shapes where the story does not say.

The lead stands first. Then widths follow the picture: a landscape is wide, a panorama runs
from edge to edge, two pictures that are no wider than high and follow each other without a word
between stand side by side, a square alone stays in the column of the text. What is half a
panorama runs from edge to edge only after something narrower: rhythm needs both. Nothing is
cropped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cutline.model import Block, Edition, Layout, Picture, Size
from cutline.model.places import UPRIGHT

PANORAMA = 2.2
"""From here a picture is so much wider than high that only the whole window does it justice."""
BROAD = 1.95
"""From here the whole window does it good, and shows it whole on a common screen."""
PORTRAIT = 0.9
SHARP_WIDE = 1000
"""Pixels below which a landscape would be blown up in the wide setting of a common screen."""
SHARP_BLEED = 1400


@dataclass(frozen=True, slots=True)
class Slot:
    """One photograph of the edition, by its index, and how it is set."""

    picture: int
    layout: Layout


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on the page at one height: a block of text, or one or two photographs."""

    block: Block | None = None
    slots: tuple[Slot, ...] = ()


def by_shape(size: Size, above: Layout | None = None) -> Layout:
    """The setting that a picture's own shape and pixels ask for.

    Args:
        size: The upright original.
        above: How the photograph directly above is set; None after text.
    """
    broad = PANORAMA if above == "bleed" else BROAD
    if size.ratio >= broad and size.width >= SHARP_BLEED:
        return "bleed"
    if size.ratio < PORTRAIT:
        return "portrait"
    if size.ratio < UPRIGHT or size.width < SHARP_WIDE:
        return "column"
    return "wide"


def rows(edition: Edition) -> tuple[Row, ...]:
    """The page from top to bottom: the lead, then blocks and photographs as the story has them."""
    lead = _lead(edition.pictures)
    counter = iter(range(len(edition.pictures)))
    stream: list[Block | int] = [
        block if isinstance(block, Block) else next(counter) for block in edition.story.blocks
    ]
    rest = [item for item in stream if isinstance(item, Block) or item != lead]
    first = () if lead is None else (Row(slots=(Slot(lead, "lead"),)),)
    return (*first, *_set(rest, edition.pictures))


def _lead(pictures: Sequence[Picture]) -> int | None:
    chosen = (index for index, picture in enumerate(pictures) if picture.placement.lead)
    return next(chosen, 0 if pictures else None)


def _set(stream: Sequence[Block | int], pictures: Sequence[Picture]) -> Iterator[Row]:
    index = 0
    above: Layout | None = None
    while index < len(stream):
        item = stream[index]
        after = stream[index + 1] if index + 1 < len(stream) else None
        if isinstance(item, Block):
            row = Row(block=item)
        elif isinstance(after, int) and _pairs(pictures[item]) and _pairs(pictures[after]):
            row = Row(slots=(Slot(item, "pair"), Slot(after, "pair")))
            index += 1
        else:
            row = Row(slots=(Slot(item, _single(pictures[item], above)),))
        above = row.slots[0].layout if row.slots else None
        yield row
        index += 1


def _pairs(picture: Picture) -> bool:
    """What is narrow pairs of itself; anything else where the story says so."""
    asked = picture.placement.layout
    if asked is not None:
        return asked == "pair"
    return picture.photograph.size.ratio < UPRIGHT


def _single(picture: Picture, above: Layout | None) -> Layout:
    """What is asked for; half a pair without its other half, or a second lead, is set by shape."""
    asked = picture.placement.layout
    if asked is None or asked in ("pair", "lead"):
        return by_shape(picture.photograph.size, above)
    return asked
