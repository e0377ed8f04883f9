"""EPA: ``EPA/ANA SILVA`` ends the caption, names in capitals there and in the By-line."""

from collections.abc import Iterator

from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("EPA", "EFE")


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:epa"
    yield from byline(words, author, capitals=True)
    yield from caption(words, author)
