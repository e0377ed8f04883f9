"""A photo story as written: its words, its photographs in order, and where each word stands.

Nothing here knows Markdown or HTML: a reader (``story``, ``wire``) makes these values, the
copy desk reads them, and ``publish`` prints them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from cutline.model.allowance import Allowance
from cutline.model.finding import Span
from cutline.model.geometry import FocalPoint


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one style. ``href`` is an http(s), mailto or relative link."""

    text: str
    emphasis: bool = False
    strong: bool = False
    code: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words and where they stand in the source they were read from.

    Attributes:
        text: The words as a reader sees them, without mark-up.
        runs: The same words by style; their texts joined are ``text``.
        pieces: ``(offset in text, span in source)`` runs of equal length and equal words, in
            order. What lies in ``text`` between two pieces (an entity, a joined line) has no
            exact counterpart. Empty where there is no source (text from a photograph).
        source: The whole stretch of the source, mark-up included; None without source.
    """

    text: str
    runs: tuple[Run, ...] = ()
    pieces: tuple[tuple[int, Span], ...] = ()
    source: Span | None = None

    def styled(self) -> tuple[Run, ...]:
        """The runs; one plain run where the words carry no style."""
        return self.runs or ((Run(self.text),) if self.text else ())

    def at(self, span: Span) -> Span | None:
        """Where the words of ``span`` stand in the source; None if not exactly anywhere.

        Exact only where the whole span lies in one piece, so that replacing the answer in
        the source replaces just those words.
        """
        for offset, piece in self.pieces:
            end = offset + piece.end - piece.start
            if offset <= span.start and span.end <= end:
                return Span(piece.start + span.start - offset, piece.start + span.end - offset)
        return None


EMPTY = Passage("")

Layout = Literal["lead", "wide", "column", "pair", "portrait", "bleed"]


@dataclass(frozen=True, slots=True)
class Placement:
    """One photograph in a story.

    Attributes:
        target: What the story calls the photograph: a path relative to it, or a URL.
        alt: The alt text; None where it is not known (an import), empty where empty.
        caption: The words under it, without the credit.
        credit: The credit line, without its brackets.
        span: The whole placement in the source; None without source.
        target_at: Where ``target`` stands in the source; None for an image by reference.
        caption_at: Where the image and its attributes end in the source: a caption is put in
            there, after a line break; None without source.
        lead: True on the photograph that leads.
        decorative: True where the story says that the empty alt text is meant.
        layout: What the story asks for; None leaves it to the page.
        focal: The point that crops must keep, if the story says.
        options: Attributes of ours or others that are not read above, as written.
        origin: Where an import found the photograph: an address, or the name of the imported
            file; empty otherwise. Until its file is there, nothing is known of it.
        unheard: True where an import was not told the alt text.
        sensitive: Why the photograph is covered until a reader asks for it; empty where the
            story flags it and gives no reason; None where it is not covered.
        language: BCP 47 tag of the caption, if it is not the story's.
    """

    target: str
    alt: Passage | None
    caption: Passage = EMPTY
    credit: Passage = EMPTY
    span: Span | None = None
    target_at: Span | None = None
    caption_at: int | None = None
    lead: bool = False
    decorative: bool = False
    layout: Layout | None = None
    focal: FocalPoint | None = None
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    origin: str = ""
    unheard: bool = False
    sensitive: str | None = None
    language: str = ""


BlockKind = Literal["paragraph", "heading", "list", "ordered", "item", "quote", "code", "rule"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of body text.

    Attributes:
        kind: What it is; ``list``, ``ordered``, ``item`` and ``quote`` hold ``children``.
        passage: Its words, for kinds that hold words.
        level: 1..6 for a heading, the first number for an ordered list, else 0.
        children: Blocks inside.
        span: The whole block in the source.
    """

    kind: BlockKind
    passage: Passage = EMPTY
    level: int = 0
    children: tuple["Block", ...] = ()
    span: Span | None = None

    def passages(self) -> Iterator[Passage]:
        """Its words and those of its children, in order."""
        if self.passage.text or self.kind == "paragraph":
            yield self.passage
        for child in self.children:
            yield from child.passages()


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong in a published story, and when that was said.

    Attributes:
        date: The day or instant as written; empty where the story gives none.
        passage: What was wrong and what is right, for readers.
    """

    date: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Story:
    """A photo story.

    Attributes:
        kicker, headline, standfirst: The words above the pictures.
        published: The date as written (``2023-09-13``, or with a time); empty if unset.
        language: BCP 47 tag, ``en`` where the story does not say.
        blocks: Body blocks and placements in page order.
        extra: Further front matter, kept as written.
        byline: Who wrote the text, if the story says.
        allowances: What its editor lets pass.
        updated: When it was last changed for readers, as written; empty if it was not.
        corrections: What was wrong before, in the order of the story.
        translations: Language tag to the working name or the web address of the story's edition in
            that language, as the story gives them.
    """

    kicker: Passage = EMPTY
    headline: Passage = EMPTY
    standfirst: Passage = EMPTY
    published: Passage = EMPTY
    language: str = "en"
    blocks: tuple["Block | Placement", ...] = ()
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    byline: Passage = EMPTY
    allowances: tuple[Allowance, ...] = ()
    updated: Passage = EMPTY
    corrections: tuple[Correction, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()

    @property
    def placements(self) -> tuple[Placement, ...]:
        """The photographs in page order."""
        return tuple(block for block in self.blocks if isinstance(block, Placement))

    @property
    def body(self) -> tuple[Passage, ...]:
        """The passages of the body in order: ``body[n]`` in findings."""
        blocks = (block for block in self.blocks if isinstance(block, Block))
        return tuple(passage for block in blocks for passage in block.passages())
