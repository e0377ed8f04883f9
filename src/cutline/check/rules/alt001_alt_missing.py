"""A photograph has an alt text, or says that it is decoration.

Without one a screen reader is silent or reads the file's name. A photograph that really adds
nothing says so with ``{decorative}``; news photographs hardly ever do.

Asks::

    ![](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none. A caption is no alt text.
Source: WCAG 2.2, success criterion 1.1.1 (Non-text Content).
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("ALT001", "alt-missing", Severity.ERROR, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask for an alt text where it is known to be empty and not meant to be."""
    for frame in analysis.frames:
        shot = frame.shot
        if shot.alt is None or shot.placement.decorative or not frame.readable:
            continue
        if not any(c.isalnum() for c in shot.alt):
            hint = "say in a sentence what the picture looks like, or mark it {decorative}"
            yield RULE.at(frame.alt.place, "no alt text", hint=hint)
