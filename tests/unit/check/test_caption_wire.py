"""CAP008, CAP009, CAP011, CAP012, CAP013: what the story, the file and the wire leave behind."""

import pytest

from cutline.check import mended, run
from unit.check.notation import photo, proof


def found(code, *photos, **story):
    """The findings of one rule on a story."""
    return [finding for finding in run(proof(*photos, **story)) if finding.code == code]


def made(caption, created, **more):
    """A photograph whose file says when it was made."""
    return photo(caption=caption, says={"dateCreated": created}, **more)


@pytest.mark.parametrize(
    "story",
    [
        {"headline": "Night of fire in the old port"},
        {"standfirst": "Night of fire in the old port."},
        {"body": ["It was dark. Night of fire in the “old port”! They came."]},
        {"body": ["NIGHT OF FIRE IN THE OLD PORT"]},
    ],
)
def test_a_caption_that_stands_above_or_below_is_asked_about(story):
    """Headline, standfirst and text, folded."""
    (finding,) = found("CAP008", photo(caption="Night of fire in the old port."), **story)

    assert finding.fix is None


def test_captions_that_say_their_own_pass():
    """Names and places may stand twice, and a caption may share words with the text."""
    story = {"headline": "Lisbon, Portugal", "body": ["Night of fire in the old port of Lisbon."]}

    assert found("CAP008", photo(caption="Lisbon, Portugal"), **story) == []
    assert found("CAP008", photo(caption="Night of fire in the old port."), **story) == []


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Crews rest after the fire in Porto on May 4, 2024.", "en"),
        ("Crews rest after the fire in Porto on May 4.", "en"),
        ("Einsatzkräfte ruhen sich am 4. Mai 2024 in Porto aus.", "de"),
        ("Des pompiers se reposent à Porto, le 24 mai 2023.", "fr"),
    ],
)
def test_a_day_that_is_not_the_files_is_asked_about(caption, language):
    """The caption may belong to another photograph."""
    (finding,) = found("CAP009", made(caption, "2024-05-24"), language=language)

    assert "24 May 2024" in finding.message


@pytest.mark.parametrize(
    "caption",
    [
        "Crews rest after the fire in Porto on May 24, 2024.",
        "Crews rest after the fire in Porto on May 25, 2024.",
        "Crews rest after the fire of May 4, 2024.",
        "People wait, weeks after May 4, 2024.",
        "From May 4 to May 24, 2024, the port is closed.",
        "The port at dawn. A fire broke out on May 4, 2024.",
        "In this file photo, crews rest in Porto on May 4, 2020.",
        "Crews rest in Porto in May 2023.",
        "The port will open again on June 4, 2024.",
        "Crews rest.",
    ],
)
def test_a_day_near_the_files_or_of_something_else_passes(caption):
    """Midnight and zones account for a day; what the picture looks back to is not its day."""
    assert found("CAP009", made(caption, "2024-05-24")) == []


NEW = made("A neighbour sweeps ash from her doorstep.", "2024-05-25")


def test_an_old_photograph_among_new_ones_is_asked_about():
    """A reader takes it for the news."""
    (finding,) = found("CAP011", made("Crews rest after a fire.", "2023-02-11"), NEW)

    assert finding.severity.word == "warning"
    assert "11 February 2023" in finding.message


def test_where_all_are_old_it_is_only_mentioned():
    """A photo essay takes months."""
    old = made("Crews rest after a fire.", "2024-02-11"), made("Ash on a step.", "2024-01-11")

    assert {finding.severity.word for finding in found("CAP011", *old)} == {"info"}


@pytest.mark.parametrize(
    ("caption", "more", "story"),
    [
        ("Crews rest after a fire on Feb. 11, 2023.", {}, {}),
        ("Crews rest after a fire in 2023.", {}, {}),
        ("File photo: crews rest after a fire.", {}, {}),
        ("Einsatzkräfte nach einem Brand (Archivbild).", {}, {"language": "de"}),
        ("Crews rest after a fire.", {"credit": "Ana Silva/AP, File"}, {}),
        ("Crews rest after a fire.", {}, {"kicker": "From the archive"}),
        ("Crews rest after a fire.", {}, {"headline": "How Porto burned in 2023"}),
        ("Crews rest after a fire.", {}, {"published": ""}),
    ],
)
def test_a_declared_archive_passes(caption, more, story):
    """In the caption, in the credit line or for the whole story."""
    assert found("CAP011", made(caption, "2023-02-11", **more), NEW, **story) == []


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Crews rest after the fire in the old port of", "en"),
        ("Crews rest after the fire, their faces black,", "en"),
        ("Crews rest after the fire in the old port ...more", "en"),
        ("Crews rest after the fire in the old port while neighbours carry what they…", "en"),
        ("Crews rest after the fire in the old port (", "en"),
        ("Die Einsatzkräfte ruhen sich nach dem Brand in der", "de"),
        ("Les pompiers se reposent après l’incendie dans le", "fr"),
        ("Los bomberos descansan tras el incendio en el puerto de", "es"),
    ],
)
def test_a_caption_that_stops_short_is_asked_about(caption, language):
    """Once: the missing full stop is not asked about as well."""
    closed = [
        photo(caption=f"Crews number {n} rest after the fire.") for n in ("one", "two", "six")
    ]
    story = proof(*closed, photo(caption=caption), language=language)
    codes = [f.code for f in run(story) if f.place.photo == 3 and f.code in ("CAP002", "CAP012")]

    assert codes == ["CAP012"]


@pytest.mark.parametrize(
    "caption",
    [
        "Crews rest after the fire.",
        "Gravelines, France",
        "JANUARY:",
        "More to come …",
        "And then it rained …",
        "He says: “I waited for somebody to come and nobody ever came to the door…”",
        "The house she grew up in.",
        "Hepatitis A",
        "",
    ],
)
def test_whole_captions_pass(caption):
    """Places, headings, held breath."""
    assert found("CAP012", photo(caption=caption)) == []


@pytest.mark.parametrize(
    "terms",
    [
        "This photograph is provided only to news media.",
        "These images are made available exclusively to accredited media.",
        "The picture may not be altered, and must not be resold.",
        "This image cannot be used for advertising.",
        "The photo may not be reproduced in any form without leave of the museum.",
    ],
)
def test_terms_of_use_are_not_for_readers(terms):
    """One question for each caption; nobody but a person takes terms out."""
    (finding,) = found("CAP013", photo(caption=f"The mayor opens the bridge. {terms}"))

    assert "terms of use" in finding.message
    assert finding.fix is None


@pytest.mark.parametrize(
    "caption",
    [
        "Pictures of the trial may not be published, a judge ruled on Monday.",
        "The picture is the only one that the family has.",
        "Visitors look at a photograph that could not be shown for decades.",
        "The image is provided by a camera on the mast.",
        "Masks must not be used without a permit, a sign says.",
    ],
)
def test_what_the_news_is_about_is_no_term(caption):
    assert found("CAP013", photo(caption=caption)) == []


@pytest.mark.parametrize(
    ("caption", "right"),
    [
        ("TOPSHOT - Crews rest after the fire.", "Crews rest after the fire."),
        ("TOPSHOT – Crews rest after the fire.", "Crews rest after the fire."),
        ("Crews rest after the fire. TPX IMAGES OF THE DAY", "Crews rest after the fire."),
    ],
)
def test_marks_for_desks_are_taken_out(caption, right):
    """No reader could want them."""
    (finding,) = found("CAP013", photo(caption=caption))

    assert finding.fix.safe
    assert mended(caption, finding.fix.edits) == right
    assert found("CAP013", photo(caption=right)) == []


@pytest.mark.parametrize(
    ("caption", "severity"),
    [
        ("FILE PHOTO: Crews rest after a fire in 2020.", "warning"),
        ("(FILES) Crews rest after a fire in 2020.", "warning"),
        ("Crews rest. ATTENTION EDITORS - THIS PICTURE IS OLD.", "warning"),
        ("LAS VEGAS, NV - FEBRUARY 11: Crews rest after a fire.", "warning"),
        ("PORTO, Feb. 11 (Xinhua) -- Crews rest after a fire.", "warning"),
        ("FILE - Crews rest after a fire in 2020.", "info"),
        ("A view shows flags in the wind.", "info"),
    ],
)
def test_words_that_tell_something_are_not_taken_out_unasked(caption, severity):
    """An archive label, a dateline and a note say what a reader should learn otherwise."""
    (finding,) = found("CAP013", photo(caption=caption))

    assert finding.severity.word == severity
    assert finding.fix is None or not finding.fix.safe


def test_a_wires_opening_is_offered_off_with_a_capital():
    """“A view shows flags” begins with flags."""
    caption = "A view shows flags in the wind."
    (finding,) = found("CAP013", photo(caption=caption))

    assert mended(caption, finding.fix.edits) == "Flags in the wind."


@pytest.mark.parametrize(
    "caption",
    [
        "The file - a thick one - lies on the desk.",
        "A view of the town shows how far the water came.",
        "NATO - August 2 is a date to remember.",
        "Crews with a TOPSHOT camera.",
        "USA, Feb. 11",
    ],
)
def test_plain_words_are_no_residue(caption):
    """Files on desks, views of towns."""
    assert found("CAP013", photo(caption=caption)) == []
