"""The last look at a page before it may enter a release: no credit lost, no link broken."""

import json
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

from cutline.model import Edition
from cutline.publish.plan import Plan, Printed, plan
from cutline.publish.structured import web_address
from cutline.publish.words import clean

_ADDRESSES = ("//@href", "//@src")
_SETS = ("//@srcset", "//@imagesrcset")


def check_page(page: bytes, edition: Edition) -> tuple[str, ...]:
    """Read a printed page as a stranger would, and compare it with the edition.

    Args:
        page: The HTML as it would be published.
        edition: What it was made from.

    Returns:
        Complaints, one sentence each; empty where the page may be published.
    """
    made = plan(edition)
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    return (
        *_figures(tree, made),
        *_machines(tree, made, web_address(edition.house.url)),
        *_links(tree, made),
    )


def _squeeze(text: str) -> str:
    return " ".join(clean(text).split())


def _figures(tree: html.HtmlElement, made: Plan) -> Iterator[str]:
    figures = tree.xpath("//figure")
    if len(figures) != len(made.pictures):
        yield f"the page shows {len(figures)} of {len(made.pictures)} photographs"
        return
    for figure, printed in zip(figures, made.pictures, strict=True):
        words = _squeeze(" ".join(figure.xpath("./figcaption//text()")))
        for name, text in _words(printed):
            if text not in words:
                yield f"photograph {printed.number}: the {name} is not in the visible text"
        images = figure.xpath(".//img[@alt]")
        alt = _squeeze(printed.picture.alt)
        if len(images) != 1 or _squeeze(images[0].get("alt")) != alt:
            yield f"photograph {printed.number}: the alt text is not in the page"


def _words(printed: Printed) -> tuple[tuple[str, str], ...]:
    picture = printed.picture
    return (("credit", _squeeze(picture.credit)), ("caption", _squeeze(picture.caption.text)))


def _machines(tree: html.HtmlElement, made: Plan, base: str) -> Iterator[str]:
    """Every photograph's ImageObject carries the credit that readers see."""
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    try:
        nodes = json.loads(scripts[0])["@graph"]
        images = {node["contentUrl"]: node for node in nodes if node["@type"] == "ImageObject"}
    except (IndexError, KeyError, TypeError, ValueError):
        yield "the page has no readable JSON-LD"
        return
    for printed in made.pictures:
        node = images.get(urljoin(base, printed.largest.path))
        if node is None:
            yield f"photograph {printed.number}: no ImageObject in the JSON-LD"
        elif _squeeze(node.get("creditText", "")) != _squeeze(printed.picture.credit):
            yield f"photograph {printed.number}: the credit is not in the JSON-LD"


def _links(tree: html.HtmlElement, made: Plan) -> Iterator[str]:
    """What lies in our own site must be a file of the plan, an anchor a place on the page."""
    planned, anchors = frozenset(made.paths()), frozenset(tree.xpath("//@id"))
    for address in dict.fromkeys(_addresses(tree)):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        path, anchor = urldefrag(address)
        if path and parts.path not in planned:
            yield f"the page leads to “{address}”, which is not part of the site"
        elif not path and anchor not in anchors:
            yield f"the page leads to “{address}”, which is nowhere on it"


def _addresses(tree: html.HtmlElement) -> Iterator[str]:
    for query in _ADDRESSES:
        yield from tree.xpath(query)
    for query in _SETS:
        for candidates in tree.xpath(query):
            yield from (candidate.split()[0] for candidate in candidates.split(",") if candidate)
