"""NewsML-G2: a picture, a text, a package of both, and the message that carries them.

Catalogues are never fetched: of a qcode only what stands behind the colon is read.
Source: IPTC NewsML-G2 2.35.
"""

import re
from collections.abc import Iterator

from lxml import etree

from cutline.model import ReadError, Value
from cutline.wire.dispatch import PICTURES, Dispatch, kept, story_of, with_status
from cutline.wire.markup import paragraphs_of
from cutline.wire.received import MOST_BYTES, Notes, Received

_ITEMS = ("newsItem", "packageItem")
_OTHERS = {
    "NewsML": "NewsML 1",
    "nitf": "a NITF article",
    "conceptItem": "a NewsML-G2 concept",
    "knowledgeItem": "a NewsML-G2 list of concepts",
    "planningItem": "a NewsML-G2 plan",
    "catalogItem": "a NewsML-G2 catalogue",
    "catalog": "a NewsML-G2 catalogue",
    "schema": "an XML Schema",
    "rss": "an RSS feed",
    "feed": "an Atom feed",
    "xmpmeta": "an XMP sidecar",
}
_INSTEAD = "cutline reads NewsML-G2 and ninjs; ask the agency for one of them"
_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_THUMBS = ("thumb", "thumbnail", "icon")


def read_newsml(raw: bytes, name: str, language: str) -> Received:
    """Read a NewsML-G2 item or message.

    Args:
        raw: The file's bytes.
        name: What to call it in messages.
        language: BCP 47 tag where the item does not say.

    Raises:
        ReadError: it is not NewsML-G2, is not safe to read, or holds no picture and no text.
    """
    notes = Notes()
    root = _parsed(raw, name)
    kind = _local(root)
    if kind in _OTHERS:
        raise ReadError(f"{name} is {_OTHERS[kind]}", _INSTEAD)
    items = [each for each in root.iter() if _local(each) in _ITEMS]
    if not items:
        raise ReadError(f"{name} is XML ({kind[:40]}) without a news item in it", _INSTEAD)
    read = {each.get("guid") or str(number): _item(each) for number, each in enumerate(items)}
    packages = [each for each in items if _local(each) == "packageItem"]
    whole = _package(packages[0], read, notes) if packages else None
    if whole is None:
        first, *rest = read.values()
        whole = first if not rest else Dispatch("composite", parts=[first, *rest])
    return story_of(whole, name, language, notes)


def _parsed(raw: bytes, name: str) -> etree._Element:
    """The root, by the rules for XML from strangers: no document type, nothing fetched."""
    if len(raw) > MOST_BYTES:
        raise ReadError(f"{name} has more than {MOST_BYTES >> 20} MB", "this is not one item")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw[2:].decode("utf-16-le" if raw[:1] == b"\xff" else "utf-16-be", "replace")
        raw = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text, count=1).encode("utf-8", "replace")
    if _ENTITIES.search(raw):
        raise ReadError(f"{name} has a document type, which is refused", "send it without DOCTYPE")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(raw.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        raise ReadError(f"{name} is not XML that can be read: {said}", "ask for it again") from None
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hides it
        raise ReadError(f"{name} has a document type, which is refused", "send it without DOCTYPE")
    return root


def _item(item: etree._Element) -> Dispatch:
    kind = _qcode(_first(item, "itemClass")) or "text"
    rights, meta, content = (
        _child(item, part) for part in ("rightsInfo", "itemMeta", "contentMeta")
    )
    headline = _said(content, "headline") or _said(meta, "title")
    picture = kind in PICTURES
    version = _said(meta, "versionCreated")
    return Dispatch(
        kind,
        item.get("guid") or "",
        headline,
        "" if picture else _by_role(content, "description", "summary"),
        _said(content, "by") or ", ".join(_names(content, "creator")),
        version[:10],
        _language(item, content),
        _address(item) if picture else "",
        _values(rights, meta, content, headline) if picture else {},
        [] if picture else list(_body(item)),
        terms="" if picture else with_status("", *_status(meta)),
        told="" if picture else " · ".join((*_notes(meta, content), *_all(rights, "usageTerms"))),
    )


def _status(meta: etree._Element | None) -> tuple[str, str | None]:
    """Whether an item may run, and its embargo: empty for an open one, None for none."""
    embargoed = _child(meta, "embargoed")
    until = None if embargoed is None else _words(embargoed)
    signals = [_qcode(each) for each in _children(meta, "signal")]
    return "canceled" if "kill" in signals else _qcode(_child(meta, "pubStatus")), until


def _notes(meta: etree._Element | None, content: etree._Element | None) -> list[str]:
    return [*_all(meta, "edNote"), *_all(content, "edNote")]


def _values(
    rights: etree._Element | None,
    meta: etree._Element | None,
    content: etree._Element | None,
    headline: str,
) -> dict[str, Value]:
    """A picture's metadata as IPTC properties; each from its own place and no other."""
    values: dict[str, Value] = {
        "creatorNames": tuple(_names(content, "creator")),
        "creditLine": _said(content, "creditline"),
        "source": next(iter(_names(content, "infoSource")), ""),
        "copyrightNotice": _said(rights, "copyrightNotice"),
        "usageTerms": " ".join(_all(rights, "usageTerms")),
        "instructions": with_status("\n".join(_notes(meta, content)), *_status(meta)),
        "dateCreated": _said(content, "contentCreated"),
        "headline": headline,
        "description": _by_role(content, "description", "caption") or _said(content, "description"),
        "altTextAccessibility": _alt(content),
        "digitalSourceType": _type(_child(content, "digitalSourceType")),
    }
    return kept(values)


def _package(package: etree._Element, read: dict[str, Dispatch], notes: Notes) -> Dispatch:
    """The items of a package in the order of its groups, then what came with it unnamed."""
    whole = _item(package)
    whole.kind = "composite"
    named: list[str] = []
    for reference in _ordered(package):
        guid = reference.get("residref") or reference.get("href") or ""
        named.append(guid)
        whole.parts.append(read.get(guid) or _hinted(reference, guid, notes))
    own = package.get("guid")
    whole.parts += [item for guid, item in read.items() if guid not in named and guid != own]
    return whole


def _ordered(package: etree._Element) -> Iterator[etree._Element]:
    """The item references, group by group from the root group on."""
    groups = {each.get("id"): each for each in package.iter() if _local(each) == "group"}
    sets = (each for each in package.iter() if _local(each) == "groupSet")
    start = next((each.get("root") for each in sets), None)
    waiting = [groups[start]] if start in groups else list(groups.values())
    seen: set[str | None] = set()
    while waiting:
        group = waiting.pop(0)
        if group.get("id") in seen:
            continue
        seen.add(group.get("id"))
        inner = []
        for each in group:
            if _local(each) == "itemRef":
                yield each
            elif _local(each) == "groupRef" and each.get("idref") in groups:
                inner.append(groups[each.get("idref")])
        waiting[:0] = inner


def _hinted(reference: etree._Element, guid: str, notes: Notes) -> Dispatch:
    """An item that a package names and does not hold, from the hints that stand with its name."""
    kind = _qcode(_child(reference, "itemClass")) or "text"
    title = _said(reference, "headline") or _said(reference, "title")
    if kind not in PICTURES:
        return Dispatch(kind, guid, title)
    notes.add("a picture is only named, not enclosed: its metadata is not known")
    caption = _by_role(reference, "description", "caption") or _said(reference, "description")
    values: dict[str, Value] = {
        "headline": title,
        "description": caption,
        "creditLine": _said(reference, "creditline"),
    }
    return Dispatch(kind, guid, title, address=reference.get("href") or "", values=kept(values))


def _body(item: etree._Element) -> Iterator[str]:
    content = _child(item, "contentSet")
    for each in content if content is not None else ():
        if _local(each) == "inlineXML":
            blocks = [one for one in each.iter() if _local(one) in ("p", "hl2")]
            yield from filter(None, map(_words, blocks))
        elif _local(each) == "inlineData" and (each.get("encoding") or "") == "":
            yield from paragraphs_of("".join(map(str, each.itertext())))


def _address(item: etree._Element) -> str:
    """The largest enclosed or referenced picture; a thumbnail where there is nothing else."""
    found = [
        each
        for each in item.iter()
        if _local(each) == "remoteContent"
        and not (each.get("contenttype") or "image/").startswith(("text/", "video/", "audio/"))
    ]
    best = max(found, key=_size, default=None)
    return "" if best is None else best.get("href") or best.get("residref") or ""


def _size(content: etree._Element) -> tuple[bool, int]:
    rendition = (content.get("rendition") or "").rpartition(":")[2].lower()
    width = content.get("width") or ""
    return rendition not in _THUMBS, int(width) if width.isascii() and width.isdecimal() and len(
        width
    ) < 9 else 0


def _alt(content: etree._Element | None) -> str:
    """A description whose role is alt text, whichever vocabulary says so."""
    for each in _children(content, "description"):
        role = f"{each.get('role') or ''} {each.get('roleuri') or ''}".lower()
        if "alttext" in role.replace("-", "").replace("_", ""):
            return _words(each)
    return ""


def _language(item: etree._Element, content: etree._Element | None) -> str:
    said = _child(content, "language")
    tag = said.get("tag") if said is not None else None
    return (tag or item.get(_XML_LANG) or "").replace("_", "-")


def _names(parent: etree._Element | None, tag: str) -> Iterator[str]:
    for each in _children(parent, tag):
        name = _said(each, "name") or each.get("literal") or ""
        if name:
            yield name


def _by_role(parent: etree._Element | None, tag: str, role: str) -> str:
    for each in _children(parent, tag):
        if (each.get("role") or "").rpartition(":")[2].lower() == role:
            return _words(each)
    return ""


def _type(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return element.get("uri") or element.get("qcode") or ""


def _first(element: etree._Element, tag: str) -> etree._Element | None:
    return next((each for each in element.iter() if _local(each) == tag), None)


def _children(parent: etree._Element | None, tag: str) -> Iterator[etree._Element]:
    return (each for each in (() if parent is None else parent) if _local(each) == tag)


def _child(parent: etree._Element | None, tag: str) -> etree._Element | None:
    return next(_children(parent, tag), None)


def _said(parent: etree._Element | None, tag: str) -> str:
    return next(iter(_all(parent, tag)), "")


def _all(parent: etree._Element | None, tag: str) -> list[str]:
    return [words for each in _children(parent, tag) if (words := _words(each))]


def _words(element: etree._Element) -> str:
    return _SPACE.sub(" ", "".join(map(str, element.itertext()))).strip()


def _qcode(element: etree._Element | None) -> str:
    if element is None:
        return ""
    code = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return re.split(r"[:/#]", code)[-1].lower()


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
