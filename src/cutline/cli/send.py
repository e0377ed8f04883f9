"""``cutline send``."""

from pathlib import Path

import click

from cutline.cli.terminal import Meter, tell_sent
from cutline.desk import Dispatch


@click.command()
@click.argument("name", metavar="TARGET")
@click.option("--site", type=click.Path(path_type=Path), help="Default: the desk's, or ./site")
@click.option("--purge", is_flag=True, help="Delete what is no longer published at once.")
def command(name: str, site: Path | None, purge: bool) -> None:
    """Take the site that readers see to TARGET: one of cutline.toml, or a file FILE.zip.

    Only a site that is whole is sent, and only what is missing there: pictures first, then
    pages, the first page last. What no page names any more is deleted a day later, unless
    cutline.toml says otherwise; --purge is for what was taken down.

    \b
    Examples:
      cutline send web
      cutline send web --purge
      cutline send story.zip --site site
    """
    dispatch = Dispatch(Path.cwd(), site)
    target = dispatch.target(name)
    with Meter() as meter:
        sent = dispatch.send(target, meter, purge=purge)
    tell_sent(sent)
