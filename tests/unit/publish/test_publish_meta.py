"""What search engines and link previews say of a story."""

from dataclasses import replace

import pytest
from lxml import html

from cutline.model import Passage
from unit.publish.editions import full, printed


def told(edition):
    page = html.document_fromstring(printed(edition))
    own = page.xpath("//meta[@name='description']/@content")
    assert own == page.xpath("//meta[@property='og:description']/@content")
    return own


def test_the_standfirst_describes_a_story():
    made = full()
    assert told(made) == [made.story.standfirst.text]


@pytest.mark.parametrize("covered", [False, True])
def test_without_one_the_first_words_do_but_never_those_of_a_covered_photograph(covered):
    made = full()
    blocks = tuple(block for block in made.story.blocks if hasattr(block, "target"))
    story = replace(made.story, standfirst=Passage(""), blocks=blocks)
    first = made.pictures[0]
    cover = replace(first.placement, sensitive="a wound" if covered else None)
    words = Passage("The ferry " * 40)
    pictures = (replace(first, placement=cover, caption=words), *made.pictures[1:])
    (said,) = told(replace(made, story=story, pictures=pictures))

    assert 0 < len(said) <= 160
    assert said.startswith("The ferry The ferry") is not covered
