"""Habits of houses near and far: what they mean so, and the slips that hide among them."""

import pytest

from cutline.check import run
from cutline.rights import read_restrictions
from unit.check.notation import photo, proof


def asked(code, *photos, **more):
    """What one rule asks of a story: the words, field by field."""
    return [f.text for f in run(proof(*photos, **more)) if f.code == code]


CREDITS_MEANT = [
    "Photo courtesy of the Porto Fire Bureau",
    "Photo by Ana Silva",
    "PHOTO PROVIDED BY PORTO ZOO",
    "Photo : La Presse canadienne / Ana Silva",
]


@pytest.mark.parametrize("credit", CREDITS_MEANT)
def test_a_label_that_says_more_has_lost_no_colon(credit):
    """“Photo courtesy of …” beside “Photo: …” is another form, not a slip."""
    others = [photo(caption=f"Boat {n}.", credit=f"Photo: Rui Melo {n}") for n in ("A", "B")]
    assert asked("CRD002", *others, photo(credit=credit)) == []


@pytest.mark.parametrize(
    "credit", ["Photographer:Ana Silva/AP", "Illustration:Ana Silva", "Quelle:Ana Silva/dpa"]
)
def test_a_label_jammed_to_the_name_is_asked_about(credit):
    assert len(asked("CRD002", photo(credit=credit))) == 1


def test_captions_that_lead_on_to_each_other_are_whole():
    """A house may end every caption on three dots; words cut in the middle are still asked."""
    first = "On Saturday in Porto the oldest boats of the river set out for the sea..."
    second = "A day later the crews of Aveiro mend their nets on the quay at noon…"
    cut = "On Monday the fishermen bring back the nets that were lost in the storm of the..."
    assert asked("CAP012", photo(caption=first), photo(caption=second)) == []
    assert len(asked("CAP012", photo(caption=first))) == 1
    shown = [photo(caption=text) for text in (first, second, cut)]
    assert len(asked("CAP012", *shown)) == 1


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("Nets dry on the quay at Olhão.—AFP", "—AFP"),
        ("Nets dry on the quay at Olhão.—Reuters/File", "—Reuters/File"),
    ],
)
def test_a_dash_and_an_agency_behind_the_last_sentence_are_a_credit(caption, said):
    """Papers of South Asia set the credit so."""
    (found,) = asked("CRD005", photo(caption=caption, credit="Ana Silva/AP"))
    assert found.strip("— ") == said.strip("— ")


def test_a_dash_between_words_is_no_credit():
    assert asked("CRD005", photo(caption="Nets dry—AFP reporters saw them—on the quay.")) == []


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("pt", "O barco chega. A feira abre a 12 de junho de 2024."),
        ("es", "El barco llega. La feria abre el 12 de junio de 2024."),
        ("it", "La barca arriva. La mostra apre il 12 giugno 2024."),
    ],
)
def test_what_opens_later_is_announced(language, caption):
    assert asked("CAP005", photo(caption=caption), language=language) == []


@pytest.mark.parametrize(
    ("language", "headline", "number"),
    [
        ("en", "See 9 photos of the flood in Porto", "9"),
        ("pt", "Veja 7 fotos da feira", "7"),
        ("es", "Vea 7 fotos de la feria", "7"),
        ("fr", "Découvrez sept images de la fête", "sept"),
    ],
)
def test_an_invitation_to_look_counts_the_pictures(language, headline, number):
    shown = [photo(caption=f"Barco {n}.") for n in ("A", "B")]
    assert asked("STY001", *shown, language=language, headline=headline) == [number]


def test_letters_swapped_in_a_name_show_beside_the_right_one():
    """“Fonseca and Fosneca” are one; “Doolan and Dolan” may be two."""
    text = "The boats of Fonseca lead. Then comes Fosneca, and Fonseca wins."
    assert asked("TXT007", photo(), body=[text]) == ["Fosneca"]
    text = "The boats of Doolan lead. Then come Dolan and Doolan, and Doolan wins."
    assert asked("TXT007", photo(), body=[text]) == []


def test_a_list_inside_brackets_leaves_their_pairs_alone():
    text = "Boats for visitors (two routes: a) to Porto; b) to Aveiro)."
    assert asked("TXT006", photo(caption=text)) == []
    assert asked("TXT006", photo(caption="Boats (as on map a), from Porto), at noon.")) == [")"]


def test_half_a_word_that_the_caption_has_whole_is_found():
    """Other words may stand before it; a word of its own is left alone."""
    alt, caption = "A woman mends a net beside a carav", "Nets and a caravelship in Olhão."
    assert asked("ALT004", photo(alt=alt, caption=caption)) == ["carav"]
    alt, caption = "A woman mends a net beside a light", "Nets under the lighthouse of Olhão."
    assert asked("ALT004", photo(alt=alt, caption=caption)) == []


@pytest.mark.parametrize(
    ("language", "caption", "words"),
    [
        ("en", "The cheif baker of Olhão opens the oven.", ["cheif"]),
        ("en", "Bakers carry thier loaves to the quay.", ["thier"]),
        ("es", "La alcaldesa durante la innundación del polideportivo.", ["innundación"]),
        ("en", "The sheik of Olhão opens the oven.", []),
    ],
)
def test_words_misspelt_in_few_are_found(language, caption, words):
    """Where a dictionary is at hand."""
    pytest.importorskip("hunspell")
    assert asked("TXT013", photo(caption=caption), language=language) == words


def test_first_names_of_a_family_are_counted_with_the_last():
    text = "The {} brothers, from left: Rui, Davi and Ivo Costa, at the oven."
    assert asked("CAP006", photo(caption=text.format("three"))) == []
    assert len(asked("CAP006", photo(caption=text.format("four")))) == 1


@pytest.mark.parametrize(
    "caption",
    [
        "An eagle owl (Bubo bubo) in Olhão.",
        "A lynx (Lynx lynx lynx) in the snow.",
        "A newt (Triturus cristatus cristatus; male) in a pond.",
    ],
)
def test_latin_names_may_say_a_word_twice(caption):
    assert asked("TXT004", photo(caption=caption)) == []


def test_a_word_twice_in_a_bracket_is_asked_about():
    caption = "A boat (seen from the quay quay of Olhão) at noon."
    assert asked("TXT004", photo(caption=caption)) == ["quay quay"]


def test_a_body_that_is_client_and_source_is_no_double():
    """Getty sets “Name - body/body via Getty Images”; elsewhere a body is named once."""
    line = "Ana Silva - FIBA/FIBA via Getty Images"
    assert asked("CRD008", photo(credit=line)) == []
    assert asked("CRD008", photo(credit="Ana Silva/FIBA/FIBA")) == ["FIBA/FIBA"]


def test_terms_that_every_file_of_a_library_has_ask_for_nothing():
    """What the licence says anyway restricts no single photograph."""
    text = (
        "NOTE TO USER: User expressly acknowledges and agrees that, by downloading and/or using"
        " this Photograph, user is consenting to the terms and conditions of the licence."
    )
    assert [one.code for one in read_restrictions(text)] == []
    said = read_restrictions(text + " Mandatory Copyright Notice. NO SALES.")
    assert "no_sales" in [one.code for one in said]
