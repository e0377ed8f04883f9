"""Changing what a photograph says: in its sidecar, over the revision that was seen.

Originals are never opened for writing. The bytes of the sidecar that is there are read, and
written into, by caged workers; every older revision stays in the desk's ledger.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from cutline import metadata, store
from cutline.cage import Cage, Call, Failed
from cutline.desk.answers import TASKS, understood
from cutline.desk.beside import UNUSED
from cutline.desk.problems import problem
from cutline.metadata import Reading, Sidecar
from cutline.model import Change, Cleared, Layers, ReadError, Value

LEDGER = "ledger"
_MENDED = "mend its sidecar, or move it away"


@dataclass(frozen=True, slots=True)
class Words:
    """Who says what of one photograph.

    Attributes:
        layers: As supplied, corrected and edited; edits of other programs among the last.
        sidecar: The sidecar's path in the desk, whether it is there or not.
        revision: The revision that was read; ``store.NONE`` for none.
    """

    layers: Layers
    sidecar: str
    revision: str


def words_of(desk: Path, path: str) -> Words:
    """What is said of a photograph, and in which revision of its sidecar.

    Args:
        desk: The desk's folder.
        path: The photograph, relative to it.

    Raises:
        ReadError: the photograph or its sidecar cannot be read.
    """
    with _cage() as cage:
        return _read(cage, desk, path)[0]


def edit(
    desk: Path,
    path: str,
    values: "Mapping[str, Value | Cleared]",
    *,
    author: str,
    at: datetime,
    seen: str,
    corrections: Mapping[str, Change] | None = None,
    reverted: frozenset[str] = frozenset(),
) -> str:
    """Lay a person's edits over what is said of a photograph.

    Args:
        desk: The desk's folder.
        path: The photograph, relative to it.
        values: By TechReference id; ``CLEARED`` empties a property.
        author: Who edits.
        at: When, with its zone.
        seen: The revision of the sidecar that the author saw.
        corrections: What its supplier's function corrected so far without any record; kept
            under the edits, as layers say all that was changed.
        reverted: Ids of properties whose edits are taken back.

    Returns:
        The new revision.

    Raises:
        ConflictError: the sidecar is another one by now; nothing was written.
        ReadError: the photograph or its sidecar cannot be read.
        StoreError: it could not be written; the old sidecar stands.
        ValueError: a value does not have the shape of its property.
    """
    changes = {id: Change(value, author, at) for id, value in values.items()}

    def make(layers: Layers) -> Layers:
        under = metadata.with_corrections(layers, corrections) if corrections else layers
        kept = {id: each for id, each in under.edited.items() if id not in reverted}
        return metadata.with_edits(replace(under, edited=MappingProxyType(kept)), changes)

    return _revise(desk, path, make, seen)


def correct(desk: Path, path: str, changes: Mapping[str, Change], *, seen: str) -> str:
    """Replace the corrections of a photograph; what people edited stays above them.

    Args:
        desk: The desk's folder.
        path: The photograph, relative to it.
        changes: All corrections, by TechReference id, each with its author.
        seen: The revision of the sidecar that they were made from.

    Returns:
        The new revision. Raises as ``edit`` does.
    """
    return _revise(desk, path, lambda layers: metadata.with_corrections(layers, changes), seen)


def _revise(desk: Path, path: str, make: Callable[[Layers], Layers], seen: str) -> str:
    with _cage() as cage:
        words, previous = _read(cage, desk, path)
        made = make(words.layers)
        data = _written(cage, made, previous, words.sidecar)
    older = desk / LEDGER / "sidecars" / words.layers.original
    return store.revise(desk / words.sidecar, data, seen=seen, older=older)


def _cage() -> Cage:
    return Cage((*TASKS, metadata.WRITE_SIDECAR_TASK), workers=1)


def _read(cage: Cage, desk: Path, path: str) -> tuple[Words, bytes | None]:
    """The words of a photograph, and the bytes of its sidecar."""
    original = store.read(desk, path)
    reading = _said(cage, metadata.READ_TASK, original.data, path)
    if not isinstance(reading, Reading):
        raise TypeError("a photograph is not read as a sidecar")
    names = store.sidecars(desk, [path]).get(path, ())
    if not names:
        layers = metadata.layers_of(reading.metadata, None, original.sha256)
        return Words(layers, store.sidecar_path(path), store.NONE), None
    found = store.read(desk, names[0], most=store.MOST_SIDECAR)
    sidecar = _said(cage, metadata.READ_SIDECAR_TASK, found.data, names[0])
    if not isinstance(sidecar, Sidecar):
        raise TypeError("a sidecar is not read as a photograph")
    if broken := UNUSED.union(("sidecar-layers-broken",)).intersection(sidecar.problems):
        raise ReadError(f"“{store.display_name(path)}”: {problem(min(broken))}", _MENDED)
    layers = metadata.layers_of(reading.metadata, sidecar, original.sha256)
    return Words(layers, names[0], found.sha256), found.data


def _said(cage: Cage, task: str, data: bytes, path: str) -> Reading | Sidecar:
    said = understood(task, cage.run(Call(task, blobs=[data])))
    if isinstance(said, Failed):
        raise ReadError(f"“{store.display_name(path)}” {said.reason}", said.hint)
    return said


def _written(cage: Cage, layers: Layers, previous: bytes | None, path: str) -> bytes:
    """The new bytes of a sidecar, read once more before anybody relies on them."""
    arguments = {"layers": metadata.pack_layers(layers)}
    blobs = [] if previous is None else [previous]
    outcome = cage.run(Call(metadata.WRITE_SIDECAR_TASK, arguments, blobs))
    shown = store.display_name(path)
    if isinstance(outcome, Failed):
        raise ReadError(f"“{shown}” {outcome.reason}", outcome.hint)
    data = metadata.written_from(outcome.value, outcome.blobs)
    again = _said(cage, metadata.READ_SIDECAR_TASK, data, path)
    if not isinstance(again, Sidecar) or again.layers != layers:
        raise ReadError(f"“{shown}” would not say what it should", "report this")
    return data
