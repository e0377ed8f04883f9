"""The desk: one method for each verb. It alone knows the clock and the configuration.

What a verb needs is loaded when it is used, so that a publish that has nothing to do is
over before libraries would have loaded.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cutline.desk.caretaker import Caretaker
from cutline.desk.home import DESK_FILE, find_desk
from cutline.model import CutlineError, House, StoreError

if TYPE_CHECKING:
    from cutline.check.baseline import Baseline
    from cutline.check.report import Report
    from cutline.desk.choosing import Choice
    from cutline.desk.crediting import Read
    from cutline.desk.doctor import Ability
    from cutline.desk.drafting import Drafted
    from cutline.desk.exporting import Exported
    from cutline.desk.importing import Imported
    from cutline.desk.library import Library, Progress
    from cutline.desk.mending import Answer, Mended
    from cutline.desk.terms import Result, Terms
    from cutline.store import Places

Done = TypeVar("Done")


def _nobody(what: str, done: int, total: int) -> None:
    """Progress that tells nobody."""


class Desk(Caretaker):
    """Takes stories from files to a site.

    Args:
        progress: Told what is being done, how much of it is done, and how much there is.
        preview: Publish beside the site, where a preview alone reads.
    """

    def __init__(self, progress: "Progress" = _nobody, *, preview: bool = False) -> None:
        super().__init__(progress)
        self._preview = preview

    def init(self, folder: Path) -> Path:
        """Make a desk: its settings, and folders for photographs and stories.

        Raises:
            StoreError: there is a desk already, a file is in the way, or it cannot be written.
        """
        from cutline import store  # noqa: PLC0415
        from cutline.desk.config import STARTING  # noqa: PLC0415

        settings = folder / DESK_FILE
        if settings.exists():
            raise StoreError(f"“{folder}” is a desk already", "nothing was changed")
        try:
            for place in (folder, folder / "photographs", folder / "stories"):
                store.make_folder(place)
            store.create(settings, STARTING.encode(), mode=0o644)
        except store.TakenError as error:
            hint = "move the file of that name away, or name another folder"
            raise StoreError(error.message, hint) from error
        return settings

    def publish(self, path: Path, to: Path | None, terms: "Terms") -> "Result":
        """Check, render and publish a story or a folder.

        Args:
            path: A folder of photographs, a folder with a ``story.md``, or a story.
            to: The site; None for the desk's own, or ``site`` here.
            terms: On which terms.

        Raises:
            RefusalError: the check, or a photograph, stands in the way.
            CutlineError: it could not be done; the old site stands.
        """
        (outcome,) = self.publish_all((path,), to, terms)
        if isinstance(outcome, CutlineError):
            raise outcome
        return outcome

    def publish_all(
        self, paths: Sequence[Path], to: Path | None, terms: "Terms"
    ) -> "tuple[Result | CutlineError, ...]":
        """Check, render and publish stories, all in one release.

        Args:
            paths: As for ``publish``; several are of one desk, and go to its site.
            to: As for ``publish``.
            terms: On which terms.

        Returns:
            For each what came of it, or why it stays as it was on the site.

        Raises:
            CutlineError: it could not be done; the old site stands.
        """
        from cutline.desk.publishing import Publishing  # noqa: PLC0415

        desk = _desk_of(paths[0])
        house, places = _house(desk), self._places(desk, to)
        publishing = Publishing(
            desk, house, places, to, terms, _now(), self._preview, self._library, self._progress
        )
        return publishing.publish(paths)

    def export(
        self, path: Path, format: str, to: Path | None, site: Path | None, terms: "Terms"
    ) -> "Exported":
        """Check a story or a folder, and write it as something to carry away.

        Args:
            path: As for ``publish``.
            format: ``epub``, ``pdf`` or ``social``.
            to: The file, or the folder; None for one named after the story, here.
            site: The site it runs on; None for the desk's own, or ``site`` here.
            terms: On which terms.

        Raises:
            RefusalError: the check, or a photograph, stands in the way.
            CutlineError: it could not be done; what was there stands.
        """
        from cutline.desk.exporting import Exporter  # noqa: PLC0415
        from cutline.desk.jobs import job_of  # noqa: PLC0415
        from cutline.publish.portable import FORMATS  # noqa: PLC0415

        desk = _desk_of(path)
        places = self._places(desk, site)
        job = job_of(path, desk, site, _house(desk), places, terms, _now())
        library = self._library(job.material.root, places)
        return Exporter(job, FORMATS[format], library, self._progress).export(to)

    def check(
        self, path: Path, choice: "Choice", baseline: "Baseline | None" = None
    ) -> Iterator["Report | CutlineError"]:
        """Read a story, a folder, a folder of stories or stories in JSON as the copy desk would.

        Args:
            path: What is read; ``-`` for standard input.
            choice: Which rules are asked.
            baseline: What was there before and is not told again.

        Yields:
            A report on each story; in its stead the reason why one of several cannot be read.

        Raises:
            CutlineError: there is no story.
        """
        from cutline.desk.choosing import chosen  # noqa: PLC0415

        for report in self._reports(path):
            if isinstance(report, CutlineError):
                yield report
                continue
            told = chosen(report, choice)
            yield baseline.beyond(told) if baseline else told

    def fix(
        self,
        path: Path,
        choice: "Choice",
        *,
        write: bool,
        answer: "Answer | None" = None,
    ) -> Iterator["Mended | CutlineError"]:
        """Mend what is safe to mend in a story's file, or in stories in JSON.

        Args:
            path: The story, its folder, a folder of stories; stories in JSON, which are never
                written to; ``-`` for standard input.
            choice: Which rules are asked.
            write: Whether to keep what is mended; else the difference is only shown.
            answer: Asked about each fix that is not safe; None asks nobody.

        Yields:
            What mending each came to; in its stead the reason why one of several cannot be.

        Raises:
            CutlineError: there is nothing to mend.
        """
        from cutline.desk import mending, reading, series, sources, stories  # noqa: PLC0415

        if (source := sources.open_source(path)) is not None or stories.is_json(path):
            house, given = self._settled(Path.cwd()), source or path
            yield mending.mend_given(given, house, _now(), choice, answer, keep=write)
            return

        def mended(each: Path) -> "Mended":
            desk = _desk_of(each)
            material, read = reading.reader(each, desk, _house(desk), _now(), self._progress)
            return mending.mend_file(material, read, choice, answer, write=write)

        yield from _each(series.stories_in(path), mended)

    @staticmethod
    def baseline(path: Path) -> "Baseline":
        """What an earlier check found, from the JSON that it printed.

        Raises:
            ReadError: the file cannot be read, or is something else.
        """
        from cutline.check.baseline import read_baseline  # noqa: PLC0415
        from cutline.desk.stories import read_json_text  # noqa: PLC0415

        return read_baseline(read_json_text(path), str(path))

    def new(self, folder: Path) -> "Drafted":
        """Write a ``story.md`` from the photographs of a folder.

        In a desk the story goes to ``stories/``; a loose folder gets its own.

        Raises:
            CutlineError: there are no photographs, or a story is there already.
        """
        from cutline.desk.drafting import draft_story  # noqa: PLC0415

        desk = find_desk(folder)
        house = _house(desk)
        return draft_story(folder, desk, house, self._progress)

    def bring(self, source: Path, folder: Path) -> "Imported":
        """Make a story folder of what others published: a page, its text, or a wire item.

        Args:
            source: The file; ``-`` for standard input.
            folder: The new folder.

        Raises:
            CutlineError: it is no such source, the folder holds files, or it cannot be written.
        """
        from cutline.desk.importing import import_story  # noqa: PLC0415
        from cutline.desk.sources import importable  # noqa: PLC0415

        house = _house(find_desk(folder))
        return import_story(importable(source), folder, house, self._progress)

    def credit(self, lines: Iterable[str]) -> Iterator["Read"]:
        """Read credit lines one by one; the parties of the desk we stand in are known.

        Raises:
            CutlineError: the settings, or a line of JSON, cannot be read.
        """
        from cutline.desk.crediting import read_lines  # noqa: PLC0415

        return read_lines(lines, _house(find_desk(Path.cwd())))

    def explain(self, code: str) -> str:
        """A rule's page.

        Raises:
            ConfigError: there is no such rule.
        """
        from cutline.desk import pages  # noqa: PLC0415

        return pages.explain(code)

    def rules(self) -> Sequence[tuple[str, str, str, str]]:
        """Every rule: code, name, severity, and its page's first sentence."""
        from cutline.desk import pages  # noqa: PLC0415

        return pages.contents()

    def examine(self) -> Iterator["Ability"]:
        """What this machine can do, one thing after the other."""
        from cutline.desk.doctor import examine  # noqa: PLC0415

        return examine()

    def example(self, folder: Path) -> Path:
        """Make the example's desk in a folder, unless it is there; gives its story's file.

        Raises:
            CutlineError: its photographs are not installed, or something else is there.
        """
        from cutline.desk.demo import make_desk  # noqa: PLC0415

        return make_desk(folder)

    @staticmethod
    def stories(paths: Sequence[Path], to: Path | None) -> tuple[Path, ...]:
        """The stories that ``publish`` takes one by one: themselves, or all below a folder.

        Raises:
            CutlineError: one is not there, or no desk's site has room for all.
        """
        from cutline.desk.series import to_publish  # noqa: PLC0415

        return to_publish(paths, to)

    @staticmethod
    def terms(
        codes: Sequence[str],
        names: Sequence[str],
        reasons: Sequence[str],
        *,
        draft: bool,
        skip_unreadable: bool,
    ) -> "Terms":
        """Terms of publishing, as a person typed them.

        Raises:
            ConfigError: an override lacks its rule, its name or its reason.
        """
        from cutline.desk.terms import read_terms  # noqa: PLC0415

        return read_terms(codes, names, reasons, draft=draft, skip_unreadable=skip_unreadable)

    @staticmethod
    def choice(select: Sequence[str], ignore: Sequence[str]) -> "Choice":
        """Which rules are asked, as a person typed them: codes or names, repeated or with commas.

        Raises:
            ConfigError: there is no such rule.
        """
        from cutline.desk.choosing import choice_of  # noqa: PLC0415

        return choice_of(select, ignore)

    def _reports(self, path: Path) -> Iterator["Report | CutlineError"]:
        from cutline.desk import sources, stories  # noqa: PLC0415 - light; the rest is not

        if (source := sources.open_source(path)) is not None:
            yield from sources.reports(source, self._settled(Path.cwd()), _now(), self._progress)
            return
        if stories.is_json(path):
            text = stories.read_json_text(path)
            yield from stories.check_json(text, str(path), self._settled(Path.cwd()), _now())
            return
        from cutline.desk import reading, series  # noqa: PLC0415

        def read(each: Path) -> "Report":
            desk = _desk_of(each)
            return reading.check_story(each, desk, _house(desk), _now(), self._progress)[1]

        yield from _each(series.stories_in(path), read)

    @staticmethod
    def _settled(folder: Path) -> House:
        from cutline.desk.choosing import settled  # noqa: PLC0415

        return settled(_house(find_desk(folder)))

    def _places(self, desk: Path | None, to: Path | None) -> "Places":
        from cutline import store  # noqa: PLC0415 - stories in JSON lie nowhere

        places = store.places_of(desk, to)
        return store.beside(places) if self._preview else places

    def _library(self, root: Path, places: "Places") -> "Library":
        from cutline import store  # noqa: PLC0415
        from cutline.desk.library import Library  # noqa: PLC0415

        index = store.Index(places.cache / "index", time.time_ns)
        return Library(root, store.Cache(places.cache), index, self._progress)


def _house(desk: Path | None) -> House:
    if desk is None:
        return House()
    from cutline.desk.config import read_house  # noqa: PLC0415 - most stories in JSON have none

    return read_house(desk)


def _desk_of(path: Path) -> Path | None:
    return find_desk(path if path.is_dir() else path.parent)


def _each(paths: Sequence[Path], do: Callable[[Path], Done]) -> Iterator["Done | CutlineError"]:
    """What is done with each path, or why it could not be; the only one raises its reason."""
    for path in paths:
        try:
            yield do(path)
        except CutlineError as error:
            if len(paths) == 1:
                raise
            yield error


def _now() -> datetime:
    return datetime.now(UTC)
