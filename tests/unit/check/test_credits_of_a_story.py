"""CRD003 to CRD011: credits held against the file, the caption and each other."""

import pytest

from cutline.check import mended, run
from cutline.model import House, Severity, Style
from unit.check.notation import photo, proof


def asked(code, *photos, **more):
    """The findings of one rule on a story of these photographs."""
    return [f for f in run(proof(*photos, **more)) if f.code == code]


def shot(credit, caption="Evening in Lisbon.", alt="A square at dusk", **says):
    """A photograph whose file says this."""
    told = {"byline": "creatorNames", "line": "creditLine", "source": "source"}
    fields = {told[key]: value for key, value in says.items()}
    return photo(alt, caption, credit, says=fields)


@pytest.mark.parametrize(
    ("credit", "says"),
    [
        ("Ana Silva/AP", {"line": "Reuters"}),
        ("Ana Silva/AP", {"byline": ("Boris Orlov",), "line": "AP"}),
        ("Foto: Jan Möller/dpa", {"byline": ("Karin Vogt",), "line": "dpa"}),
        ("Photograph: Ana Silva/Getty Images", {"byline": ("Ana Silva",), "source": "Reuters"}),
        ("AP Photo/Ana Silva", {"byline": ("STR",), "line": "EPA", "source": "EPA"}),
        ("Ana Silva/The Guardian", {"byline": ("Ana Silva",), "line": "dpa"}),
        ("X Ana Silva/Sputnik/AP", {"line": "Sputnik via Reuters"}),
    ],
)
def test_another_creator_or_agency_in_the_file_is_a_mismatch(credit, says):
    """By-line, Credit and Source each count; a mark in place of a name does not hide it."""
    (finding,) = asked("CRD004", shot(credit, **says))

    assert finding.severity is Severity.ERROR
    assert "file" in finding.message


@pytest.mark.parametrize(
    ("credit", "says"),
    [
        ("Ana Silva/AP", {"byline": ("ANA SILVA",), "line": "Associated Press"}),
        ("Ana Silva/AFP", {"byline": ("Silva, Ana",), "line": "AFP via Getty Images"}),
        ("Ana Silva/AFP/Getty Images", {"byline": ("Ana SILVA",), "source": "AFP"}),
        ("Ana Silva/Getty Images", {"byline": ("Ana Silva",), "line": "AFP"}),
        ("Foto: Jürgen Groß/dpa", {"byline": ("Juergen Gross",), "line": "dpa"}),
        ("Łukasz Nowak/PAP", {"byline": ("Lukasz Nowak",), "line": "PAP"}),
        ("A. Silva/Reuters", {"byline": ("Ana Silva",), "line": "REUTERS"}),
        ("Bob Strand/Reuters", {"byline": ("Robert Strand",), "line": "Reuters"}),
        ("Sergey Orlov/AFP", {"byline": ("Sergei Orlov",), "line": "AFP"}),
        ("Фото: Борис Орлов/ТАСС", {"byline": ("Boris Orlov",), "line": "TASS"}),
        ("Ana Silva", {"byline": ("HO",), "line": "Reuters"}),
        ("Photograph: Coast Guard/Reuters", {"byline": ("Boris Orlov",), "line": "Reuters"}),
        ("Ana Silva and Bo Li/AP", {"byline": ("Bo Li",), "line": "AP"}),
        ("Ana Silva/AP", {"line": "a4f-778-12", "source": "DSC_0012"}),
        ("picture alliance/dpa | Jan Vogt", {"byline": ("Jan Vogt",), "line": "dpa"}),
    ],
)
def test_one_credit_in_two_forms_is_no_mismatch(credit, says):
    """Capitals, order, accents, initials, marks, partners and what nobody can tell apart."""
    assert asked("CRD004", shot(credit, **says)) == []


def test_a_name_with_a_slip_in_it_is_asked_more_softly():
    """One letter of a long family name: the file’s spelling is offered."""
    (finding,) = asked("CRD004", shot("Rui Almedia/AFP", byline=("Rui Almeida",), line="AFP"))

    assert finding.severity is Severity.WARNING
    assert not finding.fix.safe
    assert mended("Rui Almedia/AFP", finding.fix.edits) == "Rui Almeida/AFP"


def test_a_credit_in_the_alt_text_that_is_another_is_a_mismatch():
    """The alt text was pasted with the credit of another picture."""
    alt = "Cars queue at a petrol pump. [Tass/Boris Orlov/Reuters]"

    assert len(asked("CRD004", photo(alt, credit="Ana Silva/Pool/AFP"))) == 1
    assert asked("CRD004", photo(alt, credit="Boris Orlov/TASS/Reuters")) == []


def test_a_line_filled_from_the_file_agrees_with_it():
    """Words of the file are not held against the file."""
    filled = photo(credit="Ana Silva/AP", says={"creditLine": "Reuters"}, filled={"credit"})

    assert asked("CRD004", filled) == []


@pytest.mark.parametrize(
    ("caption", "credit", "left"),
    [
        ("Cars queue. (AP Photo/Ana Silva)", "AP Photo/Ana Silva", "Cars queue."),
        ("Autos warten. Foto: Ana Silva/dpa", "Ana Silva/dpa", "Autos warten."),
        ("Unos coches. Ana Silva (EFE)", "Ana Silva (EFE)", "Unos coches."),
        ("Autos warten. Foto: Ana Silva (Keystone)", "Ana Silva (Keystone)", "Autos warten."),
        ("Des voitures © Ana Silva/REUTERS", "© Ana Silva/REUTERS", "Des voitures"),
    ],
)
def test_a_credit_that_is_printed_anyway_is_cut_from_the_caption(caption, credit, left):
    """The whole credit goes, the name before the bracket with it, and nothing is lost."""
    (finding,) = asked("CRD005", photo(caption=caption, credit=credit))

    assert finding.fix.safe
    assert mended(caption, finding.fix.edits) == left


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Cars queue. (Boris Orlov/AP)", "Ana Silva/AP"),
        ("Cars queue. (Ana Silva/Pool via AP)", "Ana Silva/AP"),
        ("Photo: Ana Silva/AP", "Ana Silva/AP"),
        ("Cars queue. (AP Photo/Ana Silva)", ""),
        ("Autos am StadionBild: Ana Silva/dpa/picture alliance", "Ana Silva/dpa/picture alliance"),
        ("Cars queue. Photographs by Photo: Ana Silva", "Photo: Ana Silva"),
    ],
)
def test_where_a_party_or_the_caption_would_go_the_cut_is_only_offered(caption, credit):
    """Another name, a lost mark, an empty caption, or no credit line at all."""
    (finding,) = asked("CRD005", photo(caption=caption, credit=credit))

    assert not finding.fix.safe


def test_a_credit_without_a_line_of_its_own_is_moved_there():
    """Nothing is asked twice: no credit is missing where the caption names it."""
    caption = "A judge is sworn in. (AP Photo/Ted Green)"
    (finding,) = run(proof(photo(caption=caption, credit="")))

    texts = {edit.place.field: edit.text for edit in finding.fix.edits}
    assert finding.code == "CRD005"
    assert texts == {"caption": "", "credit": "AP Photo/Ted Green"}


@pytest.mark.parametrize(
    "caption",
    [
        "The lighthouse. All photographs: Ana Silva/The Guardian",
        "She works for the agency (AFP).",
        "The Environmental Protection Agency (EPA)",
        "Anna (links) und Paul (rechts)",
        "Ein Helfer bei der Arbeit (Symbolbild)",
    ],
)
def test_brackets_and_blanket_credits_are_no_credit_in_the_caption(caption):
    """What a caption may well end in."""
    found = asked("CRD005", photo(caption=caption, credit="Ana Silva/The Guardian"))

    assert [f for f in found if "AFP" not in f.text] == []


def test_the_odd_order_is_asked_about():
    """One agency before the creator here and after the creator there."""
    credits = ("Ana Silva/Sputnik/AP", "Sputnik/Boris Orlov/Reuters", "Bo Li/Sputnik/AP")
    photos = [shot(c, f"Caption {c}.", f"Alt {c}") for c in credits]
    (finding,) = asked("CRD003", *photos)

    assert finding.place.photo == 1
    assert mended(credits[1], finding.fix.edits) == "Boris Orlov/Sputnik/Reuters"


def test_the_storys_own_majority_sets_the_order():
    """Where two thirds set the agency first, the creator-first line is the odd one."""
    credits = ("AFP/Ana Silva", "AFP/Bo Li", "AFP/Boris Orlov", "Rui Costa/AFP")
    photos = [shot(c, f"Caption {c}.", f"Alt {c}") for c in credits]
    (finding,) = asked("CRD003", *photos)

    assert finding.place.photo == 3


def test_two_forms_of_one_agency_and_a_left_out_paper_are_asked_about():
    """What most lines of the story do is its style."""
    forms = ("Ana Silva/AP", "Bo Li/AP", "Boris Orlov/AP Photo")
    papers = ("Ana Silva/The Guardian", "Ana Silva/The Guardian", "Ana Silva")
    for credits in (forms, papers):
        photos = [shot(c, f"Caption {n}.", f"Alt {n} {c}") for n, c in enumerate(credits)]
        (finding,) = asked("CRD003", *photos)

        assert finding.place.photo == 2
        assert not finding.fix.safe


def test_several_suppliers_in_one_story_are_no_drift():
    """Each agency has its own form; nobody mixes its own two."""
    credits = ("AP Photo/Ana Silva", "Bo Li/Reuters", "picture alliance/dpa | Jan Vogt", "NASA")
    photos = [shot(c, f"Caption {c}.", f"Alt {c}") for c in credits]

    assert asked("CRD003", *photos) == []


def test_a_desk_with_a_form_of_its_own_is_asked_to_keep_to_it():
    """The house’s form is offered; a line that it cannot print is left alone."""
    house = House(
        style=Style(credit_form="{agency}/{creators}", credit_names=(("AP", "AP Photo"),))
    )
    (finding,) = asked("CRD003", shot("Ana Silva/AP"), house=house)

    assert mended("Ana Silva/AP", finding.fix.edits) == "AP Photo/Ana Silva"
    assert asked("CRD003", shot("(AP Photo/Ana Silva)"), house=house) == []


@pytest.mark.parametrize(
    ("credit", "meant"),
    [("Ana Silva/Asociated Pres", "Associated Press"), ("A. Bo/Washingon Post", "Washington Post")],
)
def test_names_further_off_are_asked_about(credit, meant):
    """A publisher one letter off, an agency two."""
    (finding,) = asked("CRD006", shot(credit))

    assert finding.fix.edits[0].text == meant


@pytest.mark.parametrize(
    "credit", ["Ana Silva/Reuter Stiftung", "Boston Blobe Museum", "Getty Villa"]
)
def test_names_of_their_own_are_not_misspelt(credit):
    """Nobody is told that a museum is an agency."""
    assert asked("CRD006", shot(credit)) == []


@pytest.mark.parametrize(
    "credit",
    [".", "–", "Name", "Supplied", "Photo: Supplied", "desk@example.org", "Picture library"],
)
def test_placeholders_name_nobody(credit):
    """What was put in to be replaced."""
    assert len(asked("CRD007", shot(credit))) == 1


@pytest.mark.parametrize(
    "credit", ["Supplied by Ana Silva", "Privat", "zVg", "Courtesy of NASA", "Ana Silva", "PR"]
)
def test_customary_marks_and_names_are_no_placeholders(credit):
    """A private picture marked as such is credited by custom."""
    assert asked("CRD007", shot(credit)) == []


@pytest.mark.parametrize(
    ("credit", "left"),
    [
        ("APA/JAN VOGTMAN/JAN VOGTMANN", "APA/JAN VOGTMANN"),
        ("Jan P. Vogt/dpa/Jan P Vogt", "Jan P. Vogt/dpa"),
        ("Ana Silva - Europa Press / Europa Press", "Ana Silva - Europa Press"),
    ],
)
def test_a_party_named_twice_is_named_once(credit, left):
    """The shorter or later mention goes, if a person agrees."""
    (finding,) = asked("CRD008", shot(credit))

    assert not finding.fix.safe
    assert mended(credit, finding.fix.edits) == left


@pytest.mark.parametrize(
    "credit",
    [
        "Left: Ana Silva/AP; right: Bo Li/AP",
        "Composite: Ana Silva/AP, Bo Li/AP",
        "Ana Silva Photography/Ana Silva",
        "Reuters TV/Reuters",
        "Jan Vogt/Jana Vogt",
    ],
)
def test_two_pictures_desks_or_people_are_not_one_party_twice(credit):
    """A line of several pictures may name an agency for each."""
    assert asked("CRD008", shot(credit)) == []


def test_a_mark_of_the_file_that_nobody_says_is_lost():
    """Pool, handout and file pictures are said to be such, in the line or in the caption."""
    assert len(asked("CRD009", shot("Ana Silva/AP", line="Pool via AP"))) == 1
    assert len(asked("CRD009", shot("Navy/AP", byline=("HO",), line="AP"))) == 1
    assert asked("CRD009", shot("Ana Silva/Pool/AP", line="Pool via AP")) == []
    told = shot("Navy/AP", "A picture released by the navy shows a ship.", byline=("HO",))
    assert asked("CRD009", told) == []
    assert asked("CRD009", shot("Ana Silva/AP", "Lisbon in 1998.", line="AP, File")) == []


def test_one_person_in_two_spellings_is_asked_about():
    """The rarer spelling is the likelier slip."""
    names = ("Rui Almeida/AFP", "Rui Almeida/AFP", "Rui Almedia/AFP")
    photos = [shot(c, f"Caption {n}.", f"Alt {n}") for n, c in enumerate(names)]
    (finding,) = asked("CRD010", *photos)

    assert finding.place.photo == 2
    assert mended(names[2], finding.fix.edits) == names[0]


@pytest.mark.parametrize(
    "names",
    [
        ("Anna Lang/dpa", "Anne Lang/dpa"),
        ("Li Wei/Xinhua", "Li Wen/Xinhua"),
        ("ANA SILVA/AP", "Ana Silva/AP"),
        ("Jan Vogt/dpa", "Karin Vogt/dpa"),
    ],
)
def test_two_people_are_not_one_in_two_spellings(names):
    """Given names and short names differ by a letter and are another’s."""
    photos = [shot(c, f"Caption {n}.", f"Alt {n}") for n, c in enumerate(names)]

    assert asked("CRD010", *photos) == []


def test_an_accent_that_is_lost_is_another_spelling():
    """``Loic`` in one credit and ``Loïc`` in the other."""
    photos = (shot("Loïc Marchand/AFP"), shot("Loic Marchand/AFP", "Another evening.", "A pier"))

    assert len(asked("CRD010", *photos)) == 1


def test_an_agency_alone_is_mentioned_and_a_lone_paper_among_named_ones_is_asked():
    """Info where it is the custom; a warning where all others name one photographer."""
    (mention,) = asked("CRD011", shot("AFP/Getty Images"))
    named = [shot("Ana Silva/The Guardian", f"C {n}.", f"Alt {n}") for n in range(3)]
    (question,) = asked("CRD011", *named, shot("The Guardian", "Another.", "A pier"))

    assert mention.severity is Severity.INFO
    assert question.severity is Severity.WARNING
    assert "Ana Silva" in question.message
    assert asked("CRD011", shot("NASA"), shot("Handout/Reuters", "Other.", "A pier")) == []
