"""Words and phrases set twice by mistake, and the doubles that are meant.

A double counts only within one run of words: punctuation between two like words is a reason.
Names are doubled all over the world (Bora Bora, Duran Duran), so capitals are let pass except
where a sentence begins; how far a double may be meant is the language's own affair.
"""

from collections.abc import Iterator
from operator import eq
from typing import Literal, NamedTuple

from cutline.check.tongues import EVERYDAY, SUSPENDS, Tongue
from cutline.model import Span
from cutline.model.regex import regex

Kind = Literal["small", "particle", "content", "phrase"]

_WORD = regex(r"[^\W\d_]+(?:['’\u00ad\u200c\u200d-][^\W\d_]+)*")
_GAP = regex(r"[ \t\u00a0\u202f]+|[ \t]*\r?\n[ \t]*")
_SENTENCE_ENDS = '.!?…:"“”„«»‘([|–—-•\n'
_INFLECTED = ("s", "ed", "ing", "er", "ly", "y", "e", "ck", "th", "sh", "ch", "nt", "nd", "rt")
_LONG = 6
_PHRASE = 3
_SPECIES = regex(r"\([A-Z][a-z]+(?: [a-z]+){1,2}[),;]")
_CLAUSE_STOPS = (",", ";", "–", "—", "-", "(", ":")
_LONGEST_GENUS = 30
_LOOK_BACK = 4
"""Characters looked at for the end of the sentence before."""


class Double(NamedTuple):
    """Words that stand twice.

    Attributes:
        span: Both of them and what parts them.
        extra: What to take out: the second and the gap before it.
        kind: ``small`` function words, ``particle`` (perhaps a verb's), ``content`` words, or
            a ``phrase`` with content words in it.
    """

    span: Span
    extra: Span
    kind: Kind


class _Token(NamedTuple):
    """A word; a plain tuple, as a caption of megabytes has a million of them."""

    word: str
    start: int
    end: int
    joined: bool
    """True where only a gap parts it from the token before."""


def doubles(text: str, language: Tongue, *, english: bool) -> Iterator[Double]:
    """Every word or phrase of up to three words that stands twice by mistake, in order.

    Args:
        text: Any text.
        language: What is known of its language.
        english: True for English, where short sounding doubles are words (``pom pom``).
    """
    folded = [word.casefold() for word in _WORD.findall(text)]
    if not any(_twice(folded, length) for length in range(1, _PHRASE + 1)):
        return
    tokens = list(_tokens(text))
    done = 0
    for index, token in enumerate(tokens):
        if index < done:
            continue
        for length in range(1, _PHRASE + 1):
            again = folded[index + length : index + 2 * length]
            if folded[index : index + length] != again or not _in_a_row(tokens, index, length):
                continue
            kind = (
                _kind(text, tokens, index, language, english=english)
                if length == 1
                else _phrase_kind(tokens, index, length, language)
            )
            if kind is not None:
                last = tokens[index + 2 * length - 1]
                extra = Span(tokens[index + length - 1].end, last.end)
                yield Double(Span(token.start, last.end), extra, kind)
                done = index + 2 * length
            break


def _twice(words: list[str], length: int) -> bool:
    """True if as many words stand twice in a row, whatever parts them: in few texts they do."""
    alike = map(eq, words, words[length:])
    return any(
        same and words[at : at + length] == words[at + length : at + 2 * length]
        for at, same in enumerate(alike)
    )


def _tokens(text: str) -> Iterator[_Token]:
    end = -1
    for match in _WORD.finditer(text):
        gap = _GAP.match(text, end) if end >= 0 else None
        joined = gap is not None and gap.end() == match.start()
        yield _Token(match.group(), match.start(), match.end(), joined)
        end = match.end()


def _in_a_row(tokens: list[_Token], at: int, length: int) -> bool:
    """True if nothing but gaps parts two runs of ``length`` words."""
    return all(token.joined for token in tokens[at + 1 : at + 2 * length])


def _kind(
    text: str, tokens: list[_Token], at: int, language: Tongue, *, english: bool
) -> Kind | None:
    """What a double word is; None where it may be meant."""
    first, word = tokens[at], tokens[at + 1].word
    meant = word in language.doubles and not _after_preposition(text, tokens, at, language)
    if word != word.lower() or meant or _thrice(tokens, at):
        return None
    if _before_a_gerund(tokens, at) or _is_species(text, first.start):
        return None
    before = text[max(0, first.start - _LOOK_BACK) : first.start].rstrip()
    opens = not before or before[-1] in _SENTENCE_ENDS
    if first.word != word and not (opens and first.word == word.capitalize()):
        return None
    if word in language.particles and first.joined:
        return "particle"
    if word in language.small:
        return "small"
    doubtful = language.reduplicates or "-" in word or len(word) < 2
    return None if doubtful or (english and not _like_english(word)) else "content"


def _after_preposition(text: str, tokens: list[_Token], at: int, language: Tongue) -> bool:
    """True for ``über die die Brücke``: where no clause begins, an article stands once.

    ``die Stadt, über die die Brücke führt`` is right: a stop before the preposition, or a word
    that goes on with a list of clauses.
    """
    if at == 0 or not tokens[at].joined or tokens[at].word.lower() not in language.articles:
        return False
    before = tokens[at - 1]
    if before.word.lower() not in language.prepositions:
        return False
    if at == 1 or not before.joined:
        return not text[: before.start].rstrip().endswith(_CLAUSE_STOPS)
    return tokens[at - 2].word.lower() not in SUSPENDS


def _is_species(text: str, at: int) -> bool:
    """True inside a Latin name in brackets: ``(Bubo bubo)``, ``(Lynx lynx lynx)``."""
    opened = text.rfind("(", max(0, at - _LONGEST_GENUS), at)
    return opened >= 0 and _SPECIES.match(text, opened) is not None


def _thrice(tokens: list[_Token], at: int) -> bool:
    """True for ``very, very`` without commas, three times or more: emphasis or a quotation."""
    word = tokens[at].word.lower()
    following = tokens[at + 2] if at + 2 < len(tokens) else None
    if following is not None and following.joined and following.word.lower() == word:
        return True
    return at > 0 and tokens[at].joined and tokens[at - 1].word.lower() == word


def _before_a_gerund(tokens: list[_Token], at: int) -> bool:
    """True for French ``en en parlant``, where the second stands for what is spoken of."""
    following = tokens[at + 2].word if at + 2 < len(tokens) else ""
    return tokens[at].word.lower() == "en" and following.endswith("ant")


def _like_english(word: str) -> bool:
    """False for a short sounding double, which is a word of its own: tuk tuk, mahi mahi."""
    if not word.isascii():
        return False
    return len(word) >= _LONG or word.endswith(_INFLECTED) or word in EVERYDAY


def _phrase_kind(tokens: list[_Token], at: int, length: int, language: Tongue) -> Kind | None:
    """What a doubled phrase is; None for chains: ``day after day after day``."""
    words = [token.word for token in tokens[at : at + 2 * length]]
    if any(word != word.lower() for word in words[1:]) or words[0] != words[length]:
        return None
    if len(set(words)) == 1 or not any(word in language.small for word in words):
        return None
    after = tokens[at + 2 * length] if at + 2 * length < len(tokens) else None
    before = tokens[at - 1] if at else None
    if after is not None and after.joined and after.word.lower() == words[0]:
        return None
    if before is not None and tokens[at].joined and before.word.lower() == words[length - 1]:
        return None
    return "small" if all(word in language.small for word in words) else "phrase"
