"""The supplier of a photograph is known first; then its own function takes its habits off.

Nothing is lost: each correction says what stood there, what stands there now, why, and by whom.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from cutline.credit import Parties, trade
from cutline.intake.captions import flags_of
from cutline.intake.said import Said, said
from cutline.intake.supplier import Correction
from cutline.intake.walk import GENERIC, Supplier, suppliers
from cutline.model import CLEARED, Change, Field, Metadata, Photograph

CORRECTED = "corrected"
"""Said as the origin of a corrected value."""
_SIDECAR = "sidecar"
_TOGETHER = (
    frozenset(("creatorNames", "creditLine")),
    frozenset(("description", "instructions")),
)
"""What comes off the one may move into the other: both are changed, or neither."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A photograph as its supplier would have meant it.

    Attributes:
        photograph: With corrected values; each names its old value under ``differs``.
        supplier: Whose function corrected it: ``afp``, ``reuters`` …, ``generic``.
        changes: What was changed.
        flags: What By-lines and caption said of the picture: ``handout``, ``topshot`` …
    """

    photograph: Photograph
    supplier: str
    changes: tuple[Correction, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def layer(self) -> Mapping[str, Change]:
        """The changes as a layer of a sidecar."""
        return MappingProxyType(
            {each.property: Change(each.after, each.author) for each in self.changes}
        )


def correct(photograph: Photograph, parties: Parties | None = None) -> Corrected:
    """Find out who supplied a photograph and take that supplier's habits off its fields.

    Pure; what needs no correction comes back as it is, and so does what a sidecar says: those
    words are a person's.

    Args:
        photograph: As supplied.
        parties: Who is known; the trade's parties by default.
    """
    words = said(photograph.metadata, parties or trade())
    supplier = supplier_of(words)
    changes = tuple(_unspoken(tuple(supplier.correct(words)), photograph.metadata))
    flags = tuple(dict.fromkeys((*words.credit.flags, *flags_of(words.caption))))
    if not changes:
        return Corrected(photograph, supplier.name, (), flags)
    metadata = _with(photograph.metadata, changes)
    return Corrected(replace(photograph, metadata=metadata), supplier.name, changes, flags)


def supplier_of(words: Said) -> Supplier:
    """The supplier that delivered, by the first field that names one."""
    known = suppliers()
    for name in words.by:
        for supplier in known:
            if name in supplier.parties:
                return supplier
    return next(supplier for supplier in known if supplier.name == GENERIC)


def _unspoken(changes: Sequence[Correction], metadata: Metadata) -> Iterator[Correction]:
    """Without those of what a sidecar says, nor those whose words would move there."""
    fields = metadata.fields
    said = {
        each.property
        for each in changes
        if each.property in fields and fields[each.property].origin == _SIDECAR
    }
    for pair in _TOGETHER:
        said |= pair if pair & said else frozenset()
    return (each for each in changes if each.property not in said)


def _with(metadata: Metadata, changes: Sequence[Correction]) -> Metadata:
    fields = dict(metadata.fields)
    for name, field in _fields(metadata, changes):
        if field is None:
            fields.pop(name, None)
        else:
            fields[name] = field
    return Metadata(MappingProxyType(fields))


def _fields(
    metadata: Metadata, changes: Sequence[Correction]
) -> Iterator[tuple[str, Field | None]]:
    for change in changes:
        old = metadata.fields.get(change.property)
        if change.after is CLEARED:
            yield change.property, None
        else:
            differs = {} if old is None else {old.origin: old.value, **old.differs}
            yield change.property, Field(change.after, CORRECTED, MappingProxyType(differs))
