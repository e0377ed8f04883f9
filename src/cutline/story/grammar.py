"""CommonMark by markdown-it-py, taught to say where everything stands.

The parser's tokens carry line numbers only. Three small changes give exact positions:

* block rules are wrapped (``Ruler.at``) so that each token that holds words also holds, line
  by line, where those words stand in the text (``meta["lines"]``);
* the inline state notes ``pos`` when it makes a token or begins to gather plain text
  (``meta["at"]``);
* the two rules that merge neighbouring text tokens, and so would lose that, are off.

Nothing is found again by searching for words.
"""

from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import Literal, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, code, fence, heading, lheading, paragraph
from markdown_it.rules_inline import StateInline, image
from markdown_it.token import Token
from markdown_it.utils import EnvType

MAX_NESTING = 40
"""Quotations, lists and brackets inside each other that are still read."""

MAX_ATTRIBUTES = 1000
"""Characters of ``{…}`` after an image that are read as attributes."""

TRIMMED = " \t\n\v\f\r"
"""What CommonMark strips from the ends of a paragraph or a heading."""

ContentLines: TypeAlias = list[tuple[int, int]]
"""For each line of a token's content: offset in the content, offset in the parsed text."""

BlockRule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]

_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


class _InlineState(StateInline):
    """Notes in ``meta["at"]`` where the words of each token begin in the content."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self._gathered_from: int | None = None
        self._last_push = (-1, 0)
        self.uncommented = (0, -1)
        """From where, up to which ``posMax``, no comment ends any more."""

    def append_pending(self, text: str) -> None:
        if self._gathered_from is None:
            self._gathered_from = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 (the parser's name)
        token = super().pushPending()
        token.meta["at"] = self._gathered_from
        self._gathered_from = None
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self._gathered_from = None
        # A run of * or _ is pushed as one text token a character, without moving `pos`.
        pos, count = self._last_push
        count = count + 1 if pos == self.pos and ttype == "text" else 0
        self._last_push = (self.pos, count)
        token.meta["at"] = self.pos + count
        return token


class _Inline(ParserInline):
    """The inline parser with the state above."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Block(ParserBlock):
    """The block parser; says in ``env["too_deep"]`` which lines it would not enter."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level >= MAX_NESTING and startLine < endLine:
            state.env.setdefault("too_deep", []).append(startLine)
        super().tokenize(state, startLine, endLine)


class _Story(MarkdownIt):
    """Keeps addresses as they were written: what may be linked is decided by the reader."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@cache
def grammar() -> MarkdownIt:
    """The parser: CommonMark without HTML, with comments and attributes of photographs."""
    md = _Story()
    md.block, md.inline = _Block(), _Inline()
    md.configure("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    md.disable(["html_block", "html_inline", "fragments_join", "text_join"])
    block, inline = md.block.ruler, md.inline.ruler
    block.at("paragraph", _placed(paragraph, _lines_of_paragraph))
    block.at("lheading", _placed(_underlined, _lines_of_paragraph))
    block.at("heading", _placed(heading, _line_of_heading), {"alt": _INTERRUPTS[:3]})
    block.at("fence", _placed(fence, _lines_of_code), {"alt": _INTERRUPTS})
    block.at("code", _placed(code, _lines_of_code))
    block.before("reference", "comment", _block_comment)
    inline.at("image", _ended_image)
    inline.before("text", "attributes", _attributes)
    inline.before("autolink", "comment", _inline_comment)
    return md


def _placed(rule: BlockRule, lines: Callable[[StateBlock, Token], ContentLines]) -> BlockRule:
    """The rule, noting in the token that holds the words where its lines stand."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in state.tokens[before:]:
            if token.type in ("inline", "fence", "code_block"):
                token.meta["lines"] = lines(state, token)
        return True

    return run


def _ending(state: StateBlock, first: int, content: str, lead: int = 0) -> ContentLines:
    """Places of content lines that run to the end of their source lines.

    A block's prefix (``> ``, an indent) is cut from the front of a line, never from its end,
    so the end is the sure anchor.
    """
    lines: ContentLines = []
    offset = -lead
    for number, line in enumerate(content.split("\n"), first):
        lines.append((offset, state.eMarks[number] - len(line)))
        offset += len(line) + 1
    return lines


def _lines_of_paragraph(state: StateBlock, token: Token) -> ContentLines:
    first, end = _map(token)
    raw = state.getLines(first, end, state.blkIndent, False)
    return _ending(state, first, raw, lead=len(raw) - len(raw.lstrip(TRIMMED)))


def _line_of_heading(state: StateBlock, token: Token) -> ContentLines:
    line = _map(token)[0]
    start = state.bMarks[line] + state.tShift[line]
    start = state.skipCharsStr(start, "#")
    while start < state.eMarks[line] and state.src[start] in TRIMMED:
        start += 1
    return [(0, start)]


def _lines_of_code(state: StateBlock, token: Token) -> ContentLines:
    first = _map(token)[0] + (token.type == "fence")
    return _ending(state, first, token.content.removesuffix("\n")) if token.content else []


def _map(token: Token) -> tuple[int, int]:
    first, end = token.map or (0, 0)
    return first, end


def _underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A heading by underlining, but for a photograph: ``---`` under its caption is a rule."""
    if state.src.startswith("![", state.bMarks[start] + state.tShift[start]):
        return False
    return lheading(state, start, end, silent)


def _block_comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment that stands alone, over blank lines too, outside quotations and lists."""
    at = state.bMarks[start] + state.tShift[start]
    if state.level or state.is_code_block(start) or not state.src.startswith("<!--", at):
        return False
    closed = _closing(state.src, at + 4, state.env)
    if closed is None:
        return False
    last = bisect_left(state.eMarks, closed, start)
    if last >= end or state.src[closed : state.eMarks[last]].strip(TRIMMED):
        return False
    if not silent:
        token = state.push("comment", "", 0)
        token.content, token.map = state.src[at:closed], [start, last + 1]
        token.meta["lines"] = [(0, at)]
        state.line = last + 1
    return True


def _closing(text: str, start: int, env: EnvType) -> int | None:
    """Where the comment whose words begin at ``start`` has ended; None if it never does.

    The last answer is kept: many openings before one far end are then searched only once.
    """
    since, closed = env.get("closing", (len(text) + 1, -1))
    if start < since or 0 <= closed < start + 3:
        found = text.find("-->", start)
        closed = found + 3 if found >= 0 else -1
        env["closing"] = (start, closed)
    return None if closed < 0 else closed


def _inline_comment(state: StateInline, silent: bool) -> bool:
    """A comment in a paragraph: not text, here or in any viewer of Markdown."""
    start = state.pos
    if not state.src.startswith("<!--", start) or not isinstance(state, _InlineState):
        return False
    since, limit = state.uncommented
    if limit == state.posMax and start >= since:
        return False
    end = state.src.find("-->", start + 4, state.posMax)
    if end < 0:
        state.uncommented = (start, state.posMax)
        return False
    if not silent:
        token = state.push("comment", "", 0)
        token.content = state.src[start : end + 3]
    state.pos = end + 3
    return True


def _ended_image(state: StateInline, silent: bool) -> bool:
    """The image rule, noting in ``meta["end"]`` where the image ends."""
    done = image(state, silent)
    if done and not silent:
        state.tokens[-1].meta["end"] = state.pos
    return done


def _attributes(state: StateInline, silent: bool) -> bool:
    """``{…}`` on the same line right after an image."""
    if silent or state.src[state.pos] not in "{ \t" or not state.tokens or state.pending:
        return False
    if state.tokens[-1].meta.get("end") != state.pos:
        return False
    start = state.pos
    while start < state.posMax and state.src[start] in " \t":
        start += 1
    end = _brace_end(state.src, start, min(state.posMax, start + MAX_ATTRIBUTES))
    if end is None:
        return False
    token = state.push("attributes", "", 0)
    token.content, token.meta["at"], state.pos = state.src[start:end], start, end
    return True


def _brace_end(text: str, start: int, stop: int) -> int | None:
    """The end of ``{…}`` that begins at ``start``; a brace between quotes does not end it."""
    if not text.startswith("{", start, stop):
        return None
    quote = ""
    for pos in range(start + 1, stop):
        char = text[pos]
        if char == "\n":
            return None
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char == "}":
            return pos + 1
    return None
