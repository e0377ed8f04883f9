"""IPTC-IIM 4.2: datasets out of bytes and back.

A dataset is ``1C record number length value``; a length with its top bit set says how many
bytes the true length takes (an extended dataset). Dataset 1:90 names the character set of
records 2 to 6 (ISO 2022 escapes); without it the wires of forty years left us to
guess.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from cutline.metadata.charsets import guess
from cutline.metadata.properties import BY_ID, PROPERTIES, Kind
from cutline.metadata.text import clean, cut

UTF8 = b"\x1b%G"
_UTF8_NAMES = (UTF8, b"\x1b%/G", b"\x1b%/H", b"\x1b%/I")
_ISO_8859 = dict(
    zip(b"ABCDLGFHMVY_bf", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16), strict=True)
)
"""Parts of ISO 8859 by the last byte of their escape (ISO-IR 100, 101 …; IIM 4.2, appendix C)."""
_MAX_DATASETS = 10_000

_BY_DATASET = {entry.iim: entry for entry in BY_ID.values() if entry.iim}
_TIMES = {"dateCreated": (2, 60), "embargoedUntil": (2, 35), "expires": (2, 38)}
"""The datasets that hold the time of day of a date."""


@dataclass(frozen=True, slots=True)
class Words:
    """A decoded value and the bytes it took, which tell whether it was cut."""

    text: str
    length: int


@dataclass(slots=True)
class Iim:
    """What an IIM block says: values by property id, in file order."""

    values: dict[str, list[Words]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def datasets(block: bytes) -> tuple[list[tuple[int, int, bytes]], bool]:
    """All datasets as ``(record, number, value)``, and whether the block ended properly."""
    found: list[tuple[int, int, bytes]] = []
    position, size = 0, len(block)
    while position + 5 <= size and block[position] == 0x1C and len(found) < _MAX_DATASETS:
        record, number = block[position + 1], block[position + 2]
        length = int.from_bytes(block[position + 3 : position + 5], "big")
        position += 5
        if length & 0x8000:
            width = length & 0x7FFF
            if width > 4:
                return found, False
            length = int.from_bytes(block[position : position + width], "big")
            position += width
        if position + length > size:
            return found, False
        found.append((record, number, block[position : position + length]))
        position += length
    return found, not block[position:].strip(b"\0")


def read(block: bytes) -> Iim:
    """Read the properties out of an IIM block; never raises."""
    found = Iim()
    rows, whole = datasets(block)
    if not whole:
        found.problems.append("iim-broken")
    raws = [
        (entry.id, raw)
        for record, number, raw in rows
        if (entry := _BY_DATASET.get((record, number)))
    ]
    charset = _charset(rows, [raw for _, raw in raws], found.problems)
    for id, raw in raws:
        text = clean(_decode(raw, charset))
        if text:
            found.values.setdefault(id, []).append(Words(text, len(raw)))
    _tidy(found, rows)
    return found


def _charset(rows: list[tuple[int, int, bytes]], raws: list[bytes], problems: list[str]) -> str:
    """The character set that 1:90 names, else the best guess, recorded as a problem."""
    named = next((raw for record, number, raw in rows if (record, number) == (1, 90)), b"")
    if len(named) == 3 and named.startswith((b"\x1b-", b"\x1b.")) and named[2] in _ISO_8859:
        return f"iso8859-{_ISO_8859[named[2]]}"
    joined = b"\n".join(raws)
    if joined.isascii():
        return "ascii"
    if named in _UTF8_NAMES and _is_utf8(raws):
        return "utf-8"
    charset = "utf-8" if _is_utf8(raws) else guess(joined)
    problems.append(f"iim-charset-guessed:{charset}")
    return charset


def _is_utf8(raws: Iterable[bytes]) -> bool:
    """Strict UTF-8, but for a last character that was cut by a byte limit."""
    try:
        for raw in raws:
            _whole_characters(raw).decode()
    except UnicodeDecodeError:
        return False
    return True


def _whole_characters(raw: bytes) -> bytes:
    """``raw`` without a UTF-8 sequence that its end cuts through."""
    for back in range(1, min(4, len(raw)) + 1):
        lead = raw[-back]
        if lead >= 0xC0:
            need = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
            return raw[:-back] if need > back else raw
        if lead < 0x80:
            return raw
    return raw


def _decode(raw: bytes, charset: str) -> str:
    if charset == "utf-8":
        return _whole_characters(raw).decode()
    return raw.decode(charset, "replace").replace("\ufffd", "")


def _tidy(found: Iim, rows: list[tuple[int, int, bytes]]) -> None:
    """Give dates, genres and subject codes the form of their XMP twins; flag odd repeats."""
    values = found.values
    for id, words in values.items():
        if len(words) > 1 and id in _SINGLE:
            found.problems.append(f"iim-repeated:{id}")
    for id, form in _FORMS.items():
        for index, word in enumerate(values.get(id, ())):
            match = form.search(word.text)
            if match:
                values[id][index] = Words(match[1].strip(), word.length)
    for id, dataset in _TIMES.items():
        if id not in values:
            continue
        time = next((raw for record, number, raw in rows if (record, number) == dataset), b"")
        date = moment(values[id][0].text, time.decode("ascii", "ignore"))
        if date:
            values[id] = [Words(date, 0)]
        else:
            unset = id != "dateCreated" and not values[id][0].text.strip("0 ")
            del values[id]
            found.problems += [] if unset else ["iim-date-broken"]


# 2:04 puts a number before the genre, 2:12 a scheme before its eight digits and names behind.
_FORMS = {
    "intellectualGenre": re.compile(r"^\d{3}:(.+)$"),
    "subjectCodes": re.compile(r"(?<!\d)(\d{8})(?!\d)"),
}
_SINGLE = frozenset(
    entry.id
    for entry in PROPERTIES
    if entry.iim and entry.kind is not Kind.TEXTS and entry.id not in ("jobtitle", "captionWriter")
)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_CLOCK = re.compile(r"(\d\d):?(\d\d):?(\d\d)(?:([+-]\d\d):?(\d\d))?")


def moment(date: str, time: str) -> str:
    """2:55 and 2:60 as ISO 8601, with the precision they have; empty if there is no year.

    Month and day 00 mean unknown (IIM 4.2, 2:55); no time zone is made up.
    """
    day, clock = _DAY.fullmatch(date.strip("\0 ")), _CLOCK.fullmatch(time.strip("\0 "))
    if day is None or day[1] == "0000" or int(day[2]) > 12 or int(day[3]) > 31:
        return ""
    parts = [day[1], *(part for part in day.group(2, 3) if part != "00")]
    if len(parts) < 3 or clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return "-".join(parts)
    offset = f"{clock[4]}:{clock[5]}" if clock[4] else ""
    return f"{'-'.join(parts)}T{clock[1]}:{clock[2]}:{clock[3]}{offset}"


def build(rows: Iterable[tuple[str, str]]) -> bytes:
    """An IIM block in UTF-8 from ``(property id, text)``, cut at each byte limit."""
    by_id = {entry.id: entry for entry in PROPERTIES if entry.iim}
    block = _dataset(1, 90, UTF8) + _dataset(2, 0, b"\0\4")
    found = [(by_id[id].iim, cut(text, by_id[id].limit)) for id, text in rows if text]
    for key, raw in sorted(((key, raw) for key, raw in found if key), key=lambda row: row[0]):
        block += _dataset(*key, raw)
    return block


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value
