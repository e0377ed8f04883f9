"""CAP010, CAP014, CAP015, CAP016: what is mentioned, and never counts."""

import pytest

from cutline.check import run
from unit.check.notation import photo, proof


def found(code, *photos, **story):
    """The findings of one rule on a story."""
    return [finding for finding in run(proof(*photos, **story)) if finding.code == code]


def says(caption, **fields):
    """A photograph whose file says something."""
    return photo(caption=caption, says=fields)


def test_a_caption_that_names_another_photographs_city_is_mentioned():
    """It may stand under the wrong photograph."""
    other = says("Ash on a doorstep in Porto.", cityName="Porto")
    (finding,) = found("CAP010", says("Crews rest in Porto.", cityName="Vila do Conde"), other)

    assert finding.place.photo == 0
    assert finding.severity.word == "info"
    assert "Vila do Conde" in finding.message


@pytest.mark.parametrize(
    ("caption", "fields"),
    [
        ("Crews rest in Braga.", {"cityName": "Braga"}),
        ("Crews rest in Braga, an hour from Porto.", {"cityName": "Braga"}),
        ("Crews rest in Faro.", {"cityName": "Braga"}),
        ("Crews rest in Porto.", {}),
        ("Crews rest in Porto.", {"cityName": "PORTO"}),
    ],
)
def test_places_that_agree_or_cannot_be_compared_pass(caption, fields):
    """A place that no file of the story names says nothing."""
    other = says("Ash on a doorstep in Porto.", cityName="Porto")

    assert found("CAP010", says(caption, **fields), other) == []


@pytest.mark.parametrize(
    ("caption", "story"),
    [
        ("Silva waves.", {"standfirst": "Mayor Ana Silva won."}),
        ("Silva’s bodyguards wait.", {"body": ["The actor Ana Silva won."]}),
        ("Kim waves.", {"body": ["North Korea’s leader Kim Jong Un won."]}),
        ("Voß winkt.", {"body": ["Die Bürgermeisterin Ute Voß hat gewonnen."], "language": "de"}),
    ],
)
def test_a_surname_alone_is_mentioned_once(caption, story):
    """Only in the first caption that names its bearer."""
    (finding,) = found("CAP014", photo(caption=caption), photo(caption=caption + " "), **story)

    assert finding.place.photo == 0
    assert finding.severity.word == "info"


def test_a_person_shown_is_known_from_the_file():
    """The file names in full whom the caption does not."""
    shown = photo(caption="Silva waves.", says={"personInImageNames": ("Ana Silva",)})

    assert len(found("CAP014", shown)) == 1


@pytest.mark.parametrize(
    ("caption", "story"),
    [
        ("Ana Silva waves.", {"standfirst": "Mayor Ana Silva won."}),
        ("Mayor Silva waves.", {"standfirst": "Mayor Ana Silva won."}),
        ("Africa seen from orbit.", {"standfirst": "Rain in South Africa."}),
        ("Silva waves.", {"standfirst": "Silva won."}),
        ("Ana Silva waves. Silva won.", {"standfirst": "Mayor Ana Silva won."}),
    ],
)
def test_full_names_offices_and_places_pass(caption, story):
    """A title will do; a place is nobody."""
    assert found("CAP014", photo(caption=caption), **story) == []


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Crews rest in Porto yesterday.", "en"),
        ("Crews rest in Porto on Monday.", "en"),
        ("Crews rest in Porto last week.", "en"),
        ("Einsatzkräfte am Montag in Porto.", "de"),
        ("Des pompiers à Porto, hier.", "fr"),
        ("Bomberos en Oporto, este domingo.", "es"),
        ("Bombeiros no Porto, ontem.", "pt"),
        ("Пожарные в Порту вчера.", "ru"),
    ],
)
def test_a_time_that_only_the_days_reader_knows_is_mentioned(caption, language):
    """The page is found again next year."""
    (finding,) = found("CAP015", photo(caption=caption), language=language)

    assert finding.severity.word == "info"


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Crews rest in Porto on Monday, 20 May.", "en"),
        ("Crews rest in Porto in 2023; yesterday is gone.", "en"),
        ("“Yesterday we slept,” says a firefighter.", "en"),
        ("(Photo: Ana Silva, USA TODAY)", "en"),
        ("Das Parkhaus, heute ein Theater.", "de"),
        ("Crews rest in Porto.", "en"),
        ("Crews rest yesterday.", "xx"),
    ],
)
def test_dated_quoted_and_unknown_words_pass(caption, language):
    """A date settles it."""
    assert found("CAP015", photo(caption=caption), language=language) == []


WIRE = "Exhausted firefighters rest on a kerb of the old port in Porto, Portugal"


def test_a_caption_that_shares_nothing_with_the_wires_is_mentioned():
    """It may be background only, or stand under the wrong photograph."""
    caption = "The council has put off its vote about new engines until autumn."
    (finding,) = found("CAP016", says(caption, description=WIRE))

    assert finding.severity.word == "info"


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("A firefighter sleeps where he sat down after the long night.", "en"),
        ("The council of Porto has put off its vote until autumn.", "en"),
        ("Night of fire.", "en"),
        ("Die Stadt hat den Kauf neuer Fahrzeuge auf den Herbst verschoben.", "de"),
    ],
)
def test_captions_that_share_a_word_or_a_name_pass(caption, language):
    """Short captions and other languages are not compared."""
    assert found("CAP016", says(caption, description=WIRE), language=language) == []
