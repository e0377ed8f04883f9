"""A term means what it says, and the desk's own list is kept.

``[style.terms]`` of cutline.toml names a preferred term and the forms it replaces; every form
is asked about, whole words in any case. A few terms are mistaken for each other everywhere
(Hindi devotees, a capitol city, a space station that rockets leave from); those are asked about
where other words of the text or the story say what is meant.

Asks::

    ![A rocket stands on a pad](pad.jpg)
    Engineers wait at the cosmodrome of Plesetsk. [Ana Silva/AP]

    ![A hall with a long table](hall.jpg)
    Guests met at the new space station before the launch. [Ana Silva/AP]

Passes::

    ![A rocket stands on a pad](pad.jpg)
    A rocket leaves the cosmodrome of Plesetsk for the International Space Station. [Ana Silva/AP]

Fix: offered. The preferred term is put in.
Source: the desk's list; for the rest, general knowledge.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.confusions import TERMS
from cutline.check.rule import Rule
from cutline.check.terms import Misused, listed_terms, mistaken_terms
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("TXT014", "wrong-term", Severity.WARNING, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for the forms the desk replaces, and for terms that do not fit the story."""
    terms = analysis.proof.house.style.terms
    listed = listed_terms(terms)
    texts = [words for words in analysis.texts if words.place.field != "credit"]
    for words in texts:
        for found in listed(words.text):
            yield _finding(words, found)
    taken = {
        form for _, forms in analysis.proof.house.style.terms for form in map(str.lower, forms)
    }
    for words, found in mistaken_terms(texts, analysis.language, TERMS):
        if found.span.cut(words.text).lower() not in taken:
            yield _finding(words, found)


def _finding(words: Words, found: Misused) -> Finding:
    place, said = words.place, found.span.cut(words.text)
    where = Place(place.photo, place.field, found.span)
    fix = None
    if words.mendable and not words.coded(found.span):
        fix = Fix(False, (Edit(where, found.text),))
    message = f"“{said}”{words.origin}: {found.why}"
    return RULE.at(where, message, hint=f"write {found.text}", text=said, fix=fix)
