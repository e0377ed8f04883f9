"""What another system leaves in words: mark-up, references, letters in a wrong encoding."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cutline.model import Span
from cutline.model.regex import regex

# Patterns are compiled when a text first needs one: most stories need none.
_TAGS = (
    "a|abbr|b|big|blockquote|br|caption|center|cite|code|div|em|figcaption|figure|font|h[1-6]|hr|i"
    "|iframe|img|li|mark|ol|p|picture|pre|q|s|script|small|source|span|strike|strong|style|sub|sup"
    "|table|tbody|td|th|tr|tt|u|ul|video|wbr"
)
_TAG = rf"(?i)(?:<|&lt;)/?(?:{_TAGS})(?:[ \t\n]{{1,4}}[a-z][^<>\n]{{0,300}})?[ \t]?/?(?:>|&gt;)"
_COMMENT = r"<!--[^<>]{0,500}-->|<!\[CDATA\[|\]\]>"
_REFERENCE = r"&(?:amp;){0,3}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_SHORTCODE = (
    r"\[/?(?:caption|gallery|embed|img|url|b|i|u|quote|video|audio|youtube|media|figure|image)"
    r"(?:(?:=|[ \t]+[a-z_]+=)[^\[\]\n]{0,300})?\]"
)
_TEMPLATE = r"\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}"
_EMPHASIS = r"(?<![\w*])\*\*(?P<inside>[^\s*][^*\n]{0,300})\*\*(?![\w*])"
_ESCAPED = r"\\u[0-9a-fA-F]{4}"
_SUSPECT = regex("[ÂÃÄÅÐÑâðï\ufffd]")

_CP1252 = {bytes([i]).decode("cp1252", "replace"): i for i in range(0x80, 0xA0)}
_CP1252.pop("\ufffd", None)
_LEADS = "ÂÃÄÅÐÑâðï"
_QUOTES = "“”‘’«»–—…"
_SPACES = " \t\n\u00a0"
_UNSEEN = {*range(0x200B, 0x2010), 0x2028, 0x2029, 0x2060, 0xFEFF, 0x00AD}


class Residue(NamedTuple):
    """Something that was never meant to be read.

    Attributes:
        span: Where it stands.
        what: What it is, for a sentence: ``a character reference …``.
        text: What belongs there; None where nobody can tell.
        hint: What to do.
        safe: True where no reader could want the old text.
    """

    span: Span
    what: str
    text: str | None
    hint: str
    safe: bool = True


def residues(text: str) -> Iterator[Residue]:
    """Everything of the kind in a text, in order and without overlaps."""
    found: list[Residue] = []
    if "<" in text or "&" in text:
        found += _tags(text)
        found += _references(text)
    if "[" in text or "{" in text or "**" in text or "\\u" in text:
        found += _others(text)
    if not text.isascii() and _SUSPECT.search(text):
        found += _broken(text)
    done = 0
    for residue in sorted(found, key=lambda r: (r.span.start, -r.span.end)):
        if residue.span.start >= done:
            yield residue
            done = residue.span.end


def _tags(text: str) -> Iterator[Residue]:
    for pattern in (_TAG, _COMMENT):
        for match in re.finditer(pattern, text):
            name = match.group().strip("<>/&;").lower()
            breaks = name.startswith(("ltbr", "br", "ltp", "p", "div", "li", "h"))
            span, gap = _taken_out(text, match.start(), match.end(), breaks=breaks)
            yield Residue(span, "a tag of a web page", gap, "take it out")


def _taken_out(text: str, start: int, end: int, *, breaks: bool) -> tuple[Span, str]:
    """What to replace so that neither words run together nor two spaces remain."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if breaks and before and after and before not in _SPACES and after not in _SPACES:
        return Span(start, end), "" if after in ".,;:!?)" else " "
    if after and after in _SPACES and (not before or before in _SPACES):
        return Span(start, end + 1), ""
    if before and before in " \t" and not after:
        return Span(start - 1, end), ""
    return Span(start, end), ""


def _references(text: str) -> Iterator[Residue]:
    for match in re.finditer(_REFERENCE, text):
        character = _character(match.group())
        if character is None:
            continue
        what = f"a character reference: {character} is meant"
        start, end = match.span()
        if character.isspace():
            character, what = _space_for(text, start, end), "a character reference for a space"
        elif ord(character[0]) in _UNSEEN or not character.isprintable():
            character, what = "", "a character reference for something nobody sees"
        hint = f"write {character}" if character.strip() else "take it out"
        yield Residue(Span(start, end), what, character, hint)


def _character(reference: str) -> str | None:
    """The character a reference stands for, however often it was escaped; None if it is none."""
    import html  # noqa: PLC0415 - two thousand names, wanted by one text in a hundred

    plain = re.sub(r"^&(?:amp;)+(?=[#A-Za-z])", "&", reference)
    said = html.unescape(plain)
    return None if said == plain or not said or len(said) > 2 else said


def _space_for(text: str, start: int, end: int) -> str:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    doubled = not before or not after or before in _SPACES or after in _SPACES
    return "" if doubled else " "


def _others(text: str) -> Iterator[Residue]:
    for match in re.finditer(_SHORTCODE, text):
        span, gap = _taken_out(text, match.start(), match.end(), breaks=False)
        yield Residue(span, "a code of a publishing system", gap, "take it out", safe=False)
    for match in re.finditer(_TEMPLATE, text):
        what = "a place that a template left empty"
        yield Residue(Span(*match.span()), what, None, "fill it in, or take it out")
    for match in re.finditer(_EMPHASIS, text):
        what, hint = "set between asterisks, which will be printed", "take the asterisks out"
        yield Residue(Span(*match.span()), what, match["inside"], hint, safe=False)
    for match in re.finditer(_ESCAPED, text):
        character = chr(int(match.group()[2:], 16))
        if character.isprintable():
            what = f"an escaped character: {character} is meant"
            yield Residue(Span(*match.span()), what, character, f"write {character}")


def _broken(text: str) -> Iterator[Residue]:
    """Letters of UTF-8 that were read one byte at a time."""
    at = 0
    while at < len(text):
        if text[at] == "\ufffd":
            what = "the mark of a letter that was lost"
            yield Residue(Span(at, at + 1), what, None, "look the word up in the original")
            at += 1
            continue
        end = _end_of_broken(text, at)
        if end is None:
            at += 1
            continue
        mended = bytes(_byte(c) or 0 for c in text[at:end]).decode("utf-8")
        what = f"in a wrong encoding: {mended} is meant"
        if mended == "\u00a0":
            mended, what = _space_for(text, at, end), "a space in a wrong encoding"
        elif ord(mended) in _UNSEEN or not mended.isprintable():
            mended, what = "", "a character nobody sees in a wrong encoding"
        again = mended in _LEADS and end < len(text)  # the text was broken more than once
        yield Residue(Span(at, end), what, mended, "set the right letter", safe=not again)
        at = end


def _byte(character: str) -> int | None:
    code = ord(character)
    return code if 0x80 <= code <= 0xFF else _CP1252.get(character)


def _end_of_broken(text: str, at: int) -> int | None:
    """Where a letter that begins at ``at`` ends, if UTF-8 was read as single bytes here."""
    lead = text[at]
    length = {"â": 3, "ï": 3, "ð": 4}.get(lead, 2 if lead in "ÂÃÄÅÐÑ" else 0)
    part = text[at : at + length]
    if not length or len(part) < length:
        return None
    codes = [_byte(c) for c in part]
    if any(code is None for code in codes):
        return None
    try:
        bytes(code for code in codes if code is not None).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return at + length if length > 2 or _surely_broken(text, at) else None


def _surely_broken(text: str, at: int) -> bool:
    """False where two letters that make sense in bytes make sense as they stand.

    A word in capitals that ends before a quotation mark (IRMÃ”), a letter before a guillemet;
    Cyrillic needs two broken letters in a row.
    """
    lead, follower = text[at], text[at + 1]
    after = text[at + 2 : at + 3]
    if lead in "ÐÑ":
        pair = text[at + 2 : at + 4]
        before = text[at - 2 : at] if at > 1 else ""
        return pair[:1] in ("Ð", "Ñ") or before[:1] in ("Ð", "Ñ")
    if follower in _QUOTES:
        return after.islower() or (text[at - 1 : at].islower() if at else False)
    return not (follower.isalpha() and follower.isupper() and lead in "ÄÅ")
