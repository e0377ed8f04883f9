"""Whether an alt text says what the caption says: then whoever listens hears it twice."""

from collections.abc import Sequence

from cutline.check.alike import likeness
from cutline.check.analysis import Frame

_SAME = 0.9
_HEADING = 6
"""Words that may stand before or after: a place, a date, a credit that was not seen as one."""
_LONGEST = 400
"""Words; longer texts are only compared for equality."""
_ENOUGH = 5
"""Shorter texts are only compared whole."""


def repeats_caption(frame: Frame) -> bool:
    """True if the alt text is the caption, or the caption with a few words before or after.

    Nine tenths of their letters stand in the same words, in order, after case, quotes, stops
    and accents are folded; credits at either end are left out.
    """
    alt = frame.alt_words.words
    return bool(alt) and _same(alt, frame.caption_words.words)


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
