"""Whatever a person or a system sends as a story, the desk answers or says what is wrong."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cutline.desk import Desk
from cutline.desk.showing import Form, shown
from cutline.model import CutlineError
from unit.desk.desks import photograph

PIECES = st.sampled_from(
    (
        *(
            "---\n",
            "headline: ",
            "kicker:",
            "published: 2023-13-45\n",
            "language: xx-\n",
            "\n",
            "\r\n",
        ),
        *("![", "](", ")", "../", "one.jpg", "/etc/passwd", "<", ">", "{lead", "}", 'focal="9,9"'),
        *("[AP]", "(AP Photo/", "Photograph: ", "Monday, Feb. 30, 2023", "<!--", "-->", "> ", "* "),
        *("\ufeff", "\0", "\u202e", "\u200b", "é", "С", "\U0001f6a2", "\ud7ff", " ", "  ", "\t"),
    )
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=8,
)
WORDS = st.one_of(TEXTS, VALUES)
PHOTOS = st.lists(
    st.fixed_dictionaries(
        {}, optional={"alt": WORDS, "caption": WORDS, "credit": WORDS, "meta": VALUES}
    ),
    max_size=3,
)
STORIES = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("kicker", "headline", "standfirst", "published", "lang"), WORDS),
        "body": st.one_of(st.lists(TEXTS, max_size=3), VALUES),
        "photos": st.one_of(PHOTOS, VALUES),
    },
)


def answer(path: Path) -> None:
    """Check as the program does, in every form; a sentence is an answer, too."""
    sentence = ""
    for form in ("text", "json", "jsonl", "sarif", "github", "junit"):
        try:
            reports = list(Desk().check(path, Desk.choice((), ())))
        except CutlineError as error:
            sentence = str(error)
            continue
        sentences = [str(each) for each in reports if isinstance(each, CutlineError)]
        assert all(said and "\n" not in said for said in sentences)
        read = (each for each in reports if not isinstance(each, CutlineError))
        told = "".join(text for text, _ in shown(read, Form(form, colour=True)))
        told.encode("utf-8")
        if form == "sarif":
            assert json.loads(told)["version"] == "2.1.0"
        if form == "junit":
            assert etree.fromstring(told).tag == "testsuites"
        if form == "json":
            assert isinstance(json.loads(told), list)
        if form == "jsonl":
            assert all(json.loads(line)["counts"] for line in told.split("\n") if line)
    assert "\n" not in sentence


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("home")


@given(TEXTS)
def test_any_text_is_answered_as_a_story(home, text):
    file = home / "story.md"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    answer(file)


@given(st.binary(max_size=300))
def test_any_bytes_are_answered_as_a_story(home, data):
    file = home / "bytes.md"
    file.write_bytes(data)
    answer(file)


@given(st.one_of(STORIES, VALUES, STORIES.map(lambda story: {"id": "x", "story": story})))
def test_any_json_is_answered_as_a_story(home, value):
    file = home / "story.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    answer(file)


@given(st.lists(st.one_of(TEXTS, STORIES.map(json.dumps)), max_size=4).map("\n".join))
def test_any_lines_are_answered_as_stories(home, text):
    file = home / "stories.jsonl"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    answer(file)


@given(TEXTS)
def test_mending_twice_is_mending_once(home, text):
    """A fix leaves nothing to fix, whatever stands around it; and never breaks the text."""
    photograph(home / "one.jpg") if not (home / "one.jpg").exists() else None
    file = home / "mended" / "story.md"
    file.parent.mkdir(exist_ok=True)
    source = f"![A boat](one.jpg)\nA boat.  {text.replace(chr(10), ' ')}"
    file.write_bytes(source.encode("utf-8", "surrogatepass"))
    try:
        Desk().fix(file, Desk.choice((), ()), write=True)
        once = file.read_bytes()
        Desk().fix(file, Desk.choice((), ()), write=True)
    except CutlineError:
        return
    assert file.read_bytes() == once
