"""The story as plain JSON, in the shape that ``cutline check`` reads."""

from cutline.model import Edition
from cutline.publish.exports.told import Told, told
from cutline.publish.feeds.json_feed import json_bytes
from cutline.publish.plan import Plan


def story_json(edition: Edition, plan: Plan) -> bytes:
    """Write the words of the page: read back, they raise the findings that they raised before.

    An alt text that is empty on purpose is null: the shape has no other word for it, and
    nothing is asked of it.
    """
    story, house = edition.story, edition.house
    value: dict[str, object] = {
        "kicker": story.kicker.text,
        "headline": story.headline.text,
        "standfirst": story.standfirst.text,
        "published": story.published.text,
        "lang": story.language,
        "byline": story.byline.text,
        "body": [passage.text for passage in story.body],
        "photos": [_photo(each) for each in told(edition, plan)],
    }
    where: dict[str, object] = {
        "section": story.extra.get("section"),
        "territory": story.extra.get("territory") or house.territory,
        "channels": list(house.channels),
        "commercial": house.commercial,
    }
    return json_bytes({**value, **{key: each for key, each in where.items() if each}})


def _photo(each: Told) -> dict[str, object]:
    picture, stamp = each.printed.picture, each.stamp
    meta: dict[str, object] = {
        "byline": list(stamp.creators),
        "credit": picture.photograph.metadata.text("creditLine"),
        "date_created": each.taken,
        "usage_terms": stamp.usage_terms,
        "copyright": stamp.copyright_notice,
    }
    said = {key: value for key, value in meta.items() if value}
    value: dict[str, object] = {
        "alt": None if picture.placement.decorative and not picture.alt else picture.alt,
        "caption": picture.caption.text,
        "credit": picture.credit,
    }
    return {**value, "meta": said} if said else value
