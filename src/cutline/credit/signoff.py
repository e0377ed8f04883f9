"""The agency's ending of a caption, such as ``(AP Photo/First Last)``.

Wires print the credit inside the Description; a page prints it beside the caption, so the
ending would stand there twice. What is removed is handed back: nothing is lost. Who is an
agency is what the parties say.
"""

import re

from cutline.credit.parse import parse
from cutline.credit.parties import Parties, fold, trade
from cutline.credit.people import perhaps_same
from cutline.credit.recognise import is_credit
from cutline.model.regex import regex

_TAIL = 400
_LONGEST = 200
_PICTURE = regex(r"\b(?:photos?|pool|handout|images?|foto)$", re.IGNORECASE)
_LEADS = regex(
    r"(?:[A-Z][\w.’'&-]{0,20} ){0,4}"
    r"(?i:photo(?:graph|s)?|picture|image|foto)"
    r"(?i: (?:courtesy of|credit(?: should read)?|by)\b|:)"
)
_UNBRACKETED = regex(r"(?:^|(?:[!?…”\")]|(?<!\s[^\W\d_])\.)\s{1,8}|\n\s{0,8}|\s{2,8})(?=[^\s])")
_NOTICE = regex(r"\s(?:ATTENTION EDITORS\b|TPX IMAGES OF THE DAY\b)")
_CHAINED = regex(r"/|,|\bvia\b|\|")
_PARTICLES = frozenset(
    "de da di do dos du del della van von der den la le al bin ibn el y e via by of the for"
    " should read".split()
)


def without_sign_off(caption: str, parties: Parties | None = None) -> tuple[str, str]:
    """Take the agency's ending off a caption.

    Args:
        caption: A Description as supplied.
        parties: Who is known; the trade's parties by default.

    Returns:
        The caption without its ending, and what was removed, verbatim; the removed part is
        empty where there is no ending, or where nothing would be left.
    """
    known = parties or trade()
    end = len(caption)
    notice = _NOTICE.search(caption, max(0, end - _TAIL * 4))
    start = notice.start() if notice else end
    while True:
        before = _bracketed(caption, start, known)
        before = _open(caption, start, known) if before is None else before
        if before is None:
            break
        start = before
    if start == end or (notice and start == notice.start()):
        return caption, ""
    kept = caption[:start].rstrip()
    return (kept, caption[start:].strip()) if kept else (caption, "")


def _bracketed(caption: str, end: int, parties: Parties) -> int | None:
    """Where an ending in brackets begins that ends at ``end``."""
    base = max(0, end - _TAIL * 2)
    text = caption[base:end].rstrip().removesuffix(".").rstrip()
    if not text.endswith(")"):
        return None
    opening = text.rfind("(", max(0, len(text) - _TAIL))
    inner = text[opening + 1 : -1].strip() if opening >= 0 else ""
    return base + opening if inner and _is_ending(inner, parties) else None


def _open(caption: str, end: int, parties: Parties) -> int | None:
    """Where an ending without brackets begins: after a sentence, a break or a wide gap."""
    base = max(0, end - _TAIL)
    for match in reversed(list(_UNBRACKETED.finditer(caption, base, end))):
        tail = caption[match.end() : end].strip().removesuffix(".")
        chained = "/" in tail or " via " in tail.lower()
        if chained and _is_ending(tail, parties):
            return match.end()
    return None


def _is_ending(text: str, parties: Parties) -> bool:
    """A chain of names that an agency or a mark ends, or words that say they are a credit."""
    if len(text) > _LONGEST or "\n" in text.strip():
        return False
    if _LEADS.match(text):
        return not _is_prose(text)
    if not (_CHAINED.search(text) or _PICTURE.search(text)) or not _delivered(text, parties):
        return False
    return not any(_is_prose(part) for part in _CHAINED.split(text))


def names_another(sign_off: str, credit: str, parties: Parties | None = None) -> bool:
    """True if a sign-off names a photographer and plainly none of those in a credit.

    Then one of the two is wrong: who takes it off a caption hides that from the desk.

    Args:
        sign_off: An ending that was taken off.
        credit: The credit line that will be printed.
        parties: Who is known; the trade's parties by default.
    """
    signed, credited = parse(sign_off, parties).creators, parse(credit, parties).creators
    return bool(signed and credited) and not any(
        perhaps_same(one, other) for one in signed for other in credited
    )


def _delivered(text: str, parties: Parties) -> bool:
    """True if the engine sees a credit line in it, or if a handout or pool ends it."""
    if is_credit(text, parties):
        return True
    parts = [part.strip() for part in _CHAINED.split(text)]
    return any(fold(part).split()[-1:] in (["handout"], ["pool"]) for part in parts)


def _is_prose(part: str) -> bool:
    """More than a few words in lower case are a sentence, not a name."""
    plain = [word for word in part.split() if word[0].islower() and word not in _PARTICLES]
    return len(plain) > 2
