"""NewsML-G2 2.35: a message with the package, its text and its photographs in order.

The order of elements is the schema's. Codes are of the IPTC's own catalogue, which nobody needs
to fetch: they are those of every NewsML-G2 reader. Addresses of pictures are relative to the
file where the site does not know its own. Source: IPTC NewsML-G2 2.35, conformance power.
"""

from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from cutline.model import Edition
from cutline.publish.dates import local, rfc3339
from cutline.publish.exports.told import Told, story_id, told, version
from cutline.publish.feeds.values import urn
from cutline.publish.feeds.xml import add, document, legal, root, said
from cutline.publish.language import tongue
from cutline.publish.plan import Plan, Rendition
from cutline.publish.structured import address, author, changed, title

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_CATALOGUE = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
_ITEM = "application/vnd.iptc.g2.newsitem+xml"
_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def newsml(edition: Edition, plan: Plan) -> bytes:
    """Write the story as one message; the story must say when it was published."""
    pictures, text = told(edition, plan), urn(story_id(edition), "text")
    message = root("newsMessage", {"": NAMESPACE}, xml_lang=edition.story.language)
    header = add(message, "header")
    add(header, "sent", rfc3339(changed(edition)))
    said(header, "sender", edition.house.publication)
    items = add(message, "itemSet")
    _package(items, edition, text, pictures)
    _text(items, edition, text)
    for each in pictures:
        _picture(items, edition, each)
    return document(message)


def _item(parent: Element, tag: str, guid: str, edition: Edition) -> Element:
    item = add(
        parent,
        tag,
        guid=guid,
        version=version(edition),
        standard="NewsML-G2",
        standardversion="2.35",
        conformance="power",
        xml_lang=edition.story.language,
    )
    add(item, "catalogRef", href=_CATALOGUE)
    return item


def _meta(item: Element, edition: Edition, kind: str, name: str, note: str = "") -> None:
    when = rfc3339(edition.story.published.text)
    meta = add(item, "itemMeta")
    add(meta, "itemClass", qcode=f"ninat:{kind}")
    _party(meta, "provider", edition.house.publication)
    add(meta, "versionCreated", rfc3339(changed(edition)))
    add(meta, "firstCreated", when)
    add(meta, "pubStatus", qcode="stat:usable")
    said(meta, "title", name)
    said(meta, "edNote", note)


def _party(parent: Element, tag: str, name: str, **attributes: str) -> None:
    """A party without a code: its name stands for one."""
    line = _line(name)
    said(add(parent, tag, literal=line or "–", **attributes), "name", line)


def _line(words: str) -> str:
    """Names and credits are of one line in the schema."""
    return " ".join(legal(words).split())


def _content(item: Element, edition: Edition) -> None:
    """What package and text say of the story."""
    story = edition.story
    content = add(item, "contentMeta")
    by = author(edition, tongue(story.language))
    if legal(by).strip():
        _party(content, "creator", by, role="crol:author")
    add(content, "language", tag=story.language)
    said(content, "slugline", edition.slug)
    said(content, "headline", title(edition))
    said(content, "description", story.standfirst.text, role="drol:summary")


def _package(parent: Element, edition: Edition, text: str, pictures: tuple[Told, ...]) -> None:
    item = _item(parent, "packageItem", story_id(edition), edition)
    _meta(item, edition, "composite", title(edition))
    _content(item, edition)
    groups = add(item, "groupSet", root="story")
    number = version(edition)
    group = add(groups, "group", id="story", role="group:main", mode="pgrmod:seq")
    _ref(group, text, number, "text", title(edition))
    for each in pictures:
        _caption(_ref(group, each.id, number, "picture", each.printed.picture.credit), each)


def _ref(group: Element, guid: str, number: str, kind: str, name: str) -> Element:
    ref = add(group, "itemRef", residref=guid, version=number, contenttype=_ITEM)
    add(ref, "itemClass", qcode=f"ninat:{kind}")
    add(ref, "pubStatus", qcode="stat:usable")
    said(ref, "title", name)
    return ref


def _caption(parent: Element, each: Told) -> None:
    own = {"xml_lang": each.caption_language} if each.caption_language else {}
    said(parent, "description", each.printed.picture.caption.text, role="drol:caption", **own)


def _text(parent: Element, edition: Edition, guid: str) -> None:
    words = "\n\n".join(passage.text for passage in edition.story.body)
    item = _item(parent, "newsItem", guid, edition)
    _meta(item, edition, "text", title(edition))
    _content(item, edition)
    if legal(words).strip():
        add(add(item, "contentSet"), "inlineData", words, contenttype="text/plain")


def _picture(parent: Element, edition: Edition, each: Told) -> None:
    picture, stamp = each.printed.picture, each.stamp
    item = _item(parent, "newsItem", each.id, edition)
    if stamp.copyright_notice or stamp.usage_terms or each.licence:
        rights = add(item, "rightsInfo")
        said(rights, "copyrightNotice", stamp.copyright_notice)
        said(rights, "usageTerms", stamp.usage_terms)
        if each.licence:
            add(rights, "link", rel="irel:seeAlso", href=each.licence)
    _meta(item, edition, "picture", "", each.warning)
    content = add(item, "contentMeta")
    said(content, "contentCreated", local(each.taken))
    code = stamp.digital_source_type.rpartition("/")
    if f"{code[0]}/".replace("https:", "http:") == _SOURCE_TYPES:
        add(content, "digitalSourceType", uri=f"{_SOURCE_TYPES}{code[2]}")
    for name in each.creators:
        if legal(name).strip():
            _party(content, "creator", name, role="crol:photog")
    said(content, "creditline", _line(picture.credit))
    add(content, "language", tag=edition.story.language)
    _caption(content, each)
    said(content, "description", picture.alt, role="drol:altText")
    files = add(item, "contentSet")
    for one in each.printed.jpeg:
        _file(files, one, each, address(edition))


def _file(files: Element, one: Rendition, each: Told, base: str) -> None:
    recipe = one.recipe
    largest = one is each.printed.largest
    add(
        files,
        "remoteContent",
        rendition="rnd:highRes" if largest else "rnd:web",
        href=urljoin(base, one.path),
        contenttype="image/jpeg",
        width=str(recipe.width),
        height=str(recipe.height),
        colourspace="colsp:sRGB",
    )
