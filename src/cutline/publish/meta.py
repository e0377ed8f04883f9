"""What link previews and search engines are told in the head: Open Graph, robots, canonical."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten
from urllib.parse import urljoin

from cutline.model import Edition
from cutline.publish.exports.table import wanted
from cutline.publish.feeds.values import RSS, TYPES
from cutline.publish.language import Tongue, moment, tongue
from cutline.publish.plan import Plan
from cutline.publish.structured import address, revised, title
from cutline.publish.translations import alternates
from cutline.publish.words import web_address

Pairs = tuple[tuple[str, str], ...]

SUMMARY = 160
"""Characters of a description: search engines show no more."""


@dataclass(frozen=True, slots=True)
class Head:
    """``<meta name>``, ``<meta property>``, the canonical address and those in other languages.

    Empty ones are left out. ``feeds`` are media type, name and address of feeds and oEmbed.
    """

    named: Pairs
    properties: Pairs
    canonical: str
    alternates: Mapping[str, str]
    feeds: tuple[tuple[str, str, str], ...]


def describe(edition: Edition, plan: Plan, language: Tongue) -> Head:
    """Describe the page. Addresses must be absolute, so without the site's there is no card."""
    base = address(edition)
    summary = _summary(edition)
    robots = "noindex" if edition.draft else "max-image-preview:large"
    named = (("description", summary), ("robots", robots), *_twitter(plan, base))
    properties = (
        ("og:type", "article"),
        ("og:title", title(edition)),
        ("og:description", summary),
        ("og:site_name", edition.house.publication),
        ("og:locale", _territory(language)),
        ("og:url", base),
        *_card(plan, base),
        ("article:published_time", moment(edition.story.published.text, language).machine),
        ("article:modified_time", moment(revised(edition), language).machine),
    )
    return Head(
        _told(named), _told(properties), base, alternates(edition, language), _feeds(edition)
    )


def _summary(edition: Edition) -> str:
    """The standfirst; without one the first words of the text, or under the first photograph."""
    seen = (each for each in edition.pictures if each.placement.sensitive is None)
    passages = (*edition.story.body, *(each.caption for each in seen))
    first = next((each.text for each in passages if each.text.strip()), "")
    return edition.story.standfirst.text or shorten(first, SUMMARY, placeholder=" …")


def _feeds(edition: Edition) -> tuple[tuple[str, str, str], ...]:
    """What readers of feeds and content systems look for; the feed of a whole site first."""
    name, base = title(edition), address(edition)
    own = ((each.media_type, name, f"{base}{each.path}") for each in wanted(edition) if each.linked)
    if not edition.folder or not base or edition.draft:
        return tuple(own)
    own_words = tongue(edition.house.language).say("stories")
    site = f"{web_address(edition.house.url)}{RSS}"
    return ((TYPES[RSS], edition.house.publication or own_words, site), *own)


def _told(pairs: Pairs) -> Pairs:
    return tuple((name, value) for name, value in pairs if value)


def _twitter(plan: Plan, base: str) -> Pairs:
    has_card = bool(plan.card and base)
    return (("twitter:card", "summary_large_image" if has_card else "summary"),)


def _card(plan: Plan, base: str) -> Pairs:
    if plan.card is None or plan.shown is None or not base:
        return ()
    recipe = plan.card.recipe
    return (
        ("og:image", urljoin(base, plan.card.path)),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", str(recipe.width)),
        ("og:image:height", str(recipe.height)),
        ("og:image:alt", plan.shown.picture.alt),
    )


def _territory(language: Tongue) -> str:
    """Open Graph wants ``language_TERRITORY``; without a territory nothing is said."""
    language_tag, _, territory = language.tag.partition("-")
    return f"{language_tag}_{territory}" if len(territory) == 2 else ""
