"""The cache gives back what was put, or nothing."""

import os
import shutil
from pathlib import Path

import pytest

from cutline.model import StoreError
from cutline.store import Cache, CacheSize

KEY = "3fa9c1d2e4b1-480.avif"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def entry(tmp_path: Path) -> Path:
    return tmp_path / "cache" / KEY[:2] / KEY


def test_it_keeps_what_was_put_last(cache: Cache) -> None:
    assert cache.get(KEY) is None
    for content in (b"", b"first", b"second" * 1000):
        cache.put(KEY, content)
        assert cache.get(KEY) == content


@pytest.mark.parametrize("at", [0, 20, 50, -1])
def test_a_damaged_entry_is_none_and_is_replaced(cache: Cache, tmp_path: Path, at: int) -> None:
    cache.put(KEY, b"rendition")
    damaged = bytearray(entry(tmp_path).read_bytes())
    damaged[at] ^= 1
    entry(tmp_path).write_bytes(damaged)
    assert cache.get(KEY) is None
    cache.put(KEY, b"again")
    assert cache.get(KEY) == b"again"


def test_a_half_written_entry_is_none(cache: Cache, tmp_path: Path) -> None:
    cache.put(KEY, b"rendition")
    whole = entry(tmp_path).read_bytes()
    for length in range(len(whole)):
        entry(tmp_path).write_bytes(whole[:length])
        assert cache.get(KEY) is None


def test_an_entry_under_another_name_is_none(cache: Cache, tmp_path: Path) -> None:
    cache.put(KEY, b"rendition")
    shutil.copy(entry(tmp_path), entry(tmp_path).with_name("3fother"))
    assert cache.get("3fother") is None


def test_links_are_not_followed(cache: Cache, tmp_path: Path) -> None:
    cache.put(KEY, b"rendition")
    entry(tmp_path).rename(tmp_path / "elsewhere")
    entry(tmp_path).symlink_to(tmp_path / "elsewhere")
    assert cache.get(KEY) is None


def test_a_pipe_holds_nobody_up(cache: Cache, tmp_path: Path) -> None:
    entry(tmp_path).parent.mkdir(parents=True)
    os.mkfifo(entry(tmp_path))
    assert cache.get(KEY) is None
    cache.put(KEY, b"rendition")
    assert cache.get(KEY) == b"rendition"


def test_nothing_is_put_through_a_link(cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cache").mkdir()
    entry(tmp_path).parent.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="is a link; delete the cache"):
        cache.put(KEY, b"rendition")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_it_may_be_deleted_at_any_time(cache: Cache, tmp_path: Path) -> None:
    cache.put(KEY, b"rendition")
    assert cache.size() == CacheSize(1, 48 + 9)
    shutil.rmtree(tmp_path / "cache")
    assert cache.get(KEY) is None
    assert cache.size() == CacheSize(0, 0)
    cache.put(KEY, b"rendition")
    assert cache.get(KEY) == b"rendition"


@pytest.mark.parametrize("key", ["", "a", "../../etc", "A" * 5, "x" * 300, "a/b"])
def test_a_key_is_no_path(cache: Cache, key: str) -> None:
    with pytest.raises(StoreError, match="not the key"):
        cache.put(key, b"")
