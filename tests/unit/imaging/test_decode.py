"""What is too much, damaged or no photograph is refused in one sentence, before it costs."""

import struct

import pytest
from PIL import Image

from cutline.imaging import decode, recipes
from cutline.imaging.render import render
from cutline.model import RenderError, Size
from unit.imaging.pictures import draw, file_of, plain


def refused(data: bytes) -> str:
    with pytest.raises(RenderError) as caught:
        render(data, recipes(Size(64, 64), 1, draft=True))
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert "unable to call" not in sentence
    return sentence


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"GIF89a" + bytes(60), b"%PDF-1.7\n", b"8BPS" + bytes(60), bytes(5000)]
)
def test_other_files_are_no_photographs(data):
    assert "no photograph we decode" in refused(data)


def test_heic_is_named_with_what_to_give_instead():
    data = struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + bytes(80)
    assert "HEIC" in refused(data)
    assert "AVIF" in refused(data)


def test_a_film_is_no_photograph():
    assert "film" in refused(struct.pack(">I", 16) + b"ftypisom\0\0\0\0" + bytes(80))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.8])
def test_a_file_that_breaks_off_is_refused(kind, share):
    whole = file_of(draw(), kind)
    refused(whole[: int(len(whole) * share)])


def test_a_file_with_a_warning_is_accepted_as_damaged():
    picture = draw(64, 64)
    whole = file_of(picture, "JPEG")
    assert not render(whole, [plain(picture)]).damaged
    at = whole.index(b"\xff\xda")
    noisy = whole[:at] + b"\x00\x01\x02" + whole[at:]
    assert render(noisy, [plain(picture)]).damaged


def test_too_many_pixels_are_refused_from_the_header(monkeypatch):
    monkeypatch.setattr(decode, "MAX_PIXELS", 100_000)
    monkeypatch.setattr(decode, "MAX_PIXELS_HELD", 100_000)
    assert "megapixels" in refused(file_of(draw(400, 300), "JPEG"))


@pytest.mark.parametrize(
    ("kind", "options"), [("JPEG", {"progressive": True}), ("AVIF", {}), ("JPEG", None)]
)
def test_what_must_be_held_whole_has_the_lower_limit(kind, options, monkeypatch):
    monkeypatch.setattr(decode, "MAX_PIXELS_HELD", 100_000)
    picture = draw(400, 300)
    data = file_of(picture, kind, **(options or {}))
    if options is None:
        assert render(data, [plain(picture)]).renditions
    else:
        assert "megapixels" in refused(data)


def test_a_bomb_of_one_colour_is_refused_by_its_header():
    bomb = file_of(Image.new("1", (16384, 16384)))
    assert "268 megapixels" in refused(bomb)


def test_a_huge_file_is_refused(monkeypatch):
    monkeypatch.setattr(decode, "MAX_BYTES", 1000)
    assert "MB" in refused(file_of(draw()))


def test_old_style_jpeg_in_a_tiff_is_refused():
    data = bytearray(file_of(draw(), "TIFF"))
    entry = data.index(struct.pack("<HHI", 259, 3, 1))
    struct.pack_into("<H", data, entry + 8, 6)
    assert "old-style JPEG" in refused(bytes(data))


def test_samples_that_are_no_whole_numbers_are_refused():
    data = file_of(draw(64, 64).convert("L").convert("F"), "TIFF")
    assert "8 or 16 bits" in refused(data)
