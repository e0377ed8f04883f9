"""How wide each layout shows a picture, told to the browser before it has read the style.

The numbers are those of ``assets/page.css``: a measure of 37rem, sides of 18vw up to 26rem
each, gutters, and a height of at most 85 or 88 % of the window.
"""

from cutline.model import Layout

_COLUMN = 37
"""rem, ``--measure`` in the style sheet."""
_NARROW = "37.5em"


def sizes(layout: Layout, ratio: float, share: float = 1.0) -> str:
    """The ``sizes`` attribute of a picture.

    Args:
        layout: How it is set.
        ratio: Width divided by height.
        share: The part of a pair's width that it takes.
    """
    tall = f"{88 * ratio:.0f}vh"
    wide = f"{_COLUMN}rem + 36vw, {_COLUMN + 52}rem"
    inner = f"(max-width: {_NARROW}) 92vw"
    if layout == "lead":
        return f"min(100vw, {85 * ratio:.0f}vh)"
    if layout == "bleed":
        return "100vw"
    if layout == "wide":
        return f"(max-width: {_NARROW}) 100vw, min(100vw, {wide}, {tall})"
    if layout == "pair":
        return f"{inner}, min({share:.2f} * min({wide}), {tall})"
    return f"{inner}, min({_COLUMN}rem, {tall})"
