"""A creator is a person only where that is beyond doubt."""

import pytest

from cutline.model import EMPTY, Field, House, Metadata, Photograph, Picture, Placement, Size
from cutline.publish.makers import Maker, makers


def made(creators=(), credit="", **house):
    """The makers of a photograph whose file and line say this."""
    fields = {"creatorNames": Field(tuple(creators), "iim")} if creators else {}
    held = Photograph("0" * 64, "a.jpg", "jpeg", Size(3, 2), metadata=Metadata(fields))
    return makers(Picture(held, Placement("a.jpg", None), "", EMPTY, credit), House(**house))


@pytest.mark.parametrize(
    ("creators", "expected"),
    [
        (["Ana Silva"], [Maker("Ana Silva", person=True)]),
        (["Silva, Ana"], [Maker("Ana Silva", person=True)]),
        (["Ana Silva/AP"], [Maker("Ana Silva", person=True)]),
        (["NASA"], [Maker("NASA", person=False)]),
        (["Alberta Wildfire"], [Maker("Alberta Wildfire", person=False)]),
        (["The Evening Bell GmbH"], [Maker("The Evening Bell GmbH", person=False)]),
        (["STR"], []),
        ([" "], []),
    ],
)
def test_the_files_creators_are_read_by_the_engine(creators, expected):
    """An organisation is never turned into a person, a mark is nobody."""
    assert list(made(creators)) == expected


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Ana Silva/AFP", ["Ana Silva"]),
        ("Photograph: Ana Silva and Bo Li/AP", ["Ana Silva", "Bo Li"]),
        ("Ministro de Hacienda, Rui Costa / AFP", []),
        ("AFP/Getty Images", []),
        ("Coast Guard/Handout via Reuters", []),
        ("", []),
    ],
)
def test_without_them_the_printed_line_is_asked_where_it_is_sure(credit, names):
    """Who is shown in the picture did not make it."""
    assert [maker.name for maker in made(credit=credit)] == names


def test_a_desks_own_parties_are_organisations():
    """``[parties]`` of cutline.toml counts here too."""
    (maker,) = made(["Martin Vogt Bild"], parties=(("Martin Vogt Bild", ()),))

    assert not maker.person
