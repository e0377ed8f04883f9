"""Imaging: crop arithmetic, recipes and rendering; the only room that knows libvips.

What is offered here loads no libvips. ``cutline.imaging.render.render`` does; in a publish it
runs in a caged worker, called by the name ``RENDER_TASK``.
"""

from cutline.imaging.crop import LADDER, crop_window, ladder, scaled, upright
from cutline.imaging.engine import ENGINE
from cutline.imaging.recipe import (
    CARD,
    Format,
    Recipe,
    card_recipe,
    crop_recipe,
    print_recipe,
    recipes,
)
from cutline.imaging.task import (
    LIKENESS_TASK,
    RENDER_TASK,
    SETUP,
    Rendered,
    read_answer,
    read_likeness,
    render_arguments,
)

__all__ = [
    "CARD",
    "ENGINE",
    "LADDER",
    "LIKENESS_TASK",
    "RENDER_TASK",
    "SETUP",
    "Format",
    "Recipe",
    "Rendered",
    "card_recipe",
    "crop_recipe",
    "crop_window",
    "ladder",
    "print_recipe",
    "read_answer",
    "read_likeness",
    "recipes",
    "render_arguments",
    "scaled",
    "upright",
]
