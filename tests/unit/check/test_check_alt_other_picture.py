"""ALT003: which caption an alt text fits, and what proves that it is another's."""

import pytest

from cutline.check import run
from cutline.check.analysis import analyse
from cutline.check.fitting import fits
from cutline.check.stems import stem
from cutline.check.strays import strays
from unit.check.notation import photo, proof

ENGLISH = [
    ("A tabby cat sleeps on a stack of books", "A cat has made its home in a library in Ghent."),
    ("Two skiers climb a snowy ridge", "Ski tourers near the summit of the Rax, 14 February 2024."),
    ("Nurses push a bed along a corridor", "Patients are moved to the new clinic in Graz."),
    ("A potter shapes a jug at her wheel", "Potters still use local clay in Gmunden."),
    ("Fishermen mend nets beside a blue boat", "Boats stay in the port of Rab after the storm."),
    ("A brass band marches past a fountain", "Musicians open the festival in Olomouc."),
]
GERMAN = [
    ("Eine Katze schläft auf einem Bücherstapel", "In einer Bibliothek in Gent wohnt eine Katze."),
    (
        "Feuerwehrleute löschen einen Dachstuhl",
        "Der Dachbrand in Steyr war um Mitternacht gelöscht.",
    ),
    ("Schüler sitzen an langen Tischen", "Die neue Schule in Wels hat 300 Schüler."),
    ("Ein Zug steht an einem leeren Bahnsteig", "Streik bei der Bahn: Kein Zug verlässt Linz."),
]


def _story(pairs, order, **more):
    """A story with the alt texts in another order."""
    shots = [photo(pairs[order[n]][0], pairs[n][1]) for n in range(len(order))]
    return proof(*shots, **more)


def _found(pairs, order, **more):
    return [(s.number, s.home) for s in strays(analyse(_story(pairs, order, **more)))]


@pytest.mark.parametrize("pairs", [ENGLISH, ENGLISH[:2], ENGLISH[:4]])
def test_alt_texts_at_home_are_let_be(pairs):
    """Each fits its own caption or says nothing against it."""
    assert _found(pairs, range(len(pairs))) == []


def test_german_alt_texts_at_home_are_let_be():
    """Compounds are taken apart."""
    assert _found(GERMAN, range(4), language="de") == []


@pytest.mark.parametrize(("one", "other"), [(0, 1), (0, 4), (1, 2), (3, 5), (2, 4)])
def test_an_exchanged_pair_is_found(one, other):
    """Both ends are named, and each says where it belongs."""
    order = list(range(6))
    order[one], order[other] = other, one

    assert _found(ENGLISH, order) == [(one, other), (other, one)]


def test_an_exchanged_german_pair_is_found():
    """``Dachstuhl`` and ``Dachbrand``, ``Zug`` and ``Zug``."""
    assert _found(GERMAN, [0, 3, 2, 1], language="de") == [(1, 3), (3, 1)]


def test_the_exchange_is_offered_once():
    """At the first of the pair; both edits belong to one fix."""
    findings = [f for f in run(_story(ENGLISH[:2], [1, 0])) if f.code == "ALT003"]

    first, second = findings
    assert not first.fix.safe
    assert {(e.place.photo, e.text) for e in first.fix.edits} == {
        (0, ENGLISH[0][0]),
        (1, ENGLISH[1][0]),
    }
    assert second.fix is None
    assert "photograph 1" in second.message


def test_a_ring_of_three_is_found():
    """Each goes to the next, and the whole ring is offered."""
    findings = [f for f in run(_story(ENGLISH, [1, 2, 0, 3, 4, 5])) if f.code == "ALT003"]

    assert {f.place.photo for f in findings} == {0, 1, 2}
    assert len(findings[0].fix.edits) == 3


def test_alt_texts_that_moved_by_one_are_found():
    """The first is new, all others stand one too late."""
    shots = [photo("An empty hall at night", ENGLISH[0][1])]
    shots += [photo(ENGLISH[n][0], ENGLISH[n + 1][1]) for n in range(5)]
    found = {stray.number: stray.home for stray in strays(analyse(proof(*shots)))}

    assert len(found) >= 3
    assert all(home == number - 1 for number, home in found.items())


def test_another_caption_word_for_word_needs_no_partner():
    """Whoever copied the wrong line."""
    caption = "A brass band opens the spring festival in Olomouc on Friday."
    shots = (photo(caption, "Potters still use local clay."), photo("Two drums", caption))

    assert [(s.number, s.home) for s in strays(analyse(proof(*shots)))] == [(0, 1)]


def test_the_credit_of_a_rival_wire_tells():
    """AP, Reuters, AFP and EPA do not carry each other's pictures."""
    shot = photo("A train in the snow. [Ana Silva/Reuters]", "A journey.", "Bo Lind/AP Photo")
    (finding,) = [f for f in run(proof(shot)) if f.code == "ALT003"]

    assert "“Ana Silva/Reuters”" in finding.message


def test_a_proof_is_not_mended_away():
    """Without the credit nobody would see again that the alt text is another picture's."""
    alt = "A train in the snow. [Ana Silva/Reuters]"
    found = {f.code: f for f in run(proof(photo(alt, "A journey.", "Bo Lind/AP Photo")))}
    other = {f.code: f for f in run(proof(photo(alt, "A journey.", "Ana Silva/dpa")))}
    same = {f.code: f for f in run(proof(photo(alt, "A journey.", "Ana Silva/Reuters")))}

    assert not found["ALT007"].fix.safe
    assert "CRD004" in other
    assert not other["ALT007"].fix.safe
    assert same["ALT007"].fix.safe


@pytest.mark.parametrize(
    ("carried", "printed"),
    [
        ("Ana Silva/AFP", "Ana Silva/AFP/Getty Images"),
        ("AFP", "Getty Images"),
        ("KCNA via Reuters", "KCNA via AP"),
        ("Ana Silva/Reuters", "Ana Silva/AP"),
        ("Ana Silva", "Bo Lind/AP"),
    ],
)
def test_credits_that_one_picture_may_have_tell_nothing(carried, printed):
    """Partners, the same source, the same photographer."""
    shot = photo(f"A train in the snow. [{carried}]", "A journey.", printed)

    assert strays(analyse(proof(shot))) == ()


def test_captions_that_only_give_background_prove_nothing():
    """An alt text that shares a name with many captions points at none."""
    captions = [
        "Ana Kovač has been mayor of Rab since 2019.",
        "Rab lives on tourism and fishing.",
        "The storm cost Rab a third of its boats.",
        "Kovač wants to rebuild the mole within a year.",
    ]
    alts = [
        "Ana Kovač walks along a quay in Rab",
        "Ana Kovač shakes hands with a man in Rab",
        "Ana Kovač points at a boat in Rab",
        "Ana Kovač sits at a desk in Rab",
    ]
    shots = [photo(alt, caption) for alt, caption in zip(alts, captions, strict=True)]

    assert strays(analyse(proof(*shots))) == ()


def test_a_caption_that_is_only_a_credit_is_not_compared():
    """Nothing is known of that picture."""
    shots = (
        photo("A potter shapes a jug at her wheel", "Photo: Ana Silva/AP"),
        photo("", "Potters shape jugs at the wheel in Gmunden."),
    )

    assert strays(analyse(proof(*shots))) == ()


def test_thousands_of_photographs_are_compared_in_linear_time():
    """No pair is looked at that shares nothing but crowded words."""
    shots = [photo(f"A cat on roof {n}", f"The cat of house {n} in Ghent.") for n in range(2000)]
    fitted = fits(analyse(proof(*shots)))

    assert fitted.count == 2000
    assert sum(map(len, fitted.others.values())) < 2000 * 50


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "wave waves waved waving"),
        ("en", "worship worshippers worshipper"),
        ("en", "child children"),
        ("de", "schule schulen"),
        ("fr", "manifestant manifestants"),
        ("es", "nina ninas nino"),
        ("ru", "дома домов домам"),
    ],
)
def test_forms_of_a_word_meet_in_their_stem(language, words):
    """Endings are taken off."""
    assert len({stem(word, language) for word in words.split()}) == 1
