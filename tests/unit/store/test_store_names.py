"""Names as people give them, one by one."""

import os
from pathlib import Path

import pytest

from cutline.store import display_name, natural_key, quoted, slug
from cutline.store.names import why_not


def test_the_order_is_the_one_people_expect() -> None:
    wanted = [
        "1.jpg",
        "2.JPG",
        "a.jpg",
        "A 2.jpg",
        "B.jpg",
        "img_2.jpg",
        "IMG_10.jpg",
        "img_10b.jpg",
    ]
    assert sorted(set(wanted), key=natural_key) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Putin & Kim.JPG", "putin-kim-jpg"),
        ("Ærøskøbing Straße", "aeroskobing-strasse"),
        ("Łódź, Đà Nẵng", "lodz-da-nang"),
        ("№ 5", "no-5"),
        ("  --  x  ", "x"),
    ],
)
def test_latin_names_are_spelled_plainly(name: str, wanted: str) -> None:
    assert slug(name) == wanted


def test_what_cannot_be_spelled_is_told_apart_by_a_hash() -> None:
    assert slug("Путин 2").startswith("2-")
    assert slug("金正恩").startswith("n-")
    assert slug("金正恩") != slug("金正日")
    assert slug("con") != "con"
    assert len(slug("very " * 60)) <= 60
    assert slug("very " * 60) != slug("very " * 61)


def test_a_name_that_misleads_is_shown_safely_and_refused() -> None:
    for name in ("a\u202egpj.exe", "two\nlines.jpg", "bell\x07.jpg", "cut\udcff.jpg"):
        assert "\N{REPLACEMENT CHARACTER}" in display_name(name)
        assert why_not(name) == "has a hidden or direction-changing character in its name"
    assert why_not("x" * 300 + ".jpg") == "has a name of more than 255 bytes"
    assert why_not("NUL.jpg") == "has a name that Windows reserves for a device"


def test_persian_and_cyrillic_names_are_names() -> None:
    for name in ("می\u200cخواهم.jpg", "Путин.jpg", "naïve café.jpg"):
        assert why_not(name) is None
        assert display_name(name) == name


def test_a_path_is_shown_whole_on_one_line_and_can_be_printed() -> None:
    path = Path("/", "a" * 100, "two\nlines\x1b[31m\u202e", os.fsdecode(b"\xe9.jpg"))
    assert quoted(path) == f"“/{'a' * 100}/two\\nlines\\x1b[31m\\u202e/\\xe9.jpg”"
    assert quoted("\ud800").encode() == "“\\ud800”".encode()
    assert quoted(Path("Łódź & می\u200cخواهم")) == "“Łódź & می\u200cخواهم”"
