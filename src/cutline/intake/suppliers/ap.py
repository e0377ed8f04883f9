"""Associated Press: ``(AP Photo/Ana Silva)`` ends the caption, restrictions in capitals.

By-lines are written as names are; STF, STR and FRE stand in By-line Title and mark nobody.
"""

from collections.abc import Iterator

from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("AP",)


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:ap"
    yield from byline(words, author)
    yield from caption(words, author)
