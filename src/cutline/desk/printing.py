"""An edition into a site: what is missing is made, and the new release shows at once."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cutline import imaging, store
from cutline.desk.library import Held, Library, Progress
from cutline.desk.rendering import Darkroom, Order, Tint, make, stamped
from cutline.model import Edition, StoreError
from cutline.publish import Listed, Plan, Rendition, check_page, contents, page, plan

FIRST = "index.html"
"""The first page of a site of several stories."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where an edition goes.

    Attributes:
        places: The site, its releases and the cache.
        prefix: Folder of the story inside the site, ending in a slash; empty for its root.
        photographs: The folder of the photographs, where the site must not go.
        source: What the story is known by: its path in the desk, or a digest of it.
        keep: How many releases stay on disk.
    """

    places: store.Places
    prefix: str
    photographs: Path
    source: str
    keep: int = 5


@dataclass(frozen=True, slots=True)
class Printed:
    """What printing did.

    Attributes:
        changed: False where the site was already as it should be.
        rendered: How many originals were decoded.
        written: How many files were written.
        notices: What a person should know, a sentence each.
        failed: Photographs that could not be decoded, by their hash, with the reason; then
            nothing was published.
    """

    changed: bool = False
    rendered: int = 0
    written: int = 0
    notices: tuple[str, ...] = ()
    failed: Mapping[str, str] | None = None


class Printer:
    """Prints one edition.

    Args:
        edition: What is published.
        held: Its originals.
        site: Where it goes.
        library: Where the originals' bytes are.
        progress: Told how far it is.
    """

    def __init__(
        self,
        edition: Edition,
        held: Iterable[Held],
        site: Site,
        library: Library,
        progress: Progress,
    ) -> None:
        self._edition = edition
        self._held = {each.photograph.sha256: each for each in held}
        self._site = site
        self._library = library
        self._progress = progress
        self._plan = plan(edition)
        self._darkroom = Darkroom(store.Cache(site.places.cache))

    @property
    def plan(self) -> Plan:
        """Every file of the edition."""
        return self._plan

    def unchanged(self) -> bool:
        """Whether the site already holds just this edition, without making anything."""
        manifest = store.current(self._site.places)
        tints = self._tints()
        if manifest is None or tints is None or not store.intact(self._site.places):
            return False
        if self._listed(manifest) != _known(manifest):
            return False
        held = {entry.path: entry for entry in manifest.files}
        ours = {path: entry for path, entry in held.items() if self._is_ours(path)}
        wanted = {self._path(each.path): _key(each) for each in self._plan.renditions()}
        if ours.keys() != {*wanted, *map(self._path, self._plan.pages)}:
            return False
        if any(held[path].key != key for path, key in wanted.items()):
            return False
        printed = hashlib.sha256(self._page(tints)).hexdigest()
        return held[self._path(self._plan.pages[0])].sha256 == printed

    def run(self, record: Callable[[], None]) -> Printed:
        """Make what is missing, build the release and show it.

        Args:
            record: Called just before the site is switched, so that nothing can run that
                is not on record.

        Raises:
            BusyError: somebody else publishes to the same site.
            StoreError: it could not be written, or is not whole; the old site stands.
        """
        site = self._site
        with store.building(site.places, site.photographs) as build:
            notices = self._meets(store.current(site.places))
            todo = [each for each in self._plan.renditions() if not self._reuse(build, each)]
            rendered, failed = self._develop(todo)
            if failed:
                return Printed(rendered=rendered, failed=failed)
            for each in todo:
                bare = self._darkroom.bare(each.sha256, each.key)
                if bare is None:
                    raise StoreError(f"“{each.path}” vanished from the cache", "publish again")
                build.add(self._path(each.path), stamped(each, bare), key=_key(each))
            printed = self._page(self._tints() or {})
            wrong = check_page(printed, self._edition)
            if wrong:
                raise StoreError(f"the page is not whole: {wrong[0]}", "the old site stands")
            build.add(self._path(self._plan.pages[0]), printed)
            stories, lost = self._carry(build)
            record()
            published = build.finish({"stories": stories}, keep=site.keep)
        notices = (*notices, *self.damaged(), *lost, *published.left)
        return Printed(True, rendered, published.written, notices)

    def damaged(self) -> tuple[str, ...]:
        """Photographs whose decoder complained, a sentence each; every publish says so."""
        names = {each.photograph.sha256: each.photograph.name for each in self._held.values()}
        return tuple(
            f"“{name}” is damaged: look at it before it runs"
            for sha256, name in names.items()
            if (look := self._darkroom.look(sha256)) is not None and look.damaged
        )

    def _meets(self, manifest: store.Manifest | None) -> tuple[str, ...]:
        """Say what another story would lose.

        Raises:
            StoreError: another story of the desk has the same working name.
        """
        known, slug = _known(manifest), self._edition.slug
        mine = known.get(slug)
        said: tuple[str, ...] = ()
        if self._edition.draft and isinstance(mine, dict) and not mine.get("draft"):
            said = ("this draft replaces the published page; publish without --draft to undo it",)
        if self._site.prefix:
            other = known.get(slug)
            if isinstance(other, dict) and other.get("source") != self._site.source:
                raise StoreError(
                    f"two stories are called “{slug}”: “{other.get('source')}” is on the site, and "
                    f"“{self._site.source}” would replace it",
                    "give the folder of one of them another name",
                )
            return said
        titles = [
            str(other.get("title"))
            for other in known.values()
            if isinstance(other, dict) and other.get("source") != self._site.source
        ]
        return (*said, *(f"this replaces “{title}” at the same place" for title in titles))

    def _develop(self, todo: Sequence[Rendition]) -> tuple[int, dict[str, str]]:
        """Render what the cache does not have; reasons for what cannot be rendered."""
        orders = self._orders(todo)
        failed: dict[str, str] = {}
        for made in make(orders, self._library, self._progress):
            if made.reason:
                failed[made.held.photograph.sha256] = made.reason
            else:
                self._darkroom.keep(made)
        return len(orders), failed

    def _orders(self, todo: Sequence[Rendition]) -> list[Order]:
        wanted: dict[str, dict[str, imaging.Recipe]] = {}
        for each in todo:
            if self._darkroom.bare(each.sha256, each.key) is None:
                wanted.setdefault(each.sha256, {})[each.key] = each.recipe
        for printed in self._plan.pictures:
            sha256, smallest = printed.picture.photograph.sha256, printed.jpeg[0]
            if self._darkroom.look(sha256) is None:
                wanted.setdefault(sha256, {})[smallest.key] = smallest.recipe
        return [Order(self._held[sha256], recipes) for sha256, recipes in wanted.items()]

    def _tints(self) -> dict[str, Tint] | None:
        """Colours for every photograph; None where one is not known."""
        hashes = {printed.picture.photograph.sha256 for printed in self._plan.pictures}
        looks = {sha256: self._darkroom.look(sha256) for sha256 in hashes}
        known = {sha256: look.tint for sha256, look in looks.items() if look is not None}
        return known if len(known) == len(looks) else None

    def _page(self, tints: Mapping[str, Tint]) -> bytes:
        return page(self._edition, self._plan, tints)

    def _reuse(self, build: store.Builder, rendition: Rendition) -> bool:
        return build.reuse(self._path(rendition.path), _key(rendition))

    def _carry(self, build: store.Builder) -> tuple[dict[str, object], tuple[str, ...]]:
        """Other stories of the site stay as they are, and the first page lists them all.

        Returns:
            What the first page lists, and a sentence for each file that was damaged meanwhile:
            it cannot be carried on, and must not hold up this story.
        """
        manifest = store.current(self._site.places)
        listed = self._listed(manifest)
        if not self._site.prefix:
            return listed, ()
        lost = []
        for entry in manifest.files if manifest else ():
            if self._is_ours(entry.path) or entry.path == FIRST:
                continue
            if not build.link(entry.path, entry.sha256, key=entry.key):
                story = entry.path.partition("/")[0]
                lost.append(f"“{entry.path}” was damaged and is left out; publish “{story}” again")
        stories = msgspec.convert(list(listed.values()), list[Listed])
        build.add(FIRST, contents(stories, self._edition.house))
        return listed, tuple(lost)

    def _listed(self, manifest: store.Manifest | None) -> dict[str, object]:
        """What the first page lists once this edition is out, by slug."""
        mine = {**Listed.of(self._edition, self._plan).facts(), "source": self._site.source}
        return {**(_known(manifest) if self._site.prefix else {}), self._edition.slug: mine}

    def _is_ours(self, path: str) -> bool:
        return path.startswith(self._site.prefix)

    def _path(self, path: str) -> str:
        return self._site.prefix + path


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


def _known(manifest: store.Manifest | None) -> dict[str, object]:
    """The stories of a site, by slug."""
    stories = manifest.facts.get("stories") if manifest else None
    return dict(stories) if isinstance(stories, dict) else {}


def _key(rendition: Rendition) -> str:
    """Digest of all that a published file is made from: pixels and words."""
    return hashlib.sha256(f"{rendition.key}\n{rendition.stamp!r}".encode()).hexdigest()
