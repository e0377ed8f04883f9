"""The first caption that names somebody names them in full.

Galleries are entered anywhere, and captions are read before the text: a bare surname in the
first caption sends the reader looking. Asked only about people whom the story, or a file,
names in full elsewhere, with an office or as a person shown.

Asks::

    ---
    standfirst: Firefighters met Mayor Ana Silva after the fire.
    ---

    ![A woman in a raincoat talks with firefighters](fire.jpg)
    Silva promises new engines to the crews of the old port. [Rui Melo/AP]

Passes::

    ---
    standfirst: Firefighters met Mayor Ana Silva after the fire.
    ---

    ![A woman in a raincoat talks with firefighters](fire.jpg)
    Ana Silva promises new engines to the crews of the old port. [Rui Melo/AP]

Fix: none.
Source: captioning guides of the agencies.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.full_names import bare_names
from cutline.check.rule import Rule
from cutline.model import Finding, Place, Severity

RULE = Rule("CAP014", "first-mention", Severity.INFO, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for surnames that stand alone in the first caption that has them."""
    for bare in bare_names(analysis):
        said = bare.span.cut(bare.words.text)
        yield RULE.at(
            Place(bare.words.place.photo, bare.words.place.field, bare.span),
            f"“{said}” stands alone in the first caption that names {bare.full}",
            hint=f"write {bare.full}, and who that is",
            text=said,
        )
