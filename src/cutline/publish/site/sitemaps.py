"""What crawlers are told: every page with its photographs, what is news, where it is listed.

Sources: sitemaps.org 0.9; Google's image and news extensions. An image says only where it is:
its other elements have had no effect since August 2022.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from cutline.model import House
from cutline.publish.dates import truncated, written_at
from cutline.publish.feeds.xml import add, document, root, said
from cutline.publish.site.listed import Listed
from cutline.publish.words import web_address

SITEMAP, NEWS, ROBOTS = "sitemap.xml", "sitemap-news.xml", "robots.txt"
PER_FILE = 1_000
"""Stories in a file: far from the limit of 50 MB, and old files stay as they are."""
_IMAGES = 1_000
_NEWEST = 1_000
_FRESH = timedelta(days=2)
_SITEMAP = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_PICTURES = {**_SITEMAP, "image": "http://www.google.com/schemas/sitemap-image/1.1"}
_PAPERS = {**_SITEMAP, "news": "http://www.google.com/schemas/sitemap-news/0.9"}


def sitemaps(
    stories: Sequence[Listed], house: House, *, alone: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Write what crawlers read; nothing where the site does not know its own address.

    Args:
        stories: Without drafts, newest first.
        house: The publication.
        alone: True where the site is one story and nothing else.

    Yields:
        Path and bytes. ``robots.txt`` only where the site is a whole host: crawlers look for it
        nowhere else.
    """
    site = web_address(house.url)
    if not site or not stories:
        return
    homes = [(story, site if alone else f"{site}{story.slug}/") for story in reversed(stories)]
    parts = [homes[start : start + PER_FILE] for start in range(0, len(homes), PER_FILE)]
    if len(parts) == 1:
        yield SITEMAP, _pages(parts[0])
    else:
        names = [f"sitemap.{number}.xml" for number in range(1, len(parts) + 1)]
        yield from zip(names, map(_pages, parts), strict=True)
        yield SITEMAP, _index([f"{site}{name}" for name in names])
    fresh = list(_news(homes)) if house.publication else []
    if fresh:
        yield NEWS, _paper(fresh, house)
    if urlsplit(site).path == "/":
        listed = (SITEMAP, NEWS) if fresh else (SITEMAP,)
        lines = ("User-agent: *", "Allow: /", "", *(f"Sitemap: {site}{name}" for name in listed))
        yield ROBOTS, ("\n".join(lines) + "\n").encode()


_Home = tuple[Listed, str]


def _pages(homes: Sequence[_Home]) -> bytes:
    top = root("urlset", _PICTURES)
    for story, home in homes:
        url = _url(top, home, story)
        for path in story.images[:_IMAGES]:
            add(add(url, "image:image"), "image:loc", f"{home}{path}")
    return document(top)


def _url(top: Element, home: str, story: Listed) -> Element:
    url = add(top, "url")
    add(url, "loc", home)
    said(url, "lastmod", truncated(story.updated) or truncated(story.published))
    return url


def _index(addresses: Sequence[str]) -> bytes:
    top = root("sitemapindex", _SITEMAP)
    for address in addresses:
        add(add(top, "sitemap"), "loc", address)
    return document(top)


def _news(homes: Sequence[_Home]) -> Iterator[_Home]:
    """Stories of the two days up to the newest, by the days as written, newest first.

    Counted from the newest story and not from the clock, so that the same stories give the
    same file; crawlers pass over what has grown old meanwhile.
    """
    days = [
        (when.date(), each)
        for each in reversed(homes)
        if (when := written_at(each[0].published)) is not None
    ]
    if days:
        first = max(day for day, _ in days) - _FRESH
        yield from [each for day, each in days if day >= first][:_NEWEST]


def _paper(fresh: Sequence[_Home], house: House) -> bytes:
    top = root("urlset", _PAPERS)
    for story, home in fresh:
        news = add(_url(top, home, story), "news:news")
        paper = add(news, "news:publication")
        add(paper, "news:name", house.publication)
        add(paper, "news:language", news_language(story.language))
        add(news, "news:publication_date", truncated(story.published))
        add(news, "news:title", story.title)
    return document(top)


def news_language(tag: str) -> str:
    """ISO 639 code as news sitemaps want it; Chinese by its script, as they ask."""
    parts = tag.lower().replace("_", "-").split("-")
    if parts[0] == "zh":
        return "zh-tw" if {"tw", "hk", "mo", "hant"} & set(parts) else "zh-cn"
    return parts[0]
