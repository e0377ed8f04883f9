"""What a terminal is told beside the data: progress, colour, width."""

import os
import shlex
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

import click

from cutline.cli.plain import near, plain, plain_lines
from cutline.model import CutlineError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.progress import Progress, TaskID

    from cutline.desk import RefusalError, Result
    from cutline.desk.shipping import Shipped

REFUSED = 1
"""Exit code of what was refused, by the check or by somebody who withdrew it."""

TROUBLE = 2
"""Exit code of a tool that could not work."""

_PATIENCE = 1.0
"""Seconds before a bar appears."""


def colour(stream: TextIO) -> bool:
    """Whether to colour: a terminal, and nobody said no (``NO_COLOR``, no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Cells in a line: the terminal's, at most 100; 80 where there is none."""
    try:
        return min(100, os.get_terminal_size(sys.stderr.fileno()).columns or 80)
    except OSError:
        return 80


def say(text: str, *, coloured: bool = False) -> None:
    """Lines on standard error; ``coloured`` as in ``plain_lines``."""
    click.echo(plain_lines(text, coloured=coloured), err=True)


def trouble(error: CutlineError | OSError) -> None:
    """What went wrong in one sentence on standard error."""
    if isinstance(error, CutlineError):
        sentence = str(error)
    else:
        where = f" (“{plain(error.filename)}”)" if error.filename else ""
        sentence = f"the system refused: {error.strerror or error}{where}"
    click.echo(f"cutline: {plain(sentence)}", err=True)


def tell(result: "Result", path: Path | None = None, named: str = "") -> None:
    """Where the page lies, on standard output; the rest beside it.

    Args:
        result: What was done.
        path: What was published, as `cutline check` would be told.
        named: The story, where several are told of one after the other.
    """
    click.echo(plain(result.page))
    tell_progress(result, path, named)


def tell_progress(result: "Result", path: Path | None = None, named: str = "") -> None:
    """What publishing did, on standard error."""
    of = f"{named}: " if named else ""
    for notice in (*result.news, *result.notices):
        say(plain(f"{of}{notice}"))
    count = f"{result.photographs} photograph{'s' if result.photographs != 1 else ''}"
    see = f" (cutline check {shlex.quote(str(near(path)))})" if path and result.asks else ""
    told = plain(f"the copy desk: {result.verdict}{see}")
    if result.changed:
        done = f"{result.rendered} decoded, {result.written} files written"
        say(f"{of}published {count} ({done}); {told}")
    else:
        say(f"{of}nothing has changed: {count}; {told}")


def tell_outdated(results: "Sequence[Result]") -> None:
    """How many stories do not look as the house looks now, once all were published."""
    if results and (count := min(each.outdated for each in results)):
        told = "1 other story still has" if count == 1 else f"{count} other stories still have"
        stories = os.path.relpath(results[0].page.parents[2] / "stories")  # of a desk, never else
        say(plain(f"{told} the old look: cutline publish {stories}"))


def tell_refusal(error: "RefusalError") -> None:
    """Why a story does not go out, on standard error."""
    from cutline.desk.showing import refusal as shown  # noqa: PLC0415 - only when refused

    coloured = colour(sys.stderr)
    say(shown(error, colour=coloured, width=width()), coloured=coloured)


def tell_sent(sent: "Shipped") -> None:
    """Where a site was sent and how much of it, on standard error."""
    say(plain(f"sent to {sent.where}: {sent.did}"))


class Meter:
    """A bar on standard error, shown only on a terminal and only when it takes long."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` is done."""
        if not sys.stderr.isatty() or time.monotonic() - self._began < _PATIENCE:
            return
        if self._bar is None:
            from rich.console import Console  # noqa: PLC0415 - only where somebody waits
            from rich.progress import Progress  # noqa: PLC0415

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
        if what not in self._tasks:
            self._tasks[what] = self._bar.add_task(what, total=total)
        self._bar.update(self._tasks[what], completed=done, total=total)
