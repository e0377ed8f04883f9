"""A published site on its way: to a bucket, into a zip file, to a preview.

What sends, or serves, is loaded when it is used.
"""

from collections.abc import Generator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cutline.desk.desk import Desk
from cutline.desk.home import find_desk

if TYPE_CHECKING:
    from cutline.desk.library import Progress
    from cutline.desk.previewing import Seen
    from cutline.desk.shipping import Shipped, Target
    from cutline.desk.terms import Terms
    from cutline.store import Places


class Dispatch:
    """Takes the site of a story, or of a desk, to where it is read.

    Args:
        path: A story, or a folder: of photographs, of a story, of a desk.
        to: The site; None for the desk's own, or ``site`` here.
    """

    def __init__(self, path: Path, to: Path | None = None) -> None:
        self._path = path
        self._to = to
        self._folder = path if path.is_dir() else path.parent
        self._desk = find_desk(self._folder)

    def target(self, name: str) -> "Target":
        """Where a site can be taken: a target of ``cutline.toml``, or a zip file.

        Raises:
            ConfigError: there is no such target, or it is not described as it must be.
        """
        from cutline.desk.shipping import target_of  # noqa: PLC0415

        return target_of(name, self._desk)

    def send(self, target: "Target", progress: "Progress", *, purge: bool = False) -> "Shipped":
        """Take the site that readers see to a target.

        Args:
            target: Where, as ``target`` gives it.
            progress: Told how far it is.
            purge: Delete what is no longer published at once, without a grace.

        Raises:
            CutlineError: it is not whole, or could not be taken there; the site itself stands.
        """
        from cutline.desk.shipping import ship  # noqa: PLC0415

        return ship(self._places(), target, datetime.now(UTC), progress, purge=purge)

    def preview(self, terms: "Terms", port: int) -> Generator["Seen"]:
        """Publish for one's own eyes, serve that on the loopback, and follow the files.

        The site itself is not touched.

        Args:
            terms: On which terms.
            port: Of the loopback; 0 takes one that is free.

        Yields:
            What came of each change, the first publish among them, until closed.

        Raises:
            ConfigError: the extra is not installed.
            TargetError: the port cannot be had.
        """
        from cutline import store  # noqa: PLC0415
        from cutline.desk.previewing import preview  # noqa: PLC0415

        publish = partial(Desk(preview=True).publish, self._path, self._to, terms)
        folder = self._desk or self._folder
        return preview(publish, store.beside(self._places()), folder, port)

    @staticmethod
    def server(name: str) -> str:
        """What a server or host of this name must be told to serve a site well."""
        from cutline.targets.servers import SNIPPETS  # noqa: PLC0415

        return SNIPPETS[name]()

    def _places(self) -> "Places":
        from cutline import store  # noqa: PLC0415

        return store.places_of(self._desk, self._to)
