"""Lists of people in order: ``From left, A, B and C``, ``(L-R) A and B``, ``A und B (v. l.)``.

A list is counted only where its shape leaves no doubt: every part a name, or parts set off by
semicolons. Titles between commas, bodies and plurals make it unsure, and then it has no count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cutline.almanac import LANGUAGES
from cutline.check.offices import OFFICES
from cutline.check.sentences import sentences
from cutline.model import Span
from cutline.model.regex import regex

_LEFT = "left|links|gauche|izquierda|izq\\.?|esquerda|sinistra|venstre|vänster|vinstri"
_RIGHT = "right|rechts|droite|derecha|dcha\\.?|direita|destra|høyre|höger|højre|hægri"
_FROM = "from|von|de la|de|da|fra|från|frá|van|desde la"
_SIDE = f"(?:{_LEFT}|{_RIGHT})"
_HEADER = regex(
    r"\b(?:"
    rf"(?:seen |pictured |pictured, |clockwise |im uhrzeigersinn )?(?:{_FROM}) "
    rf"(?:top |far |front |back )?{_SIDE}(?: (?:to|nach|à|a|para a|till|til|naar) {_SIDE})?"
    rf"|{_SIDE} to {_SIDE}"
    r"|l ?(?:-|–|to) ?r|r ?(?:-|–|to) ?l"
    r"|v\. ?l\.(?: ?n\. ?r\.)?|v\. ?r\.(?: ?n\. ?l\.)?|vlnr"
    r"|слева направо"
    r")(?![\w-])",
    re.IGNORECASE,
)
_OPENS = regex(r"(?:^|[.:;!?(\[]|\bare|\bsind|\bsont|\bson)\s*[\"'“„«]?$")
_LEAD = regex(
    r"[)\]]?\s*[:,–—-]?\s*(?:(?:are|is|were|stand|stands|sind|ist|sont|son|são|er|är|zijn)\b[:,]?)?\s*",
    re.IGNORECASE,
)
_QUOTED = regex(r"[“\"„«][^“”\"„«»]{0,200}[”\"“»]|‘[^‘’]{3,120}’(?!\w)")
_ASIDE = regex(r"\([^()]{0,80}\)")
_POSITION = regex(
    rf",\s(?:(?:second|third|far|at|on the|{_FROM}|ganz|à|a la)\s){{0,3}}"
    rf"(?:{_SIDE}|cent(?:er|re|ro)|middle|mitte)(?=[,.;]|\s(?:and|und|et|y)\b)",
    re.IGNORECASE,
)
_CONJUNCTION = r"(?:and|und|et|y|e|og|och|en|и|sowie|&)"
_SEPARATOR = regex(
    rf"\s*(?P<semi>;)\s*(?:{_CONJUNCTION}\s)?\s*|\s*,?\s+(?P<last>{_CONJUNCTION})\s+|\s*,\s+"
)
_LEADING = regex(rf"^\s*(?:{_CONJUNCTION}\s+)?")
_LINK = regex(
    r"\b(?:and|with|und|mit|sowie|et|avec|y|con|e|com|og|med|och|en|met|и|с)\b|[&+/]|\bvs?\b"
)
_NAME = regex(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w’'.-]*)(?:\s+(?:(?:al|bin|ibn|da|de|del|della|dei|di|dos|du|el|la|le"
    r"|van|von|der|den|ter|zu|zur|af|y)\s+){0,2}(?:d['’]|(?:a[dlnrstz]|ash|el)-)?[^\W\d_a-zß-öø-ÿ][\w’'.-]*)*"
)
_PLACED = regex(
    r"\b(?:as|in|at|from|of|for|near|during|on|by|under|outside|inside|to|into|over|after|before|since|beneath|below|behind|above|along|across|als"
    r"|bei|im|am|aus|vor|nach|dans|à|en|du|de la|comme|como|del)\s+(?:(?:the|a|an|his|her|their|der"
    r"|dem|den|la|le|el)\s+)?(?:[a-zß-ÿ-]+\s+)?$",
    re.IGNORECASE,
)
_CROWD = regex(
    r"\b(?:family|families|team|members|crew|brothers|sisters|players|leaders|group|band"
    r"|class|staff|students|officials|people|others|couple|twins|duo|trio|quartet|soldiers|workers"
    r"|fans|supporters|delegation|familie|mitglieder|mannschaft|famille|équipe|familia|equipo"
    r"|their|his|her|ihre?|sein|seine|leurs?|sus?|wife|husband|son|daughter|mother|father|brother|sister|and)\b",
    re.IGNORECASE,
)
_THEIRS = regex(r"\b(?:his|her|its)\b")
"""Speaks of the one person; whoever is theirs is named by a noun."""
_MORE = regex(
    rf"(?:,|,?\s{_CONJUNCTION})\s+(?:[a-zß-ÿ]+\s+)?[^\W\d_a-zß-öø-ÿ][\w’'.-]*\s+[^\W\d_a-zß-öø-ÿ]"
)
"""A further name after the last one."""
_LONGEST = 900
_JUNIOR = regex(r",\s+(Jr|Sr|II|III|MP|MD|PhD|MBE|OBE|CBE)\b\.?")


@dataclass(frozen=True, slots=True)
class Lineup:
    """People in the order in which they stand.

    Attributes:
        header: The words that say the order.
        span: The list itself, as far as it was read.
        count: How many it names; None where its shape leaves a doubt.
        alone: True where it surely names one person only.
    """

    header: Span
    span: Span
    count: int | None
    alone: bool


def lineups(text: str) -> Iterator[Lineup]:
    """Every list of people that says its order, in order."""
    parts: tuple[Span, ...] = ()
    for match in _HEADER.finditer(text):
        parts = parts or sentences(text)
        header = Span(*match.span())
        within = next((part for part in parts if part.start <= header.start < part.end), None)
        if within is None:
            continue
        before = text[max(within.start, header.start - 12) : header.start]
        apposed = before.endswith(", ") and text.startswith(":", header.end)
        if apposed or header.start == within.start or _OPENS.search(before):
            yield from _behind(text, header, within, parts)


def _behind(text: str, header: Span, within: Span, parts: tuple[Span, ...]) -> Iterator[Lineup]:
    """The list after its header; before it where the header is the bracket that ends it."""
    lead = _LEAD.match(text, header.end, within.end)
    start = lead.end() if lead else header.end
    rest = text[start : within.end].strip(" .)")
    opening = text[: header.start].rstrip()
    if not rest and opening.endswith(("(", "[")):
        colon = text.rfind(": ", within.start, header.start)
        yield _lineup(text, header, Span(max(within.start, colon + 1), len(opening) - 1))
    elif opening.endswith(("(", "[")) and (text[header.end : header.end + 1] not in ")]"):
        close = text.find(")" if opening[-1] == "(" else "]", header.end, header.end + _LONGEST)
        yield _lineup(text, header, Span(start, max(start, close if close > 0 else within.end)))
    elif rest:
        yield _lineup(text, header, Span(start, within.end))
    else:
        following = next((part for part in parts if part.start >= within.end), None)
        if following is not None and text[header.end : within.end].strip() in (")", "]", ":"):
            yield _lineup(text, header, following)


def _lineup(text: str, header: Span, span: Span) -> Lineup:
    words = span.cut(text)[:_LONGEST]
    count, length = counted(words)
    told = not header.cut(text).lower().startswith(("seen", "clockwise", "im uhr"))
    return Lineup(header, Span(span.start, span.start + length), count, told and _alone(words))


def counted(words: str) -> tuple[int | None, int]:
    """How many people a list names, and how many characters of ``words`` it fills.

    Returns:
        None for the count where a part may be a title, a body or several people.
    """
    plain = _JUNIOR.sub(lambda found: " " * len(found[0]), _blanked(words))
    if ";" in plain:
        parts = [part for part in plain.split(";") if part.strip()]
        sure = len(parts) > 1 and all(_names_one(part) for part in parts)
        return (len(parts) if sure else None), len(words)
    pieces, at, ended = [], 0, False
    for match in _SEPARATOR.finditer(plain):
        pieces.append(plain[at : match.start()])
        at = match.end()
        if match["last"]:
            ended = True
            break
    last = _first_name(plain[at:])
    family = len(pieces) > 1 and all(_is_first_name(piece) for piece in pieces)
    sure = last is not None and (family or all(_is_person(piece) for piece in pieces))
    if last is None or not sure or len(pieces) < (1 if ended else 2):
        return None, len(words)
    if ended and _MORE.search(plain, at + last):
        return None, len(words)  # “A and singers B, C and D”: the first “and” was not the last
    return len(pieces) + 1, at + last


def _blanked(words: str) -> str:
    """Quotations, asides and positions as blanks, so that positions stay."""
    for pattern in (_QUOTED, _ASIDE, _POSITION):
        words = pattern.sub(lambda found: " " * len(found[0]), words)
    return words


def _names_one(part: str) -> bool:
    """True if a part between semicolons begins with one person, whatever their office."""
    head = _LEADING.sub("", part).split(",")[0]
    found = _NAME.search(head)
    return found is not None and len(found[0].split()) >= 2 and not _plural(head)


def _is_person(piece: str) -> bool:
    """True if a part of a list ends in a name of two words or more, as people's names do."""
    piece = piece.strip(" .")
    names = list(_NAME.finditer(piece))
    if not names or names[-1].end() != len(piece) or _plural(piece):
        return False
    return len(names[-1][0].split()) >= 2


def _is_first_name(piece: str) -> bool:
    """True for one name alone, as where the last of a family has the name of all."""
    word = piece.strip(" .")
    return bool(_NAME.fullmatch(word)) and " " not in word and word.lower() not in OFFICES


def _first_name(tail: str) -> int | None:
    """Where the name in the last part of a list ends; None without one."""
    for found in _NAME.finditer(tail):
        if len(found[0].split()) >= 2:
            lead = tail[: found.start()]
            if _plural(lead) or "," in lead or _PLACED.search(lead):
                return None
            return found.end()
    return None


def _plural(words: str) -> bool:
    return bool(_CROWD.search(words) or _LINK.search(words))


def _alone(words: str) -> bool:
    """True if only one person can be meant: one name, and nothing that joins another."""
    plain = _THEIRS.sub(" ", _blanked(words))
    if _CROWD.search(plain) or _LINK.search(plain) or ";" in plain:
        return False
    found = list(_unplaced(plain))
    full = [name for name in found if len(name[0].split()) >= 2]
    if len(full) != 1:
        return False
    between = [
        word
        for name in found
        if name.start() < full[0].start()
        for word in plain[name.end() : full[0].start()].split()
    ]
    later = any(name.start() > full[0].end() for name in found)
    return not later and not any(word.endswith(("s", "ed", "t")) for word in between)


def _unplaced(plain: str) -> Iterator[re.Match[str]]:
    """Capitalised words that may be people: no places, days, offices or numbered things."""
    end, placed = 0, False
    for name in _NAME.finditer(plain):
        chained = placed and plain[end : name.start()].strip() == ","
        placed = chained or _PLACED.search(plain[: name.start()][-40:]) is not None
        end = name.end()
        words = {word.strip(".,’'").lower() for word in name[0].split()}
        numbered = plain[end:].lstrip()[:1].isdigit()
        office = plain[: name.start()].rstrip().endswith(",") and words & OFFICES
        if not (placed or numbered or office or words <= _day_words()):
            yield name


@cache
def _day_words() -> frozenset[str]:
    forms = " ".join(f"{one.weekdays} {one.months}" for one in LANGUAGES.values())
    return frozenset(forms.replace("|", " ").split())
