"""What a story's writer lets pass: ``allow`` in the front matter, or in a comment.

::

    <!-- cutline: allow CRD003 – the museum asked for this form -->
    <!-- cutline: allow RGT002 by Ana Silva – cleared with the agency by telephone -->

A comment is for the block that follows it, or for the one in which it stands; a line of the
front matter is for the whole story.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from cutline.model import Allowance, Place, Span
from cutline.story import slips
from cutline.story.slips import Notes

_MOST = 1000
"""Characters of a comment that are read: a reason that is longer is cut there."""

_COMMENT = re.compile(r"<!--\s{0,20}cutline\s{0,20}:(?P<said>.{0,1000})", re.DOTALL)
_WORD = re.compile(r"\s*(?P<word>[a-z]+)(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_SAID = re.compile(
    r"\s*(?P<codes>[A-Za-z][A-Za-z0-9-]*(?:\s*,\s*[A-Za-z][A-Za-z0-9-]*)*)"
    r"(?:\s+by\s+(?P<by>[^–—:]{1,200}?))?"
    r"\s*(?:[–—:]|\s-{1,2}\s)\s*(?P<reason>\S.*)",
    re.DOTALL,
)
_SHAPE = "write allow CODE – reason, and for rights allow CODE by NAME – reason"


def in_comment(text: str, span: Span, place: Place, notes: Notes) -> Iterator[Allowance]:
    """The allowances of a comment; one that does not begin with ``cutline: allow`` has none.

    Args:
        text: The comment with its marks.
        span: Where it stands in the source.
        place: The photograph or body passage that it is for.
        notes: Told what cannot be read.
    """
    found = _COMMENT.match(text.removesuffix("-->"))
    if found is None:
        return
    asked = _WORD.fullmatch(found["said"].rstrip())
    if asked is None or not get_close_matches(asked["word"].lower(), ["allow"]):
        return  # a note of ours to the writer, as `cutline new` leaves them
    right = asked["word"].lower() == "allow"
    said = _SAID.fullmatch(asked["rest"].rstrip()) if right else None
    if said is None:
        message = "this comment to cutline is not read: it needs a rule and a reason"
        notes.add(slips.ALLOWANCE, place, span, message, _SHAPE)
        return
    body = re.fullmatch(r"body\[(\d+)\]", place.field) if place.photo is None else None
    yield from _each(said, span, place.photo, int(body[1]) if body else None)


def in_front(text: str, span: Span, notes: Notes) -> Iterator[Allowance]:
    """The allowances of one line of the front matter: ``CRD003 – reason``."""
    said = _SAID.fullmatch(text.strip()[:_MOST])
    if said is None:
        message = "what is to be let pass is not read: it needs a rule and a reason"
        hint = "write `allow: CODE – reason`, for rights `allow: CODE by NAME – reason`"
        notes.add(slips.ALLOWANCE, Place(None, "front-matter"), span, message, hint)
        return
    yield from _each(said, span, None, None)


def _each(
    said: re.Match[str], span: Span, photo: int | None, body: int | None
) -> Iterator[Allowance]:
    reason, by = " ".join(said["reason"].split()), " ".join((said["by"] or "").split())
    for code in said["codes"].split(","):
        yield Allowance(code.strip(), reason, by, photo, body, span)
