"""What a story says of its rights is heard, or else told: never passed over."""

import pytest

from cutline.model import Severity
from cutline.story import parse

HOUR = "2999-01-01 00:01 +01:00"
UNHEARD = {
    "a mistake before it": f"---\nheadline: a: b\nembargo: {HOUR}\n---\n",
    "a mistake after it": f"---\nembargo: {HOUR}\nheadline: a: b\n---\n",
    "another colon": f"---\nembargo\N{FULLWIDTH COLON} {HOUR}\n---\n",
    "no colon": "---\nheadline: a: b\nunder embargo\n---\n",
    "a tab": f"---\nheadline: a\n\tembargo: {HOUR}\n---\n",
    "a list of keys": f"---\n- embargo: {HOUR}\n---\n",
    "a key that is a list": f"---\n? [embargo]\n: {HOUR}\n---\n",
    "a second document": f"---\nheadline: a\n--- {{embargo: {HOUR}}}\n---\n",
    "never closed": f"---\nheadline: a\nembargo: {HOUR}\n\nWords.\n",
    "never closed, territory": "---\nheadline: a\nterritory: DE\n\nWords.\n",
    "closed too early": f"---\nheadline: a\n---\nembargo: {HOUR}\n---\n",
    "an empty line first": f"\n---\nembargo: {HOUR}\n---\n",
    "another fence": f"+++\nembargo = {HOUR}\n+++\n",
    "no fence": f"Embargo: {HOUR}\n\nWords.\n",
    "no fence, a weekday": "Embargo: Monday\n\nWords.\n",
    "no fence, a time": "Embargo: 6 am\n\nWords.\n",
    "no fence, no hour": "Embargo: until further notice\n\nWords.\n",
    "no fence, the hour below": "EMBARGO:\nMonday\n\nWords.\n",
    "as in a press release": "EMBARGOED UNTIL 0001 MONDAY 27 MAY\n\nWords.\n",
    "as in another": "**Under embargo until Monday**\n\nWords.\n",
    "in French": "Sous embargo jusqu'au 27 mai\n\nWords.\n",
    "too long": f"---\nembargo: {HOUR}\nnote: {'x' * (1 << 16)}\n---\n",
    "capitals": f"---\nEmbargo: {HOUR}\n---\n",
    "more words": f"---\nembargo-until: {HOUR}\n---\n",
    "an invisible letter": f"---\nembargo\u200b: {HOUR}\n---\n",
    "deeper": f"---\nrights:\n  embargo: {HOUR}\n---\n",
    "twice": f"---\nembargo: 2020-01-01\nembargo: {HOUR}\n---\n",
    "a list": f"---\nembargo: [{HOUR}]\n---\n",
    "a map": f"---\nembargo: {{until: {HOUR}}}\n---\n",
    "an alias": "---\nembargo: *hour\n---\n",
    "an anchor for nothing": "---\nembargo: &hour\n---\n",
    "channels as a list": "---\nchannels: [web, print]\n---\n",
    "territory after a mistake": "---\nheadline: a: b\nterritory: DE\n---\n",
    "commercial twice": "---\ncommercial: false\ncommercial: true\n---\n",
}
HEARD = {
    "an embargo": f"---\nembargo: {HOUR}\n---\n",
    "no embargo": "---\nembargo:\n---\n",
    "rights": "---\nterritory: DE\nchannels: web, print\ncommercial: true\n---\n",
    "a mistake and no rights": "---\nheadline: a: b\npublished: 2024-01-01\n---\n",
    "a headline on one": "---\nheadline: The embargo on Cuba\nnote: embargo\n---\n",
    "in the text": "---\nheadline: a\n---\n\nThe embargo: sixty years of it.\n",
    "a first word": "---\nheadline: a\n---\n\nEmbargo: how it came about.\n",
    "the head of a list": "---\nheadline: a\n---\n\n- Embargoes: a short history\n",
    "somebody quoted": "---\nheadline: a\n---\n\n> Embargo: the minister said no.\n",
    "below a photograph": "---\nheadline: a\n---\n\n![a](a.jpg)\nIt.\n\nEmbargo: sixty years.\n",
    "a territory in the text": "---\nheadline: a\n---\n\nTerritory: the north.\n",
}


def blockers(source: str) -> list[str]:
    return [each.code for each in parse(source).findings if each.severity is Severity.BLOCKER]


@pytest.mark.parametrize("source", UNHEARD.values(), ids=UNHEARD.keys())
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_what_may_forbid_the_story_and_is_not_read_stops_it(source, line_break):
    assert blockers(source.replace("\n", line_break)) == ["STO009"]


@pytest.mark.parametrize("source", HEARD.values(), ids=HEARD.keys())
def test_what_is_read_or_is_no_such_thing_does_not(source):
    assert blockers(source) == []


def test_it_says_where_and_what_to_do():
    """At the word, whatever broke the front matter."""
    told = [
        each for each in parse(UNHEARD["a mistake before it"]).findings if each.code == "STO009"
    ]

    assert [(each.line, each.column, each.text) for each in told] == [(3, 1, "embargo")]
    assert "cannot be read whole" in told[0].message
    assert told[0].hint
