"""Whatever is typed, the copy desk answers, and its fixes do what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutline.check import mended, run, safe_edits, text_of, ungroup
from cutline.check.engine import settled
from cutline.check.registry import registry
from cutline.check.report import Report
from cutline.check.report.machine import as_json_line
from cutline.check.report.people import as_text
from cutline.model import Place, Span
from unit.check.notation import photo, proof

BITS = st.sampled_from(
    [
        "Ana Silva",
        "AP",
        "Reuters",
        "Rueters",
        "Getty images",
        "/",
        " / ",
        "/ ",
        "//",
        " via ",
        "|",
        "©",
        "Photo:",
        "Photograph by ",
        "(",
        ")",
        "[",
        "]",
        " ",
        "  ",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u00ad",
        "\u200d",
        "\n",
        "\x07",
        "Сosmodrome",
        "Mосква",
        "μm",
        "👨\u200d👩\u200d👧",
        "❤\ufe0f",
        "می\u200cخواهم",
        "Monday, ",
        "Aug. 29, 2024",
        "Freitag, 3. Juli",
        "31 June",
        "IMG_4032",
        ".jpg",
        "A man waits",
        "the",
        "caption",
        ".",
        ",",
        "…",
        "東京",
        "é",
        "e\u0301",
        "\u2028",
        "\U000e0041",
    ]
)
PIECES = st.lists(BITS, max_size=9).map("".join)
TEXTS = st.one_of(PIECES, st.text(max_size=40))
PHOTOS = st.builds(photo, st.none() | TEXTS, TEXTS, TEXTS)
LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "ar", "fa", "th", "xx", ""])
PROOFS = st.builds(
    lambda photos, language, headline, body: proof(
        *photos, language=language, headline=headline, body=[text for text in body if text]
    ),
    st.lists(PHOTOS, max_size=4),
    LANGUAGES,
    TEXTS,
    st.lists(TEXTS, max_size=2),
)


@given(PROOFS)
def test_any_words_are_read_and_reported(made):
    """No text makes a rule or a report fail."""
    report = Report("id", "story.md", made, run(made))

    assert as_text(report)
    assert "\n" not in as_json_line(report)


@given(PROOFS)
def test_a_span_lies_in_its_field_and_text_is_its_words(made):
    """Grouped or not, `text` is what stands at `place`."""
    for findings in (run(made), ungroup(run(made), made)):
        for finding in findings:
            words = text_of(made, finding.place)
            for place in (finding.place, *finding.places):
                assert place.span is None or place.span.end <= len(text_of(made, place))
            span = finding.place.span
            assert finding.text == (span.cut(words) if span else words) or not finding.text.strip()


@given(PROOFS)
def test_edits_lie_in_their_fields(made):
    """What is to be replaced is there."""
    for finding in run(made):
        for edit in finding.fix.edits if finding.fix else ():
            assert edit.place.span is not None
            assert edit.place.span.end <= len(text_of(made, edit.place))


def _applied(made):
    """The proof with its safe fixes applied."""
    edits = {}
    for edit in safe_edits(run(made)):
        edits.setdefault((edit.place.photo, edit.place.field), []).append(edit)

    def words(number, field, text):
        return text if text is None else mended(text, edits.get((number, field), ()))

    photos = [
        photo(
            words(shot.number, "alt", shot.alt),
            words(shot.number, "caption", shot.caption),
            words(shot.number, "credit", shot.credit),
        )
        for shot in made.shots
    ]
    story = made.story
    body = [words(None, f"body[{n}]", passage.text) for n, passage in enumerate(story.body)]
    headline = words(None, "headline", story.headline.text)
    return proof(*photos, language=story.language, headline=headline, body=body)


def _asked(made):
    return {
        (f.code, f.place.photo, f.place.field, f.text)
        for f in ungroup(run(made), made)
        if f.fix is not None and f.fix.safe
    }


@given(PROOFS)
def test_safe_fixes_end_what_they_mend(made):
    """After at most a few readings nothing safe is left, and a further one changes nothing."""
    for _ in range(4):
        made = _applied(made)

    assert safe_edits(run(made)) == ()


@pytest.mark.parametrize(
    "words",
    [
        photo("The Сosmodrome at dusk", "A  man waits.", "Jo Bell/ AP"),
        photo("A crowd on a square. [Ana Silva/AP]", "A crow\u200bd gathers.", "Ana Silva//AP"),
        photo(
            "A \u200b crowd on a square",
            "One \u00a0 two \ufeff three.",
            "Photograph:Ana Silva/Getty images",
        ),
    ],
)
def test_one_application_is_enough_and_adds_nothing(words):
    """Applied once, every safe finding is gone and no other has come."""
    made = proof(words)
    after = _applied(made)

    assert _asked(made)
    assert run(after) == ()
    assert safe_edits(run(after)) == ()


SPANS = st.none() | st.tuples(st.integers(0, 12), st.integers(0, 5)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(st.lists(st.tuples(st.sampled_from(["CRD005", "CAP002", "CAP015"]), SPANS), max_size=12))
def test_a_rule_is_silent_where_a_graver_one_asks_about_the_same_words(asked):
    """However the stretches lie: checked pair by pair, which takes too long for thousands."""
    covers = registry()["CRD005"].rule.covers
    place = [Place(0, "caption", span) for _, span in asked]
    found = [registry()[code].rule.at(at, "x") for (code, _), at in zip(asked, place, strict=True)]
    graver = [span for code, span in asked if code == "CRD005"]
    silent = {
        number
        for number, (code, span) in enumerate(asked)
        if code in covers and any(_share(span, other) for other in graver)
    }

    kept = list(settled(found))
    assert [(f.code, f.place) for f in kept] == [
        (f.code, f.place) for number, f in enumerate(found) if number not in silent
    ]
    assert any("as well" in f.message for f in kept) == bool(silent)


def _share(one: Span | None, other: Span | None) -> bool:
    """True if two stretches share words; whole fields share theirs."""
    if one is None or other is None:
        return one is other
    return one.start < other.end and other.start < one.end
