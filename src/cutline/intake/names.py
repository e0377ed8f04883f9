"""By-lines: names out of capitals, and what in them is nobody's name."""

import re

from cutline.credit import Parties, fold, parse

_PARTICLES = frozenset(
    "de da di do dos du del della des van von der den ter ten zu al bin ibn el y e la le".split()
)
_KEPT = frozenset("II III IV JR SR".split())
_WORD = re.compile(r"[^\W\d_]+")
_MC = re.compile(r"^(Mc)(\w)")


def is_shouted(name: str) -> bool:
    """``ANA SILVA``: two words or more, all in capitals, none of them initials alone."""
    words = _WORD.findall(name)
    return len([word for word in words if len(word) > 1]) > 1 and name == name.upper()


def has_family_capitals(name: str) -> bool:
    """``Ana SILVA``: given names as usual, the family name in capitals, as AFP writes it."""
    words = name.split()
    loud = [len(word) > 2 and word == word.upper() and word.isalpha() for word in words]
    quiet = [any(c.islower() for c in word) for word in words]
    return any(quiet) and loud[-1] and len(words) > 1


def in_letters(name: str) -> str:
    """A name with capitals only where names have them: ``ANA DE SOUSA-LIMA`` to ``Ana de …``.

    Words that are not all capitals stay; so do initials and ``III``.
    """
    words = name.split(" ")
    return " ".join(_lowered(word, first=at == 0) for at, word in enumerate(words))


def _lowered(word: str, *, first: bool) -> str:
    bare = word.strip(".,")
    if word != word.upper() or len(bare) < 2 or bare in _KEPT or "." in bare:
        return word
    if not first and word.lower() in _PARTICLES:
        return word.lower()
    small = _WORD.sub(lambda match: match[0][0] + match[0][1:].lower(), word)
    return _MC.sub(lambda match: match[1] + match[2].upper(), small)


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
