"""The plan names every file before it exists, and never the same for other bytes."""

import re
from dataclasses import replace

import pytest

from cutline.model import EMPTY, Passage, Size
from cutline.publish import plan
from cutline.publish.layout import by_shape
from cutline.publish.names import slug
from unit.publish.editions import edition, full, paragraph, picture

NAME = re.compile(r"photographs/[a-z0-9-]{1,40}\.[0-9a-f]{12}-(\d+|card)\.(avif|jpg)")


def layouts(made):
    return [printed.layout for printed in plan(made).pictures]


def test_the_same_edition_has_the_same_plan():
    assert plan(full()) == plan(full())


def test_names_are_ours_alone():
    """Whatever a file is called, its published names are slug, digest, width, extension."""
    hostile = (
        "../../etc/passwd.jpg",
        "<script>.jpg",
        "\u202egpj.exe",
        "a" * 300 + ".jpg",
        "",
        "照片.jpg",
    )
    made = edition(*(picture(name) for name in hostile))
    paths = [rendition.path for rendition in plan(made).renditions()]

    assert paths
    assert all(NAME.fullmatch(path) for path in paths)


def test_every_width_is_offered_in_both_formats():
    printed = plan(edition(picture(size=(1500, 1000)))).pictures[0]

    assert [each.recipe.width for each in printed.avif] == [480, 800, 1200, 1500]
    assert [each.recipe.width for each in printed.jpeg] == [480, 800, 1200, 1500]
    assert printed.largest.recipe.width == 1500


def test_a_changed_caption_renames_its_own_files_and_keeps_their_pixels():
    """The words are stamped into the file, so its name changes; the key of its pixels does not."""
    before, other = picture("a.jpg"), picture("b.jpg")
    after = replace(before, caption=Passage("Something else."))
    old, new = plan(edition(before, other)), plan(edition(after, other))

    assert not {r.path for r in old.pictures[0].jpeg} & {r.path for r in new.pictures[0].jpeg}
    assert [r.key for r in old.pictures[0].jpeg] == [r.key for r in new.pictures[0].jpeg]
    assert old.pictures[1] == new.pictures[1]


def test_all_widths_of_a_photograph_are_named_alike():
    """What a page repeats ten times a photograph compresses; the card has a recipe of its own."""
    made = plan(edition(picture("a.jpg"), picture("b.jpg")))
    names = {each.path.rpartition("-")[0] for each in made.renditions()}

    assert len(names) == 3


def test_a_photograph_placed_twice_is_made_once():
    made = plan(edition(picture("a.jpg"), picture("a.jpg")))
    paths = [rendition.path for rendition in made.renditions()]

    assert len(made.pictures) == 2
    assert len(paths) == len(set(paths))


def test_the_lead_stands_first_and_the_rest_keeps_its_order():
    made = plan(edition(paragraph("Words."), picture("a.jpg"), picture("b.jpg", lead=True)))

    assert [p.picture.photograph.name for p in made.pictures] == ["b.jpg", "a.jpg"]
    assert [p.layout for p in made.pictures] == ["lead", "wide"]
    assert [row.block is None for row in made.rows] == [True, False, True]


@pytest.mark.parametrize(
    ("size", "layout"),
    [
        ((3000, 2000), "wide"),
        ((800, 600), "column"),
        ((3000, 2900), "column"),
        ((2000, 3000), "portrait"),
        ((3000, 1000), "bleed"),
        ((3000, 1500), "bleed"),
        ((1920, 1080), "wide"),
        ((900, 300), "column"),
    ],
)
def test_a_layout_follows_the_shape(size, layout):
    assert by_shape(Size(*size)) == layout


def test_two_portraits_without_a_word_between_them_are_a_pair():
    tall = (600, 800)
    one, two, three = picture("1.jpg", tall), picture("2.jpg", tall), picture("3.jpg", tall)
    lead = picture("lead.jpg")

    assert layouts(edition(lead, one, two, three)) == ["lead", "pair", "pair", "portrait"]
    assert layouts(edition(lead, one, paragraph("–"), two)) == ["lead", "portrait", "portrait"]


def test_a_square_pairs_with_its_neighbour_too():
    """Two small pictures under each other would be a column of stamps."""
    lead, square, tall = picture("lead.jpg"), picture("a.jpg", (512, 512)), picture("b.jpg", (5, 6))
    assert layouts(edition(lead, square, tall)) == ["lead", "pair", "pair"]
    assert layouts(edition(lead, square, paragraph("–"), tall)) == ["lead", "column", "portrait"]


def test_the_window_is_not_filled_twice_in_a_row_by_half_a_panorama():
    """A second one waits for something narrower, or for words; a real panorama does not."""
    lead, words = picture("lead.jpg"), paragraph("–")
    one, two, three = (picture(f"{n}.jpg", (1440, 720)) for n in range(3))
    whole = picture("whole.jpg", (3000, 1000))

    assert layouts(edition(lead, one, two, three)) == ["lead", "bleed", "wide", "bleed"]
    assert layouts(edition(lead, one, words, two)) == ["lead", "bleed", "bleed"]
    assert layouts(edition(lead, one, whole, two)) == ["lead", "bleed", "bleed", "wide"]


def test_the_story_decides_where_it_says():
    lead, broad = picture("lead.jpg"), picture("a.jpg", layout="column")
    pair = [picture(name, (1500, 1000), layout="pair") for name in ("b.jpg", "c.jpg")]
    alone = picture("d.jpg", layout="pair")

    made = edition(lead, broad, *pair, paragraph("–"), alone)
    assert layouts(made) == ["lead", "column", "pair", "pair", "wide"]


def test_a_draft_is_made_with_other_recipes_under_other_names():
    made = edition(picture())
    assert not set(plan(made).paths()[1:]) & set(plan(replace(made, draft=True)).paths()[1:])


def test_a_story_without_photographs_is_one_page():
    made = plan(edition(paragraph("Words only.")))

    assert made.card is None
    assert made.paths() == ("index.html", "embed.html", "story.json")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Crème brûlée.JPG", "creme-brulee"),
        ("DSC_0042.jpg", "dsc-0042"),
        ("без имени.jpg", "photograph"),
        (".hidden", "hidden"),
    ],
)
def test_a_slug_stays_readable(name, expected):
    assert slug(name) == expected


def test_an_empty_caption_is_no_reason_to_stop():
    assert plan(edition(replace(picture(), caption=EMPTY, credit="", alt=""))).pictures
