"""Where one sentence of a caption ends and the next begins, in any language of the wires.

A full stop after an initial, a title, a shortened month or state, or a German ordinal ends no
sentence. Where it is not sure, the sentence goes on: rules then look at more words, not fewer.
"""

from functools import cache, lru_cache

from cutline.almanac import LANGUAGES
from cutline.model import Span
from cutline.model.regex import regex

_END = regex(
    r"(?<![.!?…])(?P<mark>[.!?…]+)[\"'”’»)\]]{0,4}[ \t\u00a0\u202f]{1,9}"
    r"(?=[\"'“‘„«(\[¿¡]{0,4}[^\W_a-zß-ÿ])"
    r"|(?<![。！？।۔])[。！？।۔]+[”』」）]{0,4}|\n+"
)
_WORD = regex(r"[^\s.!?…]*$")
_LONGEST = 24
ABBREVIATIONS = frozenset(
    # titles and names
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm rev hon st ste jr sr messrs maj cpl"
    " pres supt det insp atty nos vs ca cf approx est ave blvd rd mt ft pvt spc"
    " hr fr frau st str nr bzw ca inkl vgl geb gest sog stv vors abs ing mag dipl"
    " m mme mlle mm sra srta dña ud uds av pág sto sta exmo dott sig avv"
    # companies and things
    " co corp inc ltd bros dept univ assn dist bldg etc"
    # states as the wires shorten them
    " ariz calif colo conn fla kan ky md mich minn neb nev okla pa penn tenn tex vt va wis wyo"
    " alta sask nfld".split()
)
"""Words whose own point ends no sentence, folded."""

_CAPITALISED = frozenset(
    "No Ala Ark Del Ga Ill Ind La Mass Miss Mo Mont Ore Wash Ont Que Me Fig Al".split()
)
"""Such words that are common ones without their capital."""


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order, without the blanks between them.

    Remembered for a while: several rules read the same captions.
    """
    found, start = [], 0
    for match in _END.finditer(text):
        if match["mark"] == "." and shortened(word_before(text, match.start())):
            continue
        found.append(_trimmed(text, start, match.end()))
        start = match.end()
    found.append(_trimmed(text, start, len(text)))
    return tuple(span for span in found if span.end > span.start)


def word_before(text: str, at: int) -> str:
    """The letters that stand before ``at`` up to a blank or another stop."""
    found = _WORD.search(text[max(0, at - _LONGEST) : at])
    return found[0] if found else ""


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    end = start + len(words.rstrip())
    return Span(min(end, start + len(words) - len(words.lstrip())), end)


def shortened(word: str) -> bool:
    """True if the point after ``word`` belongs to it: ``Pa``, ``J``, ``U.S``, ``3``, ``Aug``."""
    plain = word.lstrip("(\"'“‘„«[")
    bare = plain.lower()
    if plain in _CAPITALISED:
        return True
    if bare.isdigit():
        return len(bare) <= 2
    initial = len(bare.split("-")[-1]) <= 1
    return initial or bare in ABBREVIATIONS or bare in _short_months()


@cache
def _short_months() -> frozenset[str]:
    months = [LANGUAGES[code].months.split() for code in ("en", "de", "fr")]
    forms = [group.split("|") for groups in months for group in groups]
    whole = {form[0] for form in forms}
    return frozenset(short for form in forms for short in form[1:] if short not in whole)
