"""The standfirst says something that headline and text do not say again.

Readers meet headline, standfirst and first paragraph one below the other; a sentence that comes
twice reads like a slip. Texts count as the same if nine tenths of their letters stand in the
same words.

Asks::

    ---
    headline: A city after the fire
    standfirst: A city, after the fire
    published: 2024-05-27
    ---

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest on a kerb. [Ana Silva/AP]

Passes::

    ---
    headline: A city after the fire
    standfirst: The old port burnt for two days. What is left of it.
    published: 2024-05-27
    ---

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest on a kerb. [Ana Silva/AP]

Fix: none.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.alike import fold_text, likeness
from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Place, Severity, Span

RULE = Rule("STY005", "standfirst-repeats", Severity.WARNING, since="0.1")

_SAME = 0.9
_FEWEST = 3
_LONGEST = 400
"""Words; a standfirst is no longer."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the standfirst with the headline and the first paragraph."""
    story = analysis.proof.story
    standfirst = story.standfirst.text
    words = fold_text(standfirst).words
    if not _FEWEST <= len(words) <= _LONGEST:
        return
    first = story.body[0].text if story.body else ""
    for name, text in (("headline", story.headline.text), ("first paragraph", first)):
        other = fold_text(text).words
        if len(other) <= _LONGEST and likeness(words, other) > _SAME:
            yield RULE.at(
                Place(None, "standfirst", Span(0, len(standfirst))),
                f"the standfirst says what the {name} says",
                hint="say what the story adds",
                text=standfirst,
            )
            return
