"""Time zones as desks write them: ``GMT``, ``MESZ``, ``ET``, ``London time``, ``UTC+2``.

An abbreviation that means one thing on the wires has an offset; one that does not (``IST`` is
Indian, Irish and Israeli) has none, and the time beside it stays local. Nothing is invented.
"""

from datetime import date, time, timedelta
from functools import cache

_FIXED = (
    "utc:0 gmt:0 z:0 zulu:0 wet:0 bst:60 west:60 cet:60 mez:60 cest:120 mesz:120 eet:120 oez:120"
    " eest:180 oesz:180 msk:180 sast:120 est:-300 edt:-240 cdt:-300 mst:-420 mdt:-360 pst:-480"
    " pdt:-420 akst:-540 hst:-600 jst:540 kst:540 hkt:480 sgt:480 aest:600 aedt:660 awst:480"
    " nzst:720 nzdt:780"
)
_CHANGING = (
    "et:-300:us pt:-480:us ct:-360:us mt:-420:us"
    " london:0:eu uk:0:eu british:0:eu lisbon:0:eu dublin:0:eu"
    " paris:60:eu berlin:60:eu madrid:60:eu rome:60:eu brussels:60:eu vienna:60:eu zurich:60:eu"
    " wien:60:eu zürich:60:eu rom:60:eu bruxelles:60:eu brüssel:60:eu"
    " deutsche:60:eu deutscher:60:eu française:60:eu peninsular:60:eu española:60:eu"
    " eastern:-300:us pacific:-480:us central:-360:us mountain:-420:us"
    " york:-300:us washington:-300:us angeles:-480:us"
    " moscow:180: tokyo:540: beijing:480: delhi:330: istanbul:180: ankara:180:"
)
"""A standard offset in minutes, and whose summer time is kept."""
PLACED = frozenset(word.split(":")[0] for word in _CHANGING.split()[4:])
"""Zones that are read only beside the word for time: ``London time``, ``heure de Paris``."""


_DAY_IS_NEW = time(12)
"""Both changes come at night: from noon on, the new offset holds."""
_CHANGES = {"us": ((3, 8), (11, 1)), "eu": ((3, 25), (10, 25))}
"""Month and earliest day of the Sundays on which summer time begins and ends."""


@cache
def _table() -> dict[str, tuple[int, str]]:
    rows = [*(f"{row}:" for row in _FIXED.split()), *_CHANGING.split()]
    return {name: (int(minutes), rule) for name, minutes, rule in (row.split(":") for row in rows)}


def known(name: str) -> bool:
    """True if ``name``, in lower case and without points, is a zone with an offset."""
    return name in _table()


def offset(name: str, day: date, at: time = _DAY_IS_NEW) -> timedelta | None:
    """How far a zone is ahead of UTC at a local time; None if the name does not say.

    Args:
        name: The zone in lower case, without points.
        day: The local day: zones named by a place keep summer time.
        at: The local time, which counts on the two days of change. An hour that comes twice is
            the later one and one that never comes is an hour late: no embargo ends early.
    """
    if name not in _table():
        return None
    minutes, rule = _table()[name]
    return timedelta(minutes=minutes + (60 if rule and _summer(rule, minutes, day, at) else 0))


def _summer(rule: str, minutes: int, day: date, at: time) -> bool:
    """Summer time in force: US (Energy Policy Act of 2005), EU (Directive 2000/84/EC).

    The US change at 2 a.m. of each zone, the EU all at once at 1 a.m. UTC.
    """
    change = 2 * 60 if rule == "us" else 60 + minutes
    back = change - 60 if rule == "us" else change
    clock = at.hour * 60 + at.minute
    march, autumn = _CHANGES[rule]
    first, last = _sunday(day.year, *march), _sunday(day.year, *autumn)
    begun = day > first or (day == first and clock >= change + 60)
    return begun and (day < last or (day == last and clock < back))


def _sunday(year: int, month: int, first: int) -> date:
    """The first Sunday on or after a day of the month."""
    day = date(year, month, first)
    return day + timedelta(days=6 - day.weekday())
