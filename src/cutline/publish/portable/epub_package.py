"""What an electronic book says of itself: package document, navigation, container.

Sources: W3C, EPUB 3.3, clauses 5 and 7; EPUB Accessibility 1.1, clause 3.2 (what a reader must
be able to find out before reading); MARC relators for who did what.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from xml.etree.ElementTree import Element

from cutline.model import Edition
from cutline.publish.dates import truncated, written_at
from cutline.publish.exports.told import Told, story_id
from cutline.publish.feeds.xml import add, document, root, said
from cutline.publish.language import Tongue
from cutline.publish.plan import Plan
from cutline.publish.portable.epub_pages import STORY, Heading
from cutline.publish.structured import address, author, changed, section, title

_NAMES = {
    "": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_FEATURES = ("displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents")
_XHTML = {"": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the book.

    Attributes:
        path: Where it lies, beside the package document.
        media_type: What it is.
        read: True for a page.
        aside: True for a page that a reader comes to by a link alone.
        cover: True for the picture that stands for the book on a shelf.
    """

    path: str
    media_type: str
    read: bool = False
    aside: bool = False
    cover: bool = False


def container(package: str) -> bytes:
    """Where the package document lies."""
    names = {"": "urn:oasis:names:tc:opendocument:xmlns:container"}
    tree = root("container", names, version="1.0")
    files = add(tree, "rootfiles")
    kind = {"full-path": package, "media-type": "application/oebps-package+xml"}
    add(files, "rootfile", **kind)
    return document(tree)


def package(
    edition: Edition, pictures: Sequence[Told], language: Tongue, resources: Sequence[Resource]
) -> bytes:
    """The package document."""
    tree = root(
        "package",
        _NAMES,
        version="3.0",
        xml_lang=language.tag,
        dir=language.direction,
        **{"unique-identifier": "id"},
    )
    about = add(tree, "metadata")
    _what(about, edition, language)
    _who(about, edition, pictures, language)
    _accessible(about, pictures)
    manifest = add(tree, "manifest")
    nav = {"href": "nav.xhtml", "media-type": "application/xhtml+xml", "properties": "nav"}
    add(manifest, "item", id="nav", **nav)
    spine = add(tree, "spine", **{"page-progression-direction": language.direction})
    for number, each in enumerate(resources, 1):
        more = {"properties": "cover-image"} if each.cover else {}
        kind = {"media-type": each.media_type, **more}
        add(manifest, "item", id=f"file-{number}", href=each.path, **kind)
        if each.read:
            aside = {"linear": "no"} if each.aside else {}
            add(spine, "itemref", idref=f"file-{number}", **aside)
    return document(tree)


def navigation(
    edition: Edition, plan: Plan, language: Tongue, headings: Sequence[Heading]
) -> bytes:
    """The table of contents: the story, its headings, and each photograph by its alt text."""
    tree = root("html", _XHTML, lang=language.tag, xml_lang=language.tag, dir=language.direction)
    add(add(tree, "head"), "title", title(edition))
    body = add(tree, "body")
    contents = add(body, "nav", id="toc", epub_type="toc")
    story = add(add(contents, "ol"), "li")
    add(story, "a", title(edition), href=STORY)
    _outline(story, headings)
    if plan.pictures:
        listed = add(body, "nav", id="photographs", epub_type="loi")
        spoken = {"lang": language.spoken, "xml_lang": language.spoken}
        add(listed, "h2", language.say("viewer"), **spoken)
        entries = add(listed, "ol")
        for each in plan.pictures:
            named = each.picture.alt.strip() or language.say("photograph", n=each.number)
            add(add(entries, "li"), "a", named, href=f"{STORY}#photo-{each.number}")
    return document(tree)


def _outline(story: Element, headings: Sequence[Heading]) -> None:
    """The headings below the story, each below the one that it belongs to."""
    path = [(1, story)]
    for each in headings:
        while path[-1][0] >= each.level:
            path.pop()
        above = path[-1][1]
        listed = above.find("ol")
        item = add(add(above, "ol") if listed is None else listed, "li")
        add(item, "a", each.text, href=f"{STORY}#{each.anchor}")
        path.append((each.level, item))


def _what(about: Element, edition: Edition, language: Tongue) -> None:
    add(about, "dc:identifier", story_id(edition), id="id")
    add(about, "dc:title", title(edition))
    add(about, "dc:language", language.tag)
    add(about, "meta", _instant(changed(edition)), property="dcterms:modified")
    said(about, "dc:date", truncated(edition.story.published.text))
    said(about, "dc:description", edition.story.standfirst.text)
    said(about, "dc:publisher", edition.house.publication)
    said(about, "dc:subject", section(edition))
    said(about, "dc:source", address(edition))


def _instant(written: str) -> str:
    """The last change in the one form that is allowed, which is UTC (clause 5.5.4).

    A day, or a time without an offset, stands as it was written.
    """
    when = written_at(written)
    if when is None:
        raise ValueError(f"no date: {written!r}")
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"


def _who(about: Element, edition: Edition, pictures: Sequence[Told], language: Tongue) -> None:
    """Who wrote it, who took each photograph, and whose they are."""
    roles: dict[str, list[str]] = {}
    if writer := author(edition, language):
        roles[writer] = ["aut"]
    for name in dict.fromkeys(name for each in pictures for name in each.creators):
        roles.setdefault(name, []).append("pht")
    for number, (name, held) in enumerate(roles.items(), 1):
        add(about, "dc:creator", name, id=f"creator-{number}")
        for role in held:
            refined = {"refines": f"#creator-{number}", "property": "role"}
            add(about, "meta", role, **refined, scheme="marc:relators")
    stamps = [each.stamp for each in pictures]
    notices = (text for each in stamps for text in (each.copyright_notice, each.usage_terms))
    for notice in dict.fromkeys(notices):
        said(about, "dc:rights", notice)


def _accessible(about: Element, pictures: Sequence[Told]) -> None:
    """What a person needs, to read it: nothing moves, flashes or sounds in photographs."""
    placed = (each.printed.picture for each in pictures)
    described = all(each.alt or each.placement.decorative for each in placed)
    facts = [
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if pictures else ()),
        ("accessModeSufficient", "textual,visual"),
        *([("accessModeSufficient", "textual")] if described else ()),
        *([("accessibilityFeature", "alternativeText")] if pictures and described else ()),
        *(("accessibilityFeature", name) for name in _FEATURES),
        ("accessibilityHazard", "none"),
    ]
    for name, value in facts:
        add(about, "meta", value, property=f"schema:{name}")
