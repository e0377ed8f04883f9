"""What must be gone is gone: from the cache, from kept releases; and what is entered stays."""

from pathlib import Path

import pytest

from cutline.model import StoreError
from cutline.store import (
    Cache,
    Places,
    Releases,
    building,
    current,
    enter,
    entered,
    holding,
    kept,
    of_desk,
    of_folder,
    record,
    recorded,
    verify,
    verify_release,
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "photographs").mkdir()
    return of_folder(tmp_path / "site")


def photographs(places: Places) -> Path:
    return places.out.parent / "photographs"


def publish(places: Places, text: str) -> None:
    with building(places, photographs(places)) as build:
        build.add("index.html", text.encode())
        build.add("a.jpg", b"picture a")
        build.add("b.jpg", b"picture b")
        build.finish({"text": text})


def without_a(places: Places, releases: Releases, number: str) -> None:
    manifest = releases.manifest(number)
    assert manifest is not None
    with releases.again(number) as build:
        for entry in manifest.files:
            if entry.path != "a.jpg":
                assert build.link(entry.path, entry.sha256)
        build.replace(manifest.facts)


def test_an_old_release_is_built_again_in_its_own_place(places: Places) -> None:
    publish(places, "one")
    publish(places, "two")
    with holding(places, photographs(places)) as releases:
        without_a(places, releases, "0001")
        assert releases.numbers == ("0001", "0002")
    assert verify_release(places, "0001") == ()
    assert sorted(path.name for path in (places.releases / "0001" / "www").iterdir()) == [
        "b.jpg",
        "index.html",
    ]
    assert verify(places) == ()
    assert (places.out / "a.jpg").read_bytes() == b"picture a"


def test_what_readers_see_is_neither_replaced_nor_removed(places: Places) -> None:
    publish(places, "one")
    with holding(places, photographs(places)) as releases:
        with pytest.raises(StoreError, match="readers see"):
            without_a(places, releases, "0001")
        with pytest.raises(StoreError, match="readers see"):
            releases.remove("0001")
    assert verify(places) == ()


def test_an_old_release_is_removed(places: Places) -> None:
    publish(places, "one")
    publish(places, "two")
    with holding(places, photographs(places)) as releases:
        releases.remove("0001")
    assert kept(places.releases).numbers == ("0002",)
    assert [path.name for path in places.releases.iterdir()] == ["0002"]


def test_a_release_left_between_two_renames_is_cleared(places: Places) -> None:
    publish(places, "one")
    publish(places, "two")
    (places.releases / "0001").rename(places.releases / ".0001.old")
    publish(places, "three")
    assert sorted(path.name for path in places.releases.iterdir()) == ["0002", "0003"]
    manifest = current(places)
    assert manifest is not None
    assert manifest.facts == {"text": "three"}


def test_the_cache_forgets_all_of_one_photograph(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    mine, other = "ab" * 32, "cd" * 32
    for key in (f"{mine}.{'1' * 64}", f"look.x.{mine}", f"{other}.{'2' * 64}"):
        cache.put(key, b"bytes")
    assert cache.forget(mine) == 2
    assert cache.get(f"look.x.{mine}") is None
    assert cache.get(f"{other}.{'2' * 64}") == b"bytes"
    assert cache.forget(mine) == 0


def test_facts_are_entered_one_by_one_and_never_over_another(tmp_path: Path) -> None:
    places = of_desk(tmp_path)
    assert list(entered(places)) == []
    for fact in (b"one", b"two"):
        enter(places, fact)
    found = [(path.name, fact) for path, fact in entered(places)]
    assert found == [("0002.json", b"two"), ("0001.json", b"one")]
    assert sorted(path.name for path in places.ledger.iterdir()) == [
        ".lock",
        "0001.json",
        "0002.json",
    ]


def test_a_ledger_that_is_a_link_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "ledger").symlink_to(elsewhere)
    with pytest.raises(StoreError, match="link"):
        enter(of_desk(tmp_path), b"fact")
    assert list(elsewhere.iterdir()) == []


def test_the_stories_on_record_are_listed(tmp_path: Path) -> None:
    places = of_desk(tmp_path)
    assert recorded(places) == ()
    record(places, "quay", b"{}")
    record(places, "ferry", b"{}")
    assert recorded(places) == ("ferry", "quay")
