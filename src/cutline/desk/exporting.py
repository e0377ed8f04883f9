"""A story as something to carry away: held to the rules of publishing, and written where asked.

It is on no site. What was taken down since then is not in the next export, and the ledger says
which photographs went out in which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from cutline import store
from cutline.check import verdict
from cutline.desk import ledger
from cutline.desk.clearing import Cleared, Clearing, Job, answered, refuse_withdrawn
from cutline.desk.composing import refuse_denied
from cutline.desk.library import Library, Progress
from cutline.desk.rendering import Darkroom, Order, make, stamped
from cutline.model import Edition, Picture, RefusedError, StoreError
from cutline.publish import Rendition, plan
from cutline.publish.dates import written_at
from cutline.publish.portable import LISTING, MARK, Files, Portable

if TYPE_CHECKING:
    from cutline.imaging import Recipe

_TOLD = 5
"""How many photographs one sentence names."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export came to.

    Attributes:
        path: The file or the folder.
        photographs: How many are in it.
        verdict: What the copy desk says, in one line.
        notices: What a person should know, a sentence each.
    """

    path: Path
    photographs: int
    verdict: str
    notices: tuple[str, ...] = ()


class Exporter:
    """Makes one format of one story.

    Args:
        job: The story, and on which terms.
        portable: The format.
        library: Where the originals are.
        progress: Told how far it is.
    """

    def __init__(self, job: Job, portable: Portable, library: Library, progress: Progress) -> None:
        self._job = replace(_running(job, portable.channel), export=True)
        self._portable = portable
        self._library = library
        self._progress = progress
        self._darkroom = Darkroom(store.Cache(job.site.places.cache))

    def export(self, to: Path | None) -> Exported:
        """Write it.

        Args:
            to: The file or the folder; None for one named after the story, here.

        Raises:
            RefusedError: the check, a photograph, a withdrawal or a missing date stands in
                the way.
            StoreError: it could not be written, or must not be where it was to go.
        """
        job, portable = self._job, self._portable
        path = self._place(to)
        if portable.needs_date and written_at(job.material.story.published.text) is None:
            raise RefusedError(
                f"“{job.material.slug}” has no date, and {portable.said} must say one",
                "write `published:` in its front matter, for example 2024-05-27",
            )
        cleared, made = self._made()
        self._ask_again(cleared)
        self._enter(cleared)
        self._ask_again(cleared)  # of a later kill, the ledger tells who kills what went out
        if portable.folder:
            store.hand_folder(path, made, MARK, LISTING)
        else:
            (data,) = made.values()
            store.hand_file(path, data, MARK)
        kept = self._carried(cleared.edition)
        return Exported(
            path,
            len(kept),
            verdict(cleared.report.findings),
            (
                *(f"left out: {reason}" for reason in cleared.left_out.values()),
                *cleared.report.notices,
                *_left(cleared.edition, kept),
                *(_unaimed(kept) if portable.crops else ()),
                *answered(job, cleared.report),
            ),
        )

    def _place(self, to: Path | None) -> Path:
        named = Path(f"{self._job.material.slug}{self._portable.ending}")
        path = Path(to or named).absolute()
        if path.parent.resolve().is_relative_to(self._job.site.photographs.resolve()):
            shown = store.quoted(path)
            message = f"{shown} lies inside the folder of the photographs"
            raise StoreError(message, "choose another place with --to")
        self._job.site.places.refuse_among(path)
        return path

    def _made(self) -> tuple[Cleared, Files]:
        """The story that may go out, and its files, read again as a stranger would."""
        clearing, format = Clearing(self._job, self._library, self._progress), self._portable.load()
        while True:
            cleared = clearing.cleared()
            edition, planned = cleared.edition, plan(cleared.edition)
            wanted = format.renditions(edition, planned)
            if not wanted:
                raise RefusedError(
                    f"every photograph of “{edition.slug}” is sensitive, and nothing covers one in "
                    f"{self._portable.said}",
                    "export it as something else",
                )
            pictures, failed = self._pictures(cleared, wanted)
            if not failed:
                made = format.make(edition, planned, pictures)
                wrong = format.complaints(made, edition, planned)
                if wrong:
                    raise StoreError(f"the export is not whole: {wrong[0]}", "report this")
                return cleared, made
            clearing.fail(failed)

    def _pictures(
        self, cleared: Cleared, wanted: Sequence[Rendition]
    ) -> tuple[Files, Mapping[str, str]]:
        """The stamped bytes by path, rendered where need be; reasons by hash for what cannot be."""
        missing: dict[str, dict[str, Recipe]] = {}
        for each in wanted:
            if self._darkroom.bare(each.sha256, each.key) is None:
                missing.setdefault(each.sha256, {})[each.key] = each.recipe
        held = {each.photograph.sha256: each for each in cleared.held}
        orders = [Order(held[sha256], recipes) for sha256, recipes in missing.items()]
        failed = {}
        for made in make(orders, self._library, self._progress):
            if made.reason:
                failed[made.held.photograph.sha256] = made.reason
            else:
                self._darkroom.keep(made)
        return ({} if failed else {each.path: self._stamped(each) for each in wanted}), failed

    def _stamped(self, rendition: Rendition) -> bytes:
        bare = self._darkroom.bare(rendition.sha256, rendition.key)
        if bare is None:
            raise StoreError(f"“{rendition.path}” vanished from the cache", "export again")
        return stamped(rendition, bare)

    def _ask_again(self, cleared: Cleared) -> None:
        """Refuse what was taken down while pictures were made.

        Raises:
            RefusedError: the story was withdrawn, or a photograph killed; nothing was written.
        """
        site = self._job.site
        refuse_denied(site.places, {each.photograph.sha256 for each in cleared.held}, site.killed)
        refuse_withdrawn(self._job)

    def _carried(self, edition: Edition) -> tuple[Picture, ...]:
        """The photographs that go out: not those that a page covers and this format cannot."""
        return tuple(
            each
            for each in edition.pictures
            if self._portable.covers or each.placement.sensitive is None
        )

    def _enter(self, cleared: Cleared) -> None:
        """Put in the ledger what went out, and what somebody answers for."""
        places, now, edition = self._job.site.places, self._job.now, cleared.edition
        about = {"story": edition.slug, "format": self._portable.name}
        for each in edition.overrides:
            who = {"code": each.code, "by": each.by, "reason": each.reason}
            ledger.enter(places, ledger.OVERRIDE, now, **who, **about)
        out = {each.photograph.sha256: each.photograph.name for each in self._carried(edition)}
        listed = [{"sha256": sha256, "name": name} for sha256, name in out.items()]
        if not any(
            (each.story, each.format) == (edition.slug, self._portable.name)
            and each.photographs.issuperset(out)
            for each in ledger.exports(places)
        ):
            ledger.enter(places, ledger.EXPORT, now, **about, photographs=listed)


def _left(edition: Edition, kept: tuple[Picture, ...]) -> tuple[str, ...]:
    """What is said of photographs that are not among those that go out."""
    return tuple(
        f"left out: “{each.photograph.name}” is sensitive, and nothing can cover it there"
        for each in edition.pictures
        if each not in kept
    )


def _unaimed(kept: tuple[Picture, ...]) -> tuple[str, ...]:
    """Which photographs are cropped about their middle, as nobody said what must stay."""
    names = [f"“{each.photograph.name}”" for each in kept if each.placement.focal is None]
    if not names:
        return ()
    told = ", ".join(names[:_TOLD]) + (f" and {len(names) - _TOLD} more" * (len(names) > _TOLD))
    return (
        f"cropped about the middle: {told}; look at them, and say with "
        '{focal="0.5,0.3"} behind a photograph what must stay',
    )


def _running(job: Job, channel: str) -> Job:
    """The job with the channel that the format runs on beside those that the story names.

    A story that names none runs on the web, as it always does.
    """
    story = job.material.story
    said = tuple(story.extra.get("channels", "").replace(",", " ").split()) or job.house.channels
    if not channel or channel in said:
        return job
    extra = {**story.extra, "channels": " ".join((*(said or ("web",)), channel))}
    told = replace(story, extra=MappingProxyType(extra))
    return replace(job, material=replace(job.material, story=told))
