"""How captions end: closed by a full stop, open, or in a way that fits either style."""

import re
from collections import Counter
from enum import Enum
from typing import NamedTuple

from cutline.check.analysis import Analysis, Frame
from cutline.check.sentences import sentences, shortened, word_before
from cutline.model import Span
from cutline.model.regex import regex

STOPS = ".。．।۔։።"
"""Full stops of the scripts of the world's press."""

_CLOSERS = "\"'”’»›)]」』）"
_BRACKETS = {")": "(", "]": "[", "）": "（"}
_CONTINUE = ",;:–—-/&(+|"
_LABEL = 6
_LABEL_LETTERS = 14
_NAMES = 4
_LABELLED = regex(
    r"(?:©|\(c\)|(?:photos?|photographs?|pictures?|images?|fotos?|bild(?:er)?|credits?|crédits?|quelle"
    r"|source|fuente|fonte|фото)\b[^:]{0,12}(?::|\bby\b))",
    re.IGNORECASE,
)
_FINITE = frozenset(
    # the commonest finite verbs: with one of them even a few words are a sentence
    "is are was were has have had does did says said will can"
    " ist sind war waren hat haben wird wurde wurden est sont était a ont été es son está están"
    " fue fueron ha han é são foi foram sono era är var er har hade havde ble blev".split()
)


class Ending(Enum):
    """What the last character of a caption says."""

    CLOSED = "closed"
    OPEN = "open"
    EITHER = "either"
    """Question, quotation, ellipsis, ``Pa.``: as it would be in any style."""
    CUT = "cut"
    """A comma, a dash, an open bracket: it goes on somewhere."""
    EMPTY = "empty"


class End(NamedTuple):
    """The end of one caption.

    Attributes:
        kind: How it ends.
        at: Where a full stop stands, or would stand.
        last: The last word, with what follows it.
        label: True for a few words without a verb: a place, a name, a day.
        single: True where the caption is one sentence.
        credited: True where a credit line follows: then the words before it were judged.
    """

    kind: Ending
    at: int
    last: Span
    label: bool
    single: bool
    credited: bool


def endings(analysis: Analysis) -> tuple[End, ...]:
    """How each caption ends, in page order."""
    return tuple(_end(frame) for frame in analysis.frames)


def mark_used(analysis: Analysis) -> str:
    """The full stop that most closed captions have; a point where there is none."""
    ends = zip(analysis.frames, analysis.of(endings), strict=True)
    marks = Counter(frame.caption.text[end.at] for frame, end in ends if end.kind is Ending.CLOSED)
    return marks.most_common(1)[0][0] if marks else "."


def _end(frame: Frame) -> End:
    credit = frame.caption_credit
    text = (credit.without if credit else frame.caption.text).rstrip()
    parts = sentences(text)
    kind, at = _kind(text)
    if kind is Ending.OPEN and len(parts) > 1 and _like_a_credit(parts[-1].cut(text)):
        kind = Ending.EITHER
    begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    single = len(parts) == 1
    last = Span(min(begin, at), len(text))
    return End(kind, at, last, single and _is_label(text), single, credit is not None)


def _kind(text: str) -> tuple[Ending, int]:
    """How ``text`` ends, and where its full stop stands or would stand."""
    end = len(text)
    while end and text[end - 1] in _CLOSERS:
        end -= 1
    if not end:
        return Ending.EMPTY, len(text)
    last = text[end - 1]
    if last in STOPS:
        return _stopped(text, end), end - 1
    if end < len(text):
        return (Ending.OPEN if _aside(text) else Ending.EITHER), len(text)
    if last in _CONTINUE:
        return Ending.CUT, len(text)
    if last.isalnum() or last in "%°€$£":
        return (Ending.EITHER if _address(text) else Ending.OPEN), len(text)
    return Ending.EITHER, len(text)


def _stopped(text: str, end: int) -> Ending:
    word = word_before(text, end - 1)
    if text[max(0, end - 3) : end] == "..." or (shortened(word) and not word.isdigit()):
        return Ending.EITHER
    return Ending.CLOSED


def _aside(text: str) -> bool:
    """True where brackets at the end hold a few plain words: ``(left)``, ``(71)``."""
    opening = text.rfind(_BRACKETS.get(text[-1], "\0"))
    if opening < 1 or text[opening - 1 : opening].strip() or len(text) - opening > 24:
        return False
    before, inner = text[:opening].rstrip(), text[opening + 1 : -1]
    return bool(before) and before[-1].isalnum() and inner == inner.lower()


def _address(text: str) -> bool:
    """True where the last word is no word: a web address, an account, a hashtag."""
    word = text[max(text.rfind(" "), text.rfind("\n")) + 1 :]
    return word[0] in "@#" or "://" in word or word.startswith("www.") or "@" in word


def _like_a_credit(words: str) -> bool:
    """True for what follows a closed sentence and names somebody: ``Foto: LN``, ``Ana Silva``."""
    if _LABELLED.match(words):
        return True
    names = words.split()
    return len(names) <= _NAMES and all(not name[0].islower() for name in names)


def _is_label(text: str) -> bool:
    words = text.split()
    if len(words) == 1:
        return len(text) <= _LABEL_LETTERS
    return len(words) <= _LABEL and not _FINITE & {word.lower() for word in words}
