"""Which countries a story or a desk names, in the ways in which people write them."""

import pytest

from cutline.rights import countries


@pytest.mark.parametrize(
    ("said", "some"),
    [
        ("GB", {"GB"}),
        ("gb", {"GB"}),
        ("UK", {"GB"}),
        ("GB, IE", {"GB", "IE"}),
        ("GB IE", {"GB", "IE"}),
        ("gb; ie/fr", {"GB", "IE", "FR"}),
        ("Germany, Austria", {"DE", "AT"}),
        ("United Kingdom", {"GB"}),
        ("DE, Benelux", {"DE", "BE", "NL", "LU"}),
    ],
)
def test_codes_names_and_regions_are_understood(said, some):
    assert countries(said) == some


def test_many_countries_have_one_word():
    union, world = countries("EU"), countries("Worldwide")
    assert union is not None
    assert world is not None
    assert {"FR", "DE", "IE"} < union < world
    assert "GB" not in union


@pytest.mark.parametrize("said", ["Narnia", "XX", "GB, Narnia", "GB XX", "the north"])
def test_what_is_no_country_is_not_taken_for_one(said):
    assert countries(said) is None


def test_nothing_said_is_no_country():
    assert countries("") == countries(" , ") == frozenset()
