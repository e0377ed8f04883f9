"""The lists of a site: all its stories, those of a section, those of a photographer.

Their files lie at the site's root and have a point before a number, which no folder of a story
has: ``index.html``, ``index.2.html``, ``section-sport.html``, ``photographer-ana-silva.html``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cutline.publish.dates import order, written_at
from cutline.publish.feeds.values import ATOM, JSON, RSS
from cutline.publish.names import stem
from cutline.publish.site.listed import Listed

PER_PAGE = 30
FIRST = "index.html"
PEOPLE = "photographers.html"

Kind = Literal["all", "section", "photographer"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list.

    Attributes:
        of: The list.
        number: Its number, from 1.
        stories: The stories on it, newest first.
    """

    of: "List"
    number: int
    stories: tuple[Listed, ...]

    @property
    def path(self) -> str:
        """Its file."""
        return self.of.path(self.number)

    @property
    def newer(self) -> str:
        """The page before it; or empty."""
        return self.of.path(self.number - 1) if self.number > 1 else ""

    @property
    def older(self) -> str:
        """The page after it; or empty."""
        return self.of.path(self.number + 1) if self.number < self.of.pages else ""


@dataclass(frozen=True, slots=True)
class List:
    """Stories that belong together.

    Attributes:
        kind: What they have in common.
        name: The section or photographer; empty for all stories.
        stem: What its files begin with.
        stories: Newest first; those without a date last.
    """

    kind: Kind
    name: str
    stem: str
    stories: tuple[Listed, ...]

    @property
    def pages(self) -> int:
        """How many pages it has; at least one."""
        return max(1, -(-len(self.stories) // PER_PAGE))

    @property
    def prefix(self) -> str:
        """What the files of its feeds begin with."""
        return "" if self.kind == "all" else f"{self.stem}."

    def path(self, number: int) -> str:
        """The file of one of its pages."""
        return f"{self.stem}.html" if number == 1 else f"{self.stem}.{number}.html"

    def leaves(self) -> Iterator[Leaf]:
        """Its pages."""
        for number in range(1, self.pages + 1):
            yield Leaf(self, number, self.stories[(number - 1) * PER_PAGE : number * PER_PAGE])

    def public(self) -> tuple[Listed, ...]:
        """Its stories without drafts, which are for nobody's machine."""
        return tuple(story for story in self.stories if not story.draft)

    def feeds(self) -> tuple[str, ...]:
        """The formats of its feeds: all stories come in every one, parts of them as RSS."""
        if self.kind != "all":
            return (RSS,)
        return (RSS, ATOM, JSON) if self.dated() else (RSS, JSON)

    def dated(self) -> str:
        """The date as written of its newest story that has one, drafts aside; or empty."""
        dates = (story.published for story in self.public())
        return next((date for date in dates if written_at(date) is not None), "")

    def changed(self) -> str:
        """The latest date as written on which one of its stories appeared or was changed."""
        dates = [date for story in self.public() for date in (story.published, story.updated)]
        return max((each for each in dates if written_at(each)), key=order, default="")


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists of a site: sections and photographers in the order of their names."""

    everything: List
    sections: tuple[List, ...]
    photographers: tuple[List, ...]

    def all(self) -> tuple[List, ...]:
        """Every list."""
        return (self.everything, *self.sections, *self.photographers)


def arranged(stories: Iterable[Listed], language: str) -> Lists:
    """Put stories in their lists: the newest first, of one instant those in the site's language.

    Args:
        stories: What the site holds.
        language: BCP 47 tag of the site.
    """
    own = language.partition("-")[0].lower()
    named = sorted(stories, key=lambda s: (s.language.partition("-")[0].lower() != own, s.slug))
    newest = sorted(named, key=lambda s: order(s.published), reverse=True)
    sections = [(story.section, story) for story in newest if story.section]
    people = [(name, story) for story in newest for name in story.photographers]
    return Lists(
        List("all", "", "index", tuple(newest)),
        tuple(_named("section", sections)),
        tuple(_named("photographer", people)),
    )


def _named(kind: Kind, found: Iterable[tuple[str, Listed]]) -> Iterator[List]:
    """The lists of one kind; names that differ in case alone are one, as it was last written."""
    names: dict[str, str] = {}
    held: dict[str, dict[str, Listed]] = {}
    for name, story in found:
        key = name.casefold()
        names.setdefault(key, name)
        held.setdefault(key, {})[story.slug] = story
    for key in sorted(held):
        yield List(kind, names[key], stem(kind, key), tuple(held[key].values()))
