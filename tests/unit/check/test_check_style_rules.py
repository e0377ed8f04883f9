"""STY: what a story says of itself, against what it holds."""

import pytest

from cutline.check import registry, run
from cutline.check.numerals import number_word, numerals
from cutline.check.picture_counts import counted
from unit.check.notation import photo, proof


def _asked(code, *photos, **more):
    return [f for f in run(proof(*photos, **more)) if f.code == code]


COUNTS = [
    ("The flood in 14 pictures", 14),
    ("The flood in twenty-one pictures", 21),
    ("Eleven photographs that moved us", 11),
    ("Harvest: the 9 best photos of the month", 9),
    ("A gallery of 16 images", 16),
    ("A 30-picture essay on dust", 30),
    ("In 12 of the year’s finest photographs", 12),
    ("Our editors pick six photos", 6),
    ("Die Flut in dreizehn Bildern", 13),
    ("Die 7 schönsten Fotos vom Deich", 7),
    ("Bilderstrecke mit 18 Bildern", 18),
    ("La crue en dix-sept images", 17),
    ("La crecida en treinta y dos fotos", 32),
    ("A cheia em 15 fotografias", 15),
    ("La piena in ventotto scatti", 28),
    ("De storm in acht beelden", 8),
    ("Stormen i tolv bilder", 12),
    ("Stormen i fem billeder", 5),
    ("Половодье в 19 фотографиях", 19),
    ("Powódź na 8 zdjęciach", 8),
    ("الفيضان في 10 صور", 10),
    ("洪水の写真12枚", 12),
]
NO_COUNTS = [
    "Four lessons of the flood",
    "In 1954, pictures of the flood went round the world",
    "The 40-day flood, and after",
    "Police publish three photos of a suspect",
    "Two photos show how the dam broke",
    "Three pictures were stolen from the museum",
    "12,000 photos from one summer",
    "48 hours in pictures",
    "She starred in 31 pictures",
    "Ten rivers – in pictures",
    "Once photos emerged, the dam was closed",
    "Two pictures and a poem",
    "Zwei Fotos zeigen den Dammbruch",
    "Drei Bilder gestohlen",
    "Deux photos volées au musée",
    "Group of Seven photographs stolen",
]


@pytest.mark.parametrize(("headline", "value"), COUNTS)
def test_a_count_of_pictures_is_read_in_many_languages(headline, value):
    """Figures and words before a word for pictures, where they speak of the gallery."""
    assert [count.value for count in counted(headline)] == [value]


@pytest.mark.parametrize("headline", NO_COUNTS)
def test_other_numbers_count_no_gallery(headline):
    """Years, spans of time, subjects of verbs and other things are let pass."""
    assert list(counted(headline)) == []


@pytest.mark.parametrize(
    ("field", "words", "language", "old", "new"),
    [
        ("headline", "The flood in 5 pictures", "en", "5", "2"),
        ("standfirst", "Five photographs from the dike", "en", "Five", "Two"),
        ("kicker", "FÜNF BILDER", "de", "FÜNF", "ZWEI"),
        ("headline", "La crue en six photos", "fr", "six", "deux"),
    ],
)
def test_a_wrong_count_is_asked_about_and_the_right_one_offered(field, words, language, old, new):
    """The offered number keeps figures or words, language and case of the old one."""
    (finding,) = _asked(
        "STY001", photo(), photo("A boat", "B."), language=language, **{field: words}
    )

    assert (finding.place.field, finding.text) == (field, old)
    assert not finding.fix.safe
    assert [edit.text for edit in finding.fix.edits] == [new]


def test_a_right_count_passes():
    """Two pictures are two, in figures and in words."""
    shots = (photo(), photo("A boat", "B."))

    assert not _asked("STY001", *shots, headline="The flood in 2 pictures")
    assert not _asked("STY001", *shots, standfirst="Two pictures from the dike")


def test_an_article_with_one_picture_may_speak_of_a_gallery():
    """It is then elsewhere."""
    assert not _asked("STY001", photo(), standfirst="See the flood in 20 pictures")


def test_a_line_of_the_body_counts_only_where_it_says_nothing_else():
    """“Gallery: 24 photos” is a count; a sentence of the text is not."""
    shots = (photo(), photo("A boat", "B."))

    assert _asked("STY001", *shots, body=("Gallery: 24 photos",))
    assert not _asked(
        "STY001", *shots, body=("Of his life’s work only a chest remained: 24 photos of the river",)
    )


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no"])
def test_every_number_of_a_language_reads_back(language):
    """What is offered as a word is what the same tables read."""
    for value in (2, 3, 11, 16, 19, 20, 21, 28, 45, 60):
        word = number_word(value, language).replace("-", " ")

        assert numerals(language)[word] == value


def test_the_rules_of_this_file_are_there():
    """By code, so that none is lost."""
    assert {"STY001"} <= set(registry())
