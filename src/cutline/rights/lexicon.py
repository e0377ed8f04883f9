"""The phrases and places of restrictions, out of their data files into a tree of words."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

NUMBER = "<n>"
SLOTS = frozenset(("<day>", "<when>", "<places>", "<media>", "<credit>", "<end>"))
_NOTATION = re.compile(r"\([^)]*\)|\S+")


@dataclass(slots=True)
class Node:
    """Words that begin some phrase: what may follow, and what the phrase says if it ends here."""

    following: dict[str, "Node"] = field(default_factory=dict)
    ends: list[tuple[str, str]] = field(default_factory=list)
    """Code and slot."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that the reader of restrictions knows.

    Attributes:
        root: The tree of phrases.
        media: Words for ways of publishing, to the way.
        words: Single words by what they do: ``out``, ``links``, ``articles`` …
        spelt: Long words of the phrases by first letter, to see slips of the pen.
    """

    root: Node
    media: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    known: frozenset[str]
    spelt: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Places:
    """Names of countries and regions, folded.

    Attributes:
        country: Name to ISO 3166 code.
        region: Name to the codes of the countries that it stands for.
    """

    country: Mapping[str, str]
    region: Mapping[str, frozenset[str]]


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("cutline.rights").joinpath(name).read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The phrases that come with cutline. Read once."""
    data = _data("words.toml")
    root = Node()
    phrases = {**data["phrase"]}
    for code, forms in phrases.items():
        for form in forms:
            for words, slot in _expanded(form):
                _plant(root, words, (code, slot))
    media = {word: name for name, forms in data["media"].items() for word in forms.split("|")}
    known = frozenset(_vocabulary(root)) | {w for form in media for w in form.split()}
    spelt: dict[str, list[str]] = {}
    for word in sorted(known):
        if len(word) >= 6:
            spelt.setdefault(word[0], []).append(word)
    single = {name: frozenset(text.split()) for name, text in data["words"].items()}
    return Lexicon(root, media, single, known, {k: tuple(v) for k, v in spelt.items()})


@cache
def places() -> Places:
    """The countries and regions that come with cutline. Read once, where a place is named."""
    data = _data("places.toml")
    country = {name: code for code, names in data["country"].items() for name in names.split("|")}
    region = {
        name: frozenset(codes.split())
        for names, codes in data["region"].items()
        for name in names.split("|")
    }
    return Places(country, region)


def _expanded(form: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every reading of a phrase's notation, as its words and its slot."""
    slot, choices = "", []
    for word in _NOTATION.findall(form):
        if word in SLOTS:
            slot = word
        elif word.startswith("("):
            choices.append(("", *word.strip("()").split("|")))
        else:
            choices.append(tuple(word.split("|")))
    for chosen in product(*choices):
        words = tuple(word for part in chosen for word in part.split())
        if words:
            yield words, slot


def _plant(root: Node, words: tuple[str, ...], end: tuple[str, str]) -> None:
    node = root
    for word in words:
        node = node.following.setdefault(word, Node())
    if end not in node.ends:
        node.ends.append(end)


def _vocabulary(node: Node) -> Iterator[str]:
    for word, following in node.following.items():
        if word != NUMBER:
            yield word
        yield from _vocabulary(following)
