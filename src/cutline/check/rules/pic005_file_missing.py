"""Every photograph that the story names is there and can be read.

A hole in the page helps nobody, and a name in the story that leads nowhere often hides a
renamed file. Asked too of a photograph that lies outside the desk, is only a link, has a name
that could mislead, ends too early as after a broken upload, or cannot be decoded.

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
from cutline.model import Finding, Photograph, Place, Severity

RULE = Rule("PIC005", "file-missing", Severity.ERROR, since="0.1")

_AGAIN = "ask for the file again"


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask for photographs that are not named, not there, or not readable."""
    for frame in analysis.frames:
        photograph, target = frame.shot.photograph, frame.shot.placement.target
        if isinstance(photograph, Photograph):
            if "truncated" not in photograph.problems:
                continue
            message = f"“{target}” ends too early: a part of the picture is missing"
            hint = _AGAIN
        elif photograph is None:
            continue
        elif not target.strip():
            message, hint = "no photograph is named", "write its path between the round brackets"
        elif photograph.missing:
            message = f"there is no photograph “{target}”"
            hint = "mend the path; it counts from the story’s own folder"
        else:
            reason = photograph.reason.rstrip(".")
            message = reason if "“" in reason else f"“{target}” cannot be used: {reason}"
            hint = photograph.hint or _AGAIN
        place = Place(frame.shot.number, "target")
        yield RULE.at(place, message, hint=hint, text=target)
