"""ALT and PIC rules: what somebody hears who cannot see the picture."""

import pytest

from cutline.check import mended, run
from cutline.model import Unreadable
from unit.check.notation import photo, proof


def codes(*photos, **more):
    """The codes that are asked, in page order."""
    return [finding.code for finding in run(proof(*photos, **more))]


def test_an_unknown_alt_text_is_not_a_missing_one():
    """An import may not know the alt text; then nothing is said of it."""
    assert codes(photo(alt=None)) == []
    assert codes(photo(alt="")) == ["ALT001"]
    assert codes(photo(alt="", decorative=True)) == []


CAPTION = "A fisherman feeds cats along the promenade in Istanbul, Tuesday."


@pytest.mark.parametrize(
    "alt",
    [
        CAPTION,
        CAPTION.rstrip(".").lower(),
        f"Istanbul, Turkey. {CAPTION}",
        CAPTION.replace("Istanbul", "İstanbul"),
        f"{CAPTION} [AP Photo/Ana Silva]",
    ],
)
def test_an_alt_text_that_reads_the_caption_out_is_asked_about(alt):
    """Also with a place before it or a credit after it."""
    assert "ALT002" in codes(photo(alt, CAPTION))


@pytest.mark.parametrize(
    "alt",
    [
        "A man crouches on a quay as cats gather round his bucket",
        "A fisherman feeds cats",
        "Cats along a promenade in Istanbul at dusk, a fisherman beside them",
    ],
)
def test_an_alt_text_of_its_own_passes(alt):
    """Sharing some words with the caption is natural."""
    assert codes(photo(alt, CAPTION)) == []


def test_repeated_alt_texts_are_asked_about_at_the_worse_copy():
    """Where one is cut short, that one is to be rewritten."""
    cut = photo("Two men examine a launch pad near the city of Tsiolkovsky,", "They look at a pad.")
    whole = photo("Two men examine a launch pad near the city of Tsiolkovsky", "The remote site.")
    found = {(finding.code, finding.place.photo) for finding in run(proof(cut, whole))}

    assert found == {("ALT004", 0), ("ALT005", 0)}


def test_a_slug_on_many_pictures_is_one_finding():
    """One cause in many places is shown once."""
    photos = [photo("Protests in the city", f"Caption number {n} of many.") for n in range(6)]
    (finding,) = run(proof(*photos))

    assert finding.code == "ALT005"
    assert len(finding.places) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Portrait of the runner Ana Silva on the track",
            "Portrait of the runner Bea Silva on the track",
        ),
        (
            "The front page of the paper of 5 May on a table",
            "The front page of the paper of 6 May on a table",
        ),
        (
            "A woman stands to the left of a long red wall",
            "A woman stands to the right of a long red wall",
        ),
    ],
)
def test_alt_texts_that_tell_pictures_apart_pass(one, other):
    """A name, a number, an opposite is a difference."""
    assert codes(photo(one, "First caption here."), photo(other, "Second caption there.")) == []


@pytest.mark.parametrize(
    "alt",
    [
        "IMG_4032.JPG",
        "DSC_0917",
        "P1010234",
        "_MG_1234",
        "DJI_0007",
        "PXL_20210101_120000",
        "GettyImages-687786465",
        "iStock-123456",
        "shutterstock_12345",
        "AP25158512345678",
        "Mvd6613453",
        "epa12345678",
        "urn-newsml-dpa-com-20090101-250606-99-1234",
        "4V9A1234",
        "170912_Market_Hall",
        "front_page",
        "harbour-view.jpg",
        "Ana in Porto.jpg",
        "1.JPG",
        "Screen Shot 2018-07-05 at 14.06.48",
        "WhatsApp Image 2021-01-01 at 12.00.00",
        "image (12)",
        "photo-1507525428034",
        "20250606",
        "https://example.org/a.jpg?w=300",
        "RC2S7DABC9X1",
        "3fa9c1d2-e4b1-4c6f-9a0b-1c2d3e4f5a6b",
    ],
)
def test_file_names_of_any_make_are_no_alt_text(alt):
    """Cameras, agencies, stock libraries, phones, publishing systems."""
    assert codes(photo(alt)) == ["ALT006"]


@pytest.mark.parametrize(
    "alt",
    [
        "Apollo 11",
        "COVID-19",
        "Boeing 737-800",
        "G20",
        "@ana_silva",
        "#black_lives",
        "EURO2024",
        "TOKYO2020",
        "Route 66",
        "A road sign with the number 4032 on it",
        "1914-1918",
        "A380",
        "The Amazon.com logo on a wall",
        "An icon labelled photo.jpg",
        "Formula 1",
        "MH370",
        "U-20 players",
        "9/11",
        "B-52",
        "Windows 95",
        "Catch-22",
        "R2-D2",
        "3,000 candles",
        "Yes",
    ],
)
def test_real_words_with_figures_pass(alt):
    """A person would write these, if too short at times."""
    assert set(codes(photo(alt))) <= {"ALT009"}


def test_the_name_of_its_own_file_is_no_alt_text():
    """Even where the form alone would not tell."""
    assert codes(photo("harbour-3", target="frames/harbour-3.jpg")) == ["ALT006"]
    assert codes(photo("harbour", target="frames/harbour.jpg")) == ["ALT009"]


@pytest.mark.parametrize(
    ("alt", "mend"),
    [
        ("Kim waves from a train. [KCNA via Reuters]", "Kim waves from a train."),
        ("Kim waves from a train (AP Photo/Ana Silva)", "Kim waves from a train"),
        ("A bird in flight | © Markus Leit", "A bird in flight"),
        ("A reactor hall. (Symbolbild) Foto: PantherMedia / Marko", "A reactor hall. (Symbolbild)"),
        ("A crowd at dusk. Photograph: Paul Ellis/AFP/Getty", "A crowd at dusk."),
        ("A crowd at dusk. Ana Silva/Reuters", "A crowd at dusk."),
        ("A crowd at dusk REUTERS/Ana Silva", "A crowd at dusk"),
        ("Getty Images A woman reads a letter", "A woman reads a letter"),
        ("A crowd at dusk | Getty Images", "A crowd at dusk"),
    ],
)
def test_a_credit_in_the_alt_text_is_taken_out(alt, mend):
    """In brackets or not, at either end."""
    (finding,) = [found for found in run(proof(photo(alt))) if found.code == "ALT007"]

    assert finding.fix is not None
    assert mended(alt, finding.fix.edits) == mend


@pytest.mark.parametrize(
    "alt",
    [
        "A man on the left (centre)",
        "The Environmental Protection Agency (EPA)",
        "A street in Johnstown (PA)",
        "A photo by a child hangs on the wall",
        "Reuters journalists stand outside the court",
        "The AP building in New York",
        "A sign: and/or",
        "A poster reads: Photo: yes or no?",
        "Kim (left) and Putin (right)",
        "A scene. (Symbolbild)",
        "A screen shows the film Bild: a history",
    ],
)
def test_words_that_only_look_like_a_credit_pass(alt):
    """Definitions, places, sentences."""
    assert codes(photo(alt)) == []


def test_no_credit_is_taken_out_where_none_is_printed():
    """The name would be lost."""
    findings = run(proof(photo("A bird. © Markus Leit", credit="")))

    fixes = {f.code: f.fix for f in findings if f.code in ("CRD001", "ALT007")}
    assert fixes == {"CRD001": None, "ALT007": None}


def test_a_photograph_that_cannot_be_had_is_one_finding():
    """What its file might have said is not asked for as well."""
    gone = Unreadable("a.jpg", "there is no such file", missing=True)
    broken = Unreadable("b.jpg", "the file ends in its header")
    photos = [photo("", "", "", target=u.name, photograph=u) for u in (gone, broken)]
    nameless = photo("", "", "", target="", photograph=Unreadable("", "no path"))
    findings = run(proof(*photos, nameless))

    assert [finding.code for finding in findings] == ["PIC005"] * 3
    assert "the file ends in its header" in findings[1].message


def test_a_story_without_its_photographs_is_not_asked_for_files():
    """Story JSON knows no files."""
    assert codes(photo(photograph=None, target="")) == []
