"""Whoever is named in the headline is met in the story.

A name that stands above and nowhere below is often another spelling of one that does, or was
left from an earlier story. Strict: asked only for a given name that is known as one followed by
a family name, in a headline written as a sentence, over a story with several captions, and only
where neither of the two is anywhere in standfirst, text, captions and alt texts.

Asks::

    ---
    headline: Anna Kowalski brings a circus to the old port
    ---

    ![A woman in a top hat stands on a quay](one.jpg)
    The director watches her tent go up. [Ana Silva/AP]

    ![Two men pull on a rope](two.jpg)
    It takes a day to raise the masts of the tent. [Ana Silva/AP]

    ![Children sit on wooden benches](three.jpg)
    The first show is sold out, with schools from the whole coast. [Ana Silva/AP]

Passes::

    ---
    headline: Anna Kowalski brings a circus to the old port
    ---

    ![A woman in a top hat stands on a quay](one.jpg)
    Kowalski watches her tent go up. [Ana Silva/AP]

    ![Two men pull on a rope](two.jpg)
    It takes a day to raise the masts of the tent. [Ana Silva/AP]

    ![Children sit on wooden benches](three.jpg)
    The first show is sold out, with schools from the whole coast. [Ana Silva/AP]

Fix: none.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.alike import fold_text
from cutline.check.analysis import Analysis
from cutline.check.rule import Rule
from cutline.check.tongues import tongue
from cutline.credit.lexicon import lexicon
from cutline.model import Finding, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("STY002", "name-across-fields", Severity.WARNING, since="0.1")

_NAME = regex(r"(?<![\w’'-])(?=([^\W\d_]{3,20} [^\W\d_]{4,24})(?=$|['’]|[,:;.!?]|\s[^\W\dA-Z_]))")
_FEWEST = 3
_ENOUGH = 20
"""Captions with words, and words in them: else there was nowhere to name anybody."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for the people of the headline in all other words of the story."""
    headline = analysis.proof.story.headline.text
    known = tongue(analysis.language)
    if known is None or known.noun_capitals or known.declines or not _is_sentence(headline):
        return
    captions = [frame.caption_words.words for frame in analysis.frames]
    said = [words for words in captions if words]
    if len(said) < _FEWEST or sum(map(len, said)) < _ENOUGH:
        return
    people = [match for match in _NAME.finditer(headline) if _is_person(*match[1].split())]
    if not people:
        return
    met = {
        word
        for words in analysis.texts
        if words.place.field not in ("headline", "kicker", "credit")
        for word in fold_text(words.text).words
    }
    for match in people:
        name = match[1]
        if met.isdisjoint(fold_text(name).words):
            yield RULE.at(
                Place(None, "headline", Span(*match.span(1))),
                f"“{name}” is named in the headline and nowhere in the story",
                hint="look whether the name is spelt otherwise below, and name the person there",
                text=name,
            )


def _is_sentence(headline: str) -> bool:
    """True where most words are in small letters: else capitals tell nothing."""
    words = [word for word in headline.split() if word[:1].isalpha()]
    return len(words) > 2 and sum(word[0].islower() for word in words) * 2 >= len(words)


def _is_person(given: str, family: str) -> bool:
    return (
        given.istitle()
        and family[0].isupper()
        and given.lower() in lexicon().given
        and given.lower() not in lexicon().places
    )
