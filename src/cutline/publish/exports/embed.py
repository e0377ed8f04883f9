"""The embeddable view: every photograph with its credit in a strip, small, without a script."""

from cutline.model import Edition
from cutline.publish.exports.told import told
from cutline.publish.icon import icon
from cutline.publish.inline import digest
from cutline.publish.language import tongue
from cutline.publish.plan import PAGE, Plan
from cutline.publish.structured import address, title
from cutline.publish.templating import templates
from cutline.publish.theme import dressed


def embed(edition: Edition, plan: Plan) -> bytes:
    """Print the view. It leads to the page, and asks search engines to list that instead."""
    language = tongue(edition.story.language or edition.house.language)
    style = dressed("embed.css", edition.house)
    text = (
        templates()
        .get_template("embed.html.j2")
        .render(
            tongue=language,
            title=title(edition),
            publication=edition.house.publication,
            style=style,
            icon=icon(edition.house),
            policy="default-src 'none'; img-src 'self' file: data:; "
            f"style-src {digest(style)}; base-uri 'none'; form-action 'none'",
            page=PAGE,
            canonical=address(edition),
            pictures=told(edition, plan),
            photographs=len(plan.pictures),
        )
    )
    return text.encode()
