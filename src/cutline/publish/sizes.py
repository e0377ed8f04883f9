"""How wide each layout shows a picture, told to the browser before it has read the style."""

from cutline.model import Layout
from cutline.model.places import (
    BESIDE,
    BESIDE_LEAVES,
    DESK,
    LEAD_LEAST,
    LEAD_LEAVES,
    LEAD_PHONE,
    MEASURE,
    PHONE,
    SIDE,
    TALL,
    UPRIGHT,
    WIDEST_SIDE,
)

_WIDE = f"{MEASURE}rem + {2 * SIDE}vw, {MEASURE + 2 * WIDEST_SIDE}rem"
_INNER = "92vw"
"""The window without its gutters."""


def sizes(layout: Layout, ratio: float, share: float = 1.0) -> str:
    """The ``sizes`` attribute of a picture.

    Args:
        layout: How it is set.
        ratio: Width divided by height.
        share: The part of a pair's width that it takes.
    """
    tall = f"{TALL * ratio:.0f}vh"
    inner = f"(max-width: {PHONE}em) {_INNER}"
    if layout == "lead":
        return f"(max-width: {PHONE}em) min(100vw, {LEAD_PHONE * ratio:.0f}vh), {_lead(ratio)}"
    if layout == "bleed":
        return "100vw"
    if layout == "wide":
        return f"(max-width: {PHONE}em) 100vw, min({_INNER}, {_WIDE}, {tall})"
    if layout == "pair":
        return f"{inner}, min({share:.2f} * min({_INNER}, {_WIDE}), {tall})"
    return f"{inner}, min({MEASURE}rem, {tall})"


def _lead(ratio: float) -> str:
    """The lead in windows that are not narrow: under it, or beside it, stands the headline."""
    if ratio >= UPRIGHT:
        return f"min(100vw, {_leaving(LEAD_LEAVES, ratio)})"
    beside = f"min({BESIDE / 100} * min({_INNER}, {_WIDE}), {_leaving(BESIDE_LEAVES, ratio)})"
    return f"(max-width: {DESK}em) min({_INNER}, {_leaving(LEAD_LEAVES, ratio)}), {beside}"


def _leaving(rem: float, ratio: float) -> str:
    """A width, by the window's height less so much of it, times the picture's shape."""
    return f"max({LEAD_LEAST * ratio:.0f}vh, {100 * ratio:.0f}vh - {rem * ratio:.3g}rem)"
