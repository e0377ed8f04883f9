"""Damaged and hostile files among good photographs: named, left out if asked, never fatal."""

import re
import shutil
from pathlib import Path

import pytest

from cutline import store
from unit.desk.desks import folder, program, state

TEN = (
    "pillow/truncated_jpeg.jpg",
    "libvips/truncated.jpg",
    "sharp/corrupt-header.jpg",
    "grid/thisisnotanimage.jpg",
    "pillow/broken.png",
    "thumbor/BlueSquare_truncated.jpg",
    "libvips/17000x17000.avif",
    "thumbor/16384x16384.png",
    "exiv2-poc/cve_2017_18005_reproducer.tiff",
    "pillow/truncated_image.png",
)

EXTENSIONS = frozenset(".jpg .jpeg .png .tif .tiff .webp .avif .heic .hif .gif .bmp".split())

pytestmark = pytest.mark.shared


@pytest.fixture
def mixed(tmp_path, samples) -> Path:
    """Two good photographs, one of them captioned and credited, and ten others."""
    photographs = folder(tmp_path / "mixed")
    for name in TEN:
        shutil.copy(samples / "4-hostile" / name, photographs / Path(name).name)
    return photographs


def sentences(text: str) -> list[str]:
    """What was said of photographs, a line each."""
    marked = (re.match(r"(?:✗|left out:) (.*)", line) for line in text.splitlines())
    return [found[1] for found in marked if found]


def test_each_is_named_with_its_reason_and_nothing_is_published(mixed, tmp_path):
    before = state(mixed)
    run = program("publish", mixed, "--draft", "--to", tmp_path / "site")

    assert (run.exit_code, run.stdout) == (1, "")
    assert "Traceback" not in run.stderr
    said = sentences(run.stderr)
    for name in TEN:
        about = [sentence for sentence in said if f"“{Path(name).name}”" in sentence]
        assert len(about) == 1, (name, run.stderr)
        assert len(about[0]) > len(Path(name).name) + 10
    assert len(said) == len(TEN)
    assert "--skip-unreadable" in run.stderr
    assert not (tmp_path / "site").exists()
    assert state(mixed) == before


def test_in_earnest_they_are_named_too(mixed, tmp_path):
    run = program("publish", mixed, "--to", tmp_path / "site")

    assert (run.exit_code, run.stdout) == (1, "")
    assert all(f"“{Path(name).name}”" in run.stderr for name in TEN)
    assert not (tmp_path / "site").exists()


def test_they_are_left_out_when_asked(mixed, tmp_path):
    run = program("publish", mixed, "--skip-unreadable", "--to", tmp_path / "site")

    assert run.exit_code == 0, run.stderr
    said = sentences(run.stderr)
    assert all(any(f"“{Path(name).name}”" in each for each in said) for name in TEN)
    assert "published 2 photographs" in run.stderr
    page = (tmp_path / "site" / "index.html").read_text()
    assert page.count("<figcaption") == 2
    assert store.verify(store.of_folder(tmp_path / "site")) == ()
    again = program("publish", mixed, "--skip-unreadable", "--to", tmp_path / "site")
    assert "nothing has changed" in again.stderr


def test_every_sample_in_one_folder(tmp_path, samples):
    """All hostile files and all formats of less than half a megabyte, under their own names."""
    photographs = folder(tmp_path / "all")
    for part in ("4-hostile", "5-formats"):
        for path in sorted((samples / part).rglob("*")):
            small = path.is_file() and path.stat().st_size < 500_000
            if small and path.suffix.casefold() in EXTENSIONS:
                shutil.copy(path, photographs / f"{path.parent.name}-{path.name}")
    run = program("publish", photographs, "--draft", "--skip-unreadable", "--to", tmp_path / "site")

    assert run.exit_code == 0, run.stderr
    assert "Traceback" not in run.stderr
    assert "fault of cutline" not in run.stderr
    assert store.verify(store.of_folder(tmp_path / "site")) == ()
    for sentence in sentences(run.stderr):
        assert re.search("“[^”]+”.{8}", sentence), sentence
