"""A story that is written for photographs names each of them, whatever a file may be called."""

import os
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cutline import store
from cutline.store.names import why_not
from cutline.story import Draft, DraftPhotograph, compose, parse
from unit.desk.desks import cutline, photograph

SIGNS = "\\[]()<>{} %#?&:;,.~!@$^*_`'\"|+-=1aé́ßش漢🜁\u00a0\u2009\u3000\u200d"
HARD = (
    *("a\\b", "a:b", "data:x", "C:", " a", "a ", "-a", "--", "a[b](c)", "<a>", "a b(", "%41", "%"),
    *("%zz", "%ff", "#1", "a?b", "a&amp;b", "![a](b)", "a`b`", "*a*", "{lead}", "a\u3000", "1."),
)
BYTES = 200
"""Of a name without its extension: with it, and with more, it stays below the 255 of a disk."""

stems = st.text(st.sampled_from(SIGNS), min_size=1, max_size=16) | st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0/"), min_size=1, max_size=40
)
names = stems.map(lambda stem: f"{stem.lstrip('.') or 'a'}.jpg")


def taken(name: str) -> bool:
    """Whether a file of this name would be a photograph of ours."""
    return (
        store.is_picture(name) and len(name.encode()) <= BYTES and store.display_name(name) == name
    )


@settings(max_examples=250)
@given(st.lists(names.filter(taken), min_size=1, max_size=4))
@example([f"{stem}.jpg" for stem in HARD])
def test_what_is_written_for_a_name_reads_back_as_that_file(listed):
    """In the story's folder, and seen from another one."""
    drafted = [DraftPhotograph(name, "A quay") for name in listed]
    drafted += [DraftPhotograph(f"../photographs/{name}", "A quay") for name in listed]
    placed = parse(compose(Draft(tuple(drafted)))).story.placements

    assert len(placed) == len(drafted)
    for placement, name in zip(placed, [*listed, *listed], strict=True):
        assert "/" not in name
        if "\\" in name:
            assert placement.target.endswith(name)
        else:
            assert store.inside("stories", placement.target).rpartition("/")[2] == name


@settings(max_examples=5)
@given(st.lists(names.filter(taken), min_size=1, max_size=6, unique=True))
@example([f"{stem}.jpg" for stem in HARD])
def test_a_new_story_finds_every_photograph_of_its_folder(listed):
    """Each of the files is placed and found, or its name is asked to be changed."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        data = photograph(folder / "first.jpg").read_bytes()
        for name in listed:
            (folder / name).write_bytes(data)
        assert cutline("new", folder).exit_code == 0
        placed = parse((folder / "story.md").read_text("utf-8")).story.placements
        found = {placement.target.removeprefix("./") for placement in placed}
        assert found == {entry.name for entry in os.scandir(folder)} - {"story.md"}
        told = cutline("check", "--select", "PIC005,STO010", "--format", "jsonl", folder).stdout
        refused = {each.name for each in store.listing(folder).refused}
        assert ("PIC005" in told) == bool(refused)
        assert all(map(why_not, refused))
