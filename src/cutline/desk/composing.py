"""A release put together from stories: one printed anew, the others carried over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from cutline import store
from cutline.desk.frozen import without
from cutline.desk.ledger import kills
from cutline.desk.library import Held, Library, Progress
from cutline.desk.printing import Printed, Printer, Site
from cutline.desk.record import edition_on_record, keep_new, path_on_record, ran, record_of
from cutline.desk.rendering import Darkroom
from cutline.model import CutlineError, Edition, House, Photograph, RefusedError, StoreError
from cutline.publish import Listed, check_site
from cutline.publish import site as roots

Stories = Mapping[str, object]
"""What a release remembers of its stories, by slug; JSON values."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A story taken over into another release.

    Attributes:
        facts: What that release remembers of it; None where it could not be taken over.
        notices: What a person should know, a sentence each.
    """

    facts: object
    notices: tuple[str, ...] = ()


def issue(printer: Printer, carrier: "Carrier", record: Callable[[], None]) -> Printed:
    """Build a release around one printed edition, and show it.

    Args:
        printer: The edition.
        carrier: Takes the other stories over.
        record: Called just before the site is switched, so that nothing can run that
            is not on record.

    Raises:
        BusyError: somebody else publishes to the same site.
        RefusedError: a photograph was killed since the publish began.
        StoreError: it could not be written, or is not whole; the old site stands.
    """
    where = printer.site
    with store.building(where.places, where.photographs) as build:
        manifest = store.current(where.places)
        told = (*_meets(printer, manifest), *_unaddressed(printer, manifest))
        printed = printer.into(build)
        if printed.failed:
            return printed
        stories: dict[str, object] = {}
        if where.prefix and manifest is not None:
            for slug in known(manifest):
                if slug != printer.edition.slug:
                    carried = carrier.carry(build, manifest, slug)
                    told = (*told, *carried.notices)
                    stories |= {} if carried.facts is None else {slug: carried.facts}
        stories[printer.edition.slug] = printer.facts()
        front(build, stories, printer.edition.house, alone=not where.prefix)
        _refuse_denied_since(where)
        record()
        published = build.finish({"stories": stories}, keep=where.keep)
    notices = (*told, *printed.notices, *published.left)
    return replace(printed, written=published.written, notices=notices)


def _refuse_denied_since(site: Site) -> None:
    """Ask the deny list once more: a kill does not wait for those who were at work already.

    It takes its turn after us, as the site's lock is held: what is denied later than this it
    takes down itself.

    Raises:
        RefusedError: a photograph was killed since; nothing made of it stays.
        StoreError: the list cannot be read.
    """
    since = {
        sha256: kill for sha256, kill in kills(site.places).items() if sha256 not in site.killed
    }
    for sha256 in since:
        Darkroom(store.Cache(site.places.cache)).forget(sha256)
    for kill in since.values():
        name = kill.photograph.name or kill.photograph.sha256[:12]
        raise RefusedError(f"“{name}” was killed by {kill.by} meanwhile", "publish again")


def listed(printer: Printer, manifest: store.Manifest | None) -> Stories:
    """What a release will remember once this edition is out, by slug."""
    others = known(manifest) if printer.site.prefix else {}
    return {**others, printer.edition.slug: printer.facts()}


def known(manifest: store.Manifest | None) -> Stories:
    """The stories of a release, by slug."""
    stories = manifest.facts.get("stories") if manifest else None
    return dict(stories) if isinstance(stories, dict) else {}


def prefix_of(manifest: store.Manifest, slug: str) -> str:
    """The folder of a story in a release, ending in a slash; empty where the site is the story."""
    folder = f"{slug}/"
    return folder if f"{folder}index.html" in manifest.paths else ""


def front(build: store.Builder, stories: Stories, house: House, *, alone: bool = False) -> None:
    """Write what belongs to the site and to no story: lists, their feeds, sitemaps.

    Args:
        build: The release in the making.
        stories: What it remembers of its stories.
        house: The house style.
        alone: True where the site is one story.

    Raises:
        StoreError: a list is not whole, or it could not be written; the old site stands.
    """
    made = root(stories, house, alone=alone)
    wrong = () if alone else check_site(made, _listed(stories), house)
    if wrong:
        raise StoreError(f"the list of stories is not whole: {wrong[0]}", "the old site stands")
    for path, data in made.items():
        if not (alone and build.has(path)):  # a story alone was carried over with its root
            build.add(path, data)


def root(stories: Stories, house: House, *, alone: bool) -> Mapping[str, bytes]:
    """What a site has at its root beside its stories: bytes by path."""
    return roots(_listed(stories), house, alone=alone)


def _listed(stories: Stories) -> list[Listed]:
    return msgspec.convert(list(stories.values()), list[Listed])


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
        self._killed = killed
        self._library = library
        self._now = now
        self._progress = progress

    def carry(self, build: store.Builder, manifest: store.Manifest, slug: str) -> Carried:
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
        prefix, lost = prefix_of(manifest, slug), []
        for entry in manifest.files:
            if entry.path.startswith(prefix) and not build.link(
                entry.path, entry.sha256, key=entry.key
            ):
                lost.append(f"“{entry.path}” was damaged and is left out; publish “{slug}” again")
        return Carried(known(manifest)[slug], tuple(lost))

    def touches(self, manifest: store.Manifest, slug: str) -> bool:
        """Whether a story of a release holds a killed photograph."""
        if not self._killed:
            return False
        facts = known(manifest)[slug]
        held = facts.get("photographs") if isinstance(facts, dict) else None
        shown = held if isinstance(held, list) else ran(self._places, slug)
        return not self._killed.isdisjoint(shown)

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
        edition = without(whole, self._killed)
        if not edition.pictures:
            return Carried(None, (f"{out} no photograph is left in it",))
        printer = self._printer(edition, str(said.get("source", "")))
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


def _unaddressed(printer: Printer, manifest: store.Manifest | None) -> tuple[str, ...]:
    """Say once, with a desk's first release, what a site without address goes without."""
    house = printer.edition.house
    if manifest is not None or not printer.site.prefix or house.url:
        return ()
    return ("feeds and sitemaps are left out until cutline.toml says the site's address: url",)


def _meets(printer: Printer, manifest: store.Manifest | None) -> tuple[str, ...]:
    """Say what another story would lose.

    Raises:
        StoreError: another story of the desk has the same working name.
    """
    stories, slug, source = known(manifest), printer.edition.slug, printer.site.source
    mine = stories.get(slug)
    said: tuple[str, ...] = ()
    if printer.edition.draft and isinstance(mine, dict) and not mine.get("draft"):
        said = ("this draft replaces the published page; publish without --draft to undo it",)
    if printer.site.prefix:
        if isinstance(mine, dict) and mine.get("source") != source:
            raise StoreError(
                f"two stories are called “{slug}”: “{mine.get('source')}” is on the site, and "
                f"“{source}” would replace it",
                "give the folder of one of them another name",
            )
        return said
    titles = [
        str(other.get("title"))
        for other in stories.values()
        if isinstance(other, dict) and other.get("source") != source
    ]
    return (*said, *(f"this replaces “{title}” at the same place" for title in titles))
