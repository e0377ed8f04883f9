"""A caption goes on to the end of its sentence.

A system has cut it at a number of letters, or somebody has pasted half of the wire's: it ends
in a comma, ``...more``, an ellipsis in mid-sentence, or a word after which something must come.

Asks::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in the old port of [Ana Silva/AP]

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in the old port. [Ana Silva/AP]

Fix: none. The rest of the sentence is not here.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.alike import Folded
from cutline.check.analysis import Analysis, Frame
from cutline.check.cut_short import cut_short
from cutline.check.rule import Rule
from cutline.check.sentences import sentences
from cutline.check.told import LONGEST
from cutline.model import Finding, Place, Severity

RULE = Rule("CAP012", "caption-cut", Severity.WARNING, since="0.1", covers=frozenset(("CAP002",)))

_NOTHING = Folded((), ())
_WHOLE = frozenset(("a colon", "an open quote", "a slash"))
"""Ends of headings and slugs (``JANUARY:``), or what other rules ask about."""
_HELD_BREATH = 8
"""Words: a sentence shorter than this that ends in an ellipsis is meant so."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for captions that stop in the middle of a sentence."""
    led_on = sum(_leads_on(frame, analysis.language) for frame in analysis.frames) > 1
    for frame in analysis.frames:
        words = frame.caption
        if frame.caption_credit is not None:
            continue
        start = max(0, len(words.text) - LONGEST)
        cut = cut_short(words.text[start:], "", _NOTHING, analysis.language)
        if cut is None or cut.on in _WHOLE:
            continue
        if cut.on == "an ellipsis" and not _in_mid_sentence(words.text[start:]):
            continue
        if led_on and _leads_on(frame, analysis.language):
            continue
        span = cut.span.shift(start)
        yield RULE.at(
            Place(words.place.photo, words.place.field, span),
            f"the caption{words.origin} stops at {cut.on}",
            hint="find the rest of the sentence, or end it before",
            text=span.cut(words.text),
        )


def _leads_on(frame: Frame, language: str) -> bool:
    """True for a whole phrase with an ellipsis: where two have one, each leads on to the next."""
    body = frame.caption.text.rstrip()[-LONGEST:]
    phrase = body.removesuffix("…").removesuffix("...")
    if len(phrase) == len(body) or not phrase[-1:].isalnum():
        return False
    return cut_short(phrase, "", _NOTHING, language) is None


def _in_mid_sentence(text: str) -> bool:
    """True where the ellipsis stands for words that were cut: ``more`` says so, or length."""
    if text.rstrip(" )]").lower().endswith("more"):
        return True
    last = sentences(text)[-1].cut(text)
    return len(last.split()) > _HELD_BREATH and "“" not in last and '"' not in last
