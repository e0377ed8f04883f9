"""The day that a caption tells is the day on which the file says it was made.

A caption from one picture of a series has landed under another, or the day is a slip. Asked
only where the caption tells one whole day, which is neither announced nor set in the past of
the photograph, and the file's Date Created lies more than a day from it: zones and midnight
account for one.

Asks::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in the old port on May 4, 2024. [Ana Silva/AP]

    (fire.jpg says dateCreated: 2024-05-24)

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in the old port on May 24, 2024. [Ana Silva/AP]

    (fire.jpg says dateCreated: 2024-05-24)

Fix: none. A camera's clock may be wrong as well.
Source: IPTC Photo Metadata Standard, Date Created (``photoshop:DateCreated``).
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from cutline.check.analysis import Analysis, Frame
from cutline.check.past_times import ARCHIVE
from cutline.check.printing import print_day
from cutline.check.rule import Rule
from cutline.check.told import Told, told_days
from cutline.model import Finding, Place, Severity
from cutline.model.regex import regex

RULE = Rule("CAP009", "caption-date-v-file", Severity.WARNING, since="0.1")

_NEAR = timedelta(days=1)
_BEHIND = regex(
    r"\b(?:since|after|following|from|of|born|died|killed|signed|founded|built|opened|elected|until"
    r"|seit|nach|depuis|après|desde|tras|the|vom|du|der)\s*(?:on\s*)?$",
    re.IGNORECASE,
)
"""What stands before a day that the photograph only looks back to."""
_LOOKS_BACK = regex(
    r"\b(?:since|until|when|seit|bis|nachdem|bevor|depuis|desde|hasta|sinds|nadat|sedan|siden)\b",
    re.IGNORECASE,
)
"""Opens a clause whose day is another's: ``since the strike began on 5 May``."""
_CLAUSE = regex(r"[,;:(–—]")
_WINDOW = 24


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the one day of a caption with the file's Date Created.

    A caption that stands twice is another rule's: one of its photographs has another day.
    """
    held = Counter(frame.caption_words.words for frame in analysis.frames)
    for frame, told in zip(analysis.frames, analysis.of(told_days), strict=True):
        whole = [one for one in told if one.day.day is not None]
        twice = held[frame.caption_words.words] > 1
        if frame.created is None or len(told) != 1 or not whole or twice:
            continue
        one = whole[0]
        day = one.day.near(frame.created)
        if day is None or not one.first or abs(day - frame.created) <= _NEAR or one.coming:
            continue
        if not _looks_back(frame, one):
            yield _finding(frame, one)


def _looks_back(frame: Frame, told: Told) -> bool:
    text = frame.caption.text
    before = text[max(0, told.span.start - _WINDOW) : told.span.start].rstrip(" ,")
    clause = _CLAUSE.split(text[told.sentence.start : told.span.start])[-1]
    return bool(_BEHIND.search(before) or _LOOKS_BACK.search(clause) or ARCHIVE.search(text))


def _finding(frame: Frame, told: Told) -> Finding:
    words, said = frame.caption, told.span.cut(frame.caption.text)
    made = print_day(frame.created) if frame.created else ""
    return RULE.at(
        Place(words.place.photo, words.place.field, told.span),
        f"“{said}”{words.origin}, and the file says it was made on {made}",
        hint="find out whether the caption belongs to this photograph, and which day is right",
        text=said,
    )
