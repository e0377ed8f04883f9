"""From the parser's inline tokens to words: a passage with its runs and pieces.

The tokens are first laid flat into atoms (some words, one style, one place). Trimming,
cutting a credit line off a caption and joining are then plain work on a list.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from cutline.model import Passage, Run, Span
from cutline.story.grammar import TRIMMED, ContentLines
from cutline.story.lines import Source, aligned, joined

PLAIN = Run("")

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_HOST = re.compile(r"//[^/?#]")
_PHOTO = re.compile(r"#photo-([1-9][0-9]{0,5})")
_LINKED = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class Atom:
    """Some words of one style that stand in one place.

    Attributes:
        text: The words.
        style: Their style, as a run without text.
        at: Offset of the first character in the token's content; None where the words have no
            counterpart there (an entity, a line break).
        literal: True for plain text, whose brackets and outer spaces mean what they look like.
        brk: True for a line break; its text is a space, or LF for a hard one.
    """

    text: str
    style: Run = PLAIN
    at: int | None = None
    literal: bool = False
    brk: bool = False


class Content:
    """The content of one block token, and the way from it to the source."""

    def __init__(self, text: str, lines: ContentLines, source: Source) -> None:
        self.text = text
        self._offsets = [offset for offset, _ in lines]
        self._places = [place for _, place in lines]
        self._source = source

    def at(self, offset: int) -> int:
        """The place in the source of an offset in the content."""
        line = max(bisect_right(self._offsets, offset) - 1, 0)
        return self._source.at(self._places[line] + offset - self._offsets[line])

    def span(self, start: int, end: int) -> Span:
        """The place in the source of a range of the content."""
        first = self.at(start)
        return Span(first, max(first, self.at(end)))

    def pieces(self, text: str, offset: int, at: int) -> list[tuple[int, Span]]:
        """Pieces of ``text``, which stands at ``at`` in the content, line by line."""
        pieces: list[tuple[int, Span]] = []
        done = 0
        for line in self.text[at : at + len(text)].split("\n"):
            words = text[done : done + len(line)]
            pieces += self._line_pieces(words, offset + done, at + done)
            done += len(line) + 1
        return pieces

    def _line_pieces(self, words: str, offset: int, at: int) -> list[tuple[int, Span]]:
        """Pieces of words in one line.

        A tab that a block's prefix cuts in two leaves spaces that stand nowhere: the words
        then begin behind the tab.
        """
        line = max(bisect_right(self._offsets, at) - 1, 0)
        place = self._places[line] + at - self._offsets[line]
        behind = self._source.text.rfind("\t", max(place, 0), place + len(words)) + 1
        blank = len(words) - len(words.lstrip(" "))
        pad = behind - place if 0 < behind - place <= blank else 0
        return aligned(words[pad:], offset + pad, self._source.whole, self._source.at(place + pad))


class Flat:
    """Lays inline tokens flat, and notes what is not printed as it was written."""

    def __init__(
        self,
        content: str,
        image: Callable[[int, int], None],
        link: Callable[[int, str | None], None],
    ):
        """Begin.

        Args:
            content: The content of the block token.
            image: Called with the range of an image that is shown as its alt text.
            link: Called with the offset of a link and its address; None for the address of
                a link that is shown without it.
        """
        self._content = content
        self._image, self._link = image, link
        self._atoms: list[Atom] = []
        self._commented = False

    def atoms(self, tokens: Iterable[Token]) -> list[Atom]:
        """The words of ``tokens`` in order."""
        self._walk(tokens, 0, PLAIN)
        return self._atoms

    def _walk(self, tokens: Iterable[Token], base: int, outer: Run) -> None:
        styles = [outer]
        for token in tokens:
            at = base + int(token.meta.get("at") or 0)
            if token.nesting > 0:
                styles.append(self._styled(token, at, styles[-1]))
            elif token.nesting < 0:
                styles.pop()
            elif token.type == "image":
                self._image(at, base + int(token.meta["end"]))
                self._walk(token.children or (), at + 2, styles[-1])
            else:
                self._leaf(token, at, styles[-1])

    def _leaf(self, token: Token, at: int, style: Run) -> None:
        kind = token.type
        if kind == "comment":
            self._commented = True
        elif kind in ("softbreak", "hardbreak"):
            self._break("\n" if kind == "hardbreak" else " ", style)
        elif kind == "code_inline":
            at += len(token.markup)
            inside = self._content[at : at + len(token.content)].replace("\n", " ")
            self._add(
                Atom(token.content, replace(style, code=True), at + (inside != token.content))
            )
        elif kind == "text_special":
            # An escape stands behind its backslash; an entity has no counterpart.
            known = self._content.startswith(token.content, at + 1) and token.info == "escape"
            self._add(Atom(token.content, style, at + 1 if known else None))
        elif kind == "text" and token.content:
            # The words of <https://…> are pushed at its bracket.
            at += not self._content.startswith(token.content, at)
            self._text(Atom(token.content, style, at, literal=True))

    def _styled(self, token: Token, at: int, style: Run) -> Run:
        if token.type == "em_open":
            return replace(style, emphasis=True)
        if token.type == "strong_open":
            return replace(style, strong=True)
        href = safe_link(str(token.attrs.get("href", "")))
        self._link(at, href)
        return replace(style, href=href)

    def _text(self, atom: Atom) -> None:
        """Add words; spaces on both sides of a comment are one space."""
        if self._commented and (not self._atoms or self._atoms[-1].text[-1:] in " \t\n"):
            words = atom.text.lstrip(" \t")
            atom = replace(atom, text=words, at=(atom.at or 0) + len(atom.text) - len(words))
        if atom.text:
            self._add(atom)

    def _break(self, text: str, style: Run) -> None:
        """Add a line break; a line that holds only a comment is no line."""
        if self._commented and self._atoms:
            last = self._atoms[-1]
            if last.brk:
                self._atoms[-1] = replace(last, text="\n" if "\n" in (last.text, text) else " ")
                return
            if last.literal:
                self._atoms[-1] = replace(last, text=last.text.rstrip(" \t"))
        self._atoms.append(Atom(text, style, brk=True))

    def _add(self, atom: Atom) -> None:
        self._commented = False
        self._atoms.append(atom)


def safe_link(href: str) -> str | None:
    """The address as it may be linked: http(s) with a host, mailto or relative; else None."""
    address = "".join(char for char in href if char > " " and char != "\x7f")
    scheme = _SCHEME.match(address)
    if scheme and scheme[0].lower() not in _LINKED:
        return None
    if scheme and scheme[0].lower() != "mailto:" and not _HOST.match(address, scheme.end()):
        return None
    try:
        return normalizeLink(address)
    except ValueError:
        return None


def leads_nowhere(address: str, photographs: int) -> bool:
    """Whether a link that is right beside the story's file leads nowhere from its page.

    Args:
        address: As ``safe_link`` gives it.
        photographs: How many the story places: ``#photo-1`` up to this number are on the page.
    """
    if _SCHEME.match(address):
        return False
    number = _PHOTO.fullmatch(address)
    return number is None or int(number[1]) > photographs


def trimmed(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms without spaces and line breaks at either end."""
    kept = list(atoms)
    while kept and (kept[0].brk or kept[0].literal):
        words = kept[0].text.lstrip(TRIMMED)
        if words and not kept[0].brk:
            shift = len(kept[0].text) - len(words)
            kept[0] = replace(kept[0], text=words, at=(kept[0].at or 0) + shift)
            break
        kept.pop(0)
    while kept and (kept[-1].brk or kept[-1].literal):
        words = kept[-1].text.rstrip(TRIMMED)
        if words and not kept[-1].brk:
            kept[-1] = replace(kept[-1], text=words)
            break
        kept.pop()
    return kept


def passage(atoms: Sequence[Atom], content: Content, start: int, end: int) -> Passage:
    """The words of atoms as one passage, trimmed.

    Args:
        atoms: In order.
        content: Where they stand.
        start: Begin of the whole stretch in the content, mark-up included.
        end: Its end.
    """
    runs: list[Run] = []
    pieces: list[tuple[int, Span]] = []
    texts: list[list[str]] = []
    offset = 0
    for atom in trimmed(atoms):
        if atom.at is not None:
            pieces += content.pieces(atom.text, offset, atom.at)
        offset += len(atom.text)
        if runs and runs[-1] == atom.style:
            texts[-1].append(atom.text)
        else:
            runs.append(atom.style)
            texts.append([atom.text])
    words = ["".join(parts) for parts in texts]
    styled = tuple(replace(run, text=text) for run, text in zip(runs, words, strict=True))
    return Passage("".join(words), styled, joined(pieces), content.span(start, end))
