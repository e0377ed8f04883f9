"""oEmbed 1.0: what a content system shows of the story where somebody pastes its address.

Source: oembed.com. The site is files, so the answer is one file that the page links to; a
width and height for a common column stand in for those that nobody can ask for.
"""

from urllib.parse import urljoin

from markupsafe import Markup

from cutline.model import Edition
from cutline.publish.exports.table import EMBED
from cutline.publish.exports.told import told
from cutline.publish.feeds.json_feed import json_bytes, said
from cutline.publish.plan import Plan
from cutline.publish.structured import address, title
from cutline.publish.words import clean, web_address

WIDTH, HEIGHT = 640, 640
_FRAME = Markup(
    '<iframe src="{src}" width="{width}" height="{height}" title="{title}" loading="lazy"'
    ' sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
)


def oembed(edition: Edition, plan: Plan) -> bytes:
    """Write the answer: the embeddable view in a frame that may run nothing.

    ``author_name`` names every credit: consumers print it beside the frame.
    """
    base, name, pictures = address(edition), clean(title(edition)), told(edition, plan)
    credits = dict.fromkeys(clean(each.printed.picture.credit) for each in pictures)
    value: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": name,
        "author_name": "; ".join(filter(None, credits)),
        "provider_name": clean(edition.house.publication),
        "provider_url": web_address(edition.house.url),
        "html": _FRAME.format(src=urljoin(base, EMBED), width=WIDTH, height=HEIGHT, title=name),
        "width": WIDTH,
        "height": HEIGHT,
    }
    seen = [each for each in pictures if not each.printed.covered]
    if seen:
        common = seen[0].common
        value["thumbnail_url"] = urljoin(base, common.path)
        value["thumbnail_width"] = common.recipe.width
        value["thumbnail_height"] = common.recipe.height
    return json_bytes(said(value))
