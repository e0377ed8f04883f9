"""What a release remembers of its stories, and which of them are one story in several languages.

A story names the others in its front matter (``translations``); one naming is enough for all to
link to each other, as hreflang asks for. What stands on the site decides: a story that is
withdrawn is linked from nowhere, and one that is published later is linked from then on.
"""

from collections.abc import Iterator, Mapping

from cutline import store
from cutline.publish.words import web_address

Stories = Mapping[str, object]
"""What a release remembers of its stories, by slug; JSON values."""

_PAGE = "index.html"

Siblings = tuple[tuple[str, str], ...]
"""Language tag and working name of a story's other editions on the same site."""


def known(manifest: store.Manifest | None) -> Stories:
    """The stories of a release, by slug."""
    stories = manifest.facts.get("stories") if manifest else None
    return dict(stories) if isinstance(stories, dict) else {}


def prefix_of(manifest: store.Manifest, slug: str) -> str:
    """The folder of a story in a release, ending in a slash; empty where the site is the story."""
    folder = f"{slug}/"
    page = f"{folder}index.html"
    return folder if any(entry.path == page for entry in manifest.below(page)) else ""


def siblings(stories: Stories, slug: str, url: str) -> Siblings:
    """The same story in other languages on the same site, one for each language, by tag.

    A published page leads to no draft. Of several in one language that which the story names
    itself is taken, then the first by name.

    Args:
        stories: What stands on the site, the story among it.
        slug: The story.
        url: The site's own address, ending in a slash; empty if unknown.
    """
    return _siblings(stories, slug, _joined(stories, url), frozenset(_named(stories, slug, url)))


def shown_siblings(facts: object) -> Siblings:
    """Those that a story's page links to now."""
    said = facts.get("siblings") if isinstance(facts, dict) else None
    return tuple((str(tag), str(slug)) for tag, slug in said) if isinstance(said, list) else ()


def stale(stories: Stories) -> frozenset[str]:
    """Stories whose pages still lead to what stood beside them: nobody could print them again."""
    return frozenset(slug for slug in stories if _said(stories, slug, "stale"))


def unsettled(stories: Stories, url: str) -> dict[str, Siblings]:
    """Stories whose pages link to others than stand on the site, with those they should."""
    joined = _joined(stories, url)
    wanted = {
        slug: _siblings(stories, slug, joined, frozenset(_named(stories, slug, url)))
        for slug in stories
    }
    return {
        slug: others for slug, others in wanted.items() if others != shown_siblings(stories[slug])
    }


def awaited(stories: Stories, slug: str, url: str) -> tuple[str, ...]:
    """Working names that a story gives for its editions, and that are not on the site."""
    return tuple(each for each in _named(stories, slug, url) if each not in stories)


def _siblings(
    stories: Stories, slug: str, joined: Mapping[str, frozenset[str]], named: frozenset[str]
) -> Siblings:
    draft, own = _said(stories, slug, "draft"), str(_said(stories, slug, "language"))
    family, more = {slug}, [slug]
    while more:
        near = joined.get(more.pop(), frozenset()) - family
        shown = {each for each in near if draft or not _said(stories, each, "draft")}
        family |= shown
        more.extend(shown)
    found: dict[str, tuple[str, str]] = {}
    for each in sorted(family - {slug}, key=lambda each: (each not in named, each)):
        tag = str(_said(stories, each, "language"))
        if tag.lower() != own.lower():
            found.setdefault(tag.lower(), (tag, each))  # pt-BR and pt-br are one
    return tuple(sorted(found.values()))


def _joined(stories: Stories, url: str) -> Mapping[str, frozenset[str]]:
    """Who names whom or is named by whom, of those that are on the site."""
    found: dict[str, frozenset[str]] = {}
    for slug in stories:
        for other in _named(stories, slug, url):
            if other in stories:
                found[slug] = found.get(slug, frozenset()) | {other}
                found[other] = found.get(other, frozenset()) | {slug}
    return found


def _named(stories: Stories, slug: str, url: str) -> Iterator[str]:
    """Working names that a story gives; the site's own address before one counts for it."""
    told = _said(stories, slug, "translations")
    for entry in told if isinstance(told, list) else ():
        target = str(entry[1])
        if url and target.startswith(url):
            target = target.removeprefix(url).removesuffix(_PAGE).removesuffix("/")
        if not web_address(target):
            yield target


def _said(stories: Stories, slug: str, name: str) -> object:
    facts = stories[slug]
    return facts.get(name) if isinstance(facts, dict) else None
