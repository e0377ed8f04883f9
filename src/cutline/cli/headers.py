"""``cutline headers``."""

import click

from cutline.desk import Dispatch

_SERVERS = ("nginx", "caddy", "netlify", "cloudflare")


@click.command()
@click.argument("server", type=click.Choice(_SERVERS))
def command(server: str) -> None:
    """Print what SERVER must be told: how long files are kept, what pages may do.

    It does not change with a story: put it where it belongs once.

    \b
    Examples:
      cutline headers nginx > /etc/nginx/conf.d/pictures.conf
      cutline headers netlify > _headers
    """
    click.echo(Dispatch.server(server), nl=False)
