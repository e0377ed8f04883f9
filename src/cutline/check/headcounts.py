"""How many people a caption says it shows: ``The four farmers``, ``ein Trio``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cutline.check.numerals import numerals
from cutline.model import Span
from cutline.model.regex import regex

_PEOPLE = {
    "en": "men women people boys girls children kids friends siblings brothers sisters sons"
    " daughters cousins twins mothers fathers parents pilots nurses students winners survivors"
    " signatories candidates members artists athletes finalists nominees suspects judges"
    " heroes monks priests nuns colleagues officials soldiers presidents ministers leaders"
    " astronauts cosmonauts champions guests activists journalists scientists graduates"
    " senators lawmakers actresses hostages heirs chefs lawyers defendants",
    "de": "männer frauen kinder menschen freunde freundinnen brüder schwestern geschwister sieger"
    " siegerinnen kandidaten kandidatinnen mitglieder künstler künstlerinnen schüler schülerinnen"
    " minister ministerinnen politiker spieler spielerinnen musiker gründer astronauten",
    "fr": "hommes femmes enfants amis frères sœurs personnes candidats lauréats ministres joueurs"
    " joueuses acteurs membres signataires élèves étudiants présidents vainqueurs astronautes",
    "es": "hombres mujeres niños niñas amigos amigas hermanos hermanas personas candidatos"
    " ganadores ministros jugadores actores miembros firmantes alumnos estudiantes presidentes",
    "sv": "män kvinnor barn vänner bröder systrar personer kandidater vinnare ministrar spelare",
    "nb": "menn kvinner barn venner brødre søstre personer kandidater vinnere ministre spillere",
    "da": "mænd kvinder børn venner brødre søstre personer kandidater vindere ministre spillere",
}
_DOERS = regex(r"[a-z]{3,}(?:ers|ors|ists|ians|men|women|mates)$")
_THINGS = frozenset(
    "others numbers papers flowers letters colors colours towers rivers centers centres chapters"
    " orders quarters posters characters matters shoulders fingers containers trailers"
    " computers helicopters layers covers corners doors floors mirrors errors motors"
    " sectors vectors tractors reactors factors offers answers powers meters metres"
    " litres liters boosters thrusters rollers cancers boulders propellers years".split()
)
_GROUPS = {"duo": 2, "trio": 3, "quartet": 4, "quartett": 4, "quintet": 5, "quintett": 5}
_WORD = regex(r"[^\W_]+(?:[-’'][^\W_]+)*")
_PARTIAL = frozenset(
    "of other others more another last first next about nearly over almost".split()
)
_PARTIAL_BEFORE = frozenset(
    "of other another more further last first next nearly almost about than und other weitere"
    " anderen autres otros outros des de der among than over to or".split()
)
_REACH = 5
_OPENING = 60
"""Letters at the head of a list in which a number may say how many it names."""
_STOPPING = frozenset(
    "and or in on at with who that is are was were from for und oder mit der die et ou avec des"
    " y o con de to by times hours days weeks months years".split()
)


@dataclass(frozen=True, slots=True)
class Headcount:
    """A number of people, in words.

    Attributes:
        span: The number alone.
        count: What it says.
        phrase: From the number to the noun.
    """

    span: Span
    count: int
    phrase: Span


def headcounts(text: str, language: str) -> Iterator[Headcount]:
    """Every number word that counts people in ``text``, in order.

    Args:
        text: A caption.
        language: Primary tag of the story's language.
    """
    values = _values(language)
    said_here = {word.lower() for word in _WORD.findall(text)}
    if said_here.isdisjoint(values) and said_here.isdisjoint(_GROUPS):
        return
    words = list(_WORD.finditer(text))
    people = _people(language)
    for index, word in enumerate(words):
        said = word[0].lower()
        if said in _GROUPS:
            at = Span(*word.span())
            yield Headcount(at, _GROUPS[said], at)
        elif said in values and not _partial(words, index):
            noun = _noun(text, words, index, people)
            if noun is not None:
                yield Headcount(Span(*word.span()), values[said], Span(word.start(), noun.end()))


def counted_in_front(text: str, start: int, language: str) -> Headcount | None:
    """The number that opens a list: ``the three weavers Ana Silva and …``, whoever they are."""
    words = list(_WORD.finditer(text, start, start + _OPENING))[: _REACH + 1]
    for index, word in enumerate(words[:2]):
        said = word[0].lower()
        noun = words[index + 1] if index + 1 < len(words) else None
        if said not in _values(language) or noun is None or word[0] != said:
            continue
        name = text[noun.end() + 1 : noun.end() + 2]
        between = text[word.end() : noun.start()]
        if (
            between == " "
            and name.isupper()
            and len(noun[0]) > 2
            and noun[0].lower() not in _STOPPING
        ):
            return Headcount(
                Span(*word.span()), _values(language)[said], Span(word.start(), noun.end())
            )
    return None


def _noun(
    text: str, words: list[re.Match[str]], index: int, people: frozenset[str]
) -> re.Match[str] | None:
    """The noun of people that the number counts: a few words on, nothing but blanks between."""
    for at in range(index + 1, min(index + 1 + _REACH, len(words))):
        if text[words[at - 1].end() : words[at].start()].strip(" \u00a0"):
            return None
        said = words[at][0].lower()
        if said in _PARTIAL or said in _STOPPING:
            return None
        if said in people or (_DOERS.match(said) and said not in _THINGS):
            return words[at]
    return None


def _partial(words: list[re.Match[str]], index: int) -> bool:
    """True for ``two of the four`` and ``four other``: not all of them are shown."""
    near = [word[0].lower() for word in words[max(0, index - 2) : index]]
    return bool(_PARTIAL_BEFORE & set(near))


@cache
def _values(language: str) -> dict[str, int]:
    known = {**numerals("en"), **numerals(language)}
    return {word: value for word, value in known.items() if 2 <= value <= 12 and len(word) > 2}


@cache
def _people(language: str) -> frozenset[str]:
    return frozenset(f"{_PEOPLE['en']} {_PEOPLE.get(language, '')}".split())
