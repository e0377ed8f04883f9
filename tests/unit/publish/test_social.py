"""The social set: shapes that networks show, cut around what matters, never without a credit."""

import io

import pytest
from PIL import Image

from cutline.metadata import audit
from cutline.model import FocalPoint
from cutline.publish import plan
from cutline.publish.portable import FORMATS, LISTING
from unit.publish.attacks import PAYLOADS
from unit.publish.carried import carried
from unit.publish.editions import edition, picture

SOCIAL = FORMATS["social"].load()


def test_each_photograph_comes_in_three_shapes():
    made = carried(edition(picture("a.jpg", (4000, 3000)), picture("b.jpg", (900, 1600))), "social")
    sizes = {
        name: Image.open(io.BytesIO(data)).size for name, data in made.items() if "jpg" in name
    }

    assert sizes == {
        "01-a-4x5.jpg": (1080, 1350),
        "01-a-1x1.jpg": (1080, 1080),
        "01-a-9x16.jpg": (1080, 1920),
        "02-b-4x5.jpg": (900, 1125),
        "02-b-1x1.jpg": (900, 900),
        "02-b-9x16.jpg": (900, 1600),
    }


@pytest.mark.parametrize("focal", [(0.05, 0.5), (0.5, 0.95), (0.9, 0.1), (1.0, 1.0)])
@pytest.mark.parametrize("size", [(6000, 4000), (4000, 6000), (3000, 700)])
def test_the_focal_point_stays_in_every_shape(size, focal):
    """Whatever the shape, what the picture desk chose is in it."""
    made = edition(picture(size=size, focal=FocalPoint(*focal)))
    x, y = focal[0] * size[0], focal[1] * size[1]
    for each in SOCIAL.renditions(made, plan(made)):
        box = each.recipe.crop
        assert box is not None
        assert box.left <= x <= box.left + box.width
        assert box.top <= y <= box.top + box.height


def test_without_a_focal_point_the_pixels_decide():
    made = edition(picture())

    assert all(each.recipe.attention for each in SOCIAL.renditions(made, plan(made)))


def test_every_file_carries_its_rights():
    """Credit, caption and alt text are in each file, and nothing else is."""
    made = edition(picture())
    files = carried(made, "social")
    (stamp,) = {each.stamp for each in SOCIAL.renditions(made, plan(made))}

    assert stamp.credit_line == "Ana Silva/Example Photos"
    assert [audit(data, stamp) for name, data in files.items() if name != LISTING] == [()] * 3


def test_the_list_has_one_line_a_picture():
    """File, credit and alt text with tabs between, whatever is in the words."""
    words = [f"{each}\twith a tab" for each in PAYLOADS]
    made = edition(*(picture(f"{n}.jpg", credit=p, alt=p) for n, p in enumerate(words)))
    files = carried(made, "social")
    lines = files[LISTING].decode().removesuffix("\n").split("\n")

    assert lines[0].startswith("# made with cutline")
    assert len(lines) == len(files)
    assert {len(line.split("\t")) for line in lines[1:]} == {3}


def test_a_covered_photograph_is_left_out():
    """Nothing can cover it there."""
    made = carried(edition(picture("a.jpg"), picture("b.jpg", sensitive="")), "social")

    assert not [name for name in made if "-b-" in name]


@pytest.mark.parametrize("lost", ["credit", "line", "file"])
def test_a_lost_credit_is_found(lost):
    made = edition(picture("a.jpg"), picture("b.jpg"))
    files = dict(carried(made, "social"))
    text = files[LISTING].decode()
    if lost == "credit":
        text = text.replace("\tAna Silva/Example Photos", "\t", 1)
    elif lost == "line":
        text = text.rsplit("\n", 2)[0] + "\n"
    else:
        files["03-c-1x1.jpg"] = b""
    files[LISTING] = text.encode()

    assert SOCIAL.complaints(files, made, plan(made))
