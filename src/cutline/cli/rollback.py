"""``cutline rollback``."""

from pathlib import Path

import click

from cutline.cli.taking import tell_taken
from cutline.cli.terminal import Meter
from cutline.desk import Desk


@click.command()
@click.argument("story")
@click.option("--to", type=click.Path(path_type=Path), help="The site. Default: the desk's own.")
def command(story: str, to: Path | None) -> None:
    """Put STORY back to the edition before, as it was published; other stories stay.

    STORY is its file, its folder, or its name on the site. Once more goes back further, as far
    as releases are kept. What was killed meanwhile stays away.

    \b
    Example:
      cutline rollback stories/flood
    """
    with Meter() as meter:
        taken = Desk(meter).rollback(story, to)
    tell_taken(taken)
