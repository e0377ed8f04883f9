"""The agency's ending of a caption, such as ``(AP Photo/First Last)``.

Wires print the credit inside the Description; a page prints it beside the caption, so the
ending would stand there twice. What is removed is handed back: nothing is lost.
Forms: AP, Reuters, AFP, Getty Images and EPA captions as they are published.
"""

import re

from cutline.metadata.text import words

_TAIL = 400
_AGENCIES = words(
    "aap afp agerpres alamy anadolu anp ansa ap apa belga bloomberg contacto cp dpa efe epa "
    "epa-efe getty imago keystone kyodo lehtikuva lusa magnum nasa ntb nurphoto pa pap pti "
    "redux reuters ritzau scanpix shutterstock sipa sputnik ta tass tt upi vii xinhua yonhap zuma"
)
_ROLES = words("photo photos pool handout images foto")
_LEADS = re.compile(
    r"(?:[A-Z][\w.’'&-]{0,20} ){0,4}"
    r"(?i:photo(?:graph|s)?|picture|image|foto)(?i: (?:courtesy of|credit|by)\b|:)"
)
_UNBRACKETED = re.compile(r"(?:^|[.!?…”\")]\s{1,8}|\n\s{0,8}|\s{2,8})(?=[^\s])")
_NOTICE = re.compile(r"\s(?:ATTENTION EDITORS\b|TPX IMAGES OF THE DAY\b)")


def without_sign_off(caption: str) -> tuple[str, str]:
    """Take the agency's ending off a caption.

    Args:
        caption: A Description as supplied.

    Returns:
        The caption without its ending, and what was removed, verbatim; the removed part is
        empty where there is no ending, or where nothing would be left.
    """
    end = len(caption)
    notice = _NOTICE.search(caption, max(0, end - _TAIL * 4))
    start = notice.start() if notice else end
    while True:
        before = _bracketed(caption, start)
        before = _open(caption, start) if before is None else before
        if before is None:
            break
        start = before
    if start == end or (notice and start == notice.start()):
        return caption, ""
    kept = caption[:start].rstrip()
    return (kept, caption[start:].strip()) if kept else (caption, "")


def _bracketed(caption: str, end: int) -> int | None:
    """Where an ending in brackets begins that ends at ``end``."""
    text = caption[:end].rstrip().removesuffix(".").rstrip()
    if not text.endswith(")"):
        return None
    opening = text.rfind("(", max(0, len(text) - _TAIL))
    inner = text[opening + 1 : -1].strip() if opening >= 0 else ""
    return opening if inner and _is_credit(inner) else None


def _open(caption: str, end: int) -> int | None:
    """Where an ending without brackets begins: after a sentence, a break or a wide gap."""
    base = max(0, end - _TAIL)
    for match in reversed(list(_UNBRACKETED.finditer(caption, base, end))):
        tail = caption[match.end() : end].strip()
        if tail and ("/" in tail or " via " in tail.lower()) and _is_credit(tail.removesuffix(".")):
            return match.end()
    return None


def _is_credit(text: str) -> bool:
    """A chain of names that an agency or a role ends, or a text that says it is a credit."""
    if len(text) > 200 or "\n" in text.strip():
        return False
    if _LEADS.match(text):
        return not _is_prose(text)
    parts = [part.strip() for part in re.split(r"/|,|\bvia\b", text) if part.strip()]
    chained = len(parts) > 1 or bool(re.search(r"\bvia\b", text))
    known = any(_is_agency(part) for part in parts)
    named = known and (chained or text.rpartition(" ")[2].lower() in _ROLES)
    return named and not any(_is_prose(part) for part in parts)


def _is_agency(part: str) -> bool:
    """A part of a chain that names an agency, alone or with its role (``AP Photo``)."""
    names = part.lower().strip("() ").split()
    if not names or len(names) > 5:
        return False
    last = names[-1]
    return names[0] in _AGENCIES or last in _AGENCIES or last in ("handout", "pool")


def _is_prose(part: str) -> bool:
    """More than a few words in lower case are a sentence, not a name."""
    plain = [word for word in part.split() if word[0].islower() and word not in _PARTICLES]
    return len(plain) > 2


_PARTICLES = words(
    "de da di do dos du del della van von der den la le al bin ibn el y e via by of the for"
)
