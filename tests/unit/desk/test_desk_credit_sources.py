"""Where a picture is from, as ``cutline credit`` says it to a program."""

import pytest

from cutline.desk.crediting import read_lines
from cutline.model import House


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Photo by Ana Silva, Denver Post", "Denver Post"),
        ("Ana Silva for The Denver Post", "The Denver Post"),
        ("Photo: Ana Silva/Star", "Star"),
        ("Ana Silva/Dpt/Getty Images", "Dpt"),
        ("Ana Silva/Agence France-Presse/Getty Images", "AFP"),
        ("Ana Silva/AP", None),
    ],
)
def test_a_paper_keeps_the_name_it_is_printed_with_and_an_agency_has_one(line, source):
    (read,) = read_lines([line], House())
    assert read.as_json()["source"] == source


def test_the_name_that_a_desk_gives_a_paper_wins():
    house = House(parties=(("The Post of Denver", ("Denver Post",)),))
    (read,) = read_lines(["Ana Silva, Denver Post"], house)
    assert read.as_json()["source"] == "The Post of Denver"
