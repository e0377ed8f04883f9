"""ALT004: alt texts that stop short, and those that only look it."""

import pytest

from cutline.check import run
from cutline.check.alike import fold_text
from cutline.check.cut_short import cut_short, piece_of
from cutline.check.spelling import dictionary
from cutline.model import House, Style
from unit.check.notation import photo, proof

CUT = [
    ("en", "A heron lands on the roof of", "of"),
    ("en", "Two men carry a door down a", "a"),
    ("en", "A baker leans against", "against"),
    ("en", "A queue of lorries leads to", "to"),
    ("en", "Rowers gather in", "in"),
    ("en", "A square surrounded by", "by"),
    ("en", "A diver wearing", "wearing"),
    ("en", "A heron lands,", "lands,"),
    ("en", "A heron lands…", "lands…"),
    ("en", "A heron lands [...]", "lands [...]"),
    ("en", "A heron lands (", "lands ("),
    ("en", "A heron lands –", "lands –"),
    ("en", "A sign that reads “", "reads “"),
    ("de", "Ein Reiher landet auf dem", "dem"),
    ("de", "Rowdys und Fans stehen zwischen", "zwischen"),
    ("fr", "Un héron se pose sur le", "le"),
    ("es", "Una garza vuela sobre", "sobre"),
    ("pt", "Uma garça voa para", "para"),
    ("it", "Un airone vola sopra il tetto della", "della"),
    ("nl", "Een reiger vliegt naar de", "de"),
    ("sv", "En häger flyger till", "till"),
    ("ru", "Цапля садится на", "на"),
    ("ar", "رجل يقف في", "في"),
]
WHOLE = [
    ("en", "Crowds look on"),
    ("en", "A clown with a wig on"),
    ("en", "A tram as a ferry floats by"),
    ("en", "The village they came from"),
    ("en", "A chart that two doctors look at"),
    ("en", "A foal being cared for"),
    ("en", "Night sets in"),
    ("en", "A lane with trees in between"),
    ("en", "Vitamin A"),
    ("en", "A climber looks up"),
    ("en", "A boy with nobody to play with"),
    ("en", "A banner asks “What for”"),
    ("en", "The place where the dam was"),
    ("en", "Fans queue for The Who"),
    ("de", "Ein Mann zieht die Jacke an"),
    ("de", "Ein Zug fährt ein"),
    ("de", "Kinder schauen zu"),
    ("de", "Die Sonne geht auf"),
    ("nl", "Een man trekt zijn jas aan"),
    ("sv", "En man ser på"),
    ("fr", "Des gens courent après"),
    ("es", "Un hombre que se va"),
    ("en", "Der Regen hört auf und ein Kind zieht die Jacke an"),
]


def _cut(text, caption="", language="en"):
    return cut_short(text, caption, fold_text(caption), language)


@pytest.mark.parametrize(("language", "text", "end"), CUT)
def test_a_text_that_cannot_end_there_is_cut_short(language, text, end):
    """Marks and small words after which something must come, in many languages."""
    cut = _cut(text, language=language)

    assert cut is not None
    assert cut.span.cut(text) == end


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_a_text_that_may_end_there_is_whole(language, text):
    """Particles of verbs, relatives and names end phrases; the words tell the language."""
    assert _cut(text, language=language) is None


def test_half_a_word_shows_where_the_caption_has_it_whole():
    """The same three words lead to it in both."""
    caption = "Anglers watch a big pike jump at the old mill in Melk. It was a Sunday."
    cut = _cut("Two anglers watch a big pike ju", caption)

    assert cut.on == "half a word"
    assert cut.whole == "Two anglers watch a big pike jump at the old mill in Melk"


@pytest.mark.skipif(dictionary("en") is None, reason="needs the spelling dictionaries")
@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Two anglers row under a cloudl", True),
        ("A dish of fried mushroo", True),
        ("Two anglers row under a cloudless sky", False),
        ("Two anglers row in a currach", False),
        ("Two anglers with the mayor of Ybbs", False),
        ("The colour of the harbour", False),
    ],
)
def test_a_dictionary_tells_the_beginning_of_a_word_from_a_word(text, cut):
    """A word that is in no dictionary, and that words in it begin with."""
    assert (_cut(text) is not None) == cut


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("Anglers watch a big boat", "Anglers watch a big boats race"),
        ("Fans at the World Cup", "Fans at the World CupCredit: somebody"),
        ("Anglers watch a big pike", "Anglers watch a big pike and a pikeperch"),
    ],
)
def test_a_longer_form_is_no_proof_of_half_a_word(alt, caption):
    """Endings, words run together and words the caption has whole as well."""
    assert _cut(alt, caption) is None


def test_the_caption_tells_how_a_cut_text_goes_on():
    """The rest of its sentence is offered, without the stop."""
    caption = "A ferry leaves the port of Split, Croatia, at dusk. It is full."
    cut = _cut("A ferry leaves the port of", caption)

    assert cut.whole == "A ferry leaves the port of Split, Croatia, at dusk"


def test_a_trailing_comma_is_offered_to_be_taken_away():
    """An offered fix, as something may be missing behind it."""
    (finding,) = run(proof(photo("A ferry leaves a port, at dusk,", "Split. Ferries run daily.")))

    assert (finding.code, finding.text) == ("ALT004", "dusk,")
    assert not finding.fix.safe
    assert [edit.text for edit in finding.fix.edits] == ["A ferry leaves a port, at dusk"]


def test_the_tail_of_a_caption_is_no_alt_text():
    """It begins in the middle of a sentence and runs to its end."""
    told = fold_text("Rangers closed the park to count the deer before the autumn hunt.")

    assert piece_of("count the deer before the autumn hunt.", told)
    assert not piece_of("Count the deer before the autumn hunt.", told)
    assert not piece_of("deer before the hunt of autumn.", told)


def test_a_cut_caption_is_asked_about_as_a_caption():
    """Whoever writes a text of its own need not complete the copied one."""
    shot = photo("A ferry leaves the old port of", "A ferry leaves the old port of Split.")

    assert [finding.code for finding in run(proof(shot))] == ["ALT002"]


def test_where_captions_may_be_repeated_a_cut_one_is_asked_about():
    """The house allows the repetition, not the cut."""
    shot = photo("A ferry leaves the old port of", "A ferry leaves the old port of Split.")
    house = House(style=Style(alt="may-repeat-caption"))

    assert [finding.code for finding in run(proof(shot, house=house))] == ["ALT004"]


def test_a_text_that_ends_in_its_credit_is_read_up_to_it():
    """The comma before a bracketed credit is where it stops."""
    found = run(proof(photo("A ferry leaves a port, at dusk, [Ana Silva/AP]", "Split.")))

    assert {finding.code for finding in found} == {"ALT004", "ALT007"}


def test_a_very_long_text_is_read_in_linear_time():
    """Ten thousand commas and a caption as long."""
    assert _cut("pike, " * 50_000, "pike " * 50_000) is not None
