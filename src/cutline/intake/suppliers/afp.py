"""AFP: family names in capitals, ``STR``, ``-`` and ``AFP Contributor#AFP`` as By-line, TOPSHOT.

Restrictions for clients follow the sign-off in capitals.
"""

from collections.abc import Iterator

from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = ("AFP",)


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:afp"
    yield from byline(words, author, capitals=True)
    yield from caption(words, author)
