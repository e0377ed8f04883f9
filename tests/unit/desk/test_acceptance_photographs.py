"""Real photographs published: upright, in the right colours, signed, and silent on the rest."""

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageOps

from cutline.desk import Desk, Result
from unit.desk.desks import folder, photograph, picture, placing, settle, state, story
from unit.imaging.pictures import difference, opened, to_srgb

ARTEMIS = (
    ("55193049251_43a64bf74d_o.jpg", "White smoke boils around a launch tower"),
    ("55193337359_950011bf2d_o.jpg", "A tall orange rocket stands on its pad"),
    ("55194789840_d7cf899d17_o.jpg", "A bright disc against black"),
    ("art002e009288orig.jpg", "A grey cratered surface under a black sky"),
)
ORIENTED = tuple(f"Landscape_{number}.jpg" for number in (1, 2, 3, 5, 6, 7, 8))

SECRETS = ("SN-7734-PLANTED", "planted instructions", "+49 30 555 0199", "planted-mail@", "Leica Q")
WHITELIST = {
    *("IFD0:ImageDescription", "IFD0:Artist", "IFD0:Copyright"),
    *("ExifIFD:ExifVersion", "ExifIFD:ColorSpace"),
    *("XMP-dc:Creator", "XMP-dc:Description", "XMP-dc:Rights", "XMP-photoshop:Credit"),
    "XMP-iptcCore:AltTextAccessibility",
    *("IPTC:CodedCharacterSet", "IPTC:ApplicationRecordVersion", "IPTC:By-line"),
    *("IPTC:Credit", "IPTC:CopyrightNotice", "IPTC:Caption-Abstract"),
}
"""Everything that the published files of a test's photograph may say."""

GRAIN = 4
"""Pixels averaged before comparing: colours are asked for, not how two resizers sharpen."""


def expected(original: Path) -> Image.Image:
    """A second decoder's opinion: upright by Exif, through its profile to sRGB."""
    with Image.open(original) as picture:
        profile = picture.info.get("icc_profile")
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    return to_srgb(upright, profile) if profile else upright


def distance(rendition: Path, upright: Image.Image) -> float:
    """Mean difference in levels between a rendition and the original shrunk to its size."""
    made = opened(rendition.read_bytes()).convert("RGB")
    same = upright.resize(made.size, Image.Resampling.LANCZOS, reducing_gap=3)
    return difference(made.reduce(GRAIN), same.reduce(GRAIN))


def publish(path: Path, to: Path | None = None, *, draft: bool = True) -> Result:
    terms = Desk.terms((), (), (), draft=draft, skip_unreadable=False)
    return Desk().publish(path, to, terms)


def renditions(site: Path, original: str) -> list[Path]:
    """The published files of an original, without the card, which is cut."""
    stem = Path(original).stem.casefold().replace("_", "-")
    found = (path for path in site.rglob(f"{stem}.*") if "card" not in path.name)
    return sorted(found)


def told(exiftool: Path, folder: Path) -> list[dict[str, object]]:
    """What ExifTool finds in every file of a site, group by group."""
    words = [exiftool, "-json", "-a", "-G1", "-r", "-ext", "jpg", "-ext", "avif", folder]
    return json.loads(subprocess.run(words, capture_output=True, check=True).stdout)


@pytest.fixture(scope="module")
def mission(tmp_path_factory, samples) -> Path:
    """A desk with NASA's photographs of a flight around the Moon, its story published."""
    newsroom = tmp_path_factory.mktemp("mission") / "desk"
    Desk().init(newsroom)
    for name, _ in ARTEMIS:
        shutil.copy(samples / "2-photos" / "artemis2" / name, newsroom / "photographs")
    blocks = [
        placing(f"../../photographs/{name}", alt, f"Frame {number} of the flight.", "NASA")
        for number, (name, alt) in enumerate(ARTEMIS, 1)
    ]
    file = story(newsroom / "stories" / "moon" / "story.md", *blocks, headline="Around the Moon")
    settle()
    publish(file)
    return newsroom


@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name, _ in ARTEMIS])
def test_news_photographs_come_out_in_the_right_colours(mission, name):
    upright = expected(mission / "photographs" / name)
    made = renditions(mission / "site", name)

    assert len(made) >= 6
    for rendition in made:
        assert distance(rendition, upright) <= 2, rendition.name


@pytest.mark.shared
def test_one_photograph_in_earnest_at_every_width(tmp_path, samples):
    """Not a draft: the encoders as they publish."""
    original = samples / "2-photos" / "artemis2" / ARTEMIS[2][0]
    (tmp_path / "p").mkdir()
    shutil.copy(original, tmp_path / "p")
    words = placing(original.name, ARTEMIS[2][1], "One frame of the flight.", "NASA")
    publish(story(tmp_path / "p" / "story.md", words), tmp_path / "site", draft=False)
    upright = expected(original)
    for rendition in renditions(tmp_path / "site", original.name):
        assert distance(rendition, upright) <= 2, rendition.name


@pytest.mark.shared
def test_news_photographs_are_not_touched_by_publishing_again(mission):
    before = state(mission)
    result = publish(mission / "stories" / "moon" / "story.md")

    assert (result.changed, result.rendered) == (False, 0)
    assert state(mission) == before


@pytest.mark.shared
@pytest.mark.exiftool
def test_news_photographs_are_signed_as_their_originals_are(mission, exiftool):
    """Creator and copyright where the original has them; the credit that the story says."""
    originals = {
        Path(str(row["SourceFile"])).stem: row for row in told(exiftool, mission / "photographs")
    }
    published = told(exiftool, (mission / "site").resolve())

    assert len(published) >= 6 * len(ARTEMIS)
    for row in published:
        name = Path(str(row["SourceFile"])).name
        assert row["XMP-photoshop:Credit"] == "NASA", name
        (said,) = (
            says
            for stem, says in originals.items()
            if stem.casefold().replace("_", "-") == name.partition(".")[0]
        )
        for field in ("XMP-dc:Creator", "XMP-dc:Rights"):
            if field in said:
                assert row[field] == said[field], name


@pytest.mark.shared
def test_turned_photographs_are_upright(tmp_path, samples):
    """Every way in which a camera can be held, in both formats; made smaller to be quick."""
    photographs = tmp_path / "turned"
    photographs.mkdir()
    for name in ORIENTED:
        with Image.open(samples / "1-metadata" / "orientation" / name) as held:
            turned = held.reduce(2)
            turned.save(photographs / name, quality=95, exif=held.info["exif"])
    publish(photographs, tmp_path / "site")
    for name in ORIENTED:
        upright = expected(photographs / name)
        assert upright.width > upright.height
        made = renditions(tmp_path / "site", name)
        assert {path.suffix for path in made} == {".avif", ".jpg"}
        for rendition in made:
            assert distance(rendition, upright) <= 2, rendition.name


@pytest.fixture
def planted(tmp_path, exiftool) -> Path:
    """A folder with one photograph that says more than it should."""
    path = photograph(folder(tmp_path / "planted", "other.jpg") / "secret.jpg", 3, size=(900, 600))
    thumbnail = tmp_path / "thumbnail.jpg"
    picture(7, (160, 107)).save(thumbnail, "JPEG")
    words = [
        "-overwrite_original",
        "-GPSLatitude=52.520008",
        "-GPSLatitudeRef=N",
        "-GPSLongitude=13.404954",
        "-GPSLongitudeRef=E",
        "-XMP-exif:GPSLatitude=52.520008",
        f"-SerialNumber={SECRETS[0]}",
        f"-XMP-aux:SerialNumber={SECRETS[0]}",
        f"-ExifIFD:OwnerName={SECRETS[0]}",
        f"-XMP-photoshop:Instructions={SECRETS[1]}",
        f"-IPTC:SpecialInstructions={SECRETS[1]}",
        f"-XMP-iptcCore:CreatorWorkTelephone={SECRETS[2]}",
        f"-XMP-iptcCore:CreatorWorkEmail={SECRETS[3]}example.org",
        f"-Model={SECRETS[4]}",
        "-XMP-dc:Creator=Ana Silva",
        "-XMP-dc:Rights=© 2023 Ana Silva",
        f"-ThumbnailImage<={thumbnail}",
        "-Comment=planted instructions in a comment",
    ]
    subprocess.run([exiftool, "-q", *words, path], check=True)
    assert all(secret.encode() in path.read_bytes() for secret in SECRETS)
    return path.parent


@pytest.mark.exiftool
def test_what_must_not_leave_does_not(planted, exiftool, tmp_path):
    """No position, number, thumbnail, note or address: by name and byte by byte."""
    publish(planted, tmp_path / "site")
    rows = told(exiftool, (tmp_path / "site").resolve())
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]

    assert len(rows) >= 5
    for row in rows:
        assert row["XMP-dc:Creator"] == "Ana Silva"
        assert row["XMP-photoshop:Credit"] == "Ana Silva/Harbour Agency"
        names = " ".join(row).casefold()
        for word in ("gps", "serial", "thumbnail", "instruction", "owner", "maker", "contact"):
            assert word not in names, (row["SourceFile"], word)
        said = {name for name in row if name.startswith(("IFD", "Exif", "XMP", "IPTC", "Maker"))}
        assert said <= WHITELIST | {"ExifTool:ExifToolVersion"}
    signed = [row for row in rows if "secret" in str(row["SourceFile"])]
    assert all(row["XMP-dc:Rights"] == "© 2023 Ana Silva" for row in signed)
    for path in files:
        data = path.read_bytes()
        for secret in (*SECRETS, "52.520", "13.404"):
            assert secret.encode() not in data, (path.name, secret)
            assert secret.encode("utf-16-le") not in data, (path.name, secret)


def test_a_wide_gamut_is_brought_to_srgb(tmp_path):
    """Pixels of another space are converted, not relabelled."""
    from unit.imaging.pictures import PROFILES, draw, file_of

    drawn = draw(900, 600)
    for name, profile in (("adobe", "adobe-rgb"), ("p3", "display-p3"), ("pro", "prophoto")):
        path = tmp_path / "wide" / f"{name}.png"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file_of(drawn, icc_profile=PROFILES[profile]()))
    publish(tmp_path / "wide", tmp_path / "site")
    for original in (tmp_path / "wide").iterdir():
        upright = expected(original)
        for rendition in renditions(tmp_path / "site", original.name):
            assert distance(rendition, upright) <= 2, rendition.name
            with Image.open(io.BytesIO(rendition.read_bytes())) as made:
                profile = made.info.get("icc_profile")
            if profile:
                name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile)))
                assert "sRGB" in name
