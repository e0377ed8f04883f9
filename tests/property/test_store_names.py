"""What holds for every name there is: orders, slugs, paths."""

import re
import string

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cutline.model import ReadError, StoreError
from cutline.store import check_path, display_name, inside, natural_key, slug

names = st.text(max_size=80) | st.text("aAbB01209._ -éÉß", max_size=12)


@given(st.lists(names, max_size=12), st.randoms())
def test_the_natural_order_does_not_depend_on_where_it_starts(
    listed: list[str], random: "st.random.Random"
) -> None:
    shuffled = list(listed)
    random.shuffle(shuffled)
    assert sorted(listed, key=natural_key) == sorted(shuffled, key=natural_key)


@given(names, names)
def test_names_that_differ_are_never_equal(one: str, other: str) -> None:
    assert (natural_key(one) == natural_key(other)) == (one == other)


@given(st.text("abc_- ", max_size=8), st.integers(0), st.integers(0), st.sampled_from(["", "x"]))
@example("IMG_", 2, 10, "")
@example("", 9, 10**5000, "")
def test_numbers_in_names_count_as_numbers(head: str, one: int, other: int, tail: str) -> None:
    def name(number: int) -> str:
        digits = f"{number}" if number < 10**4000 else "1" + "0" * 5000
        return f"{head}{digits}{tail}.jpg"

    in_order = natural_key(name(one)) < natural_key(name(other))
    assert in_order == (one < other)


@given(names)
def test_a_slug_is_short_plain_and_its_own_slug(name: str) -> None:
    made = slug(name)
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?", made)
    assert slug(made) == made
    assert check_path(f"{made}/index.html")


@given(st.text("абвгдежз 0123", min_size=1, max_size=9), st.text("абвгдежз 0123", max_size=9))
def test_names_in_other_scripts_keep_their_own_slugs(one: str, other: str) -> None:
    assume(one != other and any(char.isalpha() for char in one))
    assert slug(one) != slug(other)


@given(names)
def test_a_shown_name_is_one_line_that_runs_forwards(name: str) -> None:
    shown = display_name(name)
    assert not set(shown) & set("\n\r\u202e\u2066\u200f\0\x1b\u2028")
    assert len(shown) <= 80


@given(st.text(string.ascii_letters + "0123456789./-_ \\\0é", max_size=20))
def test_a_path_of_a_release_stays_in_it(path: str) -> None:
    try:
        checked = check_path(path)
    except StoreError:
        return
    parts = checked.split("/")
    assert checked == path
    assert all(part and part.strip(".") for part in parts)
    assert re.fullmatch(r"[a-z0-9._/-]+", path)


@given(st.text("ab./\\\0", max_size=12), st.text("ab./\\\0", max_size=16))
def test_a_storys_path_never_leaves_the_root(base: str, target: str) -> None:
    assume(not base.startswith("/") and ".." not in base)
    try:
        path = inside(base, target)
    except ReadError:
        return
    assert path
    assert not path.startswith("/")
    assert not {"", ".", ".."} & set(path.split("/"))


@pytest.mark.parametrize(
    "wrong", ["", "/a", "a//b", "../a", "a/..", "A", "a b", "a/", "con/a", "ä"]
)
def test_paths_that_are_refused(wrong: str) -> None:
    with pytest.raises(StoreError, match="not a path inside a release"):
        check_path(wrong)
