"""``cutline init``."""

from pathlib import Path

import click

from cutline.cli.plain import plain
from cutline.cli.terminal import say
from cutline.desk import Desk


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Make a desk in FOLDER: settings, and folders for photographs and stories.

    \b
    Example:
      cutline init picture-desk
    """
    settings = Desk().init(folder)
    photographs = plain(settings.parent / "photographs")
    say(f"made a desk; its house style is in {plain(settings)}")
    say(f"put photographs into {photographs}, then: cutline new {photographs}")
