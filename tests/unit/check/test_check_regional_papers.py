"""What small papers, museums and relief bodies write: slips that were missed, forms let pass."""

import pytest

from cutline.check import run
from cutline.check.filenames import is_file_name
from cutline.check.spelling import dictionary
from cutline.model import Severity
from cutline.rights import read_restrictions
from unit.check.notation import photo, proof, read


def found(code, *photos, **story):
    """The texts that a rule asks about, in order."""
    findings = run(proof(*photos, **story))
    return [f.text for f in findings if f.code == code and f.severity > Severity.INFO]


@pytest.mark.parametrize(
    ("caption", "double"),
    [
        ("Der Zug rollt über die die Brücke.", ["die die"]),
        ("Blumen liegen vor dem dem Rathaus.", ["dem dem"]),
        ("Das ist die Brücke, über die die Züge rollen.", []),
        ("Häuser, in denen und in die die Flut kam.", []),
        ("Für ihn ist das das Größte.", []),
        ("Alle, die die Wahl gewannen, jubeln.", []),
    ],
)
def test_german_doubles_its_articles_only_where_a_clause_begins(caption, double):
    assert found("TXT004", photo(caption=caption), language="de") == double


@pytest.mark.parametrize(
    ("caption", "asked"),
    [
        ("The three winners Ana Silva and Bo Lind wave to the crowd.", True),
        ("The three winners Ana Silva, Bo Lind and Omar al-Hadid wave.", False),
        ("The two winners Ana Silva and Omar al-Hadid wave.", False),
        ("The two winners Ana Silva met in Oslo wave.", False),
    ],
)
def test_a_number_counts_the_names_right_behind_its_noun(caption, asked):
    assert bool(found("CAP006", photo(caption=caption))) is asked


def test_an_alt_text_is_a_strangers_where_two_animals_stand_crosswise():
    shots = (
        photo(alt="A small goat on a hill road", caption="Ines Prado, 9, with her cow Estrela."),
        photo(alt="A girl leads a cow by a rope", caption="The goat that won the race."),
    )
    assert len(found("ALT003", *shots)) == 2
    settled = (shots[0] | {"alt": shots[1]["alt"]}, shots[1] | {"alt": shots[0]["alt"]})
    assert found("ALT003", *settled) == []


def test_a_caption_that_ends_in_another_photographs_credit_is_found():
    shots = (
        photo(caption="A herd comes home.", credit="ANA SILVA / BUGLE PHOTO"),
        photo(caption="A boy waits. ANA SILVA / BUGLE PHOTO", credit="BO LIND / BUGLE PHOTO"),
    )
    assert found("CRD005", *shots) == ["ANA SILVA / BUGLE PHOTO"]
    plain = (shots[0], shots[1] | {"caption": "A boy waits. Beside him: Ana Silva."})
    assert found("CRD005", *plain) == []


def test_a_sentence_that_ends_between_two_names_does_not_join_them():
    body = ["Ana fue ayer a Alcobaza. En Alcovaza llueve desde el martes."]
    shots = (photo(caption="La plaza de Alcobaza."),)
    assert found("TXT007", *shots, body=body, language="es") == ["Alcovaza"]


@pytest.mark.parametrize(
    ("caption", "language", "asked"),
    [
        ("Das Fest des Musikverbands.", "de", False),
        ("A tray of morphos and swallowtails in the vault.", "en", False),
        ("Nurses recieve new beds in the hospital.", "en", True),
    ],
)
def test_forms_that_a_language_makes_are_no_slips(caption, language, asked):
    if dictionary(language) is None:
        pytest.skip("no dictionary of this language")
    assert bool(found("TXT013", photo(caption=caption), language=language)) is asked


def test_a_credit_with_two_slashes_and_a_blank_between_has_an_empty_part():
    assert found("CRD002", photo(credit="Ana Silva /  / AP")) == ["Silva /  / AP"]


def test_a_greek_letter_between_small_latin_letters_is_no_symbol():
    odd = "c\u03b1r"
    assert found("TXT001", photo(caption=f"A {odd} on the road.")) == [odd]
    assert found("TXT001", photo(caption="A sample of TNF\u03b1 and 5 \u03bcg of iron.")) == []


@pytest.mark.parametrize(
    "name",
    [
        "WhatsApp-Image-2024-05-25-at-10.11.12",
        "Screen-Shot-2024-05-25-at-10.11",
        "Imagen-de-WhatsApp-2024-05-25",
    ],
)
def test_what_a_telephone_calls_its_pictures_is_a_file_name(name):
    assert is_file_name(name)


@pytest.mark.parametrize(
    "said",
    [
        "KLAUSULERET til 16. januar 2024",
        "Embargo till 16 januari 2024",
        "Får ej publiceras före 16 januari 2024",
        "Nie publikować przed 16.01.2024",
        "Niet publiceren voor 16 januari 2024",
    ],
)
def test_an_embargo_is_read_in_the_languages_of_the_north(said):
    (one,) = read_restrictions(said)
    assert (one.code, one.until.isoformat()[:10]) == ("embargo", "2024-01-16")


@pytest.mark.parametrize(
    ("alt", "cut"),
    [
        ("Gäste sitzen im Hof an langen", True),
        ("Ein Kind steht neben alten", True),
        ("Häuser stehen an einem steilen", True),
        ("Ein Kind spielt mit einem anderen", False),
        ("Zwei Frauen lachen mit anderen", False),
        ("Der Platz von oben", False),
        ("Ein Mann winkt mit beiden", False),
        ("Leute warten auf der Brücke im Regen", False),
    ],
)
def test_a_german_alt_text_does_not_end_on_an_adjective_that_waits_for_its_noun(alt, cut):
    shot = photo(alt=alt, caption="Ein Fest in Lindau am Samstagabend.")
    assert bool(found("ALT004", shot, language="de")) is cut


@pytest.mark.parametrize(("made", "asked"), [("2024-05-24", True), ("2023-06-20", False)])
def test_a_day_without_a_year_is_this_years_where_the_file_is_fresh(made, asked):
    story = f"""
![Dancers in a ring](fair.jpg)
Dancers open the fair on June 20. [Ana Silva/AP]

(fair.jpg says dateCreated: {made})
"""
    assert bool([f for f in run(read(story)) if f.code == "CAP005"]) is asked


@pytest.mark.parametrize(
    ("caption", "asked"),
    [
        ("Ana Silva, left, and Rui Silva, left, wave to the crowd.", True),
        ("Ana Silva, left, and Rui Silva, right, wave to the crowd.", False),
        ("President Silva, left, waits. Ana Silva, left, has an hour.", False),
        ("The three winners, from left, Ana Silva and Bo Lind, wave.", True),
        ("The two winners, from left, Ana Silva and Bo Lind, wave.", False),
    ],
)
def test_brothers_stand_in_two_places_and_a_number_holds_for_a_list_in_order(caption, asked):
    assert bool(found("CAP006", photo(caption=caption))) is asked


def test_a_label_makes_a_credit_of_one_word_that_is_printed_below():
    shot = photo(caption="The sea was calm. Photo: OMRC", credit="Photo: OMRC")
    assert found("CRD005", shot) == ["Photo: OMRC"]
    assert found("CRD005", shot | {"caption": "The sea was calm. OMRC"}) == []


@pytest.mark.parametrize(
    ("caption", "asked"),
    [
        ("The mayor opens the bridge on May 20, 2204.", True),
        ("A capsule that will be opened on May 20, 2124.", False),
        ("A poster: the fair opens on June 20, 2024.", False),
    ],
)
def test_nobody_opens_a_bridge_a_lifetime_ahead(caption, asked):
    assert bool(found("CAP005", photo(caption=caption))) is asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Ana Silva had not lost since the cup began on April 2", False),
        ("Ana Silva wins the cup in Porto on April 2", True),
    ],
)
def test_a_day_behind_since_is_not_that_of_the_photograph(said, asked):
    story = f"""
![A woman holds a cup](cup.jpg)
{said}. [Ana Silva/AP]

(cup.jpg says dateCreated: 2024-05-24)
"""
    assert bool([f for f in run(read(story)) if f.code == "CAP009"]) is asked
