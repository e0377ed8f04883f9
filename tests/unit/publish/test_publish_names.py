"""Published names can be held by every disk."""

import pytest

from cutline.publish.names import slug
from cutline.store import check_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nul_.jpg", "photograph-nul"),
        ("con!.jpg", "photograph-con"),
        ("CÓN.jpg", "photograph-con"),
        ("com¹.jpg", "photograph-com1"),
        ("lpt0.tif", "photograph-lpt0"),
        ("console.jpg", "console"),
        ("con 2.jpg", "con-2"),
    ],
)
def test_a_slug_is_never_a_device_of_windows(name, expected):
    """Windows cannot hold ``nul.0123-480.avif``, and a release refuses it."""
    assert slug(name) == expected
    assert check_path(f"photographs/{slug(name)}.0123456789ab-480.avif")
