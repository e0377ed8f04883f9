"""A page's story in order: its photographs with their words, and the text between them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cutline.model import Block
from cutline.wire.gallery.credits import cut_credit
from cutline.wire.page.captions import Words, text_of, words_around, words_in
from cutline.wire.page.pictures import addresses, alt_of, counts, likeness
from cutline.wire.page.sift import is_apart, within, words_of
from cutline.wire.page.tree import Element
from cutline.wire.received import IsCredit, Notes, Picture, passage

_CAPTIONS = frozenset(("caption", "captions", "credit", "legend", "cutline"))
_TOPS = frozenset(("body", "main", "article", "html"))
_ITEM = frozenset(
    """slide slides item photo image picture figure media carousel gallery card entry caption
    swiper slick frame""".split()
)
_HEADINGS = {"h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = frozenset(
    "p div ul ol li h1 h2 h3 h4 h5 h6 section article table figure blockquote header dl"
    " main".split()
)
_OTHERS = frozenset(("figure", "table", "pre"))
_SHORTEST_TEXT = 40
_LONGEST_CAPTION = 3000
_MOST_COPIES = 6
"""Copies of one picture in one place: for lazy loading, for noscript, for a lightbox …"""

_MOST_ON_CARD = 4
"""Pictures on the card of another story: its own, the face of its author …"""

_IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff")


@dataclass(slots=True)
class Seen:
    """A photograph and the elements that are its own.

    Attributes:
        image: Its ``img``.
        holder: The element that holds the picture and its words.
        key: What the addresses of all its sizes have in common.
        picture: What becomes of it.
    """

    image: Element
    holder: Element
    key: str
    picture: Picture


class Flow:
    """Reads the photographs and the text of a story's root element."""

    def __init__(self, root: Element, is_credit: IsCredit, notes: Notes) -> None:
        self._root, self._is_credit, self._notes = root, is_credit, notes
        self._elements = list(within(root))
        images = [each for each in self._elements if each.tag == "img"]
        self._around = Counter(each for image in images for each in image.iterancestors())
        self._images = [each for each in images if self._taken(each)]
        self._below = self._counted()
        self._used: set[Element] = set()
        self._by_key: dict[str, list[Seen]] = {}
        self._by_holder: dict[Element, Seen] = {}
        self.seen: list[Seen] = []
        for image in self._images:
            self._see(image)
        self._lists()
        self._left_out()

    def blocks(self, without: set[Element]) -> Iterator[Block | Picture]:
        """Photographs and text in page order.

        Args:
            without: Elements whose words stand above the story already.
        """
        held: dict[Element, list[Picture]] = {}
        for seen in self.seen:
            held.setdefault(seen.holder, []).append(seen.picture)
        told: set[Element] = {*without, *self._used}
        kept = set(self._elements)
        waiting = [self._root]
        while waiting:
            element = waiting.pop()
            if element not in kept or element in told:
                continue
            if element in held:
                yield from held[element]
                continue
            block = self._block(element)
            if block is not None:
                yield block
            else:
                waiting.extend(reversed(element))

    def _taken(self, image: Element) -> bool:
        """Whether an image is a photograph of this story, not of the page or of another story."""
        if not addresses(image) and any(map(_is_bare, image.iterancestors("figure"))):
            self._notes.add("left out a captioned picture whose page holds no address of a file")
            return False
        if not counts(image):
            return False
        for each in image.iterancestors():
            if each is self._root or (each.tag == "figure" and _has_caption(each)):
                return True
            if each.tag == "a" and self._leads_away(each):
                self._notes.add("left out the picture of a link to another page")
                return False
        return True

    def _address(self, image: Element) -> str:
        """The best address of a picture: the large one that it links to, else its own best."""
        for each in image.iterancestors("a"):
            address = (each.get("href") or "").strip()
            if address.partition("?")[0].lower().endswith(_IMAGES):
                return address
        return addresses(image)[0]

    def _leads_away(self, link: Element) -> bool:
        """Whether a link round a picture is the teaser of another story."""
        address = (link.get("href") or "").partition("?")[0].lower()
        if not address or address.startswith("#") or address.endswith(_IMAGES):
            return False
        titled = any(each.tag in _HEADINGS or each.tag == "h1" for each in link.iter())
        if titled or len(text_of(link).split()) > 3:
            return True
        card = next(
            (each for each in link.iterancestors() if each.tag in ("li", "article", "div")), link
        )
        if self._around[card] > _MOST_ON_CARD:
            return False
        named = any(each.tag in _HEADINGS for each in card.iter())
        again = sum(each.get("href") == link.get("href") for each in card.iter("a")) > 1
        return named and again and card is not self._root

    def _key(self, image: Element) -> str:
        return likeness(addresses(image)[0])

    def _counted(self) -> dict[Element, int]:
        """How many photographs are in each element, one in several sizes counted once."""
        keys: dict[Element, set[str]] = {}
        for image in self._images:
            key = self._key(image)
            for each in (image, *image.iterancestors()):
                keys.setdefault(each, set()).add(key)
                if each is self._root:
                    break
        return {element: len(found) for element, found in keys.items()}

    def _see(self, image: Element) -> None:
        address, key, holder = self._address(image), self._key(image), self._holder(image)
        words = words_around(holder, image, self._is_credit) if holder is not image else Words()
        if not words:
            words = self._unmarked(holder)
        alt = alt_of(image)
        for seen in self._by_key.get(key, ()):
            if _same(seen.picture, alt, words):
                self._again(seen, holder, alt, words)
                return
        shared = self._by_holder.get(holder)
        if shared is not None and words.caption == shared.picture.caption:
            self._notes.add("pictures that share one caption: it was given to the first of them")
            words = Words("", words.credit)
        fresh = Seen(image, holder, key, Picture(address, alt, words.caption, words.credit))
        self.seen.append(fresh)
        self._by_key.setdefault(key, []).append(fresh)
        self._by_holder.setdefault(holder, fresh)

    def _again(self, seen: Seen, holder: Element, alt: str, words: Words) -> None:
        """Take what a further copy of a picture says and the first did not."""
        seen.picture.alt = seen.picture.alt or alt
        merged = Words(seen.picture.caption, seen.picture.credit).over(words)
        seen.picture.caption, seen.picture.credit = merged.caption, merged.credit
        if holder is not seen.holder and holder not in seen.image.iterancestors():
            self._used.add(holder)

    def _holder(self, image: Element) -> Element:
        """The largest element round a picture that holds its words and no other photograph."""
        holder = image
        for each in image.iterancestors():
            if each is self._root or each.tag in _TOPS:
                break
            if each.tag == "figure":
                holder = each
                if _has_caption(each) or self._around[each] > _MOST_COPIES:
                    break
                continue
            many = self._below.get(each, 0) > 1 or self._around[each] > _MOST_COPIES
            if many or self._has_text(each):
                break
            holder = each
        return holder

    def _has_text(self, element: Element) -> bool:
        """Whether there is body text in an element: more than a caption has."""
        plain = [
            each
            for each in element.iter("p", "h1", "h2")
            if not _marked(each, element) and len(text_of(each, most=400)) > _SHORTEST_TEXT
        ]
        return len(plain) > 2 or any(each.tag == "h1" for each in plain)

    def _unmarked(self, holder: Element) -> Words:
        """Words under a picture that nothing marks as a caption but their place."""
        item = holder.tag in ("li", "figure", "dd", "td") or _ITEM.intersection(words_of(holder))
        said = text_of(holder, most=2 * _LONGEST_CAPTION)
        short = 0 < len(said) <= _LONGEST_CAPTION
        if short and (item or cut_credit(said, self._is_credit)[1]):
            return words_in(holder, self._is_credit)
        after = holder.getnext()
        if said or after is None or after in self._used or is_apart(after):
            return Words()
        said = text_of(after, most=2 * _LONGEST_CAPTION)
        pictured = self._below.get(after, 0) > 0
        if not said or pictured or len(said) > _LONGEST_CAPTION or after.tag in _HEADINGS:
            return Words()
        marked = _CAPTIONS.intersection(words_of(after))
        if marked or _light(after) or cut_credit(said, self._is_credit)[1]:
            self._used.add(after)
            return words_in(after, self._is_credit)
        return Words()

    def _lists(self) -> None:
        """Give captions that stand in a list of their own to the pictures without words."""
        bare = [seen for seen in self.seen if not (seen.picture.caption or seen.picture.credit)]
        if not bare:
            return
        for element in self._elements:
            rows = [each for each in element if isinstance(each.tag, str)]
            if (
                len(rows) != len(bare)
                or self._below.get(element, 0)
                or not self._captions(element, rows)
            ):
                continue
            for seen, row in zip(bare, rows, strict=True):
                words = words_in(row, self._is_credit)
                seen.picture.caption, seen.picture.credit = words.caption, words.credit
            self._used.add(element)
            return

    def _left_out(self) -> None:
        """Say what of the story is neither a photograph nor text that a story can hold."""
        for each in self._elements:
            if each not in self._used and (said := _other(each)):
                self._notes.add(f"left out {said}")
        kept = set(self._elements)
        for film in self._root.iter("video", "audio"):
            inside = film.getparent() in kept
            if inside and next(film.iterancestors("figure"), None) is None:
                self._notes.add("left out a film or a sound")

    def _captions(self, element: Element, rows: list[Element]) -> bool:
        marks = {"caption", "captions", "legend", "legends"}
        named = bool(marks.intersection(words_of(element)))
        marked = all(marks.intersection(words_of(row)) for row in rows)
        listed = element.tag in ("ul", "ol", "dl")
        if marked or not listed:
            return marked
        said = (text_of(row, most=2 * _LONGEST_CAPTION) for row in rows)
        credited = sum(bool(cut_credit(text, self._is_credit)[1]) for text in said)
        return named or 2 * credited > len(rows)

    def _block(self, element: Element) -> Block | None:
        """A block of body text; None for an element that only holds others."""
        tag = element.tag
        if self._below.get(element, 0) or tag == "h1":
            return None
        if tag in ("ul", "ol") and (items := self._items(element)):
            return Block("list", children=tuple(items))
        if tag == "blockquote" and (words := text_of(element)):
            return Block("quote", children=(Block("paragraph", passage(words)),))
        if tag in _HEADINGS and (words := text_of(element)):
            return Block("heading", passage(words), _HEADINGS[str(tag)])
        leaf = not any(each.tag in _BLOCKS for each in element.iterdescendants())
        if tag == "p" or (tag in ("div", "section") and leaf):
            words = "" if _is_day(element) else text_of(element)
            enough = words and (tag == "p" or len(words) >= _SHORTEST_TEXT)
            return Block("paragraph", passage(words)) if enough else None
        return None

    def _items(self, element: Element) -> Iterator[Block]:
        for row in element:
            if row.tag == "li" and (words := text_of(row)):
                yield Block("item", children=(Block("paragraph", passage(words)),))


def _same(picture: Picture, alt: str, words: Words) -> bool:
    """Whether what is said of two pictures may be said of one."""
    alts = not alt or not picture.alt or alt == picture.alt
    captions = not words.caption or not picture.caption or words.caption == picture.caption
    return alts and captions


def _is_bare(figure: Element) -> bool:
    """Whether a captioned figure has no picture with an address, in whatever way."""
    return _has_caption(figure) and not any(addresses(each) for each in figure.iter("img"))


def _other(element: Element) -> str:
    """What an element holds that no story does; empty for what is read, or holds no words."""
    if element.tag not in _OTHERS:
        return ""
    inside = {each.tag for each in element.iterdescendants()}
    if element.tag == "figure" and inside.isdisjoint(("img", "table", "pre", "blockquote", "p")):
        said = text_of(element, most=_SHORTEST_TEXT)
        return "a figure that holds a film, a chart or the like" if said else ""
    if element.tag in ("table", "pre") and inside.isdisjoint(("img", "p", "li")):
        said = text_of(element, most=_SHORTEST_TEXT)
        return "a table, or text that is set as it was typed" if said else ""
    return ""


def _has_caption(figure: Element) -> bool:
    return any(True for _ in figure.iter("figcaption"))


def _marked(element: Element, top: Element) -> bool:
    """Whether an element inside ``top`` is, or lies in, one that is named like a caption."""
    marks = {"caption", "captions", "credit", "credits", "description", "legend", "text"}
    for each in (element, *element.iterancestors()):
        if each is top:
            return False
        if each.tag in ("figcaption", "li") or marks.intersection(words_of(each)):
            return True
    return False


def _is_day(element: Element) -> bool:
    """Whether a paragraph is the day of publishing alone."""
    day = next(element.iter("time"), None)
    return day is not None and text_of(day) == text_of(element)


def _light(element: Element) -> bool:
    """Whether all words of a paragraph are set lightly, as captions are."""
    inner = [each for each in element if isinstance(each.tag, str)]
    bare = (element.text or "").strip() or any((each.tail or "").strip() for each in inner)
    return (
        not bare and bool(inner) and all(each.tag in ("em", "i", "small", "cite") for each in inner)
    )
