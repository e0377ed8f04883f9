"""ExifTool reads the sidecars that we write, and we read those that it writes."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cutline.metadata import PROPERTIES, Kind, layers_of, read, read_sidecar, write_sidecar
from cutline.model import Field, LangText, Layers, Metadata
from unit.metadata.test_exiftool import Judge, reference, same

pytestmark = pytest.mark.exiftool
SHA = "ab" * 32
REFERENCES = tuple(
    f"IPTC-PhotometadataRef-Std{version}.jpg" for version in ("2017.1", "2021.1", "2023.2")
)
__all__ = ["reference"]  # a fixture


def run(exiftool: Path, *words: object) -> bytes:
    command = [str(exiftool), "-q", "-m", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def row_of(exiftool: Path, path: Path) -> dict[str, Any]:
    answer = run(exiftool, "-json", "-G1", "-struct", "-n", "-x", "XMP-cutline:all", path)
    (row,) = json.loads(answer)
    return row


@pytest.mark.shared
@pytest.mark.parametrize("name", REFERENCES)
def test_exiftool_reads_every_property_of_our_sidecar(
    tmp_path: Path, samples: Path, exiftool: Path, reference: dict[str, Any], name: str
) -> None:
    """All that the reference photographs of IPTC say, with the same values."""
    found = read((samples / "1-metadata" / "iptc-ref" / name).read_bytes()).metadata
    path = tmp_path / "photo.xmp"
    path.write_bytes(write_sidecar(layers_of(found, None, SHA)))
    row, judge = row_of(exiftool, path), Judge(reference)

    for id, entry in reference["ipmd_top"].items():
        field = found.fields.get(id)
        theirs = judge.theirs(row, entry["etXMP"])
        shape = next(property.shape for property in PROPERTIES if property.id == id)
        assert field is None or same(judge.ours(field.value, shape), theirs), id
    assert len(found.fields) > 50
    run(exiftool, "-validate", "-warning", path)


def test_exiftool_reads_the_properties_that_no_reference_has(
    tmp_path: Path, exiftool: Path
) -> None:
    """Texts with line breaks and marks; the newest four among them."""
    text = "Fähre & <Hafen>\nКавала"
    values = {entry.id: text for entry in PROPERTIES if entry.kind is Kind.TEXT}
    path = tmp_path / "photo.xmp"
    path.write_bytes(write_sidecar(supplied(values)))
    row = row_of(exiftool, path)

    assert list(row.values()).count(text) >= len(values) - 3  # three hold dates or numbers
    assert row["XMP-iptcExt:AISystemUsed"] == text


def test_exiftool_reads_languages(tmp_path: Path, exiftool: Path) -> None:
    words = {"x-default": "Ferry", "de": "Fähre", "ar": "عبّارة"}
    path = tmp_path / "photo.xmp"
    path.write_bytes(write_sidecar(supplied({"description": LangText(words)})))
    row = row_of(exiftool, path)

    assert {name: said for name, said in row.items() if "Description" in name} == {
        "XMP-dc:Description": "Ferry",
        "XMP-dc:Description-ar": "عبّارة",
        "XMP-dc:Description-de": "Fähre",
    }


def supplied(values: Mapping[str, Any]) -> Layers:
    fields = {id: Field(value, "xmp") for id, value in values.items()}
    return Layers(Metadata(fields), original=SHA)


@pytest.mark.shared
@pytest.mark.parametrize("name", REFERENCES)
def test_a_sidecar_that_exiftool_writes_says_what_its_photograph_says(
    tmp_path: Path, samples: Path, exiftool: Path, name: str
) -> None:
    """``exiftool -tagsfromfile photo.jpg photo.xmp``."""
    photograph = samples / "1-metadata" / "iptc-ref" / name
    made = tmp_path / "photo.xmp"
    run(exiftool, "-tagsfromfile", photograph, "-xmp:all", "-o", made)
    found, said = read(photograph.read_bytes()).metadata, read_sidecar(made.read_bytes())

    assert said.problems == ()
    assert layers_of(found, said, SHA).edited == {}


def test_what_exiftool_changes_is_its_edit_and_our_layers_stay(
    tmp_path: Path, exiftool: Path
) -> None:
    path = tmp_path / "photo.xmp"
    ours = supplied({"creditLine": "AFP", "keywords": ("ferry", "port"), "cityName": "Kavala"})
    path.write_bytes(write_sidecar(ours))
    run(exiftool, "-overwrite_original", "-XMP-photoshop:Credit=Ana/AFP", path)
    run(exiftool, "-overwrite_original", "-XMP-photoshop:City=", path)
    said = read_sidecar(path.read_bytes())
    layers = layers_of(ours.as_supplied, said, SHA)

    assert said.layers == ours
    assert {id: change.author[:15] for id, change in layers.edited.items()} == {
        "creditLine": "Image::ExifTool",
        "cityName": "Image::ExifTool",
    }
