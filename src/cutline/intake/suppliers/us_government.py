"""US armed forces and offices: a visual record number begins the caption.

Source: DoD Instruction 5040.02, Visual Information Record Identification Number.
"""

import re
from collections.abc import Iterator

from cutline.intake.captions import leading
from cutline.intake.said import Said
from cutline.intake.supplier import Correction, byline, caption

PARTIES = (
    "US Navy",
    "U.S. Navy",
    "US Army",
    "U.S. Army",
    "US Air Force",
    "U.S. Air Force",
    "US Marine Corps",
    "US Coast Guard",
    "U.S. Coast Guard",
    "US Department of Defense",
    "Department of Defense",
    "DoD",
    "DVIDS",
    "Pentagon",
    "The White House",
    "White House",
    "Official White House Photo",
    "FEMA",
    "NOAA",
    "USGS",
)

_NUMBER = re.compile(r"\s{0,4}\d{6}-[A-Z]{1,2}-[A-Z]{0,2}\d{3,5}[A-Z]{0,2}-\d{3,4}\b[\s:–-]{0,8}")
"""``260406-N-AB123-0144``: day, service, vision identifier, count."""


def correct(words: Said) -> Iterator[Correction]:
    """Correct By-line and caption."""
    author = "supplier:us_government"
    yield from byline(words, author)
    yield from caption(
        words, author, (leading(_NUMBER, "the visual record number is for archives"),)
    )
