"""The reference photographs of the standard: every property read, every whitelisted one kept."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cutline import imaging
from cutline.imaging.render import render
from cutline.metadata import audit, embed, read, stamp_of

pytestmark = [pytest.mark.shared, pytest.mark.exiftool]

PHOTOGRAPHS = ("Std2017.1", "Std2021.1", "Std2023.2")
FORMATS: tuple[imaging.Format, ...] = ("jpeg", "webp", "avif")
KEPT = (
    "XMP-dc:Creator",
    "XMP-dc:Description",
    "XMP-dc:Rights",
    "XMP-photoshop:Credit",
    "XMP-iptcCore:AltTextAccessibility",
    "XMP-iptcExt:DigitalSourceType",
    "XMP-plus:DataMining",
    "XMP-xmpRights:UsageTerms",
    "XMP-xmpRights:WebStatement",
)
TWINS = {
    "XMP-dc:Creator": ("IPTC:By-line", "IFD0:Artist"),
    "XMP-dc:Description": ("IPTC:Caption-Abstract", "IFD0:ImageDescription"),
    "XMP-dc:Rights": ("IPTC:CopyrightNotice", "IFD0:Copyright"),
    "XMP-photoshop:Credit": ("IPTC:Credit",),
}
"""Where a JPEG says the same for programs that read no XMP."""


def judged(exiftool: Path, *paths: Path) -> list[dict[str, Any]]:
    words = [str(exiftool), "-json", "-G1", "-struct", "-n", *map(str, paths)]
    found: list[dict[str, Any]] = json.loads(subprocess.run(words, capture_output=True).stdout)
    return found


@pytest.fixture(params=PHOTOGRAPHS)
def version(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def photograph(samples: Path, version: str) -> Path:
    return samples / "1-metadata" / "iptc-ref" / f"IPTC-PhotometadataRef-{version}.jpg"


def test_every_property_is_read(photograph: Path, shared: Path, exiftool: Path) -> None:
    """All that ExifTool finds by the names of the TechReference, none empty, none in doubt."""
    schema = shared / "standards" / "schemas" / "iptc-pmd" / "iptc-pmd-techreference_2024.1.json"
    table = json.loads(schema.read_text(encoding="utf-8"))["ipmd_top"]
    (row,) = judged(exiftool, photograph)
    fields = read(photograph.read_bytes()).metadata.fields

    there = {id for id, entry in table.items() if entry["etXMP"] in row}
    print(f"{photograph.name}: {len(there)} properties")
    assert set(fields) == there
    assert len(there) >= 50
    assert {field.origin for field in fields.values()} == {"xmp"}
    assert all(field.value for field in fields.values())


def test_every_whitelisted_property_is_in_every_rendition(
    photograph: Path, exiftool: Path, tmp_path: Path
) -> None:
    """ExifTool finds the words of the original in JPEG, WebP and AVIF, and little else."""
    reading = read(photograph.read_bytes())
    metadata = reading.metadata
    stamp = stamp_of(
        metadata,
        alt=metadata.text("altTextAccessibility"),
        caption=metadata.text("description"),
        credit=metadata.text("creditLine"),
    )
    recipes = imaging.recipes(reading.upright, reading.remaining, draft=True, formats=FORMATS)
    paths = []
    for recipe, bare in zip(
        recipes, render(photograph.read_bytes(), recipes).renditions, strict=True
    ):
        paths.append(tmp_path / f"{recipe.width}.{recipe.format}")
        paths[-1].write_bytes(embed(bare, stamp))
        assert audit(paths[-1].read_bytes(), stamp) == ()
    original, *rows = judged(exiftool, photograph, *paths)
    assert {row["File:FileType"] for row in rows} == {"JPEG", "Extended WEBP", "AVIF"}
    for row in rows:
        for name in KEPT:
            assert row.get(name) == original.get(name), (row["SourceFile"], name)
        assert licensors(row) == licensors(original)
        assert {name for name in row if name.startswith("XMP-")} <= {*KEPT, "XMP-plus:Licensor"}
        for name, twins in TWINS.items() if row["File:FileType"] == "JPEG" else ():
            for twin in twins:
                text = joined(original[name])
                assert text.startswith(joined(row[twin])), (row["SourceFile"], twin)


def licensors(row: dict[str, Any]) -> list[dict[str, str]]:
    """Name and page of each; addresses and telephones stay at home."""
    found = row.get("XMP-plus:Licensor", [])
    return [
        {key: each[key] for key in ("LicensorName", "LicensorURL") if key in each} for each in found
    ]


def joined(value: object) -> str:
    """Several people as Exif has them."""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
