"""Any text is some restriction or none: no crash, places inside, and time linear in length."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutline.almanac import instant
from cutline.rights import read_capitals, read_restrictions
from growth import assert_linear

PIECES = st.sampled_from(
    ["NO", "USE", "SALES", "OUT", "RUSSIA", "FRANCE,", "and", "MANDATORY CREDIT", ":", "-", " / ",
     "EMBARGOED UNTIL", "Sperrfrist", "jusqu’au", "9 MAY 2024", "10/04/2025", "18h00", "GMT", "TV",
     "14", "DAY", "ONLY", "(", ")", "“", ";", "\n", "U.S.", "ÖSTERREICH", "İ", "ﬁ", "\u200b",
     "midnight", "Sunday", "+02:00", "99", "İSTANBUL OUT"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=20).map(" ".join) | st.text(max_size=120)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(TEXTS, DAYS)
def test_any_text_is_read(text, around):
    """It never raises, and what is found stands where it says."""
    for each in (*read_restrictions(text, "instructions", around), *read_capitals(text)):
        assert each.text
        assert text[each.start : each.start + len(each.text)] == each.text


@given(TEXTS, DAYS, st.integers(0, 40))
def test_any_text_names_a_day_or_none(text, around, start):
    """It never raises, and its words are where it says."""
    found = instant(text, start, around)

    assert found is None or start <= found.span.start <= found.span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["RUSSIA, ", "NO USE IN FRANCE, ", "MANDATORY CREDIT ", "EMBARGOED UNTIL ", "A-", "A OUT ",
     "1:", "in in in ", "NOT ", "( "],
)  # fmt: skip
def test_time_is_linear(piece):
    """Long nonsense takes no longer for each character than short nonsense."""

    def work(length: int) -> None:
        read_restrictions(piece * (length // len(piece)))
        read_capitals(piece * (length // len(piece)))

    assert_linear(work, 400_000)
