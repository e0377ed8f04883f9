"""A release that is taken somewhere else: whole, or not at all."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from cutline.model import StoreError
from cutline.store import Entry, Places, current, quoted, verify, write
from cutline.targets import delivery

FIRST = "index.html"
"""The page that a site begins with: what makes all others findable, and so goes last."""


@dataclass(frozen=True, slots=True)
class Shipment:
    """A release whose every byte was as published a moment ago.

    Attributes:
        number: Its number.
        folder: Where its files are.
        files: What it holds, sorted by path.
    """

    number: str
    folder: Path
    files: tuple[Entry, ...]

    def read(self, entry: Entry) -> bytes:
        """The bytes of a file, as they were published.

        Raises:
            StoreError: they changed since, or went with an old release.
        """
        path = self.folder / entry.path
        with write.telling("read", path):
            data = write.read(path)
        if hashlib.sha256(data).hexdigest() != entry.sha256:
            raise StoreError(f"{quoted(entry.path)} changed while it was sent", "publish again")
        return data

    def waves(self) -> tuple[tuple[Entry, ...], ...]:
        """The files in an order in which no page names what is not there yet.

        Files of a name of their own first, then what else pages point at, the pages, and the
        first page.
        """
        waves: tuple[list[Entry], ...] = ([], [], [], [])
        for entry in self.files:
            waves[_wave(entry.path)].append(entry)
        return tuple(tuple(wave) for wave in waves if wave)


def whole(places: Places) -> Shipment:
    """The release that readers see, if it is as published, byte for byte.

    Raises:
        StoreError: there is none, or it is not whole: it must not be sent on.
    """
    number, manifest = places.pointed_at(), current(places)
    if number is None or manifest is None:
        raise StoreError(f"{quoted(places.out)} is not a site that cutline published", "publish it")
    wrong = verify(places)
    if wrong:
        more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise StoreError(f"the site is not whole: {wrong[0]}{more}", "publish again, then send it")
    return Shipment(number, places.out.parent / places.target(number), manifest.files)


def _wave(path: str) -> int:
    if delivery.is_named(path):
        return 0
    if not delivery.is_page(path):
        return 1
    return 3 if path == FIRST else 2
