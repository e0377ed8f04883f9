"""ninjs, the JSON of news agencies: generations 1, 2 and 3.

The generations differ in how they write names (``pubstatus``, ``pubStatus``) and in whether
things that may stand twice are lists: all are folded into one.
Source: IPTC ninjs 1.4, 2.1, 3.0.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from cutline.model import ReadError, Value
from cutline.wire.dispatch import PICTURES, Dispatch, kept, story_of, with_status
from cutline.wire.markup import paragraphs_of
from cutline.wire.received import Notes, Received, decoded
from cutline.wire.shapes import Object

_OWN = frozenset(
    """renditions associations headlines descriptions bodies pubstatus versioncreated ednote
    usageterms representationtype body_html body_text body_xhtml description_text
    description_html copyrightnotice copyrightholder firstcreated contentcreated profile""".split()
)
_STORY = frozenset(("photos", "photo", "story"))
_ALTS = frozenset(("alttext", "alt", "alternativetext"))
_DEEPEST = 6
_TOLD = ("ednote", "usageterms")


def is_ninjs(raw: bytes) -> bool:
    """Whether JSON is a ninjs item, or a list of them, and not a story of our own shape."""
    try:
        value = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return False
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict) or _STORY & first.keys():
        return False
    return bool({str(key).lower() for key in first} & _OWN)


def read_ninjs(raw: bytes, name: str, language: str) -> Received:
    """Read a ninjs item: a picture, a text, or a composite with pictures in its associations.

    Args:
        raw: The file's bytes.
        name: What to call it in messages.
        language: BCP 47 tag where the item does not say.

    Raises:
        ReadError: it is not one ninjs item, or there is neither picture nor text in it.
    """
    notes = Notes()
    try:
        value = msgspec.json.decode(decoded(raw, name, notes))
    except RecursionError:
        raise ReadError(f"{name}: lists or objects are nested too deeply") from None
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ReadError(f"{name} is not JSON: {error}") from None
    if isinstance(value, list):
        raise ReadError(f"{name} holds a list of {len(value)} items", "give each a file of its own")
    if not isinstance(value, dict):
        raise ReadError(f"{name} is not a ninjs item", "an item is a JSON object with a uri")
    return story_of(_item(value, 0), name, language, notes)


def _item(raw: Object, depth: int) -> Dispatch:
    item = {str(key).lower(): value for key, value in raw.items()}
    kind = _text(item.get("type")) or ("picture" if item.get("renditions") else "text")
    headline = _by_role(item, "headline", ("main", "headline")) or _text(item.get("title"))
    caption = _by_role(item, "description", ("caption", "text", "main", ""))
    picture = kind in PICTURES
    return Dispatch(
        kind,
        _text(item.get("uri")),
        headline,
        "" if picture else _by_role(item, "description", ("standfirst", "summary", "abstract")),
        _text(item.get("byline") or item.get("by")),
        _text(item.get("versioncreated") or item.get("firstcreated"))[:10],
        _text(item.get("language")).replace("_", "-"),
        _address(item) if picture else "",
        _values(item, headline, caption) if picture else {},
        [] if picture else list(_body(item)),
        list(_parts(item, depth)) if depth < _DEEPEST else [],
        "" if picture else with_status("", *_status(item)),
        "" if picture else " · ".join(filter(None, map(_text, map(item.get, _TOLD)))),
    )


def _parts(item: Object, depth: int) -> Iterator[Dispatch]:
    inside = item.get("associations")
    named = inside.items() if isinstance(inside, dict) else ()
    listed = inside if isinstance(inside, list) else [each for _, each in named]
    for each in listed:
        many = each if isinstance(each, list) else [each]  # 1.x has lists under one name
        yield from (_item(one, depth + 1) for one in many if isinstance(one, dict))


def _values(item: Object, headline: str, caption: str) -> dict[str, Value]:
    """A picture's metadata as IPTC properties; each from its own place and no other."""
    sources = [each for each in _listed(item.get("infosources")) if isinstance(each, dict)]
    credit = _text(item.get("creditline")) or _source(sources, ("credit", "creditline"))
    values: dict[str, Value] = {
        "creatorNames": tuple(_creators(item, sources)),
        "creditLine": credit or _by_role(item, "description", ("creditline",), exact=True),
        "source": _text(item.get("source")) or _source(sources, ("source", "provider", "supplier")),
        "copyrightNotice": _text(item.get("copyrightnotice")),
        "usageTerms": _text(item.get("usageterms")),
        "instructions": with_status(_text(item.get("ednote")), *_status(item)),
        "dateCreated": _text(item.get("contentcreated")),
        "headline": headline,
        "description": caption,
        "altTextAccessibility": _by_role(item, "description", tuple(_ALTS), exact=True),
        "digitalSourceType": _source_type(item.get("digitalsourcetype")),
    }
    return kept(values)


def _status(item: Object) -> tuple[str, str | None]:
    """Whether an item may run, and its embargo: empty for an open one, None for none."""
    embargoed = item.get("embargoeduntil") or item.get("embargoed")
    until = _text(embargoed) if embargoed is not None else None
    return _text(item.get("pubstatus")).lower(), until


def _creators(item: Object, sources: Sequence[Object]) -> Iterator[str]:
    """By-lines; else people and sources whose role says that they made the picture."""
    if by := _text(item.get("byline") or item.get("by")):
        yield by
        return
    makers = ("creator", "photographer", "crol:photographer", "author")
    for each in (*_listed(item.get("people")), *sources):
        if isinstance(each, dict) and _text(each.get("rel") or each.get("role")).lower() in makers:
            yield _text(each.get("name"))


def _source(sources: Sequence[Object], roles: Sequence[str]) -> str:
    named = (
        _text(each.get("name")) for each in sources if _text(each.get("role")).lower() in roles
    )
    return next((name for name in named if name), "")


def _source_type(value: object) -> str:
    return _text(value.get("uri") or value.get("name")) if isinstance(value, dict) else _text(value)


def _by_role(item: Object, what: str, roles: Sequence[str], *, exact: bool = False) -> str:
    """The text of headlines, descriptions or bodies in the first of these roles, else any.

    Generation 1 has keys of its own for them: ``headline``, ``description_text``.
    """
    rows = [each for each in _listed(item.get(f"{what}s")) if isinstance(each, dict)]
    for role in roles:
        for row in rows:
            if _text(row.get("role")).lower().replace("-", "").replace("_", "") == role:
                return _plain(row)
    if exact:
        return ""
    reserved = {*_ALTS, "creditline", "standfirst", "summary", "abstract"}
    left = [row for row in rows if _text(row.get("role")).lower() not in reserved]
    if what == "headline" or "caption" in roles:
        for row in left:
            return _plain(row)
    keys = (what, f"{what}_text", f"{what}_main", f"{what}_caption")
    said = next((text for key in keys if (text := _text(item.get(key)))), "")
    if said or (what == "description" and "caption" not in roles):
        return said
    html = next(
        (text for key in item if key.startswith(f"{what}_") and (text := _text(item[key]))), ""
    )
    return " ".join(paragraphs_of(html)) if html else ""


def _plain(row: Object) -> str:
    value = _text(row.get("value"))
    said = _text(row.get("contenttype") or row.get("contentType"))
    return " ".join(paragraphs_of(value)) if "html" in said else value


def _body(item: Object) -> Iterator[str]:
    rows = [each for each in _listed(item.get("bodies")) if isinstance(each, dict)]
    ranked = sorted(rows, key=lambda row: "html" not in _text(row.get("contentType")))
    said = [_text(row.get("value")) for row in ranked]
    said += [_text(item[key]) for key in sorted(item) if key.startswith("body")]
    text = next((each for each in said if each), "")
    return paragraphs_of(text)


def _address(item: Object) -> str:
    """The largest picture among the renditions; a thumbnail where there is nothing else."""
    found = item.get("renditions")
    rows = list(found.values()) if isinstance(found, dict) else _listed(found)
    pictures = [row for row in rows if isinstance(row, dict) and _text(row.get("href"))]
    best = max(pictures, key=_width, default={})
    return _text(best.get("href"))


def _width(row: Mapping[str, object]) -> float:
    width = row.get("width")
    return width if isinstance(width, (int, float)) else 0


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return " ".join(value.split(" ")).strip() if isinstance(value, str) else ""
