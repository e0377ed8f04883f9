"""ALT008, ALT009, ALT010: alt texts that say nothing, too little, too much, or what they are."""

import pytest

from cutline.check import run
from cutline.check.openings import is_generic, is_keywords, opening
from unit.check.notation import photo, proof


def _codes(alt, caption="Ybbs, in spring."):
    return [finding.code for finding in run(proof(photo(alt, caption)))]


@pytest.mark.parametrize(
    "text",
    ["Image", "photo 3", "Image 2 of 9", "Bild", "Symbolbild", "foto", "Фото", "写真",
     "placeholder", "alt text", "The picture", "river-flood-ybbs-2024", "Thumbnail image"],
)  # fmt: skip
def test_a_word_for_picture_or_a_slug_is_generic(text):
    """It would do for any picture."""
    assert is_generic(text)


@pytest.mark.parametrize(
    "text",
    ["Image of a dike", "Banner on a dike", "Test drive", "Logo of a mill", "A picture frame",
     "Jean-Luc", "Photo album", "The Blank family"],
)  # fmt: skip
def test_words_that_describe_are_not(text):
    """Compounds of two and sentences that begin with a word for picture."""
    assert not is_generic(text)


@pytest.mark.parametrize(
    ("text", "keywords"),
    [
        ("river, dike, barn, cows", True),
        ("Austria, Ybbs, Danube, Lower Austria, Ybbs an der Donau, dike", True),
        ("barn, cows", False),
        ("Ybbs, Lower Austria", False),
        ("Ana Silva, Bo Lind, Cem Öz, Dora Ek, Eli Fox", False),
        ("A barn, two cows, a dike and a boat", False),
        ("Boats, barns, cows, all of them under water", False),
    ],
)
def test_search_words_are_told_from_lists_in_sentences(text, keywords):
    """Small letters or single words; people and places pass."""
    assert is_keywords(text) == keywords


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Image of a low dike", "A low dike"),
        ("A photo of a dike in the rain", "A dike in the rain"),
        ("Photo: a dike in the rain", "A dike in the rain"),
        ("This picture shows a dike today", "A dike today"),
        ("Das Foto zeigt einen Deich heute", "Einen Deich heute"),
        ("Ein Bild von einem alten Deich", "Einem alten Deich"),
        ("Photo d’une digue cassée", "Une digue cassée"),
        ("Imagen de un dique roto", "Un dique roto"),
        ("An aerial photo of a dike", "An aerial view of a dike"),
        ("Фотография с изображением дамбы на реке", "Дамбы на реке"),
    ],
)
def test_an_opening_that_says_picture_can_go(text, rest):
    """The rest begins with a capital."""
    (finding,) = [f for f in run(proof(photo(text, "Ybbs, in spring."))) if f.code == "ALT010"]
    (edit,) = finding.fix.edits

    assert text[: edit.place.span.start] + edit.text + text[edit.place.span.end :] == rest
    assert not finding.fix.safe


@pytest.mark.parametrize("text", ["Image of Earth", "Photo d’une digue"])
def test_an_opening_before_two_words_stays_where_it_is(text):
    """What were left would be too short: the fix of one rule must not be asked by another."""
    (finding,) = [f for f in run(proof(photo(text, "Ybbs, in spring."))) if f.code == "ALT010"]

    assert finding.fix is None


@pytest.mark.parametrize(
    "text",
    ["Photos of the missing hang on a wall", "A painting of a dike", "A map of the river",
     "A photo of her son is held up by a woman", "Imagine a dike", "Bildstock an einem Weg",
     "A photographer on a dike", "Photographs by a river"],
)  # fmt: skip
def test_pictures_that_are_seen_are_no_openings(text):
    """Plurals, kinds of pictures, and photographs that are in the picture."""
    assert opening(text) is None


def test_a_credit_at_the_beginning_is_no_opening():
    """``Foto: Ana Silva`` is asked about as a credit."""
    assert "ALT010" not in _codes("Foto: Ana Silva/AP")


@pytest.mark.parametrize(
    ("alt", "asks"),
    [
        ("Dike", True),
        ("A dike", True),
        ("A broken dike", False),
        ("x" * 5 + " dike at dawn" * 30, True),
        ("堤防が切れた", False),
        ("น้ำท่วม", False),
    ],
)
def test_the_length_is_mentioned(alt, asks):
    """Under three words, over 250 characters; scripts without blanks are let be."""
    assert ("ALT009" in _codes(alt)) == asks


def test_the_graver_question_is_asked_alone():
    """Who rewrites the text mends the length too."""
    assert _codes("Image") == ["ALT008"]
    assert _codes("DSC_0042") == ["ALT006"]


def test_file_names_are_one_finding():
    """One cause in many places is shown once."""
    shots = [photo(f"DSC_00{n}7.jpg", f"The dike on day {n} of the flood.") for n in range(4)]
    (finding,) = run(proof(*shots))

    assert (finding.code, len(finding.places)) == ("ALT006", 3)


def test_repetition_is_one_finding_for_the_story():
    """Who hears everything twice needs one list."""
    captions = ("The dike broke near Ybbs.", "Cows stand in deep water.", "A barn was lost.")
    (finding,) = run(proof(*[photo(text, text) for text in captions]))

    assert (finding.code, len(finding.places)) == ("ALT002", 2)
