"""The last look at what machines get: each file is read again, and no credit may be lost.

Every format is read as a stranger would, with nothing of what wrote it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree, html

from cutline.publish.exports.table import EMBED, NEWSML, NINJS, OEMBED, STORY
from cutline.publish.feeds.values import ATOM, JSON, RSS
from cutline.publish.plan import Plan
from cutline.publish.words import clean

_SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
    "nar": "http://iptc.org/std/nar/2006-10-01/",
}

Credits = Sequence[str]


def check_exports(files: Mapping[str, bytes], plan: Plan) -> tuple[str, ...]:
    """Compare what machines would get with what the page prints.

    Args:
        files: Every export by its path, as it would be published.
        plan: The edition's files and photographs.

    Returns:
        Complaints, one sentence each; empty where they may be published.
    """
    if sorted(files) != sorted(plan.exports):
        return ("what machines get is not what was planned",)
    pictures = (each.picture for each in plan.pictures)
    printed = [squeeze(each.credit) for each in pictures]
    return tuple(
        complaint for path, data in files.items() for complaint in _lost(path, data, printed)
    )


def squeeze(text: str) -> str:
    """Words as they are compared: blanks and characters that no format keeps do not count."""
    kept = "".join(letter for letter in clean(text) if letter not in "\ufffe\uffff")
    return " ".join(kept.split())


def credits_of(name: str, data: bytes) -> list[list[str]]:
    """Every series of credits that a file holds, each in the order of its entries.

    Args:
        name: The format, by the name that ``TABLE`` gives its file.
        data: The file.

    Raises:
        ValueError: it is not of that format.
    """
    try:
        return [[squeeze(text) for text in texts] for texts in _READERS[name](data)]
    except (KeyError, TypeError, IndexError, etree.LxmlError) as error:
        raise ValueError(" ".join(str(error).split())[:200]) from error


def _lost(path: str, data: bytes, printed: Credits) -> Iterator[str]:
    try:
        found = credits_of(path, data)
    except ValueError as error:
        yield f"“{path}” cannot be read again: {error}"
        return
    for credits in found:
        if path == OEMBED:
            credits = [each for each in printed if each in credits[0]]  # noqa: PLW2901
        if list(credits) != list(printed):
            numbers = (n for n, each in enumerate(printed) if credits[n : n + 1] != [each])
            number = next(numbers, len(printed)) + 1
            yield f"photograph {number}: the credit is not in “{path}”"


def _xml(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser)


def _entries(texts: Sequence[str]) -> list[str]:
    """The credits in the HTML of a feed's entries."""
    return [_words(html.fromstring(text), "cite") if text.strip() else "" for text in texts]


def _words(element: html.HtmlElement, tag: str, name: str | None = None) -> str:
    """The text of the elements of this tag, and of this class if one is named."""
    found = (each for each in element.iter(tag) if name is None or each.get("class") == name)
    return "".join(text for each in found for text in each.itertext())


def _rss(data: bytes) -> Iterator[list[str]]:
    items = _xml(data).findall("channel/item")
    yield [each.findtext(".//media:credit", "", _SPACES) for each in items]
    yield _entries([each.findtext("content:encoded", "", _SPACES) for each in items])


def _atom(data: bytes) -> Iterator[list[str]]:
    entries = _xml(data).findall("atom:entry", _SPACES)
    yield _entries([each.findtext("atom:content", "", _SPACES) for each in entries])


def _json_feed(data: bytes) -> Iterator[list[str]]:
    items = json.loads(data)["items"]
    yield [each.get("_credit", "") for each in items]
    yield _entries([each.get("content_html", "") for each in items])


def _embed(data: bytes) -> Iterator[list[str]]:
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    figures = html.document_fromstring(data, parser=parser).iter("figure")
    yield [_words(each, "bdi", "credit") for each in figures]


def _oembed(data: bytes) -> Iterator[list[str]]:
    yield [json.loads(data).get("author_name", "")]


def _ninjs(data: bytes) -> Iterator[list[str]]:
    pictures = json.loads(data).get("associations", [])
    roles = [
        {source["role"]: source["name"] for source in each.get("infoSources", ())}
        for each in pictures
    ]
    yield [each.get("credit", "") for each in roles]


def _newsml(data: bytes) -> Iterator[list[str]]:
    items = _xml(data).findall("nar:itemSet/nar:newsItem", _SPACES)
    kinds = [each.find("nar:itemMeta/nar:itemClass", _SPACES) for each in items]
    yield [
        each.findtext("nar:contentMeta/nar:creditline", "", _SPACES)
        for each, kind in zip(items, kinds, strict=True)
        if kind is not None and kind.get("qcode") == "ninat:picture"
    ]


def _story(data: bytes) -> Iterator[list[str]]:
    yield [each["credit"] for each in json.loads(data)["photos"]]


_READERS: Mapping[str, Callable[[bytes], Iterator[list[str]]]] = {
    EMBED: _embed,
    STORY: _story,
    NEWSML: _newsml,
    NINJS: _ninjs,
    OEMBED: _oembed,
    RSS: _rss,
    ATOM: _atom,
    JSON: _json_feed,
}
