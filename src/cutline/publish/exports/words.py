"""The text of a story without its pictures, as HTML that others may print in their own page."""

from cutline.model import Block, Edition
from cutline.publish.templating import templates
from cutline.publish.words import steady


def as_html(edition: Edition) -> str:
    """The body's blocks in order. Pictures are not in it: they have entries of their own."""
    blocks = tuple(each for each in edition.story.blocks if isinstance(each, Block))
    template = templates().get_template("body.html.j2")
    return template.render(rows=steady(blocks), photographs=0).strip()
