"""Two credits that cannot both be true; two names of one person."""

import pytest

from cutline.credit import contradictions, parse, perhaps_same, spelt_otherwise, trade


def kinds(one, other):
    """What two lines contradict each other in."""
    return [each.kind for each in contradictions(parse(one), parse(other), trade())]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana Silva/AP", "Boris Orlov/AP", ["creator"]),
        ("Ana Silva/AP", "Ana Silva/Reuters", ["agency"]),
        ("Ana Silva/AP", "Boris Orlov/Reuters", ["creator", "agency"]),
        ("Ana Silva/Sputnik/AP", "KCNA via Reuters", ["agency"]),
        ("Rui Almedia/AFP", "Rui Almeida/AFP", ["spelling"]),
        ("Ana Silva/AFP", "Ana Silva/AFP/Getty Images", []),
        ("Ana Silva/AFP", "Ana Silva/Getty Images", []),
        ("AP", "Ana Silva/AP", []),
        ("Ana Silva and Bo Li/AP", "Bo Li/AP", []),
        ("Ana Silva/PA Wire", "Ana Silva/PA", []),
        ("Ana Silva/iStock", "Ana Silva/Getty Images", []),
        ("The Guardian", "Getty Images", []),
        ("Zenbrook/AP", "Minister Ana Silva/Reuters", []),
    ],
)
def test_only_what_cannot_both_be_true_is_a_contradiction(one, other, expected):
    """A party left out, a partner or a doubt is none."""
    assert kinds(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rui Almedia", "Rui Almeida"),
        ("Karin Vogtmann", "Karin Vogtmamn"),
        ("Nacho Doces", "Nacho Dozes"),
    ],
)
def test_a_slip_in_a_long_word_is_a_spelling(one, other):
    """One letter wrong or two exchanged."""
    assert spelt_otherwise(one, other)
    assert perhaps_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Orlov", "Sergei Orlov"),
        ("Anna Lang", "Anne Lang"),
        ("Ana Müller", "Ana Mueller"),
        ("Ana Silva", "Ana Sílva"),
        ("Mohammed Abed", "Mohamed Abed"),
        ("Ana Lima", "Ana Lida"),
        ("Lucy Nicholson", "Lucy Nicholsоn"),
        ("Ana Silva", "Boris Orlov"),
    ],
)
def test_transliterations_given_names_and_short_ones_are_none(one, other):
    """Nobody is told that a right name is wrong."""
    assert not spelt_otherwise(one, other)
