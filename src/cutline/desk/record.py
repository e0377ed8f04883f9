"""The record of an edition: what ran, where and when. Photographs are taken down by it."""

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from cutline import __version__, store
from cutline.desk.frozen import freeze, mark, thaw
from cutline.model import Edition, House, ReadError
from cutline.publish import Plan, Printed

_WHEN = frozenset(("published", "findings", "cutline"))
"""What differs between two records of the same edition."""


def record_of(
    edition: Edition,
    plan: Plan,
    site: str,
    now: datetime,
    found: Mapping[str, int],
    paths: Mapping[str, str],
) -> dict[str, object]:
    """An edition as it is recorded.

    Args:
        edition: What is published.
        plan: Its files.
        site: The site's name.
        now: The instant, with zone.
        found: Number of findings by severity word.
        paths: Where each original lies in the desk or the loose folder, by its hash.

    Returns:
        JSON values: every usage with its words and with every file that shows it, and the
        edition itself, from which its pages can be printed again.
    """
    prefix = edition.folder
    return {
        "story": edition.slug,
        "headline": edition.story.headline.text,
        "published": now.isoformat(timespec="seconds"),
        "site": site,
        "pages": [prefix + path for path in plan.texts()],
        "draft": edition.draft,
        "findings": dict(found),
        "overrides": [
            {"code": each.code, "by": each.by, "reason": each.reason} for each in edition.overrides
        ],
        "usages": [_usage(printed, plan, prefix, paths) for printed in plan.pictures],
        "edition": freeze(edition),
        "cutline": __version__,
    }


def keep(places: store.Places, record: Mapping[str, object]) -> None:
    """Add a record to those of its story.

    Raises:
        StoreError: it could not be written.
    """
    text = msgspec.json.format(msgspec.json.encode(record), indent=1)
    store.record(places, str(record["story"]), text + b"\n")


def keep_missing(places: store.Places, record: Mapping[str, object]) -> None:
    """Add the record of what the site shows, unless the last one for this site says the same.

    The site may be unchanged and the record not: somebody else took responsibility, or the
    records were lost.

    Raises:
        StoreError: it could not be written.
    """
    for last in kept(places, str(record["story"])):
        if last.get("site") == record["site"]:
            if _lasting(last) == _lasting(record):
                return
            break
    keep(places, record)


def keep_new(places: store.Places, record: Mapping[str, object]) -> None:
    """Add a record, unless one of the same edition on the same site is there already.

    Raises:
        StoreError: it could not be written.
    """
    same = ("site", "edition")
    for known in kept(places, str(record["story"])):
        if all(known.get(name) == record[name] for name in same):
            return
    keep(places, record)


def kept(places: store.Places, story: str) -> Iterator[dict[str, object]]:
    """The records of a story's editions, the latest first; one that is damaged is passed over.

    Raises:
        StoreError: one cannot be read.
    """
    for text in store.records(places, story):
        try:
            yield msgspec.json.decode(text, type=dict[str, object])
        except msgspec.DecodeError:
            continue


def usages(record: Mapping[str, object]) -> tuple[Mapping[str, object], ...]:
    """The usages of a record, as ``record_of`` wrote them."""
    listed = record.get("usages")
    return (
        tuple(each for each in listed if isinstance(each, dict)) if isinstance(listed, list) else ()
    )


def edition_on_record(places: store.Places, story: str, wanted: str, house: House) -> Edition:
    """The edition of a story that a release was made from.

    Args:
        places: Where the records lie.
        story: Its slug.
        wanted: The edition's mark.
        house: The house style that it is to be printed in.

    Raises:
        ReadError: there is no record of it, or it cannot be understood.
        StoreError: a record cannot be read.
    """
    for record in kept(places, story):
        frozen = record.get("edition")
        if isinstance(frozen, dict) and mark(frozen) == wanted:
            return thaw(frozen, house)
    raise ReadError(f"no record says how “{story}” was printed", "publish it again")


def ran(places: store.Places, story: str) -> frozenset[str]:
    """The hashes of all photographs that ever ran in a story.

    Raises:
        StoreError: a record cannot be read.
    """
    found = (usage.get("sha256") for record in kept(places, story) for usage in usages(record))
    return frozenset(sha256 for sha256 in found if isinstance(sha256, str))


def path_on_record(places: store.Places, story: str, sha256: str) -> str:
    """Where an original lay when it last ran in a story; empty if no record says.

    Raises:
        StoreError: a record cannot be read.
    """
    found = (usage for record in kept(places, story) for usage in usages(record))
    paths = (usage.get("path") for usage in found if usage.get("sha256") == sha256)
    return next((path for path in paths if isinstance(path, str)), "")


def _usage(
    printed: Printed, plan: Plan, prefix: str, paths: Mapping[str, str]
) -> dict[str, object]:
    picture, card = printed.picture, plan.card
    files = [*printed.avif, *printed.jpeg]
    if card is not None and card.sha256 == picture.photograph.sha256:
        files.append(card)
    return {
        "sha256": picture.photograph.sha256,
        "name": picture.photograph.name,
        "path": paths[picture.photograph.sha256],
        "alt": picture.alt,
        "caption": picture.caption.text,
        "credit": picture.credit,
        "files": [prefix + each.path for each in files],
    }


def _lasting(record: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if name not in _WHEN}
