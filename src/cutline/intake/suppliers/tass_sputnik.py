"""TASS and Sputnik: names in capitals, or with the agency behind a stroke in the By-line."""

from collections.abc import Iterator

from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("TASS", "Sputnik", "RIA Novosti")


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:tass_sputnik"
    yield from byline(words, author, capitals=True)
    yield from caption(words, author)
