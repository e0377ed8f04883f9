"""PA Media: ``Photo credit should read …`` and ``See PA story …`` close the caption."""

import re
from collections.abc import Iterator

from cutline.intake.captions import anywhere
from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("PA", "PA Wire", "PA Images")

_DESK = re.compile(
    r"(?:PRESS ASSOCIATION|PA) (?:WIRE )?(?:Photo|photo)\."
    r"|See (?:PA|PRESS ASSOCIATION) story [^.\n]{1,120}\."
)
"""Sentences that send a desk to a story on the wire."""


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:pa"
    yield from byline(words, author)
    yield from caption(words, author, (anywhere(_DESK, "it speaks to desks"),))
