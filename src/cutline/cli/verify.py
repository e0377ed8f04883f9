"""``cutline verify``."""

from pathlib import Path

import click

from cutline.cli.plain import plain
from cutline.cli.terminal import Meter, say
from cutline.desk import Desk


@click.command()
@click.option("--to", type=click.Path(path_type=Path), help="The site. Default: the desk's own.")
def command(to: Path | None) -> None:
    """Hash everything again: releases, originals, older sidecars, the ledger.

    Prints what is not as it was kept, one thing a line; ends with 1 if there is any.

    \b
    Example:
      cutline verify
    """
    with Meter() as meter:
        wrong = tuple(Desk(meter).verify(to))
    for sentence in wrong:
        click.echo(plain(sentence))
    say(f"{len(wrong)} things are not as they were kept" if wrong else "all is as it was kept")
    raise SystemExit(int(bool(wrong)))
