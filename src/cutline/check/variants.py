"""One term in several forms: Māori and Maori, Land Rover and Land-Rover, Aug. and Aug.

Each kind of variant is gathered in one pass over the texts: every form of a term with its
places. Titles in capitals or title case say nothing about a term's own capitals, and credits
are other people's words; both are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cutline.check.analysis import Analysis, Words
from cutline.check.names import Seen, fold_name, names_of
from cutline.check.scripts import TO_LATIN
from cutline.check.tongues import primary, tongue
from cutline.model import Span
from cutline.model.regex import regex

Kind = Literal["capital", "hyphen", "point", "accent"]

_WORD = regex(r"[^\W\d_]+")
_PAIR = regex(r"(?<!\w)(?P<a>[^\W\d_]{2,})(?P<gap>[ \u00a0-])(?=(?P<b>[^\W\d_]{2,}))")
_CLOSED = regex(r"(?<![\w-])(?P<a>[^\W\d_]{2,})-(?P<b>[^\W\d_]{2,})(?![\w-])")
_MONTH = regex(r"(?<!\w)(?P<word>Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?P<stop>\.?)[ \u00a0](?=\d)")
_TITLE = regex(
    r"(?<!\w)(?P<word>Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|St|Mt)(?P<stop>\.?)"
    r"[ \u00a0](?=[A-Z])"
)
_COUPLING = frozenset({"de", "lb", "nl", "sv", "da", "nb", "fi"})
_PREFIXES = frozenset("re co un pre de non anti ex".split())
_SHORTEST = 4
_SENTENCE_ENDS = '.!?…:"“”„«»‘([|–—•\n'
_TITLE_CASE = 0.7
_NATIVE: Mapping[str, str] = {
    "de": "äöü",
    "sv": "äöå",
    "fi": "äöå",
    "et": "äöüõ",
    "da": "å",
    "nb": "å",
    "is": "áéíóúýö",
    "hu": "áéíóöőúüű",
    "tr": "çğıöşü",
    "az": "çğıöşü",
    "pl": "ąćęńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíľĺňóôŕšťúýž",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "ro": "ăâîșțşţ",
    "hr": "čćšž",
    "sl": "čšž",
    "sr": "čćšžйћ",
    "es": "ñ",
    "pt": "ãõç",
    "fr": "ç",
    "ru": "йё",
    "uk": "йї",
    "vi": "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
}
"""Accented letters that tell one word from another in a language."""


_Paired = tuple[Words, Sequence[re.Match[str]]]
"""A text, and the pairs of words in it that may be a name."""


class Spot(NamedTuple):
    """Where a form stands."""

    words: Words
    span: Span

    @property
    def in_alt(self) -> bool:
        """True for an alt text: where forms are as many, the printed caption is the model."""
        return self.words.place.field == "alt"


@dataclass(slots=True)
class Term:
    """A term with its forms, in the order they are met.

    Attributes:
        forms: Form as written to the places where it stands so.
        kind: ``capital``, ``hyphen``, ``point`` or ``accent``: where its forms differ.
    """

    forms: dict[str, list[Spot]] = field(default_factory=dict)
    kind: Kind = "hyphen"

    def count(self, form: str) -> int:
        """In how many different texts a form stands: a text printed twice is one witness."""
        return len({spot.words.text for spot in self.forms[form]})

    def add(self, form: str, words: Words, start: int, end: int) -> None:
        """Note a form where it stands."""
        self.forms.setdefault(form, []).append(Spot(words, Span(start, end)))


def terms_of(analysis: Analysis) -> tuple[Term, ...]:
    """Every term that the story writes in more than one form, for ``Analysis.of``."""
    texts = [w for w in analysis.texts if w.place.field != "credit" and " " in w.text]
    paired = [(words, _pairs(words.text)) for words in texts]
    gathered = (
        *_capitals(paired, analysis.language),
        *_hyphens(paired, analysis.language),
        *_closed(texts),
        *_points(texts, analysis.language),
        *_accents(analysis),
    )
    return tuple(term for term in gathered if len(term.forms) > 1)


def _pairs(text: str) -> list[re.Match[str]]:
    """Two words that follow each other, the first with a capital."""
    return [match for match in _PAIR.finditer(text) if match["a"][0].isupper()]


def _is_title(text: str) -> bool:
    """True for words set in capitals or with a capital each."""
    found = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in found)
    return len(found) > 2 and capitals >= _TITLE_CASE * len(found)


def _is_coded(words: Words, match: re.Match[str]) -> bool:
    return bool(words.code) and words.coded(Span(*match.span()))


def _capitals(paired: Sequence[_Paired], language: str) -> list[Term]:
    """``Lena River`` and ``Lena river``: a name's second word with and without capital."""
    row = tongue(language)
    if row is not None and row.noun_capitals:
        return []
    small = row.small if row else frozenset()
    terms: dict[tuple[str, str], Term] = {}
    for words, pairs in paired:
        for match in pairs if not _is_title(words.text) else ():
            a, b = match["a"], match["b"]
            if match["gap"] == "-" or a.isupper() or len(b) < _SHORTEST:
                continue
            if a.lower() in small or b.lower() in small or b.isupper() or _is_coded(words, match):
                continue
            if b[0].isupper() and _leads_a_name(words.text, match.end("b")):
                continue
            key = (fold_name(a), fold_name(b))
            form = f"{_plain(a)} {_plain(b)}"
            term = terms.setdefault(key, Term(kind="capital"))
            term.add(form, words, match.start(), match.end("b"))
    return list(terms.values())


def _plain(word: str) -> str:
    """A word with look-alikes of other scripts put right: they are another rule's."""
    return word if word.isascii() else word.translate(TO_LATIN)


def _leads_a_name(text: str, end: int) -> bool:
    """True where a capitalised word follows: a title (US President Ana Lima), a longer name."""
    return text[end : end + 1] in ("-", " ", "\u00a0") and text[end + 1 : end + 2].isupper()


def _hyphens(paired: Sequence[_Paired], language: str) -> list[Term]:
    """``Land Rover`` and ``Land-Rover``; German couples names in compounds by rule."""
    if primary(language) in _COUPLING:
        return []
    terms: dict[tuple[str, str], Term] = {}
    for words, pairs in paired:
        for match in pairs:
            a, b = match["a"], match["b"]
            if not b[0].isupper() or a.isupper() or b.isupper():
                continue
            if _is_coded(words, match) or _is_compound(words.text, match):
                continue
            form = f"{_plain(a)}{'-' if match['gap'] == '-' else ' '}{_plain(b)}"
            key = (fold_name(a), fold_name(b))
            terms.setdefault(key, Term()).add(form, words, match.start(), match.end("b"))
    return list(terms.values())


def _is_compound(text: str, match: re.Match[str]) -> bool:
    """True for ``Land-Rover-style``: there the hyphens belong to the compound."""
    end = match.end("b")
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()


def _closed(texts: Sequence[Words]) -> list[Term]:
    """``ceasefire`` and ``cease-fire``."""
    terms: dict[str, Term] = {}
    for words in texts:
        if "-" not in words.text:
            continue
        for match in _CLOSED.finditer(words.text):
            a, b = match["a"], match["b"]
            if a.islower() and b.islower() and a not in _PREFIXES:
                terms.setdefault(f"{a}{b}", Term())
    for words in texts if terms else ():
        for match in re.finditer(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)?(?![\w-])", words.text):
            term = terms.get(match.group().replace("-", "").lower())
            if term is not None and not _is_coded(words, match):
                term.add(match.group().lower(), words, *match.span())
    return list(terms.values())


def _points(texts: Sequence[Words], language: str) -> list[Term]:
    """``Aug. 31`` and ``Aug 31``; ``Mr.`` and ``Mr``: the point is the form."""
    if primary(language) != "en":
        return []
    found: list[Term] = []
    for pattern in (_MONTH, _TITLE):
        term = Term(kind="point")
        for words in texts:
            for match in pattern.finditer(words.text):
                if not _is_coded(words, match):
                    form = "with a point" if match["stop"] else "without a point"
                    term.add(form, words, match.start(), match.end("stop"))
        found.append(term)
    return found


def _accents(analysis: Analysis) -> Iterator[Term]:
    """``Māori`` and ``Maori``: names inside sentences, in the same company or in none."""
    native = _NATIVE.get(primary(analysis.language), "")
    for key, name in analysis.of(names_of).names.items():
        if len(name.forms) < 2 or len(key) < _SHORTEST:
            continue
        term = Term(kind="accent")
        company: dict[str, list[Seen]] = {}
        for seen in name.seen:
            form = _plain(seen.form)
            if seen.loose or seen.form.isupper():
                continue
            term.add(form, seen.words, seen.span.start, seen.span.end)
            company.setdefault(form, []).append(seen)
        if len(term.forms) > 1 and _one_name(company, native):
            yield term


def _one_name(company: Mapping[str, Sequence[Seen]], native: str) -> bool:
    """True if the forms are one name: not two words of the language, not two people."""
    forms = list(company)
    first = forms[0].lower()  # İ in lower case is two characters
    for form in map(str.lower, forms[1:]):
        if len(form) != len(first) or form == first:
            return False
        pairs = zip(form, first, strict=True)
        if any(a != b and (a in native or b in native) for a, b in pairs):
            return False
    if any(all(seen.opens for seen in held) for held in company.values()):
        return False
    beside = [{s.before for s in held} | {s.after for s in held} for held in company.values()]
    beside = [words - {""} for words in beside]
    return not all(beside) or bool(set.intersection(*beside))
