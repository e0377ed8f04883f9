"""Is it a person, an account or an organisation? Asked of words that no list knows."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache

from cutline.credit.lexicon import Lexicon, lexicon
from cutline.credit.parties import Parties, fold
from cutline.model.regex import regex

_DOMAIN = regex(
    r"(?:https?://)?(?:www\.)?((?:[\w-]{1,63}\.){1,4}(?:[a-z]{2,6}|[A-Z]{2,3}))(?:/\S*)?$"
)
_INITIAL = regex(r"(?:[^\W\d_]\.?-?){1,3}")
_JAMMED_INITIAL = regex(r"[^\W\d_]\.[^\W\d_][^\W\d_]")
_PREFIXED = regex(r"(?:Mac|Mc|O['’]|D['’]|L['’]|De|Di|La|Le|Van|Von|Du|Fitz|al-|el-)[A-ZÀ-Þ]")
_MAIL_HOSTS = frozenset("gmail googlemail yahoo hotmail outlook icloud gmx web aol live me".split())
_INITIALS_OF_BODIES = frozenset(
    "US UK EU UN NY LA DC SF BP GM GE HP AP TV VW SV TC BC VC AC FC SC AS CF CD CA CS FK BK IF IK"
    " KV SK NK RB RC SS VV MB GP HC EV FA ST SA NV AG KG AB TT PA DR RS RT FF SN BR WP BV".split()
)
"""Two letters that more often begin a club's, a country's or a firm's name than a person's."""
_MOST_WORDS = 5
_MOST_JOINED = 24
"""Words of several people named in one breath."""


class Sort(Enum):
    """What words look like."""

    PERSON = "a person, beyond doubt"
    PERHAPS = "two to four capitalised words: a person, if nobody else is"
    ACCOUNT = "a user's name"
    WORD = "one capitalised word: a surname, an account or a company"
    ACRONYM = "capitals only"
    BODY = "an organisation"
    NOTHING = "no name at all"


@lru_cache(maxsize=8192)
def sort_of(text: str) -> Sort:
    """What ``text`` looks like, read alone. Never raises."""
    words = lexicon()
    if not any(c.isalpha() for c in text):
        return Sort.ACCOUNT if text.startswith("@") and len(text) > 1 else Sort.NOTHING
    if text.startswith("@"):
        return Sort.ACCOUNT
    if " " not in text and "." in text and _DOMAIN.match(text):
        return Sort.BODY
    parts = text.split()
    if not _cased(text):
        return _uncased(text, parts, words)
    if len(parts) == 1:
        return _single(text, words)
    return _several(text, parts, words)


def _cased(text: str) -> bool:
    return any(c.isupper() or c.islower() for c in text)


def _uncased(text: str, parts: Sequence[str], words: Lexicon) -> Sort:
    """Scripts without capitals: short names are people, what ends like a body is one."""
    if text.endswith(words.uncased):
        return Sort.BODY
    if _eastern_name().match(text):
        return Sort.PERSON
    if any(fold(part) in words.bodies for part in parts):
        return Sort.BODY
    return Sort.PERHAPS if 2 <= len(parts) <= 4 else Sort.WORD


@cache
def _eastern_name() -> re.Pattern[str]:
    """A name in Han, Hangul or Kana; compiled where there is one, as their ranges are long."""
    han, kana = r"[\u4e00-\u9fff々]", r"\u30a0-\u30ff"
    return re.compile(
        rf"{han}{{2,4}}$|{han}{{1,3}}[ \u3000・·]{han}{{1,3}}$|[가-힣]{{2,4}}$"
        rf"|[{kana}]+[・＝][{kana}・＝]+$"
    )


def _single(text: str, words: Lexicon) -> Sort:
    letters = [c for c in text if c.isalpha()]
    if fold(text) in words.bodies - words.surnames or _compound(text, words) or _lone_body(text):
        return Sort.BODY
    if _JAMMED_INITIAL.match(text):
        return Sort.PERSON
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return Sort.ACRONYM if len(letters) <= 6 else Sort.WORD
    user = "_" in text or text[0].islower() or any(c.isdigit() for c in text)
    return Sort.ACCOUNT if user else Sort.WORD


def _lone_body(text: str) -> bool:
    """``Christie’s``, ``Ascom-PC``: a genitive, or an acronym beside a hyphen."""
    if text.endswith(("’s", "'s")):
        return True
    parts = text.split("-")
    return (
        len(parts) > 1
        and any(len(part) > 1 and part.isupper() for part in parts)
        and (not text.isupper())
    )


def _compound(text: str, words: Lexicon) -> bool:
    """``Landratsamt``: an ending that names a body, and a word before it."""
    folded = fold(text)
    if not folded.endswith(words.compounds):
        return False
    return any(
        len(folded) >= len(ending) + 4 and folded.endswith(ending) for ending in words.compounds
    )


def _several(text: str, parts: Sequence[str], words: Lexicon) -> Sort:
    folded = [fold(part) for part in parts]
    if _joined_people(parts, words) or _ranked(folded, words):
        return Sort.PERSON
    given = folded[0] in words.given or folded[-1] in words.given or _hyphen_given(parts[0], words)
    initials = any(_is_initial(part) for part in parts) and len(parts) <= _MOST_WORDS
    person = given or initials or folded[-1] in words.name_ends
    bare = _bare_initials(parts, folded, words)
    if not bare and _is_body(text, parts, folded, words, person=person):
        return Sort.BODY
    if folded[0] not in words.particles and parts[0][0].islower() and not person:
        return Sort.ACCOUNT if len(parts) == 2 else Sort.NOTHING
    if len(parts) > _MOST_WORDS:
        return Sort.BODY
    if not all(_name_word(part, word, words) for part, word in zip(parts, folded, strict=True)):
        return Sort.PERSON if given and len(parts) <= 3 else Sort.BODY
    inside = any(word in words.particles for word in folded[1:-1])
    return Sort.PERSON if person or (inside and len(parts) <= 4) else Sort.PERHAPS


def _is_body(
    text: str, parts: Sequence[str], folded: Sequence[str], words: Lexicon, *, person: bool
) -> bool:
    known = {word for whole in folded for word in (whole, *whole.split())} & words.bodies
    if known and not (person and known <= words.surnames):
        return True
    if folded[-1] in words.legal and not (person and parts[-1].istitle()):
        return True
    inner = {*folded[1:], *parts[1:]} & words.joints
    if inner or folded[0] in ("the", "die", "les") or any(c.isdigit() for c in text):
        return True
    if _compound(parts[-1], words) or (_compound(parts[0], words) and not person):
        return True
    plain = text.isupper() or person or parts[0][0].islower()
    return not plain and any(len(part) > 1 and part.isupper() and part.isalpha() for part in parts)


def _ranked(folded: Sequence[str], words: Lexicon) -> bool:
    """``Staff Sgt. John Smith``."""
    if len(folded) < 3:
        return False
    said = any(" ".join(folded[:n]) in words.titles for n in (1, 2, 3))
    return said or (len(folded) > 3 and words.ranks.issuperset(folded[:2]))


def unranked(text: str) -> str:
    """A name without the military rank before it: ``Staff Sgt. John Smith``."""
    parts = text.split()
    words = lexicon()
    if not _ranked([fold(part) for part in parts], words):
        return text
    first = next((at for at, part in enumerate(parts) if fold(part) not in words.ranks), 0)
    return text if len(parts) - first < 2 else text[text.index(parts[first], first) :]


def _joined_people(parts: Sequence[str], words: Lexicon) -> bool:
    """``Anna & Paul Weber``: a given name right beside the ``&``; not ``Simon & Schuster``."""
    body = words.bodies & {fold(part) for part in parts}
    return (
        not body
        and len(parts) > 3
        and any(
            part.lower() in words.joins
            and words.given & {fold(parts[at - 1]), fold(parts[at + 1])}
            and parts[0].isupper() == parts[-1].isupper()
            for at, part in enumerate(parts[1:-1], 1)
        )
    )


def _hyphen_given(part: str, words: Lexicon) -> bool:
    return "-" in part and fold(part.partition("-")[0]) in words.given


def _bare_initials(parts: Sequence[str], folded: Sequence[str], words: Lexicon) -> bool:
    """``LM Otero``, ``RJ Santos``: two initials without points; not ``AC Milan``, ``UN Women``."""
    first, last = parts[0], parts[-1]
    return (
        len(parts) == 2
        and len(first) == 2
        and first.isalpha()
        and first.isupper()
        and last.istitle()
        and first not in _INITIALS_OF_BODIES
        and not {folded[1]} & (words.bodies - words.surnames | words.places | words.legal)
    )


def _is_initial(part: str) -> bool:
    """``J.``, ``T``, ``R.B.``, ``J.-P.``; not ``US``."""
    if not _INITIAL.fullmatch(part):
        return False
    letters = sum(c.isalpha() for c in part)
    return part[0].isupper() and (letters == 1 or "." in part)


def _name_word(part: str, word: str, words: Lexicon) -> bool:
    if word in words.particles or word in words.name_ends:
        return True
    first = part.lstrip("'’‘\"“(")[:1]
    return first.isupper() or (first.isalpha() and not _cased(first)) or bool(_PREFIXED.match(part))


def people(text: str, parties: Parties) -> tuple[str, ...]:
    """Several people named in one breath; ``Tuul & Bruno Morandi`` share a name and stay one."""
    words = lexicon()
    parts = text.split()
    if len(parts) > _MOST_JOINED:
        return (text,)
    for index, part in enumerate(parts[1:-1], 1):
        if part.lower() not in words.joins:
            continue
        left, right = " ".join(parts[:index]), " ".join(parts[index + 1 :])
        shared = index == 1 and len(parts) - index - 1 > 1
        if part.lower() in ("y", "e", "i", "en") and (index == 1 or len(parts) - index < 3):
            continue
        known = parties.known(left) is not None
        if (shared and not known) or not (known or _somebody(left)):
            continue
        others = people(right, parties)
        if all(parties.known(other) or _somebody(other) for other in others):
            return (left, *others)
    return (text,)


def _somebody(text: str) -> bool:
    sort = sort_of(text)
    return sort in (Sort.PERSON, Sort.PERHAPS) or (sort is Sort.ACCOUNT and " " not in text)


def address(text: str, parties: Parties) -> str | None:
    """The name behind a web address or an e-mail: a known party's form, else the domain.

    None if ``text`` is no address; empty if it is a private mailbox.
    """
    if " " in text or "." not in text:
        return None
    _, at, host = text.rpartition("@")
    match = _DOMAIN.match(host)
    if match is None or (at and not _):
        return None
    domain = match[1]
    stem = domain.rpartition(".")[0].rpartition(".")[2] if at else domain.rpartition(".")[0]
    if at and stem.lower() in _MAIL_HOSTS:
        return ""
    for form in (text, domain, stem):
        if (party := parties.known(form)) is not None and party.kind != "mark":
            return domain if form is stem and party.kind == "body" and not at else party.form
    found = parties.compact.get(fold(stem).replace(" ", ""))
    return found.form if found is not None and (at or found.delivers) else domain


def is_agency(text: str) -> bool:
    """True if an unknown organisation's name ends as photo agencies' names do."""
    words = lexicon()
    folded = fold(text)
    parts = folded.split()
    if len(parts) < 2 or set(parts[:-1]) & words.offices:
        return False
    return any(folded.endswith(" " + ending) for ending in words.agencies) or parts[0] in (
        "agencia",
        "agence",
        "agenzia",
        "agentur",
        "bildagentur",
        "fotoagentur",
        "agencja",
    )
