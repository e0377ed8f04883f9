"""JSON-LD of a page (schema.org): what it says of the article and of its pictures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from cutline.wire.page.tree import Element
from cutline.wire.received import Notes

_ARTICLES = frozenset(
    """Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle
    OpinionNewsArticle LiveBlogPosting BlogPosting Report ImageGallery MediaGallery
    PhotographAction CreativeWork WebPage""".split()
)
_GALLERIES = frozenset(("ImageGallery", "MediaGallery", "CollectionPage"))
_LISTS = frozenset(("associatedMedia", "hasPart", "itemListElement", "gallery", "photos"))
_MOST_NODES = 20_000


@dataclass(frozen=True, slots=True)
class LinkedPicture:
    """One ImageObject.

    Attributes:
        addresses: All that it gives, the picture's own first.
        caption, credit: As it says.
        listed: True where it is one of a gallery's pictures, not a size of the lead.
    """

    addresses: tuple[str, ...]
    caption: str = ""
    credit: str = ""
    listed: bool = False


@dataclass(slots=True)
class Linked:
    """What a page's JSON-LD says."""

    headline: str = ""
    published: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    pictures: list[LinkedPicture] = field(default_factory=list)


def read_linked(root: Element, notes: Notes) -> Linked:
    """Read all JSON-LD of a page; what is not JSON is noted."""
    linked = Linked()
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            value = msgspec.json.decode((script.text or "").strip() or "null")
        except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError):
            notes.add("its JSON-LD is not JSON, and was not read")
            continue
        for node, key, gallery in _nodes(value):
            _take(linked, node, key, gallery=gallery)
    return linked


def _nodes(value: object) -> Iterator[tuple[Mapping[str, object], str, bool]]:
    """Every object, the key that it stands under, and whether that is in a gallery's list."""
    waiting: list[tuple[object, str, bool]] = [(value, "", False)]
    count = 0
    while waiting and count < _MOST_NODES:
        here, key, gallery = waiting.pop()
        count += 1
        if isinstance(here, list):
            waiting += [(each, key, gallery) for each in reversed(here)]
        elif isinstance(here, dict):
            yield here, key, gallery
            own = bool(_types(here) & _GALLERIES)
            waiting += [
                (each, name, gallery or name in _LISTS or (own and name == "image"))
                for name, each in reversed(here.items())
                if isinstance(each, (list, dict))
            ]


def _take(linked: Linked, node: Mapping[str, object], key: str, *, gallery: bool) -> None:
    types = _types(node)
    if types & _ARTICLES:
        linked.headline = linked.headline or _text(node.get("headline"))
        linked.published = linked.published or _text(node.get("datePublished"))
        linked.language = linked.language or _text(node.get("inLanguage"))
        if "headline" in node:
            linked.authors = linked.authors or tuple(_names(node.get("author")))
    if "ImageObject" in types or ("contentUrl" in node and key == "image"):
        keys = ("contentUrl", "url", "thumbnailUrl", "@id")
        found = tuple(filter(None, (_text(node.get(name)) for name in keys)))
        caption = _text(node.get("caption")) or _text(node.get("description"))
        people = ", ".join(_names(node.get("creator"))) or ", ".join(_names(node.get("author")))
        credit = _text(node.get("creditText")) or people
        credit = credit or _text(node.get("copyrightNotice"))
        linked.pictures.append(LinkedPicture(found, caption, credit, gallery))


def _types(node: Mapping[str, object]) -> set[str]:
    said = node.get("@type")
    listed: Sequence[object] = said if isinstance(said, list) else [said]
    return {each.rpartition("/")[2] for each in listed if isinstance(each, str)}


def _text(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value.strip() if isinstance(value, str) else ""


def _names(value: object) -> Iterator[str]:
    listed: Sequence[object] = value if isinstance(value, list) else [value]
    for each in listed:
        if name := _text(each):
            yield name
