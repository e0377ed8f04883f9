"""STY: what a story says of itself, against what it holds."""

import pytest

from cutline.check import run
from cutline.check.numerals import number_word, numerals
from cutline.check.picture_counts import counted
from cutline.model import House
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


@pytest.mark.parametrize(
    ("captions", "asked"),
    [
        (("1/3 A dike", "2/3 A boat", "3/3 A barn"), []),
        (("1/4 A dike", "2/4 A boat", "4/4 A barn"), ["from 2 to 4", "4 pictures"]),
        (("(1 of 3) A dike", "(3 of 3) A boat", "(2 of 3) A barn"), ["from 1 to 3", "from 3 to 2"]),
        (("1. A dike", "2. A boat", "4. A barn"), ["from 2 to 4"]),
        (("1 von 3 – Deich", "2 von 3 – Boot", "3 von 3 – Stall"), []),
        (("3 boats on a dike", "2 barns", "9 cows in a lane"), []),
        (("24/7 help on the dike", "A boat", "A barn"), []),
        (("1953: the first flood", "1962: the second", "1976: the third"), []),
    ],
)
def test_numbered_captions_count_through(captions, asked):
    """Where most captions are numbered in one way, at their beginning."""
    alts = ("A long dike in the rain", "A small boat adrift", "A barn under water")
    found = _asked("STY003", *map(photo, alts, captions))

    assert len(found) == len(asked)
    assert all(any(words in finding.message for finding in found) for words in asked)


def test_the_parts_around_a_headline_are_asked_for():
    """The date of every story; more of a story with a kicker, and of a publication's."""
    house = House(publication="The Dike Post")
    bare = {"headline": "The flood", "published": ""}

    def missing(**more):
        return [finding.place.field for finding in _asked("STY004", photo(), **{**bare, **more})]

    assert missing() == ["published"]
    assert missing(published="2024-05-26") == []
    assert missing(published="2024-05-26", kicker="Ybbs") == ["standfirst"]
    assert set(missing(house=house)) == {"published", "standfirst", "kicker"}
    assert missing(headline="") == []


@pytest.mark.parametrize(
    ("standfirst", "asks"),
    [
        ("The dike broke at night", True),
        ("The dike broke, at night.", True),
        ("Water stood in the streets of the lower town by morning.", True),
        ("The dike broke and nobody had been warned", False),
        ("Flood", False),
    ],
)
def test_a_standfirst_that_repeats_headline_or_text_is_asked_about(standfirst, asks):
    """Marks and case do not make it another sentence."""
    body = ("Water stood in the streets of the lower town by morning.", "Then it fell.")
    found = _asked(
        "STY005", photo(), headline="The dike broke at night", standfirst=standfirst, body=body
    )

    assert bool(found) == asks


@pytest.mark.parametrize(
    ("alt", "caption", "said"),
    [
        (
            "Der Markt vom 3. bis 7. Mai 2023 in Wels",
            "Der Markt vom 3. bis 8. Mai 2024 in Wels",
            "8. Mai 2024",
        ),
        (
            "The dike that broke near Ybbs killed 12 people",
            "The dike that broke near Ybbs killed 14 people in May.",
            "14",
        ),
        (
            "The dike that broke near Ybbs cost 1,000 euros",
            "The dike that broke near Ybbs cost 1000 euros",
            None,
        ),
        (
            "Two of 12 people saved near the dike",
            "The dike that broke near Ybbs killed 14 people",
            None,
        ),
        (
            "The dike of Ybbs after the flood of 20",
            "The dike of Ybbs after the flood of 2002",
            None,
        ),
        ("A man, 40, at the dike", "A man, 41, at the dike", None),
    ],
)
def test_the_same_words_with_other_figures_are_asked_about(alt, caption, said):
    """Only whole sentences: a few shared words prove nothing."""
    found = _asked("STY006", photo(alt, caption))

    assert [finding.text for finding in found] == ([said] if said else [])


def test_headline_and_text_are_compared_as_well():
    """A toll that was brought up to date in one place."""
    words = "Flood kills {} people in three villages near Ybbs"
    found = _asked("STY006", photo(), headline=words.format(12), standfirst=words.format(14))

    assert [(f.place.field, f.text) for f in found] == [("standfirst", "14")]


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Ana Silva/AP", False),
        ("A. Silva", False),
        ("Bo Lind/Reuters", True),
        ("AP", False),
        ("", False),
    ],
)
def test_a_credit_that_belies_the_sentence_for_all_is_asked_about(line, asks):
    """Other people, or where none are named other bodies."""
    found = _asked("STY007", photo(credit=line), body=("All photographs: Ana Silva/AP",))

    assert bool(found) == asks


@pytest.mark.parametrize(
    ("headline", "language", "asks"),
    [
        ("How Maria Novak saved the dike", "en", True),
        ("How Maria Novak’s dike was saved", "en", True),
        ("How Maria Berger saved the dike", "en", False),
        ("How Anna Lane was flooded at night", "en", True),
        ("How Election Day was saved by a dike", "en", False),
        ("How Maria Novak Saved The Dike", "en", False),
        ("Wie Maria Novak den Deich gerettet hat", "de", False),
        ("Comment Maria Novak a sauvé la digue", "fr", True),
    ],
)
def test_people_of_the_headline_are_looked_for_in_the_story(headline, language, asks):
    """Known given names in headlines written as sentences; one half met below is enough."""
    captions = (
        "Berger looks at the water from the top of the barn.",
        "Cows are brought to the upper town by boat and on foot.",
        "Sandbags are filled all night by the pupils of the school.",
    )
    shots = [photo(f"A view of the dike, {n}", text) for n, text in enumerate(captions)]
    found = _asked("STY002", *shots, headline=headline, language=language)

    assert bool(found) == asks
