"""One order of precedence over XMP, IIM and Exif (docs/decisions/0003)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cutline.metadata import dates
from cutline.metadata.exif import Exif
from cutline.metadata.iim import Iim, Words
from cutline.metadata.properties import BY_ID, Kind, Property
from cutline.metadata.text import folded
from cutline.metadata.xmp import Xmp
from cutline.model import Field, LangText, Metadata, Value

_ENTRIES = tuple((entry.id, entry.exif, entry) for entry in BY_ID.values())
_NONE: Mapping[str, Value] = MappingProxyType({})
_SHORT = 16
"""Limits up to this many bytes are codes and dates that always fill their field."""


@dataclass(slots=True)
class Sources:
    """What the three containers say, and whether IIM was changed after XMP was written."""

    xmp: Xmp = field(default_factory=Xmp)
    iim: Iim = field(default_factory=Iim)
    exif: Exif = field(default_factory=Exif)
    stale: bool = False


def is_stale(iim: bytes | None, digest: bytes | None) -> bool:
    """Whether the stored digest of the IIM differs from the IIM: it was changed last."""
    if not iim or not digest:
        return False
    return hashlib.md5(iim, usedforsecurity=False).digest() != digest


def merge(sources: Sources) -> tuple[Metadata, list[str]]:
    """Every property with its value, who said it, and who says otherwise.

    Returns:
        The metadata, and codes of values that were cut at their limit.
    """
    fields: dict[str, Field] = {}
    problems: list[str] = []
    order = ("iim", "xmp", "exif") if sources.stale else ("xmp", "iim", "exif")
    said = sources.xmp.values.keys() | sources.iim.values.keys()
    told = sources.exif.values
    for entry in [each for name, tag, each in _ENTRIES if name in said or tag in told]:
        candidates = _candidates(entry, sources)
        words = sources.iim.values.get(entry.id, [])
        origin = next((name for name in order if name in candidates), "")
        if not origin:
            continue
        if _is_cut(entry, words):
            if _continues(candidates["iim"], candidates.get("xmp")):
                origin = "xmp"
            elif _agree(entry, candidates[origin], candidates["iim"]):
                problems.append(f"value-truncated:{entry.id}")
        value = candidates.pop(origin)
        fields[entry.id] = Field(value, origin, _differing(entry, value, candidates, words))
    return Metadata(MappingProxyType(fields)), problems


def _candidates(entry: Property, sources: Sources) -> dict[str, Value]:
    found: dict[str, Value] = {}
    value = sources.xmp.values.get(entry.id)
    if value is not None:
        found["xmp"] = value
    words = sources.iim.values.get(entry.id)
    if words:
        many = entry.kind is Kind.TEXTS
        found["iim"] = tuple(word.text for word in words) if many else words[0].text
    text = sources.exif.values.get(entry.exif, "") if entry.exif else ""
    if entry.kind is not Kind.TEXTS:
        if text:
            found["exif"] = text
    elif people := tuple(part.strip() for part in text.split(";") if part.strip()):
        found["exif"] = people  # an Artist of nothing but semicolons names nobody
    return found


def _is_cut(entry: Property, words: list[Words]) -> bool:
    """A value that fills its field to within one character was probably cut."""
    limit = entry.limit
    return limit > _SHORT and any(
        limit - 3 <= word.length <= limit and _full(word, limit) for word in words
    )


def _full(word: Words, limit: int) -> bool:
    """Filled to the last byte, or up to where a longer character did not fit."""
    return word.length == limit or not word.text.isascii()


def _continues(short: Value, long: Value | None) -> bool:
    """Whether ``long`` is ``short`` before it was cut."""
    if long is None:
        return False
    ours, theirs = _texts(short), _texts(long)
    return (
        len(ours) <= len(theirs)
        and all(their.startswith(our) for our, their in zip(ours, theirs, strict=False))
        and ours != theirs[: len(ours)]
    )


def _texts(value: Value) -> tuple[str, ...]:
    """Comparable texts of a value; of languages the default."""
    if isinstance(value, LangText):
        return (folded(value.best()),)
    if isinstance(value, tuple):
        return tuple(folded(part) for part in value if isinstance(part, str))
    return () if isinstance(value, Mapping) else (folded(str(value)),)


def _differing(
    entry: Property, value: Value, others: dict[str, Value], words: list[Words]
) -> Mapping[str, Value]:
    """The other values that disagree: not the same words, not the same words cut short."""
    if not others:
        return _NONE
    found = {
        name: other
        for name, other in others.items()
        if not _agree(entry, value, other)
        and not (name == "iim" and _is_cut(entry, words) and _continues(other, value))
    }
    return MappingProxyType(found)


def _agree(entry: Property, one: Value, other: Value) -> bool:
    if one == other:
        return True
    if entry.id == "dateCreated":
        return dates.agree(str(one), str(other))
    for first, second in ((one, other), (other, one)):
        if isinstance(first, LangText) and not isinstance(second, LangText):
            return any(folded(text) == folded(str(second)) for text in first.words.values())
    ours, theirs = _texts(one), _texts(other)
    return ours == theirs or "; ".join(ours) == "; ".join(theirs)
