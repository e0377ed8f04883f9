"""``cutline publish``."""

import sys
from pathlib import Path

import click

from cutline.cli.terminal import Meter, colour, say, tell, width
from cutline.desk import Desk, RefusalError


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path), help="The site. Default: ./site")
@click.option("--draft", is_flag=True, help="Quick and forgiving; the page says that it is one.")
@click.option("--override", "codes", multiple=True, metavar="CODE", help="Let this finding pass.")
@click.option("--by", "names", multiple=True, metavar="NAME", help="Who takes responsibility.")
@click.option("--reason", "reasons", multiple=True, metavar="TEXT", help="Why.")
@click.option("--skip-unreadable", is_flag=True, help="Leave out photographs that fail.")
def command(
    path: Path,
    to: Path | None,
    draft: bool,
    codes: tuple[str, ...],
    names: tuple[str, ...],
    reasons: tuple[str, ...],
    skip_unreadable: bool,
) -> None:
    """Check, render and publish PATH: a folder of photographs, or a story.

    Ends with 1 if the check refuses; the site that was there stays as it was.

    \b
    Examples:
      cutline publish my-photos --draft
      cutline publish stories/flood/story.md --to site
      cutline publish flood --override CAP003 --by "Ana Silva" --reason "As on the poster."
    """
    terms = Desk.terms(codes, names, reasons, draft=draft, skip_unreadable=skip_unreadable)
    with Meter() as meter:
        try:
            result = Desk(meter).publish(path, to, terms)
        except RefusalError as error:
            refusal = error
        else:
            tell(result)
            return
    from cutline.desk.showing import refusal as shown  # noqa: PLC0415 - only when refused

    coloured = colour(sys.stderr)
    say(shown(refusal, colour=coloured, width=width()), coloured=coloured)
    raise SystemExit(1)
