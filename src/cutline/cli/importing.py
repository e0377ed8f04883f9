"""``cutline import``."""

from pathlib import Path

import click

from cutline.cli.plain import plain
from cutline.cli.terminal import Meter, say
from cutline.desk import Desk


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The new story folder.",
)
def command(source: Path, folder: Path) -> None:
    """Make a story folder of SOURCE, which others published: checking it asks the same.

    SOURCE is a saved page of a gallery or photo essay (HTML), its plain text, a ninjs or a
    NewsML-G2 item, or - for standard input. Photographs that lie beside a page are copied; of
    the others the story says where they were. What the source says of them apart from its words
    goes into sidecars. Nothing is fetched, and nothing that is there is written over.

    \b
    Examples:
      cutline import flood.html --to stories/flood
      cutline import gallery.txt --to gallery
    """
    with Meter() as meter:
        imported = Desk(meter).bring(source, folder)
    click.echo(plain(imported.file))
    for notice in imported.notices:
        say(f"{plain(source)}: {plain(notice)}")
    left = imported.photographs - imported.copied
    count = f"{imported.photographs} photograph{'' if imported.photographs == 1 else 's'}"
    away = f"; put {left} of them beside the story under the names that it gives" if left else ""
    say(f"imported {count}{away}; then: cutline check {plain(imported.file)}")
