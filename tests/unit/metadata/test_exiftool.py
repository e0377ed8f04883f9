"""The same photographs, read by ExifTool and by us, say the same, field by field."""

import json
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cutline.metadata import BY_ID, PROPERTIES, Kind, Reading, exif, iim, read, xmp
from cutline.metadata.containers import walk
from cutline.metadata.properties import Property
from cutline.metadata.structures import STRUCTURES
from cutline.model import LangText, ReadError
from unit.metadata import build

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
    (row["file"], row["property"]): row["why"]
    for row in tomllib.loads((Path(__file__).parent / "explained.toml").read_text("utf-8"))["row"]
}
"""Where ExifTool says something else: file and property, and who is right and why."""

NEWEST = {
    id: {"etXMP": f"XMP-iptcExt:{BY_ID[id].xmp.partition(':')[2]}"}
    for id in ("aIPromptInformation", "aIPromptWriterName", "aISystemUsed", "aISystemVersionUsed")
}
"""The properties of 2025.1; the reference is one version older."""


@pytest.fixture(scope="module")
def reference(shared: Path) -> dict[str, Any]:
    """The IPTC TechReference, which also names ExifTool's tags."""
    name = "iptc-pmd-techreference_2024.1.json"
    text = (shared / "standards" / "schemas" / "iptc-pmd" / name).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    found["ipmd_top"] |= NEWEST
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
    rows = rows_of(exiftool, paths)
    return [(path, row, read(path.read_bytes())) for path, row in zip(paths, rows, strict=True)]


def rows_of(exiftool: Path, paths: list[Path]) -> list[dict[str, Any]]:
    """What ExifTool finds in files, in their order, in one call."""
    command = [str(exiftool), "-json", "-G1", "-struct", "-a", "-n", *map(str, paths)]
    answer = subprocess.run(command, capture_output=True, check=False).stdout
    found: list[dict[str, Any]] = json.loads(answer)
    return found


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
        date, *rest = [str(first(row.get(name, ""))) for name in names.split("+")]
        moment = iso(date)
        if not moment.strip("-T :0"):
            return None
        if "IPTC" in names:
            return moment + ("T" + rest[0] if rest[0] else "")
        if rest:
            return moment + ("." + rest[0] if rest[0] else "") + rest[1]
        return moment


def first(value: object) -> object:
    """Of a repeated value the first."""
    return value[0] if isinstance(value, list) and value else value


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
        if id in NEWEST:
            continue
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


class Tally:
    """Properties compared, equal, different; every difference explained, or it is a dispute."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.counts = Counter[str]()
        self.explained: list[tuple[str, str]] = []
        self.disputes: list[tuple[object, ...]] = []

    def add(self, name: str, id: str, ours: object, theirs: object, *, equal: bool) -> None:
        self.counts["story" if id in STORY else "other"] += 1
        if equal:
            self.counts["equal"] += 1
        elif (name, id) in EXPLAINED:
            self.explained.append((name, id))
        else:
            self.disputes.append((name, id, ours, theirs))

    def close(self, least: int, share: float = 0.995) -> None:
        """Print what was found; nearly all must be equal, and nothing unexplained."""
        compared = self.counts["story"] + self.counts["other"]
        equal, different = self.counts["equal"], compared - self.counts["equal"]
        print(f"{self.what}: {compared} compared, {equal} equal, {different} different")
        for name, id in self.explained:
            print(f"  {name}, {id}: {EXPLAINED[name, id]}")
        for dispute in self.disputes:
            print(*dispute)
        assert not self.disputes
        assert equal >= share * compared
        assert compared >= least


Judged = list[tuple[Path, dict[str, Any], Reading]]


def test_every_value_is_what_exiftool_reads(judged: Judged, reference: dict[str, Any]) -> None:
    """Each property has the value that ExifTool finds in the container we name; none is missed."""
    judge, tally = Judge(reference), Tally("after the order of precedence")
    for path, row, reading in judged:
        for id, entry in reference["ipmd_top"].items():
            found = {
                name: judge.theirs(row, entry[key]) for name, key in COLUMNS.items() if key in entry
            }
            found = {name: value for name, value in found.items() if value}
            field = reading.metadata.fields.get(id)
            if not found and field is None:
                continue
            ours = judge.ours(field.value, BY_ID[id].shape) if field else None
            equal = field is not None and same(ours, found.get(field.origin))
            tally.add(path.name, id, ours, found, equal=equal)
    tally.close(least=500)


def said(path: Path) -> dict[str, dict[str, object]]:
    """What each container of a file says by itself, by property."""
    blocks = walk(memoryview(path.read_bytes()))
    found: dict[str, dict[str, object]] = {name: {} for name in COLUMNS}
    if blocks.xmp:
        found["xmp"] = dict(xmp.read(blocks.xmp, blocks.xmp_more).values)
    for id, words in iim.read(blocks.iim).values.items() if blocks.iim else ():
        texts = tuple(word.text for word in words)
        found["iim"][id] = texts if BY_ID[id].kind is Kind.TEXTS else texts[0]
    values = exif.read(blocks.exif).values if blocks.exif is not None else {}
    for entry in PROPERTIES:
        if entry.exif in values:
            found["exif"][entry.id] = values[entry.exif]
    return found


def formed(id: str, theirs: object) -> object:
    """IIM as its XMP twin has it: no numbers before genres, no scheme before subject codes."""
    if isinstance(theirs, list) and BY_ID[id].kind is not Kind.TEXTS:
        theirs = theirs[0]  # repeated though it may not be: the first counts
    if id == "intellectualGenre":
        return re.sub(r"^\d{3}:", "", str(theirs))
    if id == "subjectCodes" and isinstance(theirs, list):
        return [re.sub(r"^IPTC:(\d{8})$", r"\1", str(code)) for code in theirs]
    return theirs


def test_every_container_says_what_exiftool_reads_in_it(
    judged: Judged, reference: dict[str, Any]
) -> None:
    """XMP, IIM and Exif each by itself: what loses by precedence is read as well."""
    judge, tally = Judge(reference), Tally("container by container")
    for path, row, _ in judged:
        ours_of = said(path)
        for id, entry in reference["ipmd_top"].items():
            for container, key in COLUMNS.items():
                theirs = judge.theirs(row, entry[key]) if key in entry else None
                value = ours_of[container].get(id)
                if theirs is None and value is None:
                    continue
                ours = judge.ours(value, BY_ID[id].shape) if value is not None else None
                if container == "iim":
                    theirs = formed(id, theirs)
                tally.add(path.name, id, ours, (container, theirs), equal=same(ours, theirs))
    tally.close(least=800)


def test_sidecars_say_what_exiftool_reads_in_them(
    samples: Path, exiftool: Path, reference: dict[str, Any]
) -> None:
    """XMP in a file of its own."""
    paths = [path for part in FOLDERS for path in sorted((samples / part).rglob("*.xmp"))]
    judge, tally = Judge(reference), Tally("sidecars")
    for path, row in zip(paths, rows_of(exiftool, paths), strict=True):
        values = xmp.read(path.read_bytes()).values
        for id, entry in reference["ipmd_top"].items():
            theirs = judge.theirs(row, entry["etXMP"])
            value = values.get(id)
            if theirs is not None or value is not None:
                ours = judge.ours(value, BY_ID[id].shape) if value is not None else None
                tally.add(path.name, id, ours, theirs, equal=same(ours, theirs))
    tally.close(least=5)


def test_heic_says_what_exiftool_reads_in_it(
    samples: Path, exiftool: Path, reference: dict[str, Any]
) -> None:
    """Of phones and cameras: fields, camera and size, though no pixel of it is decoded."""
    paths = sorted(samples.rglob("*.heic"))
    judge, tally = Judge(reference), Tally("HEIC")
    for path, row in zip(paths, rows_of(exiftool, paths), strict=True):
        reading, ours_of = read(path.read_bytes()), said(path)
        assert reading.format == "heic"
        assert reading.capture.get("make") == row.get("IFD0:Make")
        sides = {int(side) for side in str(row["Composite:ImageSize"]).split()}
        assert {reading.size.width, reading.size.height} == sides
        for id, entry in reference["ipmd_top"].items():
            for container, key in COLUMNS.items():
                theirs = judge.theirs(row, entry[key]) if key in entry else None
                value = ours_of[container].get(id)
                if theirs is not None or value is not None:
                    ours = judge.ours(value, BY_ID[id].shape) if value is not None else None
                    tally.add(path.name, id, ours, theirs, equal=same(ours, theirs))
    tally.close(least=5)


def test_what_is_not_compared_is_refused_by_name(samples: Path, exiftool: Path) -> None:
    """Of all other files that ExifTool reads, each is of a format that we say we do not read."""
    rest = [
        path
        for part in FOLDERS
        for path in sorted((samples / part).rglob("*"))
        if path.is_file() and path.suffix.lower() not in SUFFIXES | {".xmp"}
    ]
    for path in rest:
        with pytest.raises(ReadError) as refused:
            read(path.read_bytes())
        print(path.name, refused.value)
        assert refused.value.hint or "damaged" in refused.value.message
    assert rest


def test_the_newest_properties_have_the_names_that_exiftool_gives(
    exiftool: Path, tmp_path: Path, reference: dict[str, Any]
) -> None:
    """The four of 2025.1 are in no sample."""
    body = "".join(f"<{BY_ID[id].xmp}>words of {id}</{BY_ID[id].xmp}>" for id in NEWEST)
    path = tmp_path / "new.jpg"
    path.write_bytes(build.jpeg(build.app1_xmp(build.xmp(body))))
    (row,) = rows_of(exiftool, [path])
    for id in NEWEST:
        ours = read(path.read_bytes()).metadata.text(id)
        assert ours == row[reference["ipmd_top"][id]["etXMP"]] == f"words of {id}"


PRINTED = frozenset(
    "dateCreated digitalSourceType dataMining imageRating minorModelAgeDisclosure "
    "modelReleaseStatus propertyReleaseStatus modelAges".split()
)
"""What ExifTool puts into words of its own unless it is told not to."""


def test_every_text_is_what_was_recorded(samples: Path, reference: dict[str, Any]) -> None:
    """The same against what ExifTool wrote down, where it is not installed."""
    judge, tally = Judge(reference), Tally("against the record")
    for part in sorted((samples / "truth").glob("[12]-*.json")):
        folder = samples / part.name.removesuffix(".exiftool.json").replace("__", "/")
        for row in json.loads(part.read_text(encoding="utf-8")):
            path = folder / row["SourceFile"]
            if path.suffix.lower() not in SUFFIXES:
                continue
            metadata = read(path.read_bytes()).metadata
            for id, entry in reference["ipmd_top"].items():
                if BY_ID[id].shape or id in PRINTED or id not in metadata.fields:
                    continue
                field = metadata.fields[id]
                ours = judge.ours(field.value)
                theirs = judge.theirs(row, entry[COLUMNS[field.origin]])
                tally.add(path.name, id, ours, theirs, equal=same(ours, theirs))
    tally.close(least=350, share=0.99)  # the same two, of fewer


def test_orientation_is_what_exiftool_reads(
    judged: Judged,
) -> None:
    """Exif first, then XMP."""
    for path, row, reading in judged:
        theirs = row.get("IFD0:Orientation", row.get("XMP-tiff:Orientation", 1))
        if reading.format not in ("avif", "heic") and (path.name, "orientation") not in EXPLAINED:
            assert (path.name, reading.orientation) == (path.name, theirs)


def test_sizes_are_what_exiftool_reads(
    judged: Judged,
) -> None:
    """Pixels as stored."""
    for path, row, reading in judged:
        names = ("File:ImageWidth", "PNG:ImageWidth", "IFD0:ImageWidth", "RIFF:ImageWidth")
        width = next((row[name] for name in names if name in row), None)
        if width is not None and reading.format in ("jpeg", "png"):
            assert (path.name, reading.size.width) == (path.name, width)
