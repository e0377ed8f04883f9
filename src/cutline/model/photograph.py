"""A photograph as the desk knows it: identity, shape, metadata; never pixels or paths."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cutline.model.geometry import Size
from cutline.model.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Photograph:
    """One taken picture and what its file says about it.

    Attributes:
        sha256: Hex digest of the original's bytes: its identity.
        name: The name it came with; shown to people, never used as a path.
        format: ``jpeg``, ``tiff``, ``png``, ``webp``, ``avif`` or ``heic``.
        size: Pixels, upright (after ``orientation``).
        orientation: Exif orientation 1..8 that makes the stored pixels upright.
        metadata: The effective values.
        capture: Camera, capture time and offset as read: for the desk, never published.
        problems: What is wrong with the file or its metadata, as codes.
        colour: ``grey``, ``rgb``, ``cmyk``, ``palette`` or ``lab``; empty if unknown.
        profile: Description of the embedded colour profile; empty without one.
        likeness: Fingerprint of what it shows, 512 bits: for each of 16 x 16 places of the
            upright picture, row by row, one bit where the next to the right is brighter, and
            in the upper half one where it is darker. None where it was not made.
    """

    sha256: str
    name: str
    format: str
    size: Size
    orientation: int = 1
    metadata: Metadata = field(default_factory=Metadata)
    capture: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[str, ...] = ()
    colour: str = ""
    profile: str = ""
    likeness: int | None = None

    @property
    def cut(self) -> frozenset[str]:
        """Properties whose value was cut at the limit of its field, by TechReference id."""
        told = (problem.partition(":") for problem in self.problems)
        return frozenset(id for kind, _, id in told if kind == "value-truncated")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A photograph that a story names and that cannot be used.

    Attributes:
        name: What the story or the folder calls it.
        reason: What is wrong, one sentence for a person.
        missing: True where there is no such file at all.
        hint: What to do about it; empty where the file itself is damaged.
    """

    name: str
    reason: str
    missing: bool = False
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.reason}; {self.hint}" if self.hint else self.reason
