"""ninjs 3.1, the JSON of news agencies: a composite with its photographs in order.

Source: IPTC ninjs 3.1. Roles are free text there; ours are those that desks use: ``caption``,
``altText``, ``credit``, ``creator``. There is no property for a credit line, so that it stands
as the source of information with the role ``credit``, and never as the copyright notice.
"""

from urllib.parse import urljoin

from cutline.model import Edition
from cutline.publish.dates import rfc3339, written_at
from cutline.publish.exports.told import Told, story_id, told, version
from cutline.publish.exports.words import as_html
from cutline.publish.feeds.json_feed import json_bytes, said
from cutline.publish.language import tongue
from cutline.publish.plan import Plan, Rendition
from cutline.publish.structured import address, author, changed, title
from cutline.publish.words import clean, web_address

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"


def ninjs(edition: Edition, plan: Plan) -> bytes:
    """Write the story as one ninjs item; the site's address must be known."""
    story, base = edition.story, address(edition)
    when = rfc3339(story.published.text)
    value: dict[str, object] = {
        "uri": story_id(edition),
        "type": "composite",
        "representationType": "full",
        "firstCreated": when,
        "version": version(edition),
        "versionCreated": rfc3339(changed(edition)),
        "pubStatus": "usable",
        "language": story.language,
        "headlines": _roles(main=title(edition), kicker=story.kicker.text),
        "descriptions": _roles(summary=story.standfirst.text),
        "bodies": _body(edition),
        "by": clean(author(edition, tongue(story.language))),
        "slugline": edition.slug,
        "infoSources": _sources(provider=edition.house.publication),
        "altIds": [{"role": "url", "value": base}],
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "associations": [_photograph(each, edition, base) for each in told(edition, plan)],
    }
    return json_bytes(said(value))


def _body(edition: Edition) -> list[dict[str, str]]:
    html = as_html(edition)
    return [{"role": "main", "contentType": "text/html", "value": html}] if html else []


def _photograph(each: Told, edition: Edition, base: str) -> dict[str, object]:
    picture, stamp = each.printed.picture, each.stamp
    value: dict[str, object] = {
        "name": f"photo-{each.printed.number:03}",
        "rel": "featured" if each.printed.number == 1 else "gallery",
        "uri": each.id,
        "type": "picture",
        "representationType": "full",
        "contentCreated": _instant(each.taken),
        "pubStatus": "usable",
        "copyrightNotice": stamp.copyright_notice,
        "usageTerms": stamp.usage_terms,
        "edNote": clean(each.warning),
        "language": edition.story.language,
        "descriptions": _roles(caption=picture.caption.text, altText=picture.alt),
        "people": [{"name": clean(name), "rel": "creator"} for name in each.creators],
        "infoSources": _sources(credit=picture.credit),
        "by": clean(", ".join(each.creators)),
        "renditions": [_rendition(one, each, base) for one in each.printed.jpeg],
        "rightsInfo": {"linkedRights": each.licence} if each.licence else {},
        "digitalSourceType": _source_type(stamp.digital_source_type),
    }
    return said(value)


def _instant(taken: str) -> str:
    """The property takes a whole instant with its offset, and nothing less exact."""
    when = written_at(taken)
    return rfc3339(taken) if when is not None and when.tzinfo is not None else ""


def _rendition(one: Rendition, each: Told, base: str) -> dict[str, object]:
    focal, recipe = each.printed.picture.placement.focal, one.recipe
    value: dict[str, object] = {
        "name": f"{recipe.width}w",
        "href": urljoin(base, one.path),
        "contentType": "image/jpeg",
        "width": recipe.width,
        "height": recipe.height,
        "format": "jpeg",
    }
    if focal is not None:
        x, y = round(focal.x * recipe.width), round(focal.y * recipe.height)
        value["poi"] = {"x": x, "y": y}
    return value


def _roles(**words: str) -> list[dict[str, str]]:
    return [
        {"role": role, "contentType": "text/plain", "value": clean(text)}
        for role, text in words.items()
        if clean(text).strip()
    ]


def _sources(**names: str) -> list[dict[str, str]]:
    return [
        {"name": clean(name), "role": role} for role, name in names.items() if clean(name).strip()
    ]


def _source_type(uri: str) -> dict[str, str]:
    return {"uri": uri} if web_address(uri) else {}
