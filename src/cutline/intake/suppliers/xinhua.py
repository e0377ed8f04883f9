"""Xinhua: ``(Xinhua/Li Ming)`` for staff, ``(Photo by Li Ming/Xinhua)`` for others."""

from collections.abc import Iterator

from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("Xinhua",)


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:xinhua"
    yield from byline(words, author)
    yield from caption(words, author)
