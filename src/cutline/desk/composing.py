"""A release put together from stories: some printed anew, the others carried over."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from cutline import store
from cutline.desk.carrying import Carrier
from cutline.desk.ledger import kills
from cutline.desk.printing import Printed, Printer, Site
from cutline.desk.remembered import Stories, known, siblings
from cutline.desk.rendering import Darkroom
from cutline.model import House, RefusedError, StoreError
from cutline.publish import Listed, check_site
from cutline.publish import site as roots

Denied = Collection[str]
"""Hashes of photographs that never run again."""


@dataclass(frozen=True, slots=True)
class Issued:
    """What came of a release.

    Attributes:
        printed: What printing each story did, by slug.
        number: The release's number.
        fresh: Paths of the files that were written.
        told: What a person should know of each story, by slug; of the whole, under "".
    """

    printed: Mapping[str, Printed]
    number: str = ""
    fresh: frozenset[str] = frozenset()
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def failed(self) -> Mapping[str, Mapping[str, str]]:
        """Photographs that could not be decoded, by slug; then the old site stands."""
        return {slug: each.failed for slug, each in self.printed.items() if each.failed}


def issue(printers: Sequence[Printer], carrier: Carrier, record: Callable[[], None]) -> Issued:
    """Build a release around printed editions, and show it.

    Args:
        printers: The editions, at least one; all of one site.
        carrier: Takes the other stories over.
        record: Called just before the site is switched, so that nothing can run that
            is not on record.

    Raises:
        BusyError: somebody else publishes to the same site.
        RefusedError: a photograph was killed since the publish began.
        StoreError: it could not be written, or is not whole; the old site stands.
    """
    where, house = printers[0].site, printers[0].edition.house
    ours = {each.edition.slug for each in printers}
    with store.building(where.places, where.photographs) as build:
        manifest = store.current(where.places)
        told = {each.edition.slug: meets(each, manifest) for each in printers}
        taken = manifest if where.prefix else None
        others = {slug: taken for slug in known(taken) if taken and slug not in ours}
        stories, said = carrier.carry_all(build, others)
        stories = listed(printers, stories)
        printed = {each.edition.slug: each.into(build) for each in printers}
        if any(each.failed for each in printed.values()):
            return Issued(printed)
        stories, settled = carrier.settle(build, others, stories)
        front(build, stories, house, alone=not where.prefix)
        refuse_denied(where.places, None, carrier.killed)
        record()
        published = build.finish({"stories": stories}, keep=where.keep)
    whole = (*_unaddressed(where, house, manifest), *said, *settled, *published.left)
    return Issued(printed, published.number, published.fresh, {**told, "": whole})


def refuse_denied(places: store.Places, hashes: Collection[str] | None, since: Denied) -> None:
    """Ask the deny list once more: a kill does not wait for those who are at work already.

    Asked when the pictures are made, and again while the site is held: what is denied later
    than that the kill takes down itself.

    Args:
        places: The site.
        hashes: The photographs that matter; None for all.
        since: What was known to be denied.

    Raises:
        RefusedError: a photograph was killed since; nothing made of it stays.
        StoreError: the list cannot be read.
    """
    fresh = {
        sha256: kill
        for sha256, kill in kills(places).items()
        if sha256 not in since and (hashes is None or sha256 in hashes)
    }
    for sha256 in fresh:
        Darkroom(store.Cache(places.cache)).forget(sha256)
    for kill in fresh.values():
        name = kill.photograph.name or kill.photograph.sha256[:12]
        raise RefusedError(f"“{name}” was killed by {kill.by} meanwhile", "publish again")


def listed(printers: Sequence[Printer], others: Stories) -> dict[str, object]:
    """What a release will remember once these editions are out, by slug.

    Args:
        printers: The editions; each is told which stories are the same one in other languages.
        others: What the release remembers beside them; they may be among it.
    """
    there = {**others, **{each.edition.slug: each.facts() for each in printers}}
    for each in printers:
        slug = each.edition.slug
        each.beside(siblings(there, slug, each.edition.house.url))
        there[slug] = each.facts()
    return there


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


def _unaddressed(site: Site, house: House, manifest: store.Manifest | None) -> tuple[str, ...]:
    """Say once, with a desk's first release, what a site without address goes without."""
    if manifest is not None or not site.prefix or house.url:
        return ()
    return ("feeds and sitemaps are left out until cutline.toml says the site's address: url",)


def name_taken(slug: str, theirs: str, ours: str) -> StoreError:
    """What is said where two stories of a desk have the same working name."""
    return StoreError(
        f"two stories are called “{slug}”: “{theirs}” is on the site, and “{ours}” would replace "
        "it",
        "give the folder of one of them another name",
    )


def meets(printer: Printer, manifest: store.Manifest | None) -> tuple[str, ...]:
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
            raise name_taken(slug, str(mine.get("source")), source)
        return said
    titles = [
        str(other.get("title"))
        for other in stories.values()
        if isinstance(other, dict) and other.get("source") != source
    ]
    return (*said, *(f"this replaces “{title}” at the same place" for title in titles))
