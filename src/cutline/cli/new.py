"""``cutline new``."""

from pathlib import Path

import click

from cutline.cli.plain import near, plain
from cutline.cli.terminal import Meter, say
from cutline.desk import Desk


@click.command()
@click.argument(
    "folders",
    nargs=-1,
    required=True,
    metavar="FOLDER…",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
def command(folders: tuple[Path, ...]) -> None:
    """Write a story.md from the photographs of each FOLDER, in the order of their names.

    Captions, credits and alt texts come from the photographs' metadata; what is missing is
    marked. What cannot be published is left out, and told. A story that is there already is
    never written over.

    \b
    Example:
      cutline new my-photos
    """
    with Meter() as meter:
        for folder in folders:
            drafted = Desk(meter).new(folder)
            name = plain(near(drafted.file))
            click.echo(name)
            for notice in drafted.notices:
                say(f"{plain(folder)}: {plain(notice)}")
            say(f"wrote {name}; fill in what is marked, then: cutline check {name}")
