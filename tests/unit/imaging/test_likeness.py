"""A fingerprint is that of the picture, whatever became of its file."""

import io

import pytest
from PIL import Image, ImageDraw

from cutline.imaging import LIKENESS_TASK, read_likeness
from cutline.imaging.likeness import likeness, likeness_task
from cutline.model import RenderError

PLACES = 256


def scene(seed=0, size=(900, 600)):
    """A picture with shapes in it, different for each seed."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(image)
    for n in range(14):
        x, y = (n * 137 + seed * 71) % size[0], (n * 89 + seed * 53) % size[1]
        colour = ((n * 40 + seed) % 256, (n * 90) % 256, (255 - n * 17) % 256)
        draw.ellipse((x - 90, y - 70, x + 90, y + 70), fill=colour)
    return image


def saved(image, form="JPEG", **options):
    """Its bytes as a file."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def apart(one, other):
    """The share of places with detail in which two fingerprints differ."""
    either = one | other
    detail = (either | either >> PLACES) & ((1 << PLACES) - 1)
    return (one ^ other).bit_count() / detail.bit_count()


@pytest.mark.parametrize(
    "copy",
    [
        saved(scene(), quality=40),
        saved(scene().resize((450, 300))),
        saved(scene(), "PNG"),
        saved(scene(), "WEBP"),
        saved(scene().convert("L")),
        saved(scene().convert("RGBA"), "PNG"),
    ],
    ids=["quality", "size", "png", "webp", "grey", "alpha"],
)
def test_a_copy_keeps_the_fingerprint(copy):
    """Saved again, smaller, in another format, without colour."""
    assert apart(likeness(saved(scene(), quality=92)), likeness(copy)) < 0.2


def test_another_picture_has_another_fingerprint():
    """Most of the places differ."""
    assert apart(likeness(saved(scene(1))), likeness(saved(scene(7)))) > 0.5


def test_a_plain_picture_has_no_detail():
    """Nothing in it says that it is the same as another plain one."""
    assert likeness(saved(Image.new("RGB", (64, 48), "navy"))) == 0


def test_a_flag_turns_the_fingerprint_with_the_picture():
    """A picture stored on its side is that picture still."""
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = saved(scene().transpose(Image.Transpose.ROTATE_90), exif=exif.tobytes(), quality=92)

    assert apart(likeness(saved(scene(), quality=92)), likeness(turned)) < 0.2


def test_what_is_no_picture_has_no_fingerprint():
    """In the cage a file that cannot be decoded is no fault."""
    with pytest.raises(RenderError):
        likeness(b"not a picture")
    assert LIKENESS_TASK.endswith(f":{likeness_task.__name__}")


@pytest.mark.parametrize("answer", [None, 7, "", "xyz", "f" * 129, ["f"], "-1", " f"])
def test_nonsense_from_a_worker_is_no_fingerprint(answer):
    """A worker may have been taken over by a file."""
    assert read_likeness(answer) is None


def test_a_fingerprint_crosses_as_hex():
    """512 bits at most."""
    assert read_likeness("f" * 128) == (1 << 512) - 1
