"""Anadolu: ``( Ana Silva - Anadolu Agency )`` ends the caption."""

import re
from collections.abc import Iterator

from cutline.intake.captions import anywhere
from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("Anadolu",)

_ENDING = re.compile(
    r"\s{0,4}\(\s{0,2}[^()\n]{1,80}\s[-–]\s(?:Anadolu(?: Agency| Ajansı)?|AA)\s{0,2}\)\s{0,4}$"
)
"""The sign-off, with a dash where others have a stroke."""


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:anadolu"
    yield from byline(words, author)
    yield from caption(
        words, author, (anywhere(_ENDING, "the credit is printed beside the caption"),)
    )
