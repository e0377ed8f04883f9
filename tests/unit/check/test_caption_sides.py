"""CAP006: left, right and the number of people can be true together."""

import pytest

from cutline.check import run
from cutline.check.lineups import lineups
from cutline.check.sides import sides
from unit.check.notation import photo, proof


def asked(caption, language="en"):
    """The findings of CAP006 on one caption."""
    found = run(proof(photo(caption=caption), language=language))
    return [finding for finding in found if finding.code == "CAP006"]


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Minister Ana Silva, right, greets Mayor Rosa Lima, right, in Porto.", "en"),
        ("Minister Ana Silva (left) greets Mayor Rosa Lima (left) in Porto.", "en"),
        ("Ana Silva (L) greets Mayor Rosa Lima (L) in Porto.", "en"),
        ("Ana Silva, at left, and Rosa Lima, at left, sit.", "en"),
        ("Ana Silva, second from left, and Rosa Lima (2nd L) sit with Rui Melo, right.", "en"),
        ("Ana Silva, left, waves. Rosa Lima, left, looks away.", "en"),
        ("This combination shows Ana Silva, left, on May 1 and Rosa Lima, left, on May 3.", "en"),
        ("Bürgermeister Jan Voß (links) mit Ministerin Ute Kern (links) in Kiel.", "de"),
        ("Jan Voß (r.) und Ute Kern (re.) vor dem Rathaus.", "de"),
        ("Jan Voß (2. v. l.), Ute Kern (2.v.l.) und Max Roth.", "de"),
        ("Le maire Paul Roy (à gauche) et la ministre Anne Dubois (à gauche) à Lyon.", "fr"),
        ("Paul Roy (g.) et Anne Dubois (g.) à Lyon.", "fr"),
        ("Ana Ruiz (izquierda) y Juan Gil (izquierda) en Vigo.", "es"),
        ("Ana Ruiz, a la derecha, y Juan Gil, a la derecha, en Vigo.", "es"),
        ("Karin Berg, till vänster, och Olle Ek, till vänster, i Lund.", "sv"),
        ("Kari Berg (t.v.) og Ola Ek (t.v.) i Oslo.", "no"),
        ("メッシ（左）とスアレス（左）", "ja"),
    ],
)
def test_two_people_do_not_stand_in_one_place(caption, language):
    """In words, letters and brackets, in the languages of the wires."""
    (finding,) = asked(caption, language)

    assert "two people" in finding.message
    assert finding.fix is None


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("(L-R) Canadian actor Rui Melo as Hamlet in “The Prince, the King”, Act 3.", "en"),
        ("From left, Ana Silva in Porto.", "en"),
        ("(L-R) Ana Silva, Prime Minister of Portugal, in Paris, France, Monday, May 6.", "en"),
        ("The three leaders, Ana Silva, left, and Rui Melo, right, shake hands.", "en"),
        ("Left to right: Mayor Ana Silva at the harbour of Porto.", "en"),
        ("Vor dem Rathaus (v. l.): Jan Voß.", "de"),
        ("De gauche à droite : Anne Dubois à Lyon.", "fr"),
        ("The four farmers spoke. From right are Ana Silva, Rui Melo and Rosa Lima.", "en"),
        ("From left, Ana Silva, Rui Melo and premier Rosa Lima, the four signatories, sit.", "en"),
        ("The two winners (from left: Ana Silva, Rui Melo, Rosa Lima) wave.", "en"),
        ("The three winners, Ana Silva and Rui Melo, wave.", "en"),
        ("Ein Trio seit 1990: Jan Voß und Ute Kern (v. l.).", "de"),
        ("Die vier Schüler stehen auf. Von links: Jan Voß, Ute Kern und Max Roth.", "de"),
        ("Les trois lauréats, de gauche à droite : Anne Dubois et Marc Petit.", "fr"),
        ("Ana Silva, third left, celebrates with scorer Rosa Lima, right, in Porto.", "en"),
    ],
)
def test_lists_hold_as_many_names_as_they_say(caption, language):
    """One name is no list; a number is borne out by the names."""
    assert len(asked(caption, language)) == 1


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Minister Ana Silva, right, greets Mayor Rosa Lima, left, in Porto.", "en"),
        ("Minister Ana Silva, left, greets Mayor Rosa Lima in Porto.", "en"),
        ("Ana Silva, front left, and Rosa Lima, back left, share a bench.", "en"),
        ("Ana Silva, left, and Rosa Lima, far left, share a bench.", "en"),
        ("Sen. Ana Silva (R) and Rep. Rosa Lima (R) in Reno.", "en"),
        ("Top: Ana Silva, left, in May. Bottom: Rosa Lima, left, in June.", "en"),
        ("Ana Silva, left, and Rui Melo, right; Rosa Lima, left, and Eva Reis, right.", "en"),
        ("Ana Silva, left, waves. Silva, left, has won twice.", "en"),
        ("She left the hall, left her coat, and turned right.", "en"),
        ("The old mill is to the left, the new one to the left of it.", "en"),
        ("Ana Silva (second from right) and other officials.", "en"),
        ("Ana Silva, third left, scores past Rosa Lima, right, in Porto.", "en"),
        ("Five brothers wait. From left are Rui Melo, Eva Melo and their aunt Ana Silva.", "en"),
        ("Ana Silva, third left, hugs teammates beside Rosa Lima, right.", "en"),
        ("From left, Joe Melo greets Rosa Lima.", "en"),
        ("From left, the Melo family at home.", "en"),
        ("(L-R) Ana Silva, Rui Melo in Paris.", "en"),
        ("The two leaders, Ana Silva, left, and Rui Melo, right, shake hands.", "en"),
        ("Seen from left, the Tagus Bridge at dawn.", "en"),
        ("From left are Ana Silva, Rui Melo, Eva Reis, and Rosa Lima. Four new members.", "en"),
        ("The three farmers spoke. From right are Ana Silva, Rui Melo and Rosa Lima.", "en"),
        ("Two of the four winners, Ana Silva, Rui Melo and Rosa Lima, wave.", "en"),
        ("The four winners, including Ana Silva and Rui Melo, wave.", "en"),
        ("The four winners, Mayor Ana Silva of Porto, a town on the Douro, and others.", "en"),
        ("(L-R) Cosmonaut Ana Silva and Astronauts Rui Melo, Eva Reis, and Rosa Lima.", "en"),
        ("She won four prizes. From left: Ana Silva, Rui Melo and Eva Reis.", "en"),
        ("From left: Ana Silva, mayor; Rui Melo; and Rosa Lima. The four officials.", "en"),
        ("V. l.: Jan Voß (SPD), Ute Kern (CDU) und Max Roth (FDP) im Studio.", "de"),
        ("Ein Trio: Jan Voß, Ute Kern und Max Roth (v.l.).", "de"),
        ("Jan Voß (l.) und Ute Kern haben einen guten Draht.", "de"),
        ("De gauche à droite : Anne Dubois, Marc Petit et Luc Blanc.", "fr"),
        ("メッシ（左）とスアレス", "ja"),
        ("", "en"),
    ],
)
def test_what_can_be_true_passes(caption, language):
    """One “left” of two, rows, panels, parties, titles between commas."""
    assert asked(caption, language) == []


def test_positions_are_read_with_rank_and_row():
    """Second left is not left; front left is not back left."""
    found = sides("Ana (2. v. r.), Rui, second from left, and Eva, front left, sit.", "de")

    assert [(side.side, side.rank, set(side.kind)) for side in found] == [
        ("right", 2, set()),
        ("left", 2, set()),
        ("left", 1, {"front"}),
    ]


@pytest.mark.parametrize(
    ("caption", "count"),
    [
        ("From left are Ana Silva, Rui Melo, and Eva Reis.", 3),
        ("From left: Ana Silva, mayor of Porto; Rui Melo, judge; Eva Reis, aide.", 3),
        ("From left, Ana Silva Jr., Rui Melo MP and Dr. Eva de la Reis wave.", 3),
        ("From left, Mayor Ana Silva and premier Rui Melo wave.", 2),
        ("From left: Ana Silva, judge, Rui Melo, Porto Town Hall, Eva Reis.", None),
    ],
)
def test_a_list_is_counted_only_where_its_shape_leaves_no_doubt(caption, count):
    """Titles between commas make it unsure."""
    (lineup,) = lineups(caption)

    assert lineup.count == count
