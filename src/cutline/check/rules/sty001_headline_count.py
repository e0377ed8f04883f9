"""A story that says how many pictures it has has that many.

One was taken out after the headline was written, or one is missing from the page. Read in
kicker, headline and standfirst, in figures and words of many languages, and in a line of the
text that says nothing else. “Five things we learned” and “Police release two photos” count no
gallery.

Asks::

    ---
    headline: The fire in three pictures
    ---

    ![Firefighters sit on a kerb](one.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    ![A boy carries a cage with two birds](two.jpg)
    Two canaries are saved. [Ana Silva/AP]

Passes::

    ---
    headline: The fire in two pictures
    ---

    ![Firefighters sit on a kerb](one.jpg)
    Crews rest after the fire. [Ana Silva/AP]

    ![A boy carries a cage with two birds](two.jpg)
    Two canaries are saved. [Ana Silva/AP]

Fix: offered. The number is replaced by that of the photographs in the story; it may be a
photograph that is missing.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.picture_counts import Counted, counted, only_a_count
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("STY001", "headline-count", Severity.ERROR, since="0.1")

_ABOVE = ("kicker", "headline", "standfirst")
_FEWEST = 2
"""An article with a single picture may speak of a gallery elsewhere."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare every count of pictures above the story with the photographs in it."""
    shown = len(analysis.frames)
    if shown < _FEWEST:
        return
    for words in analysis.texts:
        field = words.place.field
        line = field.startswith("body") and only_a_count(words.text)
        if words.place.photo is None and (field in _ABOVE or line):
            for count in counted(words.text, analysis.language):
                if count.value != shown and not words.coded(count.span):
                    yield _finding(words, count, shown)


def _finding(words: Words, count: Counted, shown: int) -> Finding:
    field = words.place.field
    place = Place(None, field, count.span)
    name = field if field in _ABOVE else "text"
    message = f"the {name} speaks of {count.value} pictures, and the story has {shown}"
    hint = "put the number right, or look which photograph is missing"
    instead = count.instead(shown)
    fix = Fix(False, (Edit(place, instead),)) if instead else None
    return RULE.at(place, message, hint=hint, text=count.written, fix=fix)
