"""Reuters: ``REUTERS/Ana Silva`` ends the caption, then ``ATTENTION EDITORS`` in capitals.

Third-party pictures name Handout or Stringer as By-line; ``TPX IMAGES OF THE DAY`` marks a choice.
By-lines came in capitals until the 2010s.
"""

from collections.abc import Iterator

from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("Reuters",)


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:reuters"
    yield from byline(words, author, capitals=True)
    yield from caption(words, author)
