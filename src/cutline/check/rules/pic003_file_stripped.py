"""A photograph's file still says whose it is.

A file without any metadata went through a messenger, a web page or a careless export: creator,
rights, restrictions and date are gone, and nobody after you can find them again.

Asks::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    (fire.jpg has capture: nothing)

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    (fire.jpg says creditLine: AP)

Fix: none. Ask the supplier for the original.
Source: IPTC Photo Metadata User Guide.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Photograph, Place, Severity

RULE = Rule("PIC003", "file-stripped", Severity.INFO, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find files that hold neither metadata nor what a camera writes."""
    for frame in analysis.frames:
        photograph = frame.shot.photograph
        if not isinstance(photograph, Photograph) or not photograph.sha256:
            continue
        if not photograph.metadata.fields and not photograph.capture:
            yield RULE.at(
                Place(frame.shot.number, "target"),
                "the file carries no metadata at all: nothing in it says whose photograph it is",
                hint="ask the supplier for the original file",
                text=frame.shot.placement.target,
            )
