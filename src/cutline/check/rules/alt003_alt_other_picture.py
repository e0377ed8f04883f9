"""An alt text is that of its own picture.

Two were exchanged when the pictures were put in order, all have moved by one, or one was pasted
with another wire's picture: whoever listens is told of something that is not there. Every alt
text is compared with every caption of the story. What they share is weighed: names more than
words, words more than a common field (children and pupils), rare words more than frequent ones,
and nothing for what every picture shows. Asked only where two alt texts together fit much
better exchanged, where the evidence of one is strong, or where it carries the credit of a rival
wire.

Asks::

    ![A boy carries a cage with two canaries](one.jpg)
    Firefighters rest on a kerb after the fire. [Ana Silva/AP]

    ![Six firefighters sit on a kerb](two.jpg)
    Two canaries are saved in their cage. [Ana Silva/AP]

Passes::

    ![Six firefighters sit on a kerb](one.jpg)
    Firefighters rest on a kerb after the fire. [Ana Silva/AP]

    ![A boy carries a cage with two canaries](two.jpg)
    Two canaries are saved in their cage. [Ana Silva/AP]

Fix: offered where the alt texts of a pair or a ring can be exchanged.
Source: WCAG 2.2, success criterion 1.1.1.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.rule import Rule
from cutline.check.strays import Stray, strays
from cutline.model import Edit, Finding, Fix, Place, Severity, Span

RULE = Rule("ALT003", "alt-other-picture", Severity.ERROR, since="0.1")

_SHOWN = 3


def check(analysis: Analysis) -> Iterator[Finding]:
    """Name every alt text that belongs to another picture, and which."""
    for stray in analysis.of(strays):
        frame = analysis.frames[stray.number]
        yield RULE.at(
            Analysis.whole(frame.alt),
            _message(stray, frame),
            hint=_hint(stray),
            text=frame.alt.text,
            fix=_fix(analysis, stray),
        )


def _message(stray: Stray, frame: Frame) -> str:
    text = f"the alt text{frame.alt.origin}"
    if stray.credit:
        return f"{text} carries the credit of another picture, “{stray.credit}”"
    said = ", ".join(f"“{word}”" for word in stray.shared[:_SHOWN])
    both = f": both speak of {said}" if said else ""
    return f"{text} fits the caption of photograph {(stray.home or 0) + 1}, not its own{both}"


def _hint(stray: Stray) -> str:
    if len(stray.ring) == 2:
        return "exchange the two alt texts, or say what this picture looks like"
    if stray.home is not None:
        return "look whether the alt texts have moved, and give each picture its own"
    return "look whether the alt text belongs to this picture"


def _fix(analysis: Analysis, stray: Stray) -> Fix | None:
    """Each alt text of the ring goes to the caption it fits; said once, at the first."""
    ring = stray.ring
    frames = [analysis.frames[number] for number in ring]
    if not ring or stray.number != ring[0] or not all(frame.alt.mendable for frame in frames):
        return None
    edits = []
    for frame, taker in zip(frames, [*frames[1:], frames[0]], strict=True):
        place = Place(taker.shot.number, "alt", Span(0, len(taker.alt.text)))
        edits.append(Edit(place, frame.alt.text))
    return Fix(False, tuple(edits))
