"""What was supplied, what was corrected, what was edited: three layers, kept apart.

A person's words outrank a machine's, and both outrank what arrived; but nothing of the lower
layers is lost, so that a desk can always see who changed what.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from cutline.model.metadata import LangText, Metadata, Value


class Cleared(Enum):
    """The type of ``CLEARED``."""

    CLEARED = "cleared"


CLEARED: Final = Cleared.CLEARED
"""A property that somebody emptied: it has no value, whatever the layers below say."""

Layer: TypeAlias = Literal["corrected", "edited"]
"""A layer that holds changes."""


@dataclass(frozen=True, slots=True)
class Change:
    """One property's new value, and who gave it.

    Attributes:
        value: The value; ``CLEARED`` where the property was emptied.
        author: A person, ``supplier:<name>`` for a function that corrects what a supplier
            sends, or the program that wrote the sidecar after us.
        at: When, with the zone if it is known; None if nobody said.

    Raises:
        ValueError: the value is empty, which only ``CLEARED`` may mean, or nobody signs.
    """

    value: "Value | Cleared"
    author: str
    at: datetime | None = None

    def __post_init__(self) -> None:
        value = self.value.words if isinstance(self.value, LangText) else self.value
        value = value.strip() if isinstance(value, str) else value
        if isinstance(value, (str, tuple, Mapping)) and not value:
            raise ValueError("an empty value changes nothing: say CLEARED")
        if not self.author.strip():
            raise ValueError("a change without an author")


@dataclass(frozen=True, slots=True)
class Layers:
    """A photograph's metadata by who said it. Ids are those of the TechReference.

    Attributes:
        as_supplied: What arrived, each value with the container that held it.
        corrected: Changes by functions that know a supplier's habits.
        edited: Changes by people, and by programs that people used.
        original: SHA-256 of the original that ``as_supplied`` was read from; empty if unknown.
    """

    as_supplied: Metadata = field(default_factory=Metadata)
    corrected: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    edited: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    original: str = ""

    def change(self, id: str) -> Change | None:
        """The change that counts for a property: edited, else corrected; None for neither."""
        return self.edited.get(id) or self.corrected.get(id)

    @property
    def changed(self) -> tuple[str, ...]:
        """Ids with a change in either layer, each once, corrections first."""
        return tuple(dict.fromkeys((*self.corrected, *self.edited)))
