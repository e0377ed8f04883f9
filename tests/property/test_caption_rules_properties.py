"""Whatever stands in a caption: the caption rules end, in time, with places that exist."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutline.almanac.days import days
from cutline.check import registry, run
from cutline.check.analysis import analyse
from cutline.check.sentences import sentences
from growth import assert_linear
from unit.check.notation import photo, proof

PIECES = st.sampled_from(
    "left right (L-R) (l.) , ; . … “ ” ( ) From Ana Silva Rui and the four winners on May 31 June"
    " 2102 , 12, 2019 Monday today TOPSHOT - FILE PHOTO: v. l. links à gauche 3. Juli 2024年7月3日"
    " 31.31.2024 ... Pa. 。 \n \u00a0 İ ß 𝔄".split(" ")
)
CAPTIONS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80)
RULES = [entry for code, entry in registry().items() if code.startswith("CAP")]


@given(st.lists(CAPTIONS, min_size=1, max_size=4), st.sampled_from(("en", "de", "fr", "ja", "xx")))
def test_findings_stand_on_words_that_exist(captions, language):
    """No caption ends in a traceback, and every span lies in its field."""
    story = proof(*(photo(caption=caption) for caption in captions), language=language)

    for finding in run(story):
        if finding.place.field == "caption" and finding.place.span:
            text = captions[finding.place.photo]
            assert finding.place.span.end <= len(text)


@given(CAPTIONS)
def test_sentences_and_dates_lie_in_the_text_in_order(text):
    """Nothing overlaps, nothing is lost but blanks."""
    parts = sentences(text)

    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert "".join("".join(p.cut(text) for p in parts).split()) == "".join(text.split())
    assert all(day.span.end <= len(text) for day in days(text))


@pytest.mark.parametrize(
    "unit",
    [
        "a", "A", " ", ".", "(", ",", "left, ", "(l) ", "From left, ", "Ana ", "three ", "May 5 ",
        "1.1.2024 ", "“", "four men ", "A, B and C ", "TOPSHOT ", "12, 2019 ", ". A", "…", "\n",
    ],
)  # fmt: skip
def test_time_grows_with_length_and_no_faster(unit):
    """A caption of three hundred thousand letters costs the rules a moment, not minutes."""

    def work(length: int) -> None:
        analysis = analyse(proof(photo(caption=unit * (length // len(unit)))))
        for entry in RULES:
            for _ in zip(range(1000), entry.check(analysis), strict=False):
                pass

    assert_linear(work, 300_000)
