"""``cutline metadata``."""

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cutline.cli.plain import plain, plain_json, plain_lines
from cutline.cli.terminal import Meter, say, width
from cutline.desk import Desk

if TYPE_CHECKING:
    from cutline.desk.inspect import Inspected

_LABEL = 24
"""Cells of the column of labels."""


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

    Ends with 2 if one could not be read.

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
                click.echo(("\n" if number else "") + plain_lines(_text(inspected)), nl=False)
    if form == "json":
        click.echo(plain_json(json.dumps(told, ensure_ascii=False, indent=1)))
    raise SystemExit(2 if failed else 0)


def _text(inspected: "Inspected") -> str:
    """One photograph for a person: caption and credit first, conflicts and problems in words."""
    reading = inspected.reading
    if reading is None:
        return ""
    size = f"{reading.upright.width} × {reading.upright.height}"
    lines = [f"{plain(inspected.path)}  {reading.format.upper()}  {size}"]
    for label, value, origin, differs in inspected.rows():
        lines += _row(label, value, origin.upper())
        for container, other in differs.items():
            lines += _row("", f"≠ {other}", f"{container.upper()} differs")
    for name, value in reading.capture.items():
        lines += _row(name, value, "camera")
    for problem in inspected.problems():
        lines += _row("problem", problem, "")
    if not inspected.rows():
        lines.append("  it says nothing: no caption, no credit, no rights")
    return "".join(f"{line}\n" for line in lines)


def _row(label: str, value: str, origin: str) -> list[str]:
    """A value wrapped beside its label, and who said it at the end."""
    said = f"{value}  ({origin})" if origin else value
    room = max(20, width() - _LABEL - 4)
    wrapped = [part for line in said.split("\n") for part in textwrap.wrap(line, room) or [""]]
    heads = [label[:_LABEL], *[""] * (len(wrapped) - 1)]
    return [f"  {head:<{_LABEL}}  {part}" for head, part in zip(heads, wrapped, strict=True)]
