"""RSS 2.0 with Media RSS: the carrier of a photograph's credit, copyright and terms.

Sources: RSS Advisory Board, RSS 2.0.11 and Best Practices Profile; Media RSS 1.5.1.
"""

from xml.etree.ElementTree import Element

from markupsafe import escape

from cutline.publish.dates import rfc822
from cutline.publish.feeds.markup import markup
from cutline.publish.feeds.values import RSS, TYPES, Feed, Item, Shown
from cutline.publish.feeds.xml import add, document, root, said

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
_EBU = "urn:ebu"


def rss(feed: Feed) -> bytes:
    """Write a feed as RSS. An entry's ``guid`` is a name, not an address, and never changes."""
    top = root("rss", NAMESPACES, version="2.0")
    channel = add(top, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.home)
    add(channel, "description", escape(feed.summary or feed.title))
    said(channel, "language", feed.language)
    said(channel, "lastBuildDate", rfc822(feed.updated))
    add(channel, "atom:link", href=feed.file(RSS), rel="self", type=TYPES[RSS])
    for item in feed.items:
        _item(channel, item)
    return document(top)


def _item(channel: Element, item: Item) -> None:
    entry = add(channel, "item")
    add(entry, "title", item.title)
    add(entry, "link", item.link)
    add(entry, "guid", item.id, isPermaLink="false")
    said(entry, "pubDate", rfc822(item.published))
    for author in item.authors:
        said(entry, "dc:creator", author)
    said(entry, "category", item.section)
    said(entry, "description", escape(item.summary))  # readers take it for HTML
    said(entry, "content:encoded", markup(item))
    if item.picture is not None:
        _media(entry, item.picture)


def _media(entry: Element, shown: Shown) -> None:
    """The photograph; its first credit is the printed line, the others say who had which part."""
    content = entry if shown.covered else _content(entry, shown)
    said(content, "media:description", shown.caption, type="plain")
    said(content, "media:credit", shown.credit)
    for name in shown.creators:
        said(content, "media:credit", name, role="photographer", scheme=_EBU)
    said(content, "media:credit", shown.agency, role="distribution company", scheme=_EBU)
    said(content, "media:copyright", shown.notice)
    if shown.licence:
        add(content, "media:license", type="text/html", href=shown.licence)
    if shown.thumbnail and not shown.covered:
        add(
            content,
            "media:thumbnail",
            url=shown.thumbnail,
            width=str(shown.thumbnail_width),
            height=str(shown.thumbnail_height),
        )


def _content(entry: Element, shown: Shown) -> Element:
    sized = {"width": str(shown.width), "height": str(shown.height)} if shown.width else {}
    return add(entry, "media:content", url=shown.url, type="image/jpeg", medium="image", **sized)
