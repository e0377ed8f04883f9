"""Words that say that a photograph is not of the day, in the languages of the wires."""

import re

from cutline.model.regex import regex

ARCHIVE = regex(
    r"\b(?:files?|archiv\w*|archives|undated|datei|symbolbild|symbolfoto|library|stock|handout"
    r"|archivo|arquivo|archief|arkiv\w*|archiwum\w*|архив\w*|архів\w*|courtesy|flashback"
    r"|throwback|previously|earlier|anniversary|retrospective|memories|look(?:ing)? back"
    r"|years? ago|last (?:year|month|summer|winter|spring|autumn|fall)|vor \w+ jahren|damals"
    r"|früher\w*|rückblick|il y a|rétrospective|hace \w+ años|retrospectiva)\b",
    re.IGNORECASE,
)
"""A word that declares an old photograph, or a look back."""

YEAR = regex(r"(?<![\d.,$£€])(?:1[89]\d\d|20\d\d)s?(?![\d%]|[.,]\d)")
"""A year in words of a caption: it dates the photograph, if roughly."""
