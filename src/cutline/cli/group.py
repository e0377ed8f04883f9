"""The group of commands: each is loaded when it is called, and no fault ends in a traceback."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from cutline import __version__
from cutline.model import CutlineError

_COMMANDS = {
    "demo": "publish an example story and open it",
    "init": "make a desk",
    "new": "write a story.md from photographs",
    "publish": "check, render and publish a story or a folder",
    "check": "read stories as the copy desk would",
    "explain": "what a rule asks, and why",
    "metadata": "what a photograph says of itself",
    "doctor": "is this machine able",
}
"""The commands in the order in which a person meets them."""

TROUBLE = 2
"""Exit code of a tool that could not work."""


class Commands(click.Group):
    """Loads the module of a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which a person meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"cutline.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a fault is one sentence on standard error."""
        try:
            return super().invoke(ctx)
        except CutlineError as error:
            _say(str(error))
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            where = f" ({error.filename})" if error.filename else ""
            _say(f"the system refused: {error.strerror or error}{where}")
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get("CUTLINE_TRACE"):
                raise
            _say(
                f"a fault of cutline's own ({type(error).__name__}: {error}); nothing was lost; "
                "CUTLINE_TRACE=1 shows where, so that you can report it"
            )
        return ctx.exit(TROUBLE)


def _say(sentence: str) -> None:
    click.echo(f"cutline: {sentence}", err=True)
    sys.stdout.flush()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cutline")
def main() -> None:
    """The picture desk, from wire to web.

    A folder of captioned photographs becomes a photo story: checked as a copy desk would,
    every credit in its place, fast on a phone.

    \b
    Start with:
      cutline demo                         an example, published and opened
      cutline publish PHOTOS --draft       your own folder, at once
    """
