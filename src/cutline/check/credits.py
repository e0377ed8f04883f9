"""The credits of a story, read once for all rules: as printed, and as the files say."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cutline.check.analysis import Analysis, Frame
from cutline.credit import Credit, CreditPart, credit_of_fields, parse
from cutline.model import Edit, Fix, Photograph, Place, Span


class Credited(NamedTuple):
    """One photograph's credits.

    Attributes:
        frame: The photograph.
        line: Its printed credit line, read.
        file: What By-line, Credit and Source of its file say; None where they say nothing,
            or where the line was filled from them.
    """

    frame: Frame
    line: Credit
    file: Credit | None

    @property
    def named(self) -> bool:
        """True if the line names somebody."""
        return bool(self.line.creators or self.line.chain)

    def of(self, role: str) -> tuple[CreditPart, ...]:
        """The parts of the line that have this role, in printed order."""
        return tuple(part for part in self.line.parts if part.role == role)

    def place(self, span: Span | None = None) -> Place:
        """Some words of the line; all of it without ``span``."""
        return Place(self.frame.shot.number, "credit", span or Span(0, len(self.line.line)))

    def offered(self, edits: Sequence[tuple[Span, str]]) -> Fix | None:
        """A fix for a person to take; none where the words are the file's."""
        if not self.frame.credit.mendable or not edits:
            return None
        return Fix(False, tuple(Edit(self.place(span), text) for span, text in edits))


def credits(analysis: Analysis) -> tuple[Credited, ...]:
    """Read every credit of a story; ask for it by ``analysis.of(credits)``."""
    read: dict[str, Credit] = {}
    return tuple(_credited(frame, analysis, read) for frame in analysis.frames)


def _credited(frame: Frame, analysis: Analysis, read: dict[str, Credit]) -> Credited:
    text = frame.credit.text
    if text not in read:
        read[text] = parse(text, analysis.parties)
    return Credited(frame, read[text], _file(frame, analysis))


def _file(frame: Frame, analysis: Analysis) -> Credit | None:
    photograph = frame.shot.photograph
    if not isinstance(photograph, Photograph) or "credit" in frame.shot.filled:
        return None
    metadata, cut = photograph.metadata, photograph.cut  # half a name contradicts nobody
    creators = metadata.texts("creatorNames") if "creatorNames" not in cut else ()
    line = metadata.text("creditLine") if "creditLine" not in cut else ""
    source = metadata.text("source")
    if not (creators or line or source):
        return None
    return credit_of_fields(creators, line, source, parties=analysis.parties)


def cut_out(credit: Credit, part: CreditPart) -> Span:
    """A part and the separator after it, or before it where it is the last: what to cut."""
    text, others = credit.line, [p for p in credit.parts if p.span.end > p.span.start]
    after = next((p.span.start for p in others if p.span.start >= part.span.end), None)
    if after is not None:
        return Span(part.span.start, after)
    before = max((p.span.end for p in others if p.span.end <= part.span.start), default=None)
    return Span(part.span.start if before is None else before, min(part.span.end, len(text)))


def named_twice(credited: Credited, role: str) -> Iterator[tuple[CreditPart, CreditPart]]:
    """Pairs of parts of one role, in printed order."""
    parts = credited.of(role)
    for at, part in enumerate(parts):
        for other in parts[at + 1 :]:
            yield part, other
