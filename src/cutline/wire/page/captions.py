"""The words under one picture of a page: which are its caption, which its credit line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cutline.wire.gallery.credits import cut_credit, without_brackets
from cutline.wire.page.sift import is_label, words_of
from cutline.wire.page.tree import Element
from cutline.wire.received import IsCredit

_CREDIT = frozenset(
    """credit credits credito creditos créditos copyright copyrights source sources photographer
    attribution rights mediarights quelle fotograf fotografo photocredit imagecredit imgcredit
    credittext agency agencia autor author byline provider owner licence license""".split()
)
_CAPTION = frozenset(
    """caption captions figcaption imagecaption photocaption legend legende légende leyenda
    bildunterschrift bildtext didascalia subtitle cutline pie epigrafe text description desc
    descr lead title""".split()
)
_PLAIN_CAPTION = frozenset(
    (
        "caption",
        "captions",
        "figcaption",
        "imagecaption",
        "photocaption",
        "legend",
        "legende",
        "bildunterschrift",
        "bildtext",
        "didascalia",
        "cutline",
        "leyenda",
        "epigrafe",
    )
)
_CREDIT_PROPS = frozenset(("credittext", "copyrightholder", "copyrightnotice", "author", "creator"))
_CAPTION_PROPS = frozenset(("caption", "description"))
_CAPTION_DATA = (
    "data-caption",
    "data-sub-html",
    "data-description",
    "data-title",
    "data-image-caption",
    "data-image-description",
)
_CREDIT_DATA = (
    "data-credit",
    "data-credits",
    "data-copyright",
    "data-photographer",
    "data-author",
    "data-source-credit",
)
_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 br section article header dd dt dl blockquote figcaption"
    " tr".split()
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_FURNITURE = re.compile(
    r"\s*(?:view (?:image|gallery) in fullscreen|(?:open|close|view) (?:image )?"
    r"(?:gallery|fullscreen"
    r"|larger image)|(?:hide|show|toggle|enlarge)(?: this)? (?:caption|image)|fullscreen|enlarge"
    r"|image (?:\d+ )?of \d+|bild in (?:lightbox|vollbild) öffnen|afficher l.image)\s*",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:image caption|bildunterschrift|caption|légende)\s*[,:]\s+", re.IGNORECASE
)
_SOURCE = re.compile(
    r"(?:image (?:source|copyright|credit)|bildquelle|source de l.image|copyright de l.image"
    r"|fuente de la imagen)\s*[,:]\s*(?=\S)|credits?\s?(?:…|\.{3})\s?(?=\S)",
    re.IGNORECASE,
)
_UNSAID = re.compile(r"(?<![^\W_])credits?\s?(?:…|\.{3})\s?(?=\S)", re.IGNORECASE)
"""A label that a page hides from the eye and leaves in its text."""

_MARKUP = re.compile(r"<[a-zA-Z/][^<>]*>")


@dataclass(frozen=True, slots=True)
class Words:
    """What stands under a picture."""

    caption: str = ""
    credit: str = ""

    def __bool__(self) -> bool:
        return bool(self.caption or self.credit)

    def over(self, other: "Words") -> "Words":
        """These words, with what they lack from others."""
        return Words(self.caption or other.caption, self.credit or other.credit)


def words_in(element: Element, is_credit: IsCredit) -> Words:
    """Caption and credit line of an element that holds both, or one of them."""
    credits = list(_outermost(element, _says_credit))
    credit = " ".join(filter(None, (text_of(each) for each in credits)))
    left = text_of(element, without=credits)
    caption, cut = _split(left, is_credit, asked=not credit)
    return Words(caption, _cleaned(credit or cut))


def words_around(holder: Element, image: Element, is_credit: IsCredit) -> Words:
    """The words under a picture by the marks of the elements in its holder.

    ``figcaption`` first, else elements that are named like a caption, else attributes.
    """
    captions = list(_outermost(holder, lambda each: each.tag == "figcaption"))
    if not captions:
        captions = list(_outermost(holder, _is_caption))
    found = Words()
    for element in captions:
        if image not in element.iter("img"):
            said = words_in(element, is_credit)
            found = (
                found.over(said)
                if not _more(found, said)
                else Words(f"{found.caption} {said.caption}", found.credit or said.credit)
            )
    inside = {each for element in captions for each in element.iter()}
    outside = [each for each in _outermost(holder, _says_credit) if each not in inside]
    credit = " ".join(filter(None, (text_of(each) for each in outside)))
    found = found.over(Words("", _cleaned(credit)))
    return found.over(_data(holder, image, is_credit))


def text_of(element: Element, without: Iterable[Element] = (), most: int = 1 << 24) -> str:
    """The words of an element as a reader sees them: on one line, without the page's labels.

    Args:
        element: What holds them.
        without: Elements inside whose words are left out.
        most: Characters after which it may stop.
    """
    left_out = set(without)
    parts: list[str] = []
    length = 0
    waiting: list[Element | str] = [element]
    while waiting and length <= most:
        step = waiting.pop()
        if isinstance(step, str):
            parts.append(step[: most + 1])
            length += len(step)
            continue
        if step is not element:
            waiting.append(step.tail or "")
            if step in left_out or is_label(step):
                continue
        gap = " " if step.tag in _BLOCKS else ""
        parts.append(gap + (step.text or "")[: most + 1])
        length += len(step.text or "")
        waiting.append(gap)
        waiting.extend(reversed(step))
    return _SPACE.sub(" ", "".join(parts)).strip(" \t\n")


def _more(found: Words, said: Words) -> bool:
    """Whether a second caption element says more words of the same caption."""
    return bool(found.caption and said.caption and said.caption not in found.caption)


def _split(text: str, is_credit: IsCredit, *, asked: bool) -> tuple[str, str]:
    words = _FURNITURE.sub(" ", text, count=2).strip() if len(text) < 5000 else text
    credit = ""
    if source := _SOURCE.match(words):
        rest = words[source.end() :]
        again = _LEADING.search(rest)
        credit, words = (rest[: again.start()], rest[again.end() :]) if again else (rest, "")
    words = words[lead.end() :] if (lead := _LEADING.match(words)) else words
    if (unsaid := _UNSAID.search(words)) and not credit:
        credit, words = words[unsaid.end() :], words[: unsaid.start()]
    if credit or not asked:
        return words.strip(), credit
    return cut_credit(words, is_credit)


def _cleaned(credit: str) -> str:
    text = credit.strip().strip("|•·").strip()
    text = text[match.end() :] if (match := _SOURCE.match(text)) else text
    return without_brackets(text)


def _data(holder: Element, image: Element, is_credit: IsCredit) -> Words:
    """What attributes of the picture, its link and its holder say."""
    found = Words()
    chain: list[Element] = [image]
    for each in image.iterancestors():
        if each is holder:
            break
        chain.append(each)
    for element in (*chain, holder):
        said = (element.get(key) or "" for key in _CREDIT_DATA)
        credit = next((_plain(text) for text in said if text.strip()), "")
        told = (element.get(key) or "" for key in _CAPTION_DATA)
        caption = next((_plain(text) for text in told if text.strip()), "")
        caption, cut = _split(caption, is_credit, asked=not credit)
        found = found.over(Words(caption, _cleaned(credit or cut)))
    return found


def _plain(value: str) -> str:
    """Words of an attribute, which may hold mark-up."""
    return _SPACE.sub(" ", _MARKUP.sub(" ", value[:20_000])).strip()


def _outermost(element: Element, wanted: Callable[[Element], bool]) -> Iterator[Element]:
    waiting = list(reversed(element))
    while waiting:
        each = waiting.pop()
        if not isinstance(each.tag, str) or is_label(each):
            continue
        if wanted(each):
            yield each
        else:
            waiting.extend(reversed(each))


def _says_credit(element: Element) -> bool:
    prop = (element.get("itemprop") or "").lower()
    words = words_of(element)
    if element.tag == "figcaption" or not (prop in _CREDIT_PROPS or _CREDIT.intersection(words)):
        return element.tag == "cite"
    return prop in _CREDIT_PROPS or not _PLAIN_CAPTION.intersection(words[-1:])


def _is_caption(element: Element) -> bool:
    if (element.get("itemprop") or "").lower() in _CAPTION_PROPS:
        return True
    words = words_of(element)
    return bool(_CAPTION.intersection(words)) and not _CREDIT.intersection(words[-1:])
