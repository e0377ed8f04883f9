"""People whom a story names in full somewhere, and by surname alone elsewhere."""

from collections.abc import Iterator
from typing import NamedTuple

from cutline.check.analysis import Analysis, Words
from cutline.check.offices import OFFICES
from cutline.model import Photograph, Span
from cutline.model.regex import regex

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_RUN = regex(
    rf"{_CAPITAL}[\w’'-]*(?:[ \u00a0](?:(?:al|bin|da|de|del|della|di|dos|du|el|la|le|van|von|der"
    rf"|den|ter)[ \u00a0]){{0,2}}{_CAPITAL}[\w’'-]*){{0,5}}"
)
_SYLLABLE = 4
_POSSESSIVE = regex(r"['’]s?$")


class Bare(NamedTuple):
    """A surname in the first caption that names its bearer."""

    words: Words
    span: Span
    full: str


def bare_names(analysis: Analysis) -> Iterator[Bare]:
    """Surnames that stand alone in the first caption that has them, in page order."""
    people = _people(analysis)
    met: set[str] = set()
    for frame in analysis.frames if people else ():
        here: dict[str, Bare | None] = {}
        for run, span in _runs(frame.caption.text):
            for name in run:
                if name in people and name not in met:
                    alone = len(run) == 1
                    if not alone:
                        here[name] = None
                    else:
                        here.setdefault(name, Bare(frame.caption, span, people[name]))
        met.update(here)
        yield from (bare for bare in here.values() if bare is not None)


def _people(analysis: Analysis) -> dict[str, str]:
    """Surnames of people who are named in full in the story or a file, with that name."""
    people: dict[str, str] = {}
    for words in analysis.texts:
        if words.place.field in ("alt", "credit"):
            continue
        for run, span in _runs(words.text):
            held = _office_before(words.text, span.start)
            offices = [n for n, word in enumerate(run) if word.lower() in OFFICES]
            name = run[offices[-1] + 1 :] if offices else run
            if (held or offices) and 2 <= len(name) <= 4:
                people.setdefault(_surname(name), " ".join(name))
    for frame in analysis.frames:
        if isinstance(frame.shot.photograph, Photograph):
            for full in frame.shot.photograph.metadata.texts("personInImageNames"):
                name = full.split()
                if len(name) > 1:
                    people.setdefault(_surname(name), full)
    return people


def _surname(name: list[str]) -> str:
    """The last word; the first where all are as short as syllables: Kim Jong Un."""
    if len(name) == 3 and all(len(word) <= _SYLLABLE for word in name):
        return name[0]
    return name[-1]


def _runs(text: str) -> Iterator[tuple[list[str], Span]]:
    """Capitalised words that stand together, the possessive taken off."""
    for match in _RUN.finditer(text):
        yield [_POSSESSIVE.sub("", word) for word in match[0].split()], Span(*match.span())


def _office_before(text: str, at: int) -> bool:
    before = text[max(0, at - 24) : at].split()
    return bool(before) and before[-1].lower().strip(".") in OFFICES
