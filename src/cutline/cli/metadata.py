"""``cutline metadata``."""

import json
import sys
from pathlib import Path

import click

from cutline.cli.plain import plain, plain_json, plain_lines
from cutline.cli.terminal import Meter, colour, say, trouble, width
from cutline.desk import Desk
from cutline.model import CutlineError


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for programs.",
)
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="ID=VALUE",
    help="Edit a property; ID-de=VALUE the words in one language. Several values: several times.",
)
@click.option("--clear", "cleared", multiple=True, metavar="ID", help="Empty a property.")
@click.option(
    "--revert", "reverted", multiple=True, metavar="ID", help="Take an edit back: as supplied."
)
@click.option("--by", "author", default="", metavar="NAME", help="Who edits.")
def command(
    files: tuple[Path, ...],
    form: str,
    values: tuple[str, ...],
    cleared: tuple[str, ...],
    reverted: tuple[str, ...],
    author: str,
) -> None:
    """Say what each photograph's metadata says, and which part of the file says it.

    A sidecar beside it (photo.xmp, photo.jpg.xmp) counts before the file. Edits go into the
    sidecar of a desk's photograph, with their author, over what was supplied; the photograph
    itself is never changed; a line each says what was edited. Ends with 2 if one could not be
    read, or not be edited.

    \b
    Examples:
      cutline metadata fire.jpg
      cutline metadata --format json photos/*.jpg
      cutline metadata fire.jpg --set altTextAccessibility='A hill burns' --by 'Ana Silva'
    """
    failed = False
    told = []
    with Meter() as meter:
        desk = Desk(meter)
        edits = bool(values or cleared or reverted)
        read = (
            desk.amend(files, values, cleared, reverted, author) if edits else desk.metadata(files)
        )
        for number, inspected in enumerate(read):
            if isinstance(inspected, CutlineError):
                failed = True
                trouble(inspected)
                continue
            failed = failed or inspected.reading is None
            if form == "json":
                told.append(inspected.as_json())
            if inspected.reading is None:
                say(f"cutline: {plain(inspected.reason)}")
            elif form == "text" and inspected.edited:
                click.echo(f"edited {plain(inspected.path)}: {', '.join(inspected.edited)}")
            elif form == "text":
                painted = colour(sys.stdout)
                text = inspected.as_text(colour=painted, width=width())
                gap = "\n" if number else ""
                click.echo(gap + plain_lines(text, coloured=painted), nl=False)
    if form == "json":
        click.echo(plain_json(json.dumps(told, ensure_ascii=False, indent=1)))
    raise SystemExit(2 if failed else 0)
