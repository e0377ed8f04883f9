"""A photograph, or a story, under embargo does not run before its hour.

Suppliers send pictures ahead of time on trust: of an honours list, a report, a product. Who
runs one early breaks an agreement for everybody. The hour is read from Instructions, Usage
Terms, capitals after the caption and the Release Date of IIM, in English, German, French,
Spanish and other languages, and compared with the story's day of publication and with now. An
hour without time zone is taken to come as late as anywhere on earth; an embargo that says no
day holds until somebody has read it. A story says its own as ``embargo`` in its front matter: one
that is not understood to its last figure, or that can mean two days, holds as well.

Asks::

    ---
    published: 2024-05-26
    ---

    ![A woman in a long coat holds a medal](medal.jpg)
    A winner shows her medal. [Ana Silva/PA]

    (medal.jpg says instructions: EMBARGOED UNTIL 0001 BST MONDAY 27 MAY 2024)

Passes::

    ---
    published: 2024-05-27
    ---

    ![A woman in a long coat holds a medal](medal.jpg)
    A winner shows her medal. [Ana Silva/PA]

    (medal.jpg says instructions: EMBARGOED UNTIL 0001 BST MONDAY 27 MAY 2024)

Asks::

    ---
    headline: The winners
    embargo: 2999-05-27 00:01 +01:00
    ---

    ![A woman in a long coat holds a medal](medal.jpg)
    A winner shows her medal. [Ana Silva/PA]

Fix: none. Wait, or ask the supplier.
Source: IPTC-IIM 4.2, 2:30 and 2:35; Instructions (``photoshop:Instructions``).
"""

from collections.abc import Iterator
from datetime import timedelta

from cutline.almanac import instant
from cutline.check.analysis import Analysis
from cutline.check.clearance import Restricted, Running, print_until, restricted, running
from cutline.check.rule import Rule
from cutline.model import Finding, Place, Restriction, Severity

RULE = Rule("RGT001", "embargo", Severity.BLOCKER, since="0.1")

_NEAR = timedelta(days=31)
"""An embargo is seldom longer: a second reading of its figures counts within this time."""

_WRITE = "write it as 2026-01-31 00:01 +01:00"


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare every embargo with the day of publication and with now."""
    when = analysis.of(running)
    yield from _story(analysis, when)
    for each in analysis.of(restricted):
        if each.restriction.code == "embargo":
            yield from _asked(each, when)


def _story(analysis: Analysis, when: Running) -> Iterator[Finding]:
    """The embargo of the story itself; words that cannot be read hold it as well."""
    said = analysis.proof.story.extra.get("embargo", "").strip()
    if not said:
        return
    place, read = Place(None, "embargo"), instant(said)
    if read is None or _figures(said[: read.span.start] + said[read.span.end :]):
        message = f"the story is under an embargo whose end could not be read: “{said[:80]}”"
        yield RULE.at(place, message, hint=_WRITE, text=said)
    elif when.before(read.value):
        message = f"the story is embargoed until {print_until(read.value)}"
        yield RULE.at(place, message, hint="publish after that", text=said)
    elif read.other is not None and when.before(read.other):
        message = f"“{said[:80]}” can also be read as {print_until(read.other)}"
        yield RULE.at(place, message, hint=_WRITE, text=said)


def _figures(words: str) -> bool:
    """Whether words beside an hour say more of it than was read."""
    return any(char.isdigit() for char in words)


def _said(said: Restriction) -> str:
    """The words, unless they are only the release date of the file once more."""
    return "" if said.field == "embargoedUntil" else f": “{said.text}”"


def _asked(each: Restricted, when: Running) -> Iterator[Finding]:
    said = each.restriction
    if said.until is None:
        yield RULE.at(
            each.place,
            f"“{said.text}”: an embargo whose end could not be read",
            hint="read it, and publish when it has ended",
            text=said.text,
        )
    elif when.before(said.until):
        yield RULE.at(
            each.place,
            f"embargoed until {print_until(said.until)}{_said(said)}",
            hint="publish after that, or take the photograph out",
            text=said.text,
        )
    elif said.other is not None and when.day < said.other <= when.day + _NEAR:
        yield RULE.at(
            each.place,
            f"“{said.text}” can also be read as {print_until(said.other)}",
            hint="ask the supplier which day is meant",
            text=said.text,
            severity=Severity.WARNING,
        )
