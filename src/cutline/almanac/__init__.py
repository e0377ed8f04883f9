"""Days, times and zones as newspapers write them, in the languages of the wires; pure.

Captions are dated and embargoes are timed in words. Both are read here, so that the copy desk
and the reader of restrictions agree on what a date says.
"""

from cutline.almanac.instants import Instant, instant
from cutline.almanac.languages import LANGUAGES, NAMED_DAYS, Language
from cutline.almanac.weekdays import Dated, agrees, dated, parse_day, weekday_name, years_meant

__all__ = [
    "LANGUAGES",
    "NAMED_DAYS",
    "Dated",
    "Instant",
    "Language",
    "agrees",
    "dated",
    "instant",
    "parse_day",
    "weekday_name",
    "years_meant",
]
