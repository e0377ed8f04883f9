"""Where a site may go and where not."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from cutline.model import StoreError
from cutline.store import (
    Cache,
    Index,
    Places,
    Signature,
    building,
    intact,
    of_desk,
    of_folder,
    record,
    records,
    refuse_foreign,
    verify,
)


@pytest.fixture
def photographs(tmp_path: Path) -> Path:
    folder = tmp_path / "photographs"
    folder.mkdir()
    return folder


def publish(places: Places, photographs: Path) -> None:
    with building(places, photographs) as build:
        build.add("index.html", b"<!doctype html>")
        build.finish({})


def test_a_loose_folders_site_has_everything_beside_it(tmp_path: Path, photographs: Path) -> None:
    places = of_folder(tmp_path / "out" / "site")
    publish(places, photographs)
    assert str(places.out.readlink()) == ".site.cutline/releases/0001/www"
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [".site.cutline", "site"]
    assert places.cache == tmp_path / "out" / ".site.cutline" / "cache"
    assert list(photographs.iterdir()) == []


def test_a_desk_has_its_site_or_one_elsewhere(tmp_path: Path, photographs: Path) -> None:
    here, there = of_desk(tmp_path), of_desk(tmp_path, tmp_path / "web" / "site")
    publish(here, photographs)
    publish(there, photographs)
    assert str(here.out.readlink()) == "releases/0001/www"
    assert str(there.out.readlink()) == ".site.cutline/releases/0001/www"
    assert here.cache == there.cache == tmp_path / ".cutline" / "cache"
    assert here.editions == there.editions == tmp_path / "editions"


def test_an_empty_folder_gives_way(tmp_path: Path, photographs: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(of_folder(tmp_path / "site"), photographs)
    assert (tmp_path / "site" / "index.html").is_file()


def test_what_cutline_did_not_make_is_left_alone(tmp_path: Path, photographs: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("mine")
    (tmp_path / "foreign").symlink_to("full")
    (tmp_path / "near").symlink_to(".near.cutline/releases/0001/other")
    (tmp_path / ".blocked.cutline").symlink_to("full")
    before = sorted(str(p) for p in tmp_path.rglob("*"))
    for name, why in {
        "file": "a file that cutline did not make",
        "full": "a folder that cutline did not make",
        "foreign": "a link that cutline did not make",
        "near": "a link that cutline did not make",
        "blocked": "is in the way",
        "photographs": "inside the folder of the photographs",
        "photographs/site": "inside the folder of the photographs",
    }.items():
        with pytest.raises(StoreError, match=why):
            publish(of_folder(tmp_path / name), photographs)
    assert sorted(str(p) for p in tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["", "cache", "editions", "releases", "lock"])
@pytest.mark.parametrize("target", [".", "missing"])
def test_no_link_leads_out_of_our_folders(
    tmp_path: Path, photographs: Path, name: str, target: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    planted = tmp_path / "web" / ".site.cutline" / name
    planted.parent.mkdir(parents=True)
    planted.symlink_to(tmp_path / "elsewhere" / target)
    places = of_folder(tmp_path / "web" / "site")
    with pytest.raises(StoreError, match=r"is in the way: it is a link|it is a symbolic link"):
        publish(places, photographs)
    assert not places.out.is_symlink()
    assert tree(tmp_path / "elsewhere") == []


@pytest.mark.parametrize("name", [".cutline", ".cutline/cache", "editions", "releases"])
def test_no_link_leads_out_of_a_desk(tmp_path: Path, photographs: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match=f"{name}” is in the way: it is a link; put a folder"):
        publish(of_desk(tmp_path), photographs)
    assert tree(tmp_path / "elsewhere") == []


@pytest.mark.parametrize("name", ["editions", "editions/fire"])
def test_records_go_through_no_link(tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="is a link"):
        record(of_desk(tmp_path), "fire", b"{}")
    with pytest.raises(StoreError, match="is a link"):
        next(records(of_desk(tmp_path), "fire"))
    assert tree(tmp_path / "elsewhere") == []


def tree(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*"))


@pytest.mark.parametrize(
    "theirs",
    [
        "2019/photograph.jpg",
        "2019/www/index.html",
        "2019/www/index.html 2019/manifest.json/of-a-ship.txt",
        "0001",
        ".0001.partial/photograph.jpg",
        ".0007.partial/www/index.html .0007.partial/notes.txt",
    ],
)
def test_a_desks_own_releases_are_not_taken_for_ours(
    tmp_path: Path, photographs: Path, theirs: str
) -> None:
    for name in theirs.split():
        path = tmp_path / "releases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    before = tree(tmp_path)
    with pytest.raises(StoreError, match=r"releases” holds something that cutline did not make"):
        publish(of_desk(tmp_path), photographs)
    assert tree(tmp_path) == before


def test_a_link_is_no_release(tmp_path: Path, photographs: Path) -> None:
    publish(of_desk(tmp_path), photographs)
    (tmp_path / "releases" / "0002").symlink_to("0001")
    with pytest.raises(StoreError, match="holds something that cutline did not make: “0002”"):
        publish(of_desk(tmp_path), photographs)


def test_what_is_not_in_the_way_may_lie_beside_the_releases(
    tmp_path: Path, photographs: Path
) -> None:
    for name in ("notes.txt", "press/2019/letter.txt", "20190401-fire/letter.txt", "123/a.txt"):
        path = tmp_path / "releases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    before = set(tree(tmp_path))
    for _ in range(8):
        publish(of_desk(tmp_path), photographs)
    assert before < set(tree(tmp_path))


def test_the_photographs_folder_is_known_through_links(tmp_path: Path, photographs: Path) -> None:
    (tmp_path / "other").symlink_to("photographs")
    with pytest.raises(StoreError, match="inside the folder of the photographs"):
        refuse_foreign(of_folder(tmp_path / "other" / "site"), photographs)


@pytest.mark.parametrize("to", ["/", "/.."])
def test_a_site_has_a_name(to: str) -> None:
    with pytest.raises(StoreError, match="no place for a site"):
        of_folder(Path(to))


def test_editions_are_numbered_and_never_overwritten(tmp_path: Path) -> None:
    places = of_desk(tmp_path)
    assert [record(places, "fire", b"%d" % n).name for n in (1, 2)] == ["0001.json", "0002.json"]
    assert (tmp_path / "editions" / "fire" / "0001.json").read_bytes() == b"1"


def test_a_folder_whose_name_is_not_unicode_takes_a_site(tmp_path: Path) -> None:
    desk = tmp_path / os.fsdecode(b"d\xe9sk")
    (desk / "photographs").mkdir(parents=True)
    places = of_desk(desk)
    publish(places, desk / "photographs")
    assert intact(places)
    assert verify(places) == ()
    assert record(places, "fire", b"{}").is_file()
    (desk / "site").unlink()
    (desk / "site").touch()
    with pytest.raises(StoreError, match="file that cutline did not make") as told:
        publish(places, desk / "photographs")
    assert r"d\xe9sk/site" in str(told.value)


@pytest.mark.parametrize("story", ["\ud800", "d\udce9sk", "../fire", "a\0", "con", ""])
def test_a_story_that_is_no_slug_has_no_records(tmp_path: Path, story: str) -> None:
    with pytest.raises(StoreError, match="is not a path"):
        record(of_desk(tmp_path), story, b"{}")
    assert tree(tmp_path) == []


def modes(folder: Path) -> dict[str, int]:
    """Permissions of everything in a folder that is not a link, by path."""
    paths = (path for path in folder.rglob("*") if not path.is_symlink())
    return {str(p.relative_to(folder)): stat.S_IMODE(p.stat().st_mode) for p in paths}


def use(places: Places, photographs: Path, *, cache_first: bool) -> None:
    """Cache, publish and record, in either order: whoever comes first makes the folders."""
    for step in (0, 1) if cache_first else (1, 0):
        if step:
            publish(places, photographs)
        else:
            Cache(places.cache).put("abc", b"pixels")
            index = Index(places.cache / "index", lambda: 0)
            index.remember("a.jpg", Signature(1, 1, 1, 1), "abc", 0)
            index.save()
            record(places, "fire", b"{}")


@pytest.fixture
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("usual_umask")
@pytest.mark.parametrize("cache_first", [True, False])
def test_in_a_web_root_only_releases_are_for_everybody(
    tmp_path: Path, photographs: Path, cache_first: bool
) -> None:
    """A server passes through to the site's files and cannot list or read anything else."""
    use(of_folder(tmp_path / "web" / "new" / "site"), photographs, cache_first=cache_first)
    assert modes(tmp_path / "web") == {
        "new": 0o755,
        "new/.site.cutline": 0o711,
        "new/.site.cutline/lock": 0o600,
        "new/.site.cutline/cache": 0o700,
        "new/.site.cutline/cache/ab": 0o700,
        "new/.site.cutline/cache/ab/abc": 0o600,
        "new/.site.cutline/cache/index": 0o600,
        "new/.site.cutline/editions": 0o700,
        "new/.site.cutline/editions/.lock": 0o600,
        "new/.site.cutline/editions/fire": 0o700,
        "new/.site.cutline/editions/fire/0001.json": 0o600,
        "new/.site.cutline/releases": 0o711,
        "new/.site.cutline/releases/0001": 0o755,
        "new/.site.cutline/releases/0001/manifest.json": 0o600,
        "new/.site.cutline/releases/0001/www": 0o755,
        "new/.site.cutline/releases/0001/www/index.html": 0o444,
    }


@pytest.mark.usefixtures("usual_umask")
@pytest.mark.parametrize("cache_first", [True, False])
def test_what_a_desk_keeps_for_itself_is_its_owners(
    tmp_path: Path, photographs: Path, cache_first: bool
) -> None:
    use(of_desk(tmp_path), photographs, cache_first=cache_first)
    found = modes(tmp_path)
    private = [path for path in found if path.startswith((".cutline", "editions"))]
    assert len(private) == 10
    assert {found[path] & 0o077 for path in private} == {0}
    assert found["releases/0001/www/index.html"] == 0o444


@pytest.mark.usefixtures("usual_umask")
def test_permissions_that_somebody_gave_are_kept(tmp_path: Path, photographs: Path) -> None:
    home = tmp_path / ".site.cutline"
    home.mkdir()
    home.chmod(0o2770)
    publish(of_folder(tmp_path / "site"), photographs)
    assert stat.S_IMODE(home.stat().st_mode) == 0o2771
