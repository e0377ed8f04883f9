"""Any text is some credit line, and a printed credit is read as it was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutline.credit import Credit, HouseForm, compare, parse, show, without_sign_off
from cutline.credit.form import parties_of
from growth import assert_linear

PIECES = st.sampled_from(
    ["Ana Silva", "AP", "Getty Images", "Pool", "via", "for", "/", " / ", "|", "(", ")", "[", "©",
     ", ", "; ", "–", "Photo by", "Foto:", "Left:", "CC BY", "2024", "山田太郎撮影", "기자",
     "@x", "x@y.org", "https://a.b/c", "\u200b", "…", ".", "&", "and", "File", "Courtesy of",
     "Mart\u0301n", "\ud800", "'"]
)  # fmt: skip
LINES = st.lists(PIECES | st.text(max_size=6), max_size=14).map("".join) | st.text(max_size=80)
PEOPLE = st.builds(
    "{} {}".format,
    st.sampled_from(["Ana", "Bo", "Ivan", "José", "Mei", "Fatima"]),
    st.sampled_from(["Silva", "Lindqvist", "Petrov", "O’Hara", "Núñez", "von Arnim"]),
)
AGENCIES = st.sampled_from(["AP", "AFP", "Reuters", "Getty Images", "dpa", "EPA", "Alamy"])
ORIGINS = st.sampled_from(["Sputnik", "NASA", "The Guardian", "NurPhoto", "Ministry of Health"])
FORMS = st.sampled_from(
    ["{creators}/{source}/{agency}", "Photograph: {creators}/{source}/{agency}",
     "{agency}/{source}/{creators}", "({creators} / {source} / {agency})",
     "{creators} | {source} | {agency}", "Foto: {creators}/{chain}", "© {agency} | {creators}",
     "[{creators}/{source}/{agency}]"]
)  # fmt: skip


@given(LINES)
def test_any_text_is_some_credit_line(line):
    """It never raises, its spans are inside, and source and agency are of the chain."""
    credit = parse(line)

    assert credit.line == line
    assert all(0 <= part.span.start <= part.span.end <= len(line) for part in credit.parts)
    assert credit.source is None or credit.source == credit.chain[0]
    assert credit.agency is None or credit.agency in credit.chain
    assert len(set(credit.chain)) == len(credit.chain)
    assert not set(credit.creators) & {part.text for part in credit.parts if part.party}


@given(LINES)
def test_every_part_was_printed(line):
    """Nobody is invented: what is named stands in the line."""
    for part in parse(line).parts:
        if part.role == "creator":
            assert _letters(part.span.cut(line)) == _letters(part.text)


def _letters(text):
    return [c for c in text if c.isalnum()]


@given(st.lists(PEOPLE, min_size=1, max_size=3, unique=True), ORIGINS | st.none(), AGENCIES, FORMS)
def test_print_then_read_gives_the_same_parties(creators, source, agency, form):
    """In every form of every house."""
    chain = tuple(name for name in (source, agency) if name)
    credit = Credit("", tuple(creators), source, agency, chain, (), (), True, ())

    again = parse(show(credit, HouseForm(form)))

    assert parties_of(again) == parties_of(credit)
    assert compare(credit, again) == ()


@given(LINES, LINES)
def test_comparing_is_even_handed(one, other):
    """A credit has no difference from itself, and what one misses the other adds."""
    first, second = parse(one), parse(other)

    assert compare(first, first) == ()
    assert sorted(d.kind for d in compare(first, second)) == sorted(
        {"missing": "added", "added": "missing"}.get(d.kind, d.kind) for d in compare(second, first)
    )


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "/",
        "(",
        "Ana Silva/",
        " via ",
        ", ",
        "Photo by ",
        "©",
        "@a",
        ".",
        "J. ",
        "山",
        "\u200b",
        "and ",
        "Ana and ",
        "AP via ",
        "x, ",
    ],
)
def test_a_line_of_a_megabyte_takes_no_longer_than_its_reading(unit):
    """Only the head is read, and it says so."""

    def work(length: int) -> None:
        assert not parse(unit * (length // len(unit))).sure

    assert_linear(work, 1_000_000)


@given(st.lists(PIECES | st.text(max_size=12), max_size=20).map(" ".join))
def test_sign_offs_lose_no_letter(caption):
    """What is kept and what is removed are the caption, in order."""
    kept, removed = without_sign_off(caption)

    assert caption.startswith(kept)
    assert removed == "" or caption.strip().endswith(removed)
