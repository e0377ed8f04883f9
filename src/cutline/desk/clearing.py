"""A story on its way out: read, checked, frozen; or refused with all that must be mended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cutline import imaging, store
from cutline.check import counts
from cutline.check.allowing import named
from cutline.check.report import Report
from cutline.desk import ledger
from cutline.desk.leaving_out import without
from cutline.desk.library import Held, Library, Progress
from cutline.desk.likeness import fingerprints
from cutline.desk.material import Material
from cutline.desk.printing import Site, probe
from cutline.desk.proofing import allowed, placed, renumbered, whole_names
from cutline.desk.reading import report_on
from cutline.desk.terms import WITHDRAWN, RefusalError, Terms
from cutline.model import (
    Edition,
    Finding,
    House,
    Killed,
    Override,
    Passage,
    Photograph,
    Picture,
    RefusedError,
    RenderError,
    Severity,
    Shot,
    Unreadable,
)


@dataclass(frozen=True, slots=True)
class Job:
    """One story that is to go out.

    Attributes:
        material: The story.
        site: The site that it runs on, whose kills and withdrawals hold.
        house: The house style.
        now: The instant.
        named: The story as the user named it.
        terms: On which terms.
        preview: True where one person alone sees it: then the ledger hears nothing of it.
        export: True where it does not go to the site, but is carried away.
    """

    material: Material
    site: Site
    house: House
    now: datetime
    named: str
    terms: Terms
    preview: bool = False
    export: bool = False


@dataclass(frozen=True, slots=True)
class Cleared:
    """A story that may go out.

    Attributes:
        edition: What is printed.
        held: Its photographs.
        report: What the copy desk says.
        left_out: Photographs that cannot be used and are left out, with the reason, by name.
    """

    edition: Edition
    held: tuple[Held, ...]
    report: Report
    left_out: Mapping[str, str]


class Clearing:
    """Reads a story and its photographs, and lets it pass or refuses it.

    Args:
        job: What is to go out, and on which terms.
        library: Where its photographs are.
        progress: Told how far it is.

    Raises:
        RefusedError: it was withdrawn, and nobody answers for its return.
    """

    def __init__(self, job: Job, library: Library, progress: Progress) -> None:
        refuse_withdrawn(job)
        self._job = job
        self._library = library
        self._progress = progress
        self._bad: dict[str, str] = {}
        denied = ledger.kills(job.site.places)
        everything = tuple(map(_printable, allowed(placed(job.material, library), denied)))
        self._killed = ledger.looks(denied)
        self._everything = _seen(everything, job, library, progress) if self._killed else everything

    def cleared(self) -> Cleared:
        """The story as it may go out.

        Raises:
            RefusalError: the check, or a photograph, stands in the way.
        """
        job = self._job
        while True:
            unusable = (each for each in self._everything if isinstance(each, Unreadable))
            self._bad |= {each.name: str(each) for each in unusable}
            report, held = _read(job, self._everything, self._killed)
            stopping = [finding for finding in report.findings if job.terms.stops(finding)]
            if not stopping and held and (not self._bad or job.terms.skip_unreadable):
                return Cleared(_freeze(job, report), held, report, dict(self._bad))
            broken = probe(held, job.site.places, self._library, self._progress)
            if not (broken and job.terms.skip_unreadable):
                raise _refusal(job, report, self._bad | _named(held, broken))
            self.fail(broken)

    def fail(self, failed: Mapping[str, str]) -> None:
        """Take note of photographs that could not be decoded: reasons by hash."""
        self._everything = tuple(_or_failed(each, failed) for each in self._everything)


def refuse_withdrawn(job: Job) -> None:
    """What was withdrawn comes back only if somebody answers for that.

    Args:
        job: The story, its site, and who answers for what.

    Raises:
        RefusedError: nobody does.
    """
    withdrawn = ledger.withdrawal(job.site.places, job.material.slug)
    if withdrawn is None or any(each.code == WITHDRAWN for each in job.terms.overrides):
        return
    day, by, reason = withdrawn
    raise RefusedError(
        f"“{job.material.slug}” was withdrawn on {day} by {by}: {reason.rstrip('.')}",
        f"--override {WITHDRAWN} --by NAME --reason TEXT brings it back",
    )


def _seen(
    everything: tuple[Held | Unreadable, ...], job: Job, library: Library, progress: Progress
) -> tuple[Held | Unreadable, ...]:
    """The photographs with what they show, as one of them could be a copy of what was killed."""
    held = {each.photograph.sha256: each for each in everything if isinstance(each, Held)}
    cache = store.Cache(job.site.places.cache)
    found = fingerprints(list(held.values()), library, cache, progress)
    return tuple(
        replace(each, photograph=replace(each.photograph, likeness=likeness))
        if isinstance(each, Held) and (likeness := found.get(each.photograph.sha256)) is not None
        else each
        for each in everything
    )


def _read(
    job: Job, everything: tuple[Held | Unreadable, ...], killed: tuple[Killed, ...]
) -> tuple[Report, tuple[Held, ...]]:
    """The report on what would be published, and the photographs that can be."""
    bad = frozenset(at for at, each in enumerate(everything) if isinstance(each, Unreadable))
    leave_out = bad if job.terms.skip_unreadable else frozenset()
    story = without(job.material.story, leave_out)
    kept = [each for at, each in enumerate(everything) if at not in leave_out]
    photographs = tuple(each.photograph if isinstance(each, Held) else each for each in kept)
    slips = renumbered(job.material.slips, leave_out)
    material = replace(job.material, story=story, slips=slips)
    report = report_on(material, photographs, job.now, job.house, job.named, killed)
    return report, tuple(each for each in kept if isinstance(each, Held))


def _printable(each: Held | Unreadable) -> Held | Unreadable:
    """A photograph of a shape that no rendition can have cannot be used."""
    if isinstance(each, Held):
        try:
            imaging.recipes(each.photograph.size, each.photograph.orientation)
        except RenderError as error:
            return Unreadable(each.photograph.name, f"“{each.photograph.name}”: {error}")
    return each


def _or_failed(each: Held | Unreadable, failed: Mapping[str, str]) -> Held | Unreadable:
    if isinstance(each, Held) and each.photograph.sha256 in failed:
        return Unreadable(each.photograph.name, failed[each.photograph.sha256])
    return each


def _named(held: tuple[Held, ...], failed: Mapping[str, str]) -> dict[str, str]:
    names = {each.photograph.sha256: each.photograph.name for each in held}
    return {names[sha256]: reason for sha256, reason in failed.items()}


def _refusal(job: Job, report: Report, bad: Mapping[str, str]) -> RefusalError:
    """What stands in the way; a photograph that cannot be used is told once, with its reason."""
    told = {each: reason for each in report.findings if (reason := _reason(each, report, bad))}
    findings = tuple(each for each in report.findings if each not in told)
    stopping = [finding for finding in findings if job.terms.stops(finding)]
    unreadable = bool(bad) and not job.terms.skip_unreadable
    found = []
    if stopping:
        count = sum(1 + len(finding.places) for finding in stopping)
        found.append(f"{_many(count, 'finding')} must be mended first")
    if unreadable:
        found.append(f"{_many(len(bad), 'photograph')} cannot be used")
    what = " and ".join(found) or "there is no photograph to publish"
    done = "exported" if job.export else "published"
    message = f"“{job.material.slug}” was not {done}: {what}"
    lines = {reason: finding.line for finding, reason in told.items() if finding.line}
    reasons = (
        f"{reason} ({report.path}:{lines[reason]})" if reason in lines else reason
        for reason in bad.values()
    )
    hints = _hints(job, stopping, len(bad) if unreadable else 0)
    report = report._replace(findings=findings)
    return RefusalError(message, "; ".join(hints), report, tuple(reasons))


def _hints(job: Job, stopping: Sequence[Finding], unusable: int) -> Iterator[str]:
    """What a person may do, beside mending the story."""
    if unusable:
        yield f"--skip-unreadable leaves {'it' if unusable == 1 else 'them'} out"
    if any(finding.severity < Severity.BLOCKER for finding in stopping):
        if job.material.path is None:
            yield f"`cutline new {job.named}` writes a story.md to mend"
        if not job.export:
            yield "--draft shows the page as it stands"
        yield "--override CODE --by NAME --reason TEXT lets a person take it on"


def _reason(finding: Finding, report: Report, bad: Mapping[str, str]) -> str:
    """Why a photograph cannot be used, where a finding only repeats that; else empty."""
    if finding.place.photo is None or finding.place.field != "target" or finding.places:
        return ""
    photograph = report.proof.shots[finding.place.photo].photograph
    unusable = isinstance(photograph, Unreadable) and str(photograph) in bad.values()
    return str(photograph) if unusable else ""


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _freeze(job: Job, report: Report) -> Edition:
    found = counts(report.findings)
    standing = tuple((word, count) for word, count in found.items() if count)
    return Edition(
        slug=job.material.slug,
        story=report.proof.story,
        pictures=tuple(_picture(shot, job.house) for shot in report.proof.shots),
        house=job.house,
        draft=job.terms.draft,
        standing=standing if job.terms.draft else (),
        overrides=(*job.terms.overrides, *_let_pass(report)),
        folder=job.site.prefix,
    )


def _let_pass(report: Report) -> tuple[Override, ...]:
    """Rights that the story or the desk lets pass by name: they go on record, too."""
    return tuple(Override(each.code, each.by, each.reason) for each in named(report.proof))


def _picture(shot: Shot, house: House) -> Picture:
    if not isinstance(shot.photograph, Photograph):
        raise TypeError("only photographs that can be read are printed")
    said = shot.placement.caption
    caption = Passage(shot.caption) if "caption" in shot.filled else said
    told = whole_names(shot.photograph, shot.credit, house)
    return Picture(told, shot.placement, shot.alt or "", caption, shot.credit)


def answered(job: Job, report: Report) -> tuple[str, ...]:
    """What came of each override, a sentence each."""
    used = {WITHDRAWN, *(finding.code for finding in report.findings)}
    passed = (each for each in job.terms.overrides if each.code in used)
    idle = (each for each in job.terms.overrides if each.code not in used)
    return (
        *(f"{each.code} was let pass by {each.by}; it is on record" for each in passed),
        *(f"the override of {each.code} overrides nothing" for each in idle),
    )
