"""Two editions and their pages, byte for byte.

``make golden`` writes them anew; then the difference is read by a person.
"""

import os
import re
from pathlib import Path

import pytest

from cutline.model import House
from unit.publish.editions import full, printed

HERE = Path(__file__).parent
EDITIONS = {
    "served": lambda: full(house=House("The Harbour Post", "https://example.org/ferry/")),
    "arabic-draft": lambda: full("ar", draft=True, standing=(("error", 2), ("warning", 5))),
}
ASIDE = (
    (r"\.[0-9a-f]{12}-(?=\d|card)", ".KEY-"),  # follows the encoder's version
    (r"sha256-[\w+/]{43}=", "sha256-HASH="),
    (r"(?s)<style>.*?(?=\n#photo|</style>)", "<style>"),  # assets are read where they are kept
    (r"(?s)<script>.*?</script>", "<script></script>"),
)


def kept_apart(text: str) -> str:
    """The page without what stands in other files or follows from versions."""
    for pattern, word in ASIDE:
        text = re.sub(pattern, word, text)
    return text


@pytest.mark.parametrize("name", EDITIONS)
def test_a_page_is_as_it_was_read(name):
    made = kept_apart(printed(EDITIONS[name]()))
    kept = HERE / name / "index.html"
    if os.environ.get("CUTLINE_GOLDEN") == "rewrite":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(made, encoding="utf-8")

    assert made == kept.read_text(encoding="utf-8")
