"""The way into publishing: what has nothing new is over before libraries would have loaded."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cutline import __version__
from cutline.desk.ledger import kills
from cutline.desk.material import story_file
from cutline.desk.nothing_new import Memory
from cutline.desk.shown import Shown
from cutline.model import CutlineError, House
from cutline.store import Places

if TYPE_CHECKING:
    from cutline.desk.library import Library, Progress
    from cutline.desk.terms import Result, Terms


@dataclass(frozen=True, slots=True)
class Publishing:
    """One publish, of one or several stories.

    Attributes:
        desk: The desk that they are of; None for a loose folder.
        house: The house style.
        places: The site.
        to: The site as the person named it; None for the desk's own, or ``site`` here.
        terms: On which terms.
        now: The instant.
        preview: True where one person alone sees it.
        library: Gives the originals below a folder.
        progress: Told how far it is.
    """

    desk: Path | None
    house: House
    places: Places
    to: Path | None
    terms: "Terms"
    now: datetime
    preview: bool
    library: "Callable[[Path, Places], Library]"
    progress: "Progress"

    def publish(self, paths: Sequence[Path]) -> "tuple[Result | CutlineError, ...]":
        """Publish what is new, all in one release.

        Returns:
            For each path what came of it, or why it stays as it was.

        Raises:
            CutlineError: it could not be done; the old site stands.
        """
        said = _said(self.terms, self.house, frozenset(kills(self.places)))
        memories = {
            path: Memory(self.places, path, story_file(path), self.desk, said) for path in paths
        }
        shown = Shown(self.places, self.house, alone=self.desk is None or self.to is not None)
        seen = {path: memory.unchanged(shown) for path, memory in memories.items()}
        new = {path: memories[path] for path, known in seen.items() if known is None}
        outcomes = {**seen, **self._press(new)} if new else seen
        return tuple(outcome for path in paths if (outcome := outcomes[path]) is not None)

    def _press(self, new: dict[Path, Memory]) -> "dict[Path, Result | CutlineError]":
        from cutline.desk.jobs import job_of  # noqa: PLC0415
        from cutline.desk.press import publish  # noqa: PLC0415

        moment = time.time_ns()
        outcomes: dict[Path, Result | CutlineError] = {}
        jobs = {}
        for path in new:
            try:
                job = job_of(
                    path, self.desk, self.to, self.house, self.places, self.terms, self.now
                )
                jobs[path] = replace(job, preview=self.preview)
            except CutlineError as error:
                outcomes[path] = error
        if not jobs:
            return outcomes
        first = next(iter(jobs.values()))
        library = self.library(first.material.root, self.places)
        done = publish(tuple(jobs.values()), library, self.progress)
        for (path, job), outcome in zip(jobs.items(), done, strict=True):
            outcomes[path] = outcome
            if not isinstance(outcome, CutlineError):
                new[path].keep(outcome, job.material, moment)
        return outcomes


def _said(terms: "Terms", house: House, killed: frozenset[str]) -> str:
    """Terms and house style as one text, the same in every run."""
    said = asdict(house)
    said["style"]["words"] = sorted(house.style.words)
    return f"{__version__}\n{terms}\n{sorted(said.items())}\n{sorted(killed)}"
