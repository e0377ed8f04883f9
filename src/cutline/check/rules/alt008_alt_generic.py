"""An alt text tells of this picture and could stand at no other.

``Image``, ``Foto 3``, a slug or the search words of a picture library are left by systems; who
listens learns nothing.

Asks::

    ![Image](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none.
Source: WCAG 2.2, failure F30 (text alternatives that are not alternatives).
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.openings import is_generic, is_keywords
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule(
    "ALT008",
    "alt-generic",
    Severity.WARNING,
    since="0.1",
    covers=frozenset({"ALT009", "ALT010", "ALT005"}),
)


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask where an alt text is a word for picture, a slug or a list of search words."""
    for frame in analysis.frames:
        text = frame.alt.text
        if is_generic(text):
            message = f"the alt text{frame.alt.origin} would do for any picture"
        elif is_keywords(text):
            message = f"the alt text{frame.alt.origin} is a list of search words"
        else:
            continue
        hint = "say in a sentence what the picture looks like"
        yield RULE.at(Analysis.whole(frame.alt), message, hint=hint, text=text)
