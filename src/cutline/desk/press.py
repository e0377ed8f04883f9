"""Publishing: read, check, freeze, print; or refuse with all that must be mended."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from cutline import store
from cutline.check import counts, verdict
from cutline.desk import ledger
from cutline.desk.carrying import Carrier
from cutline.desk.clearing import Cleared, Clearing, Job, answered
from cutline.desk.composing import issue, listed, root
from cutline.desk.library import Library, Progress
from cutline.desk.printing import Printed, Printer
from cutline.desk.record import keep, keep_missing, record_of
from cutline.desk.remembered import Stories, awaited, known, unsettled
from cutline.desk.series import outdated
from cutline.desk.terms import Result

__all__ = ["Job", "publish"]


def publish(job: Job, library: Library, progress: Progress) -> Result:
    """Publish a story, or say why not.

    Raises:
        RefusalError: the check, or a photograph, stands in the way.
        BusyError: somebody else publishes to the same site.
        StoreError: it could not be written; the old site stands.
    """
    store.refuse_foreign(job.site.places, job.site.photographs)
    decoded = 0
    clearing = Clearing(job, library, progress)
    while True:
        cleared = clearing.cleared()
        find = {each.photograph.sha256: each for each in cleared.held}.get
        printer = Printer(cleared.edition, find, job.site, library, progress)
        record = _recorded(job, printer, cleared)
        if _stands(printer):
            keep_missing(job.site.places, record)
            return _result(job, cleared, Printed(notices=printer.damaged()))
        site = job.site
        carrier = Carrier(site.places, job.house, site.killed, library, job.now, progress)
        printed = issue(printer, carrier, partial(_enter, job, printer, record))
        decoded += printed.rendered
        if not printed.failed:
            return _result(job, cleared, replace(printed, rendered=decoded))
        clearing.fail(printed.failed)


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


def _result(job: Job, cleared: Cleared, printed: Printed) -> Result:
    report = cleared.report
    left_out = tuple(f"left out: {reason}" for reason in cleared.left_out.values())
    stories = known(store.current(job.site.places))
    return Result(
        page=job.site.places.out / job.site.prefix / "index.html",
        changed=printed.changed,
        photographs=len(cleared.held),
        rendered=printed.rendered,
        written=printed.written,
        verdict=verdict(report.findings),
        outdated=outdated(stories, job.house),
        notices=(
            *left_out,
            *report.notices,
            *printed.notices,
            *answered(job, report),
            *_awaited(job, stories),
        ),
    )


def _awaited(job: Job, stories: Stories) -> tuple[str, ...]:
    """Which editions in other languages are not on the site, in a sentence each."""
    slug = job.material.slug
    names = awaited(stories, slug, job.house.url) if slug in stories else ()
    return tuple(
        f"“{name}” is not on the site: once it is published, both link to each other"
        for name in names
    )


def _stands(printer: Printer) -> bool:
    """Whether the site already shows just this, of this story and in its list of stories."""
    manifest = store.current(printer.site.places)
    site, house = printer.site, printer.edition.house
    stories = listed(printer, known(manifest) if site.prefix else {})
    if stories != known(manifest) or unsettled(stories, house.url):
        return False
    return printer.unchanged(root(stories, house, alone=not site.prefix))


def _recorded(job: Job, printer: Printer, cleared: Cleared) -> dict[str, object]:
    """What ran, where and when: the usages."""
    name, found = job.site.places.out.name, counts(cleared.report.findings)
    paths = {each.photograph.sha256: each.path for each in cleared.held}
    return record_of(printer.edition, printer.plan, name, job.now, found, paths)
