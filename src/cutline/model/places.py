"""The places in which a page shows photographs: how wide each is in a window.

``assets/page.css`` sets them, ``sizes`` tells the browser of them before it has read the style,
and the check asks whether a photograph has the pixels. The numbers stand here once; a test holds
the style sheet to them.
"""

from cutline.model.geometry import Size
from cutline.model.story import Layout

REM = 16
"""Points; the style sheet lets it grow a little with the window."""
MEASURE = 37
"""rem; the column of the text."""
SIDE, WIDEST_SIDE = 18, 26
"""vw and rem; what a wide place has on either side of the column."""
TALL = 88
"""% of the window's height, which nothing but what runs from edge to edge exceeds."""
LEAD_PHONE = 85
"""% of the height of a narrow window that the lead may take."""
LEAD_LEAST = 60
"""% of the height of any other that the lead may take always."""
LEAD_LEAVES = 15
"""rem; what it leaves below itself for its caption and the headline's beginning."""
BESIDE_LEAVES = 8
"""rem; the same where the headline stands beside the lead."""
BESIDE = 55
"""% of a wide place that a lead with the headline beside it takes at most."""
UPRIGHT = 1.15
"""Width divided by height, below which a picture pairs, and leads with the headline beside it."""
PHONE, DESK = 37.5, 56
"""em; up to the first a window is narrow, beyond the second the headline may stand beside."""


def shown(layout: Layout, ratio: float, window: Size) -> int:
    """How wide a photograph is shown that has pixels enough.

    Args:
        layout: Its place; half a pair is taken for an even half.
        ratio: Width divided by height.
        window: In points, wider than ``DESK``.

    Returns:
        Points.
    """
    wide = MEASURE * REM + 2 * min(SIDE * window.width / 100, WIDEST_SIDE * REM)
    tall = TALL * window.height / 100 * ratio
    if layout == "bleed":
        return window.width
    if layout == "lead":
        upright = ratio < UPRIGHT
        leaves = BESIDE_LEAVES if upright else LEAD_LEAVES
        height = max(LEAD_LEAST * window.height / 100, window.height - leaves * REM)
        return round(min(BESIDE * wide / 100 if upright else window.width, height * ratio))
    broad = {"wide": wide, "pair": wide / 2}.get(layout, MEASURE * REM)
    return round(min(broad, tall))
