"""One item of an agency, whatever its format: text, picture or package; and the story it makes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from cutline.model import (
    EMPTY,
    Block,
    Field,
    Metadata,
    Photograph,
    Placement,
    ReadError,
    Size,
    Story,
    Value,
)
from cutline.wire.received import Notes, Received, passage, shown

PICTURES = frozenset(("picture", "graphic", "photo", "image"))
_DEEPEST = 8
_SAID = 300
"""Characters of a note to desks that are told."""


@dataclass
class Dispatch:
    """An item.

    Attributes:
        kind: ``text``, ``picture``, ``composite`` …, as the item says.
        name: Its identifier.
        headline, standfirst, byline: Words above a text.
        published: The day of this version, as 2026-01-31.
        language: BCP 47 tag; empty where it does not say.
        address: The largest rendition of a picture.
        values: A picture's metadata by TechReference id.
        paragraphs: A text's body.
        parts: Items inside, in order.
        terms: What holds for all inside: status and embargo, in the words of instructions.
        told: What else a text or a package says to desks: a note, usage terms.
    """

    kind: str
    name: str = ""
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    published: str = ""
    language: str = ""
    address: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    parts: list["Dispatch"] = field(default_factory=list)
    terms: str = ""
    told: str = ""


def story_of(item: Dispatch, name: str, language: str, notes: Notes) -> Received:
    """The story that an item makes.

    A picture's caption, alt text and credit line stay empty: what a story leaves out comes
    from the photograph's own metadata, which says them.

    Args:
        item: The item, with those inside it.
        name: What to call the source in messages.
        language: BCP 47 tag where the item does not say.
        notes: Told what is left out.

    Raises:
        ReadError: there is neither a picture nor a text in it.
    """
    pictures = list(_pictures(item, notes))
    text = _text(item)
    if not pictures and not text.paragraphs:
        raise ReadError(f"{name} holds neither a picture nor a text", "name another item")
    if not pictures:
        notes.add("there is no picture in it")
    if len(pictures) > 1 or text is not item:
        text = _first_said(text, item)
    blocks = [Block("paragraph", passage(words)) for words in text.paragraphs]
    placements = [
        Placement(
            each.address, EMPTY, lead=number == 0, unheard="altTextAccessibility" not in each.values
        )
        for number, each in enumerate(pictures)
    ]
    story = Story(
        headline=passage(text.headline),
        standfirst=passage(text.standfirst),
        byline=passage(text.byline if text.kind not in PICTURES else ""),
        published=passage(text.published),
        language=text.language or item.language or language,
        blocks=(*placements, *blocks),
    )
    return Received(story, tuple(map(_photograph, pictures)), notes.told())


def embargo(until: str) -> str:
    """An embargo that an item has a field for, in the words that desks write into instructions."""
    return f"EMBARGOED UNTIL {until}" if until else "EMBARGOED UNTIL FURTHER NOTICE"


def with_status(instructions: str, status: str, until: str | None) -> str:
    """A note to desks with what the item says in fields of their own: status and embargo.

    Args:
        instructions: The item's own note.
        status: ``usable``, ``withheld`` or ``canceled``.
        until: The end of the embargo, empty for an open one; None without embargo.
    """
    said = [instructions.strip()] if instructions.strip() else []
    said += ["KILL: the agency has withdrawn this item"] if status == "canceled" else []
    said += [embargo("")] if status == "withheld" and until is None else []
    said += [] if until is None else [embargo(until)]
    return "\n".join(said)


def kept(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values that say something."""
    return {name: value for name, value in values.items() if value not in ("", ())}


def _pictures(
    item: Dispatch, notes: Notes, depth: int = 0, terms: tuple[str, ...] = ()
) -> Iterator[Dispatch]:
    """The pictures in an item, each under the terms of all that it lies in."""
    if item.kind in PICTURES:
        yield _under(item, terms)
    elif said := " · ".join(filter(None, (item.terms, item.told))):
        flat = " ".join(said[:_SAID].split())
        notes.add(f"the {shown(item.kind)} says to desks: {flat}")
    inner = (*terms, item.terms) if item.terms else terms
    for part in item.parts if depth < _DEEPEST else ():
        if part.kind in PICTURES or part.parts or part.paragraphs:
            yield from _pictures(part, notes, depth + 1, inner)
        else:
            named = part.headline or part.name
            notes.add(
                f"left out an item that is neither picture nor text: {part.kind} {shown(named)}"
            )


def _under(picture: Dispatch, terms: tuple[str, ...]) -> Dispatch:
    """A picture whose instructions say, too, what holds for the package that it came in."""
    said = str(picture.values.get("instructions", ""))
    more = [words for words in terms if words not in said]
    if not more:
        return picture
    whole = "\n".join(filter(None, (said, *more)))
    return replace(picture, values={**picture.values, "instructions": whole})


def _text(item: Dispatch) -> Dispatch:
    """The item itself where it has words, else the first text inside."""
    waiting = [item]
    while waiting:
        here = waiting.pop(0)
        if here.paragraphs:
            return here
        waiting.extend(here.parts)
    return item


def _first_said(text: Dispatch, item: Dispatch) -> Dispatch:
    """The text with what only the package around it says."""
    return Dispatch(
        text.kind,
        text.name,
        text.headline or item.headline,
        text.standfirst or item.standfirst,
        text.byline or item.byline,
        text.published or item.published,
        text.language or item.language,
        paragraphs=text.paragraphs,
    )


def _photograph(item: Dispatch) -> Photograph:
    fields = {name: Field(value, "wire") for name, value in kept(item.values).items()}
    return Photograph(
        sha256="",
        name=item.headline or item.name,
        format="",
        size=Size(1, 1),
        metadata=Metadata(MappingProxyType(fields)),
    )
