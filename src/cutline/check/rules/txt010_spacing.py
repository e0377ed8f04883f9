"""Words and marks are parted where they should be, and only there.

``inLisbon``, ``over- fishing``, ``city ,`` and ``10.The`` are left by line ends, by pasting and
by automatic numbering; search misses the words and a screen reader stumbles. French spaces before
high punctuation, hyphens that hang (pre- and post-war), initials, addresses and names with a
capital inside are let pass; the credit line has its own rule.

Asks::

    ![A crane over a dock](dock.jpg)
    A ship is unloaded inPorto Alegre , Brazil. [Ana Silva/AP]

Passes::

    ![A crane over a dock](dock.jpg)
    A ship is unloaded in Porto Alegre by pre- and post-war cranes of LaGuardia Ltd. [Ana Silva/AP]

Fix: safe where only a space is too many, or one is missing before a name of two words; offered
where it could be a brand, a number or a compound.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.filenames import is_file_name
from cutline.check.rule import Rule
from cutline.check.spacing import Slip, spacing_slips
from cutline.check.tongues import tongue
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("TXT010", "spacing", Severity.WARNING, since="0.1")

_HINTS = {"": "take the space out", " ": "put a space in", ", ": "put the space behind the comma"}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find missing and stray spaces in every text but the credits and file names."""
    row = tongue(analysis.language)
    for words in analysis.texts:
        field = words.place.field
        if field == "credit" or (field == "alt" and is_file_name(words.text)):
            continue
        for slip in spacing_slips(words.text, analysis.language, row):
            if not words.coded(slip.span):
                yield _finding(words, slip)


def _finding(words: Words, slip: Slip) -> Finding:
    place = words.place
    said = slip.span.cut(words.text)
    fix = None
    if words.mendable:
        fix = Fix(slip.safe, (Edit(Place(place.photo, place.field, slip.edit), slip.text),))
    message = f"“{said}”{words.origin}: {slip.what}"
    where = Place(place.photo, place.field, slip.span)
    return RULE.at(where, message, hint=_HINTS[slip.text], text=said, fix=fix)
