"""What a rendition looks like, pixel by pixel, does not change unnoticed.

``CUTLINE_GOLDEN=rewrite`` writes the expected pictures anew; look at them before committing.
"""

import os
from pathlib import Path

from PIL import Image

from cutline.imaging import Recipe
from cutline.imaging.render import render
from unit.imaging.pictures import PROFILES, difference, draw, file_of, opened

HERE = Path(__file__).resolve().parent


def test_a_turned_picture_in_a_wide_gamut():
    """Decoding, colours, reduction, turning and encoding together."""
    original = file_of(draw(1300, 867), icc_profile=PROFILES["prophoto"]())
    made = render(original, [Recipe(120, 180, "jpeg", 95, orientation=6)]).renditions[0]
    golden = HERE / "turned-wide-gamut" / "expected.png"
    if os.environ.get("CUTLINE_GOLDEN") == "rewrite":
        opened(made).save(golden)
    with Image.open(golden) as expected:
        assert difference(opened(made), expected) < 1
