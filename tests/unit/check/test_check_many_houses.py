"""Slips as many houses and languages make them, and what only looks like one."""

import pytest

from cutline.check import run
from unit.check.notation import photo, proof


def asked(code, *photos, **more):
    """What one rule asks of a story: the words, field by field."""
    return [f.text for f in run(proof(*photos, **more)) if f.code == code]


def story(*captions):
    """Photographs with these captions."""
    return [photo(caption=caption) for caption in captions]


SLIPS = [
    ("TXT001", "en", "The ferry Mαrina leaves Porto.", "Mαrina"),
    ("TXT001", "en", "Rυbens keeps bees.", "Rυbens"),
    ("TXT002", "en", "The \u200fferry leaves at noon.", "\u200f"),
    ("TXT004", "de", "Die Katze sitzt auf auf einer Mauer.", "auf auf"),
    ("TXT004", "fr", "La cloche est remise en en place.", "en en"),
    ("TXT004", "es", "El barco llega a la la isla.", "la la"),
    ("TXT004", "pt", "O barco chega o o porto.", "o o"),
    ("TXT004", "sv", "Båten ligger vid en en brygga.", "en en"),
    ("TXT004", "en", "The crew that found them them rests.", "them them"),
    ("TXT004", "en", "The storm cut cut power to the quay.", "cut cut"),
    ("TXT004", "en", "The farmer says he he has sold the cows.", "he he"),
    ("TXT006", "en", "Rui Costa, 61), has kept bees since 1983.", ")"),
    ("CAP006", "en", "(L-R) Ana Silva plays in the snow beneath the Acropolis.", "L-R"),
    ("CAP006", "en", "From left, Ana Silva closing her shop in January.", "From left"),
    ("TXT005", "fr", 'Le navire « Aurore" entre au port.', '« Aurore"'),
    ("TXT005", "es", 'El barco «Aurora" entra en el puerto.', '«Aurora"'),
    ("CAP006", "de", "V. l. n. r.: die vier Sennen Ana Silva, Rui Costa und Eva Lima.", "vier"),
    ("CAP006", "fr", "De gauche à droite, les trois tailleurs Ana Silva et Rui Costa.", "trois"),
    (
        "CAP006",
        "en",
        "From left: the four bakers Ana d’Orey, Rui Costa and Eva Lima knead.",
        "four",
    ),
    ("CAP005", "en", "Children skate on January 24, 2025.", "January 24, 2025"),
]


@pytest.mark.parametrize(("code", "language", "caption", "words"), SLIPS)
def test_a_slip_is_found_in_the_language_it_is_made_in(code, language, caption, words):
    """Look-alike letters, doubles, halves of two kinds of marks, lists, days to come."""
    (said,) = asked(code, photo(caption=caption), language=language)
    assert words in said


MEANT = [
    ("TXT001", "en", "TNFα and NFκB rise; the Lyα line fades; a dose of 5 μSv."),
    ("TXT002", "ar", "السفينة \u200fAurora تصل إلى الميناء."),
    ("TXT004", "fr", "Ils rient en en parlant."),
    ("TXT004", "pt", "O refrão diz «lá lá lá»."),
    ("TXT004", "en", "A tuk tuk waits for Tsim Sha Tsui, and so so, he said."),
    ("TXT004", "es", "Ríe, ja ja, y sigue."),
    ("TXT006", "en", "The aims: a) safety; b) comfort and 12) speed."),
    ("TXT006", "en", "1) The quay at noon."),
    ("CAP003", "en", "Children skate on Tuesday, January 24, 2205."),
    ("CAP005", "en", "Bakers box cakes. The festival falls on September 29, 2024."),
    ("TXT005", "fr", "Elle dit : « On l’appelle “Aurore” »."),
    ("CAP006", "en", "From left: five-time champion Ana Silva and Rui Costa."),
    ("CAP006", "en", "From left, seven months pregnant Ana Silva and Rui Costa."),
    ("CAP005", "en", "Children skate on January 24, 2023. The race is back on January 25, 2025."),
    ("CAP005", "es", "El plazo termina el 31 de enero de 2026."),
    ("CAP005", "sv", "Nästa lopp körs den 2 mars 2025."),
]


@pytest.mark.parametrize(("code", "language", "caption"), MEANT)
def test_what_is_meant_is_let_pass(code, language, caption):
    """Symbols, direction marks in Arabic, refrains, nested quotations, coming days."""
    assert asked(code, photo(caption=caption), language=language) == []


@pytest.mark.parametrize(
    ("right", "wrong", "language"),
    [
        ("Ana Ostrander", "Ostrandar", "en"),
        ("Rui Bushnell", "Rui Bushnel", "en"),
        ("Eva Hallström", "Eva Hallstrm", "sv"),
        ("Ana Pogacar", "Pogačer", "fr"),
        ("Emma Aicher", "Emma Aichr", "de"),
        ("Rui Foti", "Rui Fotti", "it"),
    ],
)
def test_a_name_is_misspelt_at_its_end_too(right, wrong, language):
    """The last letters are endings only where a language has such endings."""
    captions = (f"{right}.", f"{right}.", f"{wrong}.")
    found = asked("TXT007", *story(*captions), language=language)
    assert found == [wrong.split()[-1]]


@pytest.mark.parametrize(
    ("right", "other", "language"),
    [
        ("Ana Johansen", "Rui Johanson", "en"),
        ("Lisboa Velhos", "Velhas", "es"),
        ("Eva Hallström", "Eva Hallströms", "sv"),
        ("Doolan", "Rui Doolan and Eva Dolan", "en"),
    ],
)
def test_an_ending_is_no_slip(right, other, language):
    """Two families and one name with an ending."""
    captions = (f"{right}.", f"{right}.", f"{other}.")
    assert asked("TXT007", *story(*captions), language=language) == []


@pytest.mark.parametrize(
    ("caption", "credit", "words"),
    [
        ("A ferry leaves. (Ana Silva for The Courier)", "Ana Silva for The Courier", "(Ana"),
        ("A ferry leaves. Ana Silva for The Courier", "Ana Silva for The Courier", "Ana"),
        ("A ferry leaves. Photo: Ana Silva", "Foto: Ana Silva", "Photo:"),
        ("A ferry leaves – Ana Silva", "Ana Silva", "Ana"),
        ("A ferry leaves. (Cpl. Ana Silva/U.S. Navy)", "(U.S. Navy photo by Cpl. Ana Silva)", "("),
        ("A ferry leaves. / EFE", "Ana Silva | EFE", "EFE"),
    ],
)
def test_its_own_credit_is_known_at_the_end_of_a_caption(caption, credit, words):
    """What is printed below as the credit needs no agency to be known as one."""
    (said,) = asked("CRD005", photo(caption=caption, credit=credit))
    assert said.startswith(words)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("A portrait of Ana Silva", "Ana Silva"),
        ("Rui Costa waits for Ana Silva.", "Ana Silva"),
        ("Courier", "Courier"),
    ],
)
def test_a_photographer_may_be_in_the_picture(caption, credit):
    """The words of a sentence are no credit."""
    assert asked("CRD005", photo(caption=caption, credit=credit)) == []


def test_a_caption_without_its_weekday_is_the_same_caption():
    """The date beside it says the day."""
    one = "Buses queue below the bridge in Porto on Tuesday, 14 May 2024."
    assert asked("CAP007", *story(one, one.replace("Tuesday, ", "")))


def test_slashes_may_be_doubled_with_a_space_between():
    """``Ana Silva / / Reuters``."""
    assert asked("CRD002", photo(credit="Ana Silva / / Reuters"))


@pytest.mark.parametrize(
    "alt", ["240114110226-01-week-in-photos-super-169", "20240114-porto-harbour", "RC2KX9A0ABCD"]
)
def test_a_slug_with_its_date_is_a_file_name(alt):
    """As content systems name their renditions."""
    assert asked("ALT006", photo(alt=alt)) == [alt]


@pytest.mark.parametrize(
    ("alt", "language"),
    [
        ("La tour d’une église entourée d’", "fr"),
        ("Ein Mann schiebt eine Karre voller", "de"),
    ],
)
def test_an_alt_text_does_not_end_on_a_word_that_leans_on_the_next(alt, language):
    """Elided articles and words that govern a noun."""
    assert asked("ALT004", photo(alt=alt), language=language)


def test_an_open_bracket_at_the_end_is_asked_about_once():
    """It is a cut, and no bracket without a partner."""
    shot = photo(alt="A ferry lies at a quay (")
    assert asked("ALT004", shot)
    assert not asked("TXT006", shot)


def test_a_compound_holds_short_words_too():
    """``Käse`` stands in ``Bergkäse``."""
    shots = [
        photo(alt="Ein Laib Käse auf der Schulter", caption="Arbeiter messen den Hang."),
        photo(alt="Ein Hang mit Netzen", caption="Im Keller reift der Bergkäse, Laib um Laib."),
    ]
    assert len(asked("ALT003", *shots, language="de")) == 2


def test_wide_gaps_in_a_credit_are_doubled_spaces():
    """And nothing else: the separator is whole."""
    shot = photo(credit="Ana Silva |  La Voz de Lisboa")
    assert asked("TXT003", shot)
    assert not asked("CRD002", shot)


def test_a_paper_is_misspelt_behind_its_article_too():
    """``for The New York Tmes``."""
    assert asked("CRD002", photo(credit="Ana Silva for The New York Tmes"))


def test_a_bare_name_and_a_full_one_are_one_name():
    """The file and the story may say the family name alone."""
    captions = ("General Rui Chiwegna waits.", "Chiwenga speaks.", "So says Chiwenga.")
    assert asked("TXT007", *story(*captions)) == ["Chiwegna"]


def test_a_short_name_is_asked_about_where_the_other_form_stands_often():
    """A letter is missing in its middle."""
    captions = ("So says Adrew.", "And Andrew waits.", "To Andrew it falls.", "For Andrew, then.")
    assert asked("TXT007", *story(*captions)) == ["Adrew"]


def test_small_words_with_accents_say_nothing_of_a_picture():
    """``más`` and ``für`` stand in every second text."""
    shots = [
        photo(alt="Una mujer mira más allá", caption="El ministro llega a Lisboa."),
        photo(alt="Un hombre con traje", caption="Más lluvia, y aún más allá de la costa."),
    ]
    assert asked("ALT003", *shots, language="es") == []


def test_a_caption_that_stands_twice_is_asked_about_once():
    """Its day cannot be that of both files."""
    one = "Boats on the Douro on May 24, 2024."
    shots = [photo(caption=one, says={"dateCreated": day}) for day in ("2024-05-24", "2024-03-02")]
    assert asked("CAP007", *shots)
    assert asked("CAP009", *shots) == []
    assert asked("CAP009", shots[1])
