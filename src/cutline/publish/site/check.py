"""The last look at the root of a site: no credit lost in a list or a feed, no link broken."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urldefrag

from lxml import html

from cutline.model import House
from cutline.publish.dates import written_at
from cutline.publish.exports.check import credits_of, squeeze
from cutline.publish.feeds.values import ATOM
from cutline.publish.icon import icon
from cutline.publish.site.feeds import MOST
from cutline.publish.site.listed import Listed
from cutline.publish.site.lists import Leaf, List, arranged
from cutline.publish.words import web_address


def check_site(
    files: Mapping[str, bytes], stories: Iterable[Listed], house: House
) -> tuple[str, ...]:
    """Read the lists of a site and their feeds again, and compare them with the stories.

    Args:
        files: What ``site`` made.
        stories: What it was made from.
        house: The publication.

    Returns:
        Complaints, one sentence each; empty where the site may be published.
    """
    lists = arranged(stories, house.language)
    shown = lists.everything.stories
    known = {icon(house), *files, *(each.page for each in shown)}
    known |= {path for each in shown for path in each.files()}
    leaves = {leaf.path: leaf for each in lists.all() for leaf in each.leaves()}
    pages = (complaint for path in leaves for complaint in _page(files, leaves[path], known))
    if not web_address(house.url):
        return tuple(pages)
    return (*pages, *(complaint for each in lists.all() for complaint in _feeds(files, each)))


def _page(files: Mapping[str, bytes], leaf: Leaf, known: set[str]) -> Iterator[str]:
    if leaf.path not in files:
        yield f"“{leaf.path}” is not part of the site"
        return
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    tree = html.document_fromstring(files[leaf.path], parser=parser)
    captions = [squeeze("".join(map(str, each.itertext()))) for each in tree.iter("figure")]
    if captions != [squeeze(story.credit) for story in leaf.stories if story.picture]:
        yield f"a credit is not in the visible text of “{leaf.path}”"
    links = [link for each in tree.iter() if (link := each.get("href") or each.get("src"))]
    sets = (each.get("srcset") for each in tree.iter())
    links += [each.split()[0] for told in sets if told for each in told.split(",")]
    for path in dict.fromkeys(urldefrag(link).url for link in links):
        if "://" not in path and path not in known:
            yield f"“{leaf.path}” leads to “{path}”, which is not part of the site"


def _feeds(files: Mapping[str, bytes], shown: List) -> Iterator[str]:
    newest = shown.public()[:MOST]
    credits = [(squeeze(each.credit) if each.picture else "", each.published) for each in newest]
    dated = [(credit, date) for credit, date in credits if written_at(date) is not None]
    for name in shown.feeds():
        path, expected = f"{shown.prefix}{name}", dated if name == ATOM else credits
        try:
            found = credits_of(name, files.get(path, b""))
        except ValueError as error:
            yield f"“{path}” cannot be read again: {error}"
            continue
        if any(series != [credit for credit, _ in expected] for series in found):
            yield f"a credit is not in “{path}”"
