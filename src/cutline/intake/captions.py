"""Captions: what a wire puts around the words that readers are meant to see."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cutline.credit import Parties, fold, names_another, without_sign_off
from cutline.rights import read_capitals

_TOPSHOT = re.compile(r"\s{0,8}TOP[ -]?SHOTS?\s{0,4}[-–—:/]{1,2}\s{0,4}")
_FILE = re.compile(
    r"\s{0,8}(?:\(FILES?\)|FILES?\b(?: PHOTO)?(?=\s?[-–—:,])|FILE PHOTO\b|File photo\b)"
)
_NOTICE = re.compile(
    r"[\s/|-]{0,8}\b(?:ATTENTION EDITORS|ATTENTION: |EDS NOTE|EDITORS[’']? NOTE"
    r"|TPX IMAGES OF THE DAY|ACHTUNG: |RESTRICTED TO EDITORIAL USE|MANDATORY CREDIT"
    r"|EDITORIAL USE ONLY|NO USE AFTER)"
)
_TAIL = 3000


@dataclass(frozen=True, slots=True)
class Cut:
    """A caption and what came off it.

    Attributes:
        kept: What stays.
        removed: What came off, verbatim, in the order of the steps.
        reasons: Why, one for each.
        notices: Those of them that tell desks something, to be kept in Instructions.
    """

    kept: str
    removed: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    def without(self, kept: str, removed: str, reason: str, *, notice: bool = False) -> "Cut":
        """One step further; the same where nothing comes off or nothing would be left."""
        if not removed.strip() or not kept.strip():
            return self
        notices = (*self.notices, removed.strip()) if notice else self.notices
        return Cut(kept, (*self.removed, removed), (*self.reasons, reason), notices)


Step = Callable[[Cut, Parties], Cut]
"""Takes one thing off a caption."""


def topshot(cut: Cut, _: Parties) -> Cut:
    """``TOPSHOT - ``, which marks the agency's choice of the day."""
    match = _TOPSHOT.match(cut.kept)
    if match is None:
        return cut
    return cut.without(cut.kept[match.end() :], match[0], "TOPSHOT marks the agency’s choice")


def notice(cut: Cut, _: Parties) -> Cut:
    """``ATTENTION EDITORS - …`` and capitals that restrict, to the end of the caption."""
    text = cut.kept
    base = max(0, len(text) - _TAIL)
    found = _NOTICE.search(text, base)
    starts = [found.start()] if found else []
    starts += [each.start for each in read_capitals(text)[:1] if each.start >= base]
    if not starts:
        return cut
    start = min(starts)
    tail = text[start:]
    if _has_prose(tail):
        return cut
    kept = text[:start].rstrip().rstrip("/-–—|(").rstrip()
    reason = "a notice to editors is no part of the caption"
    return cut.without(kept, text[len(kept) :], reason, notice=True)


def sign_off(credit: str) -> Step:
    """The credit at the end, where ``credit`` (what the fields say) names somebody of it.

    One that names another photographer stays: somebody must ask who is right.
    """
    said = {word for word in fold(credit).split() if len(word) > 1}

    def step(cut: Cut, parties: Parties) -> Cut:
        kept, removed = without_sign_off(cut.kept, parties)
        if not said & set(fold(removed).split()) or names_another(removed, credit, parties):
            return cut
        told = bool(read_capitals(removed)) or _NOTICE.search(removed) is not None
        return cut.without(kept, removed, "the credit is printed beside the caption", notice=told)

    return step


def leading(pattern: re.Pattern[str], reason: str) -> Step:
    """A desk's number, or another heading of the supplier's."""

    def step(cut: Cut, _: Parties) -> Cut:
        match = pattern.match(cut.kept)
        if match is None:
            return cut
        return cut.without(cut.kept[match.end() :].lstrip(), match[0], reason)

    return step


def anywhere(pattern: re.Pattern[str], reason: str) -> Step:
    """Sentences that are meant for desks, wherever they stand."""

    def step(cut: Cut, _: Parties) -> Cut:
        for match in reversed(list(pattern.finditer(cut.kept))):
            before, after = cut.kept[: match.start()].rstrip(), cut.kept[match.end() :].lstrip()
            cut = cut.without(f"{before} {after}".strip(), match[0].strip(), reason)
        return cut

    return step


def take(caption: str, steps: Sequence[Step], parties: Parties) -> Cut:
    """Take everything off that the steps know, one after the other."""
    cut = Cut(caption)
    for step in steps:
        cut = step(cut, parties)
    return cut


def flags_of(caption: str) -> tuple[str, ...]:
    """What a caption says of itself at its beginning: ``topshot``, ``file``."""
    flags = []
    top = _TOPSHOT.match(caption)
    if top is not None:
        flags.append("topshot")
    if _FILE.match(caption, top.end() if top else 0):
        flags.append("file")
    return tuple(flags)


def _has_prose(tail: str) -> bool:
    """True if a sentence for readers follows: words in small letters that end in a stop."""
    words = re.findall(r"[^\W\d_]{2,}", tail)
    small = sum(not word.isupper() for word in words)
    return small * 3 > len(words)
