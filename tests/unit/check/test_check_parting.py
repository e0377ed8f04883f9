"""Parting a grouped finding: each edit of its fix goes with one place, and none is lost."""

from dataclasses import replace

import pytest

from cutline.check.engine import ungroup
from cutline.check.rule import Rule
from cutline.model import Edit, Fix, Place, Severity, Span
from unit.check.notation import photo, proof

RULE = Rule("TST001", "test", Severity.WARNING, since="0.2")


def at(number, start, end, field="caption"):
    return Place(number, field, Span(start, end))


def parted(places, edits):
    first, *others = places
    finding = RULE.at(first, "wrong", fix=Fix(True, tuple(Edit(place, "x") for place in edits)))
    read = proof(photo(), photo(), photo())
    whole = ungroup([replace(finding, places=tuple(others))], read)
    return {
        each.place: [edit.place for edit in each.fix.edits] if each.fix else [] for each in whole
    }


@pytest.mark.parametrize(
    ("places", "edits", "dealt"),
    [
        ([at(0, 2, 3), at(0, 3, 4)], [at(0, 2, 3), at(0, 3, 4)], [0, 1]),
        ([at(0, 2, 5), at(0, 8, 9)], [at(0, 1, 2), at(0, 9, 10)], [0, 1]),
        ([at(0, 2, 5), at(0, 5, 9)], [at(0, 4, 5), at(0, 5, 5)], [0, 1]),
        ([at(0, 2, 5), at(1, 2, 5)], [at(1, 0, 2, "alt"), at(0, 0, 2, "alt")], [1, 0]),
        ([at(0, 2, 5), at(1, 2, 5)], [at(2, 0, 2)], [0]),
        ([at(0, 2, 5), at(0, 9, 12)], [at(0, 2, 3), at(0, 4, 5), at(0, 9, 10)], [0, 0, 1]),
    ],
)
def test_each_edit_goes_with_the_place_that_it_mends(places, edits, dealt):
    """Places that touch do not share an edit; an edit of another field is not dropped."""
    assert parted(places, edits) == {
        place: [edit for edit, to in zip(edits, dealt, strict=True) if to == number]
        for number, place in enumerate(places)
    }
