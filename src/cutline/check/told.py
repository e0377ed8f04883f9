"""The dates that captions tell, read once for all rules that ask about them."""

from typing import NamedTuple

from cutline.almanac.days import Day, days
from cutline.almanac.weekdays import dated
from cutline.check.analysis import Analysis, Frame
from cutline.check.coming import is_coming
from cutline.check.sentences import sentences
from cutline.model import Span
from cutline.model.regex import regex

_ENDS = regex(r"\s*(?:$|[,.;:!?)\]–—-]|(?:in|at|after|during|as|near|und|and|y|et|à|en|a)\b)")
LONGEST = 6000
"""Characters of a caption that are read closely; the trade's standard has room for 2000."""


class Told(NamedTuple):
    """A date in a caption.

    Attributes:
        day: As written.
        span: With the weekday before it.
        weekday: Monday is 0; None where none stands beside it.
        text: The caption.
        sentence: The one that the date stands in.
        first: True in the caption's first sentence.
        ends: True where no noun follows, so that a figure after the month is surely a year and
            no crowd (``On Aug. 12, 2500 runners``).
    """

    day: Day
    span: Span
    weekday: int | None
    text: str
    sentence: Span
    first: bool
    ends: bool

    @property
    def coming(self) -> bool:
        """True where its clause may speak of what is still to come; long to find out."""
        return is_coming(self.text, self.sentence, self.span, self.day.language)


def told_days(analysis: Analysis) -> tuple[tuple[Told, ...], ...]:
    """For each frame, the dates of its caption in order."""
    return tuple(_told(frame, analysis.language) for frame in analysis.frames)


def _told(frame: Frame, language: str) -> tuple[Told, ...]:
    text = frame.caption.text[:LONGEST]
    found = list(days(text, language))
    if not found:
        return ()
    beside = {pair.day_at.start: pair for pair in dated(text)}
    parts = sentences(text)
    told = []
    for day in found:
        pair = beside.get(day.day_at.start) if day.day_at else None
        span = Span(pair.span.start, day.span.end) if pair else day.span
        sentence = next((s for s in parts if s.start <= day.span.start < s.end), Span(0, len(text)))
        weekday = pair.weekday if pair else None
        ends = _ENDS.match(text, span.end) is not None
        told.append(Told(day, span, weekday, text, sentence, sentence == parts[0], ends))
    return tuple(told)
