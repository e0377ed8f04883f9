"""Hostile stories: no traceback, no recursion, no endless time."""

import pytest

from cutline.story import parse

N = 10_000
HOSTILE = {
    "quotations": ">" * 10_000,
    "lists": "- " * 10_000 + "x",
    "brackets": "[" * 100_000,
    "image openings": "![" * N,
    "images in images": "![" * 2_000 + "](x)" * 2_000,
    "link openings": "[a](" * N,
    "emphasis": "*a **b " * N,
    "entities": "&amp;&" * N,
    "comment openings": "<!--" * N,
    "comment blocks": "<!--\n\n" * 3_000 + "--> x",
    "attributes": "![a](b){" * 3_000,
    "caption brackets": "![a](b.jpg)\n" + "[" * N + "]" * N,
    "controls": "\0\x0b\x0c\x85\u2028\ufeff\ud800" * N,
    "front matter lists": "---\na: " + "[" * 30_000 + "\n---\n",
    "front matter maps": "---\n" + "{" * 30_000 + "\n---\n",
    "front matter keys": "---\n" + "? " * 20_000 + "\n---\n",
    "front matter aliases": "---\na: &a [x, x]\nb: [*a, *a]\n---\n",
    "front matter too long": "---\nheadline: " + "x" * 70_000 + "\n---\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_story_is_read(text):
    """Each is read to the end, whatever it is read as."""
    parsed = parse(text)

    assert parsed.story.language == "en"


def test_ten_megabytes_of_caption_are_one_caption():
    """Length alone costs nothing but length."""
    words = "word and word, " * 700_000

    story = parse(f"![a](b.jpg)\n{words}[Ana/AP]").story

    assert story.placements[0].caption.text == words.strip()
    assert story.placements[0].credit.text == "Ana/AP"
