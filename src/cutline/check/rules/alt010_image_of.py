"""An alt text does not begin by saying that it is an image.

A screen reader has said so already. What kind of picture it is may matter (a painting, a map,
an aerial view); that it is a photograph hardly does. ``Photos of the dead hang on a wall`` is
of what is seen and passes.

Asks::

    ![Photo of six firefighters on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: offered where three words or more are left. The opening is taken away; an aerial photograph
becomes an aerial view.
Source: W3C, Images Tutorial, Tips and Tricks.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.openings import Opening, opening
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity, Span

RULE = Rule("ALT010", "image-of", Severity.INFO, since="0.1")

_FEWEST = 3
"""Words that must be left: fewer say too little (ALT009)."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at how every alt text begins; a credit there (``Foto: Ana Silva``) is no opening."""
    for frame in analysis.frames:
        found = opening(frame.alt.text)
        credit = frame.alt_credit
        if found is not None and not (credit and credit.span.start < found.span.end):
            yield _finding(frame, found)


def _finding(frame: Frame, found: Opening) -> Finding:
    text, number = frame.alt.text, frame.shot.number
    fix = None
    left = found.instead + text[found.span.end :]
    if frame.alt.mendable and len(left.split()) >= _FEWEST:
        first = text[found.span.end]
        stretch = Span(0, found.span.end if found.instead else found.span.end + 1)
        fix = Fix(False, (Edit(Place(number, "alt", stretch), found.instead or first.upper()),))
    return RULE.at(
        Place(number, "alt", found.span),
        f"the alt text{frame.alt.origin} begins by saying that it is a picture",
        hint="begin with what is seen",
        text=found.span.cut(text),
        fix=fix,
    )
