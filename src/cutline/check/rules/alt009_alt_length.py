"""An alt text is a sentence: longer than a label, shorter than a paragraph.

Under three words it hardly says what is seen; over 250 characters nobody can go back in it
with a screen reader. What is longer belongs into the caption or the text.

Asks::

    ![Firefighters](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none.
Source: W3C, An alt Decision Tree; the median of published alt texts is 66 characters.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("ALT009", "alt-length", Severity.INFO, since="0.1")

_FEWEST = 3
_MOST = 250


def check(analysis: Analysis) -> Iterator[Finding]:
    """Count words and characters of every alt text, a credit in it left out.

    Words that are run together (Chinese, Thai) are counted as characters or not at all.
    """
    for frame in analysis.frames:
        words = frame.alt_words.words
        length = len(frame.alt_credit.without if frame.alt_credit else frame.alt.text)
        if not words:
            continue
        if len(words) < _FEWEST and not _run_together(words):
            message = f"the alt text{frame.alt.origin} has fewer than {_FEWEST} words"
            hint = "say who or what is seen, and where"
        elif length > _MOST:
            message = f"the alt text{frame.alt.origin} has more than {_MOST} characters"
            hint = "say what is seen first, and leave the rest to the caption"
        else:
            continue
        yield RULE.at(Analysis.whole(frame.alt), message, hint=hint, text=frame.alt.text)


def _run_together(words: tuple[str, ...]) -> bool:
    """True for scripts without blanks between words: Thai, Lao, Khmer, Burmese."""
    return any("\u0e00" <= word[0] <= "\u0eff" or "\u1000" <= word[0] <= "\u17ff" for word in words)
