"""A story in Markdown becomes a ``Story`` whose every word knows where it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from cutline.model import (
    EMPTY,
    Allowance,
    Block,
    BlockKind,
    Finding,
    Place,
    Placement,
    Run,
    Span,
    Story,
)
from cutline.story import front, slips, unread
from cutline.story.allowing import in_comment
from cutline.story.compose import marked
from cutline.story.front import FrontMatter
from cutline.story.grammar import grammar
from cutline.story.lines import Lines, Source, joined
from cutline.story.moments import is_moment, meant
from cutline.story.placement import Placer
from cutline.story.slips import Notes
from cutline.story.words import Content, Flat, leads_nowhere, passage

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The shape of a language tag (BCP 47); whether it is registered is not asked."""

_CONTAINERS: dict[str, BlockKind] = {
    "bullet_list_open": "list",
    "ordered_list_open": "ordered",
    "list_item_open": "item",
    "blockquote_open": "quote",
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A story and what its writer should know about how it was read."""

    story: Story
    findings: tuple[Finding, ...]


def parse(text: str) -> Parsed:
    """Read a story; never raises on what a person typed.

    Args:
        text: The file's text as it is, BOM and line endings included.

    Returns:
        The story, and its slips in the order of the text. All places in the source are code
        points of ``text``.
    """
    notes = Notes(text)
    head = front.read(text, notes)
    _sound(head, notes)
    body = _Body(Source(text, head.end), notes)
    blocks = _led(body.read(), notes)
    _unheard(text, head, blocks, notes)
    allowances = (*head.allowances, *body.allowances)
    return Parsed(_story(head, blocks, allowances), notes.findings())


def _unheard(
    text: str, head: FrontMatter, blocks: Sequence[Block | Placement], notes: Notes
) -> None:
    """Ask about rights that stand above the first photograph as if in front matter."""
    placed = (block.span.start for block in blocks if isinstance(block, Placement) and block.span)
    above = Span(head.end, next(placed, len(text)))
    unread.in_body(text, above, Place(None, "front-matter"), notes, headless=head.unclosed)


def _sound(head: FrontMatter, notes: Notes) -> None:
    """Ask for a day that is one, and for a language that has a tag."""
    for name in ("published", "updated"):
        said = head.get(name)
        day = said.text.strip()
        if said.source is not None and day and not is_moment(day):
            message = f"“{day[:60]}” is not a day that machines can read"
            likely = meant(day[:60], head.get("language").text.strip() or "en")
            hint = f"write {likely}" if likely else "write it as 2026-01-31"
            notes.add(slips.NO_DATE, Place(None, name), said.source, message, hint)
    language = head.get("language")
    tag = language.text.strip()
    if language.source is not None and tag and not _TAG.fullmatch(tag):
        message = f"“{tag[:60]}” is not the tag of a language"
        hint = "write en, de, fr, pt-BR …"
        notes.add(slips.NO_LANGUAGE, Place(None, "language"), language.source, message, hint)


def _story(
    head: FrontMatter, blocks: tuple[Block | Placement, ...], allowances: tuple[Allowance, ...]
) -> Story:
    return Story(
        kicker=head.get("kicker"),
        headline=head.get("headline"),
        standfirst=head.get("standfirst"),
        published=head.get("published"),
        language=head.get("language").text.strip() or "en",
        blocks=blocks,
        extra=head.extra,
        byline=head.get("byline"),
        allowances=allowances,
        updated=head.get("updated"),
        corrections=tuple(head.corrections),
        translations=tuple(head.translations),
    )


def _led(blocks: list[Block | Placement], notes: Notes) -> tuple[Block | Placement, ...]:
    """The blocks with exactly one photograph that leads."""
    placed = [index for index, block in enumerate(blocks) if isinstance(block, Placement)]
    asked = [index for index in placed if _lead(blocks[index])]
    for index in asked[1:]:
        number = placed.index(index)
        message = f"photograph {number + 1} is marked as the lead, as an earlier one is"
        span = blocks[index].span or Span(0, 0)
        hint = "leave {lead} on one photograph"
        notes.add(slips.TWO_LEADS, Place(number, "attributes"), span, message, hint)
    leading = next(iter(asked or placed), -1)
    return tuple(
        replace(block, lead=index == leading) if isinstance(block, Placement) else block
        for index, block in enumerate(blocks)
    )


def _lead(block: Block | Placement) -> bool:
    return isinstance(block, Placement) and block.lead


@dataclass
class _Open:
    """A container whose end has not been met."""

    kind: BlockKind
    level: int
    span: Span
    children: list[Block | Placement] = field(default_factory=list)


class _Body:
    """Walks the parser's tokens once and builds blocks and placements.

    Attributes:
        allowances: What comments let pass, once all has been read.
    """

    def __init__(self, source: Source, notes: Notes) -> None:
        self._source, self._notes = source, notes
        self._lines = Lines(source.text)
        self._placer = Placer(notes)
        self._passages = 0
        self._links: list[tuple[Place, Span, str | None]] = []
        self.allowances: list[Allowance] = []
        self._waiting: list[Token] = []
        self._open = [_Open("quote", 0, Span(0, 0))]

    def read(self) -> list[Block | Placement]:
        env: dict[str, list[int]] = {}
        tokens = grammar().parse(self._source.text, env)
        for before, token in zip([None, *tokens], tokens, strict=False):
            self._take(token, before)
        for line in env.get("too_deep", []):
            span = self._span((line, line + 1))
            message = "quotations or lists are nested too deeply here; the rest is not read"
            place = Place(None, f"body[{self._passages}]")
            self._notes.add(slips.TOO_DEEP, place, span, message, "nest them less deeply")
        self._allow(self._place())
        self._follow_links()
        return self._open[0].children

    def _follow_links(self) -> None:
        """Name the links that nobody will be able to follow, once all photographs are known."""
        placed = sum(isinstance(block, Placement) for block in self._open[0].children)
        for place, span, address in self._links:
            if address is None:
                message = "this link leads neither to a page on the web nor to a mail address"
            elif leads_nowhere(address, placed):
                message = "a relative link leads nowhere on a published page"
            else:
                continue
            hint = "write the whole address, with https://, or #photo-2 for a photograph"
            self._notes.add(slips.LINK, place, span, message, hint)

    def _take(self, token: Token, before: Token | None) -> None:
        """One token of the block parser."""
        kind = token.type
        if kind in _CONTAINERS:
            level = int(token.attrs.get("start", 1)) if kind == "ordered_list_open" else 0
            self._open.append(_Open(_CONTAINERS[kind], level, self._span(token.map)))
        elif token.nesting < 0 and kind.removesuffix("close") + "open" in _CONTAINERS:
            done = self._open.pop()
            block = Block(done.kind, EMPTY, done.level, tuple(_blocks(done.children)), done.span)
            self._open[-1].children.append(block)
        elif kind == "inline" and before is not None:
            self._words(token, before)
        elif kind in ("fence", "code_block"):
            self._code(token)
        elif kind == "comment":
            self._waiting.append(token)
        elif kind == "hr":
            self._open[-1].children.append(Block("rule", span=self._span(token.map)))

    def _words(self, token: Token, before: Token) -> None:
        """A paragraph, a heading, or a photograph."""
        content = Content(token.content, token.meta["lines"], self._source)
        children = token.children or []
        span = self._span(before.map)
        heading = before.type == "heading_open"
        placed = len(self._open) == 1 and not heading and _begins_with_image(children)
        place = self._placer.place("caption") if placed else self._place()
        self._comments(children, content, place)
        self._allow(place, ((t, content) for t in children if t.type == "comment"))
        if placed:
            flat = self._flat(content, place)
            read = self._placer.read(children, content, flat, span)
            self._open[0].children.append(read)
            self._marks((t for t in children if t.type == "comment"), content, place, read)
            return
        if token.content.startswith("![") and not _begins_with_image(children):
            message = "this begins like a photograph but cannot be read as one"
            hint = "write ![alt text](path), a path with spaces between < and >"
            self._notes.add(slips.UNREAD, place, content.span(0, 2), message, hint)
        atoms = self._flat(content, place).atoms(children)
        words = passage(atoms, content, 0, len(content.text))
        if words.text:
            self._passages += 1
            kind: BlockKind = "heading" if heading else "paragraph"
            level = int(before.tag[1:]) if heading else 0
            self._open[-1].children.append(Block(kind, words, level, span=span))

    def _code(self, token: Token) -> None:
        text = token.content.removesuffix("\n")
        content = Content(text, token.meta["lines"], self._source)
        pieces = joined(content.pieces(text, 0, 0)) if text else ()
        runs = (Run(text, code=True),) if text else ()
        whole = content.span(0, len(text)) if text else self._span(token.map)
        self._passages += bool(text)
        words = replace(EMPTY, text=text, runs=runs, pieces=pieces, source=whole)
        self._open[-1].children.append(Block("code", words, span=self._span(token.map)))

    def _flat(self, content: Content, place: Place) -> Flat:
        def image(start: int, end: int) -> None:
            message = "this image stands inside text and is not placed; its alt text is printed"
            hint = "give it a paragraph of its own, after an empty line"
            self._notes.add(slips.IN_TEXT, place, content.span(start, end), message, hint)

        def link(at: int, address: str | None) -> None:
            self._links.append((place, content.span(at, at), address))

        return Flat(content.text, image, link)

    def _comments(self, tokens: Sequence[Token], content: Content, place: Place) -> None:
        for token in tokens:
            at = int(token.meta.get("at") or 0)
            if token.type == "text" and "<!--" in token.content:
                span = content.span(at + token.content.index("<!--"), at + len(token.content))
                message = "a comment begins here and never ends; it is printed"
                self._notes.add(slips.OPEN_COMMENT, place, span, message, "end it with -->")
                return

    def _marks(
        self, comments: Iterable[Token], content: Content, place: Place, read: Placement
    ) -> None:
        """Marks of a draft that outlived what they asked for."""
        written = {"alt": read.alt, "caption": read.caption, "credit": read.credit}
        for token in comments:
            field, at = marked(token.content), int(token.meta["at"])
            words = written.get(field)
            if words is not None and words.text.strip():
                span = content.span(at, at + len(token.content))
                message = "this mark says that something is missing which is there"
                where = replace(place, field=field)
                self._notes.add(slips.MARK_LEFT, where, span, message, "take the comment out")

    def _allow(self, place: Place, inside: Iterable[tuple[Token, Content]] = ()) -> None:
        """What the comments before a block, and those inside it, let pass in it."""
        said = [(t, self._whole_comment(t)) for t in self._waiting]
        self._waiting.clear()
        for token, content in inside:
            at = int(token.meta["at"])
            said.append((token, content.span(at, at + len(token.content))))
        for token, span in said:
            self.allowances += in_comment(token.content, span, place, self._notes)

    def _whole_comment(self, token: Token) -> Span:
        start = int(token.meta["lines"][0][1])
        return self._source.span(start, start + len(token.content))

    def _place(self) -> Place:
        """The body passage that is being read."""
        return Place(None, f"body[{self._passages}]")

    def _span(self, lines: Sequence[int] | None) -> Span:
        """Whole lines of the source, without the blank ones at their end."""
        first, end = lines or (0, 0)
        spread = self._lines.spread(first, end)
        words = spread.cut(self._source.text).rstrip()
        return self._source.span(spread.start, spread.start + len(words))


def _begins_with_image(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "image"


def _blocks(children: Sequence[Block | Placement]) -> Iterator[Block]:
    """Inside a container there are blocks only: placements stand at the top."""
    return (child for child in children if isinstance(child, Block))
