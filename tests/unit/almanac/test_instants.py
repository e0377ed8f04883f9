"""Days and times in words: what they say, with the zone as read."""

from datetime import UTC, date

import pytest

from cutline.almanac import instant

AROUND = date(2024, 9, 6)  # a Friday

CASES = {
    "until 0001 GMT Monday 9 September 2024": "2024-09-09T00:01:00+00:00",
    "9 MAY 2024 2130HRS BST": "2024-05-09T21:30:00+01:00",
    "2024-05-09": "2024-05-09",
    "2024-05-09T06:30:00+02:00": "2024-05-09T06:30:00+02:00",
    "2024-05-09T06:30Z": "2024-05-09T06:30:00+00:00",
    "13/09/2024": "2024-09-13",
    "9/13/2024": "2024-09-13",
    "03/04/2024 9 a.m. ET": "2024-03-04T09:00:00-05:00",
    "10 p.m. ET Sunday": "2024-09-08T22:00:00-04:00",
    "12.01 a.m. on Sept. 30": "2024-09-30T00:01:00",
    "noon EDT on October 1": "2024-10-01T12:00:00-04:00",
    "midnight Friday": "2024-09-07T00:00:00",
    "1500 GMT tomorrow": "2024-09-07T15:00:00+00:00",
    "8pm London time on 3 December 2024": "2024-12-03T20:00:00+00:00",
    "8pm London time on 3 June 2024": "2024-06-03T20:00:00+01:00",
    "6 p.m. UTC+2, 4th July 2025": "2025-07-04T18:00:00+02:00",
    "6 p.m. IST June 5, 2024": "2024-06-05T18:00:00",
    "at 2200 on 9/9/24": "2024-09-09T22:00:00",
    "13.09.2024, 18 Uhr": "2024-09-13T18:00:00",
    "Samstag, 14. September, 20.15 Uhr MESZ": "2024-09-14T20:15:00+02:00",
    "14. Dezember 2024, 6:00 Uhr (MEZ)": "2024-12-14T06:00:00+01:00",
    "9 septembre à 18h00": "2024-09-09T18:00:00",
    "1er juin 2024 à 7 h": "2024-06-01T07:00:00",
    "dimanche 20 heures (heure de Paris)": "2024-09-08T20:00:00+02:00",
    "el 9 de septiembre de 2024 a las 20:00 horas": "2024-09-09T20:00:00",
    "las 8.00 hora peninsular del 9 de diciembre de 2024": "2024-12-09T08:00:00+01:00",
    "9-SEP-2024": "2024-09-09",
    "20240913": "2024-09-13",
}


@pytest.mark.parametrize(("words", "said"), CASES.items())
def test_a_day_and_a_time_in_words(words, said):
    """Forms of the wires in four languages, each with the zone it names and no other."""
    found = instant(words, around=AROUND)

    assert found is not None
    assert found.value.isoformat() == said


@pytest.mark.parametrize(
    "words",
    [
        "",
        "as soon as possible",
        "31 June 2024",
        "May 2024, 2000 people",
        "4:3",
        "45/99/2024",
        "IST",
    ],
)
def test_what_names_no_day_is_none(words):
    """No day is made up."""
    assert instant(words, around=AROUND) is None


def test_without_a_day_near_it_nothing_is_guessed():
    """A weekday alone, or a day without a year, needs to be told when it was written."""
    assert instant("10 p.m. Sunday") is None
    assert instant("9 September") is None


def test_figures_that_can_be_read_both_ways_keep_the_other_reading():
    """Day first is the reading; month first is kept beside it."""
    found = instant("10/04/2025")

    assert (found.day, found.other) == (date(2025, 4, 10), date(2025, 10, 4))
    assert instant("10.04.2025").other is None
    assert instant("04/04/2025").other is None


def test_the_span_covers_day_and_time():
    """What was read can be shown."""
    text = "NOT BEFORE 18h30 le 9 mai 2024, merci"
    found = instant(text)

    assert found.span.cut(text) == "18h30 le 9 mai 2024"


@pytest.mark.parametrize(
    ("words", "utc"),
    [
        ("00:01 London time, 29 March 2026", "2026-03-29T00:01"),
        ("00:59 London time, 29 March 2026", "2026-03-29T00:59"),
        ("03:00 London time, 29 March 2026", "2026-03-29T02:00"),
        ("00:01 London time, 25 October 2026", "2026-10-24T23:01"),
        ("01:30 London time, 25 October 2026", "2026-10-25T01:30"),
        ("29.3.2026, 1.30 Uhr Berliner Zeit", "2026-03-29T00:30"),
        ("29.3.2026, 2.30 Uhr Berliner Zeit", "2026-03-29T01:30"),
        ("12:01 a.m. ET March 8, 2026", "2026-03-08T05:01"),
        ("3 a.m. ET March 8, 2026", "2026-03-08T07:00"),
        ("12:30 a.m. ET Nov. 1, 2026", "2026-11-01T04:30"),
        ("1:30 a.m. ET Nov. 1, 2026", "2026-11-01T06:30"),
    ],
)
def test_the_clocks_change_at_night(words, utc):
    """On the days of change the hour counts, and no embargo ends before its time."""
    assert instant(words).value.astimezone(UTC).isoformat()[:16] == utc
