"""``cutline explain``."""

import click

from cutline.desk import Desk


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Print the page of the rule CODE (or of that name); without CODE, list all of them.

    \b
    Examples:
      cutline explain TXT001
      cutline explain credit-missing
    """
    if code:
        click.echo(Desk().explain(code), nl=False)
        return
    for listed, name, severity, asks in Desk().rules():
        click.echo(f"{listed}  {severity:<8} {name:<22} {asks}")
