"""The HTML inside a feed's entry: the photograph, its caption and its credit, and the summary."""

from cutline.publish.feeds.values import Item
from cutline.publish.language import tongue
from cutline.publish.templating import templates


def markup(item: Item) -> str:
    """The entry as HTML that any reader may show: no class, no style, absolute addresses.

    A reader mixes languages, so each entry says its own and which way it is read.
    """
    template, language = templates().get_template("entry.html.j2"), tongue(item.language)
    return template.render(item=item, picture=item.picture, tongue=language).strip()
