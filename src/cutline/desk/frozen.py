"""An edition as JSON values, and back: what ran can be printed again without its story's file.

Kept with the record of each edition. A kill prints the pages of kept releases again from it,
whatever the story's file says by then. Only what printing needs is kept: no place of a word in
its source, no target of a placement, no capture data.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import msgspec

from cutline.desk import leaving_out
from cutline.metadata.packing import fields_from, pack_fields
from cutline.model import (
    EMPTY,
    Block,
    Correction,
    Edition,
    Field,
    House,
    Metadata,
    Passage,
    Photograph,
    Picture,
    Placement,
    ReadError,
    Size,
    Story,
)

_PASSAGES = ("kicker", "headline", "standfirst", "published", "byline", "updated")


class _Picture(msgspec.Struct, frozen=True):
    sha256: str
    name: str
    format: str
    size: Size
    orientation: int
    fields: dict[str, object]
    placement: Placement
    alt: str
    caption: Passage
    credit: str


class _Frozen(msgspec.Struct, frozen=True):
    slug: str
    folder: str
    draft: bool
    standing: tuple[tuple[str, int], ...]
    language: str
    passages: dict[str, Passage]
    corrections: tuple[Correction, ...]
    extra: dict[str, str]
    blocks: tuple[Block | None, ...]
    pictures: tuple[_Picture, ...]
    translations: tuple[tuple[str, str], ...] = ()


def freeze(edition: Edition) -> dict[str, object]:
    """An edition as JSON values. The house is left out: what is printed again is of its day.

    Overrides are not in it either: they are on record beside it, and print nothing. Nor are
    siblings: a release knows what stands beside a story.
    """
    story = edition.story
    frozen = _Frozen(
        slug=edition.slug,
        folder=edition.folder,
        draft=edition.draft,
        standing=edition.standing,
        language=story.language,
        passages={name: _lean(getattr(story, name)) for name in _PASSAGES},
        corrections=tuple(replace(c, passage=_lean(c.passage)) for c in story.corrections),
        extra=dict(story.extra),
        blocks=tuple(_block(each) if isinstance(each, Block) else None for each in story.blocks),
        pictures=tuple(map(_picture, edition.pictures)),
        translations=story.translations,
    )
    return msgspec.json.decode(msgspec.json.encode(frozen, enc_hook=_plain), type=dict[str, object])


def mark(frozen: Mapping[str, object]) -> str:
    """What tells one frozen edition from another: the SHA-256 of its values."""
    return hashlib.sha256(msgspec.json.encode(frozen, order="sorted")).hexdigest()


def thaw(values: object, house: House) -> Edition:
    """The edition back.

    Args:
        values: What ``freeze`` gave.
        house: The house style that it is to be printed in.

    Raises:
        ReadError: the values are not those of an edition.
    """
    try:
        frozen = msgspec.convert(values, type=_Frozen)
    except (msgspec.ValidationError, ValueError) as error:
        raise ReadError("the record of an edition cannot be read", "publish the story") from error
    pictures = tuple(map(_thawed, frozen.pictures))
    placements = iter(each.placement for each in pictures)
    if frozen.blocks.count(None) != len(pictures):
        raise ReadError("the record of an edition cannot be read", "publish the story")
    blocks = tuple(block if block is not None else next(placements) for block in frozen.blocks)
    story = Story(
        language=frozen.language,
        blocks=blocks,
        extra=MappingProxyType(frozen.extra),
        corrections=frozen.corrections,
        translations=frozen.translations,
    )
    passages: dict[str, Any] = {name: frozen.passages.get(name, EMPTY) for name in _PASSAGES}
    story = replace(story, **passages)
    return Edition(
        slug=frozen.slug,
        story=story,
        pictures=pictures,
        house=house,
        draft=frozen.draft,
        standing=frozen.standing,
        folder=frozen.folder,
    )


def without(edition: Edition, killed: frozenset[str]) -> Edition:
    """An edition without the photographs of these hashes."""
    hashes = [each.photograph.sha256 for each in edition.pictures]
    gone = frozenset(at for at, sha256 in enumerate(hashes) if sha256 in killed)
    story = leaving_out.without(edition.story, gone)
    kept = leaving_out.staying(len(hashes), gone)
    pictures = tuple(
        replace(
            edition.pictures[before],
            placement=story.placements[after],
            caption=leaving_out.relinked(edition.pictures[before].caption, kept),
        )
        for before, after in kept.items()
    )
    return replace(edition, story=story, pictures=pictures)


def _picture(picture: Picture) -> _Picture:
    photograph = picture.photograph
    said = {id: Field(each.value, each.origin) for id, each in photograph.metadata.fields.items()}
    return _Picture(
        sha256=photograph.sha256,
        name=photograph.name,
        format=photograph.format,
        size=photograph.size,
        orientation=photograph.orientation,
        fields=pack_fields(said),
        placement=_placement(picture.placement),
        alt=picture.alt,
        caption=_lean(picture.caption),
        credit=picture.credit,
    )


def _thawed(frozen: _Picture) -> Picture:
    photograph = Photograph(
        sha256=frozen.sha256,
        name=frozen.name,
        format=frozen.format,
        size=frozen.size,
        orientation=frozen.orientation,
        metadata=Metadata(fields_from(frozen.fields)),
    )
    return Picture(photograph, frozen.placement, frozen.alt, frozen.caption, frozen.credit)


def _placement(placement: Placement) -> Placement:
    return replace(
        placement,
        target="",
        alt=None if placement.alt is None else _lean(placement.alt),
        caption=_lean(placement.caption),
        credit=_lean(placement.credit),
        span=None,
        target_at=None,
        caption_at=None,
        origin="",
    )


def _block(block: Block) -> Block:
    children = tuple(map(_block, block.children))
    return replace(block, passage=_lean(block.passage), children=children, span=None)


def _lean(passage: Passage) -> Passage:
    return replace(passage, pieces=(), source=None)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"{type(value).__name__} is not of an edition")
