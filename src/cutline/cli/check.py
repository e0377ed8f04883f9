"""``cutline check``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cutline.cli.asking import answer, is_a_person
from cutline.cli.plain import plain, plain_json, plain_lines
from cutline.cli.terminal import TROUBLE, Meter, colour, say, trouble, width
from cutline.desk import Desk
from cutline.model import CutlineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cutline.check.report import Report
    from cutline.desk.choosing import Choice
    from cutline.desk.showing import Form

_LEVELS = ("blocker", "error", "warning", "info")
_FORMS = ("text", "json", "jsonl", "sarif", "github", "junit")
_FOR_JSON = frozenset(("json", "jsonl", "sarif"))


class _Command(click.Command):
    """``--fix`` may stand alone and then means ``--fix=safe``; it never eats a path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        whole = ["--fix=safe" if word == "--fix" else word for word in args]
        return super().parse_args(ctx, whole)


@click.command(cls=_Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="text", help="For people, or programs."
)
@click.option(
    "--fix",
    type=click.Choice(["safe", "ask"]),
    help="Apply the safe fixes to the story's file; --fix=ask asks about the others, too. "
    "Stories in JSON are printed mended.",
)
@click.option("--diff", is_flag=True, help="Show what --fix would do, above what is asked.")
@click.option("--select", multiple=True, metavar="CODE", help="Ask only this (repeat, or commas).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Do not ask this.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Leave out what an earlier --format json found.",
)
@click.option("--group", is_flag=True, help="In JSON, keep one cause in many places together.")
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
    fix: str | None,
    diff: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    group: bool,
    fail_on: str,
) -> None:
    """Read each PATH as the copy desk would: a story, a folder, stories as JSON, or -.

    A saved page of a gallery (HTML), its plain text, a ninjs or a NewsML-G2 item are read too.
    Ends with 1 if a finding is at or above --fail-on, with 2 if something cannot be read:
    the rest is read all the same.

    \b
    Examples:
      cutline check story.md
      cutline check story.md --diff
      cutline check stories --format json > baseline.json
      cutline check stories --baseline baseline.json
      cutline check --format jsonl stories.jsonl > findings.jsonl
    """
    from cutline.desk.showing import Form, fails, shown  # noqa: PLC0415 - not for --help

    shape = Form(form, colour(sys.stdout), width(), group, fail_on)
    choice = Desk.choice(select, ignore)
    if fix or diff:
        if form != "text" or baseline:
            raise click.UsageError("--fix and --diff answer as text, and know no --baseline")
        reading = _Reading(_Mending(choice, "diff" if diff else str(fix)), paths)
    else:
        known = Desk.baseline(baseline) if baseline else None
        reading = _Reading(lambda path, meter: Desk(meter).check(path, choice, known), paths)
    stops = False
    for text, report in shown(reading, shape):
        _print(text, shape, beside=reading.beside)
        stops = stops or (report is not None and fails(report, fail_on))
    raise SystemExit(TROUBLE if reading.failed else int(stops))


def _print(text: str, form: "Form", *, beside: bool) -> None:
    """A report; beside the mended stories, where standard output carries those."""
    json = form.name in _FOR_JSON
    said = plain_json(text) if json else plain_lines(text, coloured=form.colour)
    click.echo(said, nl=False, err=beside)


class _Reading:
    """The reports on several paths; one that cannot be read is told, and the next is read.

    Attributes:
        failed: Whether one could not be read, once all have been asked for.
    """

    def __init__(
        self,
        read: "Callable[[Path, Meter], Iterable[Report | CutlineError]]",
        paths: tuple[Path, ...],
    ) -> None:
        self._read, self._paths = read, paths
        self.failed = False

    @property
    def beside(self) -> bool:
        """Whether standard output belongs to mended stories."""
        return isinstance(self._read, _Mending) and self._read.document

    def __iter__(self) -> "Iterator[Report]":
        with Meter() as meter:
            for path in self._paths:
                try:
                    for report in self._read(path, meter):
                        if isinstance(report, CutlineError):
                            self._fail(report)
                            continue
                        for notice in report.notices:
                            say(f"{plain(path)}: {plain(notice)}")
                        yield report
                except BrokenPipeError:
                    raise
                except (CutlineError, OSError) as error:
                    self._fail(error)

    def _fail(self, error: CutlineError | OSError) -> None:
        self.failed = True
        trouble(error)


class _Mending:
    """Mends each path; ``how`` is ``safe``, ``ask``, or ``diff`` to show only.

    Attributes:
        document: Whether the last path was mended stories in JSON, printed as a whole.
    """

    def __init__(self, choice: "Choice", how: str) -> None:
        self._choice, self._how = choice, how
        self.document = False

    def __call__(self, path: Path, meter: Meter) -> "Iterator[Report | CutlineError]":
        asks, writes = self._how == "ask", self._how != "diff"
        if asks:
            is_a_person()
        asked = answer if asks else None
        for mended in Desk(meter).fix(path, self._choice, write=writes, answer=asked):
            if isinstance(mended, CutlineError):
                yield mended
                continue
            self.document = bool(mended.document) and writes
            if self.document:
                _document(mended.document)
            elif mended.difference:
                click.echo(plain_lines(mended.difference), nl=False)
            if mended.difference and writes and not self.document:
                for report in mended.reports:
                    say(f"mended {plain(report.path)}")
            yield from mended.reports


def _document(text: str) -> None:
    """Mended stories, byte for byte; a terminal is shown nothing that would drive it."""
    whole = plain_json(text) if sys.stdout.isatty() else text
    click.echo(whole.encode(), nl=False)
