"""A paragraph that begins with an image: a photograph, its caption, its credit line."""

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.helpers import parseLinkDestination
from markdown_it.token import Token

from cutline.model import EMPTY, Passage, Place, Placement, Span
from cutline.story import attributes, slips
from cutline.story import target as targets
from cutline.story.grammar import TRIMMED
from cutline.story.slips import Notes
from cutline.story.words import Atom, Content, Flat, passage, trimmed


class Placer:
    """Reads the placements of one story, in order."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._known: set[str] = set()
        self._count = 0

    def read(self, tokens: Sequence[Token], content: Content, flat: Flat, span: Span) -> Placement:
        """Read a paragraph whose first token is an image.

        Args:
            tokens: The inline tokens of the paragraph.
            content: The paragraph's content.
            flat: Lays the caption flat.
            span: The paragraph in the source.
        """
        image, rest = tokens[0], list(tokens[1:])
        label_end = 2 + len(image.content)
        end = int(image.meta["end"])
        alt = self._alt(image, content)
        target, target_at = self._target(image, content, label_end)
        read = attributes.Attributes()
        if rest and rest[0].type == "attributes":
            token = rest.pop(0)
            start = int(token.meta["at"])
            end = start + len(token.content)
            read = attributes.read(token.content)
            self._note_attributes(read, content.span(start, end))
        elif content.text[end:].lstrip(" \t")[:1] == "{":
            message = f"photograph {self._count + 1}: the brace after it never closes"
            self._note(slips.BAD_ATTRIBUTE, "attributes", content.span(end, end), message)
        caption, credit = self._words(flat.atoms(rest), content, end)
        self._count += 1
        return Placement(
            target,
            alt,
            caption,
            credit,
            span=span,
            target_at=target_at,
            caption_at=content.at(end),
            lead=read.lead,
            decorative=read.decorative,
            layout=read.layout,
            focal=read.focal,
            options=read.options,
            origin=read.origin,
            unheard=read.unheard,
            sensitive=read.sensitive,
            language=read.language,
        )

    def place(self, field: str) -> Place:
        """A field of the placement that is being read."""
        return Place(self._count, field)

    def _note(
        self, slip: slips.ParseFinding, field: str, span: Span, message: str, hint: str = ""
    ) -> None:
        self._notes.add(slip, self.place(field), span, message, hint or _HINTS.get(slip.code, ""))

    def _alt(self, image: Token, content: Content) -> Passage:
        flat = Flat(content.text, lambda *_: None, lambda *_: None)
        atoms = flat.atoms([image])
        return replace(passage(atoms, content, 2, 2 + len(image.content)), runs=())

    def _target(self, image: Token, content: Content, label_end: int) -> tuple[str, Span | None]:
        """The path, unescaped, and where it stands; nowhere for an image by reference."""
        text = content.text
        address, at = str(image.attrs.get("src", "")), None
        if text.startswith("](", label_end):
            start = label_end + 2
            while text[start] in TRIMMED:
                start += 1
            found = parseLinkDestination(text, start, len(text))
            end = found.pos if found.ok else start
            bracket = found.ok and text[start] == "<"
            at = content.span(start + bracket, end - bracket)
        target = targets.decoded(address)
        if complaint := targets.complaint(target):
            message = f"photograph {self._count + 1}: “{target}” {complaint}"
            message = message if target.strip() else f"photograph {self._count + 1} names no file"
            self._note(slips.TARGET, "target", at or content.span(0, label_end), message)
        return target, at

    def _note_attributes(self, read: attributes.Attributes, span: Span) -> None:
        number = self._count + 1
        for written in read.wrong:
            message = f"photograph {number}: “{written}” cannot be read as an attribute"
            self._note(slips.BAD_ATTRIBUTE, "attributes", span, message, attributes.hint(written))
        for name in attributes.names(read.options, self._known):
            message = f"photograph {number}: cutline does not read the attribute “{name}”"
            self._note(slips.UNKNOWN_ATTRIBUTE, "attributes", span, message)

    def _words(self, atoms: list[Atom], content: Content, start: int) -> tuple[Passage, Passage]:
        """Caption and credit line."""
        text = content.text
        start += len(text[start:]) - len(text[start:].lstrip(TRIMMED))
        atoms = trimmed(atoms)
        if not (atoms and atoms[-1].literal and atoms[-1].text.endswith("]")):
            self._unclosed(atoms, content)
            return (passage(atoms, content, start, len(text)) if atoms else EMPTY), EMPTY
        opening = _opening(atoms)
        closed = (atoms[-1].at or 0) + len(atoms[-1].text) - 1
        if opening is None:
            message = (
                f"photograph {self._count + 1}: the caption ends with “]” but nothing opens it"
            )
            self._note(slips.CREDIT_BRACKET, "caption", content.span(closed, closed + 1), message)
            return passage(atoms, content, start, len(text)), EMPTY
        index, column = opening
        opened = (atoms[index].at or 0) + column
        before = trimmed([*atoms[:index], _cut(atoms[index], 0, column)])
        caption_end = max(start, len(text[:opened].rstrip(TRIMMED)))
        caption = passage(before, content, start, caption_end) if before else EMPTY
        return caption, passage(_between(atoms, opening), content, opened + 1, closed)

    def _unclosed(self, atoms: Sequence[Atom], content: Content) -> None:
        """Ask where a bracket begins a credit line that nothing ends."""
        for atom in reversed(atoms):
            if not atom.literal or not {"[", "]"} & set(atom.text):
                continue
            column = atom.text.rfind("[")
            begins = column == 0 or atom.text[column - 1].isspace()
            if column > atom.text.rfind("]") and begins:
                at = (atom.at or 0) + column
                message = (
                    f"photograph {self._count + 1}: “[” begins a credit line and nothing ends it"
                )
                self._note(slips.CREDIT_BRACKET, "caption", content.span(at, at + 1), message)
            return


_HINTS = {
    slips.TARGET.code: "give a path relative to the story, with / between folders",
    slips.UNKNOWN_ATTRIBUTE.code: "remove it, or leave it: it is kept as written",
    slips.CREDIT_BRACKET.code: "write the credit line as [Name/Agency] at the end of the caption",
}


def _opening(atoms: Sequence[Atom]) -> tuple[int, int] | None:
    """The bracket that the last closing one belongs to, as (atom, column)."""
    depth = 0
    for index in range(len(atoms) - 1, -1, -1):
        if not atoms[index].literal:
            continue
        text = atoms[index].text
        for column in range(len(text) - 1, -1, -1):
            depth += (text[column] == "]") - (text[column] == "[")
            if depth == 0:
                return index, column
    return None


def _between(atoms: Sequence[Atom], opening: tuple[int, int]) -> list[Atom]:
    """The atoms from an opening bracket to the closing one at the end, without the two."""
    first, column = opening
    inside = [_cut(atoms[first], column + 1, None), *atoms[first + 1 :]]
    return [*inside[:-1], _cut(inside[-1], 0, -1)]


def _cut(atom: Atom, start: int, end: int | None) -> Atom:
    return replace(atom, text=atom.text[start:end], at=(atom.at or 0) + start)
