"""Alt texts that say that they are a picture, before what is seen or instead of it.

Screen readers say “image” themselves. ``Photo of a man`` loses nothing without its opening;
``Photos of victims on a wall`` and ``A painting of a man`` are of what is seen.
"""

import re
from typing import NamedTuple

from cutline.model import Span
from cutline.model.regex import regex

_PICTURE = {
    "en": "image|photo|photograph|picture|pic|snapshot",
    "de": "bild|foto|aufnahme|fotografie|abbildung",
    "fr": "image|photo|photographie|cliché",
    "es": "imagen|foto|fotografía",
    "pt": "imagem|foto|fotografia",
    "it": "immagine|foto|fotografia",
    "nl": "afbeelding|foto|beeld",
    "sv": "bild|foto|fotografi",
    "ru": "фото|фотография|изображение|снимок",
}
_OF = {
    "en": "of|shows|showing",
    "de": "von|zeigt|mit",
    "fr": "de|d['’]|du|des|montrant|montre",
    "es": "de|del|que muestra|muestra",
    "pt": "de|do|da|que mostra|mostra",
    "it": "di|del|della|che mostra|mostra",
    "nl": "van|toont",
    "sv": "av|på|visar",
    "ru": "с изображением",
}
_ARTICLE = {
    "en": r"(?:an?|the|this)\s+",
    "de": r"(?:ein|eine|das|die|dieses|diese)\s+",
    "fr": r"(?:une?|la|cette)\s+|l['’]",
    "es": r"(?:una|la|esta)\s+",
    "pt": r"(?:uma|a|esta)\s+",
    "it": r"(?:un['’]|una|la|questa)\s*",
    "nl": r"(?:een|de)\s+",
    "sv": r"(?:en|ett)\s+",
    "ru": "",
}
_KIND = r"(?:aerial|stock|file|undated|recent|screen|still|close-up|handout)\s+"
_OPENINGS = [
    regex(
        rf"(?:{_ARTICLE[tag]})?{f'(?P<kind>{_KIND})?' if tag == 'en' else ''}"
        rf"(?:{_PICTURE[tag]})\s+(?:{_OF[tag]})(?:(?<=['’])|\s+)(?=\S)".replace("(?:)?", ""),
        re.IGNORECASE,
    )
    for tag in _PICTURE
]
_NAMED = frozenset("|".join(_PICTURE.values()).split("|"))
_FIRST = 4
"""Words in which a picture is named, if the text opens with it: *the close-up photo*."""
_WORD = regex(r"[^\W_]+")
_LABEL = regex(r"(?:image|photo|picture|bild|foto|imagen|imagem)\s?:\s*(?=\S)", re.IGNORECASE)
_SHOWN_OBJECT = regex(
    r"\b(?:is|was|are|were|hangs?|stands?|lies|sits|leans|held|printed|projected|displayed)\b"
)
_ALONE = regex(
    r"(?:an?\s+|the\s+|das\s+|ein\s+)?(?:image|photo|photograph|picture|pic|img|logo|icon|banner"
    r"|thumbnail|placeholder|screenshot|figure|graphic|illustration|untitled|unnamed|blank|spacer"
    r"|header|hero|gallery|slideshow|featured|caption|description|default|null|none|undefined|test"
    r"|n/a|tbd|todo|alt|alt[ -]?text|no alt|no image|image alt|decorative|bild|fotos?|symbolbild"
    r"|archivbild|beispielbild|aufmacher(?:bild)?|titelbild|vorschaubild|platzhalter|abbildung|grafik"
    r"|imagen|fotografía|foto de archivo|imagem|fotografia|immagine|afbeelding|bilde|billede|kuva"
    r"|photographie|illustration|фото|фотография|изображение|картинка|صورة|写真|画像|图片|사진)"
    r"(?:\s+(?:image|photo|picture|text|bild|foto))?"
    r"(?:\s*(?:#|nr\.?|no\.?)?\s*\d{1,4}(?:\s*(?:of|/|von|de)\s*\d{1,4})?)?[.:!]?",
    re.IGNORECASE,
)
_SLUG = regex(r"[a-z0-9äöüß]+(?:-[a-z0-9äöüß]+){2,}")
_ITEM = regex(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,2}")
_LIST_LOWER, _LIST_ANY, _SINGLE = 4, 5, 3
_LONGEST = 2000


class Opening(NamedTuple):
    """An opening that can go.

    Attributes:
        span: The opening.
        instead: What to put there: nothing, or a view (``An aerial view of``).
    """

    span: Span
    instead: str = ""


def opening(text: str) -> Opening | None:
    """The opening of ``text`` that only says that this is a picture."""
    head = text[:_LONGEST]
    if _NAMED.isdisjoint(_first_words(head)):
        return None
    for pattern in (*_OPENINGS, _LABEL):
        match = pattern.match(head)
        if match is None:
            continue
        if _SHOWN_OBJECT.search(head, match.end()):
            return None
        aerial = (match.groupdict().get("kind") or "").strip().lower() == "aerial"
        return Opening(Span(0, match.end()), "An aerial view of " if aerial else "")
    return None


def _first_words(text: str) -> list[str]:
    return _WORD.findall(" ".join(text.split(maxsplit=_FIRST)[:_FIRST]).lower())


def is_generic(text: str) -> bool:
    """True if ``text`` would do for any picture: a word for picture, or a slug."""
    text = text.strip()
    return len(text) <= _LONGEST and bool(_ALONE.fullmatch(text) or _SLUG.fullmatch(text))


def is_keywords(text: str) -> bool:
    """True if ``text`` is a list of search words: ``water, trees, mountain, sky``.

    A list of people or of a place and its region has capitals and few single words.
    """
    items = [item.strip() for item in text[:_LONGEST].rstrip(" .").split(",")]
    if len(items) < _LIST_LOWER or "" in items:
        return False
    if all(_ITEM.fullmatch(item) and item == item.lower() for item in items):
        return True
    if not all(_ITEM.fullmatch(item) for item in items[: _LIST_ANY - 1]):
        return False
    single = sum(" " not in item for item in items)
    return len(items) >= _LIST_ANY and single >= _SINGLE
