"""Every text of an edition: the page for people, and what says the same to machines."""

from collections.abc import Mapping

from cutline.model import Edition
from cutline.publish.checks import check_page
from cutline.publish.exports import export, wanted
from cutline.publish.exports.check import check_exports
from cutline.publish.page import Tints, page
from cutline.publish.plan import PAGE, Plan


def texts(edition: Edition, plan: Plan, tints: Tints) -> dict[str, bytes]:
    """Make every file of an edition that is no picture.

    Args:
        edition: What is published.
        plan: Its files.
        tints: Colours for the page's placeholders.

    Returns:
        Bytes by path; the page is the first.
    """
    exports = {each.path: export(each, edition, plan) for each in wanted(edition)}
    return {PAGE: page(edition, plan, tints), **exports}


def check_texts(made: Mapping[str, bytes], edition: Edition, plan: Plan) -> tuple[str, ...]:
    """Read them again as a stranger would, before they may enter a release.

    Returns:
        Complaints, one sentence each; empty where all of it may be published.
    """
    exports = {path: data for path, data in made.items() if path != PAGE}
    return (*check_page(made[PAGE], edition), *check_exports(exports, plan))
