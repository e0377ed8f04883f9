"""A story's editions in other languages, as its page links to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from babel import Locale

from cutline.model import Edition
from cutline.publish.language import Tongue, tongue
from cutline.publish.plan import PAGE
from cutline.publish.structured import address
from cutline.publish.words import web_address


@dataclass(frozen=True, slots=True)
class Translated:
    """One of them.

    Attributes:
        tag: BCP 47 tag.
        name: The language by its own name.
        href: Where a reader gets to it from the page.
        absolute: The whole address, for machines; empty where the site does not know its own.
    """

    tag: str
    name: str
    href: str
    absolute: str


def translated(edition: Edition) -> tuple[Translated, ...]:
    """The editions that can be linked, by tag: those elsewhere, and those on the same site."""
    base, own = address(edition), web_address(edition.house.url)
    told = ((tag, web_address(said)) for tag, said in edition.story.translations)
    places = {tag: href for tag, href in told if href and not (own and href.startswith(own))}
    places |= {tag: f"../{slug}/{PAGE}" for tag, slug in edition.siblings}
    found = []
    for tag, href in sorted(places.items()):
        whole = urljoin(base, href).removesuffix(PAGE) if base else ""
        found.append(Translated(tag, _autonym(tag), href, web_address(href) or whole))
    return tuple(found)


def alternates(edition: Edition, language: Tongue) -> Mapping[str, str]:
    """Language to address, the page's own among them, as search engines want them; or nothing."""
    base, others = address(edition), translated(edition)
    if not base or not others:
        return {}
    return {**{each.tag: each.absolute for each in others}, language.tag: base}


def _autonym(tag: str) -> str:
    """A language as its own speakers write it; its tag where nobody knows it."""
    known = tongue(tag).tag
    if known.partition("-")[0] != tag.partition("-")[0].lower():
        return tag
    name = Locale.parse(known, sep="-").get_display_name() or tag
    return name[:1].upper() + name[1:]
