"""What the copy desk says: findings, where they stand, and how they could be mended."""

from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """Consequence, not certainty. Publishing refuses a blocker and an error."""

    INFO = 10
    WARNING = 20
    ERROR = 30
    BLOCKER = 40

    @property
    def word(self) -> str:
        """The word people and JSON read."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` in Unicode code points of the text it belongs to.

    Raises:
        ValueError: the range runs backwards or begins before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def shift(self, by: int) -> "Span":
        """The same range ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def cut(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a story: which photograph, which of its fields, which words.

    Attributes:
        photo: Index of the photograph in page order, from 0; None for the story itself.
        field: alt, caption, credit, headline, standfirst, kicker, published, body[n],
            target or meta.<key>.
        span: The words, in code points of that field; None for the whole field.
    """

    photo: int | None
    field: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the words at ``place`` by ``text``."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding could be mended.

    Attributes:
        safe: True where no reader could prefer the old text: ``--fix`` applies it.
        edits: What to replace; never overlapping.
    """

    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the copy desk asks.

    Attributes:
        code: The rule's code (``TXT001``); it never changes.
        name: The rule's name, describing the fault (``mixed-script``).
        severity: How grave.
        place: Where.
        message: One sentence: what is there and why it is asked.
        hint: What to do about it, in the imperative; may be empty.
        text: The words at ``place``, as they stand.
        fix: How it could be mended, if a machine may say.
        places: Further places of the same cause (other than ``place``).
        line: Line in the story's file, from 1; None where there is no file.
        column: Column in that line, from 1, in code points.
    """

    code: str
    name: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""
    text: str = ""
    fix: Fix | None = None
    places: tuple[Place, ...] = field(default=())
    line: int | None = None
    column: int | None = None
