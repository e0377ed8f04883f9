"""A plain line cut into pieces: what stands between separators, brackets and labels.

The grammar of the trade::

    line  = [label] piece { joint [label] piece }
    joint = "/" | "|" | " - " | "—" | ";" | "," | ":" | "(" | "©" | " via " | " for " | " on "

One pass, no looking back: linear in the length of the line.
"""

import re
from typing import NamedTuple

from cutline.credit.lexicon import Lexicon, lexicon
from cutline.credit.names import Sort, sort_of
from cutline.credit.parties import Parties, fold
from cutline.model.regex import regex

_EASTERN = r"|(?<=(?-i:[가-힣]))\s*=\s*|(?<=(?-i:[\u4e00-\u9fff]))[记記]者\s*"
"""Joints behind ideographs; such ranges take long to compile, so only where a line has them."""
_FIRST_IDEOGRAPH = "\u4e00"
_TOKEN, _EASTERN_TOKEN = (
    regex(
        r"(?P<word>https?://[^\s,;)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\S)CC[ -]BY(?:-\w+)*"
        r"|(?<!\w)(?:c/o|w/|n/a|s/m)(?!\w)|/\d+/)"
        r"|(?P<copy>©|\(\s?[cC]\)(?=\s|\d)|&copy;)"
        r"|(?P<sign>\s*[/\\]+\s*|\s*\|+\s*|\s*(?:—|―|\u2014)\s*|\s+[-–•·>»]+\s+|\s*[•·]\s+|\s*;\s*"
        r"|\s*,\s*(?:(?:and|und|og|och|et|&)\s+)?|(?:\.{3}|…)\s*(?=\S)|\s+(?=@\w)"
        + eastern
        + r"|\s+(?:photo|photograph|picture|image|foto)s?\s+by\s+|\s*[()\[\]{}]\s*"
        r"|\s*:+(?!//)\s*|\s+=\s+)"
        r"|(?P<joint>(?<!\w)(?:via|for(?:\s+the(?=\s))?|on|from|auf|sur|en|em|på|op|su|pour|para|für|per|voor|för|dla)\s+(?=\S))",
        re.IGNORECASE,  # not where ranges are long: each of their letters would be folded
    )
    for eastern in ("", _EASTERN)
)
_NUMBERING = regex(
    r"(?:(?:bild|foto|photo|image|picture|imagen|bilde)\s+)?\d{1,3}\s*(?:/|von|of|de|av|af|sur|di)\s*\d{1,3}"
    r"(?=\s|$)[\s|:.,-]*",
    re.IGNORECASE,
)
_JOINTS = {
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys("=:.…", ":"),
    **dict.fromkeys("•·>»", "|"),
    **{"\\": "/", "–": "-", "―": "—"},
}
_FOR = frozenset("pour para für per voor för dla".split())
"""``for``: only before somebody known, as these stand in names too (``Brot für die Welt``)."""
_PICTURES = frozenset("photo photos picture pictures foto fotos pix".split())
_PEOPLE = (Sort.PERSON, Sort.PERHAPS)
_ACRONYM = 6
_LABEL_WORDS = 4
_SENTENCE = regex(r"[.!?]\s+")
_FOLLOWS = regex(r"[/|,;(]")
_EDGE = regex(r"[/|,;():©]")
_NEAR = 60


class Piece(NamedTuple):
    """One stretch of the line between joints.

    Attributes:
        text: The words.
        start, end: Where they stand in the plain line.
        joint: What stands before: one of ``/ | - ; , : ( ) © via for on``, or nothing.
        flags: Flags of the labels before it.
        labels: Those labels, folded.
        by: True if a label says that a creator follows (``Photo by``).
        position: True if it is one picture of several (``Left:``).
    """

    text: str
    start: int
    end: int
    joint: str
    flags: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()
    by: bool = False
    position: bool = False


def cut(text: str, parties: Parties) -> tuple[Piece, ...]:
    """Cut a plain line into labelled pieces, in printed order. Empty pieces are kept."""
    start = 0
    if (numbering := _NUMBERING.match(text)) is not None:
        start = numbering.end()
    return tuple(_labelled(_raw(text, start, parties), parties))


def _raw(text: str, start: int, parties: Parties) -> list[Piece]:
    pieces: list[Piece] = []
    joint = ""
    eastern = max(text, default="") >= _FIRST_IDEOGRAPH
    for match in (_EASTERN_TOKEN if eastern else _TOKEN).finditer(text, start):
        if match["word"] is not None or _holds(text, match, parties):
            continue
        if not (match["joint"] and pieces and match.start() == start):
            pieces += _sentences(text, start, match.start(), joint, parties)
        start, joint = match.end(), _joint(match)
    pieces += _sentences(text, start, len(text), joint, parties)
    return _with_whole_names(text, pieces, parties)


def _with_whole_names(text: str, pieces: list[Piece], parties: Parties) -> list[Piece]:
    """``Long Island University (LIU)`` is one name; so is ``EFE/EPA``, which is a wire's."""
    done: list[Piece] = []
    for piece in (part for whole in pieces for part in _parted(whole, parties)):
        before = done[-1].text if done else ""
        initials = "".join(word[0] for word in before.split() if word[0].isalnum())
        both = parties.known(f"{before} {piece.text}") if piece.joint == "/" and initials else None
        if piece.joint == "(" and len(initials) > 1 and piece.text == initials:
            end = min(len(text), piece.end + 1)
            done[-1] = done[-1]._replace(text=text[done[-1].start : end], end=end)
        elif both is not None and both.kind == "wire":
            done[-1] = done[-1]._replace(text=text[done[-1].start : piece.end], end=piece.end)
        else:
            done.append(piece)
    return done


def _parted(piece: Piece, parties: Parties) -> list[Piece]:
    """Two parts that nothing but a hyphen or a space stands between."""
    return _unspaced(piece, parties) or _unhyphened(piece, parties)


def _unspaced(piece: Piece, parties: Parties) -> list[Piece]:
    """``ABC FOTO ANA SILVA``: an agency's name as it signs, then who took it; else nothing."""
    words = piece.text.split(" ")
    if not 4 <= len(words) <= _LABEL_WORDS + 3:
        return []
    for at in (2, 3):
        head, tail = " ".join(words[:at]), " ".join(words[at:])
        if fold(words[at - 1]) not in _PICTURES or sort_of(tail) not in _PEOPLE:
            continue
        party = parties.known(head) or parties.known(" ".join(words[: at - 1]))
        if party is not None and party.delivers and parties.known(piece.text) is None:
            end = piece.start + len(head)
            return [piece._replace(text=head, end=end), Piece(tail, end + 1, piece.end, "/")]
    return []


def _unhyphened(piece: Piece, parties: Parties) -> list[Piece]:
    """``Ana Silva-USA TODAY Sports``, ``Ana Silva-Pool``, ``AFP-Jiji``: a hyphen for a slash."""
    head, hyphen, tail = piece.text.partition("-")
    while hyphen:
        party = parties.known(tail)
        if party is not None and (party.delivers or party.name == "pool") and _ends(head, parties):
            if parties.known(piece.text) is not None:
                break
            end = piece.start + len(head)
            last = Piece(tail, end + 1, piece.end, "/")
            return [piece._replace(text=head, end=end), last]
        more, hyphen, tail = tail.partition("-")
        head = f"{head}-{more}"
    return [piece]


def _ends(head: str, parties: Parties) -> bool:
    """True if a name or an agency ends before the hyphen."""
    party = parties.known(head)
    return " " in head.strip() or (party is not None and party.delivers)


def _joint(match: re.Match[str]) -> str:
    if match["copy"] is not None:
        return "©"
    sign = match[0].strip()
    if match["joint"] is not None:
        word = sign.lower().split()[0]
        return word if word in ("via", "for") else "for" if word in _FOR else "on"
    first = sign[:1]
    return "|" if not first or first.isalpha() or first in "记記" else _JOINTS.get(first, first)


def _holds(text: str, match: re.Match[str], parties: Parties) -> bool:
    """True where a comma, colon or word joins what belongs together."""
    joint = (match["joint"] or "").lower().split()
    if joint and joint[0] in _FOR:
        shouted = match["joint"][:1].isupper() and not text.isupper()  # Per Hansen
        known = _somebody_known(text[match.end() :], parties)
        return shouted or not (known or _made_for(text, match))
    if joint and joint[0] not in ("via", "for"):
        return not _library(text[match.end() : match.end() + 40], parties)
    after = text[match.end() : match.end() + 12]
    sign = match[0].strip()
    if sign == ",":
        word = fold(after.split(maxsplit=1)[0]) if after.split() else ""
        return word in lexicon().legal or word in lexicon().name_ends
    if sign == ":":
        return text[match.start() - 1 : match.start()].isdigit() and after[:1].isdigit()
    return False


def _somebody_known(text: str, parties: Parties) -> bool:
    """True if the piece that follows is a known party: ``pour « Le Monde »``."""
    party = parties.known(_FOLLOWS.split(text[:60])[0])
    return party is not None and party.kind != "mark"


def _made_for(text: str, match: re.Match[str]) -> bool:
    """``Ana Silva pour Télérama``: a person before and a name of one word behind."""
    before = _EDGE.split(text[: match.start()][-_NEAR:])[-1].strip()
    after = _EDGE.split(text[match.end() :][:_NEAR])[0].strip()
    return sort_of(after) is Sort.WORD and sort_of(before) in _PEOPLE


def _library(text: str, parties: Parties) -> bool:
    """True if ``text`` begins with a place on the net where pictures are: ``on Unsplash``."""
    parts = text.split()
    found = (parties.known(" ".join(parts[:n])) for n in (2, 1) if len(parts) >= n)
    return any(p.kind in ("stock", "platform", "body") for p in found if p is not None)


def _sentences(text: str, start: int, end: int, joint: str, parties: Parties) -> list[Piece]:
    """The piece; or several, where a sentence ends and a label follows: ``Slate. Photo by``.

    Or an agency: ``Photo Ana Silva. AFP``.
    """
    words = lexicon()
    pieces: list[Piece] = []
    for match in _SENTENCE.finditer(text, start, end):
        if match.start() > start and _begins_label(text[match.end() : end], words):
            pieces.append(_piece(text, start, match.start(), joint))
            start, joint = match.end(), "."
        elif text[match.start() - 2 : match.start()].isalpha() and _delivers(
            text[match.end() : end], parties
        ):
            last = fold(text[start : match.start()].rpartition(" ")[2])
            stop = last in words.name_ends or last in words.legal  # Jr., Bros.
            pieces.append(_piece(text, start, match.start() + stop, joint))
            start, joint = match.end(), "/"
    return [*pieces, _piece(text, start, end, joint)]


def _delivers(text: str, parties: Parties) -> bool:
    party = parties.known(text) if len(text) <= _NEAR else None
    return party is not None and party.delivers


def _begins_label(text: str, words: Lexicon) -> bool:
    parts = text[:80].split()[:_LABEL_WORDS]
    if not parts or fold(parts[0].rstrip(":")) not in words.heads:
        return False
    heads = [fold(" ".join(parts[:n])) for n in range(len(parts), 0, -1)]
    return any(head in words.labels or head in words.positions for head in heads if len(head) > 1)


def _piece(text: str, start: int, end: int, joint: str) -> Piece:
    while start < end and text[start] in ' "“”„«»*':
        start += 1
    while end > start and text[end - 1] in ' "“”„«»*':
        end -= 1
    return Piece(text[start:end], start, end, joint)


def _labelled(pieces: list[Piece], parties: Parties) -> list[Piece]:
    """Take labels off: ``Photograph:`` is a piece of its own so far, ``Photo by X`` a part."""
    words = lexicon()
    done: list[Piece] = []
    flags: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()
    by = position = False
    for index, piece in enumerate(pieces):
        follows = pieces[index + 1].joint if index + 1 < len(pieces) else ""
        if piece.joint == "©":
            flags |= {"copyright"}
        if not piece.text and follows == "©":
            continue
        folded = fold(piece.text)
        bare = follows == ":" or (follows == "©" and not piece.joint.strip("([:"))
        if not bare and follows in ("/", ",") and not done and not piece.joint:
            # `Ljósmynd/Anna`, and the BBC's `Image source, Getty Images`
            bare = " " in folded if follows == "," else parties.known(piece.text) is None
        if bare and folded in words.labels:
            flags |= _flag(words.labels[folded])
            labels, by = (*labels, folded), by or folded.startswith("photograph")
            continue
        if follows == ":" and folded in words.positions:
            position = True
            continue
        if follows == ":" and (house := _house_label(piece, parties)) is not None:
            done.append(house._replace(flags=flags, labels=labels, by=by, position=position))
            flags, labels, by, position = frozenset(), (), True, False
            continue
        paper = _after_label(piece, parties) if follows == "/" and not done else None
        named, more = _inner_label(paper or piece, parties, words)
        marked = (named.flags | flags, (*labels, *named.labels), by or more, position)
        done.append(Piece(named.text, named.start, named.end, named.joint, *marked))
        flags, labels, by, position = frozenset(), (), False, False
    if flags or labels:
        end = pieces[-1].end
        done.append(Piece("", end, end, "", flags, labels, by, position))
    return done


def _house_label(piece: Piece, parties: Parties) -> Piece | None:
    """Whose photograph a label says it is: ``BNN PHOTO: Ana Silva``; None if it names nobody."""
    head, _, last = piece.text.rpartition(" ")
    if fold(last) not in _PICTURES or parties.known(piece.text) is not None:
        return None
    initials = head.isupper() and head.isalpha() and 1 < len(head) <= _ACRONYM
    party = parties.known(head)
    if not initials and (party is None or party.kind == "mark"):
        return None
    return piece._replace(text=head, end=piece.start + len(head))


def _after_label(piece: Piece, parties: Parties) -> Piece | None:
    """``Photo Bugle / Ana Silva``: a label without a colon, then one word that is a paper's."""
    label, _, name = piece.text.partition(" ")
    one = name[:1].isupper() and not name.isupper() and " " not in name
    if not one or fold(label) not in _PICTURES or parties.known(piece.text) is not None:
        return None
    labels = (*piece.labels, fold(label))
    return piece._replace(text=name, start=piece.end - len(name), labels=labels)


def _flag(name: str) -> frozenset[str]:
    return frozenset({name}) if name else frozenset()


def _inner_label(piece: Piece, parties: Parties, words: Lexicon) -> tuple[Piece, bool]:
    """Labels without a colon at the head of a piece, one after the other."""
    by = False
    for _ in range(3):
        if parties.known(piece.text) is not None:
            break
        found = _label_length(piece.text, parties, words)
        if found is None:
            break
        label, length, said_by = found
        rest = piece.text[length:].lstrip()
        start = piece.end - len(rest)
        piece = piece._replace(
            text=rest,
            start=start,
            flags=piece.flags | _flag(words.labels[label]),
            labels=(*piece.labels, label),
        )
        by = by or said_by
    return piece, by


def _label_length(text: str, parties: Parties, words: Lexicon) -> tuple[str, int, bool] | None:
    if fold(text[:40].partition(" ")[0]).split(" ")[0] not in words.heads:
        return None
    ends = [match.end() for match in re.finditer(r"\S+", text[:80])][: _LABEL_WORDS + 2]
    for n in range(min(_LABEL_WORDS, len(ends)), 0, -1):
        label = fold(text[: ends[n - 1]])
        if label not in words.labels or len(label) < 2:
            continue
        following = fold(text[ends[n - 1] : ends[n]]) if n < len(ends) else ""
        if following in words.by or (
            following in ("de", "d") and _names(text[ends[n] :].strip(), parties, words)
        ):
            return label, ends[n], True
        if label in ("by", "par") and text[:1].isupper():
            return label, ends[n - 1], True
        if following in ("courtesy", "courtsey", "cortesia", "copyright") or _names(
            text[ends[n - 1] :].strip(), parties, words
        ):
            return label, ends[n - 1], False
    return None


def _names(rest: str, parties: Parties, words: Lexicon) -> bool:
    """True if ``rest`` is somebody, so that the word before it was only a label."""
    if parties.known(rest) is not None:
        return True
    parts = rest.split()
    if not parts or not (parts[0][0].isupper() or not parts[0].isascii()):
        return False
    first = fold(rest)
    if any(parties.by_form.get(" ".join(first.split()[:n])) for n in (1, 2)):
        return True
    shaped = 2 <= len(parts) <= 4 and all(
        part[0].isupper() or fold(part) in words.particles for part in parts
    )
    return shaped and not set(first.split()) & words.bodies
