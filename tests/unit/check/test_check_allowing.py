"""What editors let pass: where, with a reason, and never for nothing."""

from dataclasses import replace

import pytest

from cutline.check import run
from cutline.model import Allowance, House
from unit.check.notation import photo, proof

TWO = proof(photo("One  quay at dawn", "A  boat."), photo("Two quays at dawn", "Two  boats."))


def codes(made):
    """Code and photograph of every place that is asked about."""
    return [
        (finding.code, place.photo)
        for finding in run(made)
        for place in (finding.place, *finding.places)
    ]


def letting(*allowances, house=()):
    story = replace(TWO.story, allowances=allowances)
    return replace(TWO, story=story, house=House(allow=tuple(house)))


@pytest.mark.parametrize("code", ["TXT003", "txt003", "double-space"])
def test_a_story_lets_a_rule_pass(code):
    """By code or by name, for the whole story."""
    assert codes(letting(Allowance(code, "as on the poster"))) == []


def test_a_house_lets_a_rule_pass():
    """In cutline.toml; there it need not be used by every story."""
    house = [Allowance("TXT003", "typewriter style"), Allowance("CRD001", "private pictures")]

    assert codes(letting(house=house)) == []


def test_one_photograph_is_let_pass_and_the_others_are_not():
    """The places of one cause are parted."""
    assert codes(letting(Allowance("TXT003", "a poster", photo=0))) == [("TXT003", 1)]


def test_the_fixes_of_what_is_let_pass_go_with_it():
    """A grouped fix keeps only the edits of places that still stand."""
    (finding,) = run(letting(Allowance("TXT003", "a poster", photo=0)))

    assert {edit.place.photo for edit in finding.fix.edits} == {1}


def test_an_allowance_that_lets_nothing_pass_is_asked_about():
    """Else stories would carry excuses for faults that are long mended."""
    found = run(letting(Allowance("TXT001", "why not"), Allowance("TXT003", "a poster")))

    assert [(f.code, f.name) for f in found] == [("STO024", "allow-unused")]


def test_a_rule_that_there_is_not_is_named():
    """A typing mistake in an allowance is not silent."""
    (finding, *_) = run(letting(Allowance("TXT999", "why not")))

    assert finding.code == "STO025"
    assert "TXT999" in finding.message


def test_body_text_is_let_pass_passage_by_passage():
    """A comment before a paragraph is for that paragraph."""
    made = proof(photo(), body=["A  word.", "Two  words."])
    story = replace(made.story, allowances=(Allowance("TXT003", "verse", body=1),))
    (finding,) = run(replace(made, story=story))

    assert [p.field for p in (finding.place, *finding.places)] == ["body[0]"]
