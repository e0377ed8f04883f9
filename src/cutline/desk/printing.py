"""An edition into a release: what is there is shared, what is missing is made."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cutline import imaging, store
from cutline.desk.frozen import freeze, mark
from cutline.desk.library import Held, Library, Progress
from cutline.desk.remembered import Siblings
from cutline.desk.rendering import Darkroom, Order, Tint, make, stamped
from cutline.desk.series import look
from cutline.desk.shown import Release
from cutline.metadata import STAMPING
from cutline.model import Edition, StoreError
from cutline.publish import Listed, Plan, Rendition, check_texts, plan, texts

Find = Callable[[str], Held | None]
"""The original of this hash; None where there is none."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where an edition goes.

    Attributes:
        places: The site, its releases and the cache.
        prefix: Folder of the story inside the site, ending in a slash; empty for its root.
        photographs: The folder of the photographs, where the site must not go.
        source: What the story is known by: its path in the desk, or a digest of it.
        keep: How many releases stay on disk.
        killed: Hashes of photographs that never run again.
    """

    places: store.Places
    prefix: str
    photographs: Path
    source: str
    keep: int = 5
    killed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Printed:
    """What printing did.

    Attributes:
        rendered: How many originals were decoded.
        notices: What a person should know, a sentence each.
        failed: Photographs that could not be decoded, by their hash, with the reason; then
            nothing was printed.
    """

    rendered: int = 0
    notices: tuple[str, ...] = ()
    failed: Mapping[str, str] = field(default_factory=dict)


class Printer:
    """Prints one edition.

    Args:
        edition: What is published.
        find: Its originals; only those are asked for of which a rendition is missing.
        site: Where it goes.
        library: Where the originals' bytes are.
        progress: Told how far it is.
    """

    def __init__(
        self, edition: Edition, find: Find, site: Site, library: Library, progress: Progress
    ) -> None:
        self.edition = edition
        self.site = site
        self._find = find
        self._library = library
        self._progress = progress
        self._plan = plan(edition)
        self._darkroom = Darkroom(store.Cache(site.places.cache))

    @property
    def plan(self) -> Plan:
        """Every file of the edition."""
        return self._plan

    def beside(self, siblings: Siblings) -> None:
        """Say which other editions of the story the site has: its page leads to them."""
        self.edition = replace(self.edition, siblings=siblings)

    def facts(self) -> dict[str, object]:
        """What the release remembers of the story: what lists show, and what it was made from."""
        return {
            **Listed.of(self.edition, self._plan).facts(),
            "source": self.site.source,
            "look": look(self.edition.house),
            "edition": mark(freeze(self.edition)),
            "translations": [list(each) for each in self.edition.story.translations],
            "siblings": [list(each) for each in self.edition.siblings],
            "photographs": sorted({each.photograph.sha256 for each in self.edition.pictures}),
        }

    def unchanged(self, release: Release) -> bool:
        """Whether the site already holds just this edition, without making anything.

        Args:
            release: What readers see.
        """
        tints = self._tints()
        if tints is None or not release.intact:
            return False
        held, root = release.files, release.lists
        ours = release.root.union(each.path for each in release.manifest.below(self.site.prefix))
        wanted = {self._path(each.path): _key(each) for each in self._plan.renditions()}
        if ours != {*wanted, *map(self._path, self._plan.texts()), *root}:
            return False
        if any(held[path].key != key for path, key in wanted.items()):
            return False
        made = {self._path(path): data for path, data in self._texts(tints).items()}
        return all(
            held[path].sha256 == hashlib.sha256(data).hexdigest()
            for path, data in {**made, **root}.items()
        )

    def develop(self, release: Release | None) -> Printed:
        """Render what neither the site nor the cache has, before the site is held for it.

        A kill waits for who holds the site: nothing that takes long is done then.

        Args:
            release: What readers see; None where there is nothing.
        """
        shared = release.keys if release else frozenset[str]()
        todo = [each for each in self._plan.renditions() if _key(each) not in shared]
        rendered, failed = self._develop(self._possible(todo))
        return Printed(rendered, failed=failed)

    def into(self, build: store.Builder) -> Printed:
        """Put every file of the edition into a release, making what is missing.

        A link's card whose original is not there is left out; the page says so to nobody.

        Raises:
            StoreError: it could not be written, or is not whole.
        """
        missing = [each for each in self._plan.renditions() if not self._reuse(build, each)]
        todo = self._possible(missing)
        rendered, failed = self._develop(todo)
        if failed:
            return Printed(rendered, failed=failed)
        for each in todo:
            bare = self._darkroom.bare(each.sha256, each.key)
            if bare is None:
                raise StoreError(f"“{each.path}” vanished from the cache", "publish again")
            build.add(self._path(each.path), stamped(each, bare), key=_key(each))
        made = self._texts(self._tints() or {})
        wrong = check_texts(made, self.edition, self._plan)
        if wrong:
            raise StoreError(f"the page is not whole: {wrong[0]}", "the old site stands")
        for path, data in made.items():
            build.add(self._path(path), data)
        return Printed(rendered, self.damaged())

    def damaged(self) -> tuple[str, ...]:
        """Photographs whose decoder complained, a sentence each; every publish says so."""
        photographs = (each.photograph for each in self.edition.pictures)
        names = {each.sha256: each.name for each in photographs}
        return tuple(
            f"“{name}” is damaged: look at it before it runs"
            for sha256, name in names.items()
            if (look := self._darkroom.look(sha256)) is not None and look.damaged
        )

    def _possible(self, todo: Sequence[Rendition]) -> Sequence[Rendition]:
        """What is to be made, without a link's card that cannot be: then the page has none."""
        card = self._plan.card
        if card is None or card not in todo or self._has(card):
            return todo
        self._plan = replace(self._plan, card=None)
        return [each for each in todo if each != card]

    def _develop(self, todo: Sequence[Rendition]) -> tuple[int, dict[str, str]]:
        """Render what the cache does not have; reasons for what cannot be rendered."""
        orders, failed = self._orders(todo)
        if failed:
            return 0, failed
        for made in make(orders, self._library, self._progress):
            if made.reason:
                failed[made.held.photograph.sha256] = made.reason
            else:
                self._darkroom.keep(made)
        return len(orders), failed

    def _orders(self, todo: Sequence[Rendition]) -> tuple[list[Order], dict[str, str]]:
        """What is to be rendered, and reasons for what has no original."""
        wanted: dict[str, dict[str, imaging.Recipe]] = {}
        for each in todo:
            if self._darkroom.bare(each.sha256, each.key) is None:
                wanted.setdefault(each.sha256, {})[each.key] = each.recipe
        needed = frozenset(wanted)
        for printed in self._plan.pictures:
            sha256, smallest = printed.picture.photograph.sha256, printed.jpeg[0]
            if self._darkroom.look(sha256) is None:
                wanted.setdefault(sha256, {})[smallest.key] = smallest.recipe
        held = {sha256: self._find(sha256) for sha256 in wanted}
        orders = [Order(each, wanted[sha256]) for sha256, each in held.items() if each]
        absent = (sha256 for sha256, each in held.items() if each is None and sha256 in needed)
        return orders, dict.fromkeys(absent, "its original is not there")

    def _has(self, rendition: Rendition) -> bool:
        """Whether a rendition is there or can be made."""
        there = self._darkroom.bare(rendition.sha256, rendition.key) is not None
        return there or self._find(rendition.sha256) is not None

    def _tints(self) -> dict[str, Tint] | None:
        """Colours for every photograph; None where one is not known."""
        hashes = {printed.picture.photograph.sha256 for printed in self._plan.pictures}
        looks = {sha256: self._darkroom.look(sha256) for sha256 in hashes}
        known = {sha256: look.tint for sha256, look in looks.items() if look is not None}
        return known if len(known) == len(looks) else None

    def _texts(self, tints: Mapping[str, Tint]) -> dict[str, bytes]:
        return texts(self.edition, self._plan, tints)

    def _reuse(self, build: store.Builder, rendition: Rendition) -> bool:
        return build.reuse(self._path(rendition.path), _key(rendition))

    def _path(self, path: str) -> str:
        return self.site.prefix + path


def probe(
    held: Sequence[Held], places: store.Places, library: Library, progress: Progress
) -> dict[str, str]:
    """Which originals cannot be decoded, by hash: their smallest rendition alone is tried.

    What was decoded before is not tried again.
    """
    darkroom = Darkroom(store.Cache(places.cache))
    orders = []
    for sha256, each in {each.photograph.sha256: each for each in held}.items():
        if darkroom.look(sha256) is None:
            photograph = each.photograph
            smallest = imaging.recipes(photograph.size, photograph.orientation, draft=True)[1]
            orders.append(Order(each, {smallest.key(sha256): smallest}))
    failed = {}
    for made in make(orders, library, progress):
        if made.reason:
            failed[made.held.photograph.sha256] = made.reason
        else:
            darkroom.keep(made)
    return failed


def _key(rendition: Rendition) -> str:
    """Digest of all that a published file is made from: pixels, words, the way they go in."""
    return hashlib.sha256(f"{STAMPING}\n{rendition.key}\n{rendition.stamp!r}".encode()).hexdigest()
