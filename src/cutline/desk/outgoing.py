"""A story on its way out: cleared, rendered, and then waiting for the release."""

from collections.abc import Mapping
from dataclasses import replace

from cutline.check import counts, fails, verdict
from cutline.desk.clearing import Cleared, Clearing, Job, answered, refuse_withdrawn
from cutline.desk.composing import Issued, listed, meets, name_taken, refuse_denied
from cutline.desk.library import Library, Progress
from cutline.desk.printing import Printer
from cutline.desk.record import keep_missing, record_of
from cutline.desk.remembered import Stories, awaited
from cutline.desk.shown import Release, Shown
from cutline.desk.terms import Result
from cutline.model import CutlineError, RefusedError, Severity


class Outgoing:
    """One story of a publish.

    Args:
        job: What is to go out, and on which terms.
        shown: What the site shows.
        library: Where its photographs are.
        progress: Told how far it is.

    Attributes:
        job: The same.
        outcome: What came of it; None until that is known.
    """

    def __init__(self, job: Job, shown: Shown, library: Library, progress: Progress) -> None:
        self.job = job
        self._shown = shown
        self.outcome: Result | CutlineError | None = None
        self._library = library
        self._progress = progress
        self._clearing: Clearing | None = None
        self._ready: tuple[Cleared, Printer] | None = None
        self._decoded = 0
        self._met = self._edition()

    @property
    def printer(self) -> Printer:
        """What prints it, once it is ready."""
        return self._at_hand()[1]

    def make_ready(self, sources: dict[str, str]) -> None:
        """Read, check and render it; the outcome says where that is not to be, or not needed.

        Args:
            sources: Where the stories before it come from, by slug; this one is added where
                it goes out.
        """
        if self.outcome is not None:
            return
        slug, source = self.job.material.slug, self.job.site.source
        try:
            if sources.get(slug, source) != source:
                raise name_taken(slug, sources[slug], source)
            while self.outcome is None and self._ready is None:
                self._prepare()
            sources[slug] = source
        except CutlineError as error:
            self.outcome = error

    def ask_again(self) -> None:
        """Refuse it where somebody took it back, or down, while pictures were made."""
        if self.outcome is not None:
            return
        held = {each.photograph.sha256 for each in self._at_hand()[0].held}
        try:
            refuse_denied(self.job.site.places, held, self.job.site.killed)
            self.refuse_overtaken()
        except CutlineError as error:
            self.outcome = error

    def refuse_overtaken(self) -> None:
        """Let no publish undo what others did to the story since it began.

        Raises:
            RefusedError: it was withdrawn, or the site shows another edition of it than then
                and than this one.
        """
        refuse_withdrawn(self.job)
        if self._edition() not in (self._met, self.printer.facts()["edition"]):
            slug = self.job.material.slug
            raise RefusedError(f"“{slug}” was changed on the site meanwhile", "publish again")

    def settle(self, issued: Issued, *, alone: bool, last: bool) -> None:
        """Take in what came of the release; what could not be decoded is done without, or refused.

        Args:
            issued: What came of it.
            alone: True where no other story was published with this one.
            last: True for the one with which is said what is true of all.
        """
        slug = self.job.material.slug
        if issued.failed:
            if slug in issued.failed:
                self._fail(issued.failed[slug])
            return
        printed = issued.printed[slug]
        self._decoded += printed.rendered
        prefix = "" if alone else self.job.site.prefix
        written = sum(path.startswith(prefix) for path in issued.fresh)
        news = (*issued.told[slug], *(issued.told[""] if last else ()))
        done = self._result(printed.notices, written, issued.number)
        self.outcome = replace(done, news=news)

    def record(self) -> dict[str, object]:
        """What runs, where and when: the usages."""
        cleared, printer = self._at_hand()
        name, found = self.job.site.places.out.name, counts(cleared.report.findings)
        paths = {each.photograph.sha256: each.path for each in cleared.held}
        return record_of(printer.edition, printer.plan, name, self.job.now, found, paths)

    def _prepare(self) -> None:
        """One try; a photograph that cannot be decoded asks for another."""
        if self._clearing is None:
            self._clearing = Clearing(self.job, self._library, self._progress)
        cleared, site = self._clearing.cleared(), self.job.site
        find = {each.photograph.sha256: each for each in cleared.held}.get
        printer = Printer(cleared.edition, find, site, self._library, self._progress)
        release = self._shown.release
        meets(printer, release.manifest if release else None)
        self._ready = (cleared, printer)
        if release and _stands(printer, release):
            keep_missing(site.places, self.record())
            self.outcome = self._result(printer.damaged(), None, release.number)
            return
        developed = printer.develop(release)
        self._decoded += developed.rendered
        if developed.failed:
            self._fail(developed.failed)

    def _edition(self) -> object:
        """Which edition of it the site shows."""
        facts = self._shown.stories.get(self.job.material.slug)
        return facts.get("edition") if isinstance(facts, dict) else None

    def _fail(self, failed: Mapping[str, str]) -> None:
        if self._clearing is not None:
            self._clearing.fail(failed)
        self._ready = None

    def _result(self, told: tuple[str, ...], written: int | None, release: str) -> Result:
        """What is said of it; ``written`` is None where nothing was to be done."""
        job, (cleared, _) = self.job, self._at_hand()
        report, stories = cleared.report, self._shown.stories
        left_out = tuple(f"left out: {reason}" for reason in cleared.left_out.values())
        return Result(
            page=job.site.places.out / job.site.prefix / "index.html",
            changed=written is not None,
            photographs=len(cleared.held),
            rendered=self._decoded if written is not None else 0,
            written=written or 0,
            verdict=verdict(report.findings),
            asks=fails(report.findings, Severity.WARNING),
            release=release,
            notices=(
                *left_out,
                *report.notices,
                *told,
                *answered(job, report),
                *(() if job.preview else _awaited(job, stories)),
            ),
        )

    def _at_hand(self) -> tuple[Cleared, Printer]:
        if self._ready is None:
            raise ValueError("the story is not ready")
        return self._ready


def _awaited(job: Job, stories: Stories) -> tuple[str, ...]:
    """Which editions in other languages are not on the site, in a sentence each."""
    slug = job.material.slug
    names = awaited(stories, slug, job.house.url) if slug in stories else ()
    return tuple(
        f"“{name}” is not on the site: once it is published, both link to each other"
        for name in names
    )


def _stands(printer: Printer, release: Release) -> bool:
    """Whether the site already shows just this, of this story and in its list of stories."""
    stories = listed([printer], release.stories if printer.site.prefix else {})
    return stories == release.stories and release.settled and printer.unchanged(release)
