"""Release and expiration dates of IIM: what no other container has."""

import pytest

from cutline.metadata import iim
from unit.metadata.build import dataset


@pytest.mark.parametrize(
    ("date", "time", "said"),
    [
        ("20240509", "180000+0200", "2024-05-09T18:00:00+02:00"),
        ("20240509", "180000", "2024-05-09T18:00:00"),
        ("20240509", "", "2024-05-09"),
    ],
)
def test_release_and_expiration_keep_what_they_say(date, time, said):
    """2:30 with 2:35, and 2:37 with 2:38, at their own precision; no offset is made up."""
    block = b"".join(
        dataset(number, value.encode())
        for number, value in ((30, date), (35, time), (37, date), (38, time))
        if value
    )
    read = iim.read(block)

    assert [words.text for words in read.values["embargoedUntil"]] == [said]
    assert [words.text for words in read.values["expires"]] == [said]
    assert read.problems == []


def test_a_release_date_that_is_none_is_said_and_one_of_zeros_is_not():
    """Programs write zeros for “not set”; anything else that is no date needs a person."""
    assert iim.read(dataset(30, b"00000000")).problems == []
    assert iim.read(dataset(30, b"20249999")).problems == ["iim-date-broken"]
