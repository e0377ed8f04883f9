"""An edition into a site: what is missing is made, and the new release shows at once."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cutline import imaging, store
from cutline.desk.library import Held, Library, Progress
from cutline.desk.rendering import Darkroom, Made, Order, Tint, make, stamped
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
        keep: How many releases stay on disk.
    """

    places: store.Places
    prefix: str
    photographs: Path
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
        if manifest is None or tints is None or self._listed(manifest) != self._known(manifest):
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
            todo = [each for each in self._plan.renditions() if not self._reuse(build, each)]
            rendered, failed, notices = self._develop(todo)
            if failed:
                return Printed(rendered=rendered, failed=failed)
            for each in todo:
                bare = self._darkroom.bare(each.key)
                if bare is None:
                    raise StoreError(f"“{each.path}” vanished from the cache", "publish again")
                build.add(self._path(each.path), stamped(each, bare), key=_key(each))
            printed = self._page(self._tints() or {})
            wrong = check_page(printed, self._edition)
            if wrong:
                raise StoreError(f"the page is not whole: {wrong[0]}", "the old site stands")
            build.add(self._path(self._plan.pages[0]), printed)
            stories = self._carry(build)
            record()
            published = build.finish({"stories": stories}, keep=site.keep)
        return Printed(True, rendered, published.written, (*notices, *published.left))

    def _develop(self, todo: Sequence[Rendition]) -> tuple[int, dict[str, str], list[str]]:
        """Render what the cache does not have; reasons for what cannot be rendered."""
        orders = self._orders(todo)
        failed: dict[str, str] = {}
        notices: list[str] = []
        for made in make(orders, self._library, self._progress):
            if made.reason:
                failed[made.held.photograph.sha256] = made.reason
                continue
            self._darkroom.keep(made)
            if made.damaged:
                notices.append(_damaged(made))
        return len(orders), failed, notices

    def _orders(self, todo: Sequence[Rendition]) -> list[Order]:
        wanted: dict[str, dict[str, imaging.Recipe]] = {}
        for each in todo:
            if self._darkroom.bare(each.key) is None:
                wanted.setdefault(each.sha256, {})[each.key] = each.recipe
        for printed in self._plan.pictures:
            sha256, smallest = printed.picture.photograph.sha256, printed.jpeg[0]
            if self._darkroom.tint(sha256) is None:
                wanted.setdefault(sha256, {})[smallest.key] = smallest.recipe
        return [Order(self._held[sha256], recipes) for sha256, recipes in wanted.items()]

    def _tints(self) -> dict[str, Tint] | None:
        """Colours for every photograph; None where one is not known."""
        hashes = {printed.picture.photograph.sha256 for printed in self._plan.pictures}
        tints = {sha256: self._darkroom.tint(sha256) for sha256 in hashes}
        known = {sha256: tint for sha256, tint in tints.items() if tint is not None}
        return known if len(known) == len(tints) else None

    def _page(self, tints: Mapping[str, Tint]) -> bytes:
        return page(self._edition, self._plan, tints)

    def _reuse(self, build: store.Builder, rendition: Rendition) -> bool:
        return build.reuse(self._path(rendition.path), _key(rendition))

    def _carry(self, build: store.Builder) -> dict[str, object]:
        """Other stories of the same site stay as they are, and the first page lists them all."""
        manifest = store.current(self._site.places)
        listed = self._listed(manifest)
        if not self._site.prefix:
            return listed
        for entry in manifest.files if manifest else ():
            if self._is_ours(entry.path) or entry.path == FIRST:
                continue
            if not build.link(entry.path, entry.sha256, key=entry.key):
                raise StoreError(
                    f"“{entry.path}” of another story is damaged", "publish that story again first"
                )
        stories = msgspec.convert(list(listed.values()), list[Listed])
        build.add(FIRST, contents(stories, self._edition.house))
        return listed

    def _listed(self, manifest: store.Manifest | None) -> dict[str, object]:
        """What the first page lists once this edition is out, by slug."""
        mine = {self._edition.slug: dict(Listed.of(self._edition, self._plan).facts())}
        return {**(self._known(manifest) if self._site.prefix else {}), **mine}

    def _known(self, manifest: store.Manifest | None) -> dict[str, object]:
        stories = manifest.facts.get("stories") if manifest else None
        return dict(stories) if isinstance(stories, dict) else {}

    def _is_ours(self, path: str) -> bool:
        return path.startswith(self._site.prefix)

    def _path(self, path: str) -> str:
        return self._site.prefix + path


def probe(held: Sequence[Held], library: Library, progress: Progress) -> dict[str, str]:
    """Which originals cannot be decoded, by hash: their smallest rendition alone is tried."""
    orders = []
    for each in {each.photograph.sha256: each for each in held}.values():
        photograph = each.photograph
        smallest = imaging.recipes(photograph.size, photograph.orientation, draft=True)[1]
        orders.append(Order(each, {smallest.key(photograph.sha256): smallest}))
    made = make(orders, library, progress)
    return {each.held.photograph.sha256: each.reason for each in made if each.reason}


def _key(rendition: Rendition) -> str:
    """Digest of all that a published file is made from: pixels and words."""
    return hashlib.sha256(f"{rendition.key}\n{rendition.stamp!r}".encode()).hexdigest()


def _damaged(made: Made) -> str:
    return f"“{made.held.photograph.name}” is damaged: look at it before it runs"
