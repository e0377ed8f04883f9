"""What a reader of others' formats hands over: a story, what is known of its photographs, notes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from cutline.model import EMPTY, Block, Passage, Photograph, Placement, ReadError, Run, Story
from cutline.model.regex import regex

IsCredit: TypeAlias = Callable[[str], bool]
"""Whether words are a credit line beyond doubt: somebody who knows the parties says so."""

MOST_BYTES = 32 << 20
"""Bytes of a page or an item: more is no single story."""

_BREAKS = regex("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = regex("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Received:
    """A story from elsewhere.

    Attributes:
        story: Its words; nothing in it has a place in a source. Each placement's ``target`` is
            the address of its picture as the source has it, empty where it has none.
        photographs: For each placement in order, what the source says as the metadata of a
            photograph; None where it says nothing. There is no file: ``sha256`` and ``format``
            are empty and ``size`` is one pixel.
        notes: What could not be read, or was left out, each a sentence without a final stop.
    """

    story: Story
    photographs: tuple[Photograph | None, ...]
    notes: tuple[str, ...] = ()


@dataclass
class Notes:
    """Collects sentences; one that comes again is counted."""

    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, sentence: str) -> None:
        """Note something."""
        self._counts[sentence] = self._counts.get(sentence, 0) + 1

    def told(self) -> tuple[str, ...]:
        """The sentences in the order of their first coming."""
        return tuple(
            f"{said} ({count} times)" if count > 1 else said for said, count in self._counts.items()
        )


@dataclass(slots=True)
class Picture:
    """A photograph while a source is being read.

    Attributes:
        address: Where its picture is, as the source has it; empty for nowhere.
        alt: Its alt text; None where the source cannot say it.
        caption, credit: As printed; the credit without brackets.
    """

    address: str = ""
    alt: str | None = None
    caption: str = ""
    credit: str = ""

    def placement(self, *, lead: bool) -> Placement:
        """The value that it becomes."""
        alt = None if self.alt is None else passage(self.alt)
        return Placement(self.address, alt, passage(self.caption), passage(self.credit), lead=lead)


def passage(text: str) -> Passage:
    """Plain words as a passage."""
    return Passage(text, (Run(text),)) if text else EMPTY


def placed(blocks: Iterable[Block | Picture]) -> tuple[Block | Placement, ...]:
    """Blocks in page order, with the first photograph leading."""
    done: list[Block | Placement] = []
    lead = True
    for block in blocks:
        done.append(block.placement(lead=lead) if isinstance(block, Picture) else block)
        lead = lead and not isinstance(block, Picture)
    return tuple(done)


def unknown(blocks: Sequence[Block | Placement]) -> tuple[None, ...]:
    """Nothing, for each placement."""
    return tuple(None for block in blocks if isinstance(block, Placement))


def decoded(raw: bytes, name: str, notes: Notes) -> str:
    """Text of unknown encoding: by its byte order mark, else UTF-8, else Windows-1252.

    Line ends become LF. Control characters are left out, and noted.

    Raises:
        ReadError: there is nothing in it, or too much.
    """
    if len(raw) > MOST_BYTES:
        raise ReadError(f"{name} has more than {MOST_BYTES >> 20} MB", "this is not one story")
    if not raw.strip(b" \t\r\n\0"):
        raise ReadError(f"{name} is empty")
    return sound(_text(raw, notes), notes)


def sound(text: str, notes: Notes) -> str:
    """The text with LF as its only line end, and without control characters, which are noted."""
    lines = _BREAKS.sub("\n", text)
    kept = _CONTROLS.sub("", lines)
    if len(kept) != len(lines):
        notes.add(f"left out {len(lines) - len(kept)} control characters, which nobody can read")
    return kept


def shown(words: str) -> str:
    """The beginning of words, in quotes, for a sentence."""
    flat = " ".join(words[: 2 * _SHOWN].split())
    return f"“{flat[:_SHOWN]}…”" if len(flat) > _SHOWN else f"“{flat}”"


def _text(raw: bytes, notes: Notes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if raw.startswith(mark):
            return raw[2:].decode(encoding, "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        notes.add(f"it is not UTF-8 (byte {error.start}); read as Windows-1252")
        return raw.decode("cp1252", "replace")
