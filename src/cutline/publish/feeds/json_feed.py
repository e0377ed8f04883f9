"""JSON Feed 1.1 (jsonfeed.org). Keys of ours begin with an underscore, as it asks."""

import json

from cutline.publish.dates import rfc3339
from cutline.publish.feeds.markup import markup
from cutline.publish.feeds.values import JSON, Feed, Item, Shown
from cutline.publish.words import clean


def json_feed(feed: Feed) -> bytes:
    """Write a feed as JSON Feed."""
    value: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(feed.title),
        "home_page_url": feed.home,
        "feed_url": feed.file(JSON),
        "description": clean(feed.summary),
        "language": feed.language,
        "authors": _authors((feed.publication,)),
        "items": [_item(item) for item in feed.items],
    }
    return json_bytes(said(value))


def json_bytes(value: object) -> bytes:
    """JSON as we write it to files: UTF-8, one key a line, keys in the order of the standard."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def said(value: dict[str, object]) -> dict[str, object]:
    """Without what nobody said. An empty list of entries is said."""
    return {key: each for key, each in value.items() if each or key == "items"}


def _authors(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"name": clean(name)} for name in names if clean(name).strip()]


def _item(item: Item) -> dict[str, object]:
    shown, html = item.picture, markup(item)
    value: dict[str, object] = {
        "id": item.id,
        "url": item.link,
        "title": clean(item.title),
        "content_html": html,
        "content_text": "" if html else clean(item.title),  # one of the two must be there
        "summary": clean(item.summary),
        "image": shown.url if shown and not shown.covered else "",
        "date_published": rfc3339(item.published),
        "date_modified": rfc3339(item.updated),
        "authors": _authors(item.authors),
        "tags": [clean(item.section)] if item.section else [],
        "language": item.language,
        "attachments": [_attachment(shown)] if shown and not shown.covered else [],
        "_credit": clean(shown.credit) if shown else "",
    }
    return said(value)


def _attachment(shown: Shown) -> dict[str, object]:
    value: dict[str, object] = {
        "url": shown.url,
        "mime_type": "image/jpeg",
        "title": clean(shown.caption or shown.alt),
        "_creators": [clean(name) for name in shown.creators],
        "_copyright": clean(shown.notice),
    }
    return said(value)
