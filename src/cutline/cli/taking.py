"""What taking down has in common on the command line."""

from typing import TYPE_CHECKING

import click

from cutline.cli.plain import plain
from cutline.cli.terminal import say

if TYPE_CHECKING:
    from cutline.desk.taking_down import Taken


def tell_taken(taken: "Taken") -> None:
    """The addresses to purge on standard output, one a line; the rest beside them."""
    for address in taken.purge:
        click.echo(plain(address))
    for notice in taken.notices:
        say(plain(notice))
    say(plain(taken.said))
    if taken.purge:
        say("purge the addresses above from every cache in front of the site")
