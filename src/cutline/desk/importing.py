"""``cutline import``: what others made becomes a story folder that asks the same questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from cutline import store
from cutline.desk.library import Held, Progress
from cutline.desk.material import STORY_FILE
from cutline.desk.sources import Source, local, photographs, receive
from cutline.metadata import write_sidecar
from cutline.model import (
    Block,
    House,
    Layers,
    Photograph,
    Placement,
    ReadError,
    StoreError,
    Story,
    Unreadable,
)
from cutline.story import Draft, DraftPhotograph, DraftText, compose
from cutline.wire.received import Received

_KINDS: dict[str, Literal["paragraph", "heading", "quote", "item"]] = {
    "heading": "heading",
    "quote": "quote",
    "list": "item",
}
_EXTENSIONS = frozenset("jpg jpeg png tif tiff webp avif heic gif".split())
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import wrote.

    Attributes:
        file: The new story.
        photographs: How many it places.
        copied: How many of them lie beside it.
        notices: What of the source could not be read, a sentence each.
    """

    file: Path
    photographs: int
    copied: int
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Arrived:
    """One photograph on its way into the folder.

    Attributes:
        placement: What the source says of it.
        name: Its file name in the folder.
        data: Its bytes; None where they are not here.
        said: Metadata that the source says apart from any file.
    """

    placement: Placement
    name: str
    data: bytes | None
    said: Photograph | None


def import_story(source: Source, folder: Path, house: House, progress: Progress) -> Imported:
    """Write a story folder from a source. Photographs that lie beside it are copied.

    Args:
        source: What is imported.
        folder: The new folder; nothing that is there is ever written over.
        house: The house style.
        progress: Told how far it is.

    Raises:
        CutlineError: the source is no story, the folder holds files, or it cannot be written.
    """
    received = receive(source, house)
    _refuse_filled(folder)
    arrived = tuple(_arrivals(source, received, progress))
    text = compose(_draft(source, received.story, arrived))
    file = folder / STORY_FILE
    try:
        store.make_folder(folder)
        for each in arrived:
            _write(folder, each)
        store.create(file, text.encode("utf-8", "replace"), mode=0o644)
    except store.TakenError as error:
        raise StoreError(error.message, "nothing that was there was written over") from error
    copied = sum(each.data is not None for each in arrived)
    return Imported(file, len(arrived), copied, received.notes)


def _refuse_filled(folder: Path) -> None:
    """Nothing is mixed with what somebody else put there.

    Raises:
        StoreError: there is a file, or something is in the folder.
    """
    try:
        filled = folder.is_dir() and any(folder.iterdir())
    except OSError as error:
        raise StoreError(f"“{folder}” cannot be read: {error.strerror}") from error
    if filled or (folder.exists() and not folder.is_dir()):
        what = "is not empty" if filled else "is a file"
        raise StoreError(f"“{folder}” {what}", "name a new folder; nothing was changed")


def _arrivals(source: Source, received: Received, progress: Progress) -> Iterator[_Arrived]:
    placements = received.story.placements
    held = photographs(source, received, progress)
    width = max(2, len(str(len(placements))))
    for number, (placement, each) in enumerate(zip(placements, held, strict=True), 1):
        data = _bytes(source, placement.target) if each is not None else None
        name = f"{number:0{width}}-{_stem(placement.target)}.{_extension(placement, each)}"
        yield _Arrived(placement, name, data, received.photographs[number - 1])


def _bytes(source: Source, address: str) -> bytes:
    if source.folder is None:
        raise ReadError("standard input has no folder beside it")
    return store.read(source.folder.resolve(), local(source, address)).data


def _stem(address: str) -> str:
    """A readable working name for a picture; ``photograph`` where its address gives none."""
    try:
        name = PurePosixPath(unquote(urlsplit(address).path)).name
    except ValueError:
        name = ""
    stem = store.slug(name.partition(".")[0]) if name.partition(".")[0].strip() else ""
    return (stem[:_LONGEST].strip("-") if any(map(str.isalpha, stem)) else "") or "photograph"


def _extension(placement: Placement, held: Held | Unreadable | None) -> str:
    """What a file really is; where it is not here, what its address says."""
    if isinstance(held, Held):
        return {"jpeg": "jpg", "tiff": "tif"}.get(held.photograph.format, held.photograph.format)
    try:
        said = PurePosixPath(unquote(urlsplit(placement.target).path)).suffix[1:].lower()
    except ValueError:
        said = ""
    return said if said in _EXTENSIONS else "jpg"


def _write(folder: Path, arrived: _Arrived) -> None:
    if arrived.data is not None:
        store.create(folder / arrived.name, arrived.data, mode=0o644)
    if arrived.said is not None and arrived.said.metadata.fields:
        sidecar = write_sidecar(Layers(as_supplied=arrived.said.metadata))
        store.create((folder / arrived.name).with_suffix(".xmp"), sidecar, mode=0o644)


def _draft(source: Source, story: Story, arrived: Sequence[_Arrived]) -> Draft:
    waiting = iter(arrived)
    blocks: list[DraftPhotograph | DraftText] = []
    for block in story.blocks:
        if isinstance(block, Placement):
            blocks.append(_photograph(source, next(waiting)))
        else:
            blocks += _texts(block)
    return Draft(
        blocks=tuple(blocks),
        kicker=story.kicker.text,
        headline=story.headline.text,
        standfirst=story.standfirst.text,
        byline=story.byline.text,
        published=story.published.text,
        language=story.language,
    )


def _photograph(source: Source, arrived: _Arrived) -> DraftPhotograph:
    placement = arrived.placement
    here = "standard input" if source.folder is None else Path(source.name).name
    unheard = placement.alt is None or placement.unheard
    return DraftPhotograph(
        target=arrived.name,
        alt=None if unheard or placement.alt is None else placement.alt.text,
        caption=placement.caption.text,
        credit=placement.credit.text,
        origin="" if arrived.data is not None else placement.target or here,
    )


def _texts(block: Block) -> Iterator[DraftText]:
    kind = _KINDS.get(block.kind, "paragraph")
    for passage in block.passages():
        yield DraftText(passage.text, kind, block.level or 2)
