"""Words above a story that say how many pictures it has.

``in 20 pictures``, ``Five photographs that stopped us``, ``Der Tag in zwölf Bildern``, ``(24
fotos)``. A number before a word for pictures is a count of the gallery only where it is led in
by a preposition of manner, begins a clause and is not the subject of a verb, or is said of a
gallery. ``Five things we learned``, ``In 1922 photographers came`` and ``Police release two
photos`` are none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cutline.check.numerals import number_word, numerals
from cutline.check.small_words import primary, small_words
from cutline.model import Span
from cutline.model.regex import regex

_TOKEN = regex(r"[^\W\d_]+|\d+")
_NOUNS: Mapping[str, str] = {
    "en": "pictures photos photographs images pics snapshots",
    "de": "bilder bildern fotos fotografien schnappschüsse schnappschüssen",
    "fr": "photos images photographies clichés instantanés",
    "es": "fotos imágenes fotografías instantáneas",
    "pt": "fotos imagens fotografias",
    "it": "foto immagini fotografie scatti",
    "nl": "foto beelden plaatjes",
    "sv": "bilder foton fotografier",
    "da": "billeder fotos fotografier",
    "no": "bilder bilete foto fotografier",
    "ru": "фотографиях фотографий фотографии фото снимках снимков кадрах кадров",
    "uk": "фотографіях фотографій фотографії фото світлинах світлин знімках знімків",
    "pl": "zdjęciach zdjęć zdjęcia fotografiach fotografii",
    "cs": "fotografiích fotografií snímcích snímků fotkách fotek obrazech",
    "ar": "صور صورة",
    "tr": "fotoğrafta fotoğraf karede kare",
}
_SINGULAR = frozenset("picture photo photograph image".split())
"""Only in ``a 20-picture essay``."""
_IN: Mapping[str, frozenset[str]] = {
    "en": frozenset({"in"}),
    "de": frozenset({"in", "mit"}),
    "fr": frozenset({"en"}),
    "es": frozenset({"en"}),
    "pt": frozenset({"em"}),
    "it": frozenset({"in"}),
    "nl": frozenset({"in"}),
    "sv": frozenset({"i"}),
    "da": frozenset({"i"}),
    "no": frozenset({"i"}),
    "ru": frozenset({"в"}),
    "uk": frozenset({"у", "в"}),
    "pl": frozenset({"w", "na"}),
    "cs": frozenset({"v", "ve", "na"}),
    "ar": frozenset({"في"}),
}
_FILLERS = frozenset(
    "the our my your these those just only top best all nur unsere diese die besten dieser unseren"
    " les nos ces los las nuestras estas estos nuestros as os nossas estas le gli queste våra"
    " dessa de vores disse våre onze deze".split()
)
_GALLERIES = frozenset(
    "selection gallery collection series set slideshow roundup essay portfolio galerie auswahl"
    " bildergalerie bilderstrecke fotostrecke fotogalerie strecke sammlung sélection diaporama"
    " série portfolio galería fotogalería selección serie galeria fotogaleria seleção galleria"
    " selezione raccolta galleri bildspel billedserie bildserie fotoserie selectie".split()
)
_CHOOSING = frozenset(
    "choose chooses chose pick picks picked select selects selected see view browse veja vejam"
    " confira confiram vea vean mira miren guarda découvrez voyez regardez".split()
)
"""Who says so speaks of the pictures shown: ``Editors pick``, ``See``."""
_ACTING = frozenset("appears appeared appear starred stars acted starring".split())
_PARTITIVE = (("of", "the"), ("of", "our"), ("of",), ("der",), ("des",), ("unserer",))
_CONJUNCTIONS = frozenset("and or und oder sowie et ou y e o en och og и и та i oraz a или".split())
_MODIFIERS = 4
_BREAK = regex(r"[:;.!?–—|()\[\]•·\n\r\"“”„«»‘/]|\s-\s")
_PLAIN_GAP = regex(r"[ \u00a0\u202f-]{1,2}")
_EAST_ASIAN = regex(
    r"(?:写真|照片|图片|圖片|사진)\D{0,6}?(\d{1,3})\s?[枚张張장]|(\d{1,3})\s?[枚张張장]의?の?\s?(?:写真|照片|图片|圖片|사진)"
)
_YEARS = range(1800, 2101)
_MOST = 1000


class Counted(NamedTuple):
    """A number of pictures that a text speaks of.

    Attributes:
        value: How many.
        span: The number alone.
        written: The number as it stands.
        language: Of the noun; empty where the number is in figures.
    """

    value: int
    span: Span
    written: str
    language: str = ""

    def instead(self, value: int) -> str:
        """Another number, written in the same manner; empty if that cannot be done."""
        if not self.language:
            return str(value)
        word = number_word(value, self.language)
        if self.written.isupper():
            return word.upper()
        return word[:1].upper() + word[1:] if self.written[:1].isupper() else word


class _Token(NamedTuple):
    word: str
    start: int
    end: int


def counted(text: str, language: str = "en") -> Iterator[Counted]:
    """Every count of the pictures shown that ``text`` (a headline, a standfirst) makes.

    Args:
        text: Words above a story.
        language: The story's, asked first where a noun is of several languages.
    """
    tokens = [_Token(m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    for index, token in enumerate(tokens):
        for tag in _languages(token.word, primary(language)):
            found = _before(text, tokens, index, tag)
            if found is not None:
                yield found
                break
    for match in _EAST_ASIAN.finditer(text) if not text.isascii() else ():
        group = 1 if match[1] else 2
        yield Counted(int(match[group]), Span(*match.span(group)), match[group])


def only_a_count(text: str) -> bool:
    """True where a paragraph is nothing but a count: ``Gallery: 24 photos``."""
    return len(text) <= _SHORT and len(_TOKEN.findall(text)) <= _FEW


_SHORT, _FEW = 60, 5


def _languages(word: str, first: str) -> tuple[str, ...]:
    """Languages in which ``word`` means pictures, ``first`` before the others."""
    if word in _SINGULAR:
        return ("en",)
    tags = [tag for tag, nouns in _TABLES.items() if word in nouns]
    plain = tuple(sorted(tags, key=lambda tag: tag != first))
    if plain or len(word) < 8:
        return plain
    return ("de",) if word.endswith(("bilder", "bildern", "fotos")) else ()


def _before(text: str, tokens: Sequence[_Token], noun: int, language: str) -> Counted | None:
    """The number that counts this noun, if it does count the gallery."""
    singular = tokens[noun].word in _SINGULAR
    for first in range(noun - 1, max(-1, noun - 2 - _MODIFIERS - 2), -1):
        if not _joined(text, tokens, first):
            return None
        number = _number(text, tokens, first, language)
        if number is None:
            continue
        begin, counted_as = number
        if singular:
            hyphen = first == noun - 1 and text[tokens[first].end] == "-"
            return counted_as if hyphen and _said_of_gallery(tokens, noun) else None
        between = [token.word for token in tokens[first + 1 : noun]]
        if not _modifies(between, language):
            return None
        return counted_as if _counts(text, tokens, begin, noun, language) else None
    return None


def _joined(text: str, tokens: Sequence[_Token], index: int) -> bool:
    """True where nothing but a blank, a hyphen or a possessive stands before the next token."""
    gap = text[tokens[index].end : tokens[index + 1].start]
    return bool(_PLAIN_GAP.fullmatch(gap)) or gap in ("’", "'")


def _number(
    text: str, tokens: Sequence[_Token], last: int, language: str
) -> tuple[int, Counted] | None:
    """A number that ends at token ``last``: index of its first token, and what it says."""
    token = tokens[last]
    if token.word.isdigit():
        value = int(token.word)
        attached = re.search(r"[\d.,:/$€£#-]$", text[max(0, token.start - 1) : token.start])
        if attached or value in _YEARS or not 1 < value < _MOST:
            return None
        return last, Counted(value, Span(token.start, token.end), text[token.start : token.end])
    known = numerals(language)
    for length in (3, 2, 1):
        begin = last - length + 1
        words = " ".join(part.word for part in tokens[begin : last + 1]) if begin >= 0 else ""
        if words in known:
            span = Span(tokens[begin].start, token.end)
            return begin, Counted(known[words], span, span.cut(text), language)
    return None


def _modifies(between: Sequence[str], language: str) -> bool:
    """True if the words between number and noun can all belong to the noun."""
    for partitive in _PARTITIVE:
        if tuple(between[: len(partitive)]) == partitive:
            between = between[len(partitive) :]
            break
    small = small_words(language).every - {"new", "last", "first", "file", "most", "more"}
    return len(between) <= _MODIFIERS and not any(
        word in small or (word.isdigit()) for word in between
    )


def _counts(text: str, tokens: Sequence[_Token], begin: int, noun: int, language: str) -> bool:
    """True if number and noun stand where a count of the gallery stands."""
    while begin and tokens[begin - 1].word in _FILLERS and _joined(text, tokens, begin - 1):
        begin -= 1
    if begin and _joined(text, tokens, begin - 1):
        lead = tokens[begin - 1].word
        before = tokens[begin - 2].word if begin > 1 else ""
        if lead in _IN.get(language, frozenset()):
            return before not in _ACTING and (lead != "mit" or before in _GALLERIES)
        if before in _GALLERIES and lead in small_words(language).linking:
            return True
        return lead in _CHOOSING
    gap = text[tokens[begin - 1].end : tokens[begin].start] if begin else "."
    if not gap.strip() or not _BREAK.search(gap):
        return False
    return _leads_on(text, tokens, noun, language)


def _leads_on(text: str, tokens: Sequence[_Token], noun: int, language: str) -> bool:
    """True if the noun ends its clause or a preposition or relative follows, not a verb."""
    if noun + 1 == len(tokens) or not _joined(text, tokens, noun):
        return True
    follows = tokens[noun + 1].word
    return follows in small_words(language).linking and follows not in _CONJUNCTIONS


def _said_of_gallery(tokens: Sequence[_Token], noun: int) -> bool:
    return noun + 1 < len(tokens) and tokens[noun + 1].word in _GALLERIES | {"story"}


_TABLES = {tag: frozenset(nouns.split()) for tag, nouns in _NOUNS.items()}
