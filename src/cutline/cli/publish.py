"""``cutline publish``."""

from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cutline.cli.plain import plain
from cutline.cli.terminal import (
    REFUSED,
    TROUBLE,
    Meter,
    say,
    tell,
    tell_outdated,
    tell_progress,
    tell_refusal,
    tell_sent,
    trouble,
)
from cutline.desk import Desk, Dispatch, RefusalError
from cutline.model import CutlineError, RefusedError

if TYPE_CHECKING:
    from cutline.desk.terms import Result, Terms


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path), help="The site. Default: ./site")
@click.option("--draft", is_flag=True, help="Quick and forgiving; the page says that it is one.")
@click.option("--override", "codes", multiple=True, metavar="CODE", help="Let this finding pass.")
@click.option("--by", "names", multiple=True, metavar="NAME", help="Who takes responsibility.")
@click.option("--reason", "reasons", multiple=True, metavar="TEXT", help="Why.")
@click.option("--skip-unreadable", is_flag=True, help="Leave out photographs that fail.")
@click.option("--target", metavar="NAME", help="Then send it there: a target, or FILE.zip.")
@click.option("--serve", is_flag=True, help="Only preview it, as a draft that follows changes.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Of the preview.")
def command(
    paths: tuple[Path, ...],
    to: Path | None,
    draft: bool,
    codes: tuple[str, ...],
    names: tuple[str, ...],
    reasons: tuple[str, ...],
    skip_unreadable: bool,
    target: str | None,
    serve: bool,
    port: int,
) -> None:
    """Check, render and publish each PATH: a folder of photographs, or a story.

    Of a desk's folder of stories every one is published, all in one release: after a change of
    colours or address, or to bring a whole desk out. Ends with 1 if the check refuses one, with 2
    if one cannot be read; of that one the site stays as it was. A preview is for this machine
    alone, leaves the site alone, and ends with Ctrl-C.

    \b
    Examples:
      cutline publish my-photos --draft
      cutline publish stories/flood/story.md --to site
      cutline publish stories
      cutline publish stories/flood --target web
      cutline publish stories/flood --serve
      cutline publish flood --override CAP003 --by "Ana Silva" --reason "As on the poster."
    """
    if serve and target:
        raise click.UsageError("a preview is sent nowhere: leave out --serve or --target")
    draft = draft or serve
    terms = Desk.terms(codes, names, reasons, draft=draft, skip_unreadable=skip_unreadable)
    stories = Desk.stories(paths, to)
    several = len(stories) > 1
    if several and (serve or codes):
        raise click.UsageError("--serve and --override are for one story: name that alone")
    if serve:
        _preview(stories[0], to, terms, port)
        return
    dispatch = Dispatch(stories[0], to)
    where = dispatch.target(target) if target else None
    with Meter() as meter:
        outcomes = Desk(meter).publish_all(stories, to, terms)
    worst = max(map(partial(_tell, several=several), outcomes, stories))
    if not worst:  # else the reason why some have the old look stands above
        tell_outdated([each for each in outcomes if not isinstance(each, CutlineError)])
    if worst:
        if target:
            say(plain(f"nothing was sent: `cutline send {target}` sends the site as it is"))
        raise SystemExit(worst)
    if where:
        with Meter() as meter:
            sent = dispatch.send(where, meter)
        tell_sent(sent)


def _tell(outcome: "Result | CutlineError", path: Path, *, several: bool) -> int:
    """Say what came of one story; the exit code that this asks for."""
    if isinstance(outcome, RefusalError):
        tell_refusal(outcome)
        return REFUSED
    if isinstance(outcome, CutlineError):
        if not several:
            raise outcome
        trouble(outcome)
        return REFUSED if isinstance(outcome, RefusedError) else TROUBLE
    tell(outcome, path, named=outcome.page.parent.name if several else "")
    return 0


def _preview(path: Path, to: Path | None, terms: "Terms", port: int) -> None:
    """Say where the preview is, then what comes of each change, until Ctrl-C."""
    following = Dispatch(path, to).preview(terms, port)
    with suppress(KeyboardInterrupt), closing(following):  # closing it stops the server
        for at, seen in enumerate(following):
            if at == 0:
                click.echo(seen.url)
            if isinstance(seen.fault, RefusalError):
                tell_refusal(seen.fault)
            elif seen.fault:
                trouble(seen.fault)
            elif seen.result:
                tell_progress(seen.result, path)
    say("the preview has ended; the site is as it was")
