"""A sentence that is told twice has the same figures both times.

A toll, a year or an age was brought up to date in one field and not in the other. Asked only
where alt text and caption, or headline, standfirst and first paragraph, say the same words with
other figures: a toll that has risen from one picture to the next is news, not a slip.

Asks::

    ![The sailing regatta of 12 May 2023 off Piran](race.jpg)
    Forty boats raced at dawn: the sailing regatta of 13 May 2024 off Piran. [Ana Silva/AP]

Passes::

    ![Boats with white sails leave a harbour](race.jpg)
    Forty boats raced at dawn: the sailing regatta of 13 May 2024 off Piran. [Ana Silva/AP]

Fix: none. One of the two is right.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.figures import disagreement
from cutline.check.rule import Rule
from cutline.model import Finding, Place, Severity

RULE = Rule("STY006", "figures-disagree", Severity.WARNING, since="0.1")

_NAMES = {"alt": "alt text"}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the fields that stand together on the page."""
    for frame in analysis.frames:
        yield from _compared(analysis, frame.alt, frame.caption)
    above = [words for words in analysis.texts if words.place.photo is None]
    named = {words.place.field: words for words in above}
    for one, other in (
        ("headline", "standfirst"),
        ("headline", "body[0]"),
        ("standfirst", "body[0]"),
    ):
        if one in named and other in named:
            yield from _compared(analysis, named[one], named[other])


def _compared(analysis: Analysis, one: Words, other: Words) -> Iterator[Finding]:
    found = disagreement(one.text, other.text, analysis.language)
    if found is None:
        return
    name = _NAMES.get(one.place.field, one.place.field)
    yield RULE.at(
        Place(other.place.photo, other.place.field, found.span),
        f"“{found.other}” here, and “{found.one}” in the same words of the {name}",
        hint="find out which is right, and put it in both",
        text=found.other,
    )
