"""Atom (RFC 4287). Everything in it has a date: what has none is left out."""

from xml.etree.ElementTree import Element

from cutline.publish.dates import rfc3339
from cutline.publish.feeds.markup import markup
from cutline.publish.feeds.values import ATOM, TYPES, Feed, Item
from cutline.publish.feeds.xml import add, document, root, said

_NAMESPACES = {"": "http://www.w3.org/2005/Atom"}
_NOBODY = "–"
"""RFC 4287, clause 4.1.1 asks for an author, even where nobody said who publishes."""


def atom(feed: Feed) -> bytes:
    """Write a feed as Atom.

    Raises:
        ValueError: nothing says when the feed was last changed.
    """
    updated = rfc3339(feed.updated)
    if not updated:
        raise ValueError("an Atom feed needs a date")
    top = root("feed", _NAMESPACES, xml_lang=feed.language)
    add(top, "id", feed.id)
    add(top, "title", feed.title)
    said(top, "subtitle", feed.summary)
    add(top, "updated", updated)
    add(top, "link", rel="self", type=TYPES[ATOM], href=feed.file(ATOM))
    add(top, "link", rel="alternate", type="text/html", href=feed.home)
    add(add(top, "author"), "name", feed.publication or _NOBODY)
    for item in feed.items:
        if rfc3339(item.published):
            _entry(top, item)
    return document(top)


def _entry(top: Element, item: Item) -> None:
    entry = add(top, "entry", xml_lang=item.language)
    when, shown = rfc3339(item.published), item.picture
    add(entry, "id", item.id)
    add(entry, "title", item.title)
    add(entry, "updated", rfc3339(item.updated) or when)
    add(entry, "published", when)
    add(entry, "link", rel="alternate", type="text/html", href=item.link)
    for author in item.authors:
        add(add(entry, "author"), "name", author)
    if item.section:
        add(entry, "category", term=item.section)
    said(entry, "summary", item.summary)
    said(entry, "content", markup(item), type="html")
    if shown is not None:
        if not shown.covered:
            named = {"type": "image/jpeg", "href": shown.url, "title": shown.credit}
            add(entry, "link", rel="enclosure", **named)
        for name in shown.creators:
            add(add(entry, "contributor"), "name", name)
        said(entry, "rights", shown.notice)
