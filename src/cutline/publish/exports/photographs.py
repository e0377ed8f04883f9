"""A story's own feed: an entry a photograph, in the order of the page."""

from urllib.parse import urljoin

from cutline.model import Edition
from cutline.publish.exports.told import Told, story_id, told
from cutline.publish.feeds import Feed, Item, Shown, atom, json_feed, rss
from cutline.publish.language import tongue
from cutline.publish.plan import Plan
from cutline.publish.structured import address, changed, revised, section, title


def as_rss(edition: Edition, plan: Plan) -> bytes:
    """The photographs as RSS with Media RSS."""
    return rss(feed_of(edition, plan))


def as_atom(edition: Edition, plan: Plan) -> bytes:
    """The photographs as Atom."""
    return atom(feed_of(edition, plan))


def as_json(edition: Edition, plan: Plan) -> bytes:
    """The photographs as JSON Feed."""
    return json_feed(feed_of(edition, plan))


def feed_of(edition: Edition, plan: Plan) -> Feed:
    """The photographs of a story as a feed; the site's address must be known."""
    base, story = address(edition), edition.story
    return Feed(
        id=story_id(edition),
        title=title(edition),
        home=base,
        base=base,
        items=tuple(_item(edition, each, len(plan.pictures), base) for each in told(edition, plan)),
        language=story.language,
        summary=story.standfirst.text,
        publication=edition.house.publication,
        updated=changed(edition),
    )


def _item(edition: Edition, each: Told, total: int, base: str) -> Item:
    story = edition.story
    language = tongue(story.language)
    return Item(
        id=each.id,
        title=language.say("position", n=each.printed.number, total=total),
        link=each.link,
        summary=each.printed.picture.caption.text,
        published=story.published.text,
        updated=revised(edition),
        authors=each.creators,
        section=section(edition),
        language=story.language,
        picture=shown(each, base),
    )


def shown(each: Told, base: str) -> Shown:
    """A photograph for a feed."""
    picture, common, small = each.printed.picture, each.common, each.printed.jpeg[0]
    return Shown(
        url=urljoin(base, common.path),
        credit=picture.credit,
        caption=picture.caption.text,
        caption_language=each.caption_language,
        caption_direction=each.caption_direction,
        alt=picture.alt,
        width=common.recipe.width,
        height=common.recipe.height,
        creators=each.creators,
        agency=each.agency,
        notice=each.stamp.copyright_notice,
        licence=each.licence,
        thumbnail=urljoin(base, small.path),
        thumbnail_width=small.recipe.width,
        thumbnail_height=small.recipe.height,
        covered=each.printed.covered,
    )
