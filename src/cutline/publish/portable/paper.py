"""How large each photograph is on paper, and with how many pixels it is printed there."""

from dataclasses import dataclass
from math import ceil

from cutline.imaging import print_recipe
from cutline.model import Edition
from cutline.publish.layout import Row
from cutline.publish.plan import Plan, Printed, Rendition, files_of

DOTS = 200
"""An inch, at least: a photograph with fewer pixels is printed smaller, never coarser."""

_INCH = 25.4
_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())
"""Where paper is Letter, not A4. Source: CLDR, supplemental data, paperSize."""
_TALLEST = {"lead": 165.0}
"""Millimetres, with the lead's words above it; two others and their captions fill a page."""
_TALL = 106.0
GAP = 5.0
"""Millimetres between two pictures side by side."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper.

    Attributes:
        name: As the typesetter calls it.
        width: Millimetres between its margins.
        margin: Millimetres at its sides.
    """

    name: str
    width: float
    margin: float


A4, LETTER = Sheet("a4", 170, 20), Sheet("us-letter", 175.9, 20)


@dataclass(frozen=True, slots=True)
class Sized:
    """A photograph on paper.

    Attributes:
        width: Millimetres.
        rendition: Its picture.
    """

    width: float
    rendition: Rendition


def sheet(edition: Edition) -> Sheet:
    """The paper of the country that the story, or else the house, publishes in."""
    territory = edition.story.extra.get("territory", "") or edition.house.territory
    return LETTER if territory.strip().upper() in _LETTER else A4


def measured(edition: Edition, plan: Plan) -> dict[int, Sized]:
    """Each photograph by its number."""
    paper, printed = sheet(edition), iter(plan.pictures)
    found = {}
    for row in plan.rows:
        together = [next(printed) for _ in row.slots]
        for each, width in zip(together, _widths(row, together, paper), strict=True):
            found[each.number] = Sized(width, _rendition(each, width))
    return found


def _widths(row: Row, together: list[Printed], paper: Sheet) -> list[float]:
    """Side by side they are equally high; no picture is wider than its pixels allow."""
    if not together:
        return []
    sizes = [each.picture.photograph.size for each in together]
    tallest = _TALLEST.get(row.slots[0].layout, _TALL)
    room = paper.width - GAP * (len(together) - 1)
    height = min(tallest, room / sum(size.ratio for size in sizes))
    if len(together) > 1:
        height = min(height, *(size.height / DOTS * _INCH for size in sizes))
    return [min(height * size.ratio, size.width / DOTS * _INCH) for size in sizes]


def _rendition(printed: Printed, width: float) -> Rendition:
    picture = printed.picture
    photograph = picture.photograph
    pixels = ceil(round(width / _INCH * DOTS, 6))
    recipe = print_recipe(photograph.size, photograph.orientation, pixels)
    return files_of(picture, [("print", recipe)])[0]
