"""``cutline credit``."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import count

import click

from cutline.cli.plain import plain_json, plain_lines
from cutline.desk import Desk

_LABEL = 9
"""Cells of the column of labels."""


@click.command()
@click.argument("lines", nargs=-1, metavar="[LINE]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    help="For people, or for programs.",
)
def command(lines: tuple[str, ...], form: str) -> None:
    """Say who is who in each credit LINE: creators, source, agency, and what it says of them.

    Without LINE, standard input is read, one line each. A line of JSON with "credit" (and
    "id") is read as well.

    \b
    Examples:
      cutline credit "Ana Silva/AFP/Getty Images"
      cutline credit --format jsonl < credits.txt
    """
    told = []
    for number, read in zip(count(), Desk().credit(lines or _typed()), strict=False):
        if form == "json":
            told.append(read.as_json())
        elif form == "jsonl":
            click.echo(plain_json(json.dumps(read.as_json(), ensure_ascii=False)))
        else:
            rows = "".join(f"  {label:<{_LABEL}}{value}\n" for label, value in read.rows())
            blank = "\n" if number else ""
            rows = rows or "  names nobody\n"
            click.echo(plain_lines(f"{blank}{read.credit.line}\n{rows}"), nl=False)
    if form == "json":
        click.echo(plain_json(json.dumps(told, ensure_ascii=False, indent=1)))


def _typed() -> Iterable[str]:
    if sys.stdin is None or sys.stdin.closed:
        return ()

    def lines() -> Iterator[str]:
        for line in sys.stdin.buffer:
            yield line.decode("utf-8-sig", "replace")

    return lines()
