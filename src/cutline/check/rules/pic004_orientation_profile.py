"""A photograph is stored upright and in colours that every program understands.

A flag that says “turn me” and colours for a printing press are obeyed by some programs and not
by others: what cutline publishes is upright and sRGB, but feeds, agencies and mail get the file.

Asks::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    (fire.jpg has orientation: 6)

Passes::

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    (fire.jpg has orientation: 1)

Fix: none in the original, which is never written; what is published is turned and converted.
Source: Exif 2.32, tag Orientation (0x0112); ICC.1:2022.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Photograph, Place, Severity

RULE = Rule("PIC004", "orientation/profile", Severity.WARNING, since="0.1")

_STORED = {
    2: "mirrored",
    3: "upside down",
    4: "mirrored and upside down",
    5: "mirrored and on its side",
    6: "on its side",
    7: "mirrored and on its side",
    8: "on its side",
}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the flag and the colours of each file."""
    for frame in analysis.frames:
        photograph = frame.shot.photograph
        if isinstance(photograph, Photograph) and photograph.sha256:
            place, target = Place(frame.shot.number, "target"), frame.shot.placement.target
            for message, hint in _asked(photograph):
                yield RULE.at(place, message, hint=hint, text=target)


def _asked(photograph: Photograph) -> Iterator[tuple[str, str]]:
    stored = _STORED.get(photograph.orientation)
    if stored:
        yield (
            f"the photograph is stored {stored}, and only a flag says so",
            "what cutline publishes is turned; save it upright before it goes anywhere else",
        )
    if photograph.colour in ("cmyk", "lab"):
        known = "" if photograph.profile else " without a profile that says for which press"
        yield (
            f"the photograph’s colours are {photograph.colour.upper()}{known}",
            "ask for an sRGB file, and look at the colours of what is published",
        )
