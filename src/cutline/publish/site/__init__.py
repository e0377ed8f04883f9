"""What belongs to a site and to no story: lists, their feeds, sitemaps. No database serves it."""

from collections.abc import Iterable, Mapping

from cutline.model import House
from cutline.publish.site.contents import pages
from cutline.publish.site.feeds import feeds
from cutline.publish.site.listed import Listed
from cutline.publish.site.lists import arranged
from cutline.publish.site.sitemaps import sitemaps

__all__ = ["Listed", "site"]


def site(stories: Iterable[Listed], house: House, *, alone: bool = False) -> Mapping[str, bytes]:
    """Make every file at the root of a site. Pure: the same stories, the same bytes.

    Args:
        stories: In any order.
        house: The publication.
        alone: True where the site is one story, whose own page is the first: then there are no
            lists, and its feeds are its own.

    Returns:
        Bytes by path, in the order of their paths.
    """
    lists = arranged(stories, house.language)
    made = dict(sitemaps(lists.everything.public(), house, alone=alone))
    if not alone:
        made |= {**dict(pages(lists, house)), **dict(feeds(lists, house))}
    return dict(sorted(made.items()))
