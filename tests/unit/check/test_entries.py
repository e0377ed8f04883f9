"""Words of a dictionary's files are found without reading all of them, and never too many."""

import pytest

from cutline.check.entries import Entries

WORDS = b"7\nboat/SM\ncarry/SDG\nharbor's\nharbor/MS\nkelp\nnever/X\nunder/c\n"
AFFIXES = b"""SET ISO8859-1
NEEDAFFIX X
ONLYINCOMPOUND c
SFX S Y 4
SFX S   y     ies        [^aeiou]y
SFX S   0     s          [aeiou]y
SFX S   0     es         [sxzh]
SFX S   0     s          [^sxzhy]
SFX D Y 2
SFX D   y     ied        [^aeiou]y
SFX D   0     ed         [^ey]
SFX G Y 1
SFX G   0     ing        [^e]
"""


@pytest.mark.parametrize(
    "word", ["boat", "boats", "carry", "carries", "carried", "carrying", "harbor", "kelp"]
)
def test_entries_and_their_allowed_endings_are_words(word):
    """A word is an entry, or one with an ending that its flags and letters allow."""
    assert Entries(WORDS, AFFIXES).has(word)


@pytest.mark.parametrize(
    "word",
    ["boated", "boates", "carrys", "kelps", "never", "under", "Boat", "bo", "zebra", "boät", ""],
)
def test_what_is_not_surely_a_word_is_left_to_the_dictionary(word):
    """Flags that are not there, letters that do not fit, parts of words, capitals: no answer."""
    assert not Entries(WORDS, AFFIXES).has(word)


def test_a_file_that_is_not_sorted_only_answers_less():
    """What halving does not meet is left to the dictionary."""
    mixed = Entries(b"3\nzebra/S\nboat/S\nmoor\n", AFFIXES)

    assert {word for word in ("apple", "boats", "mooring", "zebras") if mixed.has(word)} <= {
        "boats",
        "zebras",
    }


def test_flags_of_another_kind_are_not_read():
    """Long and numbered flags would be taken for single letters."""
    assert not Entries(WORDS, b"FLAG long\n" + AFFIXES).has("boat")


def test_what_is_known_here_the_dictionary_knows():
    """Of real files nothing is known that Hunspell does not know."""
    hunspell = pytest.importorskip("hunspell")
    from pathlib import Path

    folder = Path(hunspell.__file__).parent / "dictionaries"
    files = ((folder / f"en_US.{kind}").read_bytes() for kind in ("dic", "aff"))
    entries, whole = Entries(*files), hunspell.Hunspell("en_US", hunspell_data_dir=str(folder))
    stems = (folder / "en_US.dic").read_bytes().decode("latin-1").split("\n")[1::70]
    words = [stem.split("/")[0] + end for stem in stems for end in ("", "s", "ed", "ing", "ly")]
    known = [word for word in words if entries.has(word)]

    assert len(known) > 900
    assert [word for word in known if not whole.spell(word)] == []
