"""The same photographs, read by ExifTool and by us, say the same, field by field."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cutline.metadata import BY_ID, PROPERTIES, Reading, read
from cutline.metadata.properties import Property
from cutline.metadata.structures import STRUCTURES
from cutline.model import LangText

pytestmark = [pytest.mark.shared, pytest.mark.exiftool]

FOLDERS = ("1-metadata", "2-photos")
SUFFIXES = {".jpg", ".tif", ".btf", ".png", ".webp", ".avif", ".heic"}
COLUMNS = {"xmp": "etXMP", "iim": "etIIM", "exif": "etEXIF"}
VOCABULARY = "http://ns.useplus.org/ldf/vocab/"
STORY = frozenset(
    "description headline title creatorNames creditLine source copyrightNotice usageTerms "
    "webstatementRights licensors instructions dateCreated cityName countryName countryCode "
    "provinceState sublocationName locationsShown locationCreated personInImageNames keywords "
    "altTextAccessibility extDescrAccessibility digitalSourceType dataMining jobid "
    "imageSupplierImageId".split()
)

EXPLAINED = {
    ("iptc-psAPP13s-noIPTC-psAPP13s-wIPTC.jpg", "creatorNames"): "Mac OS Roman, guessed by us",
    ("iptc-psAPP13s-wIPTCs-psAPP13s-wIPTCs.jpg", "creatorNames"): "Mac OS Roman, guessed by us",
    ("metadata_demo_inc_exif_out_of_sync_Inc_adobe.jpg", "modelAges"): "words, not numbers",
    ("getty.jpg", "dateCreated"): "a blank before the offset, kept as read",
    ("Landscape_0.jpg", "orientation"): "0 is no orientation",
}


@pytest.fixture(scope="module")
def reference(shared: Path) -> dict[str, Any]:
    """The IPTC TechReference, which also names ExifTool's tags."""
    name = "iptc-pmd-techreference_2024.1.json"
    text = (shared / "standards" / "schemas" / "iptc-pmd" / name).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def judged(samples: Path, exiftool: Path) -> list[tuple[Path, dict[str, Any], Reading]]:
    """Every photograph as ExifTool reads it now, in one call, and as we do."""
    paths = [
        path
        for folder in FOLDERS
        for path in sorted((samples / folder).rglob("*"))
        if path.suffix.lower() in SUFFIXES
    ]
    command = [str(exiftool), "-json", "-G1", "-struct", "-a", "-n", *map(str, paths)]
    answer = subprocess.run(command, capture_output=True, check=False).stdout
    rows = json.loads(answer)
    return [(path, row, read(path.read_bytes())) for path, row in zip(paths, rows, strict=True)]


class Judge:
    """Brings both sides to one form, by the names of the TechReference."""

    def __init__(self, reference: dict[str, Any]) -> None:
        self.top = reference["ipmd_top"]
        self.tags = {
            (shape, id): row.get("etTag", "")
            for shape, members in reference["ipmd_struct"].items()
            for id, row in members.items()
            if isinstance(row, dict)
        }

    def ours(self, value: object, shape: str = "") -> object:
        if isinstance(value, LangText):
            return self.ours(value.best())
        if isinstance(value, Mapping):
            rows = ((self.tag(shape, id), id, part) for id, part in value.items())
            return {
                tag: self.ours(part, self.inner(shape, id))
                for tag, id, part in rows
                if not tag.startswith("GPS")
            }
        if isinstance(value, (list, tuple)):
            return [self.ours(part, shape) for part in value]
        return plain(value)

    def tag(self, shape: str, id: str) -> str:
        """ExifTool's name of a member; an image region may carry any property."""
        name: str = self.tags.get((shape, id)) or self.top[id]["etXMP"].partition(":")[2]
        return name

    def inner(self, shape: str, id: str) -> str:
        rows: dict[str, Property] = {row.id: row for row in STRUCTURES.get(shape, ())}
        return (rows.get(id) or BY_ID[id]).shape

    def theirs(self, row: dict[str, Any], names: str) -> object | None:
        if "Date" not in names:
            return whole(row.get(names))
        date, *rest = [str(row.get(name, "")) for name in names.split("+")]
        moment = iso(date)
        if not moment.strip("-T :0"):
            return None
        if "IPTC" in names:
            return moment + ("T" + rest[0] if rest[0] else "")
        if rest:
            return moment + ("." + rest[0] if rest[0] else "") + rest[1]
        return moment


def whole(value: object) -> object | None:
    """ExifTool's value in the same form, None where it says nothing."""
    if isinstance(value, dict):
        rows = ((name, whole(part)) for name, part in value.items() if not name.startswith("GPS"))
        return {name: part for name, part in rows if part} or None
    if isinstance(value, list):
        return [whole(part) for part in value if whole(part)] or None
    return plain(value) or None if value is not None else None


def iso(text: str) -> str:
    """ExifTool's ``2026:04:06 18:19:35`` as ISO 8601."""
    day, _, time = text.partition(" ")
    return day.replace(":", "-") + ("T" + time if time else "")


def plain(value: object) -> str:
    """One text: blanks single, PLUS terms without their vocabulary, as ExifTool shows them."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if re.match(r"\d{4}:\d\d:\d\d ", text):
        return iso(text)
    return " ".join(text.replace("\0", "").split()).removeprefix(VOCABULARY)


def same(ours: object, theirs: object) -> bool:
    """Equal, where one item and a list of one are the same."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(same(ours[k], theirs[k]) for k in ours)
    if isinstance(ours, list) or isinstance(theirs, list):
        left = ours if isinstance(ours, list) else [ours]
        right = theirs if isinstance(theirs, list) else [theirs]
        return len(left) == len(right) and all(map(same, left, right))
    return ours == theirs


def test_the_table_is_that_of_the_standard(reference: dict[str, Any]) -> None:
    """Ids, XMP names, IIM datasets and byte limits are those of the TechReference."""
    assert len(PROPERTIES) == 66
    for id, row in reference["ipmd_top"].items():
        dataset = tuple(map(int, row["IIMid"].split(":"))) if "IIMid" in row else None
        assert (BY_ID[id].xmp, BY_ID[id].iim) == (row["XMPid"], dataset)
        if id != "intellectualGenre":  # 64 bytes behind a code of four
            assert BY_ID[id].limit == row.get("IIMmaxbytes", 0)


def test_the_structures_are_those_of_the_standard(reference: dict[str, Any]) -> None:
    """Every member of every structure has its id and XMP name."""
    for shape, members in reference["ipmd_struct"].items():
        if shape == "AltLang":
            continue
        known = {id: row["XMPid"] for id, row in members.items() if not id.startswith("$")}
        assert {row.id: row.xmp for row in STRUCTURES[shape]} == known


def test_every_value_is_what_exiftool_reads(
    judged: list[tuple[Path, dict[str, Any], Reading]], reference: dict[str, Any]
) -> None:
    """Each property has the value that ExifTool finds in the container we name."""
    judge, counts, disputes = Judge(reference), Counter[str](), []
    for path, row, reading in judged:
        for id, entry in reference["ipmd_top"].items():
            found = {
                name: judge.theirs(row, entry[key]) for name, key in COLUMNS.items() if key in entry
            }
            found = {name: value for name, value in found.items() if value}
            field = reading.metadata.fields.get(id)
            if not found and field is None:
                continue
            kind = "story" if id in STORY else "other"
            counts[kind] += 1
            ours = judge.ours(field.value, BY_ID[id].shape) if field else None
            if field and same(ours, found.get(field.origin)):
                counts[f"{kind} same"] += 1
            elif (path.name, id) in EXPLAINED:
                counts[f"{kind} explained"] += 1
            else:
                disputes.append((path.name, id, ours, found))
    print(len(judged), "photographs,", dict(counts))
    for dispute in disputes:
        print(*dispute)
    assert not disputes
    assert counts["story same"] > 300


def test_orientation_is_what_exiftool_reads(
    judged: list[tuple[Path, dict[str, Any], Reading]],
) -> None:
    """Exif first, then XMP."""
    for path, row, reading in judged:
        theirs = row.get("IFD0:Orientation", row.get("XMP-tiff:Orientation", 1))
        if reading.format not in ("avif", "heic") and (path.name, "orientation") not in EXPLAINED:
            assert (path.name, reading.orientation) == (path.name, theirs)


def test_sizes_are_what_exiftool_reads(
    judged: list[tuple[Path, dict[str, Any], Reading]],
) -> None:
    """Pixels as stored."""
    for path, row, reading in judged:
        names = ("File:ImageWidth", "PNG:ImageWidth", "IFD0:ImageWidth", "RIFF:ImageWidth")
        width = next((row[name] for name in names if name in row), None)
        if width is not None and reading.format in ("jpeg", "png"):
            assert (path.name, reading.size.width) == (path.name, width)
