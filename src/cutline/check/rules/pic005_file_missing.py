"""Every photograph that the story names is there and can be read.

A hole in the page helps nobody, and a name in the story that leads nowhere often hides a
renamed file. Asked too of a photograph that lies outside the desk, is only a link, has a name
that could mislead, or cannot be decoded.

Asks::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    (fire.jpg is not there)

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none.
Source: the story's own folder.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Place, Severity, Unreadable

RULE = Rule("PIC005", "file-missing", Severity.ERROR, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask for photographs that are not named, not there, or not readable."""
    for frame in analysis.frames:
        photograph, target = frame.shot.photograph, frame.shot.placement.target
        if not isinstance(photograph, Unreadable):
            continue
        if not target.strip():
            message, hint = "no photograph is named", "write its path between the round brackets"
        elif photograph.missing:
            message = f"there is no photograph “{target}”"
            hint = "mend the path; it counts from the story’s own folder"
        else:
            reason = photograph.reason.rstrip(".")
            message = reason if "“" in reason else f"“{target}” cannot be used: {reason}"
            hint = photograph.hint or "ask for the file again"
        place = Place(frame.shot.number, "target")
        yield RULE.at(place, message, hint=hint, text=target)
