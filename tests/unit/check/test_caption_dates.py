"""CAP004, CAP005: dates that cannot be, and dates that have not come yet."""

import pytest

from cutline.check import run
from unit.check.notation import photo, proof

PUBLISHED = "2024-05-27"


def asked(caption, code, *, language="en", published=PUBLISHED, created=""):
    """The findings of one rule on one caption."""
    says = {"dateCreated": created} if created else {}
    story = proof(photo(caption=caption, says=says), language=language, published=published)
    return [finding for finding in run(story) if finding.code == code]


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Voters wait in Pretoria, Wednesday, May 29, 2024, in the rain.", "en"),
        ("Voters wait in Pretoria on May 29, 2024.", "en"),
        ("Voters wait in Pretoria on 29 May 2024 as polls open.", "en"),
        ("Voters wait in Pretoria on Wednesday, May 29.", "en"),
        ("Voters wait in Pretoria on 2 June.", "en"),
        ("Crews prepare for the storm in Tampa, Tuesday, May 28, 2024, in Florida.", "en"),
        ("A boat leaves Calais on Oct. 3, 2042.", "en"),
        ("He announces his leave at a town hall Wednesday, May 29, 2024, in Reno.", "en"),
        ("A bookshop closed due to the storm, May 29, 2024, in Porto.", "en"),
        ("In this May 29, 2024, photo, crews rest in Porto.", "en"),
        ("Ein Mann wird abgeführt (Köln, 3.6.2024)", "de"),
        ("Boats lie at anchor in Calais in October 2204.", "en"),
        ("Die Kanzlerin winkt in Kiel, Aufnahme vom 3. Juni 2024.", "de"),
        ("Händler am Donnerstag, 30. Mai 2024, in Köln.", "de"),
        ("Des enfants jouent à Lille, le 30 mai 2024.", "fr"),
        ("Un pescador en Vigo, el 30 de mayo de 2024.", "es"),
        ("Pescadores em Olhão, a 30 de maio de 2024.", "pt"),
        ("Рыбаки в Одессе, 30 мая 2024 года.", "ru"),
    ],
)
def test_a_day_after_publication_is_asked_about(caption, language):
    """Nobody has photographed next week."""
    (finding,) = asked(caption, "CAP005", language=language)

    assert finding.fix is None


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Voters wait in Pretoria, Sunday, May 26, 2024.", "en"),
        ("A poster for the elections on May 29, 2024.", "en"),
        ("The poll is due on May 29, 2024.", "en"),
        ("The court will hear him on June 3, 2024.", "en"),
        ("A woman practises. The show runs until Aug. 4, 2024.", "en"),
        ("Campaigning ahead of the May 29, 2024, vote.", "en"),
        ("Workers put up a stage for the July 4, 2024 concert.", "en"),
        ("Tickets for the game on June 9, 2024.", "en"),
        ("The museum reopens on 3 June 2024.", "en"),
        ("The museum reopens Monday, June 3, 2024.", "en"),
        ("The train is due to arrive in Porto on June 3, 2024.", "en"),
        ("A sticker says “June 3, 2024: no school”.", "en"),
        ("A tin with a best-before date of 3 May 2026.", "en"),
        ("The tour comes to Porto on June 21, 2024.", "en"),
        ("La flamme passera à Lille le 2 juillet 2024.", "fr"),
        ("Der Bahnhof wird am 3. Juni 2024 eröffnet.", "de"),
        ("A work from the show, May 3 – September 7, 2024.", "en"),
        ("The rocket is set to lift off on June 1, 2024, from Florida.", "en"),
        ("On Aug. 12, 2500 runners crossed the bridge.", "en"),
        ("Divers in the Red Sea on 30 November.", "en"),
        ("Die Ausstellung läuft bis 3. Juni 2024.", "de"),
        ("Gewählt wird am 9. Juni 2024.", "de"),
        ("Le musée sera fermé le 3 juin 2024.", "fr"),
        ("L’exposition dure jusqu’au 3 juin 2024.", "fr"),
        ("La feria se celebrará el 3 de junio de 2024.", "es"),
        ("Выборы состоятся 9 июня 2024 года.", "ru"),
    ],
)
def test_what_is_past_or_announced_passes(caption, language):
    """Elections, exhibitions, deadlines and ranges have their day to come."""
    assert asked(caption, "CAP005", language=language) == []


def test_without_a_day_of_publication_nothing_comes_after_it():
    """What cannot be known is not guessed."""
    assert asked("Voters wait on May 29, 2024.", "CAP005", published="") == []


@pytest.mark.parametrize(
    ("caption", "created", "mended"),
    [
        ("Voters wait on 31 June 2019.", "", None),
        ("Voters wait on June 31.", "2024-06-13", "13"),
        ("Voters wait on Feb. 29, 2023.", "", None),
        ("Voters wait in Pretoria, 12, 2019.", "2019-02-12", "February "),
        ("Voters wait on 13.17.2019 here.", "", None),
        ("Voters wait on Aug. 29, 20224.", "", None),
        ("Voters wait on Aug. 29, 1204, in Reno.", "2024-08-29", "2024"),
    ],
)
def test_a_date_no_calendar_has_is_asked_about(caption, created, mended):
    """A fix is offered where the file's date tells what was meant."""
    (finding,) = asked(caption, "CAP004", created=created)

    assert (finding.fix and finding.fix.edits[0].text) == mended
    assert finding.fix is None or not finding.fix.safe


def test_figures_in_another_order_are_offered_turned():
    """``04.13.2024`` in a language that writes the day first."""
    (finding,) = asked("Händler in Kiel am 04.13.2024.", "CAP004", language="de")

    assert finding.fix.edits[0].text == "13.04.2024"


def test_a_year_centuries_off_is_offered_with_its_figures_turned():
    """Without a day of publication only the year itself can be asked about."""
    (finding,) = asked("A fire on Nov. 2, 2102, in Reno.", "CAP004", published="")

    assert finding.fix.edits[0].text == "2012"


def test_one_slip_is_asked_about_once():
    """A year centuries ahead also comes after publication: the two are one finding."""
    (finding,) = asked("A fire on Nov. 2, 2102, in Reno.", "CAP005")

    assert "CAP004" in finding.message
    assert asked("A fire on Nov. 2, 2102, in Reno.", "CAP004") == []


@pytest.mark.parametrize(
    "caption",
    [
        "Voters wait on 30 June 2019.",
        "Voters wait on Feb. 29, 2024.",
        "A picture of the battle of 18 June 1815.",
        "Ana, 12, and Rui, 14, in Lisbon.",
        "In 12, 2019 was still far off.",
        "On 08/31/2019.",
        "A budget of May 5, 20240 euros.",
    ],
)
def test_dates_that_exist_pass(caption):
    """Leap years, old battles, ages."""
    assert asked(caption, "CAP004") == []
