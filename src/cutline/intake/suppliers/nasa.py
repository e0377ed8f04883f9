"""NASA: the number of the frame begins the caption, ``NASA/Ana Silva`` is the By-line."""

import re
from collections.abc import Iterator

from cutline.intake.captions import leading
from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("NASA",)

_FRAME = re.compile(
    r"(?:[A-Za-z]{2,6}\d{2,4}[A-Za-z]\d{4,8}"
    r"|(?:KSC|JSC|MSFC|GRC|AFRC|NHQ)[-_ ]?\w{4,24}(?:~\w{1,8})?|PIA\d{5})"
    r"\s{0,4}(?=\()"
)
"""``art002e009288 (April 6, 2026) – …``: the day in brackets stays, it heads the caption."""


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:nasa"
    yield from byline(words, author)
    yield from caption(words, author, (leading(_FRAME, "the number of the frame is for archives"),))
