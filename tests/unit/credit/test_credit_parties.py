"""Who is known in a credit line, and who is all but known."""

import pytest

from cutline.credit import fold, near_miss, one_edit, trade

KNOWN = trade()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AP Photo", "AP"),
        ("ap-photo", "AP"),
        ("REUTERS", "Reuters"),
        ("EPA-EFE", "EPA"),
        ("Télam", "Telam"),
        ("IMAGO", "imago"),
        ("Getty", "Getty Images"),
        ("stock.adobe.com", "Adobe Stock"),
        ("Handout", "handout"),
        ("HO", "handout"),
    ],
)
def test_a_party_is_known_in_any_of_its_forms(text, name):
    """Case, accents, hyphens and points make no other party."""
    party = KNOWN.known(text)

    assert party is not None
    assert party.name == name


@pytest.mark.parametrize("text", ["Ana Silva", "", "Police", "AP Photo/X"])
def test_others_are_not_known(text):
    """Nobody is guessed."""
    assert KNOWN.known(text) is None


def test_a_mark_delivers_nothing():
    """Pool and handout say how, not who."""
    pool, wire = KNOWN.known("Pool"), KNOWN.known("AFP")

    assert pool is not None
    assert wire is not None
    assert (pool.delivers, wire.delivers) == (False, True)


def test_a_desk_adds_its_own_parties_without_changing_the_trades():
    """`parties` in cutline.toml."""
    more = KNOWN.with_more([("The Evening Bell", ("Bell", "TEB"))])
    party = more.known("teb")

    assert party is not None
    assert party.name == "The Evening Bell"
    assert KNOWN.known("teb") is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("reuters", "rueters", True),
        ("reuters", "reuter", True),
        ("reuters", "reutters", True),
        ("reuters", "reiters", True),
        ("reuters", "reuters", False),
        ("reuters", "ruetesr", False),
        ("", "a", True),
        ("ab", "ba", True),
    ],
)
def test_one_edit_is_one_slip_of_the_finger(a, b, same):
    """A letter put in, left out, changed, or two swapped; the same both ways."""
    assert one_edit(a, b) is same
    assert one_edit(b, a) is same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rueters", "Reuters"),
        ("Gettty Images", "Getty Images"),
        ("Getty Image", "Getty Images"),
        ("FP PHOTO", "AFP"),
        ("Asociated Press", "AP"),
        ("picture aliance", "picture alliance"),
    ],
)
def test_a_misspelt_agency_is_recognised(text, name):
    """One letter off a name long enough to be sure."""
    party = near_miss(text, KNOWN)

    assert party is not None
    assert party.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Reuter",
        "AFL",
        "DPA Images",
        "PA Photo",
        "Kyoto",
        "Jane Reuters",
        "Belgo",
        "Reuters",
        "Post",
    ],
)
def test_names_of_their_own_are_no_slips(text):
    """Short forms and real names one letter away are left alone."""
    assert near_miss(text, KNOWN) is None


def test_folding_joins_what_is_written_apart():
    """S. Paulo and S.Paulo fold alike."""
    assert fold("Folha de S.Paulo") == fold("FOLHA DE SPAULO") == "folha de spaulo"
