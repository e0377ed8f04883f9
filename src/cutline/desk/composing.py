"""A release put together from stories: one printed anew, the others carried over."""

from collections.abc import Callable, Mapping
from dataclasses import replace

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


def issue(printer: Printer, carrier: Carrier, record: Callable[[], None]) -> Printed:
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
        taken = manifest if where.prefix else None
        others = {slug: taken for slug in known(taken) if taken and slug != printer.edition.slug}
        carried, said = carrier.carry_all(build, others)
        before = listed(printer, carried)
        printed = printer.into(build)
        if printed.failed:
            return printed
        stories, settled = carrier.settle(build, others, before)
        told = (*told, *said, *settled)
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


def listed(printer: Printer, others: Stories) -> Stories:
    """What a release will remember once this edition is out, by slug.

    Args:
        printer: The edition; it is told which of the others are editions of the same story.
        others: What the release remembers beside it; this story may be among it.
    """
    slug, url = printer.edition.slug, printer.edition.house.url
    printer.beside(siblings({**others, slug: printer.facts()}, slug, url))
    return {**others, slug: printer.facts()}


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
