"""Credits printed in a house's form, and credits side by side."""

import pytest

from cutline.credit import Difference, HouseForm, compare, credit_of_fields, parse, same_name, show


@pytest.mark.parametrize(
    ("line", "template", "names", "printed"),
    [
        ("(AP Photo/Ana Silva)", "{creators}/{source}/{agency}", {}, "Ana Silva/AP"),
        ("Ana Silva/AFP/Getty", "Photograph: {creators}/{source}/{agency}", {},
         "Photograph: Ana Silva/AFP/Getty Images"),
        ("Ana Silva/AP", "{agency}/{creators}", {"AP": "AP Photo"}, "AP Photo/Ana Silva"),
        ("Ana Silva/AP", "({creators} / {agency})", {}, "(Ana Silva / AP)"),
        ("dpa", "Foto: {creators}/{agency}", {}, "Foto: dpa"),
        ("Ana Silva/NASA/AFP/Getty", "{creators}/{chain}", {}, "Ana Silva/NASA/AFP/Getty Images"),
        ("Ana Silva/Pool/AFP", "{creators}/{flags}/{agency}", {}, "Ana Silva/Pool/AFP"),
        ("Ana Silva and Bo Li/AP", "{creators}/{agency}", {}, "Ana Silva and Bo Li/AP"),
    ],
)  # fmt: skip
def test_a_credit_is_printed_in_a_houses_form(line, template, names, printed):
    """What is empty falls away with its separator."""
    assert show(parse(line), HouseForm(template, names)) == printed


def test_a_form_that_would_say_something_else_is_not_used():
    """A form without the source would lose it."""
    assert show(parse("Ana Silva/AFP/Getty Images"), HouseForm("{creators}/{agency}")) == (
        "Ana Silva/AFP/Getty Images"
    )


@pytest.mark.parametrize("template", ["{photographer}/{agency}", "Photo", "{}"])
def test_a_form_with_unknown_fields_is_refused(template):
    """And told which there are."""
    with pytest.raises(ValueError, match="creators"):
        HouseForm(template)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Silva", "ANA SILVA"),
        ("José Silva", "Jose SILVA"),
        ("Ana Silva", "Silva, Ana"),
        ("A. Silva", "Ana Silva"),
        ("Ana M. Silva", "Ana Maria Silva"),
        ("SILVA Ana", "Ana Silva"),
    ],
)
def test_one_name_has_many_forms(one, other):
    """Case, accents, order and initials make no other person."""
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ana Silva", "Bo Silva"), ("Ana Silva", "Ana Silvestri"), ("Ana", "Anna")]
)
def test_other_people_have_other_names(one, other):
    """A family name alone is not enough."""
    assert not same_name(one, other)


def test_two_credits_are_compared_party_by_party():
    """Missing, added, changed."""
    printed, supplied = parse("Ana Silvs/AP"), parse("Ana Silva/Sputnik/Reuters")

    assert compare(printed, supplied) == (
        Difference("changed", "creator", "Ana Silvs", "Ana Silva"),
        Difference("missing", "organisation", "AP", ""),
        Difference("added", "organisation", "", "Sputnik"),
        Difference("added", "organisation", "", "Reuters"),
    )
    assert compare(printed, printed) == ()
    assert compare(parse("ANA SILVA / AFP"), parse("Ana Silva (AFP)")) == ()


@pytest.mark.parametrize(
    ("creators", "line", "source", "notice", "wanted"),
    [
        (["Silva, Ana"], "AP", "AP", "", (("Ana Silva",), None, "AP")),
        (["ANA SILVA"], "AFP", "AFP", "AFP or licensors", (("ANA SILVA",), None, "AFP")),
        (["Ana Silva"], "Ana Silva/AP", "FR170690 AP", "", (("Ana Silva",), None, "AP")),
        (["STR"], "AFP via Getty Images", "AFP", "", ((), "AFP", "Getty Images")),
        (["Ana Silva"], "AP", "Sputnik", "", (("Ana Silva",), "Sputnik", "AP")),
        (["Ana Silva", "Bo Li"], "", "X00446", "", (("Ana Silva", "Bo Li"), None, None)),
        (["NASA"], "NASA", "NASA", "", ((), "NASA", None)),
        ([], "", "", "© Ana Silva", (("Ana Silva",), None, None)),
        ([], "", "", "", ((), None, None)),
    ],
)
def test_a_files_fields_make_a_credit(creators, line, source, notice, wanted):
    """By-line, Credit, Source and Copyright, each read for itself."""
    credit = credit_of_fields(creators, line, source, notice)

    assert (credit.creators, credit.source, credit.agency) == wanted


def test_marks_in_a_byline_are_flags():
    """AFP writes STR and Handout where a name should be."""
    assert credit_of_fields(["STR"], "AFP").flags == ("stringer",)
    assert credit_of_fields(["Handout"], "AFP").flags == ("handout",)
