"""Words of a text that no dictionary has, one slip away from words that one has.

A dictionary does not know names, dishes, loans and what was coined last week; most words it does
not know are right. So a word counts as a slip only if it is long enough for the likeness to mean
something, is no name, stands in a text of the story's own language, and cannot be two words
written as one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cutline.check.analysis import Analysis, Words
from cutline.check.names import Edited, Names, fold_name, kind_of_edit, names_of, neighbours
from cutline.check.spelling import Dictionary, dictionary
from cutline.check.tongues import Tongue
from cutline.model import Span
from cutline.model.regex import regex

_WORD = regex(r"(?<![\w@#./&-])[^\W\d_]+(?![\w@/&-])")
_ACRONYM = regex(r"(?<!\w)(?P<base>[A-Z]{3,6})s(?=[ \u00a0][^\W\d_])")
_SHORTEST: dict[Edited, int] = {
    "swapped": 6,
    "doubled": 6,
    "undoubled": 6,
    "lost": 7,
    "added": 7,
    "changed": 8,
}
_NOUN = 7
_PIECE = 3
_PREFIXES = frozenset({"co", "re", "un", "de", "ex", "bi", "in", "im"})
_FOREIGN = 0.34
"""Share of unknown words from which a text is taken for one of another language."""
_NATIVE = 0.5
"""The same where two small words say that it is of the story's language."""
_MOST = 60
"""Unknown words of a story that are looked into; more are no slips."""
_OFTEN = 3
_QUOTES = "\"'“”‘’„«»‹›*"
_ARTICLES = frozenset(
    "der die das den dem des ein eine einer eines einem einen zum zur vom beim im am ins ans"
    " dieser diese dieses diesem diesen kein keine seine seiner ihre ihrer".split()
)


class Typo(NamedTuple):
    """A word that is most likely misspelt.

    Attributes:
        words: The text.
        span: The word.
        meant: What may be meant, likeliest first.
    """

    words: Words
    span: Span
    meant: tuple[str, ...]


def typing_slips(
    analysis: Analysis, lexicon: Dictionary, row: Tongue, allowed: frozenset[str]
) -> Iterator[Typo]:
    """Every word that is most likely misspelt, in page order.

    Args:
        analysis: The story.
        lexicon: The dictionary of its language.
        row: What is known of its language.
        allowed: The desk's own words, in small letters.
    """
    looked_up: dict[str, tuple[str, ...]] = {}
    for words in _own_texts(analysis):
        for match in _suspects(words, lexicon, row, allowed):
            word = match.group()
            if analysis.of(_often)[word] >= _OFTEN:
                continue
            if word not in looked_up:
                if len(looked_up) >= _MOST:
                    return
                looked_up[word] = tuple(_meant(word, lexicon))
            if looked_up[word]:
                yield Typo(words, Span(*match.span()), looked_up[word])
        if lexicon.language == "en":
            yield from _lost_apostrophes(words, lexicon)
    yield from _near_in_story(analysis.of(names_of), lexicon, allowed)


def _own_texts(analysis: Analysis) -> Iterator[Words]:
    return (words for words in analysis.texts if words.place.field != "credit")


def _often(analysis: Analysis) -> Counter[str]:
    """How many different texts have each word in small letters."""
    counts: Counter[str] = Counter()
    for text in {words.text for words in _own_texts(analysis)}:
        counts.update(set(_WORD.findall(text)))
    return counts


def _suspects(
    words: Words, lexicon: Dictionary, row: Tongue, allowed: frozenset[str]
) -> Sequence[re.Match[str]]:
    """Unknown words of a text that may be slips; none where the text is of another language."""
    found = [m for m in _WORD.finditer(words.text) if len(m.group()) > _PIECE]
    plain = [m for m in found if m.group().islower()]
    unknown = [m for m in plain if not _known(m.group(), lexicon, allowed)]
    said = {word.lower() for word in words.text.split()}
    if len(unknown) > (_NATIVE if len(said & row.small) > 1 else _FOREIGN) * len(plain):
        unknown = []
    suspects = [m for m in unknown if not _marked(words, m)]
    if row.noun_capitals:
        nouns = (m for m in found if _is_noun(words.text, m))
        suspects += [m for m in nouns if not _known_noun(m.group(), lexicon, allowed)]
    return suspects


def _known(word: str, lexicon: Dictionary, allowed: frozenset[str]) -> bool:
    """True for a word of the language, as far as its first dictionary says."""
    if word.lower() in allowed or lexicon.knows_at_once(word):
        return True
    if lexicon.language == "de":
        swiss, old = word.replace("ss", "ß"), word.replace("ß", "ss")
        return lexicon.knows_at_once(swiss) or lexicon.knows_at_once(old)
    return lexicon.knows_at_once(word.capitalize())


def _known_noun(word: str, lexicon: Dictionary, allowed: frozenset[str]) -> bool:
    """True for a noun of the language, or one that it has from English: ``Tablets``."""
    if _known(word, lexicon, allowed):
        return True
    english = dictionary("en")
    return english is not None and (
        english.knows_at_once(word.lower()) or _is_joined(word.lower(), english)
    )


def _marked(words: Words, match: re.Match[str]) -> bool:
    """True for a word in quotation marks or code: it is meant as it stands."""
    text = words.text
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() :][:1]
    quoted = (before and before in _QUOTES) or (after and after in _QUOTES)
    return bool(quoted) or words.coded(Span(*match.span()))


def _is_noun(text: str, match: re.Match[str]) -> bool:
    """True for a capitalised word right after an article: a noun, hardly a person's name."""
    word = match.group()
    if len(word) < _NOUN or not word[0].isupper() or not word[1:].islower():
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    words = before.split()
    return before.endswith(" ") and bool(words) and words[-1].lower() in _ARTICLES


def _meant(word: str, lexicon: Dictionary) -> Iterator[str]:
    """What a word may be a slip of."""
    if len(word) < min(_SHORTEST.values()) - 1 or (word.islower() and _is_joined(word, lexicon)):
        return
    likely = list(_likely(word, lexicon))
    if likely and not lexicon.knows(word) and not lexicon.knows(word.capitalize()):
        yield from likely


def _likely(word: str, lexicon: Dictionary) -> Iterator[str]:
    """Known words that are one slip away from a word of its length."""
    for candidate in lexicon.near(word):
        edit = kind_of_edit(candidate, word)
        shortest = _SHORTEST[edit[0]] if edit else 0
        shortest -= edit is not None and edit[0] == "swapped" and _is_ie(candidate, word)
        if edit is None or len(word) < shortest or _another_form(word, candidate, lexicon.language):
            continue
        # German builds nouns at will, and so does its dictionary: what it only builds is no
        # proof, except where two letters are swapped.
        if word.islower() or edit[0] == "swapped" or lexicon.lists(candidate):
            yield candidate


def _is_ie(right: str, wrong: str) -> bool:
    """True for ``ie`` and ``ei``, swapped more often than any other letters: ``thier``."""
    pairs = zip(right, wrong, strict=True)
    return sorted(a for a, b in pairs if a != b) == ["e", "i"]


def _another_form(word: str, candidate: str, language: str) -> bool:
    """True for a form that the language makes: without accents, a genitive, a loan's plural."""
    if not word.isascii() and fold_name(word) == fold_name(candidate):
        return True
    longer, shorter = sorted((word, candidate), key=len, reverse=True)
    if longer[-1:] != "s" or longer[:-2] != shorter[:-1]:
        return False
    if language == "de":
        return longer[-2] == "e"  # des Verbands, des Verbandes
    return language == "en" and longer == word and longer[-2] in "aiou"  # morphos, not morphs


def _is_joined(word: str, lexicon: Dictionary) -> bool:
    """True for two words written as one: ``motorhome``, ``livestreamed``, ``cofounder``."""
    if word[:2] in _PREFIXES and lexicon.knows_at_once(word[2:]):
        return True
    return any(
        lexicon.knows_at_once(word[:cut]) and lexicon.knows_at_once(word[cut:])
        for cut in range(_PIECE, len(word) - _PIECE + 1)
    )


def _lost_apostrophes(words: Words, lexicon: Dictionary) -> Iterator[Typo]:
    """``NASAs rover``: a body that is only one has no plural."""
    for match in _ACRONYM.finditer(words.text):
        base = match["base"]
        single = lexicon.knows_locally(base) and lexicon.knows_locally(f"{base}'s")
        if single and not lexicon.knows_locally(f"{base}s"):
            apostrophe = "'" if "'" in words.text and "’" not in words.text else "’"
            yield Typo(words, Span(*match.span()), (f"{base}{apostrophe}s",))


def _near_in_story(names: Names, lexicon: Dictionary, allowed: frozenset[str]) -> Iterator[Typo]:
    """``Isands`` in a story that has ``Islands``: a capitalised word that is no name."""
    for pair in neighbours(names.names, shortest=5):
        for wrong, right in (pair, pair[::-1]):
            slip, model = names.names[wrong], names.names[right]
            edit = kind_of_edit(right, wrong)
            if edit is None or edit[1] == 0 or not slip.seen or not model.seen or slip.told:
                continue
            form, meant = slip.form(), model.form()
            if (
                slip.count > model.count
                or form.isupper()
                or not lexicon.knows_at_once(meant.lower())
            ):
                continue
            if slip.units > 1 or _known(form, lexicon, allowed) or lexicon.knows(form.lower()):
                continue
            if model.count > 1 and right not in names.small:  # a name, which TXT007 asks about
                continue
            for seen in slip.seen:
                yield Typo(seen.words, seen.span, (meant,))
