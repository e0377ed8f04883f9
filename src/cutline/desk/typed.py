"""What a person types for a property, in the shape and vocabulary of the standard."""

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from cutline.metadata import Kind, Property
from cutline.model import ConfigError, Value

_NUMBERS: Mapping[Kind, type[int] | type[float]] = {
    Kind.INTEGER: int,
    Kind.INTEGERS: int,
    Kind.NUMBER: float,
}
_DATES = frozenset(("dateCreated",))
_DATE = re.compile(
    r"(?P<day>\d{4}(?:-\d\d(?:-\d\d)?)?)"
    r"(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-][01]\d:[0-5]\d)?)?"
)
_ADDRESSES = frozenset(("webstatementRights",))
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_MINING = "http://ns.useplus.org/ldf/vocab/"
_TERMS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "digitalSourceType": (
        _SOURCE,
        (
            "digitalCapture",
            "computationalCapture",
            "negativeFilm",
            "positiveFilm",
            "print",
            "humanEdits",
            "compositeWithTrainedAlgorithmicMedia",
            "algorithmicallyEnhanced",
            "dataDrivenMedia",
            "digitalCreation",
            "trainedAlgorithmicMedia",
            "algorithmicMedia",
            "screenCapture",
            "virtualRecording",
            "composite",
            "compositeCapture",
            "compositeSynthetic",
        ),
    ),
    "dataMining": (
        _MINING,
        (
            "DMI-UNSPECIFIED",
            "DMI-ALLOWED",
            "DMI-PROHIBITED",
            "DMI-PROHIBITED-AIMLTRAINING",
            "DMI-PROHIBITED-GENAIMLTRAINING",
            "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
            "DMI-PROHIBITED-SEECONSTRAINT",
            "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR",
            "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR",
        ),
    ),
}
"""Address and terms of a controlled vocabulary: IPTC NewsCodes Digital Source Type (retired
terms left out), PLUS LDF Data Mining."""


def meant(entry: Property, text: str) -> str:
    """What was typed as the standard writes it: a term of a vocabulary by its whole address.

    Raises:
        ConfigError: it is no date, no address or no term where one belongs.
    """
    if entry.id in _DATES and not _is_date(text):
        hint = "write 2026-04-12, or 2026-04-12T18:30:00+02:00"
        raise ConfigError(f"{entry.id} is a day or a time, and “{text[:40]}” is none", hint)
    if entry.id in _ADDRESSES and not _ADDRESS.fullmatch(text):
        hint = "write the whole address, with https://"
        raise ConfigError(f"{entry.id} is an address, and “{text[:40]}” is none", hint)
    if entry.id in _TERMS:
        return _term(entry, text)
    return text


def typed(entry: Property, text: str) -> Value:
    """One value in the shape of its property.

    Raises:
        ConfigError: it is no number where one belongs.
    """
    number = _NUMBERS.get(entry.kind)
    if number is None:
        return text
    try:
        return number(text)
    except ValueError as error:
        raise ConfigError(f"{entry.id} is a number, and “{text[:40]}” is none") from error


def _is_date(text: str) -> bool:
    said = _DATE.fullmatch(text)
    if said is None or (said["time"] and len(said["day"]) < len("2026-04-12")):
        return False
    try:
        date.fromisoformat((said["day"] + "-01-01")[: len("2026-04-12")])
    except ValueError:
        return False
    return True


def _term(entry: Property, text: str) -> str:
    base, terms = _TERMS[entry.id]
    folded = {term.lower(): term for term in terms}
    said = text.rstrip("/").rpartition("/")[2].lower()
    found = folded.get(said) or folded.get(f"dmi-{said}")
    address = "/" in text and not re.sub("^https", "http", text).startswith(base)
    if found is None or address:
        near = get_close_matches(said, folded, 1, cutoff=0.5)
        likely = f"perhaps {folded[near[0]]}; " if near else ""
        hint = f"{likely}the terms are {', '.join(terms)}"
        raise ConfigError(f"“{text[:60]}” is no term for {entry.id}", hint)
    return base + found
