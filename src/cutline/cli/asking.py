"""Walking through fixes that a person decides on."""

import sys
from typing import TYPE_CHECKING

import click

from cutline.cli.plain import plain
from cutline.model import ConfigError

if TYPE_CHECKING:
    from cutline.desk.mending import Offer

_ANSWERS = {"y": True, "n": False, "q": None}


def is_a_person() -> None:
    """Make sure that somebody can answer.

    Raises:
        ConfigError: standard input is closed.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise ConfigError(
            "--fix=ask asks a person", "use it in a terminal, or --fix for safe fixes"
        )


def answer(offer: "Offer") -> bool | None:
    """Show a fix and ask: yes, no, or no more questions."""
    finding = offer.finding
    where = "story" if finding.place.photo is None else f"photograph {finding.place.photo + 1}"
    lines = [
        "",
        f"{finding.code} {finding.name}, {where}: {finding.message}",
        f"  - {offer.before}",
        f"  + {offer.after}",
    ]
    if offer.others:
        lines.append(f"  and {offer.others} more change{'s' if offer.others > 1 else ''} with it")
    for line in lines:
        click.echo(plain(line), err=True)
    try:
        said = click.prompt(
            "Change it? y(es), n(o), q(uit asking)",
            type=click.Choice(sorted(_ANSWERS)),
            default="n",
            show_choices=False,
            err=True,
        )
    except click.Abort:
        return None
    return _ANSWERS[said]
