"""A preview that follows the files of a story: published again whenever one changes."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cutline import store
from cutline.desk.terms import Result
from cutline.model import ConfigError, CutlineError
from cutline.store import Places
from cutline.targets.preview import previewing

_QUIET_MS = 100
"""Milliseconds without a change after which a person has, for now, done with saving."""

_OURS = frozenset({"site", "releases", "editions", "ledger", "quarantine"})
"""Folders of a desk that publishing writes, and no story is made from."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one change.

    Attributes:
        url: Where the page is, or the preview as a whole where nothing was published.
        result: What was published; None where it was not.
        fault: Why it was not published; the preview shows what was there before.
    """

    url: str
    result: Result | None = None
    fault: CutlineError | None = None


def preview(
    publish: Callable[[], Result], places: Places, folder: Path, port: int
) -> Generator[Seen]:
    """Publish, serve, and publish again whenever something in the folder changes.

    Args:
        publish: Publishes the story to ``places``; cheap where nothing has changed.
        places: Where the preview's own site is.
        folder: What is watched: the desk, or the folder of the story.
        port: Of the loopback; 0 takes one that is free.

    Raises:
        BusyError: another preview of this site is running.
        ConfigError: the extra is not installed.
        TargetError: the port cannot be had.
    """
    changes = _changes(folder)
    with _alone(places), previewing(places, port) as server:
        yield _seen(publish, places, server.url)
        for _ in changes:
            seen = _seen(publish, places, server.url)
            if seen.result is None or seen.result.changed:
                server.changed()
                yield seen


@contextmanager
def _alone(places: Places) -> Iterator[None]:
    """Be the only preview of a site, and leave nothing of it: drafts are for nobody's keeping.

    Raises:
        BusyError: another preview of this site is running.
    """
    home = places.releases.parent
    with store.exclusive(home.with_name(f"{home.name}.lock"), store.quoted(home)):
        _forget(home)  # what a preview left that was killed
        try:
            yield
        finally:
            _forget(home)


def _forget(home: Path) -> None:
    if home.exists():
        store.remove_tree(home)


def _seen(publish: Callable[[], Result], places: Places, url: str) -> Seen:
    try:
        result = publish()
    except CutlineError as fault:
        return Seen(url, fault=fault)
    folder = result.page.parent.relative_to(places.out)
    return Seen(f"{url}{folder}/" if folder.parts else url, result)


def _changes(folder: Path) -> Iterator[object]:
    """Something each time that a file of a story may have changed; once at the beginning.

    What changed before the watch stood would be missed otherwise: publishing finds out.
    """
    try:
        from watchfiles import watch  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        hint = "install it: pip install 'cutline[preview]'"
        raise ConfigError("what follows changes is not installed", hint) from error
    root = folder.resolve()
    events = watch(
        root,
        watch_filter=lambda _, path: _matters(Path(path).relative_to(root)),
        step=_QUIET_MS,
        rust_timeout=_QUIET_MS,
        yield_on_timeout=True,
    )
    return (changed for at, changed in enumerate(events) if changed or at == 0)


def _matters(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.parts[:1] != () and path.parts[0] not in _OURS
