"""Words that tell the parts of a credit line apart, read from ``words.toml``."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from cutline.credit.parties import fold, fold_once

_WORDS = frozenset[str]


class Lexicon(NamedTuple):
    """Sets of folded words.

    Attributes:
        labels: Words before a name (``Photograph``), with the flag they carry or nothing.
        by: ``by``, ``par``, ``von``: what may follow a label.
        small: ``of``, ``von``, ``aus dem``: what may follow a mark.
        machine: Words that say that a machine made the picture.
        suffixes: Words after a name (``撮影``), with the flag they carry.
        jammed: Those of them that stand without a space.
        heads: First words of labels and positions.
        positions: ``left``, ``top right``: one picture of several.
        licences: Words, folded, that make a part a licence.
        particles: Small words inside a personal name.
        name_ends: ``Jr``, ``III``.
        titles: Ranks before a name.
        ranks: Words of military ranks.
        shown: Offices: who is named with one is in the picture.
        joins: ``and`` in many languages.
        bodies: Words in the names of organisations.
        surnames: Those of them that are family names as well.
        legal: ``GmbH``, ``Inc``.
        joints: Words that a body's name has inside and a person's has not.
        compounds: Endings of compounds that name a body: ``amt``, ``verlag``.
        uncased: The same in scripts without capitals: ``新聞``.
        agencies: Last words of a photo agency's name.
        offices: Words that make an "agency" an office of state.
        given: Given names.
        places: Towns and countries.
    """

    labels: Mapping[str, str]
    by: _WORDS
    small: _WORDS
    machine: re.Pattern[str]
    suffixes: Mapping[str, str]
    jammed: tuple[str, ...]
    heads: _WORDS
    positions: _WORDS
    licences: re.Pattern[str]
    particles: _WORDS
    name_ends: _WORDS
    titles: _WORDS
    ranks: _WORDS
    shown: _WORDS
    joins: _WORDS
    bodies: _WORDS
    surnames: _WORDS
    legal: _WORDS
    joints: _WORDS
    compounds: tuple[str, ...]
    uncased: tuple[str, ...]
    agencies: tuple[str, ...]
    offices: _WORDS
    given: _WORDS
    places: _WORDS


@cache
def lexicon() -> Lexicon:
    """The words that come with cutline. Read once."""
    source = Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(source)
    person, body = data["person"], data["organisation"]
    labels, suffixes = _flags(data["label"]), _flags(data["suffix"])
    positions = _set(data["positions"]["words"])
    return Lexicon(
        labels=labels,
        by=_set(data["by"]["words"]),
        small=_set(data["by"]["small"]),
        machine=_machine(data["machine"]),
        suffixes=suffixes,
        jammed=tuple(word for word in suffixes if not word.isascii()),
        heads=frozenset(form.split()[0] for form in (*labels, *positions) if form),
        positions=positions,
        licences=re.compile(rf"\b(?:{'|'.join(sorted(_set(data['licence']['words'])))})\b"),
        particles=_set(person["particles"]),
        name_ends=_set(person["suffixes"]),
        titles=_set(person["titles"]),
        ranks=_set(person["ranks"]),
        shown=_set(person["shown"]),
        joins=frozenset(person["and"]),
        bodies=_set(body["words"].split()),
        surnames=_set(body["surnames"].split()),
        legal=_set(body["legal"]),
        joints=frozenset(body["joints"]),
        compounds=tuple(end for end in map(fold, body["endings"]) if len(end) > 3),
        uncased=tuple(end for end in body["endings"] if end.upper() == end.lower()),
        agencies=tuple(fold(word) for word in body["agencies"]),
        offices=_set(body["offices"]),
        given=_set(data["given"]["names"].split()),
        places=_set(data["place"]["words"].split()),
    )


def _set(words: list[str]) -> _WORDS:
    return frozenset(map(fold_once, words))


def _machine(table: Mapping[str, list[str]]) -> re.Pattern[str]:
    """``generated … AI``, ``AI-generated``."""
    verbs, means = ("|".join(map(re.escape, table[key])) for key in ("verbs", "means"))
    pattern = rf"\b(?:{verbs})\b.{{1,40}}\b(?:{means})\b|\b(?:{means})[- ](?:{verbs})\w*"
    return re.compile(pattern, re.IGNORECASE)


def _flags(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    return MappingProxyType(
        {fold(word): flag for flag in reversed(list(table)) for word in table[flag]}
    )
