"""Labels that are no captions, and the agency's ending of one that is."""

import pytest

from cutline.metadata import is_label, without_sign_off


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


@pytest.mark.parametrize(
    ("caption", "kept", "removed"),
    [
        ("Crews rest. (AP Photo/Ana Silva)", "Crews rest.", "(AP Photo/Ana Silva)"),
        ("Crews rest. (AP Photo/Ana Silva, File)", "Crews rest.", "(AP Photo/Ana Silva, File)"),
        ("Crews rest (Ana Silva/NASA via AP)", "Crews rest", "(Ana Silva/NASA via AP)"),
        ("Crews rest. (Pool Photo via AP)", "Crews rest.", "(Pool Photo via AP)"),
        (
            "Crews rest. (U.S. Navy photo by Specialist 2nd Class Ana Silva/Released)",
            "Crews rest.",
            "(U.S. Navy photo by Specialist 2nd Class Ana Silva/Released)",
        ),
        ("Crews rest. (Town Hall Photo by Bo Dahl)", "Crews rest.", "(Town Hall Photo by Bo Dahl)"),
        ("Crews rest. REUTERS/Ana Silva", "Crews rest.", "REUTERS/Ana Silva"),
        ("Crews rest, Oslo. EFE/EPA/ANA SILVA", "Crews rest, Oslo.", "EFE/EPA/ANA SILVA"),
        ("Crews rest. (Photo by Ana SILVA / AFP)", "Crews rest.", "(Photo by Ana SILVA / AFP)"),
        (
            "Crews rest. (Photo by Ana SILVA / AFP) (Photo by ANA SILVA/AFP via Getty Images)",
            "Crews rest.",
            "(Photo by Ana SILVA / AFP) (Photo by ANA SILVA/AFP via Getty Images)",
        ),
        (
            "Talks. Sputnik/Bo Dahl/Pool via REUTERS ATTENTION EDITORS - A THIRD PARTY GAVE THIS.",
            "Talks.",
            "Sputnik/Bo Dahl/Pool via REUTERS ATTENTION EDITORS - A THIRD PARTY GAVE THIS.",
        ),
        ("Skiing in Oslo.       AFP PHOTO / ANA SILVA", "Skiing in Oslo.", "AFP PHOTO / ANA SILVA"),
    ],
)
def test_the_ending_comes_off(caption: str, kept: str, removed: str) -> None:
    """The forms that the wires print, verbatim and whole."""
    assert without_sign_off(caption) == (kept, removed)


@pytest.mark.parametrize(
    "caption",
    [
        "",
        "People stand in two rows (left/right).",
        "The season was short (2003/2004).",
        "Two friends meet (Koch/Wiseman)",
        "(AP Photo/Ana Silva)",
        "She won (a photo by the sea).",
        "She flew to Oslo via Rome.",
        "A photo by the sea that nobody took (photo by the sea and the long pier that is gone)",
        "They said and/or one more time that they would talk to AP tomorrow.",
    ],
)
def test_what_is_no_ending_stays(caption: str) -> None:
    """Brackets, strokes and names in prose are prose; a caption never becomes empty."""
    assert without_sign_off(caption) == (caption, "")
