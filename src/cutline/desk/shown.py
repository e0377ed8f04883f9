"""What a site shows, looked at once for as long as it is the same release.

A desk of hundreds of stories asks the same of it for each of them.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from cutline import store
from cutline.model import House

if TYPE_CHECKING:
    from cutline.desk.remembered import Stories


class Release:
    """A release that readers see.

    Args:
        places: The site.
        house: The house style that its lists should have.
        alone: Whether the site is one story.
        number: The release's number.
        manifest: What it holds.

    Attributes:
        number: The same.
        manifest: The same.
    """

    def __init__(
        self,
        places: store.Places,
        house: House,
        number: str,
        manifest: store.Manifest,
        *,
        alone: bool,
    ) -> None:
        self.number = number
        self.manifest = manifest
        self._places = places
        self._house = house
        self._alone = alone

    @cached_property
    def intact(self) -> bool:
        """Whether it still is what was published, as far as stat shows."""
        return store.intact(self._places) and self._places.pointed_at() == self.number

    @cached_property
    def files(self) -> Mapping[str, store.Entry]:
        """Its files by path."""
        return {entry.path: entry for entry in self.manifest.files}

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its files were made from."""
        return frozenset(entry.key for entry in self.manifest.files)

    @cached_property
    def root(self) -> frozenset[str]:
        """Paths of its files that lie in no folder."""
        return frozenset(path for path in self.files if "/" not in path)

    @cached_property
    def stories(self) -> "Stories":
        """What it remembers of its stories, by slug."""
        from cutline.desk.remembered import known  # noqa: PLC0415 - what is not new asks less

        return known(self.manifest)

    @cached_property
    def settled(self) -> bool:
        """Whether every page leads to just those languages of its story that are there."""
        from cutline.desk.remembered import unsettled  # noqa: PLC0415 - as above

        return not unsettled(self.stories, self._house.url)

    @cached_property
    def lists(self) -> Mapping[str, bytes]:
        """What it should have at its root beside its stories: bytes by path."""
        from cutline.desk.composing import root  # noqa: PLC0415 - as above

        return root(self.stories, self._house, alone=self._alone)


class Shown:
    """What a site shows.

    Args:
        places: The site.
        house: The house style.
        alone: Whether it is one story.
    """

    def __init__(self, places: store.Places, house: House, *, alone: bool) -> None:
        self._places = places
        self._house = house
        self._alone = alone
        self._release: Release | None = None

    @property
    def release(self) -> Release | None:
        """The release that readers see now; None where there is none that can be trusted."""
        number = self._places.pointed_at()
        if self._release is None or self._release.number != number:
            self._release = self._look(number) if number else None
        return self._release

    @property
    def stories(self) -> "Stories":
        """What it remembers of its stories, by slug; nothing where there is no release."""
        release = self.release
        return release.stories if release else {}

    def _look(self, number: str) -> Release | None:
        manifest = store.current(self._places)
        if manifest is None or self._places.pointed_at() != number:
            return None  # of another release by now: it is looked at when asked next
        return Release(self._places, self._house, number, manifest, alone=self._alone)
