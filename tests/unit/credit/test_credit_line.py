"""A credit line taken apart, recognised, and made from a file's fields."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutline.credit import house_credit, is_credit, is_definition, split


@pytest.mark.parametrize(
    ("text", "label", "parts"),
    [
        ("Photograph: Omar Q/AFP/Getty Images", "Photograph:", ["Omar Q", "AFP", "Getty Images"]),
        ("(Photo by Jim Z/ EPA)", "Photo by", ["Jim Z", "EPA"]),
        ("[KCNA via Reuters]", None, ["KCNA", "Reuters"]),
        ("© picture alliance/dpa | Annette R", "©", ["picture alliance", "dpa", "Annette R"]),
        ("Crédits photo : Jeanne B/Le Figaro", "Crédits photo :", ["Jeanne B", "Le Figaro"]),
        (
            "Tom B for The Washington Post via Getty Images",
            None,
            ["Tom B", "Washington Post", "Getty Images"],
        ),
        ("X—AFP/Getty Images", None, ["X", "AFP", "Getty Images"]),
        ("AP Photo//Jane M", None, ["AP Photo", "Jane M"]),
        ("Foto: –/Bundesamt/dpa", "Foto:", ["–", "Bundesamt", "dpa"]),
        ("X/Handout via REUTERS.", None, ["X", "Handout", "REUTERS."]),
        ("Foto: https://a.example/b/c", "Foto:", ["https://a.example/b/c"]),
        ("", None, [""]),
        ("()", None, [""]),
    ],
)
def test_a_line_is_taken_apart(text, label, parts):
    """Brackets, label, parts, in printed order."""
    line = split(text)

    assert (line.label.cut(text) if line.label else None) == label
    assert [part.text for part in line.parts] == parts
    assert len(line.separators) == len(line.parts) - 1


def test_a_line_that_is_only_a_label_names_nobody():
    """Nor does an empty one."""
    assert not split("Photo:").named
    assert not split("( )").named
    assert split("Photo: X").named


@given(st.text(alphabet="AP aé/|-–()[]©:,. \u00a0東Photoviab", max_size=60) | st.text(max_size=60))
def test_every_span_is_in_the_line(text):
    """Any text is some line; its parts and separators tile it in order."""
    line = split(text)
    edges = [line.parts[0].span]
    for separator, part in zip(line.separators, line.parts[1:], strict=True):
        edges += [separator, part.span]

    assert all(a.end == b.start for a, b in pairwise(edges))
    assert edges[-1].end <= len(text)
    assert all(part.span.cut(text).strip() == part.text for part in line.parts)


@pytest.mark.parametrize(
    "text",
    [
        "KCNA via Reuters",
        "AP Photo/Ana S",
        "Photo: Ana Silva",
        "© Markus Leit",
        "Getty Images",
        "Ana S/The Guardian",
    ],
)
def test_credit_lines_are_recognised(text):
    """A label, an agency, or an agency in company."""
    assert is_credit(text)


@pytest.mark.parametrize(
    "text", ["left", "and/or", "Symbolbild", "Ana Silva", "file", "", "Pool", "x" * 500]
)
def test_other_words_are_not(text):
    """A bracket holds many things."""
    assert not is_credit(text)


def test_initials_of_the_words_before_are_a_definition():
    """Not every (EPA) is a credit."""
    assert is_definition("The Environmental Protection Agency", "EPA")
    assert is_definition("A street in Johnstown", "PA")
    assert not is_definition("A crowd at dusk", "AFP")
    assert not is_definition("A crowd at dusk", "Getty Images")


@pytest.mark.parametrize(
    ("creators", "credit_line", "source", "printed"),
    [
        (["Ana Silva"], "AP", "", "Ana Silva/AP"),
        (["Ana Silva"], "AP", "AP", "Ana Silva/AP"),
        (["Ana Silva"], "AP Photo", "FR170690 AP", "Ana Silva/AP Photo"),
        (["Ana Silva"], "Ana Silva/AP", "", "Ana Silva/AP"),
        (["ANA SILVA"], "Ana Silva / AFP", "AFP", "Ana Silva / AFP"),
        (["Silva, Ana"], "Ana Silva/AP", "", "Ana Silva/AP"),
        (["Ana Silva"], "AP", "Sputnik", "Ana Silva/Sputnik/AP"),
        (["Ana Silva"], "Getty Images", "Getty Images AsiaPac", "Ana Silva/Getty Images"),
        (["Ana Silva", "Bo Li"], "AP", "", "Ana Silva, Bo Li/AP"),
        (["Ana Silva", "Bo Li"], "Bo Li/AP", "", "Ana Silva/Bo Li/AP"),
        (["Uncredited"], "AP", "", "AP"),
        (["Ana Silva"], "", "", "Ana Silva"),
        (["Ana Silva"], "", "Reuters", "Ana Silva/Reuters"),
        (["Ana Silva"], "", "X00446", "Ana Silva"),
        (["NASA"], "NASA", "NASA", "NASA"),
        ([], "AFP via Getty Images", "AFP", "AFP via Getty Images"),
        ([], "", "", ""),
        (["", " "], " ", " ", ""),
        ([" Ana  Silva "], " AP\n", "", "Ana Silva/AP"),
    ],
)
def test_a_files_fields_are_printed_without_naming_anybody_twice(
    creators, credit_line, source, printed
):
    """Creator, source, credit line: side by side, each party once, nothing invented."""
    assert house_credit(creators, credit_line, source) == printed


@given(st.lists(st.text(max_size=12), max_size=3), st.text(max_size=20), st.text(max_size=12))
def test_the_printed_form_is_stable(creators, credit_line, source):
    """A line that holds everybody already stays as it is."""
    printed = house_credit(creators, credit_line, source)

    assert "\n" not in printed
    assert not printed or house_credit(creators, printed, "") == " ".join(printed.split())
