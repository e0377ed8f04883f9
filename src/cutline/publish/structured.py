"""The same truth for machines: JSON-LD as search engines read it.

Every figure has its ImageObject; a property that nobody said is left out, never invented.
Without a known address of the site, URLs stay relative to the page (JSON-LD 1.1, clause 4.1.3).

Sources: schema.org NewsArticle, ImageObject; Google Search Central, “Image metadata”; the
property mapping of the IPTC TechReference (SCHEMAid).
"""

import json
import re
from collections.abc import Mapping, Sequence
from urllib.parse import urljoin

from markupsafe import Markup

from cutline.model import Edition, House, Metadata, Picture
from cutline.publish.dates import written_at
from cutline.publish.language import Tongue, moment
from cutline.publish.makers import makers
from cutline.publish.plan import Plan, Printed
from cutline.publish.words import clean, web_address

Node = dict[str, object]

_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_SOURCE_TYPES = frozenset(
    "algorithmicMedia algorithmicallyEnhanced compositeCapture compositeSynthetic "
    "compositeWithTrainedAlgorithmicMedia dataDrivenMedia digitalArt digitalCapture "
    "minorHumanEdits multiFrameComputationalCapture negativeFilm positiveFilm print "
    "screenCapture trainedAlgorithmicMedia virtualRecording".split()
)
"""IPTC codes that schema.org's IPTCDigitalSourceEnumeration knows under the same name."""

_DATE = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII
)
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def address(edition: Edition) -> str:
    """Where the page will lie, ending in a slash; nothing where the site has no known address."""
    site = web_address(edition.house.url)
    return urljoin(site, edition.folder) if site else ""


def script_json(value: object) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - the escaping is the line above


def title(edition: Edition) -> str:
    """The headline as plain words; the story's working name where it has none."""
    return edition.story.headline.text or edition.slug.replace("-", " ").capitalize()


def section(edition: Edition) -> str:
    """Where the story stands in the site, as its ``section:`` says; or empty."""
    return clean(edition.story.extra.get("section", "")).strip()


def changed(edition: Edition) -> str:
    """When the story was last changed for readers, as written; else its day of publishing.

    The latest of its ``updated:`` and the days of its corrections; of two on one day the first
    of those, as a day without hour says nothing of which came later.
    """
    story = edition.story
    told = [story.updated.text, *(each.date for each in story.corrections)]
    readable = [text for text in told if written_at(text) is not None]
    return max(readable, key=lambda text: text.strip()[:10], default=story.published.text)


def revised(edition: Edition) -> str:
    """When the story was changed after it was published, as written; empty where it never was."""
    when = changed(edition)
    return "" if when == edition.story.published.text else when


def author(edition: Edition, language: Tongue) -> str:
    """Who wrote the words, without “By” or its like before the name."""
    name = edition.story.byline.text.strip()
    for word in (language.say("by", name=""), "By "):
        if word.strip() and name.casefold().startswith(word.casefold()):
            return name[len(word) :].strip()
    return name


def graph(edition: Edition, plan: Plan, language: Tongue) -> Node:
    """The page as one JSON-LD graph."""
    base = address(edition)
    images = [_image(edition, printed, base) for printed in plan.pictures]
    if plan.shown is not None:
        images[plan.shown.number - 1]["representativeOfPage"] = True
    open_ones = {each.number for each in plan.pictures if not each.covered}
    by = author(edition, language)
    article: Node = {
        "@type": "NewsArticle",
        "@id": base or "#story",
        "headline": title(edition),
        "description": edition.story.standfirst.text,
        "inLanguage": language.tag,
        "datePublished": moment(edition.story.published.text, language).machine,
        "dateModified": moment(revised(edition), language).machine,
        "correction": [clean(each.passage.text) for each in edition.story.corrections],
        "author": [{"@type": "Person", "name": clean(by)}] if by else "",
        "articleSection": section(edition),
        "publisher": _publisher(edition),
        "mainEntityOfPage": base,
        "image": [{"@id": image["@id"]} for image in images if image["position"] in open_ones],
        "accessibilityFeature": ["alternativeText"] if _all_described(edition.pictures) else "",
    }
    return {"@context": "https://schema.org", "@graph": [_said(article), *images]}


def _publisher(edition: Edition) -> Node | None:
    name = clean(edition.house.publication)
    return {"@type": "Organization", "name": name} if name else None


def _all_described(pictures: Sequence[Picture]) -> bool:
    return all(picture.alt or picture.placement.decorative for picture in pictures)


def _image(edition: Edition, printed: Printed, base: str) -> Node:
    picture, recipe = printed.picture, printed.largest.recipe
    metadata = picture.photograph.metadata
    anchor = f"{base}#photo-{printed.number}"
    image: Node = {
        "@type": "ImageObject",
        "@id": anchor,
        "url": anchor,
        "contentUrl": urljoin(base, printed.largest.path),
        "encodingFormat": "image/jpeg",
        "width": recipe.width,
        "height": recipe.height,
        "position": printed.number,
        "caption": picture.caption.text,
        "creditText": picture.credit,
        "creator": _creators(picture, edition.house),
        "copyrightNotice": metadata.text("copyrightNotice"),
        "license": _licence(metadata, edition.house.licence_url),
        "acquireLicensePage": _acquire(metadata),
        "dateCreated": taken(metadata),
        "digitalSourceType": _source_type(metadata.text("digitalSourceType")),
    }
    return _said(image)


def _said(node: Node) -> Node:
    """Without what nobody said, and without control characters in what was."""
    return {
        name: clean(value) if isinstance(value, str) else value
        for name, value in node.items()
        if value not in ("", [], None)
    }


def _creators(picture: Picture, house: House) -> list[Node]:
    return [
        {"@type": "Person" if maker.person else "Organization", "name": clean(maker.name)}
        for maker in makers(picture, house)
    ]


def _licence(metadata: Metadata, house: str) -> str:
    return web_address(metadata.text("webstatementRights")) or web_address(house)


def _acquire(metadata: Metadata) -> str:
    pages = (_member(licensor, "licensorUrl") for licensor in metadata.structs("licensors"))
    return next((page for page in map(web_address, pages) if page), "")


def _member(struct: Mapping[str, object], name: str) -> str:
    value = struct.get(name, "")
    return value if isinstance(value, str) else ""


def taken(metadata: Metadata) -> str:
    """When the photograph was taken, as exactly as its file says (ISO 8601); or empty."""
    text = metadata.text("dateCreated")
    return text if _DATE.fullmatch(text) else ""


def _source_type(uri: str) -> str:
    code = uri.replace("https://", "http://").removeprefix(_SOURCE)
    if code not in _SOURCE_TYPES:
        return ""
    return f"https://schema.org/{code[0].upper()}{code[1:]}DigitalSource"
