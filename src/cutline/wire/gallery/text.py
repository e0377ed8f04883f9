"""The plain text of a published gallery: words above, then photographs and body text.

A photograph is a caption that ends in a credit line, often with its alt text on the line above::

    Two women carry a dog through brown water
    Neighbours bring the last animals over the old bridge. [Ana Silva/Example Press]

Outlets differ: the credit may stand on a line of its own (``Photograph: …``), alt lines may be
missing, captions may run over several lines, an image may be marked by ``[Image]``. What most
photographs of the text do settles how all of them are read.
"""

import re
from collections.abc import Sequence
from statistics import median

from cutline.model import Block, ReadError, Story
from cutline.wire.gallery import tongues
from cutline.wire.gallery.lines import Line, read_lines
from cutline.wire.received import (
    IsCredit,
    Notes,
    Picture,
    Received,
    decoded,
    passage,
    placed,
    shown,
    unknown,
)

_KICKERS = frozenset(
    line.strip()
    for line in """gallery|photos|photo|pictures|in pictures|in photos|photo essay|photo gallery
    |picture essay|news in pictures|photography|news|fotos|bilder|fotostrecke|bildergalerie|galerie
    |in bildern|en images|photos du jour|diaporama|portfolio|grand format|fotogalería|fotogaleria
    |galería|galeria|en fotos|en imágenes|em imagens|fotografía|in immagini|in beeld|i bilder
    |фото|фоторепортаж|фотогалерея|صور|بالصور|معرض الصور""".replace("\n", "").split("|")
)
_SENTENCES = re.compile(r"[.!?]\s+[A-ZÀ-ÞА-Я]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORTEST_ALT = 25
"""Characters: what is shorter above a caption is its heading (a place, a day)."""


def read_gallery_text(raw: bytes, name: str, language: str, is_credit: IsCredit) -> Received:
    """Read the plain text of a gallery.

    Args:
        raw: The file's bytes.
        name: What to call it in messages.
        language: BCP 47 tag for a text whose words do not tell.
        is_credit: Says of words that may be a credit line whether they are one.

    Raises:
        ReadError: there is no photograph in it.
    """
    notes = Notes()
    text = decoded(raw, name, notes)
    tongue = tongues.guess(text) or language
    lines = _with_credits(read_lines(text, tongue, is_credit, notes))
    if not any(line.kind in ("credited", "image") for line in lines):
        raise ReadError(
            f"no photograph can be told in {name}: no line ends in a credit line",
            "end captions with [Name/Agency], or name a page or a story.md",
        )
    above, below = _parted(lines)
    said = _head(above, below, notes)
    blocks = placed(_Reader(below).read())
    story = Story(
        kicker=passage(said.get("kicker", "")),
        headline=passage(said.get("headline", "")),
        standfirst=passage(said.get("standfirst", "")),
        published=passage(said.get("published", "")),
        byline=passage(said.get("byline", "")),
        language=tongue,
        blocks=blocks,
    )
    return Received(story, unknown(blocks), notes.told())


def _with_credits(lines: Sequence[Line]) -> list[Line]:
    """The lines with credit lines that stand alone put to their captions."""
    kept: list[Line] = []
    waiting: Line | None = None
    for line in lines:
        last = kept[-1] if kept else None
        if line.kind == "credit":
            if last and last.kind == "words" and not line.first and len(kept) > 1:
                last.kind, last.credit, last.whole = "credited", line.credit, last.whole
            elif last and last.kind == "image" and not line.first:
                kept.append(Line("credited", "", line.credit, line.gap, line.whole))
            else:
                waiting = _unattached(kept, waiting, line)
        elif waiting and line.kind == "words":
            line.kind, line.credit, line.gap = "credited", waiting.credit, waiting.gap
            kept.append(line)
            waiting = None
        else:
            waiting = _unattached(kept, waiting, None)
            kept.append(line)
    _unattached(kept, waiting, None)
    return kept


def _unattached(kept: list[Line], waiting: Line | None, line: Line | None) -> Line | None:
    """Give a credit line that no caption follows a photograph of its own."""
    if waiting:
        kept.append(Line("credited", "", waiting.credit, waiting.gap, waiting.whole))
    if line is not None and not line.first:
        kept.append(Line("credited", "", line.credit, line.gap, line.whole))
        return None
    return line


def _parted(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """What stands above the first photograph, and the rest with what belongs to that one.

    The lines right above the first caption, without a gap, are its own, if there is a headline
    left above them.
    """
    first = next(at for at, line in enumerate(lines) if line.kind in ("credited", "image"))
    start = first
    while start > 1 and not lines[start].gap and lines[start - 1].kind == "words":
        start -= 1
    if start < first and not any(line.kind == "words" for line in lines[:start]):
        start = first
    spaced = all(line.gap or line.kind != "words" for line in lines[1 : first + 1])
    spare = [line for line in lines[:start] if line.kind == "words"]
    regime = _spaced_alts(lines[first:])
    if start == first and spaced and regime and len(spare) > 1 and _like_alt(lines[first - 1]):
        start = first - 1
    return list(lines[:start]), list(lines[start:])


def _head(above: Sequence[Line], below: list[Line], notes: Notes) -> dict[str, str]:
    """The words above the story; what is left of them goes to the body, in order."""
    words = [line for line in above if line.kind in ("words", "byline")]
    said: dict[str, str] = {}
    if len(words) > 1 and _is_kicker(words[0].whole):
        said["kicker"] = words.pop(0).whole
    if words:
        said["headline"] = words.pop(0).whole
    if words and words[0].kind == "words":
        said["standfirst"] = words.pop(0).whole
    for line in [*words, *below]:
        if line.kind == "byline" and "byline" not in said and line in words:
            said["byline"] = line.text
            words.remove(line)
    for line in (*above, *below):
        if line.kind == "date" and "published" not in said:
            said["published"] = line.text
        elif line.kind == "date":
            notes.add(f"left out a further date: {shown(line.whole)}")
    below[:0] = words
    below[:] = [line for line in below if line.kind != "date"]
    return said


def _is_kicker(line: str) -> bool:
    return line.casefold().rstrip(":") in _KICKERS or ("|" in line and len(line) <= 60)


def _like_alt(line: Line) -> bool:
    words = line.whole
    return (
        line.kind == "words" and _SHORTEST_ALT <= len(words) <= 400 and not _SENTENCES.search(words)
    )


def _spaced_alts(lines: Sequence[Line]) -> bool:
    """Whether each caption has one line above it, though gaps keep all lines apart."""
    if any(not line.gap for line in lines[1:] if line.kind in ("credited", "words")):
        return False
    counts: list[list[Line]] = [[]]
    for line in lines:
        if line.kind == "credited":
            counts.append([])
        elif line.kind == "words":
            counts[-1].append(line)
    between = counts[1:-1]
    alone = [group[0] for group in between if len(group) == 1 and _like_alt(group[0])]
    open_ended = sum(not line.whole.endswith((".", "”", '"')) for line in alone)
    return len(alone) >= 2 and 3 * len(alone) >= 2 * len(between) and 2 * open_ended >= len(alone)


class _Reader:
    """Reads the lines below the head into photographs and body text, in order."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._blocks: list[Block | Picture] = []
        self._held: list[Line] = []
        self._image: Line | None = None
        tight = [line for line in lines[1:] if line.kind in ("words", "credited")]
        self._gapless = len(tight) > 4 and not any(line.gap for line in tight)
        self._spaced = _spaced_alts(lines)
        self._alts = self._spaced or self._alts_in_use()

    def read(self) -> list[Block | Picture]:
        """The blocks in page order."""
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if line.kind == "image":
                self._close_image()
                self._body(self._held)
                self._image = line
            elif line.kind == "credited":
                at += self._pair(at)
            else:
                self._held.append(line)
            at += 1
        self._close_image()
        self._body(self._held)
        return self._blocks

    def _alts_in_use(self) -> bool:
        """Whether most captions have an alt text on the line above."""
        above = [
            before
            for before, line in zip([None, *self._lines], self._lines, strict=False)
            if line.kind == "credited"
        ]
        with_alt = [
            before
            for before, line in zip([None, *self._lines], self._lines, strict=False)
            if line.kind == "credited" and not line.gap and before and before.kind == "words"
        ]
        enough = 2 * len(with_alt) >= len(above) and bool(with_alt)
        return enough and median(len(line.whole) for line in with_alt) >= _SHORTEST_ALT

    def _pair(self, at: int) -> int:
        """Take the caption at ``at``; how many lines more than one were taken.

        Where alt texts are in use, two captions with credits in a row and no alt text between
        are one photograph: its alt text carries a credit line.
        """
        line = self._lines[at]
        after = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if after is None or after.kind != "credited" or after.gap:
            self._take(line)
            return 0
        apart = line.gap or not self._held
        if self._alts and not self._spaced and apart and not self._image:
            self._body(self._held)
            self._blocks.append(Picture("", line.whole, after.text, after.credit))
            return 1
        self._take(line)
        return 0

    def _take(self, line: Line) -> None:
        """Make a photograph of a caption and of what was held for it."""
        own = self._own(line)
        alt = self._image.alt if self._image else None
        if alt is None and self._alts and own and len(own[0].whole) >= _SHORTEST_ALT:
            alt = own.pop(0).whole
        caption = " ".join(part for part in (*(one.whole for one in own), line.text) if part)
        address = self._image.address if self._image else ""
        self._blocks.append(Picture(address, alt, caption, line.credit))
        self._image = None

    def _own(self, line: Line) -> list[Line]:
        """The held lines that belong to a photograph; the others become body text."""
        held, self._held = self._held, []
        near = len(held)
        if self._image is None:
            tight = not line.gap
            while near > 0 and tight:
                near -= 1
                tight = not held[near].gap
            if self._gapless or len(held) - near > 3:
                near = len(held) - (1 if self._alts else 0)
            if self._spaced and held and near == len(held):
                near -= 1
        near = max(near, 0) if self._image is None else 0
        self._body(held[:near])
        return [one for one in held[near:] if one.kind == "words"]

    def _close_image(self) -> None:
        """Make a photograph of an image under which no credit line stands."""
        if self._image is None:
            return
        tight = 0
        while tight < len(self._held) and (tight == 0 or not self._held[tight].gap):
            tight += 1
        own, self._held = self._held[:tight], self._held[tight:]
        alt = self._image.alt
        if alt is None and self._alts and len(own) > 1:
            alt = own.pop(0).whole
        caption = " ".join(one.whole for one in own)
        self._blocks.append(Picture(self._image.address, alt, caption))
        self._image = None

    def _body(self, lines: list[Line]) -> None:
        """Lines that belong to no photograph."""
        self._blocks += [Block("paragraph", passage(line.whole)) for line in lines]
        if lines is self._held:
            self._held = []
