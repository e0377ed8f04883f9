"""What makes a finding the same one tomorrow, when lines have moved."""

import hashlib
import re

from cutline.model import Finding, Place

_NUMBER = re.compile(r"\[\d+\]")
_BODY = re.compile(r"body\[(\d+)\]")


def identity(story: str, finding: Finding) -> tuple[str, str, str, str]:
    """Story, rule, field and words: what stays when photographs are moved or text is added.

    Args:
        story: The story's id.
        finding: A finding of one place.
    """
    return story, finding.code, plain_field(finding.place.field), finding.text


def plain_field(field: str) -> str:
    """``body[3]`` as ``body``: a field without its number."""
    return _NUMBER.sub("", field)


def shown_field(place: Place) -> str:
    """A field as people call it; paragraphs of the body count from 1."""
    number = _BODY.fullmatch(place.field)
    return f"paragraph {int(number[1]) + 1} of the text" if number else place.field


def fingerprint(story: str, finding: Finding) -> str:
    """The same as 32 hexadecimal digits, for SARIF's ``partialFingerprints``."""
    told = "\0".join(identity(story, finding)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:32]


def spot(finding: Finding) -> str:
    """Where in a story, as programs write it: ``photos[3].alt``, ``headline``."""
    place = finding.place
    return place.field if place.photo is None else f"photos[{place.photo}].{place.field}"
