"""The formats of the house, and which of them an edition can have."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from cutline.model import Edition
from cutline.publish.dates import written_at
from cutline.publish.feeds.values import ATOM, JSON, RSS, TYPES
from cutline.publish.words import web_address

if TYPE_CHECKING:
    from cutline.publish.plan import Plan

Make = Callable[[Edition, "Plan"], bytes]

EMBED = "embed.html"
OEMBED = "oembed.json"
STORY = "story.json"
NINJS = "story.ninjs.json"
NEWSML = "story.newsml.xml"


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Attributes:
        path: The file, beside the page.
        media_type: What it is.
        make: The function that makes it, ``module:function`` in this package: from the edition
            and its plan to bytes, always the same ones.
        needs_address: True where the format knows no relative addresses.
        needs_date: True where it must say when the story was published.
        linked: True where the page names it to those who look for it there.
    """

    path: str
    media_type: str
    make: str
    needs_address: bool = False
    needs_date: bool = False
    linked: bool = False


TABLE = (
    Exporter(EMBED, "text/html", "embed:embed"),
    Exporter(STORY, "application/json", "story_json:story_json"),
    Exporter(NEWSML, "application/vnd.iptc.g2.newsmessage+xml", "newsml:newsml", needs_date=True),
    Exporter(NINJS, "application/json", "ninjs:ninjs", needs_address=True),
    Exporter(OEMBED, "application/json+oembed", "oembed:oembed", needs_address=True, linked=True),
    Exporter(RSS, TYPES[RSS], "photographs:as_rss", needs_address=True, linked=True),
    Exporter(
        ATOM, TYPES[ATOM], "photographs:as_atom", needs_address=True, needs_date=True, linked=True
    ),
    Exporter(JSON, TYPES[JSON], "photographs:as_json", needs_address=True, linked=True),
)


def wanted(edition: Edition) -> tuple[Exporter, ...]:
    """The formats that this edition is published in. A draft is for nobody's machine."""
    if edition.draft:
        return ()
    address = bool(web_address(edition.house.url))
    date = written_at(edition.story.published.text) is not None
    return tuple(
        each
        for each in TABLE
        if (address or not each.needs_address) and (date or not each.needs_date)
    )


def export(exporter: Exporter, edition: Edition, plan: "Plan") -> bytes:
    """Make one format of an edition."""
    module, _, function = exporter.make.partition(":")
    make: Make = getattr(import_module(f"{__package__}.{module}"), function)
    return make(edition, plan)
