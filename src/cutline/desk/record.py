"""The record of an edition: what ran, where and when. Photographs are taken down by it."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from cutline import __version__, store
from cutline.model import Edition
from cutline.publish import Plan, Printed

_WHEN = frozenset(("published", "findings", "cutline"))
"""What differs between two records of the same edition."""


def record_of(
    edition: Edition, plan: Plan, prefix: str, site: str, now: datetime, found: Mapping[str, int]
) -> dict[str, object]:
    """An edition as it is recorded.

    Args:
        edition: What is published.
        plan: Its files.
        prefix: The story's folder in the site, ending in a slash; empty for the site's root.
        site: The site's name.
        now: The instant, with zone.
        found: Number of findings by severity word.

    Returns:
        JSON values: every usage with its words and with every file that shows it.
    """
    return {
        "story": edition.slug,
        "headline": edition.story.headline.text,
        "published": now.isoformat(timespec="seconds"),
        "site": site,
        "pages": [prefix + path for path in plan.pages],
        "draft": edition.draft,
        "findings": dict(found),
        "overrides": [
            {"code": each.code, "by": each.by, "reason": each.reason} for each in edition.overrides
        ],
        "usages": [_usage(printed, plan, prefix) for printed in plan.pictures],
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
    for text in store.records(places, str(record["story"])):
        try:
            kept = msgspec.json.decode(text, type=dict[str, object])
        except msgspec.DecodeError:
            continue
        if kept.get("site") == record["site"]:
            if _lasting(kept) == _lasting(record):
                return
            break
    keep(places, record)


def _usage(printed: Printed, plan: Plan, prefix: str) -> dict[str, object]:
    picture, card = printed.picture, plan.card
    files = [*printed.avif, *printed.jpeg]
    if card is not None and card.sha256 == picture.photograph.sha256:
        files.append(card)
    return {
        "sha256": picture.photograph.sha256,
        "name": picture.photograph.name,
        "alt": picture.alt,
        "caption": picture.caption.text,
        "credit": picture.credit,
        "files": [prefix + each.path for each in files],
    }


def _lasting(record: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if name not in _WHEN}
