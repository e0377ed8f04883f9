"""What crosses the pipe arrives as it was sent; what makes no sense is refused."""

import importlib
import json

import pytest

from cutline.imaging import Recipe, card_recipe, read_answer, recipes, render_arguments
from cutline.imaging.task import RENDER_TASK, SETUP, read_arguments
from cutline.model import FocalPoint, RenderError, Size

ASKED = (Recipe(8, 6, "avif", 60, 3), Recipe(8, 6, "jpeg", 75))
AVIF, JPEG = b"\0\0\0\x1cftypavif" + bytes(9), b"\xff\xd8\xff\xe0"
SOUND = {"tint": ["#102030", "#a0b0c0"], "damaged": False}


def test_recipes_survive_json():
    size = Size(3000, 2000)
    asked = [*recipes(size, 6), card_recipe(size, 6, FocalPoint(0.2, 0.3)), card_recipe(size, 6)]
    assert read_arguments(json.loads(json.dumps(render_arguments(asked)))) == asked


def test_a_sound_answer_is_read():
    made = read_answer(SOUND, [AVIF, JPEG], ASKED)
    assert made.renditions == (AVIF, JPEG)
    assert made.tint == ("#102030", "#a0b0c0")
    assert not made.damaged


@pytest.mark.parametrize(
    ("answer", "blobs"),
    [
        (None, []),
        ([], []),
        ({}, [AVIF, JPEG]),
        ({"tint": ["#102030"]}, [AVIF, JPEG]),
        ({**SOUND, "damaged": 1}, [AVIF, JPEG]),
        ({**SOUND, "tint": 7}, [AVIF, JPEG]),
        ({**SOUND, "tint": ["red;}</style>"]}, [AVIF, JPEG]),
        ({**SOUND, "tint": ["#102030\n"]}, [AVIF, JPEG]),
        ({**SOUND, "tint": ["#102030"] * 4}, [AVIF, JPEG]),
        ({**SOUND, "tint": [1]}, [AVIF, JPEG]),
        (SOUND, [AVIF]),
        (SOUND, [AVIF, JPEG, JPEG]),
        (SOUND, [JPEG, AVIF]),
        (SOUND, [AVIF, b""]),
        (SOUND, [AVIF, b"<html>"]),
    ],
)
def test_an_answer_that_makes_no_sense_is_a_render_error(answer, blobs):
    with pytest.raises(RenderError, match="makes no sense"):
        read_answer(answer, blobs, ASKED)


@pytest.mark.parametrize("name", [RENDER_TASK, SETUP])
def test_the_worker_finds_what_it_is_told_to_call(name):
    module, _, function = name.partition(":")
    assert callable(getattr(importlib.import_module(module), function))
