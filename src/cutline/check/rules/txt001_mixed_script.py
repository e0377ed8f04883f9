"""A word is written in the letters of one script.

A Cyrillic С in a Latin word cannot be seen, but search does not find the word, spelling
checks pass over it and a screen reader stumbles. Asked only where every odd letter looks like
a letter of the rest of the word; μm, γH2AX, whole words in another script and words set as
code are meant.

Asks::

    ![A rocket on its pad](pad.jpg)
    The rocket at the Vostochny ⟨U+0421⟩osmodrome. [Ana Silva/AP]

Passes::

    ![A rocket on its pad](pad.jpg)
    The rocket at the Vostochny Cosmodrome, in Russian космодром. [Ana Silva/AP]

Fix: safe. Each odd letter is replaced by its look-alike in the word's own script.
Source: Unicode Technical Standard 39 (mixed-script detection, confusables).
"""

from collections import Counter
from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.rule import Rule
from cutline.check.scripts import (
    IN_SCIENCE,
    Script,
    character_name,
    latin_twin,
    script_of,
    twin,
)
from cutline.model import Edit, Finding, Fix, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("TXT001", "mixed-script", Severity.ERROR, since="0.1")

_WORD = regex(r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+")
_ODD = regex(r"[\u0370-\u058f\u1f00-\u1fff]")
_ROMAN = frozenset("IVXLCDM")
_ENDING = 3
"""Letters of a Russian case ending set directly after a Latin brand name."""
_WORDLIKE = 3
"""Latin letters that a word must have for a Greek letter in it to be no symbol."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at every word that has letters of more than one of the scripts that get mixed."""
    for words in analysis.texts:
        if not _ODD.search(words.text):
            continue
        around: Counter[Script] | None = None
        for match in _WORD.finditer(words.text):
            word = match.group()
            if word.isascii() or len(scripts := _scripts(word)) < 2:
                continue
            around = around or _scripts(words.text)
            main = _main(word, scripts, around)
            odd = [i for i, c in enumerate(word) if script_of(c) not in (None, main)]
            if _plainly_meant(word, odd, main, around):
                continue
            span = Span(match.start(), match.end())
            if words.coded(span):
                continue
            yield _finding(words, span, odd, main, analysis.language)


def _scripts(text: str) -> Counter[Script]:
    return Counter(script for c in text if (script := script_of(c)) is not None)


def _main(word: str, scripts: Counter[Script], around: Counter[Script]) -> Script:
    """The script a word is meant in: most of its letters, else that of the text around it."""
    if _as_roman(word):
        return "latin"
    best = max(scripts.values())
    return max((s for s in scripts if scripts[s] == best), key=lambda s: around[s])


def _as_roman(word: str) -> bool:
    """True for ``ХIХ``: a Roman number typed on two keyboards."""
    return set("".join(latin_twin(c) or c for c in word)) <= _ROMAN


def _plainly_meant(word: str, odd: list[int], main: Script, around: Counter[Script]) -> bool:
    """True where an odd letter has no look-alike, or is a case ending after a brand name."""
    if any(_latin_like(word[i]) is None for i in odd):
        return True
    if main != "latin" and any(_has_no_twin(word[i], main) for i in odd):
        return True
    if main == "latin" and any(_as_symbol(word, i) for i in odd):
        return True
    tail = len(word) - len(odd)
    ending = odd == list(range(tail, len(word))) and len(odd) <= _ENDING
    return ending and main == "latin" and around["cyrillic"] > around["latin"]


def _as_symbol(word: str, at: int) -> bool:
    """True for a Greek letter as formulas and units have it: no small letters go on around it."""
    if word[at] not in IN_SCIENCE:
        return False
    beside = word[max(0, at - 1) : at] + word[at + 1 : at + 2]
    latin = [c for c in word if script_of(c) == "latin"]
    if len(beside) == 2 and all(c in latin and c.islower() for c in beside):
        return False
    return len(latin) < _WORDLIKE or not any(c in latin and c.islower() for c in beside)


def _latin_like(letter: str) -> str | None:
    return letter if script_of(letter) == "latin" else latin_twin(letter)


def _has_no_twin(letter: str, script: Script) -> bool:
    """True if no language writes ``script`` with a letter that looks like ``letter``."""
    languages = ("ru", "uk", "sr", "mk", "el", "kk")
    return all(twin(letter, script, language) is None for language in languages)


def _finding(words: Words, span: Span, odd: list[int], main: Script, language: str) -> Finding:
    start, word = span.start, span.cut(words.text)
    named = ", ".join(dict.fromkeys(f"{word[i]} is {character_name(word[i])}" for i in odd))
    message = f"“{word}”{words.origin} mixes letters of two scripts: {named}"
    hint = f"type the word again in {main.capitalize()} letters"
    place = words.place
    twins = [(i, twin(word[i], main, language)) for i in odd]
    fix = None
    if words.mendable and all(letter is not None for _, letter in twins):
        edits = tuple(
            Edit(Place(place.photo, place.field, Span(start + i, start + i + 1)), letter)
            for i, letter in twins
            if letter is not None
        )
        fix = Fix(True, edits)
    return RULE.at(Place(place.photo, place.field, span), message, hint=hint, text=word, fix=fix)
