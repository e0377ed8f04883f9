"""PIC001 to PIC004: the photographs themselves."""

import pytest

from cutline.check import run
from cutline.model import Severity
from unit.check.notation import photo, proof

PRINT = int("0123456789abcdef" * 8, 16)


def asked(code, *photos):
    """The findings of one rule."""
    return [f for f in run(proof(*photos)) if f.code == code]


def shot(name, caption, **has):
    """A photograph of this name whose file has these properties."""
    return photo(f"A look at {name}", caption, target=name, has=has)


def test_one_file_twice_is_asked_about_at_the_second():
    """Its bytes are the same, whatever the story calls it."""
    photos = (shot("a.jpg", "One."), shot("b.jpg", "Two."), shot("a.jpg", "Three."))
    (finding,) = asked("PIC001", *photos)

    assert finding.place.photo == 2


def test_copies_are_found_by_what_they_show():
    """A few places differ after saving again; another picture differs in most."""
    near, far = PRINT ^ 0b1011, PRINT ^ int("5a" * 64, 16)
    photos = [
        shot(f"{n}.jpg", f"Caption {n}.", likeness=f"{bits:x}")
        for n, bits in enumerate((PRINT, far, near))
    ]
    (finding,) = asked("PIC001", *photos)

    assert finding.place.photo == 2
    assert "“0.jpg”" in finding.message


def test_plain_pictures_are_not_each_others_copies():
    """A plain sky is like any other."""
    photos = [shot(f"{n}.jpg", f"Caption {n}.", likeness="3") for n in range(3)]

    assert asked("PIC001", *photos) == []


@pytest.mark.parametrize(
    ("size", "layout", "small"),
    [
        ("1400 x 933", None, False),
        ("1000 x 667", None, False),
        ("800 x 533", None, True),
        ("600 x 900", None, False),
        ("400 x 600", None, True),
        ("1300 x 400", "bleed", False),
        ("900 x 300", "bleed", True),
    ],
)
def test_the_lead_needs_the_pixels_that_it_is_shown_with(size, layout, small):
    """Its height is bound by the window, so a portrait needs fewer."""
    lead = photo(has={"size": size}, layout=layout)

    assert bool(asked("PIC002", lead)) is small


def test_in_the_column_fewer_pixels_do():
    """What is too small for the lead may stand further down."""
    lead = shot("lead.jpg", "One.")

    assert asked("PIC002", lead, shot("b.jpg", "Two.", size="600 x 400")) == []
    assert len(asked("PIC002", lead, shot("b.jpg", "Two.", size="480 x 320"))) == 1


def test_a_file_without_metadata_is_mentioned_once_for_all():
    """Info: many good pictures come through a page that strips them."""
    photos = [shot(f"{n}.jpg", f"Caption {n}.", capture="nothing") for n in range(3)]
    (finding,) = asked("PIC003", *photos)

    assert finding.severity is Severity.INFO
    assert len(finding.places) == 2


@pytest.mark.parametrize("turn", range(2, 9))
def test_each_turn_that_is_only_a_flag_is_asked_about(turn):
    """One sentence for each way a picture can lie."""
    assert len(asked("PIC004", shot("a.jpg", "One.", orientation=turn))) == 1


def test_press_colours_are_asked_about():
    """CMYK, with or without a profile; grey and RGB are for every screen."""
    (bare,) = asked("PIC004", shot("a.jpg", "One.", colour="cmyk"))
    (named,) = asked("PIC004", shot("a.jpg", "One.", colour="cmyk", profile="Coated FOGRA39"))

    assert "without a profile" in bare.message
    assert "without a profile" not in named.message
    assert asked("PIC004", shot("a.jpg", "One.", colour="grey")) == []
