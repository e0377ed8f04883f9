"""CRD rules: a line for every photograph, cleanly set."""

import pytest

from cutline.check import mended, run
from unit.check.notation import photo, proof


def asked(credit, code="CRD002", language="en", more=()):
    """The findings of one rule on the first of several credits."""
    photos = [photo(credit=credit, caption=f"Caption {credit}", alt=f"Alt {credit}")]
    photos += [photo(credit=c, caption=f"Other {c}", alt=f"Look {c}") for c in more]
    return [f for f in run(proof(*photos, language=language)) if f.code == code]


@pytest.mark.parametrize(
    ("credit", "mend"),
    [
        ("Vladimir Petrov/ Sputnik/AP Photo", "Vladimir Petrov/Sputnik/AP Photo"),
        ("Photo by Eric Gray /Reuters", "Photo by Eric Gray/Reuters"),
        ("Eric Gray / Pool /Reuters", "Eric Gray / Pool / Reuters"),
        ("AP Photo//Jane Martin", "AP Photo/Jane Martin"),
        ("Photograph:Carl Mint/Getty Images", "Photograph: Carl Mint/Getty Images"),
        ("Foto:dpa", "Foto: dpa"),
        ("picture alliance/dpa| Anna Riedl", "picture alliance/dpa | Anna Riedl"),
        (
            "Foto: A. Bo via Unsplash ( Unsplash License )",
            "Foto: A. Bo via Unsplash (Unsplash License)",
        ),
        ("Ada Lang/Getty images", "Ada Lang/Getty Images"),
    ],
)
def test_spacing_and_case_are_mended_safely(credit, mend):
    """Nobody could prefer the old line, so it may be mended unasked."""
    (finding,) = asked(credit)

    assert finding.fix is not None
    assert finding.fix.safe
    assert mended(credit, finding.fix.edits) == mend


@pytest.mark.parametrize(
    ("credit", "mend"),
    [
        ("Photograph: Alberta Fire/Rueters", "Photograph: Alberta Fire/Reuters"),
        ("Jo Bell/Gettty Images", "Jo Bell/Getty Images"),
        ("(FP PHOTO / SPUTNIK / ALEXEI D)", "(AFP Photo / SPUTNIK / ALEXEI D)"),
        ("Jo Bell/Shuterstock", "Jo Bell/Shutterstock"),
        ("(Photo by Ilya Orlov/Reuters/)", "(Photo by Ilya Orlov/Reuters)"),
        ("Foto: –/Bundesamt/dpa", "Foto: Bundesamt/dpa"),
        ("| Foto: Nelson Jr./STF", "Foto: Nelson Jr./STF"),
    ],
)
def test_names_and_empty_parts_are_only_offered(credit, mend):
    """Who is missing, or meant, is for a person to say."""
    (finding,) = asked(credit)

    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(credit, finding.fix.edits) == mend


@pytest.mark.parametrize(
    "credit",
    [
        "Ohad Zwi / Pool via Reuters",
        "AP Photo/Keith S, File",
        "© picture alliance/dpa | Annette R",
        "(Photo by Alan B/The Irish Times)",
        "Agency/Jane Doe/via REUTERS",
        "Jane Doe, STF / Associated Press",
        "Foto: Bundesarchiv, Bild 183-8100/via Wikipedia CC-BY-SA 3.0",
        "Photo: https://example.org/a//b",
        "J. Reuter/The Observer",
        "Kyoto City/Handout",
        "GETTY IMAGES",
        "foto: dpa",
        "DPA Images",
        "Jane Doe—AFP/Getty Images",
        "Tuul & Bruno M/Getty Images",
        "Courtesy of NASA/JSC",
        "cristi - stock.adobe.com",
        "[사진 = 홍길동 기자]",
        "（山田太郎撮影）",
    ],
)
def test_the_trades_many_forms_pass(credit):
    """Every house has its own form, and each is right."""
    assert asked(credit) == []


def test_french_colons_keep_their_space():
    """French sets a space before a colon; English does not."""
    assert asked("Crédits photo : Jeanne B/Le Figaro", language="fr") == []
    assert len(asked("Photograph : Jane Doe/AP")) == 1


def test_a_lost_colon_is_asked_for_only_against_the_others():
    """A label without colon is a house's form, unless the story's others have one."""
    others = ("Photograph: Ana Silva/AP", "Photograph: Bo Li/AP")

    assert len(asked("Photograph Carl Mint/Getty Images", more=others)) == 1
    assert asked("Photograph Carl Mint/Getty Images") == []


def test_a_doubled_space_in_a_stray_one_is_asked_about_once():
    """CRD002 covers TXT003 on the same words, and says so."""
    findings = run(proof(photo(credit="Jane Doe/  Reuters")))

    assert [finding.code for finding in findings] == ["CRD002"]
    assert "TXT003" in findings[0].message


@pytest.mark.parametrize("credit", ["", "   ", "()", "Photo:", "(Bild: )", "©"])
def test_a_line_that_names_nobody_is_no_credit(credit):
    """A label without a name credits nobody."""
    assert len(asked(credit, "CRD001")) == 1


def test_one_credit_for_all_counts_for_each():
    """“All photographs: X” is a known convention."""
    blanket = proof(
        photo(credit=""),
        photo("Another square at noon", "Other words here."),
        standfirst="All photographs: Ana Silva",
    )

    assert run(blanket) == ()


def test_words_of_the_file_are_named_and_not_edited():
    """What the photograph says is not the story's to mend."""
    (finding,) = run(proof(photo(credit="Jane Doe/ Reuters", filled={"credit"})))

    assert "in the file’s Credit Line" in finding.message
    assert finding.fix is None


def test_a_house_names_its_own_parties():
    """A publisher from cutline.toml is known like an agency."""
    from cutline.model import House

    house = House(parties=(("Rueters Gazette", ("Rueters",)),))

    assert run(proof(photo(credit="Jo Bell/Rueters"), house=house)) == ()
