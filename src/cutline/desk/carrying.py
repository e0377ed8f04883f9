"""Stories taken over from one release into the next, as they are or printed again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cutline import store
from cutline.desk.frozen import without
from cutline.desk.library import Held, Library, Progress
from cutline.desk.printing import Printer, Site
from cutline.desk.record import edition_on_record, keep_new, path_on_record, ran, record_of
from cutline.desk.remembered import (
    Siblings,
    Stories,
    known,
    prefix_of,
    shown_siblings,
    unsettled,
)
from cutline.desk.series import look
from cutline.model import CutlineError, Edition, House, Photograph

Facts = Mapping[str, object]
"""What a release remembers of one story."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A story taken over into another release.

    Attributes:
        facts: What the release is to remember of it; None where it could not be taken over.
        notices: What a person should know, a sentence each.
    """

    facts: object
    notices: tuple[str, ...] = ()


class Carrier:
    """Takes stories over from one release into another, without killed photographs.

    Args:
        places: The site.
        house: The house style that pages are printed in again.
        killed: Hashes of photographs that never run again.
        library: Where originals may be looked for, if a rendition must be made.
        now: The instant: what is printed again goes on record.
        progress: Told how far it is.
    """

    def __init__(
        self,
        places: store.Places,
        house: House,
        killed: frozenset[str],
        library: Library,
        now: datetime,
        progress: Progress,
    ) -> None:
        self._places = places
        self._house = house
        self.killed = killed
        self._library = library
        self._now = now
        self._progress = progress

    def carry_all(
        self, build: store.Builder, came_from: Mapping[str, store.Manifest]
    ) -> tuple[dict[str, object], tuple[str, ...]]:
        """Take stories over, each from the release that is named for it.

        Returns:
            What the release is to remember of them, and what a person should know.

        Raises:
            StoreError: one could not be written.
        """
        stories: dict[str, object] = {}
        notices: tuple[str, ...] = ()
        for slug, manifest in came_from.items():
            carried = self._carry(build, manifest, slug)
            stories |= {} if carried.facts is None else {slug: carried.facts}
            notices = (*notices, *carried.notices)
        return stories, notices

    def _carry(self, build: store.Builder, manifest: store.Manifest, slug: str) -> Carried:
        """Take a story over: its files as they are, or printed again where one must not be.

        A story of which no record says how to print it again is left out: what must not run
        is gone in any case.

        Args:
            build: The release in the making.
            manifest: The release that it comes from.
            slug: The story.

        Raises:
            StoreError: it could not be written.
        """
        if self.touches(manifest, slug):
            return self._again(build, manifest, slug)
        return Carried(known(manifest)[slug], _link(build, manifest, slug))

    def settle(
        self, build: store.Builder, came_from: Mapping[str, store.Manifest], stories: Stories
    ) -> tuple[dict[str, object], tuple[str, ...]]:
        """Let every story carried over lead to those editions of it that the release has.

        A page that cannot be printed again stays as it is, and a person is told.

        Args:
            build: The release in the making, with all its stories.
            came_from: The release that each story carried over comes from.
            stories: What the release is to remember of its stories.

        Returns:
            What it is to remember then, and what a person should know.

        Raises:
            StoreError: it could not be written.
        """
        settled, notices = dict(stories), list[str]()
        for slug, others in unsettled(stories, self._house.url).items():
            facts, manifest = stories[slug], came_from.get(slug)
            if manifest is None or not isinstance(facts, dict):
                continue
            told = {**facts, "siblings": [list(each) for each in others]}
            told.pop("stale", None)
            settled[slug] = told
            if self._relink(build, facts, others):
                told["look"] = look(self._house)
                notices.append(f"“{slug}” was printed again: it leads to other languages now")
            else:
                told["stale"] = True
                build.drop(prefix_of(manifest, slug))
                notices += _link(build, manifest, slug)
                why = "no record says how to print it again"
                notices.append(f"“{slug}” links to its old languages: {why}; publish it again")
        return settled, tuple(notices)

    def _relink(self, build: store.Builder, facts: Facts, others: Siblings) -> bool:
        """Print a story that the release has with other links; False where that cannot be done."""
        slug = str(facts["slug"])
        try:
            whole = edition_on_record(self._places, slug, str(facts.get("edition")), self._house)
        except CutlineError:
            return False
        printer = self._printer(whole, str(facts.get("source", "")))
        printer.beside(others)
        build.drop(whole.folder)
        return not printer.into(build).failed

    def touches(self, manifest: store.Manifest, slug: str) -> bool:
        """Whether a story of a release holds a killed photograph."""
        if not self.killed:
            return False
        facts = known(manifest)[slug]
        held = facts.get("photographs") if isinstance(facts, dict) else None
        shown = held if isinstance(held, list) else ran(self._places, slug)
        return not self.killed.isdisjoint(shown)

    def _again(self, build: store.Builder, manifest: store.Manifest, slug: str) -> Carried:
        """The story printed again without what was killed; left out where that cannot be done."""
        facts = known(manifest)[slug]
        said = facts if isinstance(facts, dict) else {}
        out = f"“{slug}” is left out of the site:"
        lost = Carried(None, (f"{out} no record says how to print it again; publish it again",))
        try:
            whole = edition_on_record(self._places, slug, str(said.get("edition")), self._house)
        except CutlineError:
            return lost
        edition = without(whole, self.killed)
        if not edition.pictures:
            return Carried(None, (f"{out} no photograph is left in it",))
        printer = self._printer(edition, str(said.get("source", "")))
        printer.beside(shown_siblings(facts))
        printed = printer.into(build)
        if printed.failed:
            build.drop(edition.folder)
            return lost
        self._record(printer)
        return Carried(printer.facts(), printed.notices)

    def _printer(self, edition: Edition, source: str) -> Printer:
        photographs = {each.photograph.sha256: each.photograph for each in edition.pictures}
        return Printer(
            edition,
            lambda sha256: self._find(edition.slug, photographs[sha256]),
            Site(self._places, edition.folder, self._places.releases, source),
            self._library,
            self._progress,
        )

    def _record(self, printer: Printer) -> None:
        """Put what is printed again on record: a later kill must be able to print it, too."""
        slug = printer.edition.slug
        hashes = {each.photograph.sha256 for each in printer.edition.pictures}
        paths = {sha256: path_on_record(self._places, slug, sha256) for sha256 in hashes}
        name = self._places.out.name
        keep_new(self._places, record_of(printer.edition, printer.plan, name, self._now, {}, paths))

    def _find(self, slug: str, photograph: Photograph) -> Held | None:
        """The original where it lay when the story ran, if it is still there."""
        path = path_on_record(self._places, slug, photograph.sha256)
        held = Held(photograph, path)
        try:
            self._library.original(held)
        except CutlineError:
            return None
        return held


def _link(build: store.Builder, manifest: store.Manifest, slug: str) -> tuple[str, ...]:
    """Share a story's files with the release they come from; says which are lost.

    Raises:
        StoreError: they could not be written.
    """
    prefix, lost = prefix_of(manifest, slug), []
    for entry in manifest.below(prefix):
        if not build.link(entry.path, entry.sha256, key=entry.key):
            lost.append(f"“{entry.path}” was damaged and is left out; publish “{slug}” again")
    return tuple(lost)
