"""A photograph runs only where, when and as its supplier allows.

Territories, media, dates, paid content, a credit that is demanded by name, a withdrawal: each
is a term of the licence. What the story says of itself decides (``territory``, ``channels`` and
``commercial`` in its front matter or in cutline.toml; several countries with commas, ``EU``,
``worldwide``); without a territory the language tells what it can. Words that ask for something
and could not be understood stop the story until somebody has read them and lets them pass by name;
so does a country, a channel or a ``commercial`` that is none, as no restriction could be held
against it. A photograph that looks like one that was killed may be a copy of it, saved again under
another name, or the next frame of a burst: somebody must look.

Asks::

    ---
    territory: FR
    ---

    ![A stadium at night](stadium.jpg)
    The stadium before the final. [Ana Silva/AP]

    (stadium.jpg says instructions: NO USE IN FRANCE, BELGIUM)

Passes::

    ---
    territory: GB
    ---

    ![A stadium at night](stadium.jpg)
    The stadium before the final. [Ana Silva/AP]

    (stadium.jpg says instructions: NO USE IN FRANCE, BELGIUM)

Asks::

    ---
    channels: web, sozial
    ---

    ![A stadium at night](stadium.jpg)
    The stadium before the final. [Ana Silva/AP]

Fix: none. Take another photograph, or clear this one with its supplier.
Source: Instructions (``photoshop:Instructions``), Rights Usage Terms
(``xmpRights:UsageTerms``), Other Constraints (``plus:OtherConstraints``); IIM 4.2, 2:37.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from cutline.check.analysis import Analysis
from cutline.check.clearance import Restricted, made, print_until, restricted, running
from cutline.check.demanded import is_printed
from cutline.check.looks import alike
from cutline.check.rule import Rule
from cutline.check.territories import reach
from cutline.model import Finding, Photograph, Place, Restriction, Severity
from cutline.rights import countries, covers, place_name

RULE = Rule("RGT002", "restriction", Severity.BLOCKER, since="0.1")

_Asked = tuple[str, str, Severity]
"""What is wrong, what to do, how grave."""

_MEDIA = {
    "tv": "television",
    "internet": "the web",
    "social": "social networks",
    "print": "print",
    "mobile": "mobile services",
    "magazines": "magazines",
    "tabloids": "tabloids",
    "local": "local media",
}
_CHANNELS = {"web": "internet", "online": "internet", "newspaper": "print", "app": "mobile"}
"""What a desk may call its channels, beside the names above."""
_YES_OR_NO = frozenset(("true", "yes", "false", "no"))
_TELL = "say where the story runs: `territory` in its front matter or in cutline.toml"
_ANOTHER = "take another photograph, or clear this one with its supplier"


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare every restriction with where, when and as what the story runs."""
    for key, said, hint in _unheard(analysis):
        message = f"“{key}: {said[:60]}” could not be understood: no restriction is held against it"
        yield RULE.at(Place(None, key), message, hint=hint, text=said)
    yield from _resembling(analysis)
    for each in analysis.of(restricted):
        asked = _QUESTIONS.get(each.restriction.code)
        found = asked(each, analysis) if asked else None
        if found is not None:
            message, hint, severity = found
            said = each.restriction.text
            yield RULE.at(
                each.place, f"“{said}”: {message}", hint=hint, text=said, severity=severity
            )


def _resembling(analysis: Analysis) -> Iterator[Finding]:
    """Ask about photographs that look like one that was killed."""
    for frame in analysis.frames:
        photograph = frame.shot.photograph
        if not isinstance(photograph, Photograph) or photograph.likeness is None:
            continue
        for killed in analysis.proof.killed:
            if alike(photograph.likeness, killed.likeness):
                yield RULE.at(
                    Place(frame.shot.number, "target"),
                    f"it looks like “{killed.name}”, which was killed {killed.said}",
                    hint="kill it, too, if it is a copy; else let RGT002 pass by name",
                    text=frame.shot.placement.target,
                    severity=Severity.WARNING,
                )


def _unheard(analysis: Analysis) -> Iterator[tuple[str, str, str]]:
    """What is said of where the story runs and is nothing that restrictions know, with advice."""
    if countries(analysis.territory) is None:
        hint = "write the two letters of each country, such as GB, IE; or EU; or worldwide"
        yield "territory", analysis.territory, hint
    known = (*_MEDIA, *_CHANNELS)
    for channel in analysis.channels:
        if channel not in known:
            yield "channels", channel, f"write them with commas; there are {', '.join(known)}"
    commercial = analysis.proof.story.extra.get("commercial", "").strip()
    if commercial and commercial.lower() not in _YES_OR_NO:
        yield "commercial", commercial, "write true for paid content, else false"


def _territory(each: Restricted, analysis: Analysis) -> _Asked | None:
    place = each.restriction.place
    where = analysis.of(reach).within(place)
    if where == "no":
        return None
    named = place_name(place)
    if where == "yes":
        return f"the story runs in {named}, where it is out", _ANOTHER, Severity.BLOCKER
    grave = Severity.WARNING if where == "likely" else Severity.INFO
    return f"it may not run in {named}, and nothing says where the story runs", _TELL, grave


def _only(each: Restricted, analysis: Analysis) -> _Asked | None:
    said = each.restriction
    allowed = [
        other.restriction.place
        for other in analysis.of(restricted)
        if other.frame is each.frame and _same_words(other.restriction, said)
    ]
    if said.place != allowed[0]:
        return None  # one answer for the whole list
    where = analysis.of(reach)
    if where.countries:
        outside = sorted(
            country
            for country in where.countries
            if not any(covers(place, country) for place in allowed)
        )
        problem = f"the story runs in {place_name(outside[0])}" if outside else ""
        more = f" and {len(outside) - 1} more countries" if len(outside) > 1 else ""
        problem += f"{more}, which {'are' if more else 'is'} not among them"
        return (problem, _ANOTHER, Severity.BLOCKER) if outside else None
    return "nothing says where the story runs", _TELL, Severity.INFO


def _same_words(one: Restriction, other: Restriction) -> bool:
    return (one.code, one.field, one.start) == (other.code, other.field, other.start)


def _media(each: Restricted, analysis: Analysis) -> _Asked | None:
    said = each.restriction
    channels = {_CHANNELS.get(name, name) for name in analysis.channels}
    if said.media.endswith("_only"):
        only = said.media.removesuffix("_only")
        others = (channels or {"internet"}) - {only}
        named = ", ".join(sorted(_MEDIA.get(name, name) for name in others))
        return (f"the story runs on {named}", _ANOTHER, Severity.BLOCKER) if others else None
    named = _MEDIA[said.media]
    if said.place and analysis.of(reach).within(said.place) == "no" and len(said.place) == 2:
        return None
    if said.media in (channels or {"internet"}):
        whose = said.media == "local" or (said.place and not analysis.of(reach).countries)
        grave = Severity.INFO if whose else Severity.BLOCKER
        return f"the story runs on {named}" if not whose else f"{named} out", _ANOTHER, grave
    if channels and said.media not in ("local", "magazines", "tabloids"):
        return None
    return f"{named} may not run it", "see that this is none of your channels", Severity.INFO


def _expired(each: Restricted, analysis: Analysis) -> _Asked | None:
    said, when = each.restriction, analysis.of(running)
    last = said.until
    if last is None and said.days is not None:
        first = made(each.frame)
        if first is None:
            hint = "find out when it was sent"
            return "the file does not say when those days began", hint, Severity.INFO
        last = first + timedelta(days=said.days)
    if last is None:
        return None
    if when.after(last):
        return f"its time ended on {print_until(last)}", _ANOTHER, Severity.BLOCKER
    return f"it may run until {print_until(last)}", "take it down then", Severity.INFO


def _editorial(_: Restricted, analysis: Analysis) -> _Asked | None:
    if not analysis.commercial:
        return None
    return "the story is paid content", _ANOTHER, Severity.BLOCKER


def _credit(each: Restricted, analysis: Analysis) -> _Asked | None:
    demanded = each.restriction.credit
    if not demanded or is_printed(demanded, each.frame, analysis):
        return None
    line = each.frame.credit.text.strip()
    message = f"the credit line says “{line}”" if line else "there is no credit line"
    return message, f"print “{demanded}” in the credit line", Severity.BLOCKER


def _killed(_: Restricted, __: Analysis) -> _Asked:
    return "its supplier has withdrawn it", "take it out", Severity.BLOCKER


def _crop(each: Restricted, _: Analysis) -> _Asked | None:
    if not each.frame.shot.placement.lead:
        return None
    hint = "let another photograph lead: the card for social networks is cut from the lead"
    return "the card that social networks show would crop it", hint, Severity.WARNING


def _unread(each: Restricted, _: Analysis) -> _Asked:
    words = each.restriction.text
    loud = words == words.upper()
    hint = "read it; if it does not stand in the way, let RGT002 pass by name"
    return "it could not be understood", hint, Severity.BLOCKER if loud else Severity.WARNING


_QUESTIONS: dict[str, Callable[[Restricted, Analysis], _Asked | None]] = {
    "territory_out": _territory,
    "territory_only": _only,
    "media_out": _media,
    "expiry": _expired,
    "editorial_only": _editorial,
    "mandatory_credit": _credit,
    "kill": _killed,
    "no_crop": _crop,
    "unread": _unread,
}
