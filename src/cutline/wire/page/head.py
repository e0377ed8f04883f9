"""The words above a story on its page: headline, standfirst, kicker, byline, day, language."""

import re
from collections.abc import Iterator
from datetime import date

from cutline.wire.page.captions import text_of
from cutline.wire.page.linked import Linked
from cutline.wire.page.sift import is_apart, words_of
from cutline.wire.page.tree import Element

_STANDFIRST = frozenset(
    """standfirst subtitle subheadline subhead subheading dek deck chapo excerpt vorspann
    entradilla bajada strapline sapo intro summary lead leadtext preface abstract ingress
    undertitel subtitulo antetitulo sommario manchet sousti""".split()
)
_KICKER = frozenset(
    ("kicker", "eyebrow", "overline", "supertitle", "dachzeile", "rubrik", "topper")
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DATES = (
    "article:published_time",
    "datePublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "pubdate",
    "sailthru.date",
    "publish-date",
)
_LONGEST = 1000


def headline(page: Element, story: Element, linked: Linked) -> tuple[str, Element | None]:
    """The headline, and the element that it stands in."""
    for root in (story, page):
        for heading in root.iter("h1"):
            if words := text_of(heading):
                return words, heading
    title = page.find(".//title")
    words = linked.headline or _meta(page, "og:title")
    return words or (text_of(title) if title is not None else ""), None


def standfirst(story: Element, heading: Element | None) -> Element | None:
    """The element that holds the standfirst: named like one, or the paragraph by the headline."""
    for element in story.iter():
        if not isinstance(element.tag, str) or element.tag in ("body", "main", "article", "html"):
            continue
        named = _STANDFIRST.intersection(words_of(element))
        prop = (element.get("itemprop") or "").lower() in ("alternativeheadline", "description")
        if (named or prop) and _is_summary(element):
            return element
    return _beside(heading) if heading is not None else None


def kicker(story: Element) -> str:
    """The label above the headline; empty for none."""
    for element in story.iter():
        if isinstance(element.tag, str) and _KICKER.intersection(words_of(element)):
            words = text_of(element, most=200)
            if 0 < len(words) <= 80 and not _in_picture(element):
                return words
    return ""


def published(page: Element, linked: Linked) -> str:
    """The day of publishing as 2026-01-31; empty where the page does not say."""
    said = [linked.published, *(_meta(page, name) for name in _DATES)]
    said += [each.get("content") or each.get("datetime") or "" for each in _dated(page)]
    return next((day for text in said if (day := _day(text))), "")


def language(page: Element, linked: Linked) -> str:
    """The page's language tag; empty where it does not say."""
    space = "{http://www.w3.org/XML/1998/namespace}lang"
    said = (
        page.get("lang"),
        page.get("xml:lang"),
        page.get(space),
        linked.language,
        _meta(page, "og:locale"),
        _meta(page, "content-language"),
    )
    tags = ((each or "").strip().replace("_", "-") for each in said)
    return next((tag for tag in tags if _TAG.fullmatch(tag)), "")


def byline(page: Element, linked: Linked) -> str:
    """Who wrote it, names with commas between; empty where the page does not say."""
    names = linked.authors or tuple(filter(None, [_meta(page, "author")]))
    return ", ".join(name for name in dict.fromkeys(names) if not name.startswith("http"))


def _is_summary(element: Element) -> bool:
    words = text_of(element, most=2 * _LONGEST)
    pictured = any(True for _ in element.iter("img"))
    apart = any(is_apart(each) for each in (element, *element.iterancestors()))
    return 0 < len(words) <= _LONGEST and not pictured and not apart and not _in_picture(element)


def _beside(heading: Element) -> Element | None:
    """A paragraph right after the headline, in the same header."""
    after = heading.getnext()
    if after is None or after.tag not in ("p", "h2", "div"):
        return None
    in_header = any(each.tag == "header" for each in heading.iterancestors())
    return after if (in_header or after.tag == "h2") and _is_summary(after) else None


def _in_picture(element: Element) -> bool:
    return any(
        each.tag in ("figure", "figcaption", "li", "aside") for each in element.iterancestors()
    )


def _dated(page: Element) -> Iterator[Element]:
    for element in page.iter():
        if (element.get("itemprop") or "") == "datePublished":
            yield element
    yield from page.iter("time")


def _meta(page: Element, name: str) -> str:
    for element in page.iter("meta"):
        said = element.get("property") or element.get("name") or element.get("http-equiv") or ""
        if said.lower() == name.lower():
            return (element.get("content") or "").strip()
    return ""


def _day(text: str) -> str:
    found = _DAY.match(text.strip())
    if found is None:
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""
