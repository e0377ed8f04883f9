"""Renditions: upright, as large as asked and never larger, bare, and always the same bytes."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageCms, ImageOps

from cutline.imaging import Recipe, card_recipe, recipes, upright
from cutline.imaging.encode import encode
from cutline.imaging.render import render
from cutline.imaging.vips import pyvips
from cutline.model import Box, FocalPoint, RenderError, Size
from unit.imaging.pictures import difference, draw, file_of, opened, plain

MARK = "#ffcc00"


def turned(orientation: int) -> bytes:
    """The drawn picture stored so that this orientation makes it upright."""
    undo = {5: 5, 6: 8, 7: 7, 8: 6}.get(orientation, orientation)
    exif = Image.Exif()
    exif[0x0112] = undo
    stored = draw(600, 400)
    stored.info["exif"] = exif.tobytes()
    picture = Image.open(io.BytesIO(file_of(stored, "PNG", exif=exif)))
    return file_of(ImageOps.exif_transpose(picture), "PNG")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(orientation):
    expected = draw(600, 400)
    rendition = render(turned(orientation), [plain(expected, orientation=orientation)])
    assert difference(opened(rendition.renditions[0]), expected) < 2


def test_orientation_is_what_the_caller_says_and_not_what_the_file_says():
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = draw(600, 400)
    original = file_of(picture, "JPEG", quality=97, subsampling=0, exif=exif)
    assert difference(opened(render(original, [plain(picture)]).renditions[0]), picture) < 2


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_the_whole_ladder_has_the_sizes_asked_for(kind):
    original = file_of(draw(1300, 867), kind)
    asked = recipes(Size(1300, 867), 1, draft=True)
    made = render(original, asked).renditions
    assert [opened(one).size for one in made] == [(one.width, one.height) for one in asked]
    assert [opened(one).format.lower() for one in made] == [one.format for one in asked]


@pytest.mark.parametrize("draft", [True, False])
def test_a_webp_is_made_where_it_is_asked_for(draft):
    """Of the same sizes, the same pixels and nothing but pixels; never unasked."""
    picture = draw(900, 600)
    asked = recipes(Size(900, 600), 1, draft=draft, formats=("webp",))
    made = render(file_of(picture), asked).renditions
    assert "webp" not in {one.format for one in recipes(Size(900, 600), 1)}
    assert [opened(one).size for one in made] == [(one.width, one.height) for one in asked]
    assert {opened(one).format for one in made} == {"WEBP"}
    assert all(one[12:16] == b"VP8 " and len(one) == 20 + size_of_chunk(one) for one in made)
    assert difference(opened(made[-1]), picture.resize(opened(made[-1]).size)) < 3


def size_of_chunk(webp: bytes) -> int:
    """Bytes of the first chunk, with its padding."""
    length = int.from_bytes(webp[16:20], "little")
    return length + (length & 1)


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (1, 700), (700, 1), (481, 479)])
def test_odd_sizes_are_rendered_as_they_are(size):
    original = file_of(draw(64, 64).resize(size))
    asked = (*recipes(Size(*size), 1, draft=True), card_recipe(Size(*size), 1))
    made = render(original, asked)
    assert [opened(one).size for one in made.renditions] == [(a.width, a.height) for a in asked]
    assert 1 <= len(made.tint) <= 3


@pytest.mark.parametrize(
    "wrong",
    [
        Recipe(700, 467, "jpeg", 80),
        Recipe(600, 399, "jpeg", 80),
        Recipe(300, 300, "jpeg", 80),
        Recipe(200, 100, "jpeg", 80, crop=Box(500, 0, 200, 100)),
        Recipe(200, 100, "jpeg", 80, crop=Box(0, 0, 100, 50)),
        Recipe(600, 401, "jpeg", 80, attention=True),
    ],
)
def test_nothing_is_enlarged_or_pulled_out_of_shape(wrong):
    with pytest.raises(RenderError):
        render(file_of(draw(600, 400)), [wrong])


def test_recipes_for_two_orientations_are_refused():
    recipe = plain(draw(60, 40))
    with pytest.raises(RenderError, match="way is up"):
        render(file_of(draw(60, 40)), [recipe, replace(recipe, orientation=3)])


def test_the_same_recipe_gives_the_same_bytes_whatever_else_is_asked():
    original = file_of(draw(1300, 867), "JPEG", quality=95)
    asked = (*recipes(Size(1300, 867), 1, draft=True), card_recipe(Size(1300, 867), 1))
    together = render(original, asked)
    for recipe, expected in zip(asked, together.renditions, strict=True):
        alone = render(original, [recipe])
        assert alone.renditions == (expected,)
        assert alone.tint == together.tint


def test_the_wide_rungs_are_reduced_from_the_original_itself():
    """Reduced once, they are sharp; from a rung a little wider they would be blurred twice."""
    original = file_of(draw(2600, 300), compress_level=1)
    whole = pyvips.Image.new_from_buffer(original, "")
    wide = [r for r in recipes(Size(2600, 300), 1) if r.width >= 1200 and r.format == "jpeg"]
    for recipe, made in zip(wide, render(original, wide).renditions, strict=True):
        once = whole.resize(recipe.width / 2600, vscale=recipe.height / 300)
        assert made == encode(once, recipe)


def test_an_original_too_large_to_hold_looks_the_same(monkeypatch):
    original = file_of(draw(300, 2600), compress_level=1)
    asked = [replace(r, quality=95) for r in recipes(Size(2600, 300), 6) if r.format == "jpeg"]
    held = render(original, asked).renditions
    monkeypatch.setattr("cutline.imaging.render._HELD", 0)
    for one, other in zip(held, render(original, asked).renditions, strict=True):
        assert difference(opened(one), opened(other)) < 1


def test_a_crop_shows_its_window():
    picture = draw(1300, 867)
    window = Box(0, 0, 325, 108)
    recipe = Recipe(300, 100, "jpeg", 95, crop=window)
    part = opened(render(file_of(picture), [recipe]).renditions[0])
    assert difference(part, Image.new("RGB", part.size, MARK)) < 4


@pytest.mark.parametrize("orientation", [1, 6])
def test_the_card_holds_the_focal_point(orientation):
    stored = draw(900, 1600) if orientation == 6 else draw(1600, 900)
    size = upright(Size(*stored.size), orientation)
    card = card_recipe(size, orientation, FocalPoint(0.5, 0.0))
    picture = opened(render(file_of(stored), [card]).renditions[0])
    expected = stored.rotate(-90, expand=True) if orientation == 6 else stored
    assert card.crop is not None
    box = (card.crop.left, card.crop.top)
    window = (*box, box[0] + card.crop.width, box[1] + card.crop.height)
    assert difference(picture, expected.crop(window).resize(picture.size)) < 4


def test_the_card_of_a_panorama_is_cut_from_enough_pixels():
    """A window narrower than the ladder's top rung shows is decoded for itself."""
    wide = draw(6000, 700)
    card = card_recipe(Size(6000, 700), 1, FocalPoint(0.9, 0.5))
    assert card.crop is not None
    part = opened(render(file_of(wide), [card]).renditions[0])
    left = card.crop.left
    expected = wide.crop((left, 0, left + card.crop.width, 700)).resize(part.size)
    assert difference(part, expected) < 4


def test_attention_finds_the_only_thing_there_is():
    picture = Image.new("RGB", (400, 1200), "#e8e8e8")
    picture.paste(draw(200, 140), (100, 980))
    card = card_recipe(Size(400, 1200), 1)
    found = opened(render(file_of(picture), [card]).renditions[0])
    assert difference(found, Image.new("RGB", found.size, "#e8e8e8")) > 10


def test_renditions_are_bare_but_for_the_name_of_their_colours():
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    secret = b"<x:xmpmeta>GPS</x:xmpmeta>"
    picture = draw()
    original = file_of(picture, "JPEG", exif=exif, xmp=secret, comment=b"a comment")
    for made in render(original, recipes(Size(*picture.size), 1)).renditions:
        shown = opened(made)
        assert not shown.getexif()
        assert not {"xmp", "exif", "comment", "photoshop"} & shown.info.keys()
        assert b"Camera maker" not in made
        assert b"GPS" not in made


def test_a_jpeg_names_srgb_in_its_profile():
    made = opened(render(file_of(draw()), [plain(draw())]).renditions[0])
    profile = ImageCms.ImageCmsProfile(io.BytesIO(made.info["icc_profile"]))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB"


def test_an_avif_names_srgb_in_its_container(avifdec, tmp_path):
    import subprocess

    made = render(file_of(draw()), [plain(draw(), "avif")]).renditions[0]
    assert b"colrnclx\x00\x01\x00\x0d\x00\x06\x80" in made
    path = tmp_path / "made.avif"
    path.write_bytes(made)
    told = subprocess.run([avifdec, "--info", path], capture_output=True, text=True, check=True)
    assert "Color Primaries: 1\n" in told.stdout
    assert "Transfer Char. : 13\n" in told.stdout


def test_the_tint_runs_from_top_to_bottom():
    picture = Image.new("RGB", (90, 90), "#ff0000")
    picture.paste("#00ff00", (0, 30, 90, 60))
    picture.paste("#0000ff", (0, 60, 90, 90))
    made = render(file_of(picture), [plain(picture)])
    assert made.tint == ("#ff0000", "#00ff00", "#0000ff")
