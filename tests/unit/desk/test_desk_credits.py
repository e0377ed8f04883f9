"""The credit that is printed where a story names none: the file's own, in the desk's form."""

from types import MappingProxyType

import pytest

from cutline.credit import parse
from cutline.desk.proofing import credit_of
from cutline.model import Field, House, Metadata, Photograph, Size, Style

FORM = Style(
    credit_form="Photograph: {creators}/{source}/{agency}", credit_names=(("AP", "AP Photo"),)
)


def photograph(creators=(), line="", source="", problems=()):
    """A photograph whose file says this."""
    told = {"creatorNames": tuple(creators), "creditLine": line, "source": source}
    fields = {key: Field(value, "iim") for key, value in told.items() if value}
    return Photograph(
        "0" * 64,
        "a.jpg",
        "jpeg",
        Size(3, 2),
        metadata=Metadata(MappingProxyType(fields)),
        problems=tuple(problems),
    )


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ((["Ana Silva"], "AP"), "Photograph: Ana Silva/AP Photo"),
        ((["SILVA, ANA"], "AFP via Getty Images"), "Photograph: ANA SILVA/AFP/Getty Images"),
        ((["Ana Silva"], "Pool via AP", "Sputnik"), "Photograph: Ana Silva/Sputnik/AP Photo/Pool"),
        ((["Ana Silva", "Bo Li"], "Reuters"), "Photograph: Ana Silva and Bo Li/Reuters"),
        (([], "AP"), "Photograph: AP Photo"),
        (([], ""), ""),
    ],
)
def test_the_files_fields_are_printed_in_the_desks_form(fields, printed):
    """Each party in its place, under the name that the desk uses; marks stay."""
    assert credit_of(photograph(*fields), House(style=FORM)) == printed


@pytest.mark.parametrize(
    "fields",
    [
        (["Reef Kitchen"], "AP"),
        (["Ana Silva"], "President Rui Costa, Lisbon"),
        (["Ana Silva"], "Ana Silva/NASA/AFP/Getty Images"),
    ],
)
def test_what_a_form_would_lose_is_printed_as_it_stands(fields):
    """A party that fits no field, or cannot be told, is worth more than the form."""
    printed = credit_of(photograph(*fields), House(style=FORM))
    words = " ".join((*fields[0], fields[1])).replace(",", " ").replace("/", " ").split()

    assert all(word in printed for word in words)


def test_names_alone_change_no_order():
    """A desk may say how it writes an agency and leave the rest."""
    style = Style(credit_names=(("AP", "AP Photo"),))

    assert credit_of(photograph(["Ana Silva"], "AP"), House(style=style)) == "Ana Silva/AP Photo"


def test_without_a_form_the_fields_stand_side_by_side():
    """``Last, First`` is turned; the credit line stays word for word."""
    held = photograph(["Silva, Ana"], "AFP via Getty Images")

    assert credit_of(held, House()) == "Ana Silva/AFP via Getty Images"


def test_a_printed_form_is_read_as_the_same_parties():
    """Whoever reads the page finds the file's own parties again."""
    printed = credit_of(photograph(["Ana Silva"], "AFP/Getty Images"), House(style=FORM))
    read = parse(printed)

    assert (read.creators, read.chain) == (("Ana Silva",), ("AFP", "Getty Images"))


def test_a_name_that_was_cut_is_nobodys():
    """Nothing is printed under half a name."""
    held = photograph(["Ana Silv"], "AP", problems=["value-truncated:creatorNames"])

    assert credit_of(held, House(style=FORM)) == ""
