"""A published photograph has a caption.

Who, what, where, when: an alt text says what the picture looks like, not what it shows.

Asks::

    ![A woman in a yellow coat crosses an empty square](square.jpg)
    [Ana Silva/AP]

Passes::

    ![A woman in a yellow coat crosses an empty square](square.jpg)
    Lisbon on the first evening of the curfew. [Ana Silva/AP]

Fix: none.
Source: IPTC Photo Metadata Standard, Description (``dc:description``).
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("CAP001", "caption-missing", Severity.WARNING, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask for a caption where neither the story nor the photograph has one."""
    for frame in analysis.frames:
        if frame.readable and not any(c.isalnum() for c in frame.caption.text):
            yield RULE.at(frame.caption.place, "no caption", hint="say who, what, where and when")
