"""Sidecars in the cage: read and written by a worker, for their bytes are strangers' too."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from cutline.metadata.packing import (
    broken,
    fields_from,
    fitting,
    listed,
    mapping,
    pack_fields,
    pack_value,
    text,
)
from cutline.metadata.properties import BY_ID
from cutline.metadata.sidecar import Sidecar, read_sidecar
from cutline.metadata.sidecar_write import write_sidecar
from cutline.model import CLEARED, Change, Layers, Metadata, ReadError

READ_SIDECAR_TASK = "cutline.metadata.sidecar_task:read_sidecar_task"
WRITE_SIDECAR_TASK = "cutline.metadata.sidecar_task:write_sidecar_task"
"""The names by which a cage calls the worker's side."""


def read_sidecar_task(
    arguments: Mapping[str, object],  # noqa: ARG001 - the cage's calling convention
    blobs: Sequence[bytes],
) -> tuple[object, Sequence[bytes]]:
    """Read ``blobs[0]`` as a sidecar, in a worker.

    Returns:
        What ``sidecar_from`` takes, and no blobs.
    """
    found = read_sidecar(blobs[0])
    return {
        "values": {id: pack_value(value) for id, value in found.values.items()},
        "layers": None if found.layers is None else pack_layers(found.layers),
        "program": found.program,
        "changed": _packed(found.changed),
        "extension": found.extension,
        "problems": list(found.problems),
    }, ()


def sidecar_from(value: object) -> Sidecar:
    """The sidecar that a worker sent.

    Raises:
        ReadError: the worker sent something of another shape.
    """
    rows = mapping(value)
    try:
        return Sidecar(
            values=MappingProxyType(
                {id: fitting(id, said) for id, said in mapping(rows["values"]).items()}
            ),
            layers=None if rows["layers"] is None else layers_from(rows["layers"]),
            program=text(rows["program"]),
            changed=_moment(rows["changed"]),
            extension=text(rows["extension"]),
            problems=tuple(text(code, 200) for code in listed(rows["problems"])),
        )
    except KeyError as fault:
        raise broken() from fault


def write_sidecar_task(
    arguments: Mapping[str, object], blobs: Sequence[bytes]
) -> tuple[object, Sequence[bytes]]:
    """Write ``arguments["layers"]`` over the sidecar in ``blobs[0]``, if any, in a worker.

    Returns:
        Nothing, and the new sidecar as the only blob; or ``{"fault": …, "hint": …}``.
    """
    try:
        layers = layers_from(arguments["layers"])
        return None, (write_sidecar(layers, blobs[0] if blobs else None),)
    except ReadError as fault:
        return {"fault": fault.message, "hint": fault.hint}, ()


def written_from(value: object, blobs: Sequence[bytes]) -> bytes:
    """The sidecar that a worker wrote.

    Raises:
        ReadError: the one that is there cannot be written over, or the answer is nonsense.
    """
    if value is not None:
        rows = mapping(value)
        raise ReadError(text(rows.get("fault"), 500), text(rows.get("hint"), 500))
    if len(blobs) != 1:
        raise broken()
    return blobs[0]


def pack_layers(layers: Layers) -> dict[str, object]:
    """Layers as JSON-able data."""
    return {
        "supplied": pack_fields(layers.as_supplied.fields),
        "corrected": _pack_changes(layers.corrected),
        "edited": _pack_changes(layers.edited),
        "original": layers.original,
    }


def layers_from(value: object) -> Layers:
    """The layers back.

    Raises:
        ReadError: they have another shape.
    """
    rows = mapping(value)
    try:
        return Layers(
            as_supplied=Metadata(fields_from(rows["supplied"])),
            corrected=_changes(rows["corrected"]),
            edited=_changes(rows["edited"]),
            original=text(rows["original"], 64),
        )
    except KeyError as fault:
        raise broken() from fault


def _pack_changes(changes: Mapping[str, Change]) -> dict[str, object]:
    """Each change as author, moment and, unless it clears, the value."""
    return {
        id: [change.author, _packed(change.at)]
        + ([] if change.value is CLEARED else [pack_value(change.value)])
        for id, change in changes.items()
    }


def _changes(value: object) -> Mapping[str, Change]:
    found = {}
    for id, row in mapping(value).items():
        parts = listed(row)
        if id not in BY_ID or len(parts) not in (2, 3):
            raise broken()
        author, at = parts[:2]
        new = fitting(id, parts[2]) if len(parts) == 3 else CLEARED
        try:
            found[id] = Change(new, text(author), _moment(at))
        except ValueError as fault:
            raise broken() from fault
    return MappingProxyType(found)


def _packed(at: datetime | None) -> str:
    return at.isoformat() if at else ""


def _moment(value: object) -> datetime | None:
    said = text(value, 64)
    try:
        return datetime.fromisoformat(said) if said else None
    except ValueError as fault:
        raise broken() from fault
