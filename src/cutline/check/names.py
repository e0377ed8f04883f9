"""The names in a story: every capitalised word with its company, and slips among them.

A name is misspelt where one form of it stands alone against another that stands more often and
differs by one letter. Two people may have names that are as near (Marina, Martina), and one
name has endings in many languages; both show in the company a word keeps and in where the
letters differ. What is left after that is asked about.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cutline.check.analysis import Analysis, Words
from cutline.check.offices import OFFICES
from cutline.check.scripts import TO_LATIN
from cutline.check.tongues import tongue
from cutline.model import Photograph, Span
from cutline.model.regex import regex

Edited = Literal["swapped", "doubled", "undoubled", "added", "lost", "changed"]

_WORD = regex(r"[^\W\d_]+")
_BESIDE = regex(r"[ \u00a0-]")
_SENTENCE_ENDS = '.!?…:"“”„«»‘([|–—•\n'
_LOOK_BACK = 4
_TITLE_CASE = 0.7
_MOST = 20_000
_CROWD = 6
_LONGEST = 24
_TOLD_BY_FILE = (
    "description",
    "headline",
    "personInImageNames",
    "cityName",
    "countryName",
    "provinceState",
    "sublocationName",
)


class Seen(NamedTuple):
    """One capitalised word where it stands.

    Attributes:
        words: The text.
        span: The word in it.
        unit: Photograph or field: words of one unit may repeat one slip.
        opens: True at the beginning of a sentence, where any word has a capital.
        before, after: The capitalised words beside it, folded; empty where there is none.
        loose: True in a text set in capitals or title case, where company says nothing.
    """

    words: Words
    span: Span
    unit: object
    opens: bool
    before: str
    after: str
    loose: bool

    @property
    def form(self) -> str:
        """The word as written."""
        return self.span.cut(self.words.text)


@dataclass(slots=True)
class Name:
    """All that a story has of one folded word.

    Attributes:
        seen: Where it stands in the story's own texts, credits left out.
        told: How often credits and files have it; a creator's name counts twice.
        forms: How it is written, with counts.
        before, after: Its company, folded.
    """

    seen: list[Seen] = field(default_factory=list)
    told: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How often it is met, in the story and in what the files tell."""
        return len(self.seen) + self.told

    @property
    def inside(self) -> bool:
        """True where it stands with a capital inside a sentence: then it is a name."""
        return any(not seen.opens and not seen.loose for seen in self.seen) or self.told > 1

    @property
    def units(self) -> int:
        """In how many photographs and fields it stands."""
        return len({seen.unit for seen in self.seen})

    def form(self) -> str:
        """The commonest way it is written; a form in capitals only if there is no other."""
        usual = [form for form, _ in self.forms.most_common() if not form.isupper()]
        return usual[0] if usual else next(iter(self.forms))


class Names(NamedTuple):
    """A story's names by folded form, and the words it also has in small letters."""

    names: Mapping[str, Name]
    small: frozenset[str]


def fold_name(word: str) -> str:
    """A word without case, accents and look-alike letters of other scripts."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.translate(TO_LATIN).casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))


def names_of(analysis: Analysis) -> Names:
    """Every name of the story, for ``Analysis.of``."""
    names: dict[str, Name] = {}
    small: set[str] = set()
    row = tongue(analysis.language)
    no_company = (row.small if row else frozenset()) | OFFICES
    for words in analysis.texts:
        if words.place.field == "credit":
            _hear(names, words.text)
        else:
            _read(names, small, words, no_company)
    for frame in analysis.frames:
        if isinstance(frame.shot.photograph, Photograph):
            metadata = frame.shot.photograph.metadata
            whole = "creatorNames" not in frame.shot.photograph.cut
            for creator in metadata.texts("creatorNames") if whole else ():
                _hear(names, creator, weight=2)
            for key in _TOLD_BY_FILE:
                for text in metadata.texts(key):
                    _hear(names, text)
    return Names(names, frozenset(small))


def _read(
    names: dict[str, Name], small: set[str], words: Words, no_company: frozenset[str]
) -> None:
    """Note every capitalised word of a text of the story; ``In`` and ``The`` are no company."""
    text = words.text
    found = list(_WORD.finditer(text))
    every = [match.group() for match in found]
    capitals = [word[0].isupper() for word in every]
    loose = len(found) > 2 and sum(capitals) >= _TITLE_CASE * len(found)
    unit = words.place.photo if words.place.photo is not None else words.place.field
    small.update(fold_name(word) for word in every if not word[0].isupper())
    for index in (at for at, capital in enumerate(capitals) if capital):
        word, span = every[index], Span(*found[index].span())
        if words.coded(span):
            continue
        before, after = _company(text, found, capitals, index)
        before = "" if before in no_company else before
        opens = _opens(text, span.start)
        seen = Seen(words, span, unit, opens, before, after, loose)
        name = names.setdefault(fold_name(word), Name())
        name.seen.append(seen)
        name.forms[word] += 1
        if not loose:
            name.before |= {before} - {""}
            name.after |= {after} - {""}


def _hear(names: dict[str, Name], text: str, *, weight: int = 1) -> None:
    """Count the names of a text that is evidence only: a credit, what a file tells."""
    found = list(_WORD.finditer(text))
    capitals = [match.group()[0].isupper() for match in found]
    for index, match in enumerate(found):
        if not capitals[index]:
            continue
        name = names.setdefault(fold_name(match.group()), Name())
        name.told += weight
        name.forms[match.group()] += 1
        before, after = _company(text, found, capitals, index)
        name.before |= {before} - {""}
        name.after |= {after} - {""}


def _company(
    text: str, found: Sequence[re.Match[str]], capitals: Sequence[bool], at: int
) -> tuple[str, str]:
    """The capitalised words before and after a word, folded; empty where there is none."""
    before = after = ""
    if at and capitals[at - 1] and _BESIDE.fullmatch(text, found[at - 1].end(), found[at].start()):
        before = fold_name(found[at - 1].group())
    last = at + 1 == len(found)
    if not last and capitals[at + 1]:
        gap = _BESIDE.fullmatch(text, found[at].end(), found[at + 1].start())
        after = fold_name(found[at + 1].group()) if gap else ""
    return before, after


def _opens(text: str, at: int) -> bool:
    before = text[max(0, at - _LOOK_BACK) : at].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS


def kind_of_edit(right: str, wrong: str) -> tuple[Edited, int] | None:
    """How ``wrong`` differs from ``right`` and how many letters follow the difference.

    None unless they are one slip apart: two letters swapped, one doubled, lost, added or
    changed.
    """
    head = 0
    while head < min(len(right), len(wrong)) and right[head] == wrong[head]:
        head += 1
    rest, slip = right[head:], wrong[head:]
    if len(right) == len(wrong):
        if rest[:2] == slip[1::-1] and rest[2:] == slip[2:] and len(rest) > 1:
            return "swapped", len(rest) - 2
        return ("changed", len(rest) - 1) if rest[1:] == slip[1:] else None
    if len(wrong) == len(right) + 1 and slip[1:] == rest:
        double = head > 0 and wrong[head] == wrong[head - 1]
        return ("doubled" if double else "added"), len(rest)
    if len(right) == len(wrong) + 1 and rest[1:] == slip:
        double = head > 0 and right[head] == right[head - 1]
        return ("undoubled" if double else "lost"), len(slip)
    return None


def neighbours(names: Mapping[str, Name], *, shortest: int) -> Iterator[tuple[str, str]]:
    """Pairs of folded names that may be one letter apart, found without comparing all.

    Two words one slip apart share what is left when a letter is taken out of one or both.
    """
    if len(names) > _MOST:  # a telephone book: there everybody has a namesake
        return
    buckets: dict[str, list[str]] = {}
    met: set[tuple[str, str]] = set()
    for word in names:
        if not shortest <= len(word) <= _LONGEST:
            continue
        for key in {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}:
            held = buckets.setdefault(key, [])
            for other in held:
                if (other, word) not in met:
                    met.add((other, word))
                    yield other, word
            if len(held) < _CROWD:  # more words of one shape are a pattern, no slips
                held.append(word)


def written_alike(form: str, model: str) -> str:
    """``model`` in the case of ``form``."""
    return model.upper() if form.isupper() and len(form) > 1 else model
