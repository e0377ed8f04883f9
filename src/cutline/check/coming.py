"""Words that say that what a caption tells of is still to come, by language.

A caption may name a coming day: elections, exhibitions, deadlines, tickets. Such a clause is
known by its verb or by the word before the date. Where it is not sure, the day counts as
announced, so that nothing is asked.
"""

import re
from functools import cache

from cutline.model import Span
from cutline.model.regex import regex

_COMING = {
    "en": "will shall scheduled slated postponed rescheduled deadline expires"
    " expiring expiry valid best-before",
    "de": "soll sollen geplant geplante geplanten voraussichtlich stattfinden frist",
    "fr": "sera seront aura auront prévu prévue prévus prévues doit doivent devrait devraient"
    " débutera ouvrira commencera tiendra tiendront déroulera programmé programmée",
    "es": "será serán previsto prevista previstos previstas programado programada celebrará",
    "pt": "será serão previsto prevista previstos previstas programado programada marcado marcada",
    "it": "sarà saranno previsto prevista previsti previste terrà terranno avrà programmato",
    "nl": "zal zullen gepland geplande",
    "sv": "ska skall planerad planerade väntas",
    "da": "skal planlagt planlagte forventes ventes",
    "pl": "będzie będą odbędzie odbędą planowane planowany zaplanowane rozpocznie",
    "ru": "будет будут состоится состоятся пройдет пройдёт пройдут запланирован запланирована"
    " запланированы запланировано намечен намечена намечены начнется начнётся откроется",
    "uk": "буде будуть відбудеться відбудуться заплановано запланований розпочнеться",
}
"""Words that put their clause into the future."""

_ANNOUNCED = {
    "en": "would planned plans planning upcoming forthcoming expected opens begins starts"
    " launches premieres debuts airs tickets ahead prepare prepares preparing preparations"
    " countdown advertising advertises advertise promoting promotes announcing announces announced"
    " pending invitation reopens closes concludes kicks calendar ends retires resumes",
    "de": "wird werden kommenden kommende anstehenden anstehende bevorstehenden bevorstehende"
    " künftig startet beginnt eröffnet öffnet endet schließt schliesst nächste nächsten nächster"
    " stattfindet angekündigt plakat plakate",
    "fr": "prochain prochaine prochains prochaines débute débutent rouvre commence ouvre"
    " ferme expire attendu attendue billets affiche affiches",
    "es": "próximo próxima próximos próximas abre abren estrena comienza empieza inicia termina"
    " finaliza vence plazo entradas cartel carteles",
    "pt": "próximo próxima abre abrem arranca estreia começa termina encerra prazo acontece"
    " terá terão ingressos cartaz cartazes",
    "it": "prossimo prossima apre aprono debutta inizia comincia termina chiude scade"
    " biglietti manifesto manifesti",
    "nl": "aanstaande komende volgende begint eindigt opent verwacht affiche",
    "sv": "kommer kommande nästa inför börjar slutar öppnar",
    "da": "kommende næste neste begynder åbner åpner starter slutter",
    "pl": "zbliżające",
    "ru": "предстоящих предстоящие предстоящими",
    "uk": "майбутніх",
}
"""Words that may: a date set off by commas is the photograph's own all the same."""

_PHRASES = (
    r"\b(?:set|is|are|about|scheduled) to\b|\bdue (?:on|in|for|by|back)\b"
    r"|\bdue to (?:be|open|begin|start|take|arrive|launch|land|return|stand|meet|vote|go|hold)\b"
    r"|\bset for\b|\bà venir\b|\ba celebrarse\b"
    r"|\w(?:ará|erá|irá|arán|erán|irán|arão|erão|irão)\b|\bfindet\b.{0,80}\bstatt\b"
)
_LOOSE = (
    r"\bnext (?:week|month|year|summer|spring|autumn|fall|winter)\b|\bgoes on\b"
    r"|\bcomes? (?:out|to)\b|\bfalls? on\b"
    r"|\b(?:final|concert|festival|olympics|tournament|ceremony|match|summit|wedding) is\b"
    r"|\btakes? place\b|\brun-?up\b|\beve of\b|\bvor der (?:\w+)?wahl\b"
)
_EVENTS = (
    r"\b(?:elections?|vote|votes|voting|polls?|referendum|runoff|midterms|primary|primaries|\w*wahl"
    r"|\w*wahlen|\w*abstimmung|élections?|scrutin|référendum|elección|elecciones|comicios|eleição"
    r"|eleições|elezioni|\w*verkiezingen|\w*valet|\w*valget?|wybory|wyborami|выборы|выборов|выборами"
    r"|olympics|games|exhibition|exposition|ausstellung|exposición|mostra|inauguration|coronation)\b[^,.;:]{0,24}$"
)
"""Events that are announced long before, with the date right after them."""

_UNTIL = {
    "en": "until|till|til|through|thru|by|before|for|from|to|between|starting|beginning|the|this"
    "|next|a|an|its|their|his|her|our|date of|dated",
    "de": "ab|bis|zum|für den|vor dem|ab dem|seit",
    "fr": "jusqu['’]au|jusqu['’]à|avant le|dès le|à partir du|du",
    "es": "hasta el|hasta|antes del|a partir del|desde el",
    "pt": "até|até o|a partir de|do",
    "it": "fino al|entro il|dal",
    "nl": "tot|tot en met|vanaf|t/m",
    "sv": "till|fram till|från",
    "da": "fra|til|frem til",
    "pl": "do|od",
    "ru": "до|к|с",
}
"""What stands before a date that ends a stretch of time, or that names a thing (``the May 29
vote``)."""

_ORDINAL = regex(r"\d(?:st|nd|rd|th)")
_SMALL = (
    r"(?:in|at|on|after|during|as|and|when|where|while|near|outside|with|amid|following|by|from|to"
    r"|for|that|which|who|over|but|along|inside|before|because|since|local|between|against|under"
    r"|off|into|onto|through|around|above|below|across|beside|behind)\b"
)
_AFTER = regex(
    r"\s*(?:[-–—]|(?:,\s*)?(?:to|until|through|bis|au|al|à)\s+\d)"
    rf"|,?\s+(?:(?!{_SMALL})\w+\s+){{0,2}}?"
    r"(?:elections?|vote|referendum|deadline|runoff|inauguration|polls|release|launch)\b"
    rf"|\s+(?!{_SMALL})[a-z]+",
)
"""A range, or a noun that the date belongs to: ``the Nov. 5, 2024, presidential election``."""

_TAKEN = regex(
    r",?\s+(?:file |aerial |satellite |handout )?(?:photo|image|picture|photograph|frame)\b"
)
"""``In this Oct. 8, 2023, photo``: the day it was taken."""
_FRENCH = regex(r"\b[a-zà-ÿ]{2,}(?:er|ir|dr|tr|vr|rr)(?:a|ont)\b")
"""A verb in the future: ``passera``, ``tiendront``; names that end so have a capital."""
_QUOTE = regex(r"[“„«][^”“»]*$")
"""The words before a date that is quoted: it is written on what is shown."""
_FOLLOWS = regex(r"\s*(?:$|[,.;)])|\s+(?:in|at|near|outside|inside|as|during|after|before)\b")
_NEAR = 48
_LONGEST = 2000


def is_coming(text: str, sentence: Span, date: Span, language: str) -> bool:
    """True if ``date`` may be announced by its sentence.

    Args:
        text: The caption.
        sentence: The sentence that the date stands in.
        date: The date, with the weekday before it if there is one.
        language: Of the date; empty where it is in figures.
    """
    english = language in ("en", "")
    if english and _TAKEN.match(text, date.end, date.end + _NEAR):
        return False
    said = sentence.cut(text)[:_LONGEST]
    words = set(re.findall(r"[\w-]+", said.lower()))
    if _is_future(said, words, language):
        return True
    before = text[max(sentence.start, date.start - _NEAR) : date.start].rstrip(" \u00a0(")
    plain = not (english and _ORDINAL.search(date.cut(text)))
    quoted = _QUOTE.search(text[sentence.start : date.start][-_LONGEST:])
    if quoted or (plain and _until(english=english).search(before.rstrip(","))):
        return True
    if _set_off(text, before, sentence, date):
        return False
    if words & _announcing_words() or _pattern(_LOOSE).search(said):
        return True
    after = english and _AFTER.match(text, date.end, min(sentence.end, date.end + _NEAR))
    return bool(after or _pattern(_EVENTS).search(before))


def _is_future(said: str, words: set[str], language: str) -> bool:
    """True where the verb of a sentence leaves no doubt."""
    if words & _coming_words() or _pattern(_PHRASES).search(said):
        return True
    return language == "fr" and _FRENCH.search(said) is not None


def _set_off(text: str, before: str, sentence: Span, date: Span) -> bool:
    """True for ``…, on Friday, Aug. 30, 2024, in Johnstown``: when the picture was taken.

    A weekday that opens the date sets it off as well, unless its verb stands before it.
    """
    if not _FOLLOWS.match(text[: sentence.end], date.end):
        return False
    if re.search(r",(?:\s+(?:on|am|le|el))?$", before):
        return True
    last = before.lower().split()[-1:]
    weekday = re.match(r"[^\W\d_]+day\b", date.cut(text), re.IGNORECASE)
    return bool(weekday and last) and not set(last) & _announcing_words() and last != ["on"]


@cache
def _coming_words() -> frozenset[str]:
    return frozenset(" ".join(_COMING.values()).split())


@cache
def _announcing_words() -> frozenset[str]:
    return frozenset(" ".join(_ANNOUNCED.values()).split())


@cache
def _until(*, english: bool) -> re.Pattern[str]:
    words = "|".join(said for code, said in _UNTIL.items() if (code == "en") <= english)
    return _pattern(rf"(?:\b(?:{words})|['’]s|[-–—])\s*$")


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)
