"""What is wrong with a credit line itself, whoever is named in it."""

import re
from collections.abc import Iterator, Sequence

from cutline.credit.clean import LONGEST, Clean
from cutline.credit.cut import Piece
from cutline.credit.items import Item, Itemised
from cutline.credit.lexicon import lexicon
from cutline.credit.parties import fold
from cutline.credit.roles import Roles
from cutline.model.regex import regex

_LOPSIDED = regex(
    r"[^\s/|]\s+[/|](?=[^\s/|])|[^\s/|][/|]\s+(?=[^\s/|])|\s,|[(\[]\s|\s[)\]]|\S\s{2,}\S"
)
_MOJIBAKE = regex(r"Ã[\u0080-\u00bf©¤¶¼Ÿ±³­ª¨´]|Â[\u00a0-\u00bf]|â€|ï¿½|\ufffd")
_LEADING = regex(r"[\s(\[]*[/|,;]")
_CUT_OFF = regex(r"(?:…|\.\.\.|[/|,(\[&]|\b(?:via|for|by|of|and))\s*$", re.IGNORECASE)
_LONG_NAME = 8
_EMPTY = regex(r"/\s*/|\|\s*\||[/|]\s*[)\]]*\s*$")


def slips(
    line: str, plain: Clean, pieces: Sequence[Piece], read: Sequence[Itemised], roles: Roles
) -> tuple[str, ...]:
    """Codes of what a linter should say, each once."""
    found = [issue for one in read for issue in one.issues]
    found += _of_the_text(line[:LONGEST], plain, pieces)
    if not any(piece.joint == ";" for piece in pieces):
        found += _of_the_names([item for one in read for item in one.items], roles)
    return tuple(dict.fromkeys(found))


def same_person(one: str, other: str) -> bool:
    """One name in two spellings or one cut short; points and case do not matter."""
    a, b = fold(one), fold(other)
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return True
    shorter, longer = sorted((a, b), key=len)
    return (
        len(shorter) >= _LONG_NAME
        and longer.startswith(shorter)
        and " " not in longer[len(shorter) :]
    )


def _of_the_text(line: str, plain: Clean, pieces: Sequence[Piece]) -> Iterator[str]:
    if plain.invisible:
        yield "zero-width"
    if _MOJIBAKE.search(line) is not None:
        yield "mojibake"
    if _LEADING.match(line) is not None:
        yield "leading-separator"
    if _LOPSIDED.search(plain.text) is not None:
        yield "spacing"
    if _EMPTY.search(line) is not None and "://" not in line:
        yield "empty-segment"
    if plain.text and _CUT_OFF.search(plain.text) is not None:
        yield "truncated"
    labels = [label for piece in pieces for label in piece.labels]
    if any(len(piece.labels) > len(set(piece.labels)) for piece in pieces):
        yield "duplicate-label"
    if not labels and not plain.text:
        yield "placeholder"
    if labels and not any(c.isalnum() for piece in pieces for c in piece.text):
        yield "placeholder"


def _of_the_names(items: Sequence[Item], roles: Roles) -> Iterator[str]:
    seen: list[Item] = []
    for item in items:
        for other in seen:
            if fold(item.text) == fold(other.text):
                yield "duplicate"
            elif (
                item in roles.creators
                and other in roles.creators
                and same_person(item.text, other.text)
            ):
                yield "duplicate"
                if fold(item.text) != fold(other.text):
                    yield "truncated"
            elif _within(item, other, roles):
                yield "duplicate"
        seen.append(item)
        if item.party is not None and _half_cased(item.text, item.party.form):
            yield "agency-case"
        if item in roles.creators and _lower_name(item.text):
            yield "name-case"


def _within(item: Item, other: Item, roles: Roles) -> bool:
    """``Lisa Hatz Photography/Lisa Hatz``."""
    if (item in roles.creators) == (other in roles.creators):
        return False
    return min(len(item.text), len(other.text)) > 4 and (
        fold(other.text).startswith(fold(item.text) + " ")
        or fold(item.text).startswith(fold(other.text) + " ")
    )


def _half_cased(text: str, form: str) -> bool:
    """True for ``Getty images``: one word capitalised as in the name and another not."""
    words, right = text.split(), form.split()
    if len(words) < 2 or len(words) != len(right) or text.lower() != form.lower():
        return False
    differs = [a != b and a.islower() for a, b in zip(words, right, strict=True)]
    return any(differs) and not all(differs)


def _lower_name(text: str) -> bool:
    """``ana Silva``: a given name in lower case before a family name that is not."""
    first, _, rest = text.partition(" ")
    return first.islower() and rest[:1].isupper() and fold(first) in lexicon().given
