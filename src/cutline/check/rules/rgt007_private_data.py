"""Who must not be known is not named.

Suppliers say that somebody must not be identified: a minor, a victim, a witness, a person
under a court's order. The same holds where the file's Minor Model Age says that somebody shown
is under 18. Where people are then named, somebody must look. Places of the camera never leave:
no rendition carries them.

Asks::

    ![A girl with a school bag, from behind](girl.jpg)
    A pupil on her way to school. [Ana Silva/AP]

    (girl.jpg says instructions: DO NOT IDENTIFY)

Passes::

    ![A girl with a school bag, from behind](girl.jpg)
    A pupil on her way to school. [Ana Silva/AP]

    (girl.jpg says instructions: FACES BLURRED AT SOURCE)

Fix: none. Leave out the name, or have the face made unknowable.
Source: PLUS Minor Model Age Disclosure (``plus:MinorModelAgeDisclosure``); Person Shown in the
Image (``Iptc4xmpExt:PersonInImage``); Instructions.
"""

import re
from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.clearance import restricted
from cutline.check.file_fields import file_field
from cutline.check.rule import Rule
from cutline.model import Finding, Photograph, Place, Severity
from cutline.model.regex import regex

RULE = Rule("RGT007", "private-data", Severity.WARNING, since="0.1")

_DONE = regex(
    r"\b(?:at|by) (?:the )?source\b|\b(?:blurred|pixell?ated|obscured|floutée?s?|pixelad[oa]s?"
    r"|difuminad[oa]s?|verpixelt)\b",
    re.IGNORECASE,
)
_MUST = regex(r"\bmust\b|\bto be\b", re.IGNORECASE)
_MINOR = regex(r"AG-(?:A1[5-7]|U14|A0?\d|A1[0-4])$")
"""PLUS codes of ages under 18: ``AG-A17`` to ``AG-A15``, ``AG-U14`` (14 or younger)."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask where the supplier, or the file's own age field, asks for discretion."""
    for each in analysis.of(restricted):
        said = each.restriction
        if said.code != "privacy" or (_DONE.search(said.text) and not _MUST.search(said.text)):
            continue
        yield RULE.at(
            each.place,
            f"“{said.text}”: the supplier asks that somebody shown is not known",
            hint="see that neither words nor picture tell who it is",
            text=said.text,
        )
    for frame in analysis.frames:
        yield from _minors(frame)


def _minors(frame: Frame) -> Iterator[Finding]:
    photograph = frame.shot.photograph
    if not isinstance(photograph, Photograph):
        return
    metadata = photograph.metadata
    if not _MINOR.search(metadata.text("minorModelAgeDisclosure").strip().rstrip("/")):
        return
    printed = f"{frame.caption.text[:4000]} {frame.alt.text[:4000]}".casefold()
    for name in metadata.texts("personInImageNames"):
        if name and name.casefold() in printed:
            yield RULE.at(
                Place(frame.shot.number, file_field("minorModelAgeDisclosure")),
                f"the file says that somebody shown is under 18, and “{name}” is named",
                hint="see that the guardians agree, or leave the name out",
                text=metadata.text("minorModelAgeDisclosure"),
            )
