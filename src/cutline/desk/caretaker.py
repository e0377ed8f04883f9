"""The verbs on what is there: a site to be rolled back or cleared, photographs to be described.

What a verb needs is loaded when it is used, as everywhere in the desk.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutline.desk.inspect import Inspected
    from cutline.desk.ledger import Answer
    from cutline.desk.library import Progress
    from cutline.desk.standing import Standing
    from cutline.desk.taking_down import Taken
    from cutline.model import CutlineError


class Caretaker:
    """Looks after photographs, and after what was published: takes down, steps back.

    Args:
        progress: Told what is being done, how much of it is done, and how much there is.
    """

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress

    def metadata(self, paths: Sequence[Path]) -> Iterator["Inspected"]:
        """Read photographs and say what their metadata says, one by one."""
        from cutline.desk.inspect import inspect  # noqa: PLC0415

        return inspect(paths, self._progress)

    def amend(
        self,
        paths: Sequence[Path],
        values: Sequence[str],
        cleared: Sequence[str],
        reverted: Sequence[str],
        author: str,
    ) -> Iterator["Inspected | CutlineError"]:
        """Edit what photographs of a desk say, in their sidecars.

        Args:
            paths: The photographs.
            values: ``ID=VALUE`` each; ``ID-de=VALUE`` for the words in one language.
            cleared: TechReference ids of properties to empty.
            reverted: Those whose edits are taken back.
            author: Who edits.

        Yields:
            What each says now; in its stead the reason why it could not be edited.

        Raises:
            ConfigError: what was typed cannot be understood; nothing was written.
        """
        from cutline.desk.amending import amend, asked  # noqa: PLC0415

        return amend(
            paths, asked(values, cleared, reverted, author), datetime.now(UTC), self._progress
        )

    def withdraw(self, story: str, to: Path | None, answer: "Answer") -> "Taken":
        """Take a story off its site.

        Args:
            story: Its file, its folder, or its working name.
            to: The site; None for the desk's own, or ``site`` here.
            answer: Who answers for it, and why.

        Raises:
            CutlineError: it is not there, or it could not be done; the old site stands.
        """
        from cutline.desk.finding_out import slug_of  # noqa: PLC0415
        from cutline.desk.taking_down import withdraw  # noqa: PLC0415

        return withdraw(self._standing(Path(story), to), slug_of(story), answer)

    def rollback(self, story: str, to: Path | None) -> "Taken":
        """Put a story back to the edition before; see ``withdraw`` for the arguments.

        Raises:
            CutlineError: there is none, or it could not be done; the old site stands.
        """
        from cutline.desk.finding_out import slug_of  # noqa: PLC0415
        from cutline.desk.taking_down import rollback  # noqa: PLC0415

        return rollback(self._standing(Path(story), to), slug_of(story))

    def kill(self, ids: Sequence[str], to: Path | None, answer: "Answer") -> "Taken":
        """Take photographs out of every kept release, and deny them for good.

        Args:
            ids: A hash or its first 12 digits, a supplier's number, or a file's name each.
            to: The site; None for the desk's own, or ``site`` here.
            answer: Who answers for it, and why.

        Raises:
            CutlineError: a word means no photograph or several, or it could not be finished.
        """
        from cutline.desk.finding_out import subjects  # noqa: PLC0415
        from cutline.desk.taking_down import kill  # noqa: PLC0415

        site = self._standing(Path.cwd(), to)
        return kill(site, subjects(site, ids), answer)

    def verify(self, to: Path | None) -> Iterator[str]:
        """Hash everything again: a sentence for each thing that is not as it was kept.

        Args:
            to: The site; None for the desk's own, or ``site`` here.

        Raises:
            CutlineError: there is no site.
        """
        from cutline.desk.verifying import verify  # noqa: PLC0415

        return verify(self._standing(Path.cwd(), to))

    @staticmethod
    def answer(by: str, reason: str) -> "Answer":
        """Who answers for taking something down, now.

        Raises:
            ConfigError: the name or the reason is empty.
        """
        from cutline.desk.ledger import Answer  # noqa: PLC0415

        return Answer(by, reason, datetime.now(UTC))

    def _standing(self, path: Path, to: Path | None) -> "Standing":
        """The site that a path's desk has; where it is no path, that of the desk we stand in."""
        from cutline.desk.standing import standing  # noqa: PLC0415

        folder = path if path.is_dir() else path.parent if path.exists() else Path.cwd()
        return standing(folder, to, self._progress)
