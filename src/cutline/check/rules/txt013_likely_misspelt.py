"""A word that no dictionary has, one letter away from one that it has, is looked at again.

A spelling check on every unknown word would ask about each name and each dish. This one asks
little: about long words in small letters, in German about nouns after an article, about plurals
of what there is only one of (``NASAs rover``), and about words that the story has right elsewhere.
For that it needs dictionaries (``pip install 'cutline[spelling]'``). Words that a dictionary
passes because they are others' (an aircraft hanger, school principles) are found without. The
desk's own words (``words`` in cutline.toml) count as known.

Asks::

    ![A jet between two walls](jet.jpg)
    A jet waits in its hanger at the airport of Beja. [Ana Silva/AP]

Passes::

    ![A woman at a lectern](lectern.jpg)
    The government spokeswoman speaks of bacalhau and livestreams in Sesimbra. [Ana Silva/AP]

Fix: offered where one word is the likeliest.
Source: Hunspell dictionaries of the language.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.confusions import SPELLINGS
from cutline.check.rule import Rule
from cutline.check.spelling import dictionary
from cutline.check.terms import mistaken_terms
from cutline.check.tongues import tongue
from cutline.check.typing_slips import Typo, typing_slips
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("TXT013", "likely-misspelt", Severity.WARNING, since="0.1")

_SHOWN = 3


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for words taken for others; look the rest up, if there is a dictionary."""
    allowed = frozenset(word.lower() for word in analysis.proof.house.style.words)
    texts = [words for words in analysis.texts if words.place.field != "credit"]
    for words, found in mistaken_terms(texts, analysis.language, SPELLINGS):
        if found.span.cut(words.text).lower() not in allowed:
            yield _finding(Typo(words, found.span, (found.text,)), found.why)
    lexicon, row = dictionary(analysis.language), tongue(analysis.language)
    if lexicon is not None and row is not None:
        for typo in typing_slips(analysis, lexicon, row, allowed):
            yield _finding(typo)


def _finding(typo: Typo, why: str = "") -> Finding:
    words, said = typo.words, typo.span.cut(typo.words.text)
    where = Place(words.place.photo, words.place.field, typo.span)
    fix = None
    if words.mendable and len(typo.meant) == 1:
        fix = Fix(False, (Edit(where, typo.meant[0]),))
    shown = " or ".join(f"“{word}”" for word in typo.meant[:_SHOWN])
    message = f"“{said}”{words.origin} is in no dictionary; {shown} may be meant"
    if why:
        message = f"“{said}”{words.origin}: {why}"
    hint = "look it up; add it to the desk’s words if it is right"
    return RULE.at(where, message, hint=hint, text=said, fix=fix)
