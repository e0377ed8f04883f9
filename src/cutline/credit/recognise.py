"""Is this stretch of text a credit line? Asked of words found where none belong."""

import re

from cutline.credit.line import CreditLine, split
from cutline.credit.parties import Parties, fold, trade
from cutline.model.regex import regex

_VIA = regex(r"\bvia\s+\S", re.IGNORECASE)
_MAX = 120
_SHORT = 4


def is_credit(text: str, parties: Parties | None = None) -> bool:
    """True if ``text``, standing alone, can only be read as a credit line.

    That is: a label or © before somebody's name; a separator with a known party beside it;
    or an agency alone. ``(left)``, ``(Symbolbild)`` and ``and/or`` are none.
    """
    if len(text) > _MAX:
        return False
    known = parties or trade()
    line = split(text, known)
    if not line.named:
        return False
    if line.label is not None:
        return _people_or_parties(line)
    if len(line.parts) == 1:
        party = line.parts[0].party
        return party is not None and party.delivers
    return any(
        party.kind in ("wire", "agency", "stock", "publisher") for party in line.parties
    ) and ("/" in text or "|" in text or _VIA.search(text) is not None)


def is_definition(before: str, text: str) -> bool:
    """True if ``text`` only abbreviates the words before it: ``… Protection Agency (EPA)``.

    Also true for a short state or country code after a place, ``Johnstown (PA)``: initials
    alone are no credit unless a wire is the only thing they can mean.
    """
    short = fold(text).replace(" ", "")
    if len(short) > _SHORT:
        return False
    initials = "".join(word[0] for word in fold(before).split()[-8:])
    return short in initials or short in (
        "pa",
        "tt",
        "sta",
        "spa",
        "hina",
        "atp",
        "vii",
        "sid",
        "aa",
    )


def _people_or_parties(line: CreditLine) -> bool:
    """True if what follows the label begins like a name, not like a sentence."""
    first = next((part.text for part in line.parts if part.text), "")
    words = first.split()
    capital = bool(words) and (
        words[0][0].isupper() or words[0][0] in "@©" or not words[0][0].isascii()
    )
    return bool(line.parties_and_marks()) or (capital and len(words) <= 5)
