"""Releases share what has not changed, and tell when something is not as published."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cutline.model import StoreError
from cutline.store import (
    Builder,
    Published,
    building,
    current,
    intact,
    of_folder,
    steps_taken,
    verify,
)
from cutline.store.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "photographs").mkdir()
    return of_folder(tmp_path / "site")


def publish(places: Places, files: dict[str, bytes], keep: int = 5) -> Published:
    with building(places, places.out.parent / "photographs") as build:
        for path, data in files.items():
            build.add(path, data)
        return build.finish({"files": len(files)}, keep=keep)


def inode(places: Places, path: str) -> int:
    return (places.out / path).stat().st_ino


def test_before_the_first_release_there_is_none(places: Places) -> None:
    assert current(places) is None
    assert verify(places) != ()


def test_the_manifest_is_what_the_link_points_at(places: Places) -> None:
    publish(places, {"index.html": b"one", "a/b.css": b"two"})
    manifest = current(places)
    assert manifest is not None
    assert manifest.paths == ("a/b.css", "index.html")
    assert [entry.bytes for entry in manifest.files] == [3, 3]
    assert manifest.facts == {"files": 2}


def test_one_changed_file_is_the_only_one_written(places: Places) -> None:
    publish(places, {"index.html": b"old", "picture.avif": b"pixels"})
    before = inode(places, "picture.avif")
    published = publish(places, {"index.html": b"new", "picture.avif": b"pixels"})
    assert published.fresh == {"index.html"}
    assert inode(places, "picture.avif") == before


def test_a_file_made_from_the_same_is_reused_without_its_bytes(places: Places) -> None:
    def rebuild(make: bool) -> None:
        with building(places, places.out.parent / "photographs") as build:
            if make:
                build.add("picture.avif", b"pixels", key="k1")
            assert build.reuse("copy.avif", "k1") is not make
            assert not build.reuse("other.avif", "k2")
            assert not build.reuse("none.avif", "")
            build.finish({})

    rebuild(make=True)
    rebuild(make=False)
    assert (places.out / "copy.avif").read_bytes() == b"pixels"
    rebuild(make=False)  # the key is handed on
    assert (places.out / "copy.avif").read_bytes() == b"pixels"


def test_a_damaged_file_is_found_and_not_shared(places: Places) -> None:
    publish(places, {"index.html": b"page", "picture.avif": b"pixels"})
    damaged = places.out / "picture.avif"
    damaged.chmod(0o644)
    damaged.write_bytes(b"pixelz")
    (places.out / "index.html").unlink()
    (places.out / "extra").touch()
    assert verify(places) == (
        "“index.html” is missing",
        "“picture.avif” is not what was written",
        "“extra” does not belong there",
    )
    publish(places, {"index.html": b"page", "picture.avif": b"pixels"})
    assert verify(places) == ()


def rewrite(path: Path, data: bytes) -> None:
    """Change a file in place, as an editor does, within its size or not."""
    path.chmod(0o644)
    path.write_bytes(data)


def rename_over(path: Path) -> None:
    path.with_name("new").write_bytes(b"smaller")
    path.with_name("new").replace(path)


def link_elsewhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("../index.html")


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: rewrite(path, b"pixelz"),
        lambda path: rewrite(path, b""),
        lambda path: path.unlink(),
        lambda path: path.rename(path.with_name("b.avif")),
        lambda path: path.with_name("extra").touch(),
        lambda path: (path.parent.parent / "pipe").symlink_to("index.html"),
        lambda path: rewrite(path.parents[2] / "manifest.json", b"{}"),
        lambda path: path.parents[1].rename(path.parents[2] / "gone"),
        rename_over,
        link_elsewhere,
        pipe,
    ],
)
def test_a_change_after_publishing_shows_without_reading(
    places: Places, damage: Callable[[Path], None]
) -> None:
    assert not intact(places)
    files = {"index.html": b"page", "p/a.avif": b"pixels"}
    publish(places, files)
    assert intact(places)
    damage((places.out / "p" / "a.avif").resolve())
    assert not intact(places)
    publish(places, files)
    assert intact(places)
    assert verify(places) == ()


def test_a_file_from_the_future_does_not_make_every_release_look_changed(places: Places) -> None:
    """Its date is not handed on, and the file that the older release has is left alone."""
    publish(places, {"picture.avif": b"pixels"})
    os.utime(places.out / "picture.avif", (4e9, 4e9))
    assert not intact(places)
    publish(places, {"picture.avif": b"pixels"})
    assert intact(places)
    assert (places.releases / "0001" / "www" / "picture.avif").stat().st_mtime == 4e9


def test_a_damaged_file_is_taken_from_an_older_release_that_has_it_whole(places: Places) -> None:
    for text in (b"one", b"two"):
        publish(places, {"index.html": text, "picture.avif": b"pixels"})
    rename_over(places.out / "picture.avif")  # the older release keeps its own
    with building(places, places.out.parent / "photographs") as build:
        manifest = current(places)
        assert manifest is not None
        picture = next(entry for entry in manifest.files if entry.path == "picture.avif")
        assert build.link("picture.avif", picture.sha256)
        build.finish({})
    assert verify(places) == ()
    rewrite(places.out / "picture.avif", b"pixelz")  # all names of one file
    with building(places, places.out.parent / "photographs") as build:
        assert not build.link("picture.avif", picture.sha256)


def test_a_release_without_its_manifest_is_not_trusted(places: Places) -> None:
    publish(places, {"index.html": b"page"})
    manifest = places.releases / "0001" / "manifest.json"
    manifest.chmod(0o644)
    for damage in (b"{}", b"\xff", b'{"files": [{"path": 1}], "facts": {}}'):
        manifest.write_bytes(damage)
        assert current(places) is None
    publish(places, {"index.html": b"page"})
    assert verify(places) == ()


def test_old_releases_go_and_the_shown_one_stays(places: Places) -> None:
    for number in range(6):
        publish(places, {"index.html": b"%d" % number}, keep=3)
    assert sorted(p.name for p in places.releases.iterdir()) == ["0004", "0005", "0006"]
    assert verify(places) == ()


def test_what_only_looks_like_a_release_is_never_removed(places: Places) -> None:
    """It has the shape of one and no manifest of ours: it stays, and every publish says so."""
    theirs = places.releases / "0001"
    (theirs / "www").mkdir(parents=True)
    (theirs / "manifest.json").write_text('{"ship": "Ever Given"}')
    published = [publish(places, {"index.html": b"%d" % turn}, keep=2) for turn in range(4)]
    assert [each.number for each in published] == ["0002", "0003", "0004", "0005"]
    assert sorted(p.name for p in places.releases.iterdir()) == ["0001", "0004", "0005"]
    (left,) = published[-1].left
    assert left.endswith("0001” stays, as its manifest cannot be read; remove it yourself")


def build_nothing(build: Builder) -> None:
    build.finish({})


def build_twice(build: Builder) -> None:
    build.add("index.html", b"one")
    build.add("index.html", b"two")


def build_outside(build: Builder) -> None:
    build.add("../index.html", b"out")


@pytest.mark.parametrize(
    ("build_it", "why"),
    [(build_nothing, "no files"), (build_twice, "two files"), (build_outside, "not a path")],
)
def test_a_release_that_makes_no_sense_is_refused(
    places: Places, build_it: Callable[[Builder], None], why: str
) -> None:
    photographs = places.out.parent / "photographs"
    with building(places, photographs) as build, pytest.raises(StoreError, match=why):
        build_it(build)
    assert not places.out.is_symlink()
    assert list(places.releases.iterdir()) == []


def test_many_files_are_made_durable_in_one_step(places: Places) -> None:
    """Each file of a large release takes two steps, open and write, and no fsync."""
    before = steps_taken()
    publish(places, {f"p/{number}.avif": b"%d" % number for number in range(200)})
    assert steps_taken() - before < 200 * 2 + 40
