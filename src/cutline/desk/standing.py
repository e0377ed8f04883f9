"""A site that stands already: where it is, and how its pages are printed again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import time_ns

from cutline import store
from cutline.desk.carrying import Carrier
from cutline.desk.composing import front
from cutline.desk.config import read_house
from cutline.desk.crawl import Gone, crawl, traces
from cutline.desk.home import find_desk
from cutline.desk.ledger import kills
from cutline.desk.library import Library, Progress
from cutline.desk.remembered import Stories, known, prefix_of, stale
from cutline.model import House, ReadError


@dataclass(frozen=True, slots=True)
class Standing:
    """A site, its house style and its originals.

    Attributes:
        places: The site.
        house: The house style.
        desk: The desk that it is of; None for the site of a loose folder.
        library: Its originals; of a loose folder nobody knows where they lie.
        now: The instant.
        progress: Told how far a verb is.
    """

    places: store.Places
    house: House
    desk: Path | None
    library: Library
    now: datetime
    progress: Progress

    def compose(
        self,
        build: store.Builder,
        manifest: store.Manifest,
        *,
        leave: Collection[str] = (),
        instead: Mapping[str, store.Manifest] | None = None,
    ) -> tuple[dict[str, object], tuple[str, ...]]:
        """Put a release together from the stories of another, without killed photographs.

        Args:
            build: The release in the making.
            manifest: The release whose stories are taken over.
            leave: Stories that are left out.
            instead: Stories that are taken from another release.

        Returns:
            What the release is to remember of its stories, and what a person should know.
        """
        killed = frozenset(kills(self.places))
        carrier = Carrier(self.places, self.house, killed, self.library, self.now, self.progress)
        folders = [prefix_of(manifest, slug) for slug in known(manifest)]
        stay = (slug for slug in known(manifest) if slug not in leave)
        came_from = {slug: (instead or {}).get(slug, manifest) for slug in stay}
        carried, notices = carrier.carry_all(build, came_from)
        stories, settled = carrier.settle(build, came_from, carried)
        front(build, stories, self.house, alone=bool(stories) and not all(folders))
        return stories, (*notices, *settled)

    def proved(self, number: str | None, stories: Stories, gone: Gone) -> tuple[store.Check, ...]:
        """What a release must pass before it takes the place of another.

        A link that was dead before must not hold up what has to go: only what is worse counts.
        Nor must one of a page that cannot be printed again, of which a person is told.

        Args:
            number: The release that it takes the place of.
            stories: What the release is to remember of its stories.
            gone: What no byte of it may say.
        """
        before = self.places.releases / (number or "") / store.WWW
        stood = set(crawl(before, self.house.url)) if number else set()
        old = tuple(f"“{slug}/" for slug in stale(stories))
        return (
            lambda www: (
                each
                for each in crawl(www, self.house.url)
                if each not in stood and not each.startswith(old)
            ),
            lambda www: traces(www, gone),
        )

    def addresses(self, paths: Collection[str]) -> tuple[str, ...]:
        """What a cache in front of the site must drop: addresses, or paths without one's own."""
        whole = set(paths)
        for path in paths:
            folder, _, name = path.rpartition("/")
            if name == "index.html":
                whole.add(f"{folder}/" if folder else "")
        return tuple(f"{self.house.url}{path}" or "/" for path in sorted(whole))


def standing(folder: Path, to: Path | None, progress: Progress) -> Standing:
    """The site of the desk that ``folder`` lies in; of a loose folder that at ``to``.

    Args:
        folder: Where the person stands, or what they named.
        to: The site; None for the desk's own, or ``site`` where the person stands.
        progress: Told how far a verb is.

    Raises:
        ReadError: there is no site.
        CutlineError: the settings cannot be read.
    """
    desk = find_desk(folder)
    house = read_house(desk)
    places = store.of_desk(desk, to) if desk else store.of_folder(to or Path("site"))
    if desk is None and places.pointed_at() is None:
        shown = store.quoted(places.out)
        raise ReadError(f"there is no site at {shown}", "name it with --to, or go to the desk")
    if desk is None:
        library = Library(places.releases, None, None, progress)
    else:
        index = store.Index(places.cache / "index", time_ns)
        library = Library(desk.resolve(), store.Cache(places.cache), index, progress)
    return Standing(places, house, desk, library, datetime.now(UTC), progress)


def changed(old: store.Manifest | None, new: store.Manifest | None) -> set[str]:
    """Paths of a release that another one does not have, or not with these bytes."""
    left = {(entry.path, entry.sha256) for entry in new.files} if new else set()
    held = old.files if old else ()
    return {entry.path for entry in held if (entry.path, entry.sha256) not in left}


def files_of(manifest: store.Manifest, slug: str) -> frozenset[tuple[str, str]]:
    """Paths and hashes of all files of a story in a release."""
    below = manifest.below(prefix_of(manifest, slug))
    return frozenset((entry.path, entry.sha256) for entry in below)
