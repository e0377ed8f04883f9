"""CAP002: captions of one story end alike."""

import pytest

from cutline.check import mended, run
from cutline.model import House, Style
from unit.check.notation import photo, proof

CLOSED = (
    "Crews rest on the quay after the fire in the old port.",
    "Neighbours sweep ash from their doorsteps at dawn.",
    "A man carries a ladder through the flooded market hall.",
)
OPEN = tuple(caption.rstrip(".") for caption in CLOSED)
SENTENCE = "A boy saves two canaries from the house of his aunt"


def asked(*captions, language="en", full_stop="", **more):
    """The findings of CAP002 on captions of one story."""
    house = House(style=Style(full_stop=full_stop))
    photos = [photo(caption=caption, **more) for caption in captions]
    found = run(proof(*photos, language=language, house=house))
    return [finding for finding in found if finding.code == "CAP002"]


@pytest.mark.parametrize(
    ("others", "odd", "right"),
    [
        (CLOSED, SENTENCE, SENTENCE + "."),
        (CLOSED[:2], SENTENCE, SENTENCE + "."),
        ((CLOSED[0], "She lives in Scranton, Pa."), SENTENCE, SENTENCE + "."),
        ((CLOSED[0], "Who is next?", "“Never again.”"), SENTENCE, SENTENCE + "."),
        (CLOSED, f"Smoke rises. {SENTENCE}  ", f"Smoke rises. {SENTENCE}.  "),
        (CLOSED, f"{SENTENCE}, Rui (left)", f"{SENTENCE}, Rui (left)."),
        (
            CLOSED,
            "They prayed on the third day, August 14",
            "They prayed on the third day, August 14.",
        ),
        (CLOSED, "The house is gone", "The house is gone."),
        (OPEN, CLOSED[1] + " ", OPEN[1] + " "),
        (
            ("消防士が港で休んでいます。", "住民が灰を掃いています。"),
            "少年が鳥かごを抱えて港の通りを歩いている",
            "少年が鳥かごを抱えて港の通りを歩いている。",
        ),
    ],
)
def test_the_odd_one_out_is_asked_about_and_mended(others, odd, right):
    """The fix is safe, and what it gives is not asked about again."""
    (finding,) = asked(*others, odd)

    assert finding.place.photo == len(others)
    assert finding.fix.safe
    assert mended(odd, finding.fix.edits) == right
    assert asked(*others, right) == []


def test_the_message_counts():
    """An editor sees what was taken for the story's own style."""
    (finding,) = asked(*CLOSED, SENTENCE)

    assert "your captions mostly end in a full stop (3 of 4)" in finding.message


@pytest.mark.parametrize(
    "odd",
    [
        "What a night!",
        "Will it rain again?",
        "“We never gave up hope”",
        "More to come …",
        "She lives in Scranton, Pa.",
        "Gravelines, France",
        "The old port at dawn",
        "",
        "Smoke rises over the port. Foto: LN",
        "Smoke rises over the port. Ana Maria Silva",
        "Read the whole story of the fire at www.example.org/fire",
        "Smoke rises over the port (AP Photo/Ana Silva)",
        "The fire burns, the crews rest,",
    ],
)
def test_endings_that_fit_any_style_pass(odd):
    """Questions, quotations, places, credit lines and what another rule asks about."""
    assert asked(*CLOSED, odd) == []


@pytest.mark.parametrize(
    "captions",
    [
        CLOSED,
        OPEN,
        (CLOSED[0], OPEN[1]),
        (*CLOSED[:2], *OPEN[:2]),
        (*OPEN, "Smoke rises. The crews rest."),
        (*OPEN, "She lives in Scranton, Pa."),
        (OPEN[0], OPEN[1], CLOSED[2]),
    ],
)
def test_without_a_clear_majority_nothing_is_asked(captions):
    """Two captions are no style; several sentences may be closed among open ones."""
    assert asked(*captions) == []


def test_the_house_decides_if_it_has_said():
    """What the house says counts from the first caption on."""
    (always,) = asked(SENTENCE, full_stop="always")
    (never,) = asked(CLOSED[0], full_stop="never")

    assert always.fix.edits[0].text == "."
    assert never.fix.edits[0].text == ""


def test_words_of_the_file_are_not_mended():
    """A caption that comes from the photograph is asked about, not edited."""
    story = [photo(caption=caption) for caption in CLOSED]
    story.append(photo(caption=SENTENCE, filled={"caption"}))
    (finding,) = [f for f in run(proof(*story)) if f.code == "CAP002"]

    assert finding.fix is None
