"""What the copy desk reads: a story frozen together with its photographs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from cutline.model.finding import Place
from cutline.model.house import House
from cutline.model.photograph import Photograph, Unreadable
from cutline.model.story import Placement, Story


@dataclass(frozen=True, slots=True)
class Shot:
    """One placed photograph with the words that would be printed.

    Attributes:
        number: Index in page order, from 0.
        placement: What the story says.
        photograph: The photograph; ``Unreadable`` if it cannot be used; None where a story
            came without its photographs (story JSON), so that nothing is known of the file.
        alt: Effective alt text; None where it is not known.
        caption: Effective caption.
        credit: Effective credit line, without brackets.
        filled: Which of alt, caption, credit came from the photograph's metadata because
            the story leaves them out.
    """

    number: int
    placement: Placement
    photograph: Photograph | Unreadable | None
    alt: str | None
    caption: str
    credit: str
    filled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Killed:
    """A photograph that never runs again, as far as another can look like it.

    Attributes:
        name: What it was called.
        said: Who killed it, when and why: the end of a sentence.
        likeness: Fingerprint of what it showed, as of ``Photograph``.
    """

    name: str
    said: str
    likeness: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A frozen story for the copy desk. Rules are pure functions of it.

    Attributes:
        story: The story as parsed.
        shots: Its photographs in page order.
        now: The instant of reading, with zone.
        house: The desk's style.
        killed: What never runs again, and others could be copies of.
    """

    story: Story
    shots: tuple[Shot, ...]
    now: datetime
    house: House = field(default_factory=House)
    killed: tuple[Killed, ...] = ()

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Every text a reader will meet, with its place, in page order. Empty ones are left out.

        Yields:
            ``Place`` without span, and the text of that field.
        """
        story = self.story
        named = (("kicker", story.kicker), ("headline", story.headline))
        for name, passage in (*named, ("standfirst", story.standfirst)):
            if passage.text:
                yield Place(None, name), passage.text
        for index, passage in enumerate(story.body):
            yield Place(None, f"body[{index}]"), passage.text
        for shot in self.shots:
            for name, text in (
                ("alt", shot.alt),
                ("caption", shot.caption),
                ("credit", shot.credit),
            ):
                if text:
                    yield Place(shot.number, name), text
