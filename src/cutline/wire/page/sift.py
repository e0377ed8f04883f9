"""Which parts of a page are the story: not its navigation, other stories, advertisements."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cutline.wire.page.tree import Element

_NEVER = frozenset(
    """iframe template svg script style button select input textarea object embed video audio
    canvas map""".split()
)
_TAGS = frozenset("nav footer form dialog menu".split())
_PICTURED = frozenset("image images photo photos picture figure media gallery slideshow".split())
_ROLES = frozenset(
    """navigation banner contentinfo search complementary dialog menu menubar toolbar tablist
    alertdialog""".split()
)
_PARTS = frozenset(
    """nav navbar navigation breadcrumb breadcrumbs menu footer comments comment
    related recirc recirculation recommended recommendations recommendation recommend outbrain
    taboola ad ads advert adverts advertisement advertising adslot adbox sponsor sponsored
    promo promos promobox promotion newsletter newsletters subscribe subscription paywall
    share sharing social shares sharebar toolbar cookie cookies consent gdpr modal popup overlay
    onward trending popular masthead avatar byline bylines author authors bio
    teaser teasers mostread mostviewed readmore morestories relatedlinks
    upsell signup login donate donation contributions survey quiz skip skiplink
    audioplayer player weather ticker crossword webform livestream""".split()
)
_TALK = frozenset(("comment", "comments", "discussion"))
_PHRASES = re.compile(
    r"\b(?:most (?:read|viewed|popular)|read (?:more|next|also)|more (?:stories|from|on|news)"
    r"|you may (?:also )?like|up next|rich link|see also|also read|latest news|story list"
    r"|card list|article list|skip link|site header|page header|global header)\b"
)
_NAMES = ("class", "id", "data-testid", "data-component", "data-gu-name", "data-qa")
_SPLIT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])")
_KEPT = frozenset(("body", "html", "article", "main", "figure", "img", "picture", "figcaption"))
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPOKEN = frozenset(("sr", "visually", "screen", "visuallyhidden", "sronly", "screenreader"))


def words_of(element: Element) -> tuple[str, ...]:
    """The words that an element's class, id and test marks are made of, in lower case."""
    return _words(tuple(element.get(key) or "" for key in _NAMES))


@lru_cache(maxsize=4096)
def _words(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for name in names for word in _SPLIT.split(name[:1000]) if word)


def is_apart(element: Element) -> bool:
    """Whether an element, with all in it, belongs to the page and not to the story."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NEVER:
        return True
    if (element.get("role") or "").lower() in _ROLES or element.get("hidden") is not None:
        return True
    words = words_of(element)
    if tag in _KEPT:
        return False
    if tag == "aside":
        return not (_PICTURED.intersection(words) or any(True for _ in element.iter("figcaption")))
    named = bool(_PARTS.intersection(words)) or bool(_PHRASES.search(" ".join(words)))
    return named or tag in _TAGS


def is_label(element: Element) -> bool:
    """Whether an element inside a caption is the page's: an icon, a button, a hidden word."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NEVER or tag in ("noscript", "img", "picture", "source"):
        return True
    if element.get("hidden") is not None or _UNSEEN.search(element.get("style") or ""):
        return True
    words = words_of(element)
    spoken = bool(_SPOKEN.intersection(words)) and bool(
        {"only", "hidden", "text", "reader"} & {*words}
    )
    furniture = {"toggle", "icon", "button", "btn", "share", "counter", "expand", "tooltip"}
    return spoken or bool(furniture.intersection(words)) or "visuallyhidden" in words


def story_root(root: Element) -> Element:
    """The element that holds the story: ``main``, or the ``article`` with the headline."""
    body = root.find("body")
    whole = root if body is None else body
    headings = list(whole.iter("h1"))
    articles = [each for each in whole.iter("article") if not _inside_apart(each, whole)]
    outer = [
        each for each in articles if not any(_is(each, "article") for each in each.iterancestors())
    ]
    for candidates in (list(whole.iter("main")), outer):
        holding = [
            each
            for each in candidates
            if any(each in heading.iterancestors() for heading in headings)
        ]
        if len(holding) == 1:
            return holding[0]
    with_roles = whole.xpath("//*[@role='main']")
    single = [*whole.iter("main")] or (with_roles if isinstance(with_roles, list) else [])
    if len(single) == 1 and isinstance(single[0], type(whole)) and _pictures(single[0]):
        return single[0]
    best = max(outer, key=_pictures, default=whole)
    return best if _pictures(best) and 2 * _pictures(best) > _pictures(whole) else whole


def within(root: Element) -> Iterator[Element]:
    """The elements of the story in document order, without the parts that are apart.

    A part with the headline, or with more than half of the text, is the story whatever its name
    says: pages wrap themselves in forms, and name a column after the author box in it.
    """
    texts = _texts(root)
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element is not root and is_apart(element) and not _holds_story(element, texts):
            continue
        yield element
        waiting.extend(reversed(element))


def _holds_story(element: Element, texts: int) -> bool:
    if element.tag in _NEVER or not isinstance(element.tag, str):
        return False
    if any(True for _ in element.iter("h1")):
        return True
    talk = _TALK.intersection(words_of(element))
    return texts > 3 and not talk and 2 * _texts(element) > texts


def _texts(element: Element) -> int:
    return sum(1 for _ in element.iter("p", "figcaption"))


def _is(element: Element, tag: str) -> bool:
    return element.tag == tag


def _pictures(element: Element) -> int:
    return sum(1 for _ in element.iter("img"))


def _inside_apart(element: Element, top: Element) -> bool:
    return any(is_apart(each) for each in element.iterancestors() if each is not top)
