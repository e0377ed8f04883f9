"""Anybody else: marks that name nobody, and the sign-off of an agency that is known."""

from collections.abc import Iterator

from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ()


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:generic"
    yield from byline(words, author)
    yield from caption(words, author)
