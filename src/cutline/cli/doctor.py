"""``cutline doctor``."""

import click

from cutline.cli.plain import plain
from cutline.desk import Desk


@click.command()
def command() -> None:
    """Say what this machine can do: formats, engine, and how strangers' files are kept apart.

    Ends with 1 if something must be mended.

    \b
    Example:
      cutline doctor
    """
    well = True
    for ability in Desk().examine():
        mark = " " if ability.good else "✗"
        hint = f" – {ability.hint}" if ability.hint else ""
        click.echo(plain(f"{mark} {ability.what:<32} {ability.state}{hint}"))
        well = well and ability.good
    raise SystemExit(0 if well else 1)
