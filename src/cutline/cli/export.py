"""``cutline export``."""

from pathlib import Path

import click

from cutline.cli.plain import plain
from cutline.cli.terminal import Meter, say, tell_refusal
from cutline.desk import Desk, RefusalError

_FORMATS = ("epub", "pdf", "social")


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "kind", type=click.Choice(_FORMATS), required=True, help="As what.")
@click.option("--to", type=click.Path(path_type=Path), help="Where. Default: named after it, here.")
@click.option("--site", type=click.Path(path_type=Path), help="The site it runs on, if not ./site.")
@click.option("--override", "codes", multiple=True, metavar="CODE", help="Let this finding pass.")
@click.option("--by", "names", multiple=True, metavar="NAME", help="Who takes responsibility.")
@click.option("--reason", "reasons", multiple=True, metavar="TEXT", help="Why.")
@click.option("--skip-unreadable", is_flag=True, help="Leave out photographs that fail.")
def command(
    path: Path,
    kind: str,
    to: Path | None,
    site: Path | None,
    codes: tuple[str, ...],
    names: tuple[str, ...],
    reasons: tuple[str, ...],
    skip_unreadable: bool,
) -> None:
    """Make something to carry away of PATH: a folder of photographs, or a story.

    epub is an electronic book; pdf is for paper, and needs `pip install 'cutline[pdf]'`; social
    is a folder with each photograph in the shapes that networks show (4:5, 1:1, 9:16) and a
    list of credits.

    It is held to the rules of `cutline publish`: what the check refuses, what was withdrawn or
    killed and what is under embargo is not exported. It lies on no site, so that what is taken
    down later stays in copies that you gave away. Prints where it lies.

    \b
    Examples:
      cutline export stories/flood --format epub
      cutline export stories/flood --format social --to flood-social
    """
    terms = Desk.terms(codes, names, reasons, draft=False, skip_unreadable=skip_unreadable)
    with Meter() as meter:
        try:
            made = Desk(meter).export(path, kind, to, site, terms)
        except RefusalError as error:
            tell_refusal(error)
            raise SystemExit(1) from None
    click.echo(plain(to or made.path))
    for notice in made.notices:
        say(plain(notice))
    count = f"{made.photographs} photograph{'s' if made.photographs != 1 else ''}"
    say(f"exported {count}; the copy desk: {made.verdict}")
