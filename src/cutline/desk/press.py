"""Publishing: read, check, freeze, print; or refuse with all that must be mended."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from cutline import imaging, store
from cutline.check import counts, verdict
from cutline.check.allowing import named
from cutline.check.report import Report
from cutline.desk import ledger
from cutline.desk.composing import Carrier, issue, known, listed, root
from cutline.desk.library import Held, Library, Progress
from cutline.desk.material import Material
from cutline.desk.printing import Printed, Printer, Site, probe
from cutline.desk.proofing import allowed, placed, renumbered, without
from cutline.desk.reading import report_on
from cutline.desk.record import keep, keep_missing, record_of
from cutline.desk.terms import WITHDRAWN, RefusalError, Result, Terms
from cutline.model import (
    Edition,
    Finding,
    House,
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
    """One publishing of one story.

    Attributes:
        material: The story.
        site: Where it goes.
        house: The house style.
        now: The instant.
        named: The story as the user named it.
        terms: On which terms.
        preview: True where one person alone sees it: then the ledger hears nothing of it.
    """

    material: Material
    site: Site
    house: House
    now: datetime
    named: str
    terms: Terms
    preview: bool = False


def publish(job: Job, library: Library, progress: Progress) -> Result:
    """Publish a story, or say why not.

    Raises:
        RefusalError: the check, or a photograph, stands in the way.
        BusyError: somebody else publishes to the same site.
        StoreError: it could not be written; the old site stands.
    """
    store.refuse_foreign(job.site.places, job.site.photographs)
    _refuse_withdrawn(job)
    denied = ledger.kills(job.site.places)
    everything = tuple(map(_printable, allowed(placed(job.material, library), denied)))
    bad: dict[str, str] = {}
    decoded = 0
    while True:
        bad |= {each.name: str(each) for each in everything if isinstance(each, Unreadable)}
        report, held = _read(job, everything)
        stopping = [finding for finding in report.findings if job.terms.stops(finding)]
        if stopping or not held or (bad and not job.terms.skip_unreadable):
            broken = probe(held, job.site.places, library, progress)
            if broken and job.terms.skip_unreadable:
                everything = tuple(_or_failed(each, broken) for each in everything)
                continue
            raise _refusal(job, report, bad | _named(held, broken))
        edition = _freeze(job, report)
        find = {each.photograph.sha256: each for each in held}.get
        printer = Printer(edition, find, job.site, library, progress)
        record = _recorded(job, printer, held, report)
        if _stands(printer):
            keep_missing(job.site.places, record)
            return _result(job, report, Printed(notices=printer.damaged()), bad, len(held))
        site = job.site
        carrier = Carrier(site.places, job.house, site.killed, library, job.now, progress)
        printed = issue(printer, carrier, partial(_enter, job, printer, record))
        decoded += printed.rendered
        if not printed.failed:
            return _result(job, report, replace(printed, rendered=decoded), bad, len(held))
        everything = tuple(_or_failed(each, printed.failed) for each in everything)


def _refuse_withdrawn(job: Job) -> None:
    """What was withdrawn comes back only if somebody answers for that.

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


def _enter(job: Job, printer: Printer, record: Mapping[str, object]) -> None:
    """Put on record what is about to be shown, and in the ledger what somebody answers for."""
    places, edition = job.site.places, printer.edition
    keep(places, record)
    if job.preview:
        return
    story, site = {"story": edition.slug}, {"site": places.out.name}
    if ledger.withdrawal(places, edition.slug):
        ledger.enter(places, ledger.RETURN, job.now, **story, **site)
    for each in edition.overrides:
        who = {"code": each.code, "by": each.by, "reason": each.reason}
        ledger.enter(places, ledger.OVERRIDE, job.now, **who, **story, **site)
    entered = ledger.corrections(places, edition.slug)
    for correction in edition.story.corrections:
        said = (correction.date, correction.passage.text)
        if said not in entered:
            text = {"date": said[0], "text": said[1]}
            ledger.enter(places, ledger.CORRECTION, job.now, **text, **story)


def _read(job: Job, everything: tuple[Held | Unreadable, ...]) -> tuple[Report, tuple[Held, ...]]:
    """The report on what would be published, and the photographs that can be."""
    bad = frozenset(at for at, each in enumerate(everything) if isinstance(each, Unreadable))
    leave_out = bad if job.terms.skip_unreadable else frozenset()
    story = without(job.material.story, leave_out)
    kept = [each for at, each in enumerate(everything) if at not in leave_out]
    photographs = tuple(each.photograph if isinstance(each, Held) else each for each in kept)
    slips = renumbered(job.material.slips, leave_out)
    material = replace(job.material, story=story, slips=slips)
    report = report_on(material, photographs, job.now, job.house, job.named)
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
    told = frozenset(bad.values())
    findings = tuple(each for each in report.findings if not _tells(each, report, told))
    stopping = [finding for finding in findings if job.terms.stops(finding)]
    unreadable = bool(bad) and not job.terms.skip_unreadable
    hints = []
    if unreadable:
        hints.append("--skip-unreadable leaves out what cannot be read")
    if any(finding.severity < Severity.BLOCKER for finding in stopping):
        if job.material.path is None:
            hints.append(f"`cutline new {job.named}` writes a story.md to mend")
        hints.append("--draft shows the page as it stands")
        hints.append("--override CODE --by NAME --reason TEXT lets a person take it on")
    found = []
    if stopping:
        count = sum(1 + len(finding.places) for finding in stopping)
        found.append(f"{_many(count, 'finding')} must be mended first")
    if unreadable:
        found.append(f"{_many(len(bad), 'photograph')} cannot be read")
    what = " and ".join(found) or "there is no photograph to publish"
    message = f"“{job.material.slug}” was not published: {what}"
    report = replace(report, findings=findings)
    return RefusalError(message, "; ".join(hints), report, tuple(bad.values()))


def _tells(finding: Finding, report: Report, told: frozenset[str]) -> bool:
    """Whether a finding only repeats that a photograph cannot be used."""
    if finding.place.photo is None or finding.place.field != "target" or finding.places:
        return False
    photograph = report.proof.shots[finding.place.photo].photograph
    return isinstance(photograph, Unreadable) and str(photograph) in told


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _freeze(job: Job, report: Report) -> Edition:
    found = counts(report.findings)
    standing = tuple((word, count) for word, count in found.items() if count)
    return Edition(
        slug=job.material.slug,
        story=report.proof.story,
        pictures=tuple(map(_picture, report.proof.shots)),
        house=job.house,
        draft=job.terms.draft,
        standing=standing if job.terms.draft else (),
        overrides=(*job.terms.overrides, *_let_pass(report)),
        folder=job.site.prefix,
    )


def _let_pass(report: Report) -> tuple[Override, ...]:
    """Rights that the story or the desk lets pass by name: they go on record, too."""
    return tuple(Override(each.code, each.by, each.reason) for each in named(report.proof))


def _picture(shot: Shot) -> Picture:
    if not isinstance(shot.photograph, Photograph):
        raise TypeError("only photographs that can be read are printed")
    said = shot.placement.caption
    caption = Passage(shot.caption) if "caption" in shot.filled else said
    return Picture(shot.photograph, shot.placement, shot.alt or "", caption, shot.credit)


def _result(
    job: Job, report: Report, printed: Printed, bad: Mapping[str, str], count: int
) -> Result:
    used = {WITHDRAWN, *(finding.code for finding in report.findings)}
    idle = tuple(
        f"the override of {override.code} overrides nothing"
        for override in job.terms.overrides
        if override.code not in used
    )
    passed = tuple(
        f"{override.code} was let pass by {override.by}; it is on record"
        for override in job.terms.overrides
        if override.code in used
    )
    left_out = tuple(f"left out: {reason}" for reason in bad.values())
    return Result(
        page=job.site.places.out / job.site.prefix / "index.html",
        changed=printed.changed,
        photographs=count,
        rendered=printed.rendered,
        written=printed.written,
        verdict=verdict(report.findings),
        notices=(*left_out, *report.notices, *printed.notices, *passed, *idle),
    )


def _stands(printer: Printer) -> bool:
    """Whether the site already shows just this, of this story and in its list of stories."""
    manifest = store.current(printer.site.places)
    stories, site = listed(printer, manifest), printer.site
    if stories != known(manifest):
        return False
    return printer.unchanged(root(stories, printer.edition.house, alone=not site.prefix))


def _recorded(
    job: Job, printer: Printer, held: tuple[Held, ...], report: Report
) -> dict[str, object]:
    """What ran, where and when: the usages."""
    name, found = job.site.places.out.name, counts(report.findings)
    paths = {each.photograph.sha256: each.path for each in held}
    return record_of(printer.edition, printer.plan, name, job.now, found, paths)
