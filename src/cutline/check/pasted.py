"""A credit line that stands inside other words: at the end of a caption, in an alt text."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from cutline.credit import CreditLine, Parties, fold, is_credit, is_definition, split
from cutline.model import Span
from cutline.model.regex import regex

_BRACKETS = {")": "(", "]": "[", "）": "（", "］": "［"}
_MAX = 140
_LONGEST_NAME = 5
_NAMES, _LABEL = 2, 3
"""More words than a name has; words that only one form of a credit has (``photo by``)."""
_CUT = regex(
    r"\s*[|–—]\s+|(?<=[.!?…”\"’')\]])\s?—(?=\S)|(?<=[.!?…”])\s+/\s+|\s+-\s+|(?<=[.!?…”\"’')\]])\s+|\s*(?=©)|\n+"
)
_LABELLED = regex(
    r"(?:^|\s)(?:photograph|photo|foto|picture|image|bild|credit|crédit(?: photo)?|quelle|фото)s?"
    r"(?: by\b|[ \u00a0]?:)",
    re.IGNORECASE,
)
_MARK = regex("©")
_AGENCY_FIRST = regex(r"(?:AP Photo|REUTERS|EPA|AFP(?: PHOTO)?|dpa|IMAGO)\s?/\s?\S")
_BEHIND = regex(r"(?:^|[.!?…”\"’)\]|–—\n]|\s-)\s*$")
"""What stands before a credit that follows the words of a caption."""
_SENTENCE_END = regex(r"[.!?…”\"’)\]]\s+")
_PREFIX = regex(r"(?=(?:A|An|The|Two|Three|Four|Five|Several|People)\s)")


class Pasted(NamedTuple):
    """A credit line found inside a text.

    Attributes:
        span: The credit, brackets included, separators before it left out.
        text: The credit without brackets.
        without: The text that remains when it is cut away; may be empty.
        cut: What to take out so that ``without`` remains.
    """

    span: Span
    text: str
    without: str
    cut: Span


def pasted_credit(text: str, parties: Parties, *, tail_only: bool = False) -> Pasted | None:
    """A credit line at the end of ``text``, or (unless ``tail_only``) at its beginning."""
    return (
        _bracketed(text, parties)
        or _loose(text, parties)
        or (None if tail_only else _leading(text, parties))
    )


def own_credit(text: str, line: CreditLine) -> Pasted | None:
    """The photograph's own credit line at the end of ``text``, in whatever form it is set.

    Words that are printed right below as the credit need not look like one: ``(Ana Silva for The
    Courier)``.
    """
    named = line.inner.cut(line.text)
    if line.label is not None:
        named = line.text[line.label.end : line.inner.end]
    named = named.strip(" :.").casefold()
    end = len(text.rstrip(" \n."))
    close = text[end - 1 : end] if text[end - 1 : end] in _BRACKETS else ""
    start = end - len(close) - len(named)
    if close and _same_names(text, end, line):
        return _tail(
            text,
            text.rfind(_BRACKETS[close], 0, end),
            end,
            text[text.rfind(_BRACKETS[close], 0, end) + 1 : end - 1],
        )
    if not named or start < 1 or text[start : end - len(close)].casefold() != named:
        return None
    label = next(
        (m for m in _LABELLED.finditer(text, 0, start) if not text[m.end() : start].strip()), None
    )
    if label is None and len(named.split()) < _NAMES:
        return None
    if label is not None:
        start = label.start() + len(label[0]) - len(label[0].lstrip())
    head = text[:start].rstrip("© ")
    if close:
        if not head.endswith(_BRACKETS[close]):
            return None
        start = len(head) - 1
    elif label is None and not _BEHIND.search(head[-2:]):
        return None
    return _tail(text, start, end, text[start:end].strip("[]()（）［］ "))


def others_credit(text: str, lines: Mapping[str, CreditLine]) -> Pasted | None:
    """Another photograph's credit line, printed alike behind the caption's last sentence.

    Args:
        text: A caption.
        lines: The story's credit lines by their words in small letters.
    """
    end = len(text.rstrip())
    for match in _SENTENCE_END.finditer(text, max(0, end - _MAX), end):
        line = lines.get(text[match.end() : end].casefold())
        if line is not None and len(line.parts) > 1:
            return own_credit(text, line)
    return None


def _same_names(text: str, end: int, line: CreditLine) -> bool:
    """True if the bracket that ends at ``end`` holds the credit line's names in another order."""
    start = text.rfind(_BRACKETS[text[end - 1]], max(0, end - _MAX), end)
    inside = set(fold(text[start + 1 : end - 1]).split()) if start > 0 else set()
    named = set(fold(line.text).split())
    return len(inside) > _NAMES and inside <= named and len(named - inside) <= _LABEL


def _bracketed(text: str, parties: Parties) -> Pasted | None:
    """``… to visit Russia. [KCNA via Reuters]``."""
    end = len(text.rstrip())
    while end and text[end - 1] in ".,":
        end -= 1
    if not end or text[end - 1] not in _BRACKETS:
        return None
    start = text.rfind(_BRACKETS[text[end - 1]], max(0, end - _MAX), end)
    if start < 0:
        return None
    inner, before = text[start + 1 : end - 1].strip(), text[:start]
    if not is_credit(inner, parties):
        return None
    line = split(inner, parties)
    if line.label is None:
        if len(line.parts) == 1 and is_definition(before[-_MAX:], inner):
            return None
        start = _with_name_before(text, start)
        inner = text[start:end].strip("[]()（）［］ ") if start < len(before) else inner
    return _tail(text, start, end, inner)


def _with_name_before(text: str, start: int) -> int:
    """``Foto: Ana Silva (AFP)``: the label before the name is where the credit begins."""
    label = None
    for match in _LABELLED.finditer(text, max(0, start - _MAX), start):
        label = match
    if label is None or not _like_a_name(text[label.end() : start]):
        return start
    return label.start() + len(label[0]) - len(label[0].lstrip())


def _loose(text: str, parties: Parties) -> Pasted | None:
    """``… Garten. © Hoklatherm``, ``… | Getty Images``, ``… Photo: Ana Silva/AP``."""
    window = max(0, len(text) - _MAX)
    starts = {match.end() for match in _CUT.finditer(text, window)}
    starts |= {match.start() for match in _AGENCY_FIRST.finditer(text, window)}
    if window == 0:
        starts.add(0)
    begun = {match.end() - len(match[0].lstrip()) for match in _LABELLED.finditer(text, window)}
    begun |= {match.start() for match in _MARK.finditer(text, window)}
    starts |= begun
    for start in sorted(starts):
        begin = start + len(text[start:]) - len(text[start:].lstrip())
        words = text[begin:].strip()
        if begin not in begun and any(begin < at for at in begun):
            continue  # words of the caption stand before the label: the credit begins there
        if words and _stands_alone(text[max(0, begin - _MAX) : begin], words, parties):
            return _tail(text, begin, begin + len(words), words)
    return None


def _stands_alone(before: str, words: str, parties: Parties) -> bool:
    """True if ``words`` is a credit even without brackets: harder to say, so more is asked."""
    if words[-1] in "?!" or not is_credit(words, parties):
        return False
    line = split(words, parties)
    if line.label is not None:
        label = line.label.cut(words)
        if label.startswith("©") or line.parties:
            return True
        return (
            label.rstrip().endswith(":")
            and bool(before.strip())
            and _like_a_name(line.parts[0].text)
        )
    if len(line.parts) == 1:
        return before.endswith("\n") or before.rstrip().endswith(("|", "–", "—", " -", " /"))
    named = all(part.party or _capitalised(part.text) for part in line.parts)
    return named and ("/" in words or "|" in words)


def _like_a_name(text: str) -> bool:
    return len(text.split()) > 1 and _capitalised(text)


def _capitalised(text: str) -> bool:
    """True for a few words that begin and end as a name does; scripts without case pass."""
    words = text.rstrip(".").split()
    if not 0 < len(words) <= _LONGEST_NAME:
        return False
    return all(not word[0].islower() for word in (words[0], words[-1]))


def _leading(text: str, parties: Parties) -> Pasted | None:
    """``Getty Images A woman reads``: an agency set before the description by a page."""
    for match in _PREFIX.finditer(text, 1, 60):
        name = text[: match.start()].rstrip(" :|-–—")
        party = parties.known(name)
        if party is not None and party.delivers and name[:1].isupper():
            return Pasted(Span(0, len(name)), name, text[match.start() :], Span(0, match.start()))
    return None


def _tail(text: str, start: int, end: int, credit: str) -> Pasted:
    head = text[:start].rstrip(" \t\n\u00a0|–—-")
    without = head if text[:start].strip() else ""
    return Pasted(Span(start, end), credit, without, Span(len(without), len(text)))
