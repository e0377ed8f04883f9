"""``cutline check``."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cutline.cli.plain import plain, plain_json, plain_lines
from cutline.cli.terminal import TROUBLE, Meter, colour, say, trouble, width
from cutline.desk import Desk
from cutline.model import CutlineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cutline.check.report import Report
    from cutline.desk.reading import Choice

_LEVELS = ("blocker", "error", "warning", "info")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    help="For people, or for programs.",
)
@click.option("--fix", is_flag=True, help="Apply the safe fixes to the story's file.")
@click.option("--diff", is_flag=True, help="Show what --fix would do.")
@click.option("--select", multiple=True, metavar="CODE", help="Ask only this (repeat, or commas).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Do not ask this.")
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    default="error",
    show_default=True,
    help="From which severity on to end with 1.",
)
def command(
    paths: tuple[Path, ...],
    form: str,
    fix: bool,
    diff: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
) -> None:
    """Read each PATH as the copy desk would: a story, a folder, stories as JSON, or -.

    Ends with 1 if a finding is at or above --fail-on, with 2 if something cannot be read:
    the rest is read all the same.

    \b
    Examples:
      cutline check story.md
      cutline check story.md --diff
      cutline check --format jsonl stories.jsonl > findings.jsonl
    """
    from cutline.desk.showing import fails, shown  # noqa: PLC0415 - not for --help

    choice = Desk.choice(select, ignore)
    if fix or diff:
        if form != "text":
            raise click.UsageError("--fix and --diff answer as text")
        reading = _Reading(partial(_mended, choice=choice, write=fix and not diff), paths)
    else:
        reading = _Reading(partial(_checked, choice=choice), paths)
    stops, coloured = False, colour(sys.stdout)
    for text, report in shown(reading, form, colour=coloured, width=width()):
        said = plain_lines(text, coloured=coloured) if form == "text" else plain_json(text)
        click.echo(said, nl=False)
        stops = stops or (report is not None and fails(report, fail_on))
    raise SystemExit(TROUBLE if reading.failed else int(stops))


class _Reading:
    """The reports on several paths; one that cannot be read is told, and the next is read.

    Attributes:
        failed: Whether one could not be read, once all have been asked for.
    """

    def __init__(
        self, read: "Callable[[Path, Meter], Iterable[Report]]", paths: tuple[Path, ...]
    ) -> None:
        self._read, self._paths = read, paths
        self.failed = False

    def __iter__(self) -> "Iterator[Report]":
        with Meter() as meter:
            for path in self._paths:
                try:
                    yield from self._read(path, meter)
                except BrokenPipeError:
                    raise
                except (CutlineError, OSError) as error:
                    self.failed = True
                    trouble(error)


def _checked(path: Path, meter: Meter, *, choice: "Choice") -> "Iterable[Report]":
    return Desk(meter).check(path, choice)


def _mended(path: Path, meter: Meter, *, choice: "Choice", write: bool) -> "Iterator[Report]":
    difference, report = Desk(meter).fix(path, choice, write=write)
    if difference:
        click.echo(plain_lines(difference), nl=False)
        if write:
            say(f"mended {plain(path)}")
    yield report
