"""Suppliers are known by their fields; their habits come off, and nothing is lost."""

import pytest

from cutline.intake import correct
from cutline.intake.names import in_letters
from cutline.intake.walk import suppliers
from cutline.model import CLEARED, Field, LangText, Layers, Metadata, Photograph, Size


def _photograph(**fields):
    if "description" in fields:
        fields["description"] = LangText({"x-default": fields["description"]})
    metadata = Metadata({name: Field(value, "iim") for name, value in fields.items()})
    return Photograph("0" * 64, "one.jpg", "jpeg", Size(3000, 2000), metadata=metadata)


def _corrected(**fields):
    done = correct(_photograph(**fields))
    return done, done.photograph.metadata


SUPPLIERS = {
    "ap": {"creditLine": "AP"},
    "reuters": {"creditLine": "via REUTERS", "source": "Harbour Authority"},
    "afp": {"copyrightNotice": "AFP or licensors"},
    "getty": {"creditLine": "AFP via Getty Images", "source": "AFP"},
    "epa": {"source": "EPA"},
    "dpa": {"creditLine": "picture alliance / dpa"},
    "pa": {"creditLine": "PA"},
    "xinhua": {"description": "A boat sails. (Xinhua/Li Ming)"},
    "tass_sputnik": {"creditLine": "Sputnik"},
    "anadolu": {"creditLine": "Anadolu Agency"},
    "nasa": {"creatorNames": ("NASA/Ana Silva",)},
    "us_government": {"creditLine": "The White House"},
    "generic": {"creditLine": "Harbour Post"},
}


@pytest.mark.parametrize(("name", "fields"), SUPPLIERS.items())
def test_the_supplier_is_known_by_its_fields(name, fields):
    """Credit, Source, Copyright, By-line or sign-off: whoever delivered last."""
    assert _corrected(**fields)[0].supplier == name


def test_every_file_is_a_supplier():
    """They are found by walking the folder, and each is met above."""
    assert {supplier.name for supplier in suppliers()} == set(SUPPLIERS)


@pytest.mark.parametrize(
    ("byline", "credit", "names"),
    [
        ("STR", "AP", None),
        ("-", "AFP", None),
        ("AFP Contributor#AFP", "AFP", None),
        ("Uncredited", "AP", None),
        ("ANA SILVA", "Sputnik", ("Ana Silva",)),
        ("Ana SILVA", "AFP", ("Ana Silva",)),
        ("JEAN-LUC DE LA TOUR", "EPA", ("Jean-Luc de la Tour",)),
        ("Ana Silva/TASS", "TASS", ("Ana Silva",)),
        ("ANA SILVA", "AP", ("ANA SILVA",)),
        ("Ana Silva", "AFP", ("Ana Silva",)),
        ("J.P. Lind", "AFP", ("J.P. Lind",)),
        ("UNICEF", "Getty Images", ("UNICEF",)),
        ("USA TODAY SPORTS", "Reuters", ("USA TODAY SPORTS",)),
        ("ESA/NASA", "AFP", ("ESA/NASA",)),
        ("BBC NEWS", "Getty Images", ("BBC NEWS",)),
        ("Ana SILVA-LIMA", "AFP", ("Ana Silva-Lima",)),
    ],
)
def test_bylines_hold_names(byline, credit, names):
    """Marks go; capitals go where they are the supplier's habit; all else stays."""
    _, metadata = _corrected(creatorNames=(byline,), creditLine=credit)

    assert (metadata.texts("creatorNames") or None) == names


def test_a_handout_stays_one():
    """The mark in the By-line moves into the credit line that readers see."""
    done, metadata = _corrected(creatorNames=("HANDOUT",), creditLine="AFP")

    assert metadata.text("creditLine") == "Handout/AFP"
    assert "handout" in done.flags


CAPTIONS = [
    ("A boat sails. (AP Photo/Ana Silva)", "AP", "A boat sails."),
    ("A boat sails.  REUTERS/Ana Silva", "Reuters", "A boat sails."),
    ("TOPSHOT - A boat sails. (Photo by Ana SILVA / AFP)", "AFP", "A boat sails."),
    ("A boat. Foto: Ana Silva/dpa +++ dpa-Bildfunk +++", "dpa", "A boat."),
    ("A boat. See PA story BOATS Sea. Photo credit should read Ana Silva/PA Wire.", "PA",
     "A boat."),
    ("A boat. ( Ana Silva - Anadolu Agency )", "Anadolu", "A boat."),
    ("ab0042e007113 (May 6, 2026) – A boat sails.", "NASA", "(May 6, 2026) – A boat sails."),
    ("260406-N-AB123-0144\n\nLIMA (May 6) A boat.", "U.S. Navy", "LIMA (May 6) A boat."),
    ("FILE - A boat sails. (AP Photo/Ana Silva, File)", "AP", "FILE - A boat sails."),
    ("A boat sails. (AP Photo/Bo Lind)", "AP", "A boat sails. (AP Photo/Bo Lind)"),
    ("A boat sails. (AP Photo/A. Silva)", "AP", "A boat sails."),
    ("A boat sails. (Photo by Ana SILVA / AFP) / PERU OUT", "AFP", "A boat sails."),
    ("A boat sails. (Photo by Bo LIND / AFP)", "AFP", "A boat sails. (Photo by Bo LIND / AFP)"),
    ("A boat sails. (AP Photo/Bo Lind)", "dpa", "A boat sails. (AP Photo/Bo Lind)"),
    ("(AP Photo/Ana Silva)", "AP", "(AP Photo/Ana Silva)"),
    ("Men walk out of a NO TV rally.", "AP", "Men walk out of a NO TV rally."),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "credit", "kept"), CAPTIONS)
def test_captions_hold_what_readers_read(caption, credit, kept):
    """Endings, marks and numbers go; FILE, other people's credits and prose stay."""
    _, metadata = _corrected(description=caption, creatorNames=("Ana Silva",), creditLine=credit)

    assert metadata.text("description") == kept


def test_notices_move_to_instructions():
    """What desks must know is no caption, and is not lost either."""
    notice = "ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY. NO RESALES"
    done, metadata = _corrected(
        description=f"A boat sails. Harbour Post/Handout via REUTERS {notice}",
        creditLine="Harbour Post/Handout via REUTERS",
        instructions="NO ARCHIVES",
    )

    assert metadata.text("description") == "A boat sails."
    assert metadata.text("instructions") == f"NO ARCHIVES\n{notice}"
    assert {change.property for change in done.changes} == {"description", "instructions"}


def test_restrictions_behind_the_sign_off_move_too():
    """AFP's capitals: the territory stays out."""
    _, metadata = _corrected(
        description="A boat sails. (Photo by Ana SILVA / AFP) / PERU OUT",
        creatorNames=("Ana SILVA",),
        creditLine="AFP",
    )

    assert metadata.text("description") == "A boat sails."
    assert "PERU OUT" in metadata.text("instructions")


def test_each_change_says_what_why_and_who():
    """Beside what was supplied, for a sidecar and for people."""
    done, metadata = _corrected(creatorNames=("ANA SILVA", "STR"), creditLine="EPA")
    (change,) = done.changes

    assert change.before == ("ANA SILVA", "STR")
    assert change.after == ("Ana Silva",)
    assert change.author == "supplier:epa"
    assert change.reason
    assert metadata.fields["creatorNames"].origin == "corrected"
    assert metadata.fields["creatorNames"].differs == {"iim": ("ANA SILVA", "STR")}
    assert done.layer["creatorNames"].author == "supplier:epa"


def test_what_a_sidecar_says_is_left_alone():
    """A rating beside the file changes nothing; a caption of somebody's stays, with its notices."""
    fields = {
        "creatorNames": Field(("STR",), "iim"),
        "creditLine": Field("AFP", "iim"),
        "imageRating": Field(3, "sidecar"),
        "instructions": Field("NO ARCHIVES", "sidecar"),
        "description": Field("A boat. (Photo by Ana SILVA / AFP) / PERU OUT", "iim"),
    }
    photo = Photograph("0" * 64, "1.jpg", "jpeg", Size(3, 2), metadata=Metadata(fields))

    assert {change.property for change in correct(photo).changes} == {"creatorNames"}


def test_an_emptied_property_is_cleared_in_the_layer():
    """A By-line that named nobody."""
    done, metadata = _corrected(creatorNames=("STR",), creditLine="AP")

    assert "creatorNames" not in metadata.fields
    assert Layers(corrected=done.layer).change("creatorNames").value is CLEARED


def test_correcting_twice_changes_nothing():
    """What is corrected needs no correction."""
    for caption, credit, _ in CAPTIONS:
        once = correct(
            _photograph(description=caption, creatorNames=("ANA SILVA",), creditLine=credit)
        )
        assert correct(once.photograph).changes == ()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("ANA O'HARA", "Ana O'Hara"),
        ("BO MCKAY III", "Bo McKay III"),
        ("ÁNGEL NÚÑEZ", "Ángel Núñez"),
        ("A. VAN DER BERG", "A. van der Berg"),
        ("Ana Silva", "Ana Silva"),
        ("JD LIND", "JD Lind"),
        ("NG WEI", "Ng Wei"),
        ("BO LIND JR", "Bo Lind Jr"),
        ("ANA DE LA VEGA", "Ana de la Vega"),
        ("Luc LE GALL", "Luc Le Gall"),
        ("NGUYỄN VAN LAN", "Nguyễn Van Lan"),
        ("PHAM DO", "Pham Do"),
        ("İBRAHİM YILDIZ", "İbrahim Yıldız"),
        ("E\u0301RIC BLANC", "Éric Blanc"),
        ("M’BAYE N'DIAYE", "M’Baye N'Diaye"),
        ("АННА ЛЕСНАЯ", "Анна Лесная"),
    ],
)
def test_names_out_of_capitals(name, written):
    """Strokes, particles, initials and numbers as names have them."""
    assert in_letters(name) == written


@pytest.mark.parametrize("name", ["محمد علي", "李明 王", "ანა სილვა"])
def test_scripts_without_capitals_are_left_alone(name):
    """What has no capitals cannot be written in them: nothing is corrected."""
    done, _ = _corrected(creatorNames=(name,), creditLine="AFP")

    assert done.changes == ()


@pytest.mark.parametrize("label", ["DSC_0012.JPG", "ACME DIGITAL CAMERA", "HP07_Returned_22 dusk"])
def test_a_label_is_no_caption(label):
    """Whoever asks for a caption later finds none, and the file's own words on record."""
    photograph = _photograph(description=label, creditLine="dpa")
    done = correct(photograph)

    assert "description" not in done.photograph.metadata.fields
    assert done.layer["description"].value is CLEARED
    assert [each.reason for each in done.changes] == ["a label, not a caption"]
