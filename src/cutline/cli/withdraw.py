"""``cutline withdraw``."""

from pathlib import Path

import click

from cutline.cli.taking import tell_taken
from cutline.cli.terminal import Meter
from cutline.desk import Desk


@click.command()
@click.argument("story")
@click.option("--reason", required=True, metavar="TEXT", help="Why.")
@click.option("--by", required=True, metavar="NAME", help="Who takes responsibility.")
@click.option("--to", type=click.Path(path_type=Path), help="The site. Default: the desk's own.")
def command(story: str, reason: str, by: str, to: Path | None) -> None:
    """Take STORY off the site: its pages go, and lists and feeds no longer name it.

    STORY is its file, its folder, or its name on the site. Publishing it again is refused,
    unless somebody overrides WITHDRAWN. Prints every address to purge, one a line.

    \b
    Example:
      cutline withdraw stories/flood --by "Ana Silva" --reason "The court forbids it."
    """
    with Meter() as meter:
        taken = Desk(meter).withdraw(story, to, Desk.answer(by, reason))
    tell_taken(taken)
