"""What photographs carry in secret is in no published file: by name, and byte by byte."""

import json
import subprocess
from pathlib import Path

import pytest

from cutline import imaging
from cutline.desk import Desk
from cutline.imaging.render import render
from cutline.metadata import audit, embed, read, stamp_of
from unit.desk.desks import folder
from unit.desk.planting import KINDS, pieces, plant, secrets, thumbnail, traces

pytestmark = pytest.mark.exiftool

SILENT = ("gps", "serial", "thumbnail", "preview", "instruction", "owner", "maker", "contact")
SILENT += ("region", "history", "comment", "unknown", "warning", "lens", "keyword", "subject")
GROUPS = {"XMP-dc", "XMP-photoshop", "XMP-iptcCore", "XMP-x", "IPTC", "IFD0", "ExifIFD"}
CONTAINERS = {"SourceFile", "ExifTool", "System", "File", "JFIF", "ICC_Profile", "ICC-header"}
CONTAINERS |= {"Meta", "Composite", "RIFF", "QuickTime", "Photoshop", "ICC-view", "ICC-meas"}


@pytest.fixture(scope="module")
def planted(tmp_path_factory, exiftool) -> Path:
    """A folder with one photograph of each format, full of secrets."""
    photographs = folder(tmp_path_factory.mktemp("leaks") / "planted", "other.jpg")
    small = photographs.parent / "small.jpg"
    small.write_bytes(thumbnail())
    for kind in KINDS:
        plant(exiftool, photographs / f"secret-{kind}.{kind}", small)
    return photographs


@pytest.fixture(scope="module")
def published(planted) -> list[Path]:
    """Every file of the site, and a ladder in WebP beside it."""
    site = planted.parent / "site"
    Desk().publish(planted, site, Desk.terms((), (), (), draft=True, skip_unreadable=False))
    asked = planted.parent / "webp"
    asked.mkdir()
    for kind in KINDS:
        original = (planted / f"secret-{kind}.{kind}").read_bytes()
        reading = read(original)
        stamp = stamp_of(reading.metadata, alt="A harbour", caption="The harbour.", credit="Ana")
        recipes = imaging.recipes(reading.upright, 1, draft=True, formats=("webp",))
        for number, bare in enumerate(render(original, recipes).renditions):
            stamped = embed(bare, stamp)
            assert audit(stamped, stamp) == ()
            (asked / f"secret-{kind}-{number}.webp").write_bytes(stamped)
    return [path for top in (site.resolve(), asked) for path in top.rglob("*") if path.is_file()]


def listed(exiftool: Path, paths: list[Path]) -> list[dict[str, object]]:
    """All that ExifTool finds in pictures: embedded documents, unknown tags, binary values."""
    words = [exiftool, "-json", "-ee", "-a", "-G1", "-u", "-b", *paths]
    return json.loads(subprocess.run(words, capture_output=True, check=True).stdout)


@pytest.mark.parametrize("kind", KINDS)
def test_the_secrets_are_there_to_begin_with(planted, exiftool, kind):
    """A test that plants nothing proves nothing: ExifTool or the bytes show each of them."""
    path = planted / f"secret-{kind}.{kind}"
    data = path.read_bytes()
    told = json.dumps(listed(exiftool, [path]), ensure_ascii=False)
    missing = [
        name
        for name, words in secrets(kind).items()
        if words not in told and not any(trace in data for trace in traces(words))
    ]

    assert missing == []
    assert "GPSLatitude" in told
    assert any(piece in data for piece in pieces(thumbnail()))


def test_no_published_file_holds_a_secret(published):
    """Words in any encoding, thumbnails as they are or in base64, positions as text."""
    hidden = {f"{kind} {name}": words for kind in KINDS for name, words in secrets(kind).items()}
    found = [
        (path.name, name)
        for path in published
        for data in [path.read_bytes()]
        for name, words in hidden.items()
        if any(trace in data for trace in traces(words))
    ]
    assert found == []
    for path in published:
        data = path.read_bytes()
        marks = (*pieces(thumbnail()), b"52.520", b"52,31.2", b"13.404", b"Acme")
        assert not [mark for mark in marks if mark in data], path.name
    suffixes = {path.suffix for path in published}
    assert {".jpg", ".avif", ".webp"} <= suffixes
    assert any("card" in path.name for path in published)


def test_exiftool_finds_no_secret_and_no_group_that_could_hold_one(published, exiftool):
    """Nor any tag but those of the whitelist and of the container itself."""
    pictures = [path for path in published if path.suffix in (".jpg", ".avif", ".webp")]
    hidden = [words for kind in KINDS for words in secrets(kind).values()]
    rows = listed(exiftool, pictures)

    assert len(rows) == len(pictures) >= 20
    for row in rows:
        names = {name.partition(":")[0] for name in row}
        assert names <= GROUPS | CONTAINERS, row["SourceFile"]
        spoken = " ".join(row).casefold()
        assert not [word for word in SILENT if word in spoken], row["SourceFile"]
        told = json.dumps(row, ensure_ascii=False)
        assert not [words for words in hidden if words in told], row["SourceFile"]
        if "secret" in str(row["SourceFile"]):
            assert row["XMP-dc:Creator"] == "Ana Silva"
