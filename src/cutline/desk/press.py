"""Publishing: stories are read, checked, frozen and printed, all in one release.

Each is refused or let out alone, with all that must be mended; what is let out is shown at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cutline import store
from cutline.desk import ledger
from cutline.desk.carrying import Carrier
from cutline.desk.clearing import Job
from cutline.desk.composing import issue
from cutline.desk.library import Library, Progress
from cutline.desk.outgoing import Outgoing
from cutline.desk.record import keep
from cutline.desk.series import outdated
from cutline.desk.shown import Shown
from cutline.desk.terms import Result
from cutline.model import CutlineError

__all__ = ["Job", "publish"]


def publish(
    jobs: Sequence[Job], library: Library, progress: Progress
) -> tuple[Result | CutlineError, ...]:
    """Publish stories of one site in one release; one that is refused holds up no other.

    Args:
        jobs: At least one; of one site and one house.
        library: Where their photographs are.
        progress: Told how far it is.

    Returns:
        For each job what came of it, or why it stays as it was: a ``RefusalError`` where the
        check or a photograph stands in the way.

    Raises:
        BusyError: somebody else publishes to the same site.
        RefusedError: a photograph was killed, or a story changed on the site, meanwhile.
        StoreError: it could not be written; the old site stands.
    """
    site, first = jobs[0].site, jobs[0]
    for job in jobs:
        store.refuse_foreign(site.places, job.site.photographs)
    shown = Shown(site.places, first.house, alone=not site.prefix)
    stories = [Outgoing(job, shown, library, progress) for job in jobs]
    sources: dict[str, str] = {}
    while True:
        for each in stories:
            each.make_ready(sources)
        killed = frozenset(ledger.kills(site.places))
        for each in stories:
            each.ask_again()
        ready = [each for each in stories if each.outcome is None]
        if not ready:
            left = outdated(shown.stories, first.house)
            outcomes = (each.outcome for each in stories if each.outcome is not None)
            return tuple(
                replace(each, outdated=left) if isinstance(each, Result) else each
                for each in outcomes
            )
        carrier = Carrier(site.places, first.house, killed, library, first.now, progress)
        issued = issue([each.printer for each in ready], carrier, partial(_enter, ready))
        for each in ready:
            each.settle(issued, alone=len(jobs) == 1, last=each is ready[-1])


def _enter(stories: Sequence[Outgoing]) -> None:
    """Put on record what is about to be shown, and in the ledger what somebody answers for.

    The site is held: what others did to a story since the publish began stands.
    """
    for each in stories:
        each.refuse_overtaken()
    for each in stories:
        keep(each.job.site.places, each.record())
        if not each.job.preview:
            _answer(each)


def _answer(outgoing: Outgoing) -> None:
    job, edition = outgoing.job, outgoing.printer.edition
    places = job.site.places
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
