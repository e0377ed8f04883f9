"""A caption tells what the headline and the text have not just told.

A reader who has read the line above reads it again under the photograph, and what the
photograph shows stays unsaid. Headline, standfirst, each paragraph and each sentence of the
text are compared, after case, quotes, stops and accents are folded.

Asks::

    ---
    headline: Night of fire in the old port
    ---

    ![Six firefighters sit on a kerb](fire.jpg)
    Night of fire in the old port. [Ana Silva/AP]

Passes::

    ---
    headline: Night of fire in the old port
    ---

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in the old port. [Ana Silva/AP]

Fix: none.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.alike import fold_text
from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.check.sentences import sentences
from cutline.model import Finding, Severity

RULE = Rule("CAP008", "caption-repeats", Severity.WARNING, since="0.1")

_FEWEST = 4
"""Words; shorter ones are names and places that may well stand twice."""
_FIELDS = {"headline": "the headline", "standfirst": "the standfirst", "kicker": "the kicker"}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for captions that stand elsewhere in the story already."""
    told: dict[tuple[str, ...], str] | None = None
    for frame in analysis.frames:
        words = frame.caption_words.words
        if len(words) < _FEWEST:
            continue
        told = analysis.of(_told) if told is None else told
        if words in told:
            yield RULE.at(
                Analysis.whole(frame.caption),
                f"the caption{frame.caption.origin} repeats {told[words]}",
                hint="say what the photograph shows",
                text=frame.caption.text,
            )


def _told(analysis: Analysis) -> dict[tuple[str, ...], str]:
    """Every line, paragraph and sentence of the story, folded, and what to call it."""
    told: dict[tuple[str, ...], str] = {}
    for words in analysis.texts:
        if words.place.photo is not None:
            continue
        text = words.text
        name = _FIELDS.get(words.place.field, "a paragraph of the text")
        told.setdefault(fold_text(text).words, name)
        if name != _FIELDS["headline"]:
            part = "a sentence of the text" if name not in _FIELDS.values() else name
            for span in sentences(text):
                told.setdefault(fold_text(span.cut(text)).words, part)
    return told
