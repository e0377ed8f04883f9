"""Real photographs on the copy desk: what is wrong with six of them, and nothing else."""

import json
import shutil
import subprocess
from dataclasses import dataclass, replace

import pytest
from PIL import Image

from unit.desk.desks import cutline


@dataclass(frozen=True)
class Placed:
    """One photograph of the story and its words."""

    name: str
    alt: str
    caption: str

    def __str__(self):
        return f"![{self.alt}]({self.name})\n{self.caption} [Ana Silva/NASA]\n"


GOOD = tuple(
    Placed(*words)
    for words in (
        ("55193049251_43a64bf74d_o.jpg", "Smoke boils round a tower", "Lift-off came on time."),
        ("55193337359_950011bf2d_o.jpg", "An orange rocket", "Engineers gave the go at night."),
        ("55194789840_d7cf899d17_o.jpg", "A bright blue disc", "Home, after a day of travel."),
        ("55206394005_d4b2519114_o.jpg", "Two people amid cables", "Every valve is looked at."),
        ("55207787628_774eb096db_o.jpg", "A rim that glows", "Dusk fell sixteen times."),
        ("55208327975_1d1e5aa651_o.jpg", "Craters in low light", "No sea could be seen there."),
        ("55224193193_4d929dc577_o.jpg", "Three striped parachutes", "Boats wait for a splash."),
    )
)
"""Photographs with an alt text and a caption that nobody could object to."""

WRONG_BYLINE, EMBARGOED, OUT, TURNED = (placed.name for placed in GOOD[1:5])
COPY, SMALL = "again.jpg", "small.jpg"


def tell(exiftool, files, **tags):
    """Write tags into copies, as a supplier's desk does: into XMP and IIM alike."""
    command = [str(exiftool), "-q", "-overwrite_original"]
    command += [f"-{name}={words}" for name, words in tags.items()]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)


def shrunk(exiftool, source, file, width):
    """The same frame saved again, with the metadata of the first."""
    with Image.open(source) as picture:
        picture.draft("RGB", (width, width))
        picture.thumbnail((width, width))
        picture.convert("RGB").save(file, "JPEG", quality=80)
    command = [str(exiftool), "-q", "-overwrite_original", "-TagsFromFile", str(source), "-All:All"]
    subprocess.run([*command, str(file)], check=True, capture_output=True)


@pytest.fixture
def gallery(tmp_path, shared, exiftool):
    """A folder of real photographs by Ana Silva of NASA."""
    folder = tmp_path / "gallery"
    folder.mkdir()
    files = [folder / placed.name for placed in GOOD]
    for file in files:
        shutil.copyfile(shared / "samples" / "2-photos" / "artemis2" / file.name, file)
    tell(exiftool, files, Creator="Ana Silva", Credit="NASA", CopyrightNotice="Public domain")
    return folder


def asked(folder, story, territory):
    """Code and photograph of all that is asked at warning or above."""
    head = (
        "---\nkicker: Photos\nheadline: A voyage round the moon\n"
        "standfirst: Four people went further than anybody before them, and came back.\n"
        f"published: 2026-05-02\nterritory: {territory}\n---\n\n"
    )
    file = folder / "story.md"
    file.write_text(head + "\n".join(map(str, story)), encoding="utf-8")
    (read,) = json.loads(cutline("check", file, "--format", "json").stdout)
    return {
        (found["code"], None if found["photo"] is None else story[found["photo"]].name)
        for found in read["findings"]
        if found["severity"] != "info"
    }


@pytest.mark.shared
def test_six_faults_in_real_photographs_are_found_and_nothing_else(gallery, exiftool):
    """A By-line, an embargo, a country, a copy, a turn and a thumbnail, each at its photograph.

    The same photographs without the faults raise nothing.
    """
    assert asked(gallery, GOOD, "GB") == set()

    tell(exiftool, [gallery / WRONG_BYLINE], Creator="Boris Orlov")
    held = "EMBARGOED UNTIL 00:01 GMT, 12 MAY 2099"
    tell(exiftool, [gallery / EMBARGOED], SpecialInstructions=held, Instructions=held)
    tell(exiftool, [gallery / OUT], SpecialInstructions="RUSSIA OUT", Instructions="RUSSIA OUT")
    tell(exiftool, [gallery / TURNED], **{"Orientation#": 6})
    shrunk(exiftool, gallery / GOOD[0].name, gallery / COPY, 2400)
    shrunk(exiftool, gallery / GOOD[6].name, gallery / SMALL, 400)
    small = replace(GOOD[6], name=SMALL)
    copy = Placed(COPY, "A plume over a beach", "Crowds saw it go.")

    assert asked(gallery, (*GOOD[:6], small, copy), "RU") == {
        ("CRD004", WRONG_BYLINE),
        ("RGT001", EMBARGOED),
        ("RGT002", OUT),
        ("PIC001", COPY),
        ("PIC004", TURNED),
        ("PIC002", SMALL),
    }
