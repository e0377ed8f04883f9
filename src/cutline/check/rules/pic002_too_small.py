"""A photograph has the pixels that its place on the page needs.

One that has fewer is not blown up: it stands small in its place, and soft on sharp screens. The
need is that of a common screen of 1440 x 900 points. Where the story names no layout, that of the
smallest place which the page may give it.

Asks::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    (fire.jpg has size: 300 x 200)

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    (fire.jpg has size: 1800 x 1200)

Fix: none. Ask for a larger file, or set the photograph smaller.
Source: the widths of the page's own style sheet.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Layout, Photograph, Place, Placement, Severity, Size
from cutline.model.places import shown

RULE = Rule("PIC002", "too-small", Severity.WARNING, since="0.1")

_WINDOW = Size(1440, 900)
_PLACES = {
    "lead": "the place of the lead",
    "bleed": "a screen from edge to edge",
    "wide": "a wide place",
    "pair": "a place in a pair",
    "column": "the column",
    "portrait": "the place of a portrait",
}
_SLACK = 0.9
"""A tenth less is not seen."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare each photograph's width with what its place takes."""
    lead = _lead(analysis)
    for frame in analysis.frames:
        photograph, said = frame.shot.photograph, frame.shot.placement
        if not isinstance(photograph, Photograph) or not photograph.sha256:
            continue
        layout = "lead" if frame.shot.number == lead else said.layout or _likely(photograph.size)
        need = shown(layout, photograph.size.ratio, _WINDOW)
        if photograph.size.width < _SLACK * need:
            place = f"{_PLACES[layout]} is {need} wide"
            width, height = photograph.size.width, photograph.size.height
            yield RULE.at(
                Place(frame.shot.number, "target"),
                f"the photograph has {width} x {height} pixels, and {place}",
                hint="ask for a larger file, or set it smaller",
                text=said.target,
            )


def _lead(analysis: Analysis) -> int:
    """The photograph that leads: the one that says so, else the first."""
    placements: tuple[Placement, ...] = tuple(f.shot.placement for f in analysis.frames)
    return next((n for n, placement in enumerate(placements) if placement.lead), 0)


def _likely(size: Size) -> Layout:
    """The layout of a photograph for which the story names none: two upright ones make a pair."""
    return "pair" if size.width <= size.height else "column"
