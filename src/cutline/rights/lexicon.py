"""The phrases and places of restrictions, out of their data files."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cutline.model.regex import regex

NUMBER = "<n>"
SLOTS = frozenset(("<day>", "<when>", "<places>", "<media>", "<credit>", "<end>"))
_GROUP = regex(r"\(([^)|]* [^)|]*)\)")


class Phrase(NamedTuple):
    """A phrase in its parts.

    Attributes:
        code: What it says.
        slot: What follows it; empty for nothing.
        parts: For each place the words that may stand there, and whether it may stay empty.
    """

    code: str
    slot: str
    parts: tuple[tuple[frozenset[str], bool], ...]

    @property
    def first(self) -> frozenset[str]:
        """The words that it may begin with."""
        found: frozenset[str] = frozenset()
        for words, optional in self.parts:
            found |= words
            if not optional:
                break
        return found


class Lexicon(NamedTuple):
    """Everything that the reader of restrictions knows.

    Attributes:
        phrases: By each word that they may begin with; those with a slot first.
        media: Words for ways of publishing, to the way.
        words: Single words by what they do: ``out``, ``links``, ``articles`` …
        spelt: Long words of the phrases by first letter, to see slips of the pen.
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    media: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    known: frozenset[str]
    spelt: Mapping[str, tuple[str, ...]]


class Places(NamedTuple):
    """Names of countries and regions, folded.

    Attributes:
        country: Name to ISO 3166 code.
        region: Name to the codes of the countries that it stands for.
    """

    country: Mapping[str, str]
    region: Mapping[str, frozenset[str]]


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The phrases that come with cutline. Read once."""
    data = _data("words.toml")
    phrases = [
        phrase
        for code, forms in data["phrase"].items()
        for form in forms
        for phrase in _phrases(code, form)
    ]
    beginning: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: not phrase.slot):
        for word in phrase.first:
            beginning.setdefault(word, []).append(phrase)
    media = {word: name for name, forms in data["media"].items() for word in forms.split("|")}
    known = frozenset(word for phrase in phrases for words, _ in phrase.parts for word in words)
    known |= {word for form in media for word in form.split()}
    spelt: dict[str, list[str]] = {}
    for word in sorted(known):
        if len(word) >= 6:
            spelt.setdefault(word[0], []).append(word)
    single = {name: frozenset(text.split()) for name, text in data["words"].items()}
    return Lexicon(
        {word: tuple(found) for word, found in beginning.items()},
        media,
        single,
        known,
        {letter: tuple(found) for letter, found in spelt.items()},
    )


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


def _phrases(code: str, form: str) -> Iterator[Phrase]:
    """A phrase out of its notation; two where several words together may be left out."""
    group = _GROUP.search(form)
    if group is not None:
        yield from _phrases(code, form[: group.start()] + form[group.end() :])
        yield from _phrases(code, form.replace(group[0], group[1], 1))
        return
    slot, parts = "", []
    for word in form.split():
        if word in SLOTS:
            slot = word
        else:
            parts.append((frozenset(word.strip("()").split("|")), word.startswith("(")))
    yield Phrase(code, slot, tuple(parts))
