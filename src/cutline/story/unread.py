"""Rights that a story says where nobody hears them: then not even a draft of it may go out.

An embargo in front matter that is broken, or that stands below its place, is an embargo all the
same. So is a territory or a channel that a restriction of a photograph should be held against.
"""

import re
from collections.abc import Iterator
from datetime import date

from cutline.almanac import instant
from cutline.model import Place, Span
from cutline.story import slips
from cutline.story.slips import Notes, ParseFinding

RIGHTS = ("embargo", "territory", "channels", "commercial")
"""Keys of the front matter that decide whether a story may run."""

_LINE = re.compile(
    r"^[ \t>?{,-]*[\"']?(?P<key>embargo[^\s:=\uff1a]*|territory|channels|commercial)[\"']?"
    r"[ \t]*[:=\uff1a]",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says one of them, however it is set."""
_WORD = re.compile("embargo", re.IGNORECASE)
_UNTIL = r"(?:until|till|bis|jusqu|hasta|até|fino|tot|til|до)"
_TIMED = re.compile(rf"\d|\b{_UNTIL}|\b(?:do not|not for)\b", re.IGNORECASE)
"""What a line says that is an embargo, and no first word of a sentence on one."""
_ANNOUNCED = re.compile(
    rf"^[ \t>*_#{{\"'-]*(?:under |sous )?(?P<key>embargo\w*)[ \t]+{_UNTIL}\b",
    re.IGNORECASE | re.MULTILINE,
)
"""As press releases have it above their text, without a colon."""
_ANY = date(2000, 1, 1)
"""A day beside which “Monday” and “6 am” can be read: whether, not when, is asked."""
_AT_TOP = "say it in front matter that begins with --- in the first line of the file"
_MEND = "mend it; until then nothing of the story goes out"


def graver(name: str, otherwise: ParseFinding) -> ParseFinding:
    """The slip that a fault in the value of a key is."""
    return slips.RIGHTS_UNREAD if name in RIGHTS else otherwise


def in_key(name: str, inside: str, at: Span, place: Place, notes: Notes) -> bool:
    """Note a key that is not read and looks as one of the rights does, or holds one.

    Args:
        name: The key.
        inside: The source of its value, where that is a list or a map.
        at: Where the key stands.
        place: The field of the story.
        notes: Takes the slip.

    Returns:
        Whether it does.
    """
    meant = name.strip().casefold()
    key = "embargo" if "embargo" in meant else meant
    if key not in RIGHTS:
        key = next(_said(inside), ("", None))[0]
    if not key:
        return False
    message = f"“{name[:60]}” is not read, and looks as if it says “{key}”"
    hint = f"write `{key}: text` in a line of its own"
    notes.add(slips.RIGHTS_UNREAD, place, at, message, hint)
    return True


def in_broken(source: str, span: Span, place: Place, notes: Notes) -> None:
    """Note front matter that could not be read whole, if it says anything of rights."""
    text = span.cut(source)
    word = _WORD.search(text)
    found = next(_said(text), None)
    if found is None and word is not None:
        found = ("embargo", Span(word.start(), word.end()))
    if found is not None:
        key, at = found
        message = f"“{key}” may not have been read: the front matter cannot be read whole"
        notes.add(slips.RIGHTS_UNREAD, place, at.shift(span.start), message, _MEND)


def in_body(source: str, span: Span, place: Place, notes: Notes, *, headless: bool) -> None:
    """Note an embargo that stands in the text above the first photograph, as if in front matter.

    Args:
        source: The story.
        span: Its text up to the first photograph.
        place: The field of the story.
        notes: Takes the slip.
        headless: True where front matter began and never ended: then every right counts.
    """
    text = span.cut(source)
    found = (each for each in _said(text) if headless or _is_embargo(text, *each))
    key, at = next(found, ("", None))
    if at is None and (announced := _ANNOUNCED.search(text.replace("\r", "\n"))):
        key, at = "embargo", Span(announced.start("key"), announced.end("key"))
    if at is not None:
        message = f"“{key}” stands in the text of the story, where it is not heard"
        notes.add(slips.RIGHTS_UNREAD, place, at.shift(span.start), message, _AT_TOP)


def _is_embargo(text: str, key: str, at: Span) -> bool:
    """Whether a line says an hour, or nothing more, after the word: “Embargo: a history” does not.

    One that says nothing more may have its hour in the next line.
    """
    if key != "embargo":
        return False
    rest = text[at.end :].replace("\r", "\n").partition("\n")[0].strip(" \t\"':=\uff1a")
    return not rest or _TIMED.search(rest) is not None or instant(rest, around=_ANY) is not None


def _said(text: str) -> Iterator[tuple[str, Span]]:
    """The rights that lines of a text say, and where."""
    for match in _LINE.finditer(text.replace("\r", "\n")):
        key = match["key"].casefold()
        yield "embargo" if "embargo" in key else key, Span(match.start("key"), match.end("key"))
