"""The pages of an electronic book: the story, and one more for each covered photograph.

A covered photograph is on a page of its own, which lies beside the order of reading: a link
leads there and one leads back. Every reader can do that; few can open and close a cover.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree, html

from cutline.model import Edition, Passage
from cutline.publish.feeds.xml import legal
from cutline.publish.language import Tongue, foreign
from cutline.publish.page import words_of
from cutline.publish.plan import Plan, Printed, Rendition
from cutline.publish.templating import templates
from cutline.publish.words import steady

STORY = "story.xhtml"
STYLE = "style.css"

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text.

    Attributes:
        level: 2..6.
        anchor: Its place in the page.
        text: Its words.
    """

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A photograph as the templates of the book print it."""

    number: int
    src: str
    width: int
    height: int
    alt: str
    place: str
    caption: Passage | None
    credit: str
    lang: str
    dir: str
    covered: bool
    reason: str
    aside: str


def aside(number: int) -> str:
    """The page of a covered photograph."""
    return f"photograph-{number}.xhtml"


def pages(
    edition: Edition, plan: Plan, shown: Mapping[int, Rendition], language: Tongue
) -> tuple[dict[str, bytes], tuple[Heading, ...]]:
    """Print the pages.

    Args:
        edition: What is printed.
        plan: Its photographs.
        shown: The picture of each, by its number.
        language: The language of the story.

    Returns:
        The pages by name, the story first, and its headings.
    """
    figures = [_figure(each, shown[each.number], plan, language) for each in plan.pictures]
    values = {
        **words_of(edition, language),
        "tongue": language,
        "photographs": len(figures),
        "rows": tuple(_rows(plan, figures)),
    }
    tree = _printed("book.html.j2", values)
    headings = tuple(_headings(tree))
    made = {STORY: _xhtml(tree)}
    for each in figures:
        if each.covered:
            alone = {**values, "figure": each, "photographs": 0}  # no place of the story is here
            made[each.aside] = _xhtml(_printed("aside.html.j2", alone))
    return made, headings


def _rows(plan: Plan, figures: list[Figure]) -> Iterator[object]:
    """Blocks and photographs one below the other, in the order of the page."""
    blocks = iter(steady(tuple(row.block for row in plan.rows if row.block is not None)))
    printed = iter(figures)
    for row in plan.rows:
        if row.block is not None:
            yield {"block": next(blocks)}
        for _ in row.slots:
            yield {"figure": next(printed)}


def _figure(printed: Printed, rendition: Rendition, plan: Plan, language: Tongue) -> Figure:
    picture, total = printed.picture, len(plan.pictures)
    lang, direction = foreign(picture, language)
    return Figure(
        number=printed.number,
        src=rendition.path,
        width=rendition.recipe.width,
        height=rendition.recipe.height,
        alt=picture.alt,
        place=f"{printed.number} / {total}" if total > 1 else "",
        caption=picture.caption if picture.caption.text else None,
        credit=picture.credit,
        lang=lang,
        dir=direction,
        covered=printed.covered,
        reason=picture.placement.sensitive or "",
        aside=aside(printed.number),
    )


def _printed(template: str, values: Mapping[str, object]) -> html.HtmlElement:
    text = legal(templates().get_template(template).render(values))
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    return html.document_fromstring(text.encode(), parser=parser)


def _headings(tree: html.HtmlElement) -> Iterator[Heading]:
    """The headings below the story's own, each of which is given a place."""
    found = (each for each in tree.iter("h2", "h3", "h4", "h5", "h6"))
    for number, each in enumerate(found, 1):
        text = " ".join(each.text_content().split())
        if text:
            each.set("id", f"part-{number}")
            yield Heading(int(each.tag[1]), f"part-{number}", text)


def _xhtml(tree: html.HtmlElement) -> bytes:
    """What was read as HTML, as XML: well-formed whatever words are in it."""
    for each in tree.iter():
        if isinstance(each.tag, str) and (lang := each.get("lang")):
            each.set(_XML_LANG, lang)
    tree.set("xmlns", html.XHTML_NAMESPACE)
    made: bytes = etree.tostring(
        tree, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>"
    )
    return made + b"\n"
