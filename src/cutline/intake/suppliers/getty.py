"""Getty Images: delivers for itself and for others, whose habits stay in the fields.

``X/AFP via Getty Images`` keeps AFP's capitals; the caption may carry both sign-offs.
"""

from collections.abc import Iterator

from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("Getty Images",)


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:getty"
    yield from byline(words, author, capitals=True)
    yield from caption(words, author)
