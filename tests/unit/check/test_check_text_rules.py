"""TXT rules: what an editor would ask, and what would make them switch the rule off."""

import pytest

from cutline.check import mended, run, safe_edits
from cutline.model import Proof, Severity
from cutline.story import apply, parse, source_edit
from unit.check.notation import NOW, photo, proof


def asked(caption, code, language="en"):
    """The findings of one rule on one caption."""
    findings = run(proof(photo(caption=caption), language=language))
    return [finding for finding in findings if finding.code == code]


@pytest.mark.parametrize(
    ("caption", "language", "mend"),
    [
        ("The Vostochny Сosmodrome.", "en", "The Vostochny Cosmodrome."),
        ("Eine Drohne der Вerliner Feuerwehr.", "de", "Eine Drohne der Berliner Feuerwehr."),
        ("Le Sénаt vote.", "fr", "Le Sénat vote."),
        ("Площадь в центре Mосквы.", "ru", "Площадь в центре Москвы."),
        ("Η Aθήνα το βράδυ.", "el", "Η Αθήνα το βράδυ."),
        ("В ХIХ веке.", "ru", "В XIX веке."),
        ("Anο Poli in the evening.", "en", "Ano Poli in the evening."),
    ],
)
def test_look_alikes_of_another_script_are_found_and_mended(caption, language, mend):
    """A letter that cannot be told apart is replaced by the one that was meant."""
    (finding,) = asked(caption, "TXT001", language)

    assert finding.fix is not None
    assert finding.fix.safe
    assert mended(caption, finding.fix.edits) == mend


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Particles of 5 μm, or 12 µg per litre.", "en"),
        ("The γH2AX and TNFα signals rise.", "en"),
        ("The village is called Ζαγορά in Greek.", "en"),
        ("The word «Слава» in large letters, 東京 in red, نحن in blue.", "en"),
        ("Разработчик на PHP и IT-шник.", "ru"),
        ("Скачал несколько PDFов.", "ru"),
        ("Новости из Twitterа.", "ru"),
        ("新しいTシャツとWi-Fiルーター。", "ja"),
        ("The faux-Soviet TETЯIS logo.", "en"),
        ("Kurt Gödel, Łódź, naïve.", "en"),
    ],
)
def test_scripts_that_are_meant_to_mix_pass(caption, language):
    """Symbols, loan words, whole words in another script and jokes are no slips."""
    assert asked(caption, "TXT001", language) == []


def test_the_odd_letter_is_named_with_its_code_point():
    """The editor cannot see it, so the message says which character it is."""
    (finding,) = asked("The Vostochny Сosmodrome.", "TXT001")

    assert "С is Cyrillic ES, U+0421" in finding.message
    assert finding.text == "Сosmodrome"


def test_a_letter_with_no_twin_in_the_language_is_not_mended_by_machine():
    """Russian has no і: what was meant is for a person to say."""
    (finding,) = asked("Картина «Лiза».", "TXT001", "ru")

    assert finding.fix is None


@pytest.mark.parametrize(
    ("caption", "mend"),
    [
        ("Three week\u200bs.", "Three weeks."),
        ("A \ufeffman waits.", "A man waits."),
        ("A \u200b man waits.", "A man waits."),
        ("She left\u200c here.", "She left here."),
        ("Shows a\u202e lottery.", "Shows a lottery."),
        ("A man\u2028waits.", "A man waits."),
        ("Ex\u00ad ample.", "Ex ample."),
        ("A \u2066name\u2069 here.", "A name here."),
        ("Heart\ufe0f here.", "Heart here."),
        ("Hi\U000e0041\U000e0042 there.", "Hi there."),
        ("A sin\u00adgle hint.", "A single hint."),
    ],
)
def test_strays_are_found_and_taken_out_without_leaving_a_gap(caption, mend):
    """What nobody sees goes, and no doubled space stays behind."""
    findings = asked(caption, "TXT002")
    edits = safe_edits(findings)

    assert findings
    assert mended(caption, edits) == mend


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("The Persian word می\u200cخواهم in green.", "en"),
        ("The family 👨\u200d👩\u200d👧 on a wall.", "en"),
        ("A red heart ❤\ufe0f and a key 1\ufe0f\u20e3.", "en"),
        ("A woman with red hair 👩🏽\u200d🦰 waves.", "en"),
        ("The flag 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f waves.", "en"),
        ("ภาษา\u200bไทย", "th"),
        ("שלום \u200fAP\u200f כאן", "he"),
        ("क्\u200dष in Hindi", "hi"),
        ("One line\nand another.", "en"),
    ],
)
def test_characters_that_do_their_work_pass(caption, language):
    """Joiners, selectors and marks stay where a script or an emoji needs them."""
    assert asked(caption, "TXT002", language) == []


def test_soft_hyphens_of_a_publishing_system_are_only_mentioned():
    """A German page is full of them; they are taken out without an alarm."""
    (finding,) = asked("Ein Fest in Süd\u00adti\u00adrol.", "TXT002", "de")

    assert finding.severity is Severity.INFO
    assert finding.fix is not None
    assert finding.fix.safe


@pytest.mark.parametrize(
    ("caption", "language", "mend"),
    [
        ("A man  waits.", "en", "A man waits."),
        ("A man \u00a0waits.", "en", "A man waits."),
        ("Il dit \u00a0: oui.", "fr", "Il dit\u00a0: oui."),
        ("Il dit « \u00a0oui ».", "fr", "Il dit «\u00a0oui »."),
        ("A man.   Another.", "en", "A man. Another."),
    ],
)
def test_doubled_spaces_become_one(caption, language, mend):
    """One is left, and it is the one the language sets there."""
    (finding,) = asked(caption, "TXT003", language)

    assert finding.fix is not None
    assert mended(caption, finding.fix.edits) == mend


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("On y lit\u00a0: «\u00a0Je suis Bruxelles\u00a0».", "fr"),
        ("Pourquoi\u202f? Nul ne le sait.", "fr"),
        ("One line  \nand another.", "en"),
        (" Leading and trailing  ", "en"),
        ("東京\u3000\u3000大阪", "ja"),
    ],
)
def test_single_and_meant_spaces_pass(caption, language):
    """No-break spaces before punctuation, line ends and ideographic spaces are right."""
    assert asked(caption, "TXT003", language) == []


def test_code_in_the_body_keeps_its_spaces():
    """What is set as code is not prose."""
    from dataclasses import replace

    from cutline.model import Block, Passage

    plain = proof(photo())
    blocks = (
        *plain.story.blocks,
        Block("code", Passage("a  =  1")),
        Block("paragraph", Passage("b  c")),
    )
    findings = run(replace(plain, story=replace(plain.story, blocks=blocks)))

    assert [(f.code, f.place.field) for f in findings] == [("TXT003", "body[1]")]


def test_words_set_as_code_stay_as_they_are():
    """In code every letter and space is meant; beside it nothing is."""
    text = "`a  b` and  `pаth` and Сape and `x\u200by` and\u200b on, `c `  ` d`\n"
    story = parse(text).story
    findings = run(Proof(story, (), NOW))
    edits = (source_edit(text, story, edit) for edit in safe_edits(findings))

    assert {finding.code for finding in findings} == {"TXT001", "TXT002", "TXT003"}
    assert apply(text, [edit for edit in edits if edit]) == (
        "`a  b` and `pаth` and Cape and `x\u200by` and on, `c `  ` d`\n"
    )


def test_every_gap_beside_code_is_found_however_much_code_there_is():
    (finding,) = run(Proof(parse("`a  b`  c " * 2_000).story, (), NOW))
    assert 1 + len(finding.places) == 2_000
