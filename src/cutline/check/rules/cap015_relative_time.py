"""A caption says when in a way that holds tomorrow.

Today, yesterday, last week, on Monday: true on the day of publication, wrong for whoever finds
the page later, and for the archive. A date anywhere in the caption settles it. News that is
read on the day may well leave it so; it is only mentioned. Words inside quotation marks are
somebody's own.

Asks::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in the old port yesterday. [Ana Silva/AP]

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in the old port on 25 May. [Ana Silva/AP]

Fix: none.
Source: captioning guides of the agencies.
"""

import re
from collections.abc import Iterator
from functools import cache

from cutline.almanac import LANGUAGES
from cutline.check.analysis import Analysis
from cutline.check.past_times import YEAR
from cutline.check.rule import Rule
from cutline.check.told import told_days
from cutline.model import Finding, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("CAP015", "relative-time", Severity.INFO, since="0.1")

_RELATIVE = {
    "en": "today|yesterday|tomorrow|tonight|last night|(?:last|this|next) (?:week|weekend|month)"
    "|earlier this week|this (?:morning|afternoon|evening)",
    "de": "gestern|vorgestern|morgen früh|(?:letzte|vergangene|diese|nächste) woche"
    "|(?:am|vom) (?:vergangenen )?wochenende",
    "fr": "aujourd['’]hui|hier|avant-hier|demain|ce (?:matin|soir)"
    "|la semaine (?:dernière|prochaine)",
    "es": "hoy|ayer|anteayer|anoche|la semana pasada|esta (?:mañana|tarde|noche|semana)",
    "pt": "hoje|ontem|anteontem|amanhã|na semana passada|esta (?:manhã|tarde|noite|semana)",
    "it": "oggi|ieri|domani|stamattina|stasera|la settimana scorsa",
    "nl": "vandaag|gisteren|vorige week|deze week",
    "sv": "i går|igår|i morgon|förra veckan",
    "da": "i går|i morgen|i gaar|sist uke|forrige uke|sidste uge",
    "pl": "dzisiaj|dziś|wczoraj|jutro",
    "ru": "сегодня|вчера|завтра",
    "uk": "сьогодні|вчора|завтра",
}
_BEFORE_WEEKDAY = {
    "en": "on|late|early|last|this",
    "de": "am|vom",
    "fr": "ce|le|de",
    "es": "el|este|del",
    "pt": "na|no|nesta|neste|desta|deste",
    "it": "di|lo scorso",
    "nl": "op|afgelopen",
    "da": "på|i",
    "sv": "på|i",
    "ru": "в|во",
    "uk": "у|в",
    "pl": "w|we",
}
_QUOTED = regex(r"[“\"„«][^“”\"„«»]{0,400}[”\"“»]")
_SAME = {"no": "da", "nb": "da", "nn": "da"}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for times in captions that only the day's reader can place."""
    tag = analysis.language.partition("-")[0].lower()
    pattern = _pattern(_SAME.get(tag, tag))
    if pattern is None:
        return
    for frame, told in zip(analysis.frames, analysis.of(told_days), strict=True):
        words = frame.caption
        if told or YEAR.search(words.text):
            continue
        plain = _QUOTED.sub(lambda match: " " * len(match[0]), words.text)
        said = (match for match in pattern.finditer(plain) if not match[0].isupper())
        found = next(said, None)  # USA TODAY is a newspaper
        if found is not None:
            yield RULE.at(
                Place(words.place.photo, words.place.field, Span(*found.span())),
                f"the caption{words.origin} says when in a way that is only true on the day",
                hint="give the date",
                text=found[0],
            )


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """What is relative in ``language``; None for a language that is not known."""
    if language not in _RELATIVE:
        return None
    names = [name for group in LANGUAGES[language].weekdays.split() for name in group.split("|")]
    weekdays = "|".join(name for name in names if len(name) > 4)
    before = _BEFORE_WEEKDAY[language]
    return re.compile(
        rf"\b(?:{_RELATIVE[language]}|(?:{before}) (?:{weekdays}))(?![\w-])", re.IGNORECASE
    )
