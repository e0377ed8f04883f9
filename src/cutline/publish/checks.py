"""The last look at a page before it may enter a release: no credit lost, no link broken."""

import json
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urldefrag, urlsplit

from lxml import html

from cutline.model import Edition
from cutline.publish.plan import PAGE, Plan, plan
from cutline.publish.translations import translated
from cutline.publish.ways import ways
from cutline.publish.words import clean, web_address

_ADDRESSES = ("//@href", "//@src")
_SETS = ("//@srcset", "//@imagesrcset")
_OF_ITSELF = (
    "//link[@rel='canonical']/@href",
    "//link[@type='application/json+oembed' or @type='application/atom+xml']/@href",
    "//meta[@property='og:url' or @property='og:image']/@content",
)
_OF_NODES = ("@id", "url", "contentUrl", "mainEntityOfPage")

Node = Mapping[str, object]


def check_page(page: bytes, edition: Edition) -> tuple[str, ...]:
    """Read a printed page as a stranger would, and compare it with the edition.

    Args:
        page: The HTML as it would be published.
        edition: What it was made from.

    Returns:
        Complaints, one sentence each; empty where the page may be published.
    """
    made, base = plan(edition), _base(edition)
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    nodes = _nodes(tree)
    return (
        *_figures(tree, made),
        *_machines(nodes, made, base),
        *_links(tree, made, _beside(edition, made)),
        *(_named(tree, nodes, made, base) if base else ()),
    )


def _base(edition: Edition) -> str:
    """What every address of the story begins with; nothing where the site does not know its own.

    Put together here on its own, so that a page with wrong addresses does not pass.
    """
    site = web_address(edition.house.url)
    return f"{site}{edition.folder}" if site else ""


def _beside(edition: Edition, made: Plan) -> frozenset[str]:
    """Pages of the site that the story's may lead to: other editions of it, lists it is on."""
    return ways(edition, made).hrefs().union(each.href for each in translated(edition))


def _squeeze(text: str) -> str:
    return " ".join(clean(text).split())


def _figures(tree: html.HtmlElement, made: Plan) -> Iterator[str]:
    figures = tree.xpath("//figure")
    if len(figures) != len(made.pictures):
        yield f"the page shows {len(figures)} of {len(made.pictures)} photographs"
        return
    for figure, printed in zip(figures, made.pictures, strict=True):
        picture = printed.picture
        if _shown(figure, "span", "caption") != _squeeze(picture.caption.text):
            yield f"photograph {printed.number}: the caption is not in the visible text"
        if _shown(figure, "bdi", "credit") != _squeeze(picture.credit):
            yield f"photograph {printed.number}: the credit is not in the visible text"
        images = figure.xpath(".//img[@alt]")
        if len(images) != 1 or _squeeze(images[0].get("alt")) != _squeeze(picture.alt):
            yield f"photograph {printed.number}: the alt text is not in the page"
        if printed.covered and not figure.xpath("./descendant::details[not(@open)]//img"):
            yield f"photograph {printed.number}: it is sensitive and not covered"


def _shown(figure: html.HtmlElement, element: str, name: str) -> str:
    """The words under a photograph in the element of this class, whatever styles they carry."""
    found = figure.xpath(f"./figcaption/{element}[@class='{name}']")
    return _squeeze("".join(each.text_content() for each in found))


def _nodes(tree: html.HtmlElement) -> Sequence[Node]:
    """The nodes of the JSON-LD; none where it cannot be read."""
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    try:
        nodes = json.loads(scripts[0])["@graph"]
        return [dict(node) for node in nodes]
    except (IndexError, KeyError, TypeError, ValueError):
        return []


def _machines(nodes: Sequence[Node], made: Plan, base: str) -> Iterator[str]:
    """Every photograph's ImageObject carries the credit that readers see."""
    if not nodes:
        yield "the page has no readable JSON-LD"
        return
    images = {node.get("contentUrl"): node for node in nodes if node.get("@type") == "ImageObject"}
    for printed in made.pictures:
        node = images.get(base + printed.largest.path)
        if node is None:
            yield f"photograph {printed.number}: no ImageObject in the JSON-LD"
        elif _squeeze(str(node.get("creditText", ""))) != _squeeze(printed.picture.credit):
            yield f"photograph {printed.number}: the credit is not in the JSON-LD"


def _links(tree: html.HtmlElement, made: Plan, beside: frozenset[str]) -> Iterator[str]:
    """What lies in our own site must be a file of the plan, an anchor a place on the page.

    Pages ``beside`` this one are files of other plans, or of the site.
    """
    planned, anchors = frozenset(made.paths()), frozenset(tree.xpath("//@id"))
    for address in dict.fromkeys(_addresses(tree)):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        path, anchor = urldefrag(address)
        if path and parts.path not in planned and address not in beside:
            yield f"the page leads to “{address}”, which is not part of the site"
        elif not path and anchor not in anchors:
            yield f"the page leads to “{address}”, which is nowhere on it"


def _named(tree: html.HtmlElement, nodes: Sequence[Node], made: Plan, base: str) -> Iterator[str]:
    """What machines are told is ours must be a file of the plan or a place on the page."""
    planned, anchors = frozenset(made.paths()), frozenset(("", *tree.xpath("//@id")))
    told = [str(address) for query in _OF_ITSELF for address in tree.xpath(query)]
    told += [str(node[key]) for node in nodes for key in _OF_NODES if key in node]
    for address in dict.fromkeys(told):
        path, anchor = urldefrag(address.removeprefix(base))
        if not address.startswith(base) or (path or PAGE) not in planned:
            yield f"machines are told of “{address}”, which is not part of the site"
        elif anchor not in anchors:
            yield f"machines are told of “{address}”, which is nowhere on the page"


def _addresses(tree: html.HtmlElement) -> Iterator[str]:
    for query in _ADDRESSES:
        yield from tree.xpath(query)
    for query in _SETS:
        for candidates in tree.xpath(query):
            yield from (candidate.split()[0] for candidate in candidates.split(",") if candidate)
