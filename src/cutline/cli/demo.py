"""``cutline demo``."""

import os
import sys
from pathlib import Path

import click

from cutline.cli.plain import plain
from cutline.cli.terminal import Meter, colour, say, tell, width
from cutline.desk import Desk
from cutline.model import CutlineError


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("cutline-demo"),
    show_default=True,
    help="Folder of the example.",
)
@click.option("--no-open", is_flag=True, help="Do not open the page.")
def command(folder: Path, no_open: bool) -> None:
    """Make an example desk, let the check find a planted fault, mend it, publish, open it.

    \b
    Example:
      cutline demo --to cutline-demo
    """
    desk, named = Desk(), plain(folder)
    here = folder.exists()
    story = desk.example(folder)
    if here:
        say(f"The example desk is in {named} as you left it; delete it to start again.\n")
    else:
        say(f"An example desk is in {named}: four photographs and {story.name}, with one fault.\n")
    from cutline.desk.showing import Form, shown  # noqa: PLC0415 - not for --help

    choice = Desk.choice((), ())
    checked = (each for each in desk.check(story, choice) if not isinstance(each, CutlineError))
    coloured = colour(sys.stderr)
    for text, _ in shown(checked, Form(colour=coloured, width=width())):
        say(f"$ cutline check {plain(story)}\n{text}", coloured=coloured)
    for each in desk.fix(story, choice, write=True):
        if not isinstance(each, CutlineError) and each.difference:
            say(f"$ cutline check --fix {plain(story)}\n{each.difference}")
    say(f"$ cutline publish {plain(story)}")
    terms = Desk.terms((), (), (), draft=False, skip_unreadable=False)
    with Meter() as meter:
        result = Desk(meter).publish(story, None, terms)
    tell(result)
    if not no_open and _display():
        click.launch(str(result.page.absolute()))
    else:
        say("Open that file in a browser.")


def _display() -> bool:
    """Whether there is somebody with a screen."""
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
