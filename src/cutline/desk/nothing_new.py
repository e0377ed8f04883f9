"""Knowing, without reading a photograph, that there is nothing to publish.

A note in the cache says what the files looked like to stat, and on which terms they were
published, when a release was made. It is never the truth (docs/decisions/0006): without it, or
with any doubt, hashes are compared.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from cutline import store
from cutline.desk.home import DESK_FILE
from cutline.desk.material import Material
from cutline.desk.shown import Shown
from cutline.desk.terms import Result
from cutline.imaging.engine import ENGINE
from cutline.model import CutlineError, ReadError


class _Note(msgspec.Struct, frozen=True):
    """What was published, and what its files looked like."""

    fingerprint: str
    release: str
    story: str
    inputs: tuple[str, ...]
    result: dict[str, Any]


class Memory:
    """The note about one story in one site.

    Args:
        places: The site.
        path: The story or folder as the user named it.
        file: The story's file; None for a loose folder.
        desk: The desk, if any.
        terms: All else that decides what is published, as text.
    """

    def __init__(
        self, places: store.Places, path: Path, file: Path | None, desk: Path | None, terms: str
    ) -> None:
        self._places = places
        self._folder = path.resolve() if file is None else None
        self._file = file.resolve() if file else None
        self._desk = desk
        self._terms = _coded(f"{terms}\n{places.out}\n{_program()}")
        self._cache = store.Cache(places.cache)
        what = _coded(f"{self._folder}\n{self._file}\n{places.out}")
        mark = hashlib.sha256(what).hexdigest()
        self._key = f"note.3.{mark}"

    def unchanged(self, shown: Shown) -> Result | None:
        """What was said when this was published, if nothing has changed since.

        Args:
            shown: What the site shows.
        """
        entry = self._cache.get(self._key)
        release = shown.release
        if entry is None or release is None:
            return None
        try:
            note = msgspec.json.decode(entry, type=_Note)
        except msgspec.DecodeError:
            return None
        recorded = (self._places.editions / note.story).is_dir()
        if note.release != release.number or not recorded or not release.intact:
            return None
        inputs = note.inputs if self._folder is None else self._listed()
        if inputs is None or self._fingerprint(inputs, None) != note.fingerprint:
            return None
        return Result(**{**note.result, "page": Path(note.result["page"])})

    def keep(self, result: Result, material: Material, moment: int) -> None:
        """Note what was published, unless anything about its files is in doubt.

        Args:
            result: What was done.
            material: The story it was made from.
            moment: When its files were about to be read, in nanoseconds.
        """
        try:
            inputs = tuple(
                str(material.root / material.target(placement))
                for placement in material.story.placements
            )
            if self._folder is not None and inputs != self._listed():
                return
            fingerprint = self._fingerprint(inputs, moment)
            if fingerprint is None or not result.release:
                return
            said = {
                "page": str(result.page),
                "changed": False,
                "photographs": result.photographs,
                "verdict": result.verdict,
                "asks": result.asks,
                "notices": result.notices,
                "outdated": result.outdated,
                "release": result.release,
            }
            note = _Note(fingerprint, result.release, material.slug, inputs, said)
            self._cache.put(self._key, msgspec.json.encode(note))
        except (CutlineError, UnicodeError):
            # The site is out. Without a note the next publish compares hashes: slower, as right.
            return

    def _listed(self) -> tuple[str, ...] | None:
        """Everything in the loose folder that looks like a photograph."""
        if self._folder is None:
            return None
        listed = store.listing(self._folder)
        names = (*(each.name for each in listed.found), *(each.name for each in listed.refused))
        return tuple(str(self._folder / name) for name in names)

    def _fingerprint(self, inputs: tuple[str, ...], seen: int | None) -> str | None:
        """One digest over all files as stat shows them; None if one is missing or just changed.

        A sidecar that has come, gone or changed shows: all that lie beside photographs count.
        """
        try:
            beside = store.sidecars(Path("/"), inputs)
        except ReadError:
            return None
        sidecars = [name for names in beside.values() for name in names]
        own = [str(self._file)] if self._file else []
        settings = [str(self._desk / DESK_FILE)] if self._desk else []
        files = []
        for name in (*settings, *own, *inputs, *sidecars):
            signature = store.look(Path("/"), name)
            if signature is None:
                return None
            files.append((name, signature))
        return store.fingerprint(files, self._terms, seen)


def _coded(text: str) -> bytes:
    """Bytes of a text that may hold names that are not Unicode."""
    return text.encode("utf-8", "surrogateescape")


@cache
def _program() -> str:
    """What the program itself is: other versions of it, or of the encoders, print anew."""
    home = Path(__file__).resolve().parents[1]
    files = sorted(home.rglob("*"), key=str)
    states = [(path.name, path.stat()) for path in files if path.suffix not in _MADE]
    code = "".join(f"{name} {status.st_size} {status.st_mtime_ns}\n" for name, status in states)
    return f"{ENGINE}\n{hashlib.sha256(code.encode()).hexdigest()}"


_MADE = frozenset((".pyc", ""))
"""What running the program makes: compiled modules, and the folders that hold them."""
