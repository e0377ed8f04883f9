"""The plain words of a dictionary's files, looked up without reading all of them.

Hunspell takes a twentieth of a second to read the smallest dictionary; most words of most
stories are entries, or entries with an ending that their flags allow, and where a file is
sorted such an entry is found by halving. What is not found here may well be a word: then
Hunspell is asked. So nothing is ever known here that Hunspell does not know.

Source: hunspell(5): the ``.dic`` and ``.aff`` files, SFX, NEEDAFFIX, FORBIDDENWORD,
ONLYINCOMPOUND.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from cutline.model.regex import regex

_SUFFIX = regex(rb"^SFX[ \t]+(\S)[ \t]+(\S+)[ \t]+(\S+)[ \t]+(\S+)", re.MULTILINE)
_NO_WORD = regex(rb"^(?:NEEDAFFIX|FORBIDDENWORD|ONLYINCOMPOUND)[ \t]+(\S)", re.MULTILINE)
_OTHER_FLAGS = regex(rb"^(?:FLAG|AF|COMPLEXPREFIXES)\b", re.MULTILINE)
_NOTHING = b"0"


class _Suffix(NamedTuple):
    """A rule for an ending: the flag that allows it, what it takes off, what the stem ends in."""

    flag: int
    taken: bytes
    ends: re.Pattern[bytes]


class Entries:
    """A dictionary's two files.

    Args:
        words: The ``.dic`` file, one entry a line.
        affixes: The ``.aff`` file.
    """

    def __init__(self, words: bytes, affixes: bytes) -> None:
        """Take the files as they are; nothing is read yet."""
        self._words, self._affixes = words, affixes

    def has(self, word: str) -> bool:
        """True if ``word`` is surely one in this case; False says nothing."""
        if not word.isascii() or not word.isalpha() or self._unlike:
            return False
        raw = word.encode()
        return self._flags(raw) is not None or any(
            suffix.flag in flags and suffix.ends.search(stem)
            for stem, suffix in self._stems(raw)
            if (flags := self._flags(stem)) is not None
        )

    @cached_property
    def _unlike(self) -> bool:
        """True where flags are not single letters."""
        return _OTHER_FLAGS.search(self._affixes) is not None

    @cached_property
    def _no_word(self) -> frozenset[int]:
        """Flags of entries that are no words by themselves."""
        return frozenset(found[0] for found in _NO_WORD.findall(self._affixes))

    @cached_property
    def _suffixes(self) -> dict[bytes, list[_Suffix]]:
        """The rules by the ending that they add."""
        found: dict[bytes, list[_Suffix]] = {}
        for flag, taken, added, ends in _SUFFIX.findall(self._affixes):
            plain = added.isalpha() and (taken == _NOTHING or taken.isalpha())
            if plain and re.fullmatch(rb"[a-z.\[\]^]+", ends):
                rule = _Suffix(flag[0], taken.removeprefix(_NOTHING), re.compile(ends + b"$"))
                found.setdefault(added, []).append(rule)
        return found

    def _stems(self, word: bytes) -> Iterator[tuple[bytes, _Suffix]]:
        """What a word may be an ending of, and by which rule."""
        for cut in range(1, len(word) - 1):
            for suffix in self._suffixes.get(word[-cut:], ()):
                yield word[:-cut] + suffix.taken, suffix

    def _flags(self, stem: bytes) -> bytes | None:
        """The flags of an entry that is a word; None where it is not found, or is none."""
        for line in (self._line_from(stem + b"/"), self._line_from(stem)):
            entry, _, flags = line.split(b"\t")[0].rstrip(b"\r").partition(b"/")
            if entry == stem:
                return flags if self._no_word.isdisjoint(flags) else None
        return None

    def _line_from(self, key: bytes) -> bytes:
        """The first line that does not sort before ``key``, by halving."""
        low, high = 0, len(self._words)
        while low < high:
            middle = self._words.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._words.find(b"\n", middle)
            end = len(self._words) if end < 0 else end
            if self._words[middle:end] < key:
                low = end + 1
            else:
                high = middle
        end = self._words.find(b"\n", low)
        return self._words[low : None if end < 0 else end]
