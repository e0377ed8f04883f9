"""What crosses the pipe between the desk and the caged worker that renders.

The parent builds arguments with ``render_arguments`` and reads the answer with
``read_answer``, which believes nothing: the worker may have been taken over by a file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from cutline.imaging.recipe import Recipe
from cutline.model import Box, RenderError

RENDER_TASK = "cutline.imaging.render:render_task"
"""The name by which a cage calls the worker's side."""

LIKENESS_TASK = "cutline.imaging.likeness:likeness_task"
"""The name by which a cage calls the worker that makes a fingerprint."""

SETUP = "cutline.imaging.vips:confine"
"""The name of what a worker calls once, before it is given a photograph."""

MAX_RENDITION = 64_000_000
"""Bytes; more than any picture of the ladder takes."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_FINGERPRINT = re.compile(r"[0-9a-f]{1,128}")
_STARTS = {"jpeg": (0, b"\xff\xd8\xff"), "avif": (4, b"ftypavif"), "webp": (8, b"WEBPVP8")}


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of one original.

    Attributes:
        renditions: The bytes, in the order of the recipes.
        tint: Up to three colours ``#rrggbb`` from top to bottom, for the place a picture
            will take.
        damaged: True where the decoder complained but gave the whole picture.
    """

    renditions: tuple[bytes, ...]
    tint: tuple[str, ...]
    damaged: bool


def render_arguments(recipes: Sequence[Recipe]) -> dict[str, object]:
    """The recipes as JSON can carry them; the original goes beside them as the only blob."""
    return {"recipes": [asdict(recipe) for recipe in recipes]}


def read_arguments(arguments: Mapping[str, object]) -> list[Recipe]:
    """The worker's side of ``render_arguments``."""
    listed = arguments["recipes"]
    if not isinstance(listed, Sequence):
        raise TypeError("recipes are a list")
    return [
        Recipe(**{**told, "crop": Box(**told["crop"]) if told["crop"] else None}) for told in listed
    ]


def read_answer(answer: object, blobs: Sequence[bytes], recipes: Sequence[Recipe]) -> Rendered:
    """What a worker answered, checked.

    Args:
        answer: The value that came back.
        blobs: The bytes that came back.
        recipes: What was asked for.

    Raises:
        RenderError: the answer is not what a sound worker gives.
    """
    if not isinstance(answer, Mapping):
        raise _unsound()
    tint, damaged = answer.get("tint"), answer.get("damaged")
    if not isinstance(damaged, bool) or not isinstance(tint, Sequence) or len(tint) > 3:
        raise _unsound()
    if not all(isinstance(tone, str) and _COLOUR.fullmatch(tone) for tone in tint):
        raise _unsound()
    if len(blobs) != len(recipes) or not all(map(_plausible, blobs, recipes)):
        raise _unsound()
    return Rendered(tuple(map(bytes, blobs)), tuple(tint), damaged)


def read_likeness(answer: object) -> int | None:
    """The fingerprint that a worker sent; None where it could make none, or sent nonsense."""
    if not isinstance(answer, str) or not _FINGERPRINT.fullmatch(answer):
        return None
    return int(answer, 16)


def _plausible(blob: bytes, recipe: Recipe) -> bool:
    at, start = _STARTS[recipe.format]
    return len(blob) <= MAX_RENDITION and bytes(blob[at : at + len(start)]) == start


def _unsound() -> RenderError:
    return RenderError(
        "the worker that decoded the picture gave an answer that makes no sense",
        "treat the file as hostile",
    )
