"""One credit said for all photographs of a story: ``All photographs: Ana Silva``."""

import re

from cutline.check.analysis import Analysis
from cutline.model.regex import regex

_ALL = regex(
    r"\b(?:all|alle|sämtliche|toutes|tous|todas|tutte|alla|kaikki|wszystkie|все)\b"
    r"(?:\s+(?:the|les|las|le|as|other))?\s+"
    r"(?:photographs?|photographies|photos?|pictures?|images?|fotos?|bilder|imágenes|imagens"
    r"|fotografías|fotografias|foto|fotografie|kuvat|zdjęcia|фото|фотографии)"
    r"\s*(?::|©|\bby\b|\bvon\b|\bpar\b|\bpor\b|\bdi\b|\bav\b|\baf\b)\s*(?P<credit>\w.*)",
    re.IGNORECASE,
)

_LONGEST = 2000


def blanket(text: str) -> str:
    """The credit that ``text`` says for all photographs, to the end of its line; else nothing.

    Looked for at both ends of a long text.
    """
    match = _ALL.search(text, 0, _LONGEST)
    if match is None and len(text) > _LONGEST:
        match = _ALL.search(text, max(_LONGEST, len(text) - _LONGEST))
    return match["credit"].strip() if match else ""


def said_for_all(analysis: Analysis) -> str:
    """The first such credit in the texts of a story, for ``Analysis.of``."""
    return next((found for words in analysis.texts if (found := blanket(words.text))), "")
