"""An alt text says what the picture looks like; it does not read the caption out twice.

Who listens to the page hears both. Texts count as the same if nine tenths of their letters
stand in the same words, after case, quotes, stops and accents are folded, or if the alt text
is the caption with a place or a few words set before or after it.

Asks::

    ![Crews rest after the fire](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![Six firefighters sit on a kerb, faces black with soot](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none. Somebody has to look at the picture.
Source: WCAG 2.2, success criterion 1.1.1; HTML Standard, 4.8.4.4 (requirements for alt text).
"""

from collections.abc import Iterator, Sequence

from cutline.check.alike import likeness
from cutline.check.analysis import Analysis, Frame
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("ALT002", "alt-equals-caption", Severity.WARNING, since="0.1")

_SAME = 0.9
_HEADING = 6
"""Words that may stand before or after: a place, a date, a credit that was not seen as one."""
_LONGEST = 400
"""Words; longer texts are only compared for equality."""
_ENOUGH = 5
"""Shorter texts are only compared whole."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare every alt text with the caption under the same photograph."""
    for frame in analysis.frames:
        if frame.alt_words.words and _same(frame.alt_words.words, frame.caption_words.words):
            yield RULE.at(
                Analysis.whole(frame.alt),
                f"the alt text{frame.alt.origin} repeats the caption{_also(frame)}",
                hint="say what the picture looks like to somebody who cannot see it",
                text=frame.alt.text,
            )


def _also(frame: Frame) -> str:
    return " and carries a credit (ALT007)" if frame.alt_credit else ""


def _same(alt: Sequence[str], caption: Sequence[str]) -> bool:
    if alt == caption:
        return True
    if not caption or max(len(alt), len(caption)) > _LONGEST:
        return False
    if likeness(alt, caption) > _SAME:
        return True
    extra = len(alt) - len(caption)
    short = min(len(alt), len(caption))
    if short < _ENOUGH or not 0 < abs(extra) <= min(_HEADING, short // 2):
        return False
    if extra < 0:
        return likeness(alt, caption[-extra:]) > _SAME
    return max(likeness(alt[extra:], caption), likeness(alt[:-extra], caption)) > _SAME
