"""``cutline metadata``."""

import json
import sys
from pathlib import Path

import click

from cutline.cli.plain import plain, plain_json, plain_lines
from cutline.cli.terminal import Meter, colour, say, width
from cutline.desk import Desk


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for programs.",
)
def command(files: tuple[Path, ...], form: str) -> None:
    """Say what each photograph's metadata says, and which part of the file says it.

    A sidecar beside it (photo.xmp, photo.jpg.xmp) counts before the file. Ends with 2 if one
    could not be read.

    \b
    Examples:
      cutline metadata fire.jpg
      cutline metadata --format json photos/*.jpg
    """
    failed = False
    told = []
    with Meter() as meter:
        for number, inspected in enumerate(Desk(meter).metadata(files)):
            failed = failed or inspected.reading is None
            if form == "json":
                told.append(inspected.as_json())
            if inspected.reading is None:
                say(f"cutline: {plain(inspected.reason)}")
            elif form == "text":
                painted = colour(sys.stdout)
                text = inspected.as_text(colour=painted, width=width())
                gap = "\n" if number else ""
                click.echo(gap + plain_lines(text, coloured=painted), nl=False)
    if form == "json":
        click.echo(plain_json(json.dumps(told, ensure_ascii=False, indent=1)))
    raise SystemExit(2 if failed else 0)
