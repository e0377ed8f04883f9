"""What the rules share: the proof's texts, taken apart once.

Frozen like the proof. A rule asks here instead of folding, splitting or parsing again.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar, cast

from cutline.almanac import parse_day
from cutline.check.alike import Folded, fold_text
from cutline.check.pasted import Pasted, others_credit, own_credit, pasted_credit
from cutline.credit import CreditLine, Parties, split, trade_with
from cutline.model import (
    EMPTY,
    Block,
    Passage,
    Photograph,
    Place,
    Placement,
    Proof,
    Shot,
    Span,
    Unreadable,
)

Shared = TypeVar("Shared")

_PROPERTY = {"alt": "Alt Text (Accessibility)", "caption": "Description", "credit": "Credit Line"}


class Words(NamedTuple):
    """One text that a reader meets.

    Attributes:
        place: The field, without span.
        text: Its words.
        origin: Said of words that the story leaves to the photograph: `` in the file's
            Description``; empty for words of the story.
        code: Where words are set as code, in order: there each letter is meant as it stands.
    """

    place: Place
    text: str
    origin: str = ""
    code: tuple[Span, ...] = ()

    @property
    def mendable(self) -> bool:
        """True where the words are the story's own: a file's words are not edited."""
        return not self.origin

    def coded(self, span: Span) -> bool:
        """True where any of these words is set as code."""
        near = bisect_right(self.code, span.start, key=lambda code: code.end)
        return near < len(self.code) and self.code[near].start < span.end


class Frame(NamedTuple):
    """One photograph with its words taken apart.

    Attributes:
        shot: The photograph as printed.
        alt, caption, credit: Its three texts; a missing alt text counts as empty.
        credit_line: The credit taken apart.
        alt_credit: A credit line that got into the alt text.
        alt_words: The alt text folded, without that credit.
        caption_words: The caption folded, without a credit at its end.
        caption_credit: A credit line at the end of the caption.
        created: The day the file says it was taken.
    """

    shot: Shot
    alt: Words
    caption: Words
    credit: Words
    credit_line: CreditLine
    alt_credit: Pasted | None
    alt_words: Folded
    caption_words: Folded
    caption_credit: Pasted | None
    created: date | None

    @property
    def readable(self) -> bool:
        """False where a photograph was asked for and could not be had."""
        return not isinstance(self.shot.photograph, Unreadable)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A proof and what is known of its words.

    Attributes:
        proof: The proof itself.
        parties: The parties known: the trade's and the house's.
        texts: Every text of the story and the photographs, in page order, code left out.
        frames: The photographs in page order.
        published: The day of publication, if the story says one.
    """

    proof: Proof
    parties: Parties
    texts: tuple[Words, ...]
    frames: tuple[Frame, ...]
    published: date | None
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def of(self, make: "Callable[[Analysis], Shared]") -> Shared:
        """What ``make`` gives for this analysis, made once and shared by all rules.

        Args:
            make: A pure function; rules that need the same work name the same function.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Shared", self._made[make])

    @staticmethod
    def whole(words: Words) -> Place:
        """The whole of a field: its place with a span over all its words."""
        return Place(words.place.photo, words.place.field, Span(0, len(words.text)))

    @property
    def language(self) -> str:
        """The story's language as a BCP 47 tag."""
        return self.proof.story.language or self.proof.house.language or "en"

    @property
    def territory(self) -> str:
        """ISO 3166 code of the country of publication; empty if nothing says."""
        return (self._said("territory") or self.proof.house.territory).upper()

    @property
    def channels(self) -> tuple[str, ...]:
        """Where the story runs (``web``, ``print``, ``social`` …); empty if nothing says."""
        said = self._said("channels").replace(",", " ").lower().split()
        return tuple(said) or self.proof.house.channels

    @property
    def commercial(self) -> bool:
        """True where the story is paid content."""
        said = self._said("commercial").lower()
        return said in {"true", "yes"} if said else self.proof.house.commercial

    def _said(self, key: str) -> str:
        return self.proof.story.extra.get(key, "").strip()


def analyse(proof: Proof) -> Analysis:
    """Take a proof's words apart, once for all rules."""
    parties = trade_with(proof.house.parties)
    frames = _with_others_credits(tuple(_frame(shot, parties) for shot in proof.shots))
    texts = tuple(_texts(proof, frames))
    return Analysis(proof, parties, texts, frames, parse_day(proof.story.published.text))


def _frame(shot: Shot, parties: Parties) -> Frame:
    said = shot.placement
    alt, caption, credit = (
        Words(Place(shot.number, name), text or "", _origin(shot, name), _code(passage, text or ""))
        for name, text, passage in (
            ("alt", shot.alt, said.alt or EMPTY),
            ("caption", shot.caption, said.caption),
            ("credit", shot.credit, said.credit),
        )
    )
    alt_credit = pasted_credit(alt.text, parties)
    line = split(credit.text, parties)
    caption_credit = pasted_credit(caption.text, parties, tail_only=True)
    caption_credit = caption_credit or own_credit(caption.text, line)
    return Frame(
        shot,
        alt,
        caption,
        credit,
        line,
        alt_credit,
        fold_text(alt_credit.without if alt_credit else alt.text),
        fold_text(caption_credit.without if caption_credit else caption.text),
        caption_credit,
        _created(shot),
    )


def _with_others_credits(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The frames, each caption that ends in another photograph's credit line known as such."""
    lines = {frame.credit.text.casefold(): frame.credit_line for frame in frames}
    if len(lines) < 2:
        return frames
    done = []
    for frame in frames:
        pasted = None
        if frame.caption_credit is None:
            pasted = others_credit(frame.caption.text, lines)
        if pasted is not None:
            words = fold_text(pasted.without)
            frame = frame._replace(caption_credit=pasted, caption_words=words)  # noqa: PLW2901
        done.append(frame)
    return tuple(done)


def _code(passage: Passage, text: str) -> tuple[Span, ...]:
    """Where a passage is set as code; nowhere where another text is printed in its stead."""
    if passage.text != text:
        return ()
    spans, start = [], 0
    for run in passage.runs:
        if run.code:
            spans.append(Span(start, start + len(run.text)))
        start += len(run.text)
    return tuple(spans)


def _origin(shot: Shot, name: str) -> str:
    return f" in the file’s {_PROPERTY[name]}" if name in shot.filled else ""


def _created(shot: Shot) -> date | None:
    if not isinstance(shot.photograph, Photograph):
        return None
    return parse_day(shot.photograph.metadata.text("dateCreated"))


def _texts(proof: Proof, frames: tuple[Frame, ...]) -> Iterator[Words]:
    story = proof.story
    for name in ("kicker", "headline", "standfirst"):
        passage = getattr(story, name)
        if passage.text:
            yield Words(Place(None, name), passage.text, code=_code(passage, passage.text))
    body, number = 0, 0
    for block in story.blocks:
        if isinstance(block, Placement):
            if number < len(frames):
                frame = frames[number]
                yield from (
                    words for words in (frame.alt, frame.caption, frame.credit) if words.text
                )
            number += 1
            continue
        for kind, passage in _passages(block):
            if kind != "code" and passage.text:
                code = _code(passage, passage.text)
                yield Words(Place(None, f"body[{body}]"), passage.text, code=code)
            body += 1


def _passages(block: Block) -> Iterator[tuple[str, Passage]]:
    """The block's passages with their kinds, in the order of ``Block.passages``."""
    if block.passage.text or block.kind == "paragraph":
        yield block.kind, block.passage
    for child in block.children:
        yield from _passages(child)
