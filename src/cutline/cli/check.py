"""``cutline check``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cutline.cli.terminal import Meter, colour, say, width
from cutline.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    Ends with 1 if a finding is at or above --fail-on, with 2 if something cannot be read.

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
        reports = _mend(paths, choice, write=fix and not diff)
    else:
        reports = _read(paths, choice)
    stops = False
    for text, report in shown(reports, form, colour=colour(sys.stdout), width=width()):
        click.echo(text, nl=False)
        stops = stops or (report is not None and fails(report, fail_on))
    raise SystemExit(1 if stops else 0)


def _read(paths: tuple[Path, ...], choice: "Choice") -> "Iterator[Report]":
    with Meter() as meter:
        for path in paths:
            yield from Desk(meter).check(path, choice)


def _mend(paths: tuple[Path, ...], choice: "Choice", *, write: bool) -> "Iterator[Report]":
    for path in paths:
        difference, report = Desk().fix(path, choice, write=write)
        if difference:
            click.echo(difference, nl=False)
            if write:
                say(f"mended {path}")
        yield report
