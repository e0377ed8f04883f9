"""The agency's ending of a caption comes off; prose stays."""

import pytest

from cutline.credit import without_sign_off


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
        ("Crews rest. Ana L. Silva/AFP", "Crews rest.", "Ana L. Silva/AFP"),
        (
            "Feuerwehr im Einsatz. Foto: Ana Silva/dpa",
            "Feuerwehr im Einsatz.",
            "Foto: Ana Silva/dpa",
        ),
        ("Bomberos en Lima. (EFE/Ana Silva)", "Bomberos en Lima.", "(EFE/Ana Silva)"),
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
