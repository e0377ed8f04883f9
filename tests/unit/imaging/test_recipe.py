"""A recipe's key names the bytes it makes: nothing else may, and nothing may be left out."""

from dataclasses import fields, replace

import pytest

from cutline.imaging import Recipe, card_recipe, engine, recipe, recipes
from cutline.model import Box, FocalPoint, RenderError, Size

BASE = Recipe(800, 600, "avif", 60, 3, 8, 1, None, False)
OTHER = {
    "width": 801,
    "height": 601,
    "format": "jpeg",
    "quality": 61,
    "effort": 4,
    "depth": 10,
    "orientation": 6,
    "crop": Box(1, 2, 800, 600),
    "attention": True,
}
SHA = "ab" * 32


@pytest.mark.parametrize("part", [field.name for field in fields(Recipe)])
def test_every_part_of_a_recipe_changes_the_key(part):
    assert replace(BASE, **{part: OTHER[part]}).key(SHA) != BASE.key(SHA)


def test_the_key_follows_the_original_and_the_engine(monkeypatch):
    assert BASE.key("cd" * 32) != BASE.key(SHA)
    before = BASE.key(SHA)
    monkeypatch.setattr(recipe, "ENGINE", engine.ENGINE + " newer")
    assert BASE.key(SHA) != before


def test_equal_recipes_have_equal_keys_that_are_file_names():
    again = Recipe(800, 600, "avif", 60, effort=3)
    assert again.key(SHA) == BASE.key(SHA)
    assert len(BASE.key(SHA)) == 64
    assert set(BASE.key(SHA)) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "png"},
        {"format": "webp", "effort": 7},
        {"format": "webp", "depth": 10},
        {"quality": 0},
        {"quality": 101},
        {"effort": 10},
        {"orientation": 0},
        {"width": 0},
        {"height": 20000},
        {"depth": 12},
        {"format": "jpeg", "depth": 10},
        {"crop": Box(0, 0, 9, 9), "attention": True},
    ],
)
def test_a_recipe_is_checked_at_birth(wrong):
    with pytest.raises(ValueError, match=r"."):
        replace(BASE, **wrong)


def test_the_ladder_comes_in_both_formats_at_every_width():
    made = recipes(Size(3000, 2000), 6)
    assert [(one.width, one.format) for one in made] == [
        (width, kind) for width in (480, 800, 1200, 1600, 2400) for kind in ("avif", "jpeg")
    ]
    assert {one.orientation for one in made} == {6}
    assert all(abs(one.height - one.width * 2 / 3) <= 0.5 for one in made)


def test_a_draft_shares_no_key_with_what_is_published():
    size = Size(3000, 2000)
    published = {one.key(SHA) for one in recipes(size, 1)}
    assert published.isdisjoint(one.key(SHA) for one in recipes(size, 1, draft=True))


def test_the_card_keeps_the_focal_point_and_its_shape():
    card = card_recipe(Size(3000, 2000), 1, FocalPoint(0.5, 0.0))
    assert (card.width, card.height, card.format) == (1200, 630, "jpeg")
    assert card.crop is not None
    assert card.crop.top == 0


def test_the_card_of_a_small_original_is_smaller_and_not_enlarged():
    card = card_recipe(Size(400, 300), 1, FocalPoint(0.5, 0.5))
    assert (card.width, card.height) == (400, 210)
    assert card.crop is not None
    assert card.crop.width >= card.width
    assert card.crop.height >= card.height


def test_without_a_focal_point_the_pixels_decide():
    card = card_recipe(Size(3000, 2000), 1)
    assert card.attention
    assert card.crop is None


def test_a_tall_strip_gets_the_widths_that_can_be_encoded():
    made = recipes(Size(1000, 20_000), 1)
    assert made[-1].width == 819
    assert made[-1].height <= 16_384


def test_a_line_is_too_thin_to_publish():
    with pytest.raises(RenderError, match="too thin"):
        recipes(Size(1, 60_000), 1)
