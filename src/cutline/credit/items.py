"""Pieces become items: each is a creator, a known party, an organisation, or in doubt."""

from collections.abc import Iterator
from typing import NamedTuple

from cutline.credit.cut import Piece
from cutline.credit.lexicon import lexicon
from cutline.credit.marks import peel
from cutline.credit.names import Sort, address, is_agency, people, sort_of, unranked
from cutline.credit.near import near_miss
from cutline.credit.parties import Parties, Party, fold
from cutline.model.regex import regex

_GENERIC = frozenset(
    "photographer fotograf credit name agency agentur source quelle author autor hersteller"
    " manufacturer test tbd tba xxx xx placeholder caption title untitled none null nil".split()
)
_DAY = regex(r"\d{1,4}[./ -]\s?\w{1,10}[./ -]\s?\d{2,4}")
_ASSET = regex(r"[A-Z]{1,4}\d{5,}")
_LENT = regex(r"(?:the )?[a-z]{4,12} (?:and|und|et|y|e) (?=(?-i:[A-Z]))")
"""Courtesy of ``the artist and`` the gallery."""
_NAMED_AGENCY = regex(r"(?:agencia|agence|agenzia|agentur|agencja|agentschap) ")
_PICTURES = frozenset("photo photos foto fotos image images pictures picture".split())
_STOCK = frozenset({"library", "stock"})
_ABBREVIATED = 3
"""Letters of a last word whose full stop may be its own: Jr., Inc."""


class Item(NamedTuple):
    """Somebody named in a line.

    Attributes:
        text: As printed, without marks.
        start, end: Where in the plain line.
        joint: What stands before.
        sort: What the words look like; BODY for known parties.
        party: Who it is, if known.
        delivers: True for agencies, known or by their name.
        by: True if a label says that a creator follows.
        mailed: True if it was read off an e-mail address.
    """

    text: str
    start: int
    end: int
    joint: str
    sort: Sort
    party: Party | None = None
    delivers: bool = False
    by: bool = False
    mailed: bool = False

    @property
    def name(self) -> str:
        """Canonical where known."""
        return self.party.name if self.party else self.text


class Mark(NamedTuple):
    """A flag and where it stands in the plain line."""

    flag: str
    start: int
    end: int


class Itemised(NamedTuple):
    """What one piece holds."""

    items: tuple[Item, ...] = ()
    marks: tuple[Mark, ...] = ()
    issues: tuple[str, ...] = ()
    sure: bool = True


def itemise(piece: Piece, parties: Parties) -> Itemised:
    """Read one piece. Never raises."""
    marks = [Mark(flag, piece.start, piece.start) for flag in sorted(piece.flags)]
    if "styling" in piece.flags:
        return Itemised(marks=tuple(marks))
    if not any(c.isalnum() for c in piece.text):
        empty = bool(piece.text) and piece.joint != "("
        marks += [Mark("uncredited", piece.start, piece.end)] if empty else []
        return Itemised(marks=tuple(marks), issues=("empty-segment",) if empty else ())
    if _unnamed(piece):
        return Itemised(marks=(*marks, Mark("rights-reserved", piece.start, piece.end)))
    text, flag = _without_suffix(piece.text)
    peeled = peel(text, parties)
    flags = peeled.flags | ({flag} if flag else set())
    marks += [Mark(name, piece.start, piece.start + len(text)) for name in sorted(flags)]
    done = Itemised(marks=tuple(marks))
    by = piece.by or text != piece.text
    for first, last in peeled.rests:
        words = text[first:last].strip()
        if last < len(text):  # a mark follows: J. Smith. All rights reserved.
            words = _unstopped(words)
        part = Piece(words, piece.start + first, piece.start + last, piece.joint)
        lead = "courtesy" in flags | piece.flags
        done = _joined(done, _items(part, parties, by=by, lead=lead))
    if fold(piece.text) in _GENERIC:
        return Itemised(marks=done.marks, issues=("placeholder",))
    if not done.items and set(fold(piece.text).split()) & _STOCK:
        return done._replace(issues=("placeholder",))
    return done


def _unstopped(words: str) -> str:
    """A name without the full stop that ends its sentence; ``Jr.`` and ``Corp.`` keep theirs."""
    last = words.rpartition(" ")[2].rstrip(".")
    ended = words.endswith(".") and len(last) > _ABBREVIATED and "." not in last
    return words[:-1] if ended and fold(last) not in lexicon().legal else words


def _joined(one: Itemised, other: Itemised) -> Itemised:
    return Itemised(
        one.items + other.items,
        one.marks + other.marks,
        one.issues + other.issues,
        one.sure and other.sure,
    )


def _without_suffix(text: str) -> tuple[str, str]:
    """``山田太郎撮影``, ``김철수 기자``, ``J. Petronio nuotr.``: the name, and the word's flag."""
    words = lexicon()
    parts = text.rsplit(maxsplit=1)
    if len(parts) == 2 and fold(parts[1]) in words.suffixes:
        return parts[0].rstrip(), words.suffixes[fold(parts[1])]
    if not text.endswith(words.jammed):
        return text, ""
    suffix = max((end for end in words.jammed if text.endswith(end)), key=len)
    name = text[: -len(suffix)].rstrip()
    return (name, words.suffixes[suffix]) if len(name) > 1 else (text, "")


def _items(piece: Piece, parties: Parties, *, by: bool, lead: bool) -> Itemised:
    if lead and (shown := _LENT.match(piece.text)) is not None:
        start = piece.start + shown.end()
        piece = piece._replace(text=piece.text[shown.end() :], start=start)
    text = piece.text
    at = (piece.start, piece.end, piece.joint)
    if (party := parties.known(text)) is not None and party.kind != "mark":
        return Itemised((_known(text, at, party, by=by),), _social(party, at))
    if not any(c.isalpha() for c in text) or numbered(text):
        return Itemised()
    if (form := address(text, parties)) is not None:
        return _address(text, form, at, parties)
    if (party := _variant(text, parties)) is not None:
        return Itemised((_known(text, at, party, by=by),), _social(party, at))
    near = None if sort_of(text) is Sort.PERSON else near_miss(text, parties)
    if near is not None and near.delivers:
        return Itemised((_known(text, at, near, by=by),), issues=("agency-typo",))
    return Itemised(tuple(_unknown(piece, parties, by=by, lead=lead)))


def _unnamed(piece: Piece) -> bool:
    """``Photo : DR``: French for rights reserved, by whom unsaid. ``Foto: DR`` is a broadcaster."""
    alone = piece.text == "DR" and piece.joint in ("", "(", "©", ":")
    return alone and "foto" not in piece.labels


def numbered(text: str) -> bool:
    """``Bild 183-81005-0003``, ``UN0123456``: an archive's number; ``12.jan.24``: a day."""
    if _DAY.fullmatch(text) or _ASSET.fullmatch(text):
        return True
    first, _, rest = text.partition(" ")
    return bool(rest) and not any(c.isalpha() for c in rest) and fold(first) in lexicon().labels


def _variant(text: str, parties: Parties) -> Party | None:
    """A known form with another article, ``Official`` before or ``Photo`` behind it."""
    bare = fold(text).removeprefix("official ")
    if (wire := _NAMED_AGENCY.match(bare)) is not None:  # Agencia EFE, Agence Belga
        party = parties.by_form.get(bare[wire.end() :])
        if party is not None and party.kind == "wire":
            return party
    head, _, last = bare.rpartition(" ")
    party = parties.by_form.get(head)
    if party is not None and party.kind in ("wire", "body") and last in _PICTURES:
        return party
    party = parties.by_form.get(bare)
    if party is not None and party.kind == "body":
        return party
    party = parties.by_form.get(bare.removeprefix("the "))
    if party is not None and party.kind == "body":  # a museum's article is part of its name
        return party._replace(name=f"The {party.name}")
    return party or parties.by_form.get("the " + bare)


def _known(text: str, at: tuple[int, int, str], party: Party, *, by: bool) -> Item:
    return Item(text, *at, Sort.BODY, party, party.delivers, by)


def _social(party: Party, at: tuple[int, int, str]) -> tuple[Mark, ...]:
    return (Mark("social", at[0], at[1]),) if party.kind == "platform" else ()


def _address(text: str, form: str, at: tuple[int, int, str], parties: Parties) -> Itemised:
    mailed = "@" in text
    issues = ("email",) if mailed else ()
    if not form:
        return Itemised(issues=issues)
    party = parties.known(form)
    item = Item(form, *at, Sort.BODY, party, party is not None and party.delivers, mailed=mailed)
    return Itemised((item,), _social(party, at) if party else (), issues)


def _unknown(piece: Piece, parties: Parties, *, by: bool, lead: bool) -> Iterator[Item]:
    names = people(piece.text, parties)
    start = piece.start
    for index, printed in enumerate(names):
        sort, name = sort_of(printed), printed
        # `in` finds each name where it was cut: they stand in order.
        start = piece.start + piece.text.index(printed, start - piece.start)
        joint = piece.joint if index == 0 else "and"
        if (party := parties.known(name)) is not None and party.kind != "mark":
            yield _known(name, (start, start + len(name), joint), party, by=by)
            start += len(name)
            continue
        if sort is Sort.PERSON:
            name = unranked(printed)
            start += len(printed) - len(name)
        if by and sort is Sort.WORD and name == name.lower() == name.upper():
            sort = Sort.PERSON  # a name of five ideographs, and the word for who took it
        delivers = sort is Sort.BODY and is_agency(name)
        if lead and sort is Sort.ACCOUNT and name.isalpha():
            continue  # courtesy of the artist, cedida por la familia
        if lead and (sort in (Sort.WORD, Sort.ACRONYM) or name == name.lower() == name.upper()):
            sort = Sort.BODY
        yield Item(name, start, start + len(name), joint, sort, None, delivers, by)
        start += len(name)
