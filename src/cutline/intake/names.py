"""By-lines: names out of capitals, and what in them is nobody's name.

Where two ways of writing a name are right, the one that keeps more capitals is taken: ``Le Pen``
and ``Nguyen Van Minh`` are names, ``le Pen`` and ``Nguyen van Minh`` are damage.
"""

import re
import unicodedata

from cutline.credit import Parties, fold, parse

_PARTICLES = frozenset("de da do dos das del van von der den ter ten zu bin ibn e y".split())
_AFTER_DE = frozenset("la las los le les".split())
_VIETNAMESE = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh".split()
)
"""Family names, which come first there: ``Van`` and ``Do`` after them are given names."""
_NUMBERS = frozenset("II III IV".split())
_SUFFIXES = frozenset("JR SR".split())
_VOWELS = frozenset("aeiouy")
_SHORT_NAMES = frozenset(("NG",))
"""Two letters that look like initials and are a name."""
_WORD = re.compile(r"[^\W\d_]+")
_MC = re.compile(r"^(Mc)(\w)")
_TURKISH = str.maketrans({"İ": "i", "I": "ı"})


def is_shouted(name: str) -> bool:
    """``ANA SILVA``: two words or more, all in capitals, none of them initials alone."""
    words = _WORD.findall(unicodedata.normalize("NFC", name))
    return len([word for word in words if len(word) > 1]) > 1 and _loud(name)


def has_family_capitals(name: str) -> bool:
    """``Ana SILVA-LIMA``: given names as usual, the last name in capitals, as AFP writes it."""
    words = unicodedata.normalize("NFC", name).split()
    quiet = [any(c.islower() for c in word) for word in words]
    if len(words) < 2 or not any(quiet):
        return False
    letters = "".join(_WORD.findall(words[-1]))
    return _loud(words[-1]) and len(letters) > 2 and "." not in words[-1]


def in_letters(name: str) -> str:
    """A name with capitals only where names have them: ``ANA DE SOUSA-LIMA`` to ``Ana de …``.

    Words that are not all capitals stay; so do initials and ``III``.
    """
    words = unicodedata.normalize("NFC", name).split(" ")
    turkish = any(sign in name for sign in "İĞ")
    particles = frozenset() if fold(words[0]) in _VIETNAMESE else _PARTICLES
    made: list[str] = []
    for at, word in enumerate(words):
        inside = 0 < at < len(words) - 1
        after_de = bool(made) and made[-1].lower() == "de"
        small = word.lower() in particles or (after_de and word.lower() in _AFTER_DE)
        made.append(
            word.lower() if inside and small and _loud(word) else _lowered(word, turkish=turkish)
        )
    return " ".join(made)


def _loud(text: str) -> bool:
    """Capitals, in a script that has them."""
    return text == text.upper() and text != text.lower()


def _lowered(word: str, *, turkish: bool) -> str:
    bare = word.strip(".,")
    if not _loud(word) or bare in _NUMBERS or "." in bare or _are_initials(bare):
        return word

    def small(match: re.Match[str]) -> str:
        rest = match[0][1:]
        return match[0][0] + (rest.translate(_TURKISH) if turkish else rest).lower()

    return _MC.sub(lambda match: match[1] + match[2].upper(), _WORD.sub(small, word))


def _are_initials(bare: str) -> bool:
    """``JD``, ``TJ``: two letters that nobody could say."""
    if len(bare) < 2:
        return True
    if len(bare) > 2 or bare in _SHORT_NAMES or bare in _SUFFIXES:
        return False
    letters = fold(bare)
    return letters.isascii() and (_VOWELS.isdisjoint(letters) or letters.endswith("j"))


def mark_of(entry: str, parties: Parties) -> str | None:
    """The flag of a By-line that names nobody (``STR``, ``-``, ``Contributor#AFP``), else None.

    Returns:
        The flag (``stringer``, ``handout``, ``uncredited`` …); None if somebody is named.
    """
    if not any(c.isalnum() for c in entry):
        return "uncredited"
    if "#" in entry:
        head, _, agency = entry.partition("#")
        if parties.known(agency) is not None:
            words = set(fold(head).split()) - set(fold(agency).split())
            return mark_of(" ".join(sorted(words)) or "-", parties) or "contributor"
    read = parse(entry, parties)
    if read.creators or read.chain or not read.flags:
        return None
    return read.flags[0]
