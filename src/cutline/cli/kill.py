"""``cutline kill``."""

from pathlib import Path

import click

from cutline.cli.taking import tell_taken
from cutline.cli.terminal import Meter
from cutline.desk import Desk


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--reason", required=True, metavar="TEXT", help="Why.")
@click.option("--by", required=True, metavar="NAME", help="Who takes responsibility.")
@click.option("--to", type=click.Path(path_type=Path), help="The site. Default: the desk's own.")
def command(ids: tuple[str, ...], reason: str, by: str, to: Path | None) -> None:
    """Take photographs out of the site and of every kept release, for good.

    ID is a photograph's hash (12 digits or more), its supplier's number, or its file's name.
    Renditions go, pages are printed again without it, and no later publish or rollback brings
    it back. Prints every address to purge from caches, one a line.

    \b
    Examples:
      cutline kill 3fa9c1d2e4b1 --by "Ana Silva" --reason "Kill notice of the agency, 14:05."
      cutline kill limousine.jpg --by "Ana Silva" --reason "A bystander can be recognised."
    """
    with Meter() as meter:
        taken = Desk(meter).kill(ids, to, Desk.answer(by, reason))
    tell_taken(taken)
