"""Terms to avoid: the desk's own list, and terms that other words prove to be mistaken."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cutline.check.analysis import Words
from cutline.check.confusions import Confusion
from cutline.check.tongues import primary
from cutline.model import Span


class Misused(NamedTuple):
    """A term that should be another.

    Attributes:
        span: Where it stands.
        text: What to write, in its case.
        why: Why it is asked, for the end of a sentence.
    """

    span: Span
    text: str
    why: str


def listed_terms(
    terms: Sequence[tuple[str, Sequence[str]]],
) -> Callable[[str], Iterator[Misused]]:
    """A function that finds the forms a desk replaces: whole words, in any case.

    Args:
        terms: Preferred term and the forms it replaces.
    """
    preferred = {form.lower(): term for term, forms in terms for form in forms if form.strip()}
    if not preferred:
        return lambda _text: iter(())
    longest_first = sorted((*preferred, *(term.lower() for term, _ in terms)), key=len)[::-1]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.I)

    def find(text: str) -> Iterator[Misused]:
        # A preferred term is matched too, so that a form inside it is left alone.
        for match in pattern.finditer(text):
            said = match.group()
            term = preferred.get(said.lower())
            if term is not None and said != term:
                why = f"the desk’s list has “{term}”"
                yield Misused(Span(*match.span()), _in_case_of(said, term), why)

    return find


def _in_case_of(said: str, term: str) -> str:
    if said.isupper() and len(said) > 1 and not term.isupper():
        return term.upper()
    return term[:1].upper() + term[1:] if said[:1].isupper() else term


def mistaken_terms(
    texts: Sequence[Words], language: str, tables: Mapping[str, Sequence[Confusion]]
) -> Iterator[tuple[Words, Misused]]:
    """Terms that other words of the text or the story prove to be taken for another's.

    Args:
        texts: The story's texts.
        language: The story's language.
        tables: What is confused, by language.
    """
    confusions = tables.get(primary(language), ())
    lowered = [(words, words.text.lower()) for words in texts] if confusions else []
    for confusion in confusions:
        suspects = [words for words, text in lowered if confusion.key in text]
        if suspects:
            yield from _mistaken(confusion, suspects, texts)


def _mistaken(
    confusion: Confusion, suspects: Sequence[Words], texts: Sequence[Words]
) -> Iterator[tuple[Words, Misused]]:
    term = re.compile(confusion.term, re.I)
    proof, clears = _words(confusion.proof), _words(confusion.clears)
    for words in suspects:
        if clears is not None and clears.search(words.text):
            continue
        proven = _proven(proof, [words] if confusion.within == "text" else texts)
        if proven is None:
            continue
        for match in term.finditer(words.text):
            meant = _in_case_of(match[1], confusion.meant or proven)
            yield words, Misused(Span(*match.span(1)), meant, confusion.why)


def _words(pattern: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.I) if pattern else None


def _proven(proof: re.Pattern[str] | None, texts: Sequence[Words]) -> str | None:
    """The word that proves what is meant; empty if none is needed; None if there is none."""
    if proof is None:
        return ""
    found = (proof.search(words.text) for words in texts)
    return next((match.group().lower() for match in found if match), None)
