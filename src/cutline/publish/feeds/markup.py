"""The HTML inside a feed's entry: the photograph, its caption and its credit, and the summary."""

from cutline.publish.feeds.values import Item
from cutline.publish.templating import templates


def markup(item: Item) -> str:
    """The entry as HTML that any reader may show: no class, no style, absolute addresses."""
    return templates().get_template("entry.html.j2").render(item=item, picture=item.picture).strip()
