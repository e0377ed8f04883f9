"""The values of a story as JSON: words, photographs, metadata."""

from collections.abc import Sequence
from types import MappingProxyType

import msgspec

from cutline.model import (
    EMPTY,
    Block,
    Field,
    Metadata,
    Passage,
    Photograph,
    Placement,
    Run,
    Size,
    Story,
    Value,
)
from cutline.wire.shapes import At, Object, as_list, as_object, as_text

_READ = frozenset(
    ("id", "kicker", "headline", "standfirst", "published", "lang", "byline", "body", "photos")
)
_META = {
    "credit": "creditLine",
    "source": "source",
    "date_created": "dateCreated",
    "instructions": "instructions",
    "usage_terms": "usageTerms",
    "copyright": "copyrightNotice",
}
"""Keys of ``meta`` and the IPTC properties they stand for (``byline`` apart)."""


def story_of(story: Object, photos: Sequence[Object], at: At) -> Story:
    """The story; photographs first, then the body, as neither says where the other stands.

    Raises:
        ReadError: a value is of the wrong type.
    """
    placements = (_placement(photo, n, at.key("photos").index(n)) for n, photo in enumerate(photos))
    body = as_list(story.get("body"), at.key("body"))
    paragraphs = (as_text(words, at.key("body").index(n)) for n, words in enumerate(body))

    def words(key: str) -> Passage:
        return _passage(as_text(story.get(key), at.key(key)))

    return Story(
        kicker=words("kicker"),
        headline=words("headline"),
        standfirst=words("standfirst"),
        published=words("published"),
        byline=words("byline"),
        language=as_text(story.get("lang"), at.key("lang")) or "en",
        blocks=(*placements, *(Block("paragraph", _passage(text)) for text in paragraphs)),
        extra=MappingProxyType({k: _written(v) for k, v in story.items() if k not in _READ}),
    )


def metadata_of(photo: Object, number: int, at: At) -> Photograph | None:
    """What a picture's ``meta`` says; None without it.

    Raises:
        ReadError: a value is of the wrong type.
    """
    if photo.get("meta") is None:
        return None
    meta, at = as_object(photo["meta"], at.key("meta")), at.key("meta")
    byline = as_list(meta.get("byline"), at.key("byline"))
    names = [as_text(name, at.key("byline").index(n)) for n, name in enumerate(byline)]
    values: dict[str, Value] = {"creatorNames": tuple(name for name in names if name)}
    for key, field in _META.items():
        values[field] = as_text(meta.get(key), at.key(key))
    fields = {name: Field(value, "story") for name, value in values.items() if value}
    return Photograph(
        sha256="",
        name=f"photograph {number + 1}",
        format="",
        size=Size(1, 1),
        metadata=Metadata(MappingProxyType(fields)),
    )


def _placement(photo: Object, number: int, at: At) -> Placement:
    """One picture; an alt text that is null or not there is not known."""
    alt = photo.get("alt")
    target = as_text(photo.get("target"), at.key("target"))
    return Placement(
        target,
        None if alt is None else _passage(as_text(alt, at.key("alt"))),
        _passage(as_text(photo.get("caption"), at.key("caption"))),
        _passage(as_text(photo.get("credit"), at.key("credit"))),
        lead=number == 0,
    )


def _passage(text: str) -> Passage:
    return Passage(text, (Run(text),)) if text else EMPTY


def _written(value: object) -> str:
    """A further key's value: text and texts as they are, the rest as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(str(part) for part in value)
    return msgspec.json.encode(value).decode()
