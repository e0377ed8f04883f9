"""Exif: the few tags that say something about a photograph (Exif 3.0; CIPA DC-008)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from cutline.metadata.ifd import Directory, Entry, Tree
from cutline.metadata.text import clean, cut
from cutline.model import ReadError

DESCRIPTION, MAKE, MODEL, ORIENTATION, MODIFIED, ARTIST, COPYRIGHT = (
    270,
    271,
    272,
    274,
    306,
    315,
    33432,
)
EXIF_IFD, GPS_IFD = 34665, 34853
VERSION, ORIGINAL, COLOUR_SPACE, IMAGE_ID = 36864, 36867, 40961, 42016

_WORDS = {tag: tag for tag in (DESCRIPTION, ARTIST, COPYRIGHT)}
_CAMERA = {MAKE: "make", MODEL: "model", MODIFIED: "modifyDate"}
_CAPTURE = {
    ORIGINAL: "dateTimeOriginal",
    36868: "dateTimeDigitized",
    36880: "offsetTime",
    36881: "offsetTimeOriginal",
    36882: "offsetTimeDigitized",
    37521: "subSecTimeOriginal",
    42036: "lens",
}
_MAIN = frozenset((*_WORDS, ORIENTATION, EXIF_IFD, *_CAMERA))
_INNER = frozenset((IMAGE_ID, *_CAPTURE))
_Key = TypeVar("_Key", int, str)
_MAX_TEXT = 65_536
_DATE = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?")
_OFFSET = re.compile(r"[+-]\d\d:\d\d|Z")


@dataclass(slots=True)
class Exif:
    """What an Exif block says.

    Attributes:
        values: Texts by tag: description, artist, copyright, date created, image id.
        orientation: 1..8, 0 where it says nothing valid.
        capture: Camera, lens, times and offsets as read.
        problems: Codes.
    """

    values: dict[int, str] = field(default_factory=dict)
    orientation: int = 0
    capture: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read(block: memoryview) -> Exif:
    """Read an Exif block; one that is damaged gives what can be had and a problem."""
    found = Exif()
    try:
        tree = Tree.open(block)
    except ReadError:
        found.problems.append("exif-broken")
        return found
    main = tree.directory(tree.first, _MAIN)
    if main is None:
        found.problems.append("exif-broken")
        return found
    entries = main.entries
    orientation = tree.number(entries.get(ORIENTATION))
    found.orientation = orientation if 1 <= orientation <= 8 else 0
    found.values.update(_texts(tree, main, _WORDS))
    found.capture.update(_texts(tree, main, _CAMERA))
    start = tree.number(entries.get(EXIF_IFD))
    inner = tree.directory(start, _INNER) if EXIF_IFD in entries else None
    if inner:
        found.capture.update(_texts(tree, inner, _CAPTURE))
        found.values.update(_texts(tree, inner, {IMAGE_ID: IMAGE_ID}))
    if original := taken(found.capture):
        found.values[ORIGINAL] = original
    return found


def _texts(tree: Tree, directory: Directory, wanted: Mapping[int, _Key]) -> dict[_Key, str]:
    """The texts of a directory that say something, by what they are called here."""
    entries = directory.entries
    said = ((key, _text(tree, entries[tag])) for tag, key in wanted.items() if tag in entries)
    return {key: text for key, text in said if text}


def _text(tree: Tree, entry: Entry) -> str:
    """An ASCII or UTF-8 value: strict UTF-8 first, as the MWG asks, then Latin."""
    if entry.kind not in (1, 2, 7, 129) or entry.length > _MAX_TEXT:
        return ""
    raw = tree.raw(entry)
    if entry.tag == COPYRIGHT:
        raw = b"; ".join(part for part in raw.split(b"\0") if part.strip())
    else:
        raw = raw.partition(b"\0")[0]
    try:
        return clean(raw.decode())
    except UnicodeDecodeError:
        return clean(raw.decode("cp1252", "replace").replace("\ufffd", ""))


def taken(capture: dict[str, str]) -> str:
    """When the photograph was taken, as ISO 8601 with the precision and offset as read.

    OffsetTimeOriginal belongs to DateTimeOriginal; OffsetTime belongs to ModifyDate and is
    never borrowed. Empty where there is no valid date.
    """
    match = _DATE.fullmatch(capture.get("dateTimeOriginal", "").rstrip())
    if match is None or match[1] == "0000" or not _is_date(match):
        return ""
    date = "-".join(match.group(1, 2, 3))
    if match[4] is None:
        return date
    time = ":".join(part for part in match.group(4, 5, 6) if part)
    fraction = capture.get("subSecTimeOriginal", "").strip()
    if match[6] and fraction.isascii() and fraction.isdigit():
        time += "." + fraction[:9]
    offset = capture.get("offsetTimeOriginal", "").strip()
    return f"{date}T{time}{offset if _OFFSET.fullmatch(offset) else ''}"


def _is_date(match: re.Match[str]) -> bool:
    month, day = int(match[2]), int(match[3])
    hour, minute, second = (int(part or 0) for part in match.group(4, 5, 6))
    return 1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60 and second <= 60


def build(description: str, artist: str, notice: str) -> bytes:
    """A minimal Exif block: words as UTF-8 in ASCII fields, colour space sRGB.

    Big-endian; version 0232; no thumbnail, no second directory. Empty words are left out.
    """
    words = ((DESCRIPTION, description), (ARTIST, artist), (COPYRIGHT, notice))
    texts = [(tag, cut(text, _MAX_TEXT - 1) + b"\0") for tag, text in words if text]
    inner_at = 8 + 2 + 12 * (len(texts) + 1) + 4
    data_at = inner_at + 2 + 12 * 2 + 4
    fields, tail = b"", b""
    for tag, value in texts:
        stored = value.ljust(4, b"\0") if len(value) <= 4 else _u32(data_at + len(tail))
        fields += _field(tag, 2, len(value), stored)
        if len(value) > 4:
            tail += value + b"\0" * (len(value) & 1)
    fields += _field(EXIF_IFD, 4, 1, _u32(inner_at))
    inner = _field(VERSION, 7, 4, b"0232") + _field(COLOUR_SPACE, 3, 1, b"\0\1\0\0")
    head = b"MM\0*" + _u32(8)
    main = (len(texts) + 1).to_bytes(2, "big") + fields + _u32(0)
    return head + main + b"\0\2" + inner + _u32(0) + tail


def _u32(value: int) -> bytes:
    return value.to_bytes(4, "big")


def _field(tag: int, kind: int, count: int, value: bytes) -> bytes:
    return tag.to_bytes(2, "big") + kind.to_bytes(2, "big") + _u32(count) + value
