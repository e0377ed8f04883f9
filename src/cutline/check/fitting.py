"""Which caption each alt text fits: the alignment of alt texts with captions.

An alt text says what is to be seen, a caption what is known; the two share a few words at most.
So every shared word is weighed:

* by **rarity in the story**: a word that stands in one caption only weighs 1, one that stands
  in all weighs nothing, and the same over the alt texts, because a name in every alt text
  points at no picture; what headline and standfirst say is the story's subject and counts half;
* by **kind**: a name more than a word (written with a capital inside a sentence, or two words
  that follow each other in both), a word more than another word of the same field (``children``
  and ``pupils``: ``picture_words``), and what every second picture shows (``man``, ``red``,
  ``stands``) hardly at all;
* by **form**: words are compared as stems, and a compound's parts count as words (``Brand`` in
  ``Großbrand``).

An alt text then has a fit with its own caption and, through an inverted index of the captions'
words, with every other caption that shares a word with it. Words that stand in very many
captions are left out of the index, so that thousands of photographs take linear time.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from cutline.check.alike import Folded, fold_text
from cutline.check.analysis import Analysis, Frame
from cutline.check.filenames import is_file_name
from cutline.check.picture_words import fields, plain
from cutline.check.small_words import idle_words, language_of, primary
from cutline.check.stems import stem
from cutline.credit import is_credit

_NAME, _WORD, _FIELD, _PLAIN, _PAIR = 1.6, 1.0, 0.5, 0.2, 0.6
_SUBJECT = 0.5
_AT_HOME = 0.4
"""Least rarity of what an alt text shares with its own caption: even a word that all captions
have speaks against its being a stranger there, and a common field counts whole."""
_FEWEST = 3
"""Words that an alt text or a caption must have to say anything of a picture."""
_CROWD = 24
"""A word that stands in more captions than this leads nowhere."""
_MOST_WORDS = 400
"""Of a text; longer ones are no captions."""
_COMPOUND = 8
_PART = 4
_NOUN_CAPITALS = frozenset({"de", "lb"})
_UNCOUPLED = frozenset({"en", "fr", "es", "it", "pt"})
"""Languages that write no words together."""


class Taken(NamedTuple):
    """A text as what can be compared.

    Attributes:
        stems: The stems that say something, each once.
        names: Those that are written as names.
        pairs: Stems that follow each other.
        fields: The fields of the stems.
        written: Each stem as the text has it first.
    """

    stems: frozenset[str]
    names: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    fields: frozenset[int]
    written: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fits:
    """How alt texts fit captions, by number of the photograph.

    Attributes:
        own: Fit of each alt text with its own caption.
        covered: Share (0..1) of each alt text's stems that its own caption has.
        others: For each alt text, its fit with other captions, where it has any.
        shared: For each alt text and other caption, the words that they share, as the alt text
            has them, the weightiest first.
        count: Photographs that have both texts.
    """

    own: Mapping[int, float]
    covered: Mapping[int, float]
    others: Mapping[int, Mapping[int, float]]
    shared: Mapping[tuple[int, int], tuple[str, ...]]
    count: int


@dataclass(slots=True)
class _Index:
    """Words and fields of all captions, and how common they are."""

    tag: str
    subject: frozenset[str]
    captions: dict[int, Taken] = field(default_factory=dict)
    alts: dict[int, Taken] = field(default_factory=dict)
    by_stem: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_field: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    alt_stems: Counter[str] = field(default_factory=Counter)
    alt_fields: Counter[int] = field(default_factory=Counter)

    def rarity_of(self, key: str, floor: float = 0.0) -> float:
        """How much a stem tells: less if it is what the whole story is about."""
        rare = self.rarity(len(self.by_stem[key]), self.alt_stems[key])
        return max(floor, rare * _SUBJECT if key in self.subject else rare)

    def rarity(self, in_captions: int, in_alts: int) -> float:
        """1 for what stands once, 0 for what stands everywhere."""
        many = max(2, len(self.captions))
        return _rare(in_captions, many) * _rare(in_alts, many)


@lru_cache(maxsize=4096)
def _rare(held: int, many: int) -> float:
    return max(0.0, 1 - math.log(max(1, held)) / math.log(many))


def fits(analysis: Analysis) -> Fits:
    """Compare all alt texts of a proof with all its captions."""
    index = _indexed(analysis)
    own: dict[int, float] = {}
    covered: dict[int, float] = {}
    others: dict[int, dict[int, float]] = {}
    shared: dict[tuple[int, int], tuple[str, ...]] = {}
    for number, alt in index.alts.items():
        own[number] = _fit(index, alt, index.captions[number], floor=_AT_HOME)
        covered[number] = len(alt.stems & index.captions[number].stems) / len(alt.stems)
        reached = {other for key in alt.stems for other in _few(index.by_stem.get(key, []))}
        reached |= {other for key in alt.fields for other in _few(index.by_field.get(key, []))}
        found = {
            other: _fit(index, alt, index.captions[other]) for other in reached if other != number
        }
        others[number] = {other: fit for other, fit in found.items() if fit > 0}
        for other in others[number]:
            shared[number, other] = _shared(index, alt, index.captions[other])
    return Fits(own, covered, others, shared, len(index.alts))


def _shared(index: _Index, alt: Taken, caption: Taken) -> tuple[str, ...]:
    weights = {key: _weight(index, key, alt, caption) for key in alt.stems & caption.stems}
    return tuple(alt.written[key] for key in sorted(weights, key=lambda k: (-weights[k], k)))


def _few(numbers: Sequence[int]) -> Sequence[int]:
    return numbers if len(numbers) <= _CROWD else ()


def _comparable(analysis: Analysis) -> list[Frame]:
    """Photographs whose two texts describe something.

    A caption that is only a credit, a file's name for an alt text and an alt text that several
    pictures have say nothing of one picture.
    """
    held = Counter(frame.alt_words.words for frame in analysis.frames)
    return [
        frame
        for frame in analysis.frames
        if len(frame.alt_words.words) >= _FEWEST
        and len(frame.caption_words.words) >= _FEWEST
        and held[frame.alt_words.words] == 1
        and not is_file_name(frame.alt.text)
        and not is_credit(frame.caption.text, analysis.parties)
    ]


def _indexed(analysis: Analysis) -> _Index:
    every = _comparable(analysis)
    sample = [word for frame in every[:8] for word in frame.caption_words.words[:60]]
    tag = primary(language_of(sample, analysis.language))
    vocabulary = _vocabulary(every, tag) if tag not in _UNCOUPLED else frozenset[str]()
    story = analysis.proof.story
    above = fold_text(f"{story.headline.text} {story.standfirst.text}")
    index = _Index(tag, _take(above, tag, vocabulary).stems)
    for frame in every:
        alt = _take(frame.alt_words, tag, vocabulary)
        caption = _take(frame.caption_words, tag, vocabulary)
        if alt.stems and caption.stems:
            _enter(index, frame.shot.number, alt, caption)
    return index


def _vocabulary(every: Sequence[Frame], tag: str) -> frozenset[str]:
    """The stems that the parts of a compound may have."""
    return frozenset(fields(tag)) | frozenset(
        stem(word, tag)
        for frame in every
        for folded in (frame.alt_words, frame.caption_words)
        for word in folded.words[:_MOST_WORDS]
        if len(word) >= _PART
    )


def _enter(index: _Index, number: int, alt: Taken, caption: Taken) -> None:
    index.alts[number], index.captions[number] = alt, caption
    index.alt_stems.update(alt.stems)
    index.alt_fields.update(alt.fields)
    for key in caption.stems:
        index.by_stem[key].append(number)
    for known in caption.fields:
        index.by_field[known].append(number)


def _take(text: Folded, tag: str, vocabulary: frozenset[str]) -> Taken:
    idle, table = _idle(tag), fields(tag)
    stems: list[str] = []
    names: set[str] = set()
    said: dict[str, str] = {}
    written = text.written[:_MOST_WORDS]
    for at, word in enumerate(text.words[:_MOST_WORDS]):
        if word in idle or (len(word) < 3 and word.isascii() and not word.isdigit()):
            continue
        key = stem(word, tag)
        stems.append(key)
        said.setdefault(key, written[at])
        inside = at > 0 and written[at][:1].isupper() and not written[at].isupper()
        if inside and tag not in _NOUN_CAPITALS:
            names.add(key)
        if len(word) >= _COMPOUND and tag not in _UNCOUPLED:
            for part in _parts(word, tag, vocabulary):
                stems.append(part)
                said.setdefault(part, written[at])
    known = frozenset(number for key in stems for number in table.get(key, ()))
    pairs = frozenset(pairwise(stems))
    return Taken(frozenset(stems), frozenset(names), pairs, known, said)


@cache
def _idle(tag: str) -> frozenset[str]:
    """The words that say nothing of a picture, folded as the texts are."""
    return frozenset(fold_text(" ".join(sorted(idle_words(tag)))).words)


def _parts(word: str, tag: str, vocabulary: frozenset[str]) -> list[str]:
    """The two halves of a compound, where the story knows them as words."""
    parts = []
    for cut in range(_PART, len(word) - _PART + 1):
        for half in (word[:cut], word[cut:]):
            key = stem(half, tag)
            if key in vocabulary and len(half) >= _PART:
                parts.append(key)
    return parts


def _weight(index: _Index, key: str, alt: Taken, caption: Taken, floor: float = 0.0) -> float:
    """What it tells that a stem stands in both texts."""
    if key in plain(index.tag):
        kind = _PLAIN
    else:
        kind = _NAME if key in alt.names or key in caption.names else _WORD
    return kind * index.rarity_of(key, floor)


def _fit(index: _Index, alt: Taken, caption: Taken, floor: float = 0.0) -> float:
    """The weight of all that an alt text and a caption share."""
    same = alt.stems & caption.stems
    total = sum(_weight(index, key, alt, caption, floor) for key in same)
    for one, other in alt.pairs & caption.pairs:
        total += _PAIR * min(index.rarity_of(one), index.rarity_of(other))
    table = fields(index.tag)
    met = {number for key in same for number in table.get(key, ())}
    common = (alt.fields & caption.fields) - met
    for number in common:
        if floor and _crossed(index, alt, caption, table, number):
            continue
        rare = index.rarity(len(index.by_field[number]), index.alt_fields[number])
        total += _FIELD * (1.0 if floor else rare)
    return total


def _crossed(
    index: _Index, alt: Taken, caption: Taken, table: Mapping[str, tuple[int, ...]], number: int
) -> bool:
    """True where two words of a field belong to others: a calf here, a pig there, and crosswise.

    The alt text's word stands in another caption and the caption's in another alt text.
    """
    ours = {key for key in alt.stems if number in table.get(key, ())}
    theirs = {key for key in caption.stems if number in table.get(key, ())}
    taken = all(index.by_stem.get(key) for key in ours)
    return taken and all(index.alt_stems[key] for key in theirs)
