"""dpa: ``Foto: Ana Silva/dpa`` ends the caption; terms begin with ``ACHTUNG:``."""

import re
from collections.abc import Iterator

from cutline.intake.captions import anywhere
from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("dpa", "picture alliance")

_RETURN = re.compile(
    r"\s{0,4}[-–]{0,2}\s{0,4}\+{3}\s?(?:dpa-Bildfunk|dpa Bildfunk)\s?\+{3}"
    r"|\s{0,4}\(c\) dpa - Bildfunk\b"
)
"""``+++ dpa-Bildfunk +++``, which closes a transmission."""


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:dpa"
    yield from byline(words, author)
    yield from caption(words, author, (anywhere(_RETURN, "it closes the transmission"),))
