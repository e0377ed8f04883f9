"""The feeds of a site's lists: an entry a story, with its lead and the lead's credit."""

from collections.abc import Callable, Iterator, Mapping

from cutline.model import House
from cutline.publish.feeds import Feed, Item, Shown, atom, json_feed, rss
from cutline.publish.feeds.values import ATOM, JSON, RSS, urn
from cutline.publish.language import tongue
from cutline.publish.site.listed import Listed
from cutline.publish.site.lists import FIRST, List, Lists
from cutline.publish.words import web_address

_WRITERS: Mapping[str, Callable[[Feed], bytes]] = {RSS: rss, ATOM: atom, JSON: json_feed}
MOST = 30
"""Entries in a feed: the newest."""


def feeds(lists: Lists, house: House) -> Iterator[tuple[str, bytes]]:
    """Write the feeds of every list; none where the site does not know its own address.

    Yields:
        Path and bytes.
    """
    site = web_address(house.url)
    for each in lists.all() if site else ():
        feed = feed_of(each, house, site)
        for name in each.feeds():
            yield f"{each.prefix}{name}", _WRITERS[name](feed)


def feed_of(shown: List, house: House, site: str) -> Feed:
    """A list as a feed: its newest stories, no drafts."""
    newest = shown.public()[:MOST]
    path = shown.path(1)
    home = site if path == FIRST else f"{site}{path}"
    name = house.publication or tongue(house.language).say("stories")
    return Feed(
        id=urn(home, "feed"),
        title=f"{shown.name} – {name}" if shown.name else name,
        home=home,
        base=site,
        items=tuple(_item(story, site) for story in newest),
        prefix=shown.prefix,
        language=house.language,
        publication=house.publication,
        updated=shown.changed(),
    )


def _item(story: Listed, site: str) -> Item:
    home = f"{site}{story.slug}/"
    return Item(
        id=urn(home),
        title=story.title,
        link=home,
        summary=story.standfirst,
        published=story.published,
        updated=story.updated,
        authors=(story.byline,) if story.byline else (),
        section=story.section,
        language=story.language,
        picture=_lead(story, site) if story.picture else None,
    )


def _lead(story: Listed, site: str) -> Shown:
    """The lead, largest; of what was published by earlier versions only a small one is known."""
    large = f"{story.slug}/{story.images[0]}" if story.images else story.picture
    return Shown(
        url=f"{site}{large}",
        credit=story.credit,
        alt=story.alt,
        thumbnail=f"{site}{story.picture}",
        thumbnail_width=story.width,
        thumbnail_height=story.height,
    )
