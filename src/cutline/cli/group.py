"""The group of commands: each is loaded when it is called, and no fault ends in a traceback."""

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import Any

import click

from cutline import __version__
from cutline.cli.plain import plain, plain_lines
from cutline.cli.terminal import REFUSED, TROUBLE, say, trouble
from cutline.model import CutlineError, RefusedError

_COMMANDS = {
    "demo": "publish an example story and open it",
    "init": "make a desk",
    "new": "write a story.md from photographs",
    "import": "make a story folder of a published page or a wire item",
    "publish": "check, render and publish a story or a folder",
    "send": "take the published site to a bucket or into a zip file",
    "export": "make a book, a PDF or a social set of a story",
    "headers": "what a server must be told to serve a site well",
    "check": "read stories as the copy desk would",
    "explain": "what a rule asks, and why",
    "metadata": "what a photograph says of itself",
    "credit": "who is who in a credit line",
    "rollback": "put a story back to the edition before",
    "withdraw": "take a story off the site",
    "kill": "take photographs out of every release, for good",
    "verify": "hash everything again",
    "doctor": "is this machine able",
}
"""The commands in the order in which a person meets them."""

_MODULES = {"import": "importing"}
"""Modules that cannot have the name of their command, as Python keeps it for itself."""

_RARELY = 100_000
"""New objects after which cycles are looked for: a command that is soon over makes fewer."""

INTERRUPTED = 130
"""Exit code of a run that was interrupted, as shells have it (128 + SIGINT)."""


class Commands(click.Group):
    """Loads the module of a command only when it is asked for."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command, and spend no time on looking for cycles while it starts and ends.

        What a start loads stays to the end, and at the end the system takes all: looking
        through it was a seventh of a short command's time.
        """
        gc.set_threshold(_RARELY)
        atexit.register(gc.freeze)
        return super().main(*args, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which a person meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in _COMMANDS:
            return None
        return _load(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a fault is one sentence on standard error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except (CutlineError, OSError) as error:
            trouble(error)
            if isinstance(error, RefusedError):
                return ctx.exit(REFUSED)
        except click.UsageError as error:
            if (said := error.format_message()) == plain_lines(said):
                raise
            raise click.UsageError(plain_lines(said), error.ctx) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            say("cutline: stopped; nothing is half done, and a site that was there is as it was")
            return ctx.exit(INTERRUPTED)
        except Exception as error:
            if os.environ.get("CUTLINE_TRACE"):
                raise
            fault = plain(f"{type(error).__name__}: {error}")
            say(
                f"cutline: a fault of cutline's own ({fault}); nothing was lost; "
                "CUTLINE_TRACE=1 shows where, so that you can report it"
            )
        sys.stdout.flush()
        return ctx.exit(TROUBLE)


def _load(name: str) -> click.Command:
    command: click.Command = import_module(f"cutline.cli.{_MODULES.get(name, name)}").command
    return command


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
