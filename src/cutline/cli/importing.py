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
    say(_told(imported.photographs, imported.photographs - imported.copied))
    say(f"then: cutline check {plain(imported.file)}")


def _told(photographs: int, left: int) -> str:
    """How many photographs the story places, and what to do where their files are not here."""
    count = f"imported a story of {photographs} photograph{'' if photographs == 1 else 's'}"
    if not left:
        return count
    if left == photographs:
        away = "its file is" if left == 1 else "their files are"
    else:
        away = f"{left} of their files {'is' if left == 1 else 'are'}"
    return f"{count}; {away} not here yet: save each beside the story under the name it has there"
