"""Labels that are no captions."""

import pytest

from cutline.metadata import is_label


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "ACME DIGITAL CAMERA          ",
        "Acme Digital Still Camera",
        "Acme DSC",
        "DCF 1.0",
        "Exif_JPEG_PICTURE",
        "IMG_2041",
        "000015",
        "harbour-3.jpg",
        "Crew rest 2.NEF",
        "oznor",
        "untitled",
        "Created with PhotoMill",
        "Processed with PhotoMill with f2 preset",
        "MX04_Harbour_0093",
        "MX04_harbour long lens 1004, wrong number these are Z9",
        "kx3e0093 harbour batch",
    ],
)
def test_a_label_is_no_caption(text: str) -> None:
    """Camera defaults, names of files, batch labels."""
    assert is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "Earthrise",
        "Crews rest after the fire",
        "A woman holds a camera",
        "kx3e0093 (April 6, 2026) – Earth sets behind the Moon at 6:41 p.m.",
        "260406-N-AB123-0144 HARBOUR (April 6) A ship leaves. Crew wave.",
        "B747 lands in Oslo",
        "Created in 1911, the fountain runs again.",
        "Ana Silva speaks (right). The file IMG_2041 shows more.",
        "消防队员休息",
        "Пожарные отдыхают",
    ],
)
def test_a_caption_is_no_label(text: str) -> None:
    """Prose stays, also behind a code."""
    assert not is_label(text)
