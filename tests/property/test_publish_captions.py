"""Whatever marks an author sets into words, the page that comes of them may be published."""

from hypothesis import given
from hypothesis import strategies as st

from cutline.model import Placement
from cutline.publish import check_page, page, plan
from cutline.story import parse
from unit.publish.editions import edition, picture

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\r\n"),
    min_size=1,
    max_size=8,
)
PLAIN = st.sampled_from(("in", "Cape Town", "no", "re", "mark", "«", "»", "a  b", "“", "Ö", "חיפה"))
SIGNS = st.sampled_from((".", ",", '"', "'", " ", " ", "(", ")", "!", "…", "&", "<", "\\"))


@st.composite
def styled(draw):
    """A stretch of words in one or more styles, with nothing between it and its neighbours."""
    words = draw(PLAIN | WORDS)
    for form in draw(st.lists(st.sampled_from(FORMS), max_size=2)):
        words = form.format(words)
    return words


FORMS = ("*{}*", "**{}**", "`{}`", "[{}](https://x.example/)", "[{}](#photo-1)", "_{}_", "{}  ")


@given(
    st.lists(styled() | SIGNS, min_size=1, max_size=12).map("".join),
    st.lists(styled() | SIGNS, min_size=1, max_size=6).map("".join),
)
def test_no_style_makes_a_page_unpublishable(caption, body):
    text = f"![A boat](one.jpg)\nSo {caption}\n[Ana Silva/AP]\n\nAnd {body}\n"
    parsed = parse(text).story
    parts = [
        picture(
            f"{number}.jpg",
            alt=block.alt.text if block.alt else "",
            caption=block.caption,
            credit=block.credit.text,
        )
        if isinstance(block, Placement)
        else block
        for number, block in enumerate(parsed.blocks)
    ]
    made = edition(*parts, headline=parsed.headline)

    assert check_page(page(made, plan(made), {}), made) == ()
