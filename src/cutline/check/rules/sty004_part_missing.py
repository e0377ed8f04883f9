"""A story has a date, and in a newsroom a standfirst and a kicker.

The date tells readers how old the news is and search engines when to show it; the standfirst is
what stands in lists and shared links. A standfirst is asked for where there is a kicker, and
both where ``cutline.toml`` names a publication: a photographer's own page may do without. A
draft without a headline is not asked at all.

Asks::

    ---
    kicker: Portugal
    headline: A city after the fire
    ---

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ---
    headline: A city after the fire
    standfirst: The old port burnt for two days. What is left of it.
    published: 2024-05-27
    ---

    ![Firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none.
Source: schema.org NewsArticle (datePublished, description); the trade.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.model import Finding, Place, Severity

RULE = Rule("STY004", "part-missing", Severity.INFO, since="0.1")

_WHY = {
    "published": "the story has no date",
    "standfirst": "the story has no standfirst",
    "kicker": "the story has no kicker",
}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for the parts around the headline."""
    story = analysis.proof.story
    if not story.headline.text.strip():
        return
    newsroom = bool(analysis.proof.house.publication)
    wanted = {
        "published": True,
        "standfirst": newsroom or bool(story.kicker.text.strip()),
        "kicker": newsroom,
    }
    for name, asked in wanted.items():
        if asked and not getattr(story, name).text.strip():
            hint = f"write a line `{name}: …` at the top of the story"
            yield RULE.at(Place(None, name), _WHY[name], hint=hint)
