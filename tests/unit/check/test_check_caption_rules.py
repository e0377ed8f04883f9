"""CAP rules: captions that are there, fit the calendar, and stand under one picture."""

import pytest

from cutline.check import run
from unit.check.notation import photo, proof


def weekday(caption, language="en", published="2024-07-10", **more):
    """The weekday findings on one caption."""
    story = proof(photo(caption=caption, **more), language=language, published=published)
    return [finding for finding in run(story) if finding.code == "CAP003"]


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("At a rally in Savannah, Saturday, Aug. 29, 2024.", "en"),
        ("On Tuesday, December 25, 2022.", "en"),
        ("On Friday 3rd July 2024.", "en"),
        ("On Friday night, July 3, 2024.", "en"),
        ("In Paris on Sunday, July 3.", "en"),
        ("Aufnahme vom Freitag, 3. Juli 2024.", "de"),
        ("Am Freitagabend, den 3. Juli 2024.", "de"),
        ("Aufnahme vom Freitag (3.7.2024).", "de"),
        ("Fr., 3.7.2024, Berlin.", "de"),
        ("Le lundi 22/03/2016 à Bruxelles.", "fr"),
        ("Seen Sat., Aug. 29, 2024, in town.", "en"),
        ("Fredagen den 4 juli 2024 i Lund.", "sv"),
        ("Op vrijdagavond 4 juli 2024.", "nl"),
        ("En deuil, le lundi 22 mars 2016 à Bruxelles.", "fr"),
        ("El lunes 22 de marzo de 2016 en Madrid.", "es"),
        ("Na segunda-feira, 22 de março de 2016.", "pt"),
        ("Lunedì 22 marzo 2016 a Roma.", "it"),
        ("В понедельник, 22 марта 2016 года.", "ru"),
        ("Mandag 22. mars 2016 i Oslo.", "no"),
        ("On Friday, July 3, 2024, seen by a wire in English.", "de"),
    ],
)
def test_a_weekday_on_another_day_is_asked_about(caption, language):
    """Either of the two is wrong, in any language of the news."""
    (finding,) = weekday(caption, language)

    assert finding.fix is None or not finding.fix.safe


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("At a rally in Savannah, Thursday, Aug. 29, 2024.", "en"),
        ("In Paris on Wednesday, July 3.", "en"),
        ("The show opens on Saturday, Aug. 3.", "en"),
        ("From Friday, May 24-26, the town feasts.", "en"),
        ("On Saturday and Sunday, May 25 and 26.", "en"),
        ("Friday–Sunday, May 24-26.", "en"),
        ("Good Friday, April 2, fell early in their youth.", "en"),
        ("Sheffield Wednesday, May 4, 2024.", "en"),
        ("On Friday, 12 people came.", "en"),
        ("On Monday, 10.30, doors open.", "en"),
        ("On Tuesday, 30 March 1897 in Athens.", "el"),
        ("On Sunday, January 9, 1905, in St Petersburg.", "en"),
        ("Aufnahme vom Mittwoch, 3. Juli 2024.", "de"),
        ("Le mardi 22 mars 2016 à Bruxelles.", "fr"),
        ("El martes 22 de marzo de 2016.", "es"),
        ("Во вторник, 22 марта 2016 года.", "ru"),
        ("Monday, February 31, 2024.", "en"),
        ("As told in The Sun, May 4, 2024.", "en"),
        ("Es war so, 3. Juli 2024.", "de"),
        ("On Friday, 08/02/2024.", "en"),
        ("In 1969, on Sunday, July 20, men walked on the moon.", "en"),
    ],
)
def test_days_that_fit_or_cannot_be_judged_pass(caption, language):
    """Ranges, named days, old style, years named elsewhere, coming events."""
    assert weekday(caption, language) == []


def test_without_a_year_and_a_date_of_publication_nothing_is_asked():
    """What cannot be known is not guessed."""
    assert weekday("In Paris on Sunday, July 3.", published="") == []


def test_the_files_date_decides_the_year():
    """July 3 was a Sunday in 2022, when the file was made."""
    assert weekday("In Paris on Sunday, July 3.", says={"dateCreated": "2022-07-03"}) == []
    assert len(weekday("In Paris on Friday, July 3.", says={"dateCreated": "2022-07-03"})) == 1


def test_the_file_tells_which_reading_is_offered():
    """If the file was made on the day the weekday means, the number is the slip."""
    (day,) = weekday("On Friday, July 3, 2024.", says={"dateCreated": "2024-07-05"})
    (name,) = weekday("On Friday, July 3, 2024.", says={"dateCreated": "2024-07-03"})

    assert day.fix is not None
    assert name.fix is not None
    assert day.fix.edits[0].text == "5"
    assert name.fix.edits[0].text == "Wednesday"


def captions(*texts, **more):
    """The duplicate-caption findings, as photograph numbers."""
    photos = [photo(f"Look {n}", text, **more) for n, text in enumerate(texts)]
    return [f.place.photo for f in run(proof(*photos)) if f.code == "CAP007"]


LONG = "A crew rests by the harbour wall after the fire in the old port."


@pytest.mark.parametrize(
    "other",
    [
        LONG,
        LONG.upper().rstrip("."),
        LONG.replace("A crew", "“A crew”"),
        LONG.replace("harbour", "harbor"),
        LONG.replace("by the", "by"),
    ],
)
def test_the_same_caption_twice_is_asked_about_where_it_repeats(other):
    """Case, quotes, stops, one small word or one letter make no other caption."""
    assert captions(LONG, "Something else happens in the town.", other) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG, LONG.replace("fire", "flood")),
        ("Runner 12 crosses the line in Oslo.", "Runner 13 crosses the line in Oslo."),
        ("Ana Silva votes in a school in Lisbon.", "Ana Silva votes in a school in Porto."),
        (
            "The tower before the fire, seen from north.",
            "The tower after the fire, seen from north.",
        ),
        ("Ivan Smirnov leaves the court in town.", "Ivan Smirnova leaves the court in town."),
        ("Kathmandu, Nepal.", "Kathmandu, Nepal."),
        ("東京の男性が投票する。", "東京の女性が投票する。"),
    ],
)
def test_captions_that_differ_in_what_matters_pass(one, other):
    """Names, numbers and opposites tell pictures apart; headings may repeat."""
    assert captions(one, other) == []


def test_a_pair_may_share_its_caption():
    """Two pictures set side by side are captioned as one."""
    assert captions(LONG, LONG, layout="pair") == []
    assert captions(LONG, LONG) == [1]


def test_a_missing_caption_is_said_once_for_all():
    """One cause, one finding, all its places."""
    (finding,) = run(proof(photo("One long look", ""), photo("Two long looks", " ")))

    assert finding.code == "CAP001"
    assert [place.photo for place in finding.places] == [1]
