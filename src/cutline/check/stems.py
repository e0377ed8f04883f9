"""Words brought to a common form, so that ``waves``, ``waving`` and ``waved`` meet.

Endings are taken off, nothing is looked up: right often enough to compare two texts about one
picture, never to print.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from cutline.check.small_words import primary

_SHORTEST = 3
_LONGEST = 7
"""Letters kept: what follows is mostly word formation (``pilgrimage``, ``presidential``)."""
_ENDINGS: Mapping[str, str] = {
    "en": "ations ation ings ing ers ors ies ier ed es er or ly y s e",
    "de": "innen ungen ung lich isch chen ern end en em er es in e n s",
    "nl": "ingen ing eren en er es e s",
    "sv": "arna erna orna ande ende ade aren are ar er or en et na a t n s",
    "da": "erne ende ede ene er en et e s",
    "no": "ende ene ete ede er en et a e s",
    "fr": "issant aient eraient ations ation euses euse eurs eur antes ants ante ant ent ées"
    " és ée é er ir es e s x",
    "es": "aciones ación ándose iendo ando adores ador adas ados ada ado idos idas ida ido aban"
    " aba as os es an en ar er ir a o e s",
    "pt": "ações ação ando endo indo adores ador adas ados ada ado idos idas ida ido avam ava as"
    " os es am em ar er ir a o e s",
    "it": "azioni azione ando endo atori atore ati ate ata ato iti ite ita ito ano ono are ere ire"
    " a o e i",
    "ru": "иями ями ами ого его ому ему ыми ими ов ев ей ой ый ий ая яя ое ее ые ие ам ям ах ях ом"
    " ем ую юю ет ит ют ят ут ат ла ло ли л а я о е ы и у ю ь",
    "pl": "ach ami owi ego emu ych ymi ów om em ie ą ę a e i y o u",
}
_IRREGULAR = {
    "children": "child",
    "women": "woman",
    "men": "man",
    "feet": "foot",
    "people": "person",
}
_SAME = {"nb": "no", "nn": "no", "uk": "ru", "be": "ru", "cs": "pl", "sk": "pl", "ca": "es"}


@cache
def _endings(language: str) -> tuple[str, ...]:
    tag = primary(language)
    row = _ENDINGS.get(_SAME.get(tag, tag), "s")
    return tuple(sorted(row.split(), key=len, reverse=True))


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The part of a folded word that its other forms share.

    Args:
        word: In small letters, without accents.
        language: A BCP 47 tag.
    """
    if word.isdigit():
        return word
    word = _IRREGULAR.get(word, word)
    for ending in _endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word[:_LONGEST]
