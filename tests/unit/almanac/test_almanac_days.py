"""Every date in a text: where it stands, and what it says."""

from datetime import date

import pytest

from cutline.almanac.days import days


def read(text, language="en"):
    """What each date in ``text`` says, as ``(words, year, month, day)``."""
    return [(d.span.cut(text), d.year, d.month, d.day) for d in days(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In Oslo, Sept. 2, 2024, in rain", "en", ("Sept. 2, 2024", 2024, 9, 2)),
        ("on November 23, 2015.", "en", ("November 23, 2015", 2015, 11, 23)),
        ("on 4 Sept 2023", "en", ("4 Sept 2023", 2023, 9, 4)),
        ("the 5th of May 2024", "en", ("5th of May 2024", 2024, 5, 5)),
        ("on January 9, in Rome", "en", ("January 9", None, 1, 9)),
        ("in April 2022.", "en", ("April 2022", 2022, 4, None)),
        ("May 24-26, 2024", "en", ("May 24-26, 2024", 2024, 5, 24)),
        ("24–26 May 2024", "en", ("24–26 May 2024", 2024, 5, 24)),
        ("Gate 12 May 5, 2024", "en", ("May 5, 2024", 2024, 5, 5)),
        ("RENO, NV - FEBRUARY 11:", "en", ("FEBRUARY 11", None, 2, 11)),
        ("31 June 2024", "en", ("31 June 2024", 2024, 6, 31)),
        ("12/31/2024", "en", ("12/31/2024", 2024, 12, 31)),
        ("Aufnahme vom 3. Juli 2024.", "de", ("3. Juli 2024", 2024, 7, 3)),
        ("am 13.04.2025 in Kiel", "de", ("13.04.2025", 2025, 4, 13)),
        ("le 1er mai 2024", "fr", ("1er mai 2024", 2024, 5, 1)),
        ("el 1 de agosto de 2024", "es", ("1 de agosto de 2024", 2024, 8, 1)),
        ("5 de março de 2024", "pt", ("5 de março de 2024", 2024, 3, 5)),
        ("il 3 gennaio 2023", "it", ("3 gennaio 2023", 2023, 1, 3)),
        ("den 4 juli 2024", "sv", ("4 juli 2024", 2024, 7, 4)),
        ("22 марта 2016 года", "ru", ("22 марта 2016", 2016, 3, 22)),
        ("2024年7月3日", "ja", ("2024年7月3日", 2024, 7, 3)),
        ("2024-07-03", "en", ("2024-07-03", 2024, 7, 3)),
    ],
)
def test_a_date_is_read_as_it_is_written(text, language, expected):
    """Span, year, month and day, in the languages of the wires."""
    assert read(text, language) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "6 out of 10 voted",
        "They march 20 miles, and may 5 of them arrive",
        "The Mars 2020 rover",
        "On 08/02/2024",
        "May 60 people be right",
        "version 3.7.2024.1",
        "12 set, 3 ago",
        "İstanbul",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_left(text):
    """Common words that are months elsewhere, two readings, numbers of other things."""
    assert read(text) == []


def test_a_date_without_a_year_is_the_one_nearest():
    """Near New Year the nearest may lie in the year before or after."""
    (day,) = days("on December 30")

    assert day.near(date(2024, 1, 4)) == date(2023, 12, 30)
    assert day.near(date(2024, 12, 1)) == date(2024, 12, 30)


def test_figures_are_where_they_say():
    """A rule can mend the day or the year alone."""
    text = "le 13 juillet 2017."
    (day,) = days(text, "fr")

    assert (day.day_at.cut(text), day.year_at.cut(text)) == ("13", "2017")
