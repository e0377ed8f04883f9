"""What suppliers restrict, read once for all rules on rights, and when a story runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from cutline.almanac import instant, parse_day
from cutline.check.analysis import Analysis, Frame
from cutline.check.file_fields import file_field
from cutline.check.printing import print_day
from cutline.model import Photograph, Place, Restriction, Span
from cutline.rights import read_capitals, restrictions

_BEHIND = timedelta(hours=12)
"""The last zone to reach an hour is UTC-12: a time without a zone has surely come by then."""


@dataclass(frozen=True, slots=True)
class Restricted:
    """One photograph and one thing that its supplier restricts."""

    frame: Frame
    restriction: Restriction

    @property
    def place(self) -> Place:
        """The words that say it."""
        said = self.restriction
        field = "caption" if said.field == "caption" else file_field(said.field)
        return Place(self.frame.shot.number, field, Span(said.start, said.start + len(said.text)))


class Running(NamedTuple):
    """When a story runs.

    Attributes:
        published: As the story says, a day or an instant; None if it does not say.
        now: The instant of reading, with zone.
    """

    published: datetime | date | None
    now: datetime

    @property
    def day(self) -> date:
        """The day on which it runs."""
        said = self.published
        if said is None:
            return self.now.date()
        return said.date() if isinstance(said, datetime) else said

    def before(self, until: datetime | date) -> bool:
        """True if the story would run before ``until``, or is read before it.

        A day counts from its first hour. On the day itself an hour is compared with what is
        known of the hour of publication, else with now. A time without zone is taken to come
        as late as it comes anywhere.
        """
        if not isinstance(until, datetime):
            return self.day < until or self.now.date() < until
        if until.tzinfo is None:
            until = (until + _BEHIND).replace(tzinfo=UTC)
        said = self.published
        if isinstance(said, datetime) and said.tzinfo is not None:
            return said < until or self.now < until
        return self.day < until.date() or self.now < until

    def after(self, last: datetime | date) -> bool:
        """True if the story runs after ``last``: a day counts to its last hour."""
        said = self.published or self.now
        if not isinstance(last, datetime):
            return self.day > last
        if isinstance(said, datetime) and said.tzinfo is not None and last.tzinfo is not None:
            return said > last
        return self.day > last.date()


def restricted(analysis: Analysis) -> tuple[Restricted, ...]:
    """Everything that is restricted, in page order; ask for it by ``analysis.of(restricted)``."""
    read: dict[object, tuple[Restriction, ...]] = {}
    return tuple(each for frame in analysis.frames for each in _of(frame, analysis, read))


def running(analysis: Analysis) -> Running:
    """When the story runs; ask for it by ``analysis.of(running)``."""
    text = analysis.proof.story.published.text
    when = instant(text)
    said = when.value if when else analysis.published
    return Running(said, analysis.proof.now)


def print_until(until: datetime | date) -> str:
    """A day or an hour as messages print it: ``9 May 2024, 18:00 (UTC+02:00)``."""
    if not isinstance(until, datetime):
        return print_day(until)
    zone = f" ({until.tzname()})" if until.tzinfo else " (no time zone said)"
    return f"{print_day(until.date())}, {until:%H:%M}{zone}"


def made(frame: Frame) -> date | None:
    """The day that counts of ``14 days from transmission`` begin with, if the file says."""
    photograph = frame.shot.photograph
    if not isinstance(photograph, Photograph):
        return None
    released = parse_day(photograph.metadata.text("embargoedUntil"))
    return max((day for day in (released, frame.created) if day), default=None)


def _of(
    frame: Frame, analysis: Analysis, read: dict[object, tuple[Restriction, ...]]
) -> Iterator[Restricted]:
    photograph = frame.shot.photograph
    around = analysis.published or analysis.proof.now.date()
    found: tuple[Restriction, ...] = ()
    if isinstance(photograph, Photograph):
        metadata = photograph.metadata
        texts = ("instructions", "usageTerms", "otherConstraints", "description")
        key = (frame.created, *(metadata.text(name) for name in (*texts, *_DAYS)))
        if key not in read:
            read[key] = restrictions(metadata, around)
        found = read[key]
    yield from (Restricted(frame, each) for each in found)
    if frame.caption.mendable:
        said = {(each.code, each.place, each.media) for each in found}
        for each in read_capitals(frame.caption.text, "caption", frame.created or around):
            if (each.code, each.place, each.media) not in said:
                yield Restricted(frame, each)


_DAYS = ("embargoedUntil", "expires")
